"""The rule space-before-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.language import Language
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import ANYWHERE, WHITE, beside, literal

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_SPACED = pattern(r"(?<=[^\s«([{<.,;:!?…•*|/\\=+#—–-])[ \u00A0\u2009\u202F]++([,.;:!?،؛؟])(?=[\"'”’»\]]*+(?:\s|\Z)|(?<=[,.!?])\))")
_THIN = pattern(r"[\u2009\u202F]")


class SpaceBeforeMark(Rule):
    """A space stands before a mark that takes none.

    What it finds: a space before a comma, full stop, semicolon, colon, question or exclamation mark, and before the
    clitics of a text that was cut into tokens (`harbour 's`, `do n't`).

    Why it matters: it is the plainest trace of a machine's tokens, and a line may break before the mark.

    When it errs: in tables of symbols, and where a mark stands for itself.

    The fix takes the space away.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    lax_in_chat = True
    triggers = (beside(WHITE, ",.;:!?'’،؛؟"), literal(ANYWHERE, "n't"))
    bad = (
        Bad("The harbour⟦ ,⟧ which is old⟦ ,⟧ was closed⟦ .⟧", fixed="The harbour, which is old, was closed."),
        Bad("They spoke of a “new era”⟦ .⟧ Nobody agreed.", fixed="They spoke of a “new era”. Nobody agreed."),
        Bad("It is the harbour⟦ ⟧'s oldest ship.", fixed="It is the harbour's oldest ship."),
        Bad("Is this the road⟦ ?⟧", fixed="Is this the road?"),
        Bad("Das Wort⟦ ,⟧ das fehlt⟦ ,⟧ ist hier.", fixed="Das Wort, das fehlt, ist hier.", language="de"),
        Bad("Le mot⟦ ,⟧ qui manque, est ici⟦ .⟧", fixed="Le mot, qui manque, est ici.", language="fr"),
        Bad("Voici : rien⟦ !⟧", fixed="Voici : rien!", language="fr-CA"),
    )
    good = (
        Good("He works with .NET and earns .5 of it :-) every day ...", "names, fractions, smileys, ellipsis"),
        Good("We met at 5 p.m., not before.", "no space"),
        Good("The ratio is 3 : 4 here.", "a ratio between numbers"),
        Good("Well . . . I do not know.", "a spaced ellipsis"),
        Good("That works :) and so does this ;)", "smileys"),
        Good("Sound on / off: press !", "a mark that stands for itself"),
        Good("Le port est fermé ; pourquoi ? Non ! Voici : rien.", "French spaces", "fr"),
        Good("Le port est ouvert\u202f! Voici : rien.", "a thin space in Canada", "fr-CA"),
        Good("Nat van ’s ochtends, ’t is laat.", "words that begin with an apostrophe", "nl"),
        Good("—No sé —dijo—, pero ... ya veremos.", "dashes and an ellipsis", "es"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        forbidden = passage.language.phrases("mechanics", "no_space_before")
        thin_allowed = passage.language.phrases("mechanics", "thin_space_before")
        for match in _SPACED.finditer(text):
            mark = match.group(1)
            if mark not in forbidden or _is_spaced_sign(passage, match):
                continue
            if mark in thin_allowed and _THIN.fullmatch(text, match.start(), match.start(1)):
                continue
            yield self.finding(
                passage,
                *match.span(),
                f"There is a space before the “{mark}” after “{_word_before(text, match.start())}”.",
                score=0.93 if mark in ",." else 0.8,
                edits=[(match.start(), match.start(1), "")],
                safety=Safety.SAFE,
            )
        clitic = _clitics(passage.language) if "'" in text or "’" in text else None
        for match in clitic.finditer(text) if clitic else ():
            if match.group().strip(" \u00a0'’").lower() in passage.language.words("quotes", "elisions"):
                continue
            word = _word_before(text, match.start())
            yield self.finding(
                passage,
                *match.span(),
                f"“{word}” is cut off from its ending.",
                score=0.85,
                edits=[(*match.span(), "")],
            )


def _clitics(language: Language) -> regex.Pattern[str] | None:
    """A space before an ending that belongs to the word before it."""
    made: regex.Pattern[str] | None = language.cached("space-before-mark")
    endings = "|".join(language.phrases("mechanics", "clitics"))
    if made is None and endings:
        source = rf"(?<=\p{{L}}) (?=['’](?:{endings})(?:[\s.,;:!?]|\Z)|n['’]t(?!['’‘ʼ\w]))"
        made = language.cache("space-before-mark", pattern(source))
    return made


def _is_spaced_sign(passage: Passage, match: regex.Match[str]) -> bool:
    """A ratio, a spaced ellipsis, or a mark alone at the end of a phrase about keys and signs."""
    text = passage.text
    start, end = match.span()
    if text[end : end + 2] in (" .", " !", " ?") or text[max(0, start - 2) : start] in (" .", " !", " ?"):
        return True
    if text[match.start(1)] == ":" and text[start - 1].isdigit() and text[end : end + 2].strip().isdigit():
        return True
    return text[match.start(1)] in "!?" and _word_before(text, start) in passage.language.words("mechanics", "verbs_of_keys")


def _word_before(text: str, place: int) -> str:
    return text[max(0, place - 30) : place].rpartition(" ")[2]
