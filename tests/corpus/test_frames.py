"""Frames: as many results as rows, in the same order, whatever library the frame is of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pyarrow
import pytest

from tqcheck.checker import Checker
from tqcheck.corpus import Columns, arrow, results
from tqcheck.corpus.schemas import RESULTS
from tqcheck.errors import SettingsError

FAULTY, CLEAN = "Spokesman Ivan Petrov (Ivan Petrov) declined to comment.", "The harbour was quiet, and nobody was there."
COLUMNS = Columns(id="id", by=("site",))
OPTIONS: dict[str, Any] = {"keep": "findings == 0", "language": "en"}


def corpus(count: int = 600) -> list[dict[str, Any]]:
    texts = [None if n == 7 else FAULTY if n % 5 == 0 else CLEAN for n in range(count)]
    return [{"id": n, "text": text, "site": "ab"[n % 2]} for n, text in enumerate(texts)]


@pytest.fixture(scope="module")
def told() -> list[dict[str, Any]]:
    return plain(arrow(pyarrow.Table.from_pylist(corpus()), COLUMNS, **OPTIONS))


def plain(table: Any) -> list[dict[str, Any]]:
    """The rows of a table of Arrow, with dicts for maps."""
    maps = ("by_family", "metrics", "fields")
    return [{key: dict(value) if key in maps and value is not None else value for key, value in row.items()} for row in table.to_pylist()]


class TestArrow:
    def test_each_row_has_its_result_in_order(self, told: list[dict[str, Any]]) -> None:
        assert list(told[0]) == list(RESULTS)
        assert [row["id"] for row in told] == [str(n) for n in range(600)]
        assert [row["findings"] for row in told[:11]] == [1, 0, 0, 0, 0, 1, 0, None, 0, 0, 1]
        assert [row["kept"] for row in told[:3]] == [False, True, True]
        assert told[1]["fields"] == {"site": "b"}
        (found,) = told[0]["found"]
        assert (found["rule"], found["text"]) == ("duplicate-gloss", " (Ivan Petrov)")

    def test_a_row_that_cannot_be_checked_says_why(self, told: list[dict[str, Any]]) -> None:
        assert told[7] == {**dict.fromkeys(RESULTS), "id": "7", "rejected": "there is no text in 'text'"}
        assert sum(row["rejected"] is not None for row in told) == 1

    def test_the_number_of_processes_changes_nothing(self, told: list[dict[str, Any]]) -> None:
        assert plain(arrow(pyarrow.Table.from_pylist(corpus()), COLUMNS, jobs=2, **OPTIONS)) == told

    def test_a_column_may_lie_inside_another(self) -> None:
        table = pyarrow.Table.from_pylist([{"page": {"text": FAULTY}}])
        assert arrow(table, Columns("page.text"), language="en")["findings"].to_pylist() == [1]

    def test_no_rows_give_no_results(self) -> None:
        table = arrow(pyarrow.table({"text": pyarrow.array([], pyarrow.string())}))
        assert (table.num_rows, table.column_names) == (0, list(RESULTS))

    def test_a_column_that_is_not_there_is_an_error(self) -> None:
        with pytest.raises(SettingsError, match="did you mean 'text'"):
            arrow(pyarrow.table({"text": [CLEAN]}), Columns("texts"))

    def test_a_value_that_python_cannot_hold_costs_one_row_at_most(self) -> None:
        ends = pyarrow.array([0, 1, 3], pyarrow.int32()).buffers()[1]
        text = pyarrow.Array.from_buffers(pyarrow.string(), 2, [None, ends, pyarrow.py_buffer(b"a\xff\xfe")])
        table = pyarrow.table({"text": text, "at": pyarrow.array([1, 2**62], pyarrow.timestamp("ns"))})
        found = plain(arrow(table, Columns(id="at"), language="en"))
        assert [row["rejected"] for row in found] == [None, r"'text' holds b'\xff\xfe', which is no text"]
        assert [row["id"][:4] for row in found] == ["1970", "2116"]

    def test_an_error_in_a_check_costs_one_row(self, monkeypatch: pytest.MonkeyPatch) -> None:
        real = Checker.check

        def check(self: Checker, text: str, **partners: Any) -> Any:
            if text == "poison":
                raise ZeroDivisionError("no good")
            return real(self, text, **partners)

        monkeypatch.setattr(Checker, "check", check)
        rejected = arrow(pyarrow.table({"text": [CLEAN, "poison", CLEAN]}), language="en")["rejected"].to_pylist()
        assert rejected == [None, "to check it failed: ZeroDivisionError: 'no good'", None]

    def test_a_row_that_kills_its_process_is_the_only_one_that_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(results, "RowResults", Deadly)
        table = arrow(pyarrow.table({"text": [CLEAN, "poison", FAULTY]}), jobs=2, language="en")
        assert table["findings"].to_pylist() == [0, None, 1]
        assert table["rejected"].to_pylist() == [None, results.KILLED, None]


class Deadly(results.RowResults):
    """Kills its process at one row, as a text does for which memory does not suffice."""

    def __call__(self, rows: Iterable[Any]) -> list[dict[str, Any]]:
        found = list(rows)
        if any(row["text"] == "poison" for row in found):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(found)


class TestMetrics:
    TABLE = pyarrow.table({"text": [CLEAN], "reference": ["The harbour was calm, and nobody was there."]})

    def test_they_are_not_measured_unless_they_are_asked_for(self) -> None:
        (row,) = plain(arrow(self.TABLE, Columns(reference="reference"), language="en"))
        assert row["metrics"] == {}

    def test_they_stand_in_the_results_if_they_are(self) -> None:
        (row,) = plain(arrow(self.TABLE, Columns(reference="reference"), language="en", metrics=["chrf"]))
        assert list(row["metrics"]) == ["chrF2++"]
        assert 50 < row["metrics"]["chrF2++"] < 100


def test_polars_gives_the_same(told: list[dict[str, Any]]) -> None:
    package = pytest.importorskip("polars")
    from tqcheck.corpus import polars

    frame = polars(package.DataFrame(corpus()), COLUMNS, **OPTIONS)
    columns = ["id", "findings", "penalty", "kept", "found", "rejected"]
    assert frame.select(columns).to_dicts() == [{name: row[name] for name in columns} for row in told]


def test_pandas_gives_the_same_and_keeps_the_index(told: list[dict[str, Any]]) -> None:
    package = pytest.importorskip("pandas")
    from tqcheck.corpus import pandas

    frame = package.DataFrame(corpus(), index=[f"row {n}" for n in range(600)])
    frame["text"] = frame["text"].astype(object)
    frame.loc["row 3", "text"] = 3
    found = pandas(frame, COLUMNS, **OPTIONS)
    assert list(found.index) == list(frame.index)
    assert found.loc["row 3", "rejected"] == "'text' holds 3, which is no text"
    assert found.loc["row 7", "rejected"] == "there is no text in 'text'"
    others = [n for n in range(600) if n not in (3, 7)]
    assert found["penalty"].iloc[others].tolist() == [told[n]["penalty"] for n in others]
    assert found.iloc[0]["by_family"] == {"repetition": 1}


def test_the_package_loads_nothing_heavy() -> None:
    heavy = ("pyarrow", "pandas", "polars", "pyspark", "numpy", "tqcheck.checker")
    program = f"import sys, tqcheck.corpus; dir(tqcheck.corpus); print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_an_unknown_name_of_the_package_is_an_error() -> None:
    import tqcheck.corpus

    with pytest.raises(AttributeError, match="no attribute 'dask'"):
        _ = tqcheck.corpus.dask
