"""The rule unspaced-mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.language import Language
from ...core.pattern import pattern
from ...core.record import Row
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import listed
from ._places import is_address_or_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_MIN_HABIT = 2
_MANY = 2
_SHARE = 8
_SPACES = "\u0020\u00a0\u2009\u202f"


class _Found(Row):
    """A mark with a space or without: ``place`` in the document, where the space is or belongs; ``mark``; ``space`` or nothing."""

    place: int
    start: int
    end: int
    mark: str
    space: str


class UnspacedMark(Rule):
    """A mark lacks the space that the text writes before it elsewhere.

    What it finds: in French a ; : ! ? or a mark « » without its space, in a text that has the space nearly everywhere else.

    Why it matters: one text has one habit; where it changes, another hand or a machine has been at work.

    When it errs: where a text puts lines of two writers together.

    The fix writes the space that the text uses most.
    """

    scope = Scope.DOCUMENT
    triggers = (listed("mechanics", "space_before"), listed("quotes", "spaced_pairs"))
    bad = (
        Bad(
            "Le port est fermé : pourquoi ? Personne ne sait⟦!⟧",
            fixed="Le port est fermé : pourquoi ? Personne ne sait !",
            language="fr",
        ),
        Bad(
            "Elle dit « oui », il dit « non », et tous crient ⟦«⟧jamais⟦»⟧.",
            fixed="Elle dit « oui », il dit « non », et tous crient « jamais ».",
            language="fr",
        ),
        Bad(
            "Le prix est le suivant : dix écus. Les bateaux : trois. Le total⟦:⟧ trente.",
            fixed="Le prix est le suivant : dix écus. Les bateaux : trois. Le total : trente.",
            language="fr-CA",
        ),
    )
    good = (
        Good("Le port est fermé : pourquoi ? Personne ne sait !", "spaces throughout", "fr"),
        Good("Le port est fermé: pourquoi? Personne ne sait!", "a text without such spaces", "fr"),
        Good("Rendez-vous à 10:30 : voir https://example.org/a:b ! C’est std::vector ?", "times, addresses and code", "fr"),
        Good("Le prix : dix écus. Le total : trente. Quoi? Vraiment? Oui!", "Canada writes no space before ? and !", "fr-CA"),
        Good("Er sagte: Das Haus ist zu! Wirklich?", "another language", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        wanted = _pattern(passage.language)
        if wanted is None:
            return
        found = [each for span in passage.document.candidate_spans(self.name) for each in _marks(wanted, passage.text, *span)]
        for group in ([each for each in found if each.mark not in "«»"], [each for each in found if each.mark in "«»"]):
            spaces = Counter(each.space for each in group if each.space)
            bare = [each for each in group if not each.space]
            if spaces.total() < _MIN_HABIT or (len(bare) > _MANY and spaces.total() < _SHARE * len(bare)):
                continue
            yield from self._bare(passage, bare, spaces.most_common(1)[0][0])

    def _bare(self, passage: Passage, bare: Sequence[_Found], space: str) -> Iterator[Finding]:
        for each in bare:
            yield self.finding(
                passage,
                each.start,
                each.end,
                f"The mark “{each.mark}” stands without the space that this text writes elsewhere.",
                score=0.75,
                edits=[(each.place, each.place, space)],
                safety=Safety.SAFE,
            )


def _marks(wanted: regex.Pattern[str], text: str, start: int, end: int) -> Iterator[_Found]:
    for match in wanted.finditer(text, start, end):
        mark = match.group().strip(_SPACES)
        if is_address_or_code(text, match.start()):
            continue
        place = match.start() + 1 if mark == "«" else match.end() - 1
        yield _Found(place, match.start(), match.end(), mark, match.group().replace(mark, ""))


def _pattern(language: Language) -> regex.Pattern[str] | None:
    """The marks that take a space before them, and « » with what stands on their inner sides."""
    made: regex.Pattern[str] | None = language.cached("unspaced-mark")
    marks = "".join(language.phrases("mechanics", "space_before"))
    if made is None and marks:
        space = f"[{_SPACES}]"
        before = rf"(?<=[\p{{L}}\p{{Nd}}»)%”]){space}?[{marks}](?=\s|\Z|[»)”\"])"
        inside = rf"«{space}?(?=[\p{{L}}\p{{Nd}}])|(?<=[\p{{L}}\p{{Nd}}.!?…]){space}?»"
        made = language.cache("unspaced-mark", pattern(rf"{before}|{inside}"))
    return made
