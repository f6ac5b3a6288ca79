"""A scan: every row once, the same whatever the number of processes, and nothing lost or doubled when it is killed."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import zlib
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.checker import Checker
from tqcheck.cli import main
from tqcheck.corpus import inputs, scan
from tqcheck.corpus.rows import Columns, RowError
from tqcheck.corpus.scan import Plan
from tqcheck.errors import ReadingError, SettingsError
from tqcheck.settings import Settings

FAULTY, CLEAN = "Spokesman Ivan Petrov (Ivan Petrov) declined to comment.", "The harbour was quiet, and nobody was there."
OUTPUTS = ("scores.jsonl", "findings.jsonl", "kept.jsonl", "dropped.jsonl", "rejects.jsonl", "tally.json")
COLUMNS = Columns(id="id", by=("site",))


def corpus(count: int = 60) -> list[dict[str, Any]]:
    return [{"id": n, "text": CLEAN if n % 3 else FAULTY, "site": "ab"[n % 2]} for n in range(count)]


def lines(rows: list[Any]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def plan(*paths: Path, output: str = "out", **options: Any) -> Plan:
    chosen: dict[str, Any] = {"columns": COLUMNS, "keep": "findings == 0", "settings": Settings(language="en"), **options}
    return Plan(tuple(map(str, paths)), output, **chosen)


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(scan, "CHUNK_ROWS", 7)
    return tmp_path


@pytest.fixture
def rows(folder: Path) -> Path:
    path = folder / "rows.jsonl"
    path.write_bytes(lines(corpus()))
    return path


class TestOutputs:
    def test_every_row_has_its_scores_and_findings(self, folder: Path, rows: Path) -> None:
        summary = scan.scan(plan(rows), jobs=1)
        scores, findings = read(folder / "out" / "scores.jsonl"), read(folder / "out" / "findings.jsonl")
        assert [(row["row"], row["id"], row["findings"]) for row in scores] == [(n + 1, str(n), int(n % 3 == 0)) for n in range(60)]
        assert {(row["rule"], row["text"]) for row in findings} == {("duplicate-gloss", " (Ivan Petrov)")}
        assert (summary.tally.total["documents"], summary.tally.total["kept"], summary.rejected) == (60, 40, 0)

    def test_kept_and_dropped_rows_are_those_that_came_in(self, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows), jobs=1)
        kept, dropped = (read(folder / "out" / name) for name in ("kept.jsonl", "dropped.jsonl"))
        assert sorted([*kept, *dropped], key=lambda row: int(row["id"])) == corpus()
        assert {row["text"] for row in kept} == {CLEAN}

    def test_the_tally_counts_by_columns(self, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows), jobs=1)
        tally = json.loads((folder / "out" / "tally.json").read_text())
        assert tally["by_rule"] == {"duplicate-gloss": 20}
        assert {value: row["documents"] for value, row in tally["by"]["site"].items()} == {"a": 30, "b": 30}
        assert sum(bar["documents"] for bar in tally["penalty_histogram"]) == 60
        assert tally["penalty_histogram"][0] == {"from": 0.0, "to": 0.0, "documents": 40}

    def test_the_number_of_processes_changes_nothing(self, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows, output="one"), jobs=1)
        scan.scan(plan(rows, output="three"), jobs=3)
        for name in OUTPUTS:
            assert (folder / "one" / name).read_bytes() == (folder / "three" / name).read_bytes()

    def test_parquet_holds_the_same(self, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows), jobs=1)
        scan.scan(plan(rows, output="parquet", format="parquet"), jobs=1)
        for name in ("scores", "findings"):
            (part,) = (folder / "parquet").glob(f"{name}-*.parquet")
            held = pyarrow.parquet.read_table(part).to_pylist()
            assert [_plain(row) for row in held] == [_plain(row) for row in read(folder / "out" / f"{name}.jsonl")]

    def test_half_characters_do_not_stop_parquet(self, folder: Path) -> None:
        (folder / "half.jsonl").write_bytes(b'{"id": "\\ud800", "text": "Ivan Petrov (Ivan Petrov) \\udc00 came."}\n')
        scan.scan(plan(folder / "half.jsonl", format="parquet"), jobs=1)
        (part,) = (folder / "out").glob("scores-*.parquet")
        assert pyarrow.parquet.read_table(part).to_pylist()[0]["id"] == "\ufffd"


def broken_text() -> Any:
    """Three texts for Arrow, the second of which is not UTF-8."""
    ends = pyarrow.array([0, 1, 3, 4], pyarrow.int32()).buffers()[1]
    return pyarrow.Array.from_buffers(pyarrow.string(), 3, [None, ends, pyarrow.py_buffer(b"a\xff\xfeb")])


@cache
def packed_shards() -> list[tuple[str, bytes]]:
    """Shards of each kind that is more than lines, by their endings."""
    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(corpus(50)), sink, row_group_size=20)
    raw = lines(corpus(50))
    return [("jsonl.gz", gzip.compress(raw)), ("jsonl.zst", zstandard.compress(raw)), ("parquet", sink.getvalue().to_pybytes())]


class TestInputs:
    def test_all_kinds_of_files_give_the_same_rows(self, folder: Path) -> None:
        data = corpus(20)
        raw = lines(data)
        (folder / "a.jsonl").write_bytes(raw)
        (folder / "b.jsonl.gz").write_bytes(gzip.compress(raw))
        (folder / "c.ndjson.zst").write_bytes(zstandard.compress(raw))
        table = "id,text,site\n" + "".join(f'{row["id"]},"{row["text"]}",{row["site"]}\n' for row in data)
        (folder / "d.csv").write_text("\ufeff" + table, "utf-8")
        (folder / "e.tsv.gz").write_bytes(gzip.compress(table.replace(",", "\t", 2).replace(',"', '\t"').replace('",', '"\t').encode()))
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(data), folder / "f.parquet", row_group_size=6)
        found = []
        for path in sorted(folder.glob("*.*")):
            scan.scan(plan(path, output=f"out-{path.name}"), jobs=1)
            found.append([(row["id"], row["findings"], row["fields"]) for row in read(folder / f"out-{path.name}" / "scores.jsonl")])
        assert len(found) == 6
        assert all(each == found[0] for each in found)
        assert len(found[0]) == 20

    @pytest.mark.parametrize("mark", [",", ";", "\t"])
    def test_a_table_may_have_another_mark_between_its_columns(self, mark: str, folder: Path) -> None:
        rows = [["id", "text", '"a, b; c, d"'], ["7", '"The the ""harbour""; it was quiet,\nand nobody came."', "x"]]
        (folder / "a.csv").write_text("".join(mark.join(row) + "\n" for row in rows), "utf-8")
        scan.scan(plan(folder / "a.csv"), jobs=1)
        (row,) = read(folder / "out" / "scores.jsonl")
        assert (row["id"], row["findings"]) == ("7", 1)

    def test_a_row_that_is_no_csv_is_the_only_one_that_is_lost(self, folder: Path) -> None:
        (folder / "a.csv").write_text(f'id,text\n1,"{CLEAN}"\n2,"a" b\n\n3,"{FAULTY}"\n4,"not closed\n5,x\n', "utf-8")
        scan.scan(plan(folder / "a.csv"), jobs=1)
        assert [(row["id"], row["findings"]) for row in read(folder / "out" / "scores.jsonl")] == [("1", 0), ("3", 1)]
        assert [row["reason"][:18] for row in read(folder / "out" / "rejects.jsonl")] == ["the row is no CSV:"] * 2
        (folder / "b.csv").write_text('id,"te"xt\n1,x\n2,y\n', "utf-8")
        assert [str(row.content)[:28] for row in inputs.rows(inputs.shards(["b.csv"])[0])] == ["the file cannot be read furt"]

    def test_files_with_a_document_each_are_rows_too(self, folder: Path) -> None:
        (folder / "texts" / ".hidden").mkdir(parents=True)
        for name, text in (
            ("b.md", f"# Title\n\n{FAULTY}\n"),
            ("a.txt", CLEAN),
            ("c.jsonl", lines(corpus(1)).decode()),
            (".hidden/d.txt", FAULTY),
        ):
            (folder / "texts" / name).write_text(text, "utf-8")
        (folder / "texts" / "e.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
        summary = scan.scan(plan(folder / "texts"), jobs=1)
        scores = read(folder / "out" / "scores.jsonl")
        assert [(Path(row["shard"]).name, row["findings"]) for row in scores] == [("a.txt", 0), ("b.md", 1), ("c.jsonl", 1)]
        assert summary.rejected == 1

    def test_documents_share_a_checker_and_one_that_fails_is_rejected(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        made = []
        real_take, real_check = Checker._take, Checker.check_reading

        def take(checker: Checker, settings: Settings) -> None:
            made.append(checker)
            real_take(checker, settings)

        def check(checker: Checker, reading: Any, **beside: Any) -> Any:
            return real_check(checker, reading, **beside) if "b.txt" not in reading.name else 1 // 0

        monkeypatch.setattr(Checker, "_take", take)
        monkeypatch.setattr(Checker, "check_reading", check)
        for name in "abcd":
            (folder / f"{name}.txt").write_text(FAULTY)
        summary = scan.scan(plan(*sorted(folder.glob("*.txt"))), jobs=1)
        (reject,) = read(folder / "out" / "rejects.jsonl")
        assert (len(made), summary.tally.total["documents"], Path(reject["shard"]).name) == (1, 3, "b.txt")
        assert "ZeroDivisionError" in reject["reason"]

    def test_a_source_column_stands_beside_the_text(self, folder: Path) -> None:
        row = {"text": "They came to Norrham Norrham.", "de": "Sie kamen nach Norrham Norrham."}
        (folder / "pairs.jsonl").write_bytes(lines([row]))
        settings = Settings(language="en", source_language="de", select=("repetition",))
        scan.scan(plan(folder / "pairs.jsonl", columns=Columns(source="de"), settings=settings), jobs=1)
        (scored,) = read(folder / "out" / "scores.jsonl")
        assert scored["findings"] == 0
        assert "partners:source" in scored["signature"]

    def test_columns_may_lie_inside_objects(self, folder: Path) -> None:
        (folder / "deep.jsonl").write_bytes(lines([{"doc": {"text": FAULTY, "site": "a"}}]))
        scan.scan(plan(folder / "deep.jsonl", columns=Columns("doc.text", by=("doc.site",))), jobs=1)
        assert read(folder / "out" / "scores.jsonl")[0]["fields"] == {"doc.site": "a"}

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            (b"not json", "no JSON"),
            (b"[1, 2]", "no object"),
            (b'{"id": 1}', "no text in 'text'"),
            (b'{"text": null}', "no text in 'text'"),
            (b'{"text": 3}', "'text' holds 3, which is no text"),
            (b'{"text": "\xff"}', "not UTF-8"),
            (b'{"text": ' + b"[" * 100_000, "no JSON"),
            (b'{"text": "' + b"a" * 500 + b'"}', "more than 400 bytes"),
        ],
    )
    def test_a_bad_row_is_rejected_with_its_reason(self, line: bytes, reason: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(inputs, "MOST_BYTES", 400 if len(line) < 1000 else inputs.MOST_BYTES)
        good = lines(corpus(1))
        (folder / "bad.jsonl").write_bytes(good + line + b"\n\n" + good)
        summary = scan.scan(plan(folder / "bad.jsonl"), jobs=1)
        (reject,) = read(folder / "out" / "rejects.jsonl")
        assert (reject["row"], summary.tally.total["documents"], summary.rejected) == (2, 2, 1)
        assert reason in reject["reason"]

    @pytest.mark.parametrize("kind", ["gz", "zst"])
    def test_a_shard_that_breaks_off_costs_its_rest_alone(self, kind: str, folder: Path) -> None:
        data = b"".join(lines([row]) for row in corpus(6000))
        packed = gzip.compress(data) if kind == "gz" else zstandard.compress(data)
        packed = packed[: len(packed) * 2 // 3]
        unpacker = zlib.decompressobj(31) if kind == "gz" else zstandard.ZstdDecompressor().decompressobj()
        whole = unpacker.decompress(packed).count(b"\n")
        assert whole > 1000
        (folder / f"a.jsonl.{kind}").write_bytes(packed)
        (folder / "b.jsonl").write_bytes(lines(corpus(2)))
        summary = scan.scan(plan(folder / f"a.jsonl.{kind}", folder / "b.jsonl"), jobs=1)
        (reject,) = read(folder / "out" / "rejects.jsonl")
        assert (reject["row"], "cannot be read further" in reject["reason"]) == (whole + 1, True)
        assert summary.tally.total["documents"] == whole + 2
        assert read(folder / "out" / "scores.jsonl")[-1]["shard"] == str(folder / "b.jsonl")

    @given(st.data())
    def test_a_damaged_shard_ends_nothing(self, data: st.DataObject) -> None:
        ending, packed = data.draw(st.sampled_from(packed_shards()))
        damaged = bytearray(packed[: data.draw(st.integers(0, len(packed)))])
        for _ in range(data.draw(st.integers(0, 3)) if damaged else 0):
            damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
        with TemporaryDirectory() as folder:
            path = Path(folder, f"a.{ending}")
            path.write_bytes(damaged)
            found = list(inputs.rows(inputs.shards([str(path)])[0]))
        assert [row.number for row in found] == list(range(1, len(found) + 1))
        breaks = [row.number for row in found if isinstance(row.content, RowError) and "cannot be read further" in str(row.content)]
        assert breaks in ([], [len(found)])

    def test_values_of_a_table_that_json_does_not_know_are_kept_as_texts(self, folder: Path) -> None:
        columns = {
            "text": [CLEAN, FAULTY],
            "at": pyarrow.array([1, 2**62], pyarrow.timestamp("ns")),
            "far": pyarrow.array([10**15, None], pyarrow.timestamp("s")),
            "for": pyarrow.array([10**12 + 1, 0], pyarrow.duration("ns")),
            "day": [date(2026, 1, 2), None],
            "price": [Decimal("1.50"), None],
            "raw": [b"\xff\x00", None],
            "share": [float("nan"), float("inf")],
            "more": [{"when": date(2026, 1, 2), "of": [1, 2.5]}, None],
            "pairs": pyarrow.array([[("a", 1)], []], pyarrow.map_(pyarrow.string(), pyarrow.int64())),
        }
        pyarrow.parquet.write_table(pyarrow.table(columns), folder / "a.parquet")
        scan.scan(plan(folder / "a.parquet", columns=Columns(by=("day",))), jobs=1)
        (kept,), (dropped,) = (read(folder / "out" / f"{name}.jsonl") for name in ("kept", "dropped"))
        assert "1000000000000000" in kept.pop("far")
        assert kept == {
            **{"text": CLEAN, "at": "1970-01-01 00:00:00.000000001", "for": "1000000000001", "day": "2026-01-02", "price": "1.50"},
            **{"raw": "/wA=", "share": None, "more": {"when": "2026-01-02", "of": [1, 2.5]}, "pairs": [["a", 1]]},
        }
        assert (dropped["text"], dropped["share"], dropped["far"], dropped["pairs"]) == (FAULTY, None, None, [])
        assert [row["fields"] for row in read(folder / "out" / "scores.jsonl")] == [{"day": "2026-01-02"}, {"day": ""}]

    def test_a_text_of_a_table_that_is_not_utf_8_costs_its_row_alone(self, folder: Path) -> None:
        pyarrow.parquet.write_table(pyarrow.table({"text": broken_text(), "n": [1, 2, 3]}), folder / "a.parquet")
        summary = scan.scan(plan(folder / "a.parquet"), jobs=1)
        (reject,) = read(folder / "out" / "rejects.jsonl")
        assert (reject["row"], summary.tally.total["documents"]) == (2, 2)
        assert reject["reason"] == r"'text' holds b'\xff\xfe', which is no text"

    def test_a_path_that_leads_nowhere_is_an_error(self, folder: Path) -> None:
        with pytest.raises(ReadingError):
            scan.scan(plan(folder / "lost*.jsonl"), jobs=1)


KILLER = """
import os, sys
from pathlib import Path
from tqcheck.corpus import scan
from tqcheck.corpus.rows import Columns, RowError
from tqcheck.settings import Settings

scan.CHUNK_ROWS, scan.SECONDS, scan._PARQUET_ROWS = 7, 0, 1
real, count = scan._Run.take, 0


def take(run, done):
    global count
    count += 1
    if count == int(sys.argv[1]):
        run._sinks["rejects"].add([b"half a li"])
        run._sinks["rejects"].mark()
        os.kill(os.getpid(), 9)
    real(run, done)


scan._Run.take = take
plan = scan.Plan(("rows.jsonl",), "killed", Columns(id="id", by=("site",)), "findings == 0", Settings(language="en"), sys.argv[2])
scan.scan(plan, jobs=int(sys.argv[3]), resume=True)
"""


class TestResume:
    @pytest.mark.parametrize("jobs", [1, 2])
    def test_what_was_killed_goes_on_with_nothing_lost_or_doubled(self, jobs: int, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows.relative_to(folder), output="whole"), jobs=1)
        for chunk in (3, 2):
            killed = subprocess.run([sys.executable, "-c", KILLER, str(chunk), "jsonl", str(jobs)], check=False)
            assert killed.returncode == -signal.SIGKILL
        summary = scan.scan(plan(rows.relative_to(folder), output="killed"), jobs=jobs, resume=True)
        for name in OUTPUTS:
            assert (folder / "killed" / name).read_bytes() == (folder / "whole" / name).read_bytes()
        assert (summary.tally.total["documents"], summary.was_done) == (60, False)

    def test_parquet_parts_behind_the_checkpoint_are_taken_away(self, folder: Path, rows: Path) -> None:
        subprocess.run([sys.executable, "-c", KILLER, "4", "parquet", "1"], check=False)
        parts = sorted((folder / "killed").glob("scores-*.parquet"))
        extra = parts[-1].with_name(f"scores-{len(parts):05}.parquet")
        extra.write_bytes(parts[-1].read_bytes())
        scan.scan(plan(rows.relative_to(folder), output="killed", format="parquet"), jobs=1, resume=True)
        held = [row for part in sorted((folder / "killed").glob("scores-*")) for row in pyarrow.parquet.read_table(part).to_pylist()]
        assert [row["id"] for row in held] == [str(n) for n in range(60)]

    def test_a_scan_that_is_done_is_left_alone(self, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows), jobs=1)
        before = (folder / "out" / "scores.jsonl").read_bytes()
        assert scan.scan(plan(rows), jobs=1, resume=True).was_done
        assert (folder / "out" / "scores.jsonl").read_bytes() == before

    def test_another_scan_in_the_folder_is_not_overwritten(self, rows: Path) -> None:
        scan.scan(plan(rows), jobs=1)
        with pytest.raises(SettingsError, match="is not empty"):
            scan.scan(plan(rows), jobs=1)
        with pytest.raises(SettingsError, match="keep differ"):
            scan.scan(plan(rows, keep="words > 3"), jobs=1, resume=True)

    def test_a_damaged_checkpoint_is_an_error(self, folder: Path, rows: Path) -> None:
        scan.scan(plan(rows), jobs=1)
        (folder / "out" / "checkpoint.json").write_text('{"version": 1, "plan"')
        with pytest.raises(SettingsError, match="no checkpoint"):
            scan.scan(plan(rows), jobs=1, resume=True)


class Deadly(scan.Work):
    """Kills its process at one row, as a text does for which memory does not suffice."""

    def __call__(self, chunk: scan.Chunk) -> scan.Done:
        if any(b"poison" in row.content for _, row in chunk.rows if isinstance(row.content, bytes)):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(chunk)


def test_a_row_that_kills_its_process_is_the_only_one_that_is_lost(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "Work", Deadly)
    data = corpus(30)
    data[10]["text"] = "poison"
    (folder / "rows.jsonl").write_bytes(lines(data))
    summary = scan.scan(plan(folder / "rows.jsonl"), jobs=2)
    (reject,) = read(folder / "out" / "rejects.jsonl")
    assert (reject["row"], summary.tally.total["documents"]) == (11, 29)
    assert "was killed" in reject["reason"]


class TestCommand:
    @pytest.mark.parametrize(("asked", "names"), [((), []), (("--metrics", "bleu,chrf,ter"), ["BLEU", "TER", "chrF2++"])])
    def test_metrics_are_measured_only_if_they_are_asked_for(self, asked: tuple[str, ...], names: list[str], folder: Path) -> None:
        (folder / "pair.jsonl").write_bytes(lines([{"text": CLEAN, "ref": FAULTY}]))
        assert main(["scan", "pair.jsonl", "--output", "out", "--reference-column", "ref", "--language", "en", *asked]) == 0
        assert sorted(read(folder / "out" / "scores.jsonl")[0]["metrics"]) == names

    def test_it_tells_what_came_of_it(self, rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["scan", str(rows), "--output", "out", "--keep", "penalty < 5", "--by", "site", "--language", "en"]) == 0
        assert capsys.readouterr().out == "out: 60 documents, 480 words, 20 findings, 40 kept, 0 rejected\n"

    def test_rejected_rows_are_told_by_the_exit_status(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "bad.jsonl").write_text("no\n")
        assert main(["scan", "bad.jsonl", "--output", "out"]) == 2
        assert "1 rejected" in capsys.readouterr().out

    def test_what_is_missing_or_wrong_is_an_error_of_one_line(self, rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["scan", str(rows)]) == 2
        assert main(["scan", str(rows), "--output", "out", "--keep", "penalti < 5"]) == 2
        assert capsys.readouterr().err.splitlines() == [
            "tqcheck: a scan needs a PATH, and --output FOLDER for what comes of it",
            "tqcheck: unknown figure 'penalti'; did you mean 'penalty'?",
        ]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """The row with a dict for the pairs by which Arrow gives a map, and None for what is empty."""
    maps = {"by_family", "fields"}
    return {key: (dict(value) if key in maps else value) or None for key, value in row.items()}
