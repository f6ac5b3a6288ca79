"""Spark: the same results as those of a scan, row for row, whatever happens to a worker. Spark itself needs Java and pyspark."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow
import pytest

from tqcheck.corpus import Columns, arrow
from tqcheck.corpus.keeping import Keep
from tqcheck.corpus.marking import Marker, RowMarks
from tqcheck.corpus.recur import Search, recur
from tqcheck.corpus.results import KILLED, RowResults
from tqcheck.corpus.rows import RowChecker
from tqcheck.corpus.scan import Plan, scan
from tqcheck.corpus.schemas import RESULTS
from tqcheck.corpus.spark import Task, check_frame, mark_frame
from tqcheck.errors import SettingsError
from tqcheck.settings import Settings

FAULTY, CLEAN = "Spokesman Ivan Petrov (Ivan Petrov) declined to comment.", "The harbour was quiet, and nobody was there."
COLUMNS = Columns(id="id", by=("site",))
KEEP = "findings == 0"
SCHEMA = "id long, text string, site string"


def corpus(count: int = 1200) -> list[dict[str, Any]]:
    texts = [None if n % 400 == 7 else f"{FAULTY} {n}" if n % 5 == 0 else f"{CLEAN} {n}" for n in range(count)]
    return [{"id": n, "text": text, "site": "ab"[n % 2]} for n, text in enumerate(texts)]


def task_of(kind: type[RowResults] = RowResults) -> Task:
    told = kind(RowChecker(Settings(language="en"), COLUMNS, Keep(KEEP)))
    return Task(told, ["id", "text", "site"], RESULTS, "tqcheck")


def article(number: int) -> str:
    """A text like no other; but the one of 42 is that of 9 with one word more."""
    numbers = range(9 * 100, 10 * 100) if number == 42 else range(number * 100, number * 100 + 100)
    return " ".join(f"word{each}" for each in numbers) + (" more" if number == 42 else "")


class Deadly(RowResults):
    """Kills its process at one row, as a text does for which memory does not suffice."""

    def __call__(self, rows: Any) -> list[dict[str, Any]]:
        found = list(rows)
        if any(row["text"] == "poison" for row in found):
            os.kill(os.getpid(), 9)
        return super().__call__(found)


class TestTask:
    """What a task does, without Spark."""

    def test_it_adds_the_results_to_each_batch(self) -> None:
        table = pyarrow.Table.from_pylist(corpus(600))
        task = task_of()
        found = pyarrow.Table.from_batches(task(table.to_batches()))
        assert found.drop_columns("tqcheck").equals(table)
        assert found["tqcheck"].combine_chunks().to_pylist() == arrow(table, COLUMNS, keep=KEEP, language="en").to_pylist()

    def test_no_rows_give_no_batches(self) -> None:
        assert list(task_of()([])) == []

    def test_a_row_that_kills_its_process_is_the_only_one_that_is_lost(self) -> None:
        rows = corpus(600)
        rows[300]["text"] = "poison"
        table = pyarrow.Table.from_pylist(rows)
        found = pyarrow.Table.from_batches(task_of(Deadly)(table.to_batches()))["tqcheck"].to_pylist()
        expected = arrow(table, COLUMNS, keep=KEEP, language="en").to_pylist()
        assert found[300] == {**dict.fromkeys(RESULTS), "id": "300", "rejected": KILLED}
        assert found[:300] + found[301:] == expected[:300] + expected[301:]

    def test_a_task_that_is_left_leaves_no_process(self) -> None:
        batches = task_of()(pyarrow.Table.from_pylist(corpus(600)).to_batches())
        next(batches)
        assert multiprocessing.active_children()
        del batches
        assert not multiprocessing.active_children()

    @pytest.mark.parametrize("row", [{"id": 7, "text": None}, {"id": 7, "text": CLEAN}])
    def test_marks_of_lost_rows_say_so(self, row: dict[str, Any]) -> None:
        assert RowMarks(Marker(Columns(id="id"), None, "en")).lost([row]) == [{"id": "7", "rejected": KILLED}]


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not here")
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not here: pip install 'tqcheck[spark]'")
    given = {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    # Two tasks at a time, and four tries of each.
    builder = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").config("spark.default.parallelism", "2")
    session = builder.config("spark.sql.shuffle.partitions", "2").config("spark.log.level", "OFF").getOrCreate()
    yield session
    session.stop()
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


def told(frame: Any) -> list[dict[str, Any]]:
    """The results of a checked frame as plain values, by id."""
    rows = [row.asDict(recursive=True) for row in frame.select("tqcheck.*").collect()]
    return sorted(rows, key=lambda row: int(row["id"]))


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What a scan tells of the same rows, in the form of results."""
    folder = tmp_path_factory.mktemp("scan")
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in corpus()), "utf-8")
    scan(Plan((str(path),), str(folder / "out"), COLUMNS, KEEP, Settings(language="en")), jobs=1)
    scores, findings, rejects = (read(folder / "out" / f"{name}.jsonl") for name in ("scores", "findings", "rejects"))
    found: dict[int, list[dict[str, Any]]] = {row["row"]: [] for row in scores}
    for each in findings:
        found[each["row"]].append({key: value for key, value in each.items() if key not in ("shard", "row", "id")})
    results = {row["row"]: {**row, "found": found[row["row"]], "rejected": None} for row in scores}
    empty = dict.fromkeys(results[1])
    results |= {row["row"]: {**empty, "id": str(row["row"] - 1), "rejected": row["reason"]} for row in rejects}
    return [{key: value for key, value in row.items() if key not in ("shard", "row")} for _, row in sorted(results.items())]


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
class TestSpark:
    def test_it_tells_what_a_scan_tells_row_for_row(self, spark: Any, local: list[dict[str, Any]]) -> None:
        frame = spark.createDataFrame(corpus(), SCHEMA)
        checked = check_frame(frame, COLUMNS, keep=KEEP, language="en")
        assert checked.columns == ["id", "text", "site", "tqcheck"]
        assert told(checked) == local
        assert sum(row["rejected"] is not None for row in local) == 3

    def test_a_worker_that_is_killed_is_made_good(self, spark: Any, local: list[dict[str, Any]], tmp_path: Path) -> None:
        mark = str(tmp_path / "killed")

        def killing(batches: Any) -> Any:
            for number, batch in enumerate(task(batches)):
                if number and not os.path.exists(mark):  # noqa: PTH110
                    open(mark, "x").close()  # noqa: PTH123
                    os.kill(os.getpid(), 9)
                yield batch

        task = task_of()
        frame = spark.createDataFrame(corpus(), SCHEMA)
        schema = check_frame(frame, COLUMNS).schema
        assert told(frame.mapInArrow(killing, schema)) == local
        assert Path(mark).exists()

    def test_a_row_that_kills_its_process_each_time_is_the_only_one_that_is_lost(self, spark: Any, local: list[dict[str, Any]]) -> None:
        from pyspark import cloudpickle

        register: Any = cloudpickle.register_pickle_by_value
        register(sys.modules[__name__])  # a worker of Spark cannot import this file
        rows = corpus()
        rows[300]["text"] = "poison"
        schema = check_frame(spark.createDataFrame(rows, SCHEMA), COLUMNS).schema
        found = told(spark.createDataFrame(rows, SCHEMA).mapInArrow(task_of(Deadly), schema))
        assert found.pop(300) == {**dict.fromkeys(RESULTS), "id": "300", "rejected": KILLED}
        assert found == local[:300] + local[301:]

    def test_a_wrong_column_is_an_error_before_anything_runs(self, spark: Any) -> None:
        frame = spark.createDataFrame(corpus(1), SCHEMA)
        with pytest.raises(SettingsError, match="did you mean 'text'"):
            check_frame(frame, Columns("texts"))
        with pytest.raises(SettingsError, match="has a column 'site'"):
            check_frame(frame, into="site")

    def test_what_comes_again_is_that_of_the_local_search(self, spark: Any, tmp_path: Path) -> None:
        """The queries are those of the page."""
        page = Path(__file__).parents[2] / "docs" / "corpus.md"
        boilerplate, together = re.findall(r'spark\.sql\("""(.*?)"""\)', page.read_text("utf-8"), re.DOTALL)
        path = tmp_path / "rows.jsonl"
        shared = "Everything here was written by the harbour office."
        rows = [{"id": n, "text": f"{CLEAN} {shared}" if n % 3 else article(n), "site": "ab"[n % 2]} for n in range(60)]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        recur(Search((str(path),), str(tmp_path / "out"), Columns(id="id"), site="site", language="en"), jobs=1)
        marked = mark_frame(spark.createDataFrame(rows, SCHEMA), Columns(id="id"), site="site", language="en")
        marked.createOrReplaceTempView("marked")

        told = read(tmp_path / "out" / "boilerplate.jsonl")
        found = {(row["site"], row["text"], row["pages"]) for row in spark.sql(boilerplate).collect()}
        assert found == {(row["site"], row["text"], row["pages"]) for row in told}
        assert len(found) == 4

        groups = [set(row["documents"]) for row in spark.sql(together).collect()]
        pairs = {(row["id"], row["of"]["id"]) for row in read(tmp_path / "out" / "duplicates.jsonl")}
        assert {pair for pair in pairs if any(group.issuperset(pair) for group in groups)} == pairs
        assert set.union(*groups) == {str(n) for n in range(60) if n % 3 or n in (9, 42)}
        assert len(pairs) == 40
