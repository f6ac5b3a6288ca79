"""Placeholders count as words, tags as nothing, and what only looks like one is text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.checker import Checker
from tqcheck.formats import Format
from tqcheck.readers.catalogues.placeholders import changes, forms
from tqcheck.readers.files import read

CHECKER = Checker(language="en")


def said(text: str) -> list[str]:
    reading = read(json.dumps([text]).encode(), "a.json", Format("json"))
    return [reading.text[block.span.start : block.span.end] for block in reading.blocks or ()]


@pytest.mark.parametrize(
    "placeholder",
    [
        *("%s", "%d", "%1$s", "%#@ships@", "%-5.2f", "%@", "%1$@", "%lld", "%(name)s", "%(count)d", "%<name>s", "%{name}", "%name%", "%1"),
        *("{}", "{0}", "{name}", "{user.name}", "{0:d}", "{n, number}", "{d, date, short}", "{name!r}", "{{name}}", "{{ name | upper }}"),
        *("${name}", "#{name}", "$NAME$", "$t(other.key)", "<0/>", "https://norrham.example/a?b=c#d", "office@norrham.example"),
    ],
)
def test_a_placeholder_is_one_word(placeholder: str) -> None:
    assert said(f"Hello {placeholder}, welcome.") == ["Hello Xy, welcome."]
    assert said(f"{placeholder} {placeholder} left.") == ["Xy Qa left."]
    assert said(placeholder) == []


@pytest.mark.parametrize(
    "text",
    [
        *("About 50 % of all ships.", "A set { of many }.", "It costs $5.", "a < b and c > d", "Ask me @ noon.", "R&D", "C# is 100% good."),
        *("One {two three} four.", "One } two { three"),
    ],
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    assert said(text) == [text]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("It is <b>very</b> <a href='x'>late</a>.", ["It is very late."]),
        ("Press <0>here</0>.", ["Press here."]),
        ("One<br>two<br/>three", ["One\ntwo\nthree"]),
        ("<p>One &amp; two.</p><p>Three.</p>", ["One & two.\n\nThree."]),
        ("Nets &amp; ropes", ["Nets &amp; ropes"]),
        ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]),
        ("It''s {0}''s ship.", ["It's Xy's ship."]),
        ("It''s a ship.", ["It''s a ship."]),
        ("All of it: 100%%", ["All of it: 100%"]),
    ],
)
def test_tags_are_left_out(text: str, read_as: list[str]) -> None:
    assert said(text) == read_as


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("{n, plural, one {# ship} other {# ships of {name}}}", ["# ship", "# ships of Xy"]),
        (" {n, plural, =0 {none} other {{g, select, f {her ship} other {their ship}}}} ", ["none", "her ship", "their ship"]),
        ("You see {n, plural, one {a ship} other {many ships}} here.", ["You see many ships here."]),
        ("{n, plural, one {a ship} other {{m} ships}} and {k}", ["Xy ships and Qa"]),
        ("{n, plural, one {a ship} other {ships}", []),
        ("{n, plural, }", []),
    ],
)
def test_a_choice_is_read_branch_by_branch_or_in_its_sentence(text: str, read_as: list[str]) -> None:
    assert said(text) == read_as


def test_many_levels_are_one_word() -> None:
    deep = "a ship"
    for _ in range(6):
        deep = f"{{n, plural, other {{{deep}}}}}"
    assert said(f"You see {deep} here.") == ["You see Xy here."]


@pytest.mark.parametrize(
    "text",
    [
        *("{} {} {} {}", "Your {} is full; {} {} are left.", "{} and {}, {} or {}.", "On Monday, {} {}, the shop is closed.", "Hello {},"),
        *("Saved {} of {} files ({}).", "{}: no such file", "The user “{}” has no rights to “{}”.", "Version {}.{}.{} is out.", "(see {})"),
        *("Are you sure, {}? {} cannot be undone.", "{}’s photo was shared with {}’s friends.", "{}. Chapter {}", "{}{}", "{}/{} done"),
        *(
            "It was changed on {}, {} at {}.",
            "He said “{} is here” and left.",
            "[{}] Started",
            "{}px wide, {}px high",
            "{}-{} of {}",
            "{}%",
        ),
    ],
)
def test_no_rule_minds_what_stands_for_a_placeholder(text: str) -> None:
    reading = read(json.dumps([text, f"Please note. {text}"]).encode(), "a.json", Format("json"))
    assert CHECKER.check_reading(reading).findings == ()


@given(st.lists(st.sampled_from(["{n,plural,other{", "{n,select,", *"{}a, %s<b>/&\n$("]), max_size=60).map("".join))
def test_changes_are_ordered_and_lie_in_their_forms(text: str) -> None:
    last = 0
    for start, end in forms(text):
        assert last <= start <= end <= len(text)
        last = start
        for one, other, _ in changes(text, start, end):
            assert last <= one <= other <= end
            last = other
