"""Filter: the same answer for a row, a row of a batch and a document, in this process or another."""

from __future__ import annotations

import pickle
from types import SimpleNamespace
from typing import Any

import pytest

from tqcheck.corpus import Columns, Filter
from tqcheck.errors import SettingsError

FAULTY, CLEAN = "Spokesman Ivan Petrov (Ivan Petrov) declined to comment.", "The harbour was quiet, and nobody was there."


@pytest.fixture
def kept() -> Filter:
    return Filter("findings == 0", language="en")


class Dataset:
    """Filters as ``datasets.Dataset`` does: it hands over a mapping, of columns if there are batches, and wants truths."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self.rows = rows

    def filter(self, function: Any, *, batched: bool = False) -> list[dict[str, Any]]:
        columns = {name: [row[name] for row in self.rows] for name in self.rows[0]}
        mask = function(columns) if batched else [function(row) for row in self.rows]
        return [row for row, is_kept in zip(self.rows, mask, strict=True) if is_kept]


ROWS = [{"id": n, "text": text} for n, text in enumerate([CLEAN, FAULTY, None, 3, CLEAN])]


@pytest.mark.parametrize("batched", [False, True])
def test_rows_and_batches_are_filtered(batched: bool, kept: Filter) -> None:
    assert [row["id"] for row in Dataset(ROWS).filter(kept, batched=batched)] == [0, 4]


def test_the_library_datasets_takes_it(kept: Filter) -> None:
    datasets = pytest.importorskip("datasets")
    data = datasets.Dataset.from_list([row for row in ROWS if row["text"] != 3])
    assert data.filter(kept)["id"] == data.filter(kept, batched=True)["id"]
    assert len(data.filter(kept)) == 2


@pytest.mark.parametrize("stands_in", ["LambdaFilter", "BaseFilter"])
def test_a_pipeline_of_the_library_datatrove_takes_it(stands_in: str, kept: Filter) -> None:
    filters = pytest.importorskip("datatrove.pipeline.filters")
    data = pytest.importorskip("datatrove.data")
    documents = [data.Document(text=text, id=str(n)) for n, text in enumerate([CLEAN, FAULTY, CLEAN])]
    dropped: list[Any] = []

    class Own(filters.base_filter.BaseFilter):  # type: ignore[misc, name-defined]
        name = "tqcheck"

        def filter(self, doc: Any) -> bool | tuple[bool, str]:
            return kept.filter(doc)

    step = filters.LambdaFilter(kept) if stands_in == "LambdaFilter" else Own(exclusion_writer=Written(dropped))
    assert [document.id for document in step.run(iter(documents))] == ["0", "2"]
    if stands_in == "BaseFilter":
        assert [(document.id, document.metadata["filter_reason"]) for document in dropped] == [("1", "not findings == 0")]


class Written:
    """Stands where a writer of datatrove would."""

    def __init__(self, documents: list[Any]) -> None:
        self._documents = documents

    def __enter__(self) -> Written:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def write(self, document: Any, *_: object) -> None:
        self._documents.append(document)


def test_a_document_is_refused_with_a_reason(kept: Filter) -> None:
    def document(text: object) -> SimpleNamespace:
        return SimpleNamespace(text=text, id="x", metadata={})

    assert kept.filter(document(CLEAN)) is True
    assert kept.filter(document(FAULTY)) == (False, "not findings == 0")
    assert kept.filter(document(None)) == (False, "there is no text in 'text'")
    assert (kept(document(CLEAN)), kept(document(FAULTY))) == (True, False)


def test_other_columns_of_a_document_are_in_its_metadata() -> None:
    german = Filter("language == 'de'", Columns(language="lang"))
    assert german.filter(SimpleNamespace(text=CLEAN, metadata={"lang": "de"})) is True
    assert german.filter(SimpleNamespace(text=CLEAN, metadata=None)) == (False, "not language == 'de'")
    assert german.filter(SimpleNamespace(text=CLEAN, metadata={"lang": "?"}))[1].startswith("'?' is no language code")  # type: ignore[index]


def test_columns_of_a_batch_stay_together() -> None:
    german = Filter("language == 'de'", Columns(language="lang"))
    assert german({"text": [CLEAN, CLEAN], "lang": ["de", "en"]}) == [True, False]


def test_it_can_be_pickled_and_pickles_are_equal_after_use(kept: Filter) -> None:
    before = pickle.dumps(kept)
    kept({"text": FAULTY})
    assert pickle.dumps(kept) == before
    assert pickle.loads(before)({"text": FAULTY}) is False


def test_a_wrong_condition_or_option_is_an_error() -> None:
    with pytest.raises(SettingsError, match="did you mean 'penalty'"):
        Filter("penalti < 5")
    with pytest.raises(SettingsError, match="did you mean 'language'"):
        Filter("penalty < 5", langage="en")
