"""Rows: places as an editor counts them, the worst first, and paths as a service knows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made import MESSAGE, checked, finding

from tqcheck import Severity
from tqcheck.reporters.rows import Row, project_path, rows, worst_first


def test_a_row_in_full() -> None:
    (found,) = rows(*checked(finding(17, 20)))
    assert found == Row("a.txt", 2, 5, 2, 8, "doubled-word", Severity.MINOR, 0.87654321, MESSAGE)


def test_the_worst_come_first_and_equal_ones_stay_in_order() -> None:
    found = rows(
        *checked(
            finding(0, 1, score=0.6),
            finding(1, 2, score=0.9),
            finding(2, 3, score=0.9),
            finding(3, 4, severity=Severity.MAJOR, score=0.5),
            finding(4, 5, severity=Severity.NEUTRAL, score=1.0),
        )
    )
    assert [each.column for each in worst_first(found)] == [4, 2, 3, 1, 5]


def test_paths_are_those_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert project_path("./a.txt") == "a.txt"
    assert project_path("sub//more/../a.txt") == "sub/a.txt"
    assert project_path(str(Path.cwd() / "sub" / "a.txt")) == "sub/a.txt"
    assert project_path("../a.txt") == "../a.txt"
    assert project_path("<stdin>") == "<stdin>"
    assert project_path(str(tmp_path.parent / "other.txt")) == (tmp_path.parent / "other.txt").as_posix()
