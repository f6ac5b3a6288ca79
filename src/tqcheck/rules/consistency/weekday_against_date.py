"""The rule weekday-against-date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import regex

from ...core.document import Document, Passage
from ...core.finding import Finding, Severity
from ...core.language import Language
from ...core.rule import Bad, Good, Rule, Scope

_Patterns = tuple[regex.Pattern[str], regex.Pattern[str], regex.Pattern[str]]
_SURE = 0.9
_BY_ONE_YEAR = 0.6


class WeekdayAgainstDate(Rule):
    """A weekday contradicts its date.

    What it finds: a weekday beside a date that falls on another one, by the Gregorian calendar. The year must stand in
    the text: in the date itself, or in the only year that other dates of the text have. The clock is never asked.

    Why it matters: one of the two is wrong, and readers plan by it.

    When it errs: with dates of another calendar, and where a text gives one year and means another.

    There is no fix: the source tells which of the two is right.
    """

    scope = Scope.DOCUMENT
    severity = Severity.MAJOR
    bad = (
        Bad("The fair opens on ⟦Monday, March 17, 2023⟧."),
        Bad("The fair opens on ⟦17 March 2023 (Monday)⟧."),
        Bad("The law of March 1, 2023 is new. The fair opens on ⟦Monday, March 17⟧."),
    )
    good = (
        Good("The fair opens on Friday, March 17, 2023.", "the right weekday"),
        Good("The fair opens on Monday, March 17.", "a text without a year"),
        Good("The law of March 1, 2020 and that of May 2, 2023. The fair opens on Monday, March 17.", "two years"),
        Good("On Monday, the council said that the fair of March 17, 2023 was good.", "weekday and date are parted"),
        Good("It was closed on Friday, February 30, 2023.", "no date at all"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        patterns = _patterns(passage.language)
        if patterns is None:
            return
        only_year: int | None = None
        known = False
        for pattern in patterns[:2]:
            for match in pattern.finditer(passage.text):
                if match.group("year") is None and not known:
                    only_year, known = _only_year(passage.document, passage.language), True
                year = int(match.group("year")) if match.group("year") else only_year
                right = _weekday(passage.language, match, year)
                if right is not None and right != match.group("weekday").lower():
                    yield self.finding(
                        passage,
                        *match.span(),
                        f"The date falls on a {right.capitalize()} in {year}, not on a {match.group('weekday')}.",
                        score=_SURE if match.group("year") else _BY_ONE_YEAR,
                    )


def _weekday(language: Language, match: regex.Match[str], year: int | None) -> str | None:
    """The weekday that the date falls on, or None if the year is unknown or there is no such day."""
    month = language.phrases("consistency", "months").index(match.group("month").lower()) + 1
    try:
        day = date(year or 0, month, int(match.group("day")))
    except ValueError:
        return None
    return language.phrases("consistency", "weekdays")[day.weekday()]


def _only_year(document: Document, language: Language) -> int | None:
    """The year of the text's full dates, if they all have the same one."""
    patterns = _patterns(language)
    years = {match.group("year") for match in patterns[2].finditer(document.text)} if patterns else set()
    return int(years.pop()) if len(years) == 1 else None


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
    flags = regex.IGNORECASE | regex.VERSION1
    before = regex.compile(rf"\b{weekday},?\s(?:the\s)?{full}{year}", flags)
    after = regex.compile(rf"\b{full}{year}\s?\({weekday}\)", flags)
    years = regex.compile(rf"\b{full},?\s(?<year>\p{{Nd}}{{4}})\b", flags)
    return _kept(language, (before, after, years))
