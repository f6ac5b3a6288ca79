"""Subtitles: faults are found where they stand in the file, over lines and cues, and not in times and tags."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from tqcheck.checked import Checked
from tqcheck.checker import Checker
from tqcheck.errors import ReadingError
from tqcheck.fixing.files import repaired_file
from tqcheck.formats import format_of
from tqcheck.readers.files import read
from tqcheck.readers.reading import Reading
from tqcheck.silence import Silence

FILES = Path(__file__).parents[1] / "files"
CHECKER = Checker(language="en")
PLANTED = {
    "harbour.srt": [
        ("doubled-word", 3, 34),
        ("doubled-word", 9, 25),
        ("space-before-mark", 13, 37),
        ("doubled-word", 18, 5),
        ("duplicate-gloss", 36, 20),
        ("duplicate-gloss", 44, 26),
        ("doubled-word", 44, 34),
    ],
    "harbour.vtt": [
        ("doubled-word", 13, 34),
        ("doubled-word", 18, 36),
        ("space-before-mark", 21, 45),
        ("doubled-word", 24, 35),
        ("space-before-mark", 24, 51),
        ("doubled-word", 32, 48),
    ],
    "harbour.ass": [
        ("doubled-word", 13, 90),
        ("doubled-word", 14, 120),
        ("space-before-mark", 15, 94),
        ("doubled-word", 19, 62),
        ("space-before-mark", 19, 109),
    ],
}
HEADS = {
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n",
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n",
    "a.ass": "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,",
}


def reading_of(text: str, name: str = "a.srt") -> Reading:
    return read(text.encode(), name, format_of(name))


def checked(reading: Reading) -> Checked:
    return Silence().applied(Checked(reading, CHECKER.check_reading(reading)))


def srt(*cues: str, pause: float = 0.1) -> Reading:
    """Cues of two seconds each with a pause between them."""
    length = 2 + pause
    parts = [f"{n}\n{clock(n * length)} --> {clock(n * length + 2)}\n{cue}\n" for n, cue in enumerate(cues)]
    return reading_of("\n".join(parts))


def clock(seconds: float) -> str:
    return time.strftime("%H:%M:%S", time.gmtime(seconds)) + f",{round(seconds % 1 * 1000):03}"


def blocks(reading: Reading) -> list[str]:
    return [reading.text[block.span.start : block.span.end].replace("\n", " ") for block in reading.blocks or ()]


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_planted_faults_are_found_where_they_stand(name: str, end: str, mark: str) -> None:
    raw = (FILES / name).read_text("utf-8")
    reading = reading_of(mark + raw.replace("\n", end), name)
    places = [(finding.rule, reading.place(finding.start)) for finding in checked(reading).report.findings]
    assert [(rule, place.line, place.column) for rule, place in places] == PLANTED[name]


@pytest.mark.parametrize("name", PLANTED)
def test_repairs_keep_times_tags_and_lines(name: str) -> None:
    before = reading_of((FILES / name).read_text("utf-8"), name)
    fixed = repaired_file(checked(before), checked, known={}, unsafe=True)
    assert fixed.made
    assert len(fixed.text.splitlines()) == len(before.raw.splitlines())
    markup = re.compile(r"<[^>]*>|\{[^}]*\}|&\w+;|.*-->.*|^Dialogue.*,,|^.*\[.*", re.MULTILINE)
    assert markup.findall(fixed.text) == markup.findall(before.raw)
    assert all(repair.why for repair in fixed.dropped)


@pytest.mark.parametrize("name", HEADS)
def test_a_repair_over_two_lines_is_refused(name: str) -> None:
    end = r"\N" if name == "a.ass" else "\n"
    reading = reading_of(f"{HEADS[name]}He went to the{end}the harbour at noon.", name)
    fixed = repaired_file(checked(reading), checked, known={}, unsafe=True)
    assert fixed.text == reading.raw
    assert [repair.finding.rule for repair in fixed.dropped] == ["doubled-word"]


def test_cues_are_joined_until_a_sentence_ends() -> None:
    assert blocks(srt("The ferry left", "at noon.", "It was late.")) == ["The ferry left at noon.", "It was late."]
    assert blocks(srt("He met", "Anna at noon.")) == ["He met Anna at noon."]
    assert blocks(srt("He met", "Anna at noon.", pause=2)) == ["He met", "Anna at noon."]
    assert blocks(srt("the ferry left", "at noon.", pause=11)) == ["the ferry left", "at noon."]
    assert blocks(srt("It was 5 p.m.", "when he left.")) == ["It was 5 p.m. when he left."]


def test_a_quotation_keeps_its_sentences_together() -> None:
    assert blocks(srt("He said: “I know.", "I will wait.” He left.", "She did not.")) == [
        "He said: “I know. I will wait.” He left.",
        "She did not.",
    ]
    assert blocks(srt("“I know.", "“I will wait.”")) == ["“I know.", "“I will wait.”"]
    assert len(blocks(srt("“I know.", *["It was late."] * 20))) == 14


def test_who_speaks_parts_and_is_no_text() -> None:
    assert blocks(srt("- Where is it?\n- Here.")) == ["Where is it?", "Here."]
    assert blocks(srt("<i>– Where is it,\nsay?</i>", "-Here.")) == ["Where is it, say?", "Here."]
    assert blocks(srt("ANNA: Where is", "MR. LUND: Here.", "- Ole: There.")) == ["Where is", "Here.", "There."]
    assert blocks(srt("He waited —\n— and waited.")) == ["He waited — — and waited."]
    assert blocks(srt("Note this: it is late.")) == ["Note this: it is late."]


def test_songs_and_sounds_stand_alone() -> None:
    assert blocks(srt("The ferry left", "[horn blows]", "at noon.")) == ["The ferry left", "[horn blows]", "at noon."]
    assert blocks(srt("♪ The lamps go out\n♪ along the quay")) == ["♪ The lamps go out", "♪ along the quay"]


def test_what_only_looks_like_a_sound_or_a_song_is_speech() -> None:
    assert blocks(srt("The ferry that we took", "(it is the only one there is)", "left at noon.")) == [
        "The ferry that we took (it is the only one there is) left at noon."
    ]
    assert blocks(srt("The winner is", "#1 of 5.")) == ["The winner is #1 of 5."]
    assert len(blocks(srt("The ferry left.", "(horn blows)", "# The lamps go out #"))) == 3


def test_dots_that_only_lead_on_are_no_text() -> None:
    assert blocks(srt("And then...", "...he left.")) == ["And then he left."]
    assert blocks(srt("And then…", "… he left...", "He did.")) == ["And then he left...", "He did."]


def test_voices_part_and_entities_are_read() -> None:
    cue = "<v Ann>Where is it?<v Ole>Here &amp; there&lrm;.\n<v Ole>Now &lt;go&gt;"
    assert blocks(reading_of(HEADS["a.vtt"] + cue, "a.vtt")) == ["Where is it?", "Here & there. Now <go>"]


def test_what_is_drawn_or_shown_twice_is_no_text_again() -> None:
    event = "\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,"
    text = f"[Events]{event}The end.{event}The end.{event}{{\\p1}}m 0 0{{\\p0}}To \\hthe ferry"
    assert blocks(reading_of(text, "a.ass")) == ["The end.", "To \u00a0the ferry"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.srt", "The ferry left.", "line 1, column 1: a time should stand before this text"),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nYes.\n\n2\n00:00:03,000 -> 00:00:04,000\nNo.", "line 6, column 1: this is no time"),
        ("a.vtt", "1\n00:01.000 --> 00:02.000\nYes.", "line 1, column 1: a WebVTT file begins with a line WEBVTT"),
        ("a.vtt", "WEBVTT\r\rintro\r00:01,000 --> 00:02,000\rYes.", "line 4, column 1: a time of a cue should stand here"),
        ("a.ass", "[Script Info]\n", "line 2, column 1: the file ends without its section"),
        ("a.ass", "[Events]\nDialogue: 0,0:00:01.00,The end.", "line 2, column 1: this event has 3 of 10 fields"),
        ("a.ass", "[Events]\nDialogue: 0,soon,later,D,,0,0,0,,The end.", "line 2, column 1: this event has a time that cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(name: str, text: str, why: str) -> None:
    with pytest.raises(ReadingError, match=f"^{re.escape(name)}: {re.escape(why)}"):
        reading_of(text, name)


@pytest.mark.parametrize("name", HEADS)
@pytest.mark.parametrize(
    "junk",
    [
        "<" * 100_000,
        "<a" * 50_000,
        "{\\p1" * 30_000,
        "&a" * 50_000,
        "a\n" * 50_000,
        "- " * 50_000,
        "." * 100_000,
        "(a" * 50_000,
        "(" + "a " * 50_000,
        "*" * 100_000,
    ],
)
def test_any_markup_may_stand_open(name: str, junk: str) -> None:
    reading = reading_of(HEADS[name] + junk, name)
    assert reading.raw.endswith(junk)
