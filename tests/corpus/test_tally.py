"""Counts over many documents: parts counted apart and added give the same in any order."""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.corpus import tally
from tqcheck.corpus.rows import Columns, RowChecker, Scanned
from tqcheck.corpus.tally import Tally
from tqcheck.errors import SettingsError
from tqcheck.settings import Settings

CHECK = RowChecker(Settings(language="en"), Columns(by=("site",)))
TEXTS = ("The the harbour.", "Ivan Petrov (Ivan Petrov) came.", "Nobody came.", "She said, “come in, and sat down.")
SCANNED = [CHECK({"text": text, "site": site}) for text in TEXTS for site in "ab"]


def tally_of(scanned: list[Scanned]) -> Tally:
    found = Tally()
    for each in scanned:
        found.add(each)
    return found


@given(st.lists(st.sampled_from(SCANNED), max_size=12), st.integers(0, 12), st.randoms(use_true_random=False))
def test_parts_add_up_in_any_order(scanned: list[Scanned], cut: int, random: Random) -> None:
    whole = tally_of(scanned)
    parts = [tally_of(scanned[:cut]), tally_of(scanned[cut:])]
    random.shuffle(parts)
    added = Tally()
    for part in parts:
        added.merge(part)
    assert added.to_dict() == whole.to_dict()


@given(st.lists(st.sampled_from(SCANNED), max_size=12))
def test_it_goes_through_json(scanned: list[Scanned]) -> None:
    whole = tally_of(scanned)
    again = Tally.from_dict(json.loads(json.dumps(whole.to_dict())))
    assert again.to_dict() == whole.to_dict()
    again.merge(whole)
    assert again.to_dict() == tally_of(scanned + scanned).to_dict()


@pytest.mark.parametrize("other", [{}, [], None, {"documents": 3}, {**Tally().to_dict(), "by": 3}, {**Tally().to_dict(), "by_rule": 3}])
def test_what_is_no_tally_is_an_error(other: Any) -> None:
    with pytest.raises(SettingsError, match="not the counts of a scan"):
        Tally.from_dict(other)


def test_a_column_of_ids_takes_no_memory_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "MOST_VALUES", 3)
    found = tally_of([CHECK({"text": TEXTS[0], "site": str(n)}) for n in range(9)])
    assert {value: row["documents"] for value, row in found.by["site"].items()} == {"0": 1, "1": 1, "2": 1, "…": 6}
