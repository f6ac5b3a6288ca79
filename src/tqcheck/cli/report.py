"""``tqcheck report``: pages to look at, one for each file, and one that leads to them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing

from ..checked import Checked, Outcome
from ..errors import ReadingError, SettingsError
from .beside import add_partner_options, beside_of
from .effort import add_effort_options, effort_of
from .gate import counted
from .output import complain
from .parsing import Parser, add_settings_options, configuration_of, parser_for
from .work import checked_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..reporters.html.index import Entry, Figures

CLEAN, WRONG = 0, 2
INDEX, BADGE, DATA = "index.html", "badge.svg", "report.json"
_MOST_CHARACTERS = 80
_NOTES = """\
FOLDER gets index.html (the worst file first), a page for each file, badge.svg
and report.json; give a report.json of an earlier run to --against. The pages
need nothing but themselves.

example: tqcheck report texts/ --output report --against earlier/report.json
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("report", "Write pages that show the findings in their texts.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="a file, a folder or a pattern, as for tqcheck check")
    options.add_argument("--output", metavar="FOLDER", help="where the pages are written (required)")
    options.add_argument("--against", metavar="FILE", help="a report in JSON of an earlier run, to compare with")
    add_settings_options(options)
    add_partner_options(options)
    add_effort_options(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Check files and write their pages; the exit status is 0, or 2 if a file could not be read."""
    chosen = parser().parsed(argv)
    beside = beside_of(chosen)
    if not chosen.paths or not chosen.output:
        raise SettingsError("a report needs a PATH, and --output FOLDER for its pages")
    before = _before(chosen.against) if chosen.against else None
    try:
        os.makedirs(chosen.output, exist_ok=True)
    except OSError as error:
        raise ReadingError(chosen.output, (error.strerror or str(error)).lower()) from None
    configuration = configuration_of(chosen)
    options = configuration.run_options(chosen.paths)
    from ..silence import Silence

    with closing(checked_files(chosen.paths, configuration, effort=effort_of(chosen), beside=beside)) as work:
        writing = _Pages(chosen.output, before)
        for result in Silence(require_reason=options.require_reason)(work):
            writing.add(result)
    writing.close()
    index = os.path.join(chosen.output, INDEX)
    sys.stdout.write(f"{index}: {counted(writing.findings, 'finding')} in {counted(len(writing.entries), 'file')}\n")
    return WRONG if writing.errors else CLEAN


class _Pages:
    """Writes the page of each file as it comes, and at the end what stands above them."""

    def __init__(self, folder: str, before: Mapping[str, Figures] | None) -> None:
        from ..reporters.json import JsonReporter
        from ..reporters.tally import Tally

        self._folder = folder
        self._before = before
        self._data: list[str] = []
        self._json = JsonReporter(self._data.append)
        self._tally = Tally()
        self.entries: list[Entry] = []
        self.errors: list[ReadingError] = []
        self.findings = 0

    def add(self, result: Checked | ReadingError) -> None:
        """Take in a file."""
        from ..reporters.html import page_of
        from ..reporters.html.index import Entry

        if isinstance(result, ReadingError):
            complain(str(result))
            self.errors.append(result)
            self._json.fail(result)
            return
        reading, report = result.reading, result.report
        name = f"{len(self.entries) + 1:04}-{_plain(reading.name)}.html"
        self._write(name, page_of(reading, report, up=f'<nav><a href="{INDEX}">All files</a></nav>'))
        before = self._before.get(report.name) if self._before else None
        self.entries.append(Entry(report.name, name, report, before))
        self._json.add(reading, report)
        self._tally.add(report)
        self.findings += len(report.findings)

    def close(self) -> None:
        """Write the index, the badge and the data for a later comparison."""
        from ..reporters.badge import badge
        from ..reporters.html.index import index

        self._json.close()
        self._write(INDEX, index(self.entries, self.errors, Outcome(), before=self._before))
        self._write(BADGE, badge(self._tally.score))
        self._write(DATA, "".join(self._data))

    def _write(self, name: str, text: str) -> None:
        from ..writing import replacing

        path = os.path.join(self._folder, name)
        try:
            with replacing(path) as file:
                file.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise ReadingError(path, (error.strerror or str(error)).lower()) from None


def _plain(name: str) -> str:
    """A name of a file made of another one's path, with letters that every system and address takes."""
    kept = "".join(letter if letter.isascii() and (letter.isalnum() or letter in ".-") else "_" for letter in name)
    return kept.strip("._-")[-_MOST_CHARACTERS:] or "text"


def _before(path: str) -> dict[str, Figures]:
    """What an earlier run found in each file; raises `SettingsError` for a file that is no report."""
    import json

    try:
        with open(path, "rb") as file:
            return dict(_figures(json.load(file)))
    except OSError as error:
        raise ReadingError(path, (error.strerror or str(error)).lower()) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise SettingsError(f"{path} is no report that tqcheck wrote with --output-format json") from None


def _figures(data: dict[str, list[dict[str, dict[str, float]]]]) -> Iterator[tuple[str, Figures]]:
    from ..reporters.html.index import Figures

    for file in data["files"]:
        yield str(file["path"]), Figures(len(file["findings"]), float(file["score"]["penalty_per_1000_words"]))
