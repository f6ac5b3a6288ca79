"""The rule weekday-against-date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from ...core.characters import folded
from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.language import Language
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import ANYWHERE, hint, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    import regex

    _Patterns = tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]

_SURE = 0.9
_BY_ONE_YEAR = 0.6
_NEAR = 31
"""Days."""
_GREGORIAN = 1924
"""The year after the last country of Europe, Greece, went over to the Gregorian calendar."""


class WeekdayAgainstDate(Rule):
    """A weekday contradicts its date.

    What it finds: a weekday beside a date that falls on another one, by the Gregorian calendar. The year must stand in
    the text: in the date itself, or in another date at most a month away, if all dates of the text with a year have the
    same one. The clock is never asked.

    Why it matters: one of the two is wrong, and readers plan by it.

    When it errs: with dates of another calendar, and where a text gives one year and means another.

    There is no fix: the source tells which of the two is right.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    triggers = (word(ANYWHERE, "consistency", "months"), hint(ANYWHERE, "consistency", "date_hints"))
    bad = (
        Bad("The fair opens on ⟦Monday, March 17, 2023⟧."),
        Bad("The fair opens on ⟦17 March 2023 (Monday)⟧."),
        Bad("Ярмарка откроется в ⟦понедельник, 17 марта 2023 года⟧.", language="ru"),
        Bad("Veletrh začíná v ⟦pondělí 17. března 2023⟧.", language="cs"),
        Bad("The law of March 1, 2023 is new. The fair opens on ⟦Monday, March 17⟧."),
    )
    good = (
        Good("The fair opens on Friday, March 17, 2023.", "the right weekday"),
        Good("Ярмарка откроется в пятницу, 17 марта 2023 года.", "the right weekday, inflected", language="ru"),
        Good("The fair opens on Monday, March 17.", "a text without a year"),
        Good("The guild was founded on May 1, 1990. The fair opens on Monday, March 17.", "a year that is not that of the fair"),
        Good("The law of March 1, 2020 and that of May 2, 2023. The fair opens on Monday, March 17.", "two years"),
        Good(
            "The law of March 1, 2020 is old. The fair opens on Friday, March 17, and closes on Sunday, March 19.",
            "dates that are all of another year",
        ),
        Good("On Monday, the council said that the fair of March 17, 2023 was good.", "weekday and date are parted"),
        Good("It was closed on Friday, February 30, 2023.", "no date at all"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        patterns = _patterns(passage.language)
        if patterns is None:
            return
        dates: list[date] | None = None
        blocks = list(passage.document.candidate_spans(self.name))
        weekdays = passage.language.phrases("consistency", "weekdays")
        dated = [(start, end) for start, end in blocks if _holds(folded(passage.text[start:end]), weekdays)]
        without_year: list[tuple[regex.Match[str], date]] = []
        for wanted, span in product(patterns[:2], dated):
            for match in wanted.finditer(passage.text, *span):
                day = _date(passage.language, match)
                if day is not None and _is_wrong(passage.language, match, day):
                    yield self._found(passage, match, day, _BY_ONE_YEAR if day.year < _GREGORIAN else _SURE)
                elif match.group("year") is None:
                    dates = sorted(_full_dates(passage, patterns[2], blocks)) if dates is None else dates
                    near = _date_near(passage.language, match, dates)
                    without_year += [(match, near)] if near else []
        wrong = [(match, day) for match, day in without_year if _is_wrong(passage.language, match, day)]
        if len(wrong) == 1 or 2 * len(wrong) <= len(without_year):  # where most are wrong, they are of another year
            for match, day in wrong:
                yield self._found(passage, match, day, _BY_ONE_YEAR)

    def _found(self, passage: Passage, match: regex.Match[str], day: date, score: float) -> Finding:
        right = passage.language.phrases("consistency", "weekdays")[day.weekday()]
        message = f"The date falls on a {right.capitalize()} in {day.year}, not on a {match.group('weekday')}."
        return self.finding(passage, match.start(), match.end(), message, score=score)


def _is_wrong(language: Language, match: regex.Match[str], day: date) -> bool:
    return day.weekday() != _number(language, "weekdays", match.group("weekday"))


def _date(language: Language, match: regex.Match[str], year: int | None = None) -> date | None:
    """The day that is written, in the year that is written or given; None without a year, or if there is no such day."""
    from datetime import date

    written = match.group("month")
    try:
        year = int(match.group("year")) if match.group("year") else year
        month = int(written) if written.isdecimal() else _number(language, "months", written) + 1
        return date(year or 0, month, int(match.group("day")))
    except ValueError:  # or regex knows digits of scripts that are newer than this Python
        return None


def _date_near(language: Language, match: regex.Match[str], dates: Sequence[date]) -> date | None:
    """The day that is written, in the only year of the text's full dates, if one of these is at most a month away."""
    if match.group("year") or not dates or dates[0].year != dates[-1].year:
        return None
    day = _date(language, match, dates[0].year)
    if day is None:
        return None
    place = bisect_left(dates, day)
    return day if any(abs(other.toordinal() - day.toordinal()) <= _NEAR for other in dates[max(0, place - 1) : place + 1]) else None


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _full_dates(passage: Passage, pattern: regex.Pattern[str], blocks: Sequence[tuple[int, int]]) -> Iterator[date]:
    for span in blocks:
        for match in pattern.finditer(passage.text, *span):
            found = _date(passage.language, match)
            if found is not None:
                yield found


def _kept(language: Language, made: _Patterns) -> _Patterns:
    language.cache("weekday-against-date", made)
    return made


def _patterns(language: Language) -> _Patterns | None:
    """Weekday before the date, date before the weekday, and a date alone, by the templates of the language."""
    made: _Patterns | None = language.cached("weekday-against-date")
    dates = language.phrases("consistency", "dates")
    if made is not None or not dates or not language.phrases("consistency", "weekdays"):
        return made
    date = rf"(?:{_filled('|'.join(dates), language)})(?!\p{{Nd}})"
    before, after = (_with(language, key, date) for key in ("weekday_before", "weekday_after"))
    return _kept(language, (before, after, pattern(rf"(?iV1){_edge(language)}{date}")))


def _edge(language: Language) -> str:
    """What a date begins after: no digit, and no letter, where words are parted."""
    return r"(?<!\p{Nd})" if language.is_unspaced else r"(?<![\p{L}\p{Nd}])"


def _with(language: Language, key: str, date: str) -> regex.Pattern[str]:
    """The pattern of a list of templates that hold a date; one that never matches, if there are none."""
    templates = "|".join(language.phrases("consistency", key))
    return pattern(rf"(?iV1){_edge(language)}(?:{_filled(templates, language).replace('{date}', date)})" if templates else r"(?!)")


def _filled(template: str, language: Language) -> str:
    weekdays, months = ("|".join(sorted(language.phrases("consistency", key), key=len, reverse=True)) for key in ("weekdays", "months"))
    parts = {
        "weekday": rf"(?<weekday>{weekdays})",
        "month": rf"(?<month>{months})",
        "month_number": r"(?<month>\p{Nd}{1,2})",
        "day": r"(?<day>\p{Nd}{1,2})",
        "year": r"(?<year>\p{Nd}{4})(?!\p{Nd})",
    }
    for name, part in parts.items():
        template = template.replace(f"{{{name}}}", part.replace("'", "['’]"))
    return template


def _number(language: Language, key: str, word: str) -> int:
    """Which month or day of the week a word is, from 0: the forms stand in the list one set after the other."""
    forms = language.phrases("consistency", key)
    word = folded(word)
    return forms.index(word if word in forms else word.casefold()) % (12 if key == "months" else 7)
