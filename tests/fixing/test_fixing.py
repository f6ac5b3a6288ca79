"""Repairs change what they name and nothing else, and come to rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck import Edit, Finding, Fix, Fixed, Safety, Severity
from tqcheck.fixing import MAX_ROUNDS, RESTLESS, Closed, Look, repaired
from tqcheck.planting import inject

ROOT = Path(__file__).parents[2]
CLEAN = [path.read_text("utf-8") for path in sorted((ROOT / "benchmarks" / "clean").glob("*.txt"))]
EVERY = tqcheck.Checker(language="en", min_score=0, preview=True)
USUAL = tqcheck.Checker(language="en")
PIECES = (
    "The harbour ", "the ", "the the ", "of ", "they ", "(they) ", "he said ", "Olga Brenner ", "(Olga Brenner) ", "again again ",
    "“", "”", "‘", "’", '"', "'", "«", "»", "(", ")", "[", "]", "（", ". ", ".", ", ", ",", " ,", "!", "? ", "…", " - ", "，", "。", "\t",
    "  ", "\u00a0", "\u200b", "\u202e", "\x1b", "\n", "\r\n", "\r", "\n\n", "&amp;", "Ã¼", "город ", "é", "e\u0301", "\ud800", "🙂",
    "3.14 ", "</s>", "www.example.org ",
)  # fmt: skip
PIECEWISE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def finding(rule: str, score: float, *edits: tuple[int, int, str], safety: Safety = Safety.SAFE) -> Finding:
    fix = Fix(tuple(Edit(*edit) for edit in edits), safety)
    return Finding(rule, "mechanics", edits[0][0], edits[-1][1], "wrong", Severity.MINOR, score, fix)


def once(text: str, *findings: Finding, closed: Sequence[Closed] = (), unsafe: bool = False) -> Fixed:
    """The text with these findings, after which nothing is found."""
    return repaired(text, lambda current: Look(findings if current == text else (), closed), unsafe=unsafe)


def kept(text: str, edits: Sequence[Edit]) -> list[str]:
    """The stretches of a text that no edit names."""
    bounds = [0, *(place for edit in edits for place in (edit.start, edit.end)), len(text)]
    return [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]


def replayed(text: str, fixed: Fixed) -> str:
    """The text after the repairs that are said to have been made, done stretch by stretch."""
    for number in range(1, fixed.rounds + 1):
        edits = [edit for repair in fixed.made if repair.round == number and repair.finding.fix for edit in repair.finding.fix.edits]
        edits.sort(key=lambda edit: (edit.start, edit.end))
        first, *others = kept(text, edits)
        text = first + "".join(edit.text + other for edit, other in zip(edits, others, strict=True))
    return text


def rebuilt(text: str, fixed: Fixed) -> str:
    """The repaired text made of the old one and the changes."""
    pieces: list[str] = []
    done = 0
    for change in fixed.changes:
        assert text[done : change.old_start] == fixed.text[change.new_start - (change.old_start - done) : change.new_start]
        pieces += text[done : change.old_start], fixed.text[change.new_start : change.new_end]
        done = change.old_end
    return "".join([*pieces, text[done:]])


class TestProperties:
    @settings(max_examples=150)
    @given(PIECEWISE | st.text(max_size=80), st.booleans())
    def test_only_what_the_edits_name_is_changed_and_twice_is_once(self, text: str, unsafe: bool) -> None:
        fixed = repaired(text, lambda current: Look(EVERY.check(current).findings), unsafe=unsafe)
        assert replayed(text, fixed) == fixed.text
        assert fixed.rounds <= MAX_ROUNDS
        assert rebuilt(text, fixed) == fixed.text
        again = repaired(fixed.text, lambda current: Look(EVERY.check(current).findings), unsafe=unsafe)
        assert (again.text, again.made, again.rounds) == (fixed.text, (), 0)
        assert again.left == fixed.left

    @settings(max_examples=25)
    @given(st.sampled_from(CLEAN), st.integers(0, 9999), st.booleans())
    def test_planted_faults(self, clean: str, seed: int, unsafe: bool) -> None:
        planted = inject(clean, seed=seed).text
        trusted = (Safety.SAFE, Safety.UNSAFE) if unsafe else (Safety.SAFE,)
        assume(any(finding.fix and finding.fix.safety in trusted for finding in USUAL.check(planted).findings))
        fixed = tqcheck.fix(planted, language="en", unsafe=unsafe)
        assert fixed.made
        assert not any(repair.why == RESTLESS for repair in fixed.dropped)
        assert replayed(planted, fixed) == fixed.text
        assert tqcheck.fix(fixed.text, language="en", unsafe=unsafe).text == fixed.text
        assert len(fixed.left) < len(USUAL.check(planted).findings)

    @settings(max_examples=80)
    @given(PIECEWISE, st.data())
    def test_closed_stretches_stay(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        marked = text[start:end]
        assume(marked and text.count(marked) == 1)

        def look(current: str) -> Look:
            place = current.index(marked)
            return Look(EVERY.check(current).findings, [Closed(place, place + len(marked), "closed")])

        assert marked in repaired(text, look, unsafe=True).text

    @given(PIECEWISE)
    def test_where_repairs_were_lies_in_the_text(self, text: str) -> None:
        fixed = repaired(text, lambda current: Look(EVERY.check(current).findings), unsafe=True)
        assert all(0 <= repair.start <= repair.end <= len(text) for repair in (*fixed.made, *fixed.dropped))


class TestChoice:
    def test_the_surest_comes_first_and_the_other_is_dropped(self) -> None:
        weak, sure = finding("weak", 0.6, (0, 5, "X")), finding("sure", 0.9, (4, 7, "Y"))
        fixed = once("abcdefgh", weak, sure)
        assert fixed.text == "abcdYh"
        assert [(repair.finding.rule, repair.why) for repair in fixed.dropped] == [("weak", "it meets the repair of sure")]

    def test_a_repair_is_made_whole_or_not_at_all(self) -> None:
        fixed = once("abcdefgh", finding("both", 0.6, (0, 1, "X"), (4, 5, "Y")), finding("sure", 0.9, (4, 5, "")))
        assert fixed.text == "abcdfgh"

    def test_repairs_that_touch_wait_for_the_next_round(self) -> None:
        def look(text: str) -> Look:
            marks = [place for place, character in enumerate(text) if character == "!"]
            return Look([finding("mark", 0.9, (place, place + 1, "")) for place in marks])

        fixed = repaired("a!!b!", look)
        assert (fixed.text, fixed.rounds, fixed.dropped) == ("ab", 2, ())
        assert [(repair.start, repair.round) for repair in fixed.made] == [(1, 1), (4, 1), (2, 2)]

    def test_insertions_at_one_place_do_not_both_happen(self) -> None:
        assert once("ab", finding("one", 0.9, (1, 1, "X")), finding("two", 0.8, (1, 1, "Y"))).text == "aXb"

    def test_unsafe_ones_only_when_asked_and_hints_never(self) -> None:
        unsafe, hint = finding("unsafe", 0.9, (0, 1, "X"), safety=Safety.UNSAFE), finding("hint", 0.9, (2, 3, "Y"), safety=Safety.SHOW)
        assert once("abc", unsafe, hint).text == "abc"
        assert once("abc", unsafe, hint, unsafe=True).text == "Xbc"

    def test_at_the_edges_of_a_closed_stretch(self) -> None:
        closed = [Closed(2, 5, "a comment")]
        for edit, is_made in [((1, 2, "X"), True), ((2, 2, "X"), True), ((5, 5, "X"), True), ((4, 4, "X"), False), ((1, 3, ""), False),
                              ((0, 8, ""), False), ((5, 6, ""), True)]:  # fmt: skip
            fixed = once("abcdefgh", finding("rule", 0.9, edit), closed=closed)
            assert bool(fixed.made) is is_made, edit
            assert [repair.why for repair in fixed.dropped] == ([] if is_made else ["a comment"])

    def test_many_overlapping_closed_stretches(self) -> None:
        closed = [Closed(0, 8, "long"), Closed(1, 2, "short"), Closed(3, 4, "short")]
        assert once("abcdefgh", finding("rule", 0.9, (6, 7, "")), closed=closed).text == "abcdefgh"


class TestRounds:
    def test_what_does_not_come_to_rest_stays(self) -> None:
        fixed = repaired("a b", lambda text: Look([finding("swing", 0.9, (0, 1, "b" if text[0] == "a" else "a"))]))
        assert (fixed.text, fixed.made, fixed.rounds) == ("a b", (), 0)
        assert [repair.why for repair in fixed.dropped] == [RESTLESS]

    def test_five_rounds_are_enough_for_five(self) -> None:
        def look(text: str) -> Look:
            return Look([finding("rule", 0.9, (0, 1, ""))] if text.startswith("!") else [])

        assert repaired("!!!!!a", look).text == "a"
        assert repaired("!!!!!!a", look).text == "!!!!!!a"

    def test_places_lead_back_to_the_text_that_was_handed_in(self) -> None:
        def look(text: str) -> Look:
            place = max(text.find("("), text.find("!"))
            return Look([finding("rule", 0.9, (place, place + 1, "<<>>" if text[place] == "(" else ""))] if place >= 0 else [])

        fixed = repaired("ab(cd!", look)
        assert fixed.text == "ab<<>>cd"
        assert [(repair.start, repair.end, repair.round) for repair in fixed.made] == [(5, 6, 1), (2, 3, 2)]


def test_the_library() -> None:
    fixed = tqcheck.fix("The mayor, Hanne Lund (Hanne Lund), came to the the harbour at noon.", language="en")
    assert fixed.text.startswith("The mayor, Hanne Lund, came")
    with pytest.raises(tqcheck.SettingsError):
        tqcheck.fix("text", languge="en")
