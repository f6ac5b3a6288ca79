"""The rule split-number."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.language import Language
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import DIGIT, WHITE, across, beside

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_TIME = r"\p{Nd}{1,2}(?:: | :| : )\p{Nd}{2}(?![\p{Nd}:])"


class SplitNumber(Rule):
    """A space splits a time or a number.

    What it finds: a clock time with a space at its colon, a thousands mark with a space behind it.

    Why it matters: the number may break over two lines, and it reads as two.

    When it errs: where a list of numbers happens to hold a round one.

    The fix takes the space away.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    triggers = (across(":", DIGIT), beside(WHITE, ":"), across(",.’", "0"))
    bad = (
        Bad("The doors open at ⟦7: 45⟧ p.m. on Friday.", fixed="The doors open at 7:45 p.m. on Friday."),
        Bad("About ⟦12, ⟧000 people came.", fixed="About 12,000 people came."),
        Bad("Der Bus fährt um ⟦7: 45⟧ Uhr ab.", fixed="Der Bus fährt um 7:45 Uhr ab.", language="de"),
        Bad("Cuesta unos ⟦12. ⟧000 euros.", fixed="Cuesta unos 12.000 euros.", language="es"),
    )
    good = (
        Good("The doors open at 7:45 p.m. on Friday.", "a whole time"),
        Good("Rooms 1, 2, and 3: 40 guests each.", "lists of numbers"),
        Good("John 3: 16 is short.", "chapter and verse"),
        Good("Das Spiel endete 2: 1 für uns, am 12. 11. um 10.30 Uhr.", "a score and a date", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for wanted in _patterns(passage.language):
            for match in wanted.finditer(passage.text):
                whole = match.group().replace(" ", "")
                yield self.finding(
                    passage,
                    *match.span(),
                    f"A space splits “{match.group().strip()}”.",
                    score=0.85,
                    edits=[(*match.span(), whole)],
                    safety=Safety.SAFE,
                )


def _patterns(language: Language) -> tuple[regex.Pattern[str], ...]:
    """A time beside a word that tells that it is one, and a number with the language's mark for thousands."""
    made: tuple[regex.Pattern[str], ...] | None = language.cached("split-number")
    if made is None:
        after, before = ("|".join(language.phrases("mechanics", key)) for key in ("after_time", "before_time"))
        mark = language.value("mechanics", "group_mark")
        sources = [rf"(?<![\p{{Nd}}:.]){_TIME}(?=\s?(?:{after})(?!\w))"] if after else []
        sources += [rf"(?i)(?<=(?<!\w)(?:{before})\s){_TIME}"] if before else []
        sources += [rf"(?<![\p{{Nd}},.])\p{{Nd}}{{1,3}}[{mark}] (?=000\b)"] if mark else []
        made = language.cache("split-number", tuple(map(pattern, sources)))
    return made
