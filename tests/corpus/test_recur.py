"""Recur: what stands on many pages and what stands twice is told, whatever the order, the shards and the number of processes."""

from __future__ import annotations

import json
from array import array
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.cli import main
from tqcheck.core.document import Document
from tqcheck.corpus import boilerplate, piles, recur
from tqcheck.corpus.marks import BANDS, ROWS, language_of, likeness, marks_of
from tqcheck.corpus.piles import Piles, record, value_of
from tqcheck.corpus.recur import Search
from tqcheck.corpus.rows import Columns
from tqcheck.errors import SettingsError

FOOTER = "Everything on these pages was written by the harbour office."
WORDS = ("boat", "net", "lamp", "quay", "rope", "gull", "tide", "sand", "mast", "keel", "wind", "rain", "fog", "buoy", "oar", "sail")


def sentence(random: Random) -> str:
    return " ".join(random.choice(WORDS) + str(random.randrange(50)) for _ in range(12)).capitalize() + "."


def pages(count: int = 40) -> list[dict[str, Any]]:
    """Pages of two sites; every fourth of site b has a footer, and the last three are copies of the first with a word changed."""
    random = Random(4)
    rows = []
    for n in range(count):
        text = " ".join(sentence(random) for _ in range(20))
        rows.append({"id": f"p{n}", "site": "ab"[n % 2], "text": f"{text} {FOOTER}" if n % 4 == 1 else text})
    return [*rows, *({"id": f"copy{n}", "site": "c", "text": rows[0]["text"].replace("boat", f"ship{n}", 1)} for n in range(3))]


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def search(*paths: Path, output: str = "out", **options: Any) -> Search:
    return Search(tuple(map(str, paths)), output, **{"columns": Columns(id="id"), "site": "site", "language": "en", **options})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(recur, "_CHUNK_ROWS", 7)
    return tmp_path


class TestRecur:
    def test_a_sentence_on_many_pages_is_told_with_its_site(self, folder: Path) -> None:
        found = recur.recur(search(write(folder / "rows.jsonl", pages())), jobs=1)
        assert found == recur.Found(43, 0, 1, 0, 3)
        (row,) = read(folder / "out" / "boilerplate.jsonl")
        first = {"shard": str(folder / "rows.jsonl"), "row": 2, "id": "p1"}
        assert row == {"site": "b", "text": FOOTER, "pages": 10, "pages_of_site": 20, "first": first}
        assert sorted(path.name for path in (folder / "out").iterdir()) == ["boilerplate.jsonl", "duplicates.jsonl"]

    def test_near_duplicates_are_told_with_what_they_repeat(self, folder: Path) -> None:
        recur.recur(search(write(folder / "rows.jsonl", pages())), jobs=1)
        rows = read(folder / "out" / "duplicates.jsonl")
        assert [(row["id"], row["of"]["id"]) for row in rows] == [("copy0", "p0"), ("copy1", "p0"), ("copy2", "p0")]
        assert all(0.9 < row["similarity"] <= 1 for row in rows)

    def test_neither_the_processes_nor_the_shards_nor_files_change_anything(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = pages()
        recur.recur(search(write(folder / "rows.jsonl", rows), output="one"), jobs=1)
        (folder / "parts").mkdir()
        for number in range(3):
            write(folder / "parts" / f"{number}.jsonl", rows[number * 15 : (number + 1) * 15])
        monkeypatch.setattr(piles, "_BUFFER", 32)
        recur.recur(search(folder / "parts", output="parted"), jobs=2)
        for name in ("boilerplate.jsonl", "duplicates.jsonl"):
            one, parted = (
                [{**row, "first": None, "row": None, "shard": None, "of": row.get("of", {}).get("id")} for row in read(folder / out / name)]
                for out in ("one", "parted")
            )
            assert one == parted

    def test_the_order_of_the_pages_changes_no_count(self, folder: Path) -> None:
        rows = pages()
        Random(1).shuffle(rows)
        found = recur.recur(search(write(folder / "rows.jsonl", rows)), jobs=1)
        assert found == recur.Found(43, 0, 1, 0, 3)
        assert read(folder / "out" / "boilerplate.jsonl")[0]["pages"] == 10

    def test_case_and_white_space_make_no_difference(self, folder: Path) -> None:
        texts = [FOOTER, FOOTER.upper(), FOOTER.replace(" ", "  "), f"“Yes.”\n\n{FOOTER}", f"{FOOTER} {FOOTER}"]
        found = recur.recur(search(write(folder / "rows.jsonl", [{"text": text} for text in texts]), columns=Columns()), jobs=1)
        assert found.sentences == 1
        assert read(folder / "out" / "boilerplate.jsonl")[0]["pages"] == 5

    def test_what_cannot_be_read_is_counted(self, folder: Path) -> None:
        path = write(folder / "rows.jsonl", [{"text": None}, {"text": "\ud800 half a character in this sentence."}, {"text": ""}])
        path.write_text(path.read_text() + "no json\n")
        found = recur.recur(search(path, columns=Columns()), jobs=1)
        assert (found.documents, found.unread) == (2, 2)

    def test_files_with_a_document_each_are_read_too(self, folder: Path) -> None:
        (folder / "texts").mkdir()
        for number in range(5):
            (folder / "texts" / f"{number}.md").write_text(f"# Page {number}\n\n{sentence(Random(number))} {FOOTER}\n", "utf-8")
        recur.recur(search(folder / "texts"), jobs=1)
        (row,) = read(folder / "out" / "boilerplate.jsonl")
        assert (row["text"], row["pages_of_site"], row["first"]["id"]) == (FOOTER, 5, str(folder / "texts" / "0.md"))

    def test_only_the_most_widespread_are_told(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(boilerplate, "MOST", 1)
        rows = [{"text": f"{FOOTER} Nothing else is to be read here." if n else FOOTER, "site": ""} for n in range(6)]
        found = recur.recur(search(write(folder / "rows.jsonl", rows), columns=Columns()), jobs=1)
        assert (found.sentences, found.left_out) == (1, 1)
        assert read(folder / "out" / "boilerplate.jsonl")[0]["pages"] == 6

    def test_wrong_choices_are_errors(self, folder: Path) -> None:
        path = write(folder / "rows.jsonl", pages(1))
        with pytest.raises(SettingsError, match="2 pages or more"):
            search(path, pages=1)
        with pytest.raises(SettingsError, match=r"from 0\.5 to 1"):
            search(path, similarity=0.2)
        with pytest.raises(SettingsError, match="is not empty"):
            recur.recur(search(path, output=str(folder)))


class TestMarks:
    def marks(self, text: str, language: str = "en") -> Any:
        return marks_of(Document.from_text(text, language_of(text, language)), "")

    def test_likeness_is_near_the_share_of_shingles(self) -> None:
        random = Random(2)
        words = [str(random.random()) for _ in range(1000)]
        one, other = (self.marks(" ".join(part)).signature for part in (words, [*words[:750], *map(str, range(250))]))
        assert likeness(one, one) == 1
        assert abs(likeness(one, other) - 746 / 1246) < 0.15

    def test_text_without_spaces_is_compared_by_its_characters(self) -> None:
        one, other = (self.marks("港の灯りは夜になると消える。" * 3 + tail, "ja").signature for tail in ("船は来ない。", "船は来た。"))
        assert 0.5 < likeness(one, other) < 1

    def test_a_text_without_words_has_no_signature(self) -> None:
        marks = self.marks("… !")
        assert (marks.signature, marks.bands, marks.sentences) == (array("I"), (), ())

    @given(st.text())
    def test_any_text_has_marks_and_always_the_same(self, text: str) -> None:
        marks = self.marks(text)
        assert marks == self.marks(text)
        assert len(marks.signature) in (0, BANDS * ROWS)


class TestPiles:
    @settings(max_examples=30)
    @given(records=st.lists(st.tuples(st.binary(min_size=8, max_size=8), st.integers(0, 99))), seed=st.randoms())
    def test_neither_order_nor_parts_matter(self, records: list[tuple[bytes, int]], seed: Random, tmp_path_factory: Any) -> None:
        def tally(parts: list[list[tuple[bytes, int]]]) -> dict[bytes, tuple[int, int]]:
            held = Piles(str(tmp_path_factory.mktemp("piles")), "x")
            for part in parts:
                held.add(record(key, value) for key, value in part)
            return {key: found for each in held.tallies() for key, found in each.items()}

        shuffled = records[:]
        seed.shuffle(shuffled)
        half = len(shuffled) // 2
        assert tally([records]) == tally([shuffled[half:], shuffled[:half]])

    def test_a_record_keeps_its_value(self) -> None:
        assert value_of(record(b"12345678", 7)) == 7


class TestCommand:
    def test_it_tells_what_came_of_it(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(folder / "rows.jsonl", pages())
        assert main(["recur", "rows.jsonl", "--output", "out", "--site-column", "site", "--language", "en"]) == 0
        assert capsys.readouterr().out == "out: 43 documents, 1 sentences that recur, 3 near-duplicates, 0 unread\n"

    def test_wrong_use_is_an_error_of_one_line(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        write(folder / "rows.jsonl", [{"text": 1}])
        assert main(["recur", "rows.jsonl"]) == 2
        assert main(["recur", "rows.jsonl", "--output", "out", "--pages", "1"]) == 2
        assert main(["recur", "rows.jsonl", "--output", "out", "--similarity", "2"]) == 2
        assert capsys.readouterr().err.count("\n") == 3
        assert main(["recur", "rows.jsonl", "--output", "out"]) == 2
        assert "1 unread" in capsys.readouterr().out
