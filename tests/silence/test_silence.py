"""Comments silence what they name, where they stand, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tqcheck
from tqcheck import ReadingError
from tqcheck.checked import Checked
from tqcheck.cli import main
from tqcheck.readers import plain
from tqcheck.silence import Silence
from tqcheck.silence.coverage import MOST_NOTICES

CHECKER = tqcheck.Checker(language="en", select=["duplicate-gloss", "doubled-word"])
GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) was silent."
DOUBLED = "The boats went out to the the sea."


def silenced(raw: str, *, today: str = "2024-06-01", require_reason: bool = False) -> Checked:
    reading = plain.reading(raw, "a.txt")
    step = Silence(today=today, require_reason=require_reason)
    (left,) = step([Checked(reading, CHECKER.check(reading.text, name=reading.name))])
    assert not isinstance(left, ReadingError)
    return left


def found(raw: str, *, require_reason: bool = False) -> list[tuple[int, str]]:
    left = silenced(raw, require_reason=require_reason)
    return [(left.reading.place(finding.start).line, finding.rule) for finding in left.report.findings]


def told(raw: str, *, require_reason: bool = False) -> list[tuple[int, str]]:
    left = silenced(raw, require_reason=require_reason)
    return [(left.reading.place(notice.start).line, notice.message) for notice in left.report.notices]


class TestWhere:
    def test_the_line_it_stands_in(self) -> None:
        raw = f"{GLOSS}\n{GLOSS} <!-- tqcheck: ignore duplicate-gloss -->\n{GLOSS}\n"
        assert found(raw) == [(1, "duplicate-gloss"), (3, "duplicate-gloss")]
        assert told(raw) == []
        assert silenced(raw).left_out == {"silenced": 1}

    @pytest.mark.parametrize("comment", ["<!-- tqcheck: {} -->", "# tqcheck: {}", "// tqcheck: {}", "  % tqcheck: {}", "## tqcheck:{}"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
    def test_the_next_line(self, comment: str, end: str) -> None:
        raw = end.join([GLOSS, comment.format("ignore duplicate-gloss"), GLOSS, GLOSS, ""])
        lines = 2 if end == "\n\n" else 1
        assert found(raw) == [(1, "duplicate-gloss"), (3 * lines + 1 if lines == 1 else 7, "duplicate-gloss")]
        assert told(raw) == []

    def test_several_comments_stand_together(self) -> None:
        raw = f"# tqcheck: ignore duplicate-gloss\n\n<!-- tqcheck: ignore doubled-word -->\n\n{GLOSS} {DOUBLED}\n{DOUBLED}\n"
        assert found(raw) == [(6, "doubled-word")]
        assert told(raw) == []

    def test_the_whole_of_a_wrapped_paragraph_that_begins_there(self) -> None:
        wrapped = (
            "The ferry to the island sails at noon on every day but on Sunday,\n"
            "when the crew stays at home and mends the nets in the harbour of\n"
            "the old town, and nobody goes out to the the sea before the next\n"
            "morning, whatever the weather says and however calm the water is,\n"
            "because a rule of the guild has said so for two hundred years now.\n"
        )
        assert found(wrapped) == [(3, "doubled-word")]
        assert found(f"# tqcheck: ignore doubled-word\n{wrapped}") == []
        first, second, third, *others = wrapped.splitlines(keepends=True)
        assert found("".join([first, second, "# tqcheck: ignore doubled-word\n", third, *others])) == []
        inside = [first, "# tqcheck: ignore doubled-word\n", second, third, *others]
        assert found("".join(inside)) == [(4, "doubled-word")], "inside a paragraph it speaks of the next line alone"

    def test_a_stretch(self) -> None:
        raw = f"{GLOSS}\n\n# tqcheck: off\n\n{GLOSS}\n{DOUBLED}\n\n# tqcheck: on\n\n{GLOSS}\n"
        assert found(raw) == [(1, "duplicate-gloss"), (10, "duplicate-gloss")]
        assert told(raw) == []

    def test_a_stretch_by_rule_and_up_to_the_end(self) -> None:
        raw = f"# tqcheck: off\n{GLOSS}\n# tqcheck: on duplicate-gloss\n{GLOSS} {DOUBLED}\n# tqcheck: off repetition\n{GLOSS} {DOUBLED}\n"
        assert found(raw) == [(4, "duplicate-gloss")]
        assert told(raw) == []

    def test_the_file(self) -> None:
        assert found(f"{GLOSS}\n# tqcheck: ignore-file duplicate-gloss\n{GLOSS}\n{DOUBLED}\n") == [(4, "doubled-word")]
        assert found(f"{GLOSS}\n{DOUBLED}\n# tqcheck: ignore-file\n") == []

    def test_the_file_only_at_its_head(self) -> None:
        raw = f"{GLOSS}\n" + "\n" * 9 + "# tqcheck: ignore-file duplicate-gloss\n"
        assert found(raw) == [(1, "duplicate-gloss")]
        assert told(raw) == [(11, "ignore-file counts only in the first 10 lines of a file")]

    def test_the_score_is_that_of_what_is_left(self) -> None:
        left = silenced(f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss -->\n")
        assert left.report.score.value == 100
        assert left.report.words == len(GLOSS.split())


class TestNotices:
    @pytest.mark.parametrize(
        ("comment", "message"),
        [
            ("ignore", "ignore needs the name of a rule: ignore RULE"),
            ("", "this comment says nothing; it can say ignore, ignore-file, off, on"),
            ("ignor quotes", "unknown directive 'ignor'; did you mean 'ignore'? (there are ignore, ignore-file, off, on)"),
            ("ignore duplicate-glos", "unknown rule or family 'duplicate-glos'; did you mean 'duplicate-gloss'?"),
            ("ignore repetition", "this comment silences nothing: there is no finding of repetition for it"),
            ("off", "this comment silences nothing: there is no finding of any rule for it"),
            ("on", "nothing was off here"),
            ("on doubled-word", "doubled-word was not off here"),
            ("off until 2024-05-31", "this comment held until 2024-05-31 and silences nothing any more"),
            ("off until 2024-05-32", "until needs one day, such as 2030-12-31, not '2024-05-32'"),
            ("off until", "until needs one day, such as 2030-12-31, not ''"),
            ("on until 2024-07-01", "on takes no date; off does"),
        ],
    )
    def test_wrong_and_useless_comments(self, comment: str, message: str) -> None:
        assert told(f"The harbour was quiet.\n\n# tqcheck: {comment}\n") == [(3, message)]

    def test_of_several_names_the_useless_one(self) -> None:
        raw = f"# tqcheck: ignore duplicate-gloss, doubled-word, lost-rule\n{GLOSS}\n"
        assert found(raw) == []
        assert [message.split(";")[0] for _, message in told(raw)] == [
            "this comment silences nothing: there is no finding of doubled-word for it",
            "unknown rule or family 'lost-rule'",
        ]

    def test_rules_that_did_not_run_are_not_called_useless(self) -> None:
        assert told("# tqcheck: ignore unclosed-quote, mechanics\nThe harbour was quiet.\n") == []

    def test_a_comment_that_is_not_closed_stays_text(self) -> None:
        raw = f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss\n"
        assert found(raw) == [(1, "duplicate-gloss")]
        assert told(raw) == [(1, "this comment is not closed in its line")]

    def test_the_last_day_still_holds(self) -> None:
        assert found(f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss until 2024-06-01 -->") == []

    def test_a_reason_can_be_required(self) -> None:
        for tail, left in (("", 1), (" --", 1), (" -- a joke", 0), (" — a joke", 0), (" until 2024-07-01 -- it -- is", 0)):
            raw = f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss{tail} -->\n"
            assert len(found(raw, require_reason=True)) == left
            assert found(raw) == []
        assert told(f"# tqcheck: off -- why\n{GLOSS}\n# tqcheck: on\n", require_reason=True) == []

    def test_there_are_not_too_many(self) -> None:
        assert len(told("# tqcheck: ignore lost-rule\n" * 200)) == MOST_NOTICES


LINES = st.lists(st.sampled_from([GLOSS, DOUBLED, "", "A title", "- an item", "“He said", "so.”", "went home and"]), max_size=12)
COMMENT = "<!-- tqcheck: ignore lost-rule -->"


@given(LINES, st.data())
def test_a_comment_line_changes_no_finding(lines: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(lines)))
    every = tqcheck.Checker(language="en", min_score=0)
    without = plain.reading("\n".join(lines), "a.txt")
    with_comment = plain.reading("\n".join([*lines[:place], COMMENT, *lines[place:]]), "a.txt")
    kinds = [[(finding.rule, finding.message) for finding in every.check(each.text).findings] for each in (without, with_comment)]
    assert kinds[0] == kinds[1]
    assert len(without.paragraphs) == len(with_comment.paragraphs)


WORDS = st.sampled_from((
    "tqcheck:", "<!--", "-->", "# ", "// ", "\n", "\r", "\r\n", " ", "ignore", "off", "on", "until", "2024-06-01", "quotes", "doubled-word",
    "ignore-file", ",", "--", "the the ", "\ud800", "\x1b[31m", "“",
))  # fmt: skip


@settings(max_examples=200)
@given(st.lists(WORDS, max_size=30).map("".join) | st.lists(WORDS, max_size=6).map("".join).map("# tqcheck: {}".format))
def test_any_comment_is_answered(raw: str) -> None:
    left = silenced(raw)
    assert len(left.reading.text) == len(raw)
    everything = CHECKER.check(left.reading.text).findings
    assert set(left.report.findings) <= set(everything)
    assert len(everything) == len(left.report.findings) + left.left_out.get("silenced", 0)
    assert all(0 <= notice.start < notice.end <= len(raw) for notice in left.report.notices)


MANY = ("<!--tqcheck:", "<!--tqcheck:off-->", "# tqcheck: off\n", "# tqcheck: ignore doubled-word\n", "the the\n# tqcheck: lost\n")


@pytest.mark.parametrize("piece", MANY)
def test_many_comments_take_seconds(piece: str) -> None:
    start = time.process_time()
    silenced(piece * (100_000 // len(piece)))
    assert time.process_time() - start < 20


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss, doubled-word -->\n", "utf-8")
    assert main(["check", str(path), "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert f"{path}:1:53  notice: this comment silences nothing: there is no finding of doubled-word for it\n" in out
    assert "Comments in the texts silence 1 finding.\n" in out
