"""The rule weekday-against-date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.language import Language
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import ANYWHERE, word

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
    triggers = (word(ANYWHERE, "consistency", "months"),)
    bad = (
        Bad("The fair opens on ⟦Monday, March 17, 2023⟧."),
        Bad("The fair opens on ⟦17 March 2023 (Monday)⟧."),
        Bad("The law of March 1, 2023 is new. The fair opens on ⟦Monday, March 17⟧."),
    )
    good = (
        Good("The fair opens on Friday, March 17, 2023.", "the right weekday"),
        Good("The fair opens on Monday, March 17.", "a text without a year"),
        Good("The guild was founded on May 1, 1990. The fair opens on Monday, March 17.", "a year that is not that of the fair"),
        Good("The law of March 1, 2020 and that of May 2, 2023. The fair opens on Monday, March 17.", "two years"),
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
        dated = [(start, end) for start, end in blocks if _holds(passage.text[start:end].lower(), weekdays)]
        for wanted, span in product(patterns[:2], dated):
            for match in wanted.finditer(passage.text, *span):
                if match.group("year") is None and dates is None:
                    dates = sorted(_full_dates(passage, patterns[2], blocks))
                day = _date(passage.language, match) or _date_near(passage.language, match, dates or [])
                right = passage.language.phrases("consistency", "weekdays")[day.weekday()] if day else None
                if day is not None and right is not None and right != match.group("weekday").casefold():
                    yield self.finding(
                        passage,
                        match.start(),
                        match.end(),
                        f"The date falls on a {right.capitalize()} in {day.year}, not on a {match.group('weekday')}.",
                        score=_BY_ONE_YEAR if match.group("year") is None or day.year < _GREGORIAN else _SURE,
                    )


def _date(language: Language, match: regex.Match[str], year: int | None = None) -> date | None:
    """The day that is written, in the year that is written or given; None without a year or if there is no such day."""
    year = int(match.group("year")) if match.group("year") else year
    from datetime import date

    month = language.phrases("consistency", "months").index(match.group("month").casefold()) + 1
    try:
        return date(year or 0, month, int(match.group("day")))
    except ValueError:
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
    """Weekday before the date, date before the weekday, and the year of a full date."""
    made: _Patterns | None = language.cached("weekday-against-date")
    weekdays, months = ("|".join(language.phrases("consistency", key)) for key in ("weekdays", "months"))
    if made is not None or not weekdays or not months:
        return made
    day = r"(?<day>\p{Nd}{1,2})(?:st|nd|rd|th)?+"
    month, weekday = rf"(?<month>{months})", rf"(?<weekday>{weekdays})"
    full = rf"(?:{month}\s{day}|{day}\s(?:of\s)?{month})"
    year = r"(?:,?\s(?<year>\p{Nd}{4})\b)?+(?!\p{Nd})"
    before = pattern(rf"(?iV1)\b{weekday},?\s(?:the\s)?{full}{year}")
    after = pattern(rf"(?iV1)\b{full}{year}\s?\({weekday}\)")
    years = pattern(rf"(?iV1)\b{full},?\s(?<year>\p{{Nd}}{{4}})\b")
    return _kept(language, (before, after, years))
