"""Schemas: the columns of scores and findings, with their types, for every frame and file that has types."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .packages import pyarrow

SCORES = {
    "shard": "string", "row": "long", "id": "string", "language": "string", "words": "long", "findings": "long", "score": "double",
    "penalty": "double", "penalty_per_1000_words": "double", "by_family": "map<string,long>",
    "metrics": "map<string,double>", "fields": "map<string,string>",
    "kept": "boolean", "signature": "string",
}  # fmt: skip
"""The columns of a row of scores, in order, with the types of Spark's schema language."""
FINDINGS = {
    "shard": "string", "row": "long", "id": "string", "rule": "string", "family": "string", "start": "long", "end": "long",
    "text": "string", "message": "string", "severity": "string", "score": "double",
    "fix": "struct<safety:string,edits:array<struct<start:long,end:long,text:string>>>",
    "related": "array<struct<start:long,end:long>>",
    "counterparts": "array<struct<partner:string,start:long,end:long,text:string>>",
}  # fmt: skip
"""The columns of a row of findings."""
_PLACE = ("shard", "row")
RESULTS = {
    **{name: kind for name, kind in SCORES.items() if name not in _PLACE},
    "found": f"array<struct<{','.join(f'{name}:{kind}' for name, kind in FINDINGS.items() if name not in (*_PLACE, 'id'))}>>",
    "rejected": "string",
}
"""The columns of what comes of a row of a frame: its scores, its findings in one list, and why it was not checked (or null)."""
MARKS = {
    "id": "string", "site": "string", "sentences": "array<struct<key:string,text:string>>", "bands": "array<string>",
    "signature": "array<long>", "rejected": "string",
}  # fmt: skip
"""The columns of the marks of a row, by which sentences that recur and near-duplicates are found across rows."""
_HALF = re.compile("[\ud800-\udfff]")


def score_schema() -> Any:
    """The schema of scores for Arrow."""
    return _schema(SCORES)


def finding_schema() -> Any:
    """The schema of findings for Arrow."""
    return _schema(FINDINGS)


def result_schema() -> Any:
    """The schema of the results of rows for Arrow."""
    return _schema(RESULTS)


def storable(value: Any) -> Any:
    """The value with U+FFFD for halves of characters, which Arrow cannot hold."""
    if isinstance(value, str):
        return value if value.isascii() else _HALF.sub("\ufffd", value)
    if isinstance(value, dict):
        return {storable(key): storable(each) for key, each in value.items()}
    return [storable(each) for each in value] if isinstance(value, list) else value


def _schema(columns: dict[str, str]) -> Any:
    return pyarrow().schema([(name, arrow_type(kind)) for name, kind in columns.items()])


def arrow_type(kind: str) -> Any:
    """The type of Arrow for one of Spark's."""
    arrow = pyarrow()
    simple = {"string": arrow.string(), "long": arrow.int64(), "double": arrow.float64(), "boolean": arrow.bool_()}
    return type_of(kind, simple, arrow.list_, arrow.map_, arrow.struct)


def type_of(
    kind: str,
    simple: Mapping[str, Any],
    array: Callable[[Any], Any],
    pairs: Callable[[Any, Any], Any],
    struct: Callable[[list[tuple[str, Any]]], Any],
) -> Any:
    """The type of some library for one of Spark's, made of its simple types and of what makes the others of them."""
    if kind in simple:
        return simple[kind]
    outer, _, inner = kind.removesuffix(">").partition("<")
    if outer == "struct":
        return struct([(name, type_of(of, simple, array, pairs, struct)) for name, of in _fields(inner)])
    parts = [type_of(of, simple, array, pairs, struct) for of in (inner.split(",", 1) if outer == "map" else [inner])]
    return pairs(*parts) if outer == "map" else array(*parts)


def _fields(inside: str) -> list[tuple[str, str]]:
    """The fields of a struct: commas inside brackets part none."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(inside):
        depth += (character == "<") - (character == ">")
        if character == "," and not depth:
            parts.append(inside[start:place])
            start = place + 1
    return [(name, of) for name, _, of in (part.partition(":") for part in (*parts, inside[start:]))]
