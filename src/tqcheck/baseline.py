"""Baseline: a file of findings that are known already, so that later runs report only new ones.

A finding is known by its fingerprint (`tqcheck.fingerprints`), first in its own file, then in any other: so it stays
known when its paragraph is moved or its file gets another name. Each record stands for one finding: a copy of a known
fault is new.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import SettingsError

if TYPE_CHECKING:
    from .checked import Checked

NAME = "tqcheck-baseline.json"
VERSION = 1
_TEXT = 60


class Record(NamedTuple):
    """One known finding. ``path``: its file, seen from the folder of the baseline, with ``/``; ``text``: for people, what is marked."""

    path: str
    rule: str
    family: str
    fingerprint: str
    text: str


class Baseline(NamedTuple):
    """The records of one baseline file, sorted."""

    name: str
    records: tuple[Record, ...]

    @property
    def by_family(self) -> Mapping[str, int]:
        """The number of known findings of each family that occurs."""
        return dict(sorted(Counter(record.family for record in self.records).items()))

    def path_of(self, name: str) -> str:
        """The path of a file as the records write it."""
        folder = os.path.dirname(os.path.abspath(self.name))
        try:
            return os.path.relpath(name, folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return os.path.abspath(name).replace(os.sep, "/")

    def exists(self, path: str) -> bool:
        """True if the file of a record is still there."""
        return os.path.lexists(os.path.join(os.path.dirname(os.path.abspath(self.name)), path))

    def records_of(self, checked: Checked) -> Iterator[Record]:
        """A record for each finding of a checked file, in their order."""
        from .fingerprints import fingerprints

        text, path = checked.reading.text, self.path_of(checked.reading.name)
        findings = checked.report.findings
        for finding, numbered in zip(findings, fingerprints(checked.report, text, paragraphs=checked.reading.paragraphs), strict=True):
            digest = numbered.partition("-")[0]  # the number that tells equal findings apart does not count here
            yield Record(path, finding.rule, finding.family, digest, _shown(text[finding.start : finding.end]))

    def with_records(self, records: Iterable[Record]) -> Baseline:
        """The baseline with these records instead, sorted."""
        return Baseline(self.name, tuple(sorted(records)))

    def written(self) -> str:
        """The file: JSON with one record a line, so that a diff shows which findings came and went."""
        lines = ",\n".join(f"    {_as_json(record)}" for record in self.records)
        findings = f"[\n{lines}\n  ]" if lines else "[]"
        return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def read_baseline(path: str) -> Baseline:
    """The baseline in a file; raises `SettingsError` if it cannot be read or is no baseline."""
    import json

    try:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
    except OSError as error:
        hint = "; tqcheck baseline writes one" if isinstance(error, FileNotFoundError) else ""
        raise SettingsError(f"{path}: {(error.strerror or str(error)).lower()}{hint}") from None
    except (ValueError, RecursionError):
        raise SettingsError(f"{path}: this is no JSON, so no baseline; tqcheck baseline writes one") from None
    return Baseline(path, tuple(sorted(_records(path, content))))


def _records(path: str, content: Any) -> Iterator[Record]:
    version = content.get("version") if isinstance(content, dict) else None
    found = content.get("findings") if isinstance(content, dict) else None
    if version is None or not isinstance(found, list):
        raise SettingsError(f"{path}: this is no baseline; tqcheck baseline writes one")
    if version != VERSION:
        raise SettingsError(f"{path}: this baseline is of version {version!r}, not {VERSION}; write it anew")
    for number, fields in enumerate(found, 1):
        if not isinstance(fields, dict) or not all(isinstance(fields.get(name), str) for name in Record._fields):
            raise SettingsError(f"{path}: finding {number} of this baseline is damaged; write it anew")
        yield Record(*(fields[name] for name in Record._fields))


def _shown(marked: str) -> str:
    """The marked text on one line, without its middle if it is long and without what cannot be printed."""
    from .core.rule import excerpt

    return "".join(character if character.isprintable() else "\ufffd" for character in excerpt(" ".join(marked.split()), _TEXT))


def _as_json(record: Record) -> str:
    import json

    line = json.dumps(record._asdict(), ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # a path that is no Unicode
        return json.dumps(record._asdict())
    return line
