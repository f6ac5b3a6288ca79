"""The rule model-token."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ._places import code_spans, excerpt, in_code, in_quotation

# Special tokens of the vocabularies of BERT, T5, BART, mBART, Llama, GPT, Marian and fairseq, and the joints of
# SentencePiece (▁), subword-nmt (@@), Moses (@-@) and WordPiece (##).
_TOKEN = pattern(
    r"""(?x)
    (?i: </?(?:unk|s|pad|bos|eos|mask|sep|cls|sos|eot|eod|nl|start|end)> )
    | \[(?:UNK|PAD|CLS|SEP|MASK|BOS|EOS)\] | \[/?INST\] | <</?SYS>>
    | <\|[\w\ -]{1,40}+\|> | <extra_id_\d{1,3}> | <0x[0-9A-F]{2}> | <2[a-z]{2,3}> | >>[a-z]{2,3}<< | (?<!\w)__[a-z]{2}__(?!\w)
    | \u2581++(?=\p{L})(?:[\p{L}\u2581]++)? | (?<=\p{L})\u2581++
    | (?<=\p{L})@@(?:\ \p{L}++)? | \ @[-,.:/]@\ | (?<=\s)\#\#\p{Ll}{1,12}+(?!\w) | (?<=\s)\u2047(?=\s|\Z)
    """
)
_STRUCK = ("<s>", "</s>")


class ModelToken(Rule):
    """A token of the translation model was left in the text.

    What it finds: `<unk>`, `</s>`, `[MASK]`, `<|endoftext|>`, the joints of word parts (`▁`, `@@`, `##`) and the like.

    Why it matters: the reader meets the machine's inner marks, and often a word is lost behind them.

    When it errs: where a text explains such tokens without code marks.

    There is no fix: what the token stood for must be looked up.
    """

    severity = Severity.CRITICAL
    triggers = "<[\u2581@#_>\u2047"
    bad = (
        Bad("The ferry to ⟦<unk>⟧ sails at noon.⟦</s>⟧"),
        Bad("The ⟦[MASK]⟧ sails ⟦▁at⟧ noon."),
        Bad("The fer⟦@@ ry⟧ sails ⟦<|endoftext|>⟧"),
        Bad("A well⟦ @-@ ⟧known ferry."),
    )
    good = (
        Good("The token `<unk>` stands for a word that is not known.", "a code span"),
        Good("The price was <s>10</s> 9 pounds.", "HTML for a price that no longer holds"),
        Good("Write to ines@example.org, @ines or #ferry; 5 < 6 > 4.", "addresses and signs"),
        Good("He scored [two] goals.", "an editor's brackets"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        code, strikes_out = code_spans(passage), _strikes_out(passage.text)
        for match in _TOKEN.finditer(passage.text):
            if in_code(code, match.start()) or (strikes_out and match.group() in _STRUCK):
                continue
            token = excerpt(match.group())
            score = 0.5 if in_quotation(passage, match.start()) else 0.95
            yield self.finding(passage, *match.span(), f"“{token}” is a mark of the translation model and no text.", score=score)


def _strikes_out(text: str) -> bool:
    """True if the block uses <s> as HTML does, around a part of it, and not as a model does, around the whole."""
    return "<s>" in text and "</s>" in text and not (text.startswith("<s>") and text.endswith("</s>"))
