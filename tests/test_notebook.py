"""A report in a notebook: a table with everything escaped, and frames of the findings."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck.notebook import COLUMNS

REPORT = tqcheck.check("Ivan Petrov (Ivan Petrov) came to the the <b> harbour, \ud800 he said.", language="en").replace(name="<i>")


def test_it_shows_itself_as_a_table_with_everything_escaped() -> None:
    html = REPORT._repr_html_()
    assert "<b>&lt;i&gt;</b>" in html
    assert html.count("<tr>") == 1 + len(REPORT.findings)
    html.encode()


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_can_be_shown(text: str, name: str) -> None:
    tqcheck.Checker(language="en").check(text, name=name)._repr_html_().encode()


def test_findings_as_a_frame_of_pandas() -> None:
    pytest.importorskip("pandas")
    frame = REPORT.to_pandas()
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["rule"]) == [finding.rule for finding in REPORT.findings]
    assert frame["safety"][0] == "safe"


def test_findings_as_a_frame_of_polars() -> None:
    pytest.importorskip("polars")
    frame = REPORT.to_polars()
    assert frame.columns == list(COLUMNS)
    assert frame["start"].to_list() == [finding.start for finding in REPORT.findings]
    assert frame["edits"].to_list()[0] == [{"start": 11, "end": 25, "text": ""}]
    assert tqcheck.check("Nobody came.", language="en").to_polars().columns == list(COLUMNS)


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_without_the_package_the_error_says_how_to_get_it(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(tqcheck.SettingsError, match=f"pip install {package}"):
        getattr(REPORT, f"to_{package}")()
