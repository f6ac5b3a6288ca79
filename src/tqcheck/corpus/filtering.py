"""Filter: which documents to keep, as a function that data pipelines call for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import TqcheckError
from ..settings import Settings
from .keeping import Keep
from .rows import TEXT, Columns, RowChecker, row_settings, value


class Filter:
    """Keeps the documents for which a condition holds (see `Keep`), such as ``penalty < 5``; one that cannot be checked is not kept.

    Called with a row (a mapping) it says True or False, and with a batch (a mapping whose column of texts is a list) it
    gives a list of these: what ``datasets.Dataset.filter`` asks for. `filter` is for documents of datatrove. ``options`` are those of
    `tqcheck.Checker`. It can be pickled, and the same options give the same pickle, by which ``datasets`` knows its cached results.
    """

    def __init__(self, keep: str, columns: Columns = TEXT, **options: Any) -> None:
        self._take(keep, columns, row_settings(options))

    @classmethod
    def with_settings(cls, keep: str, columns: Columns, settings: Settings) -> Filter:
        """A filter with settings that were made before."""
        made = cls.__new__(cls)
        made._take(keep, columns, settings)
        return made

    def _take(self, keep: str, columns: Columns, settings: Settings) -> None:
        self._made_of = keep, columns, settings
        self._check = RowChecker(settings, columns, Keep(keep))

    def __reduce__(self) -> tuple[Any, ...]:
        return Filter.with_settings, self._made_of

    def __call__(self, row: Any) -> bool | list[bool]:
        """True for a row or document that is kept; for a batch of rows a list."""
        if not isinstance(row, Mapping):
            return self.refusal(self._row_of(row)) is None
        texts = value(row, self._check.columns.text)
        if not isinstance(texts, list):
            return self.refusal(row) is None
        named = {name: values for name in self._check.columns.named if (values := value(row, name)) is not None}
        return [self.refusal({name: values[number] for name, values in named.items()}) is None for number in range(len(texts))]

    def filter(self, document: Any) -> bool | tuple[bool, str]:
        """True for a document that is kept, or else False with the reason, as a filter of datatrove answers.

        A document has ``text``, and may have ``id`` and ``metadata``, in which other columns are looked up.
        """
        reason = self.refusal(self._row_of(document))
        return True if reason is None else (False, reason)

    def refusal(self, row: Mapping[str, Any]) -> str | None:
        """Why a row is not kept; None if it is."""
        try:
            return None if self._check(row).is_kept else f"not {self._made_of[0]}"
        except TqcheckError as error:
            return str(error)

    def _row_of(self, document: Any) -> dict[str, Any]:
        columns = self._check.columns
        held = {"id": getattr(document, "id", None), **(getattr(document, "metadata", None) or {})}
        return {**held, columns.text: getattr(document, "text", None)}
