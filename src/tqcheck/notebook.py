"""How a report shows itself in a notebook, and gives its findings as a frame."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from .core.finding import Finding
from .core.record import Record
from .errors import SettingsError

MOST_ROWS = 200
"""A notebook shows so many findings, and counts the others."""
COLUMNS = ("rule", "family", "severity", "score", "start", "end", "message", "safety", "edits")
"""The columns of a frame of findings; ``safety`` and ``edits`` are those of the repair, if there is one."""


class Shown(Record):
    """What is shown of a report: its name, a line of figures, and its findings."""

    name: str
    figures: str
    findings: tuple[Finding, ...]

    def html(self) -> str:
        """A table, with everything escaped."""
        head = "".join(f"<th>{name}</th>" for name in ("rule", "severity", "score", "place", "message"))
        rows = "".join(_row(finding) for finding in self.findings[:MOST_ROWS])
        left = len(self.findings) - MOST_ROWS
        more = f"<p>… and {left:,} more</p>" if left > 0 else ""
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if self.findings else ""
        return f"<div><p><b>{_safe(self.name)}</b>: {_safe(self.figures)}</p>{table}{more}</div>"

    def rows(self) -> Iterator[dict[str, Any]]:
        """The findings by the names of `COLUMNS`."""
        for finding in self.findings:
            fix = finding.fix
            yield {
                **{name: getattr(finding, name) for name in COLUMNS[:2]},
                "severity": finding.severity.value,
                **{name: getattr(finding, name) for name in COLUMNS[3:7]},
                "safety": fix.safety.value if fix else None,
                "edits": [edit.to_dict() for edit in fix.edits] if fix else [],
            }

    def pandas(self) -> Any:
        """The findings as a frame of pandas; raises `SettingsError` without it."""
        try:
            import pandas
        except ImportError:
            raise _wanted("pandas") from None
        return pandas.DataFrame(list(self.rows()), columns=list(COLUMNS))

    def polars(self) -> Any:
        """The findings as a frame of Polars; raises `SettingsError` without it."""
        try:
            import polars
        except ImportError:
            raise _wanted("polars") from None
        edit = polars.Struct({"start": polars.Int64, "end": polars.Int64, "text": polars.String})
        numbers: dict[str, Any] = {"score": polars.Float64, "start": polars.Int64, "end": polars.Int64, "edits": polars.List(edit)}
        rows = [{**row, "edits": [{**each, "text": _whole(each["text"])} for each in row["edits"]]} for row in self.rows()]
        rows = [{name: _whole(value) if isinstance(value, str) else value for name, value in row.items()} for row in rows]
        return polars.DataFrame(rows, schema={name: numbers.get(name, polars.String) for name in COLUMNS})


def _row(finding: Finding) -> str:
    cells = (finding.rule, finding.severity.value, f"{finding.score:.2f}", f"{finding.start}–{finding.end}", finding.message)
    return f"<tr>{''.join(f'<td>{_safe(cell)}</td>' for cell in cells)}</tr>"


def _safe(text: str) -> str:
    return escape(_whole(text))


def _whole(text: str) -> str:
    """The text with U+FFFD for halves of characters, which nothing outside of Python can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _wanted(package: str) -> SettingsError:
    return SettingsError(f"this needs the package {package}: pip install {package}")
