"""Schemas: the columns of scores and findings, with their types, for every frame and file that has types."""

from __future__ import annotations

from typing import Any

from .packages import pyarrow

SCORES = {
    "shard": "string", "row": "long", "id": "string", "language": "string", "words": "long", "findings": "long", "score": "double",
    "penalty": "double", "penalty_per_1000_words": "double", "by_family": "map<string,long>", "fields": "map<string,string>",
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


def score_schema() -> Any:
    """The schema of scores for Arrow."""
    return _schema(SCORES)


def finding_schema() -> Any:
    """The schema of findings for Arrow."""
    return _schema(FINDINGS)


def _schema(columns: dict[str, str]) -> Any:
    return pyarrow().schema([(name, arrow_type(kind)) for name, kind in columns.items()])


def arrow_type(kind: str) -> Any:
    """The type of Arrow for one of Spark's."""
    arrow = pyarrow()
    simple = {"string": arrow.string(), "long": arrow.int64(), "double": arrow.float64(), "boolean": arrow.bool_()}
    if kind in simple:
        return simple[kind]
    outer, _, inner = kind.removesuffix(">").partition("<")
    if outer == "array":
        return arrow.list_(arrow_type(inner))
    if outer == "map":
        key, _, value = inner.partition(",")
        return arrow.map_(arrow_type(key), arrow_type(value))
    return arrow.struct([(name, arrow_type(of)) for name, of in _fields(inner)])


def _fields(inside: str) -> list[tuple[str, str]]:
    """The fields of a struct: commas inside brackets part none."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(inside):
        depth += (character == "<") - (character == ">")
        if character == "," and not depth:
            parts.append(inside[start:place])
            start = place + 1
    return [(name, of) for name, _, of in (part.partition(":") for part in (*parts, inside[start:]))]
