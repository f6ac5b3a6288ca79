"""Catalogues: faults are found where they stand in the file, and never in keys, sources, comments, code and locked strings."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.checked import Checked
from tqcheck.checker import Checker
from tqcheck.core.finding import Edit
from tqcheck.fixing.files import repaired_file
from tqcheck.formats import format_of
from tqcheck.readers.files import again, read, written
from tqcheck.readers.raw import raw_edits
from tqcheck.readers.reading import Reading
from tqcheck.silence import Silence

FILES = Path(__file__).parents[1] / "files"
CHECKER = Checker(language="en", ignore=["fidelity"])
PLANTED: Mapping[str, list[tuple[str, int, int]]] = {
    "harbour.po": [
        ("doubled-word", 13, 20),
        ("space-before-mark", 18, 43),
        ("doubled-word", 18, 46),
        ("doubled-word", 25, 22),
        ("doubled-word", 26, 23),
        ("duplicate-gloss", 40, 41),
    ],
    "harbour.xlf": [
        ("doubled-word", 8, 57),
        ("space-before-mark", 13, 64),
        ("doubled-word", 13, 99),
        ("duplicate-gloss", 37, 49),
    ],
    "harbour.xliff": [
        ("doubled-word", 8, 39),
        ("space-before-mark", 19, 42),
    ],
    "harbour.tmx": [
        ("doubled-word", 10, 68),
        ("space-before-mark", 14, 48),
        ("doubled-word", 15, 9),
    ],
    "strings.xml": [
        ("doubled-word", 4, 42),
        ("space-before-mark", 6, 35),
        ("doubled-word", 6, 63),
        ("doubled-word", 7, 95),
        ("doubled-word", 10, 38),
        ("space-before-mark", 11, 49),
        ("doubled-word", 14, 25),
        ("doubled-word", 15, 29),
    ],
    "harbour.strings": [
        ("doubled-word", 2, 25),
        ("space-before-mark", 5, 30),
        ("doubled-word", 5, 39),
        ("doubled-word", 5, 66),
        ("duplicate-gloss", 6, 39),
    ],
    "harbour.stringsdict": [("doubled-word", 8, 33), ("doubled-word", 16, 20), ("space-before-mark", 18, 41)],
    "harbour.xcstrings": [
        ("doubled-word", 7, 81),
        ("doubled-word", 16, 75),
        ("space-before-mark", 17, 76),
    ],
    "harbour.properties": [
        ("doubled-word", 2, 23),
        ("space-before-mark", 5, 31),
        ("doubled-word", 6, 7),
        ("doubled-word", 7, 14),
    ],
    "harbour.json": [
        ("doubled-word", 3, 26),
        ("doubled-word", 5, 41),
        ("space-before-mark", 6, 55),
        ("doubled-word", 6, 87),
        ("doubled-word", 7, 26),
        ("doubled-word", 8, 45),
        ("space-before-mark", 8, 84),
        ("doubled-word", 11, 71),
    ],
    "harbour.yaml": [
        ("doubled-word", 3, 23),
        ("doubled-word", 5, 35),
        ("space-before-mark", 6, 11),
        ("doubled-word", 7, 24),
        ("space-before-mark", 7, 44),
        ("doubled-word", 9, 22),
        ("space-before-mark", 11, 31),
        ("doubled-word", 14, 24),
        ("doubled-word", 16, 22),
    ],
    "harbour.toml": [
        ("doubled-word", 2, 25),
        ("doubled-word", 6, 32),
        ("space-before-mark", 7, 21),
        ("doubled-word", 9, 16),
        ("space-before-mark", 10, 12),
        ("doubled-word", 12, 20),
        ("space-before-mark", 12, 54),
    ],
    "harbour.ftl": [
        ("doubled-word", 2, 22),
        ("space-before-mark", 5, 18),
        ("doubled-word", 5, 21),
        ("doubled-word", 7, 23),
        ("doubled-word", 9, 20),
        ("space-before-mark", 10, 38),
        ("doubled-word", 14, 28),
        ("doubled-word", 16, 17),
    ],
    "harbour.csv": [
        ("doubled-word", 2, 46),
        ("doubled-word", 3, 22),
        ("space-before-mark", 3, 37),
        ("doubled-word", 5, 16),
    ],
    "harbour.tsv": [
        ("doubled-word", 2, 43),
        ("space-before-mark", 3, 23),
        ("doubled-word", 4, 21),
    ],
    "harbour.jsonl": [
        ("doubled-word", 1, 75),
        ("doubled-word", 2, 45),
        ("space-before-mark", 2, 88),
        ("doubled-word", 4, 33),
    ],
}


def reading_of(text: str, name: str, *columns: str) -> Reading:
    return read(text.encode(), name, format_of(name, columns=columns))


def checked(reading: Reading) -> Checked:
    return Silence().applied(Checked(reading, CHECKER.check_reading(reading)))


def planted(name: str) -> Reading:
    return reading_of((FILES / name).read_text("utf-8"), name)


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_planted_faults_are_found_where_they_stand(name: str, end: str, mark: str) -> None:
    raw = (FILES / name).read_text("utf-8")
    found = checked(reading_of(mark + raw.replace("\n", end), name))
    places = [(finding.rule, found.reading.place(finding.start)) for finding in found.report.findings]
    assert [(rule, place.line, place.column) for rule, place in places] == PLANTED[name]
    assert found.report.notices == ()


@pytest.mark.parametrize("name", PLANTED)
def test_files_may_be_in_utf_16(name: str) -> None:
    data = (FILES / name).read_text("utf-8").encode("utf-16")
    reading = read(data, name, format_of(name))
    places = [(finding.rule, reading.place(finding.start)) for finding in checked(reading).report.findings]
    assert [(rule, place.line, place.column) for rule, place in places] == PLANTED[name]
    assert written(reading, reading.raw) == data


def shape(value: object) -> object:
    """The keys and kinds of what a file of data holds, without its words."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__


def tags(raw: str) -> list[tuple[str, dict[str, str]]]:
    return [(element.tag, element.attrib) for element in ElementTree.fromstring(raw.encode()).iter()]


def keys(raw: str, name: str) -> list[tuple[str, str]]:
    return [(unit.key, unit.source) for unit in reading_of(raw, name).units]


STRUCTURES: Mapping[str, Callable[[str], Any]] = {
    "harbour.json": lambda raw: shape(json.loads(raw)),
    "harbour.jsonl": lambda raw: [shape(json.loads(line)) for line in raw.splitlines() if line],
    "harbour.xcstrings": lambda raw: shape(json.loads(raw)),
    "harbour.yaml": lambda raw: shape(yaml.safe_load(raw)),
    "harbour.toml": lambda raw: shape(tomllib.loads(raw)),
    "harbour.csv": lambda raw: [len(row) for row in csv.reader(io.StringIO(raw, newline=""))],
    "harbour.tsv": lambda raw: [len(row) for row in csv.reader(io.StringIO(raw, newline=""), delimiter="\t")],
    "harbour.xlf": tags,
    "harbour.xliff": tags,
    "harbour.tmx": tags,
    "harbour.stringsdict": tags,
    "strings.xml": tags,
}
"""What another program reads in a file."""


def structure(raw: str, name: str) -> tuple[object, list[tuple[str, str]]]:
    return STRUCTURES[name](raw) if name in STRUCTURES else None, keys(raw, name)


@pytest.mark.parametrize("name", PLANTED)
def test_repairs_keep_the_structure(name: str) -> None:
    before = planted(name)
    fixed = repaired_file(checked(before), checked, known={}, unsafe=True)
    assert fixed.made
    assert structure(fixed.text, name) == structure(before.raw, name)
    assert fixed.text.count("\n") == before.raw.count("\n")


@pytest.mark.parametrize("name", PLANTED)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_any_edit_is_refused_or_reads_as_it_says(name: str, data: st.DataObject) -> None:
    before = planted(name)
    start = data.draw(st.integers(0, len(before.text)))
    end = data.draw(st.integers(start, min(len(before.text), start + 12)))
    words = data.draw(st.text(st.sampled_from("ab \"'’\\&<>{}[]:,;#=%é\n\t-]|*😀"), max_size=4))
    made = raw_edits([Edit(start, end, words)], before)
    if made is None:
        return
    raw = before.raw[: made[0].start] + made[0].text + before.raw[made[0].end :]
    after = again(before, raw)
    assert [unit.key for unit in after.units] == [unit.key for unit in before.units]
    if name in STRUCTURES:
        assert STRUCTURES[name](raw) == STRUCTURES[name](before.raw)
