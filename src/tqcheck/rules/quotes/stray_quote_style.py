"""The rule stray-quote-style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...core.document import Passage
from ...core.finding import Finding
from ...core.quotation import Quoted
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ...core.triggers import listed

_MIN_OF_STYLE = 3
_SHARE = 4
_CODE_BEFORE = frozenset("=[{(:,+/\\<#`")
_SURE = 0.75
_HABIT = 0.6

_SINGLE_OR_TITLE = "'‘’‚‹›《〈"


class StrayQuoteStyle(Rule):
    """A text quotes in a style of its own once, or throughout in one that its language does not use.

    What it finds: straight marks, or marks that the locale does not put outside, in a text that writes the locale's own
    marks elsewhere; and a text all of whose quotations have marks that the locale does not put outside. One finding a text.

    Why it matters: the odd quotation was put in later, or the marks of the source were kept.

    When it errs: in a house style of its own, and in texts about code.

    The fix writes the marks of the text, or of the language, for the one that is shown.
    """

    scope = Scope.DOCUMENT
    triggers = (listed("quotes", "outer", "inner"),)
    bad = (
        Bad(
            'Er sagte „nein“, sie sagte „doch“, alle riefen „halt“. Nur ⟦"ja"⟧ sagte niemand.',
            fixed="Er sagte „nein“, sie sagte „doch“, alle riefen „halt“. Nur „ja“ sagte niemand.",
            language="de",
        ),
        Bad(
            "Elle a dit ⟦“oui”⟧, il a dit “non”, et tous ont crié “jamais”.",
            fixed="Elle a dit «\u00a0oui\u00a0», il a dit “non”, et tous ont crié “jamais”.",
            language="fr",
        ),
        Bad(
            'Dijo «no», dijo «sí», dijo «tal vez» y luego ⟦"nunca"⟧.',
            fixed="Dijo «no», dijo «sí», dijo «tal vez» y luego «nunca».",
            language="es",
        ),
    )
    good = (
        Good('Sie sagte "ja", er sagte "nein", alle riefen "halt".', "straight marks throughout, as in e-mail", "de"),
        Good("»Ja«, sagte sie. »Nein«, sagte er. »Doch«, riefen alle.", "German books", "de"),
        Good("«Ja», sagte sie. «Nein», sagte er. «Doch», riefen alle.", "Swiss marks", "de-CH"),
        Good("Dijo “no”, dijo “sí”, dijo “tal vez”.", "the press, and the Americas", "es-419"),
        Good("”Nej”, sade hon. ”Jo”, sade han. ”Kom”, ropade alla.", "the same mark on both sides", "sv"),
        Good("Il a dit « non », elle a dit « le mot “oui” est court », tous ont crié « jamais ».", "the inner marks", "fr"),
        Good('Er schrieb „a“, „b“ und „c“ und setzte href="x" ein.', "code", "de"),
        Good('She said “no”, “yes” and “never”, then "stop".', "English has no data for it", "en"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        outer = passage.language.phrases("quotes", "outer")
        styles = _styles(passage) if outer else {}
        own = sum(len(places) for style, places in styles.items() if style in outer)
        odd = {style: places for style, places in styles.items() if style not in outer}
        count = sum(map(len, odd.values()))
        if own >= _MIN_OF_STYLE and 0 < count * _SHARE <= max(own, _SHARE):
            style = max((style for style in styles if style in outer), key=lambda style: len(styles[style]))
            yield self._stray(*min(odd.values(), key=_first)[0], style, _SURE)
        elif not own and count >= _MIN_OF_STYLE and set(odd) <= set(passage.language.phrases("quotes", "inner")):
            yield self._stray(*next(iter(odd.values()))[0], outer[0], _HABIT)

    def _stray(self, block: Passage, pair: Quoted, style: str, score: float) -> Finding:
        text, spaced = block.text, style in block.language.phrases("quotes", "spaced_pairs")
        opener, closer = (f"{style[0]}\u00a0", f"\u00a0{style[1]}") if spaced else (style[0], style[1])
        inside = excerpt(text, pair.opener + 1, pair.closer)
        return self.finding(
            block,
            pair.opener,
            pair.closer + 1,
            f"“{inside}” stands in {text[pair.opener]} {text[pair.closer]}, where this text or its language writes {style[0]} {style[1]}.",
            score=score,
            edits=[(pair.opener, pair.opener + 1, opener), (pair.closer, pair.closer + 1, closer)],
        )


def _styles(passage: Passage) -> Mapping[str, Sequence[tuple[Passage, Quoted]]]:
    """The outermost quotations of the document by their marks, without single ones, titles and code."""
    found: dict[str, list[tuple[Passage, Quoted]]] = {}
    document = passage.document
    for block in map(document.passage, document.marked):
        if block.quotation.faults:
            continue
        for pair in block.quotation.quoted:
            style = block.text[pair.opener] + block.text[pair.closer]
            is_code = pair.opener > 0 and block.text[pair.opener - 1] in _CODE_BEFORE
            if pair.level == 0 and style[0] not in _SINGLE_OR_TITLE and not is_code:
                found.setdefault(style, []).append((block, pair))
    return found


def _first(places: Sequence[tuple[Passage, Quoted]]) -> int:
    block, pair = places[0]
    return block.start + pair.opener
