"""A repair is shown by its words before and after."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.core.finding import Edit, Fix, Safety
from tqcheck.reporters.display import Display
from tqcheck.reporters.repair import repair_line


def line(text: str, *edits: tuple[str, str], safety: Safety = Safety.SAFE) -> str:
    made = tuple(Edit(text.index(old), text.index(old) + len(old), new) for old, new in edits)
    return repair_line(Fix(made, safety), text, Display())


@pytest.mark.parametrize(
    ("text", "old", "new", "shown"),
    [
        ("They saw the the sea.", " the the", " the", "repair: saw the the sea. → saw the sea."),
        ("The chemist Olga (Olga) won.", " (Olga)", "", "repair: Olga (Olga) won. → Olga won."),
        ("one , two", " ,", ",", "repair: one , two → one, two"),
        ("It ended.Then it began.", ".T", ". T", "repair: ended.Then → ended. Then"),
        ("first\nwrong\nthird", "wrong", "right", "repair: wrong → right"),
        ("10\u00a0km away", "\u00a0", " ", "repair: 10\\xa0km → 10␣km"),
        ("trailing  \nend", "  ", "", "repair: trailing␣␣ → trailing"),
        ("a\r\nb", "\r\n", " ", "repair: a⏎b → a b"),
        ("sound\x07s", "\x07", "", "repair: sound\\x07s → sounds"),
    ],
)
def test_words_before_and_after(text: str, old: str, new: str, shown: str) -> None:
    assert line(text, (old, new)) == shown


def test_safety_is_said_if_it_is_not_safe() -> None:
    assert line("a b c", ("b", "x"), safety=Safety.UNSAFE).startswith("repair (unsafe): a b c")
    assert line("a b c", ("b", "x"), safety=Safety.SHOW).startswith("repair (a hint only): a b c")


def test_edits_near_each_other_are_one_stretch() -> None:
    assert line("say 'so' now", ("'so", "‘so"), ("' now", "’ now")) == "repair: say 'so' now → say ‘so’ now"


def test_edits_far_apart_are_shown_apart_and_only_some() -> None:
    text = " ".join(f"(word{number}) and so on and so on and on" for number in range(5))
    shown = line(text, *((f"(word{number})", f"word{number}") for number in range(5)))
    assert shown.count("→") == 3
    assert shown.endswith("; and 2 more")


def test_a_long_piece_loses_its_middle() -> None:
    shown = line("start " + "x" * 500 + " end", ("x" * 500, ""))
    assert len(shown) < 120
    assert "…" in shown


def test_colours_mark_what_goes_and_what_comes() -> None:
    shown = repair_line(Fix((Edit(4, 5, "x"),)), "and b so", Display(colour=True))
    assert shown == "repair (unsafe): and \x1b[31mb\x1b[0m so → and \x1b[32mx\x1b[0m so"


@given(st.text(st.characters(), max_size=50), st.integers(0, 50), st.integers(0, 50), st.text(st.characters(), max_size=10))
def test_any_edit_of_any_text_is_one_printable_line(text: str, start: int, length: int, new: str) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    shown = repair_line(Fix((Edit(start, end, new),)), text, Display())
    assert not any(character < " " or character in "\x7f\x85\u2028\u2029" for character in shown)
