"""The family consistency: what single examples cannot show."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
PIECES = st.lists(
    st.sampled_from(
        ["Monday,", "(Friday)", "March", "ſunday", "auguﬅ", "17", "31", "99", "2023", "0000", "Wenling", "Zhao", "12-point plan", ".", "\n"]
    )
)


def found(text: str, *rules: str) -> list[tuple[str, str]]:
    report = tqcheck.check(text, language="en", select=list(rules or ("consistency",)))
    return [(finding.rule, text[finding.start : finding.end]) for finding in report.findings]


@pytest.mark.parametrize("day", [date(2024, 2, 28) + timedelta(days) for days in range(4)] + [date(1999, 12, 31), date(2100, 3, 1)])
@pytest.mark.parametrize("form", ["{weekday}, {month} {day}, {year}", "{weekday} {day} {month} {year}", "{day} {month} {year} ({weekday})"])
def test_one_of_seven_weekdays_is_right(day: date, form: str) -> None:
    right = WEEKDAYS[day.weekday()]
    for weekday in WEEKDAYS:
        written = form.format(weekday=weekday, month=MONTHS[day.month - 1], day=day.day, year=day.year)
        assert bool(found(f"The fair opens on {written}.")) is (weekday != right)


def test_a_year_is_taken_from_a_date_in_another_block_if_it_is_near() -> None:
    assert found("Norrham, March 1, 2023\n\nThe fair opens on Monday, March 17.") == [("weekday-against-date", "Monday, March 17")]
    assert found("Norrham, October 1, 2023\n\nThe fair opens on Monday, March 17.") == []


def test_a_weekday_and_a_date_of_two_blocks_do_not_meet() -> None:
    assert found("Closed on Monday\n\nMarch 17, 2023 was a fine day.", "weekday-against-date") == []


def test_a_name_is_compared_over_blocks_and_the_rarer_form_is_found() -> None:
    text = "Wenling Zhao sang.\n\nThe hall was full for Wenling Zhao.\n\nAt ten Zhao Wenling left."
    assert found(text) == [("conflicting-name", "Zhao Wenling")]


def test_a_preview_rule_runs_only_by_its_name() -> None:
    text = "The 12-point plan was read. Nobody liked the 12-point plan, but the 10-point plan passed."
    assert found(text) == []
    assert found(text, "conflicting-number") == [("conflicting-number", "10-point plan")]


@pytest.mark.parametrize(
    "text",
    [
        "Aa B" + "b" * 100_000,
        "Monday, March 17, 2023 " * 3000,
        "Monday, March 17 " * 5000 + "March 1, 2023",
        "12-point plan, 10-point plan. " * 3000,
        " ".join(f"Aa{'abcdefghij'[n % 10] * (n // 10 + 1)} Bbbbb met." for n in range(200)),
        "Monday " * 20000,
        "March " * 20000,
    ],
)
def test_hostile_text_is_read_to_the_end(text: str) -> None:
    assert len(found(text, "consistency", "conflicting-number")) <= len(text)


@given(PIECES)
def test_any_text_gives_findings_inside_it(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for finding in tqcheck.check(text, language="en", select=["consistency", "conflicting-number"], min_score=0).findings:
        assert 0 <= finding.start < finding.end <= len(text)
