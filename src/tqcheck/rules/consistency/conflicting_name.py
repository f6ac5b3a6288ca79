"""The rule conflicting-name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import CAPITAL_PAIR, sight

_PAIR = pattern(r"(?<![\p{L}.’'-])(\p{Lu}\p{Ll}{1,}+(?:-\p{L}++)?) (?=(\p{Lu}\p{Ll}{2,}+(?:-\p{L}++)?)(?![\p{L}’'-]|\s\p{Lu}))")
_MIN_LETTERS = 5
_MAX_LETTERS = 40
_ONCE_SWAPPED = 0.4
_ONCE_MISSPELT = 0.55
_MAX_NAMES = 5000


class ConflictingName(Rule):
    """One name is written in two ways.

    What it finds: the two parts of a name in both orders, and two surnames that differ in one letter beside the same
    given name.

    Why it matters: readers take one person for two. Names from other scripts are transliterated anew by a machine each
    time they come.

    When it errs: where two people have nearly the same name.

    There is no fix: the source tells which form is right.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MINOR
    triggers = (sight(CAPITAL_PAIR),)
    bad = (
        Bad("The singer Mara Lindqist left. Later Mara Lindqist came back, and ⟦Mara Lindqest⟧ sang."),
        Bad("Певица Мара Линдквист уехала. Мара Линдквист вернулась, и ⟦Мара Ландквист⟧ пела.", language="ru"),
        Bad("The singer Wenling Zhao left. Later Wenling Zhao came back, and ⟦Zhao Wenling⟧ sang."),
    )
    good = (
        Good("Mara Lindqist and Jan Lindqist left. Mara Brenner came.", "a family, and a namesake"),
        Good("The singer Wenling Zhao left, and Ms Zhao came back.", "a full and a short name"),
        Good("New York is big. York New College is small.", "a place and a school"),
        Good("Mara Hansen met Mara Jansen’s son.", "the possessive of another name"),
        Good("Ольга Бреннер уехала. Видели и Марко Ярова, и Марко Ярову.", "endings", language="ru"),
    )
    known_errors = (Good("Mara Hansen met Mara Hanson.", "two people with nearly the same name"),)

    def check(self, passage: Passage) -> Iterator[Finding]:
        language = passage.language
        titles = language.words("consistency", "titles")
        places: dict[tuple[str, str], list[int]] = {}
        for start, end in passage.document.candidate_spans(self.name):
            # Two more characters tell whether the name goes on in the next line.
            for match in _PAIR.finditer(passage.text, start, end + 2):
                first, second = match.group(1), match.group(2)
                if first.lower() not in titles and second.lower() not in titles:
                    places.setdefault((first, second), []).append(match.start())
                    if len(places) > _MAX_NAMES:
                        return
        count = Counter({name: len(found) for name, found in places.items()})
        for name, other in _conflicts(list(places), language.value("consistency", "inflected_tail", 0)):
            rare, common = sorted((name, other), key=lambda pair: (count[pair], -places[pair][0]))
            start = places[rare][0]
            yield self.finding(
                passage,
                start,
                start + len(" ".join(rare)),
                f"“{' '.join(rare)}” is written “{' '.join(common)}” elsewhere in this text.",
                score=0.7 if count[common] > count[rare] else _ONCE_SWAPPED if rare == common[::-1] else _ONCE_MISSPELT,
                related=[(places[common][0], places[common][0] + len(" ".join(common)))],
            )


def _conflicts(names: Sequence[tuple[str, str]], tail: int) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Names in both orders, and names with the same first part whose second parts differ in one letter.

    In the last ``tail`` letters names are inflected and may differ.
    """
    known = set(names)
    namesakes = Counter(first for first, _ in names)
    by_shape: dict[tuple[str, str], tuple[str, str]] = {}
    for first, second in names:
        if first < second and (second, first) in known:
            yield (first, second), (second, first)
        if namesakes[first] == 1 or not _MIN_LETTERS <= len(second) <= _MAX_LETTERS:
            continue
        for place in range(1, len(second) - tail):
            shape = (first, f"{second[:place]}*{second[place + 1 :]}")
            if shape in by_shape:
                yield by_shape[shape], (first, second)
                break
            by_shape[shape] = (first, second)
