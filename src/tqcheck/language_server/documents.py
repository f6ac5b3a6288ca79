"""Documents that are open in an editor, and what is found in them."""

from __future__ import annotations

import codecs
import re
from threading import Lock

from ..baseline import read_baseline
from ..checked import Checked
from ..checker import Checker
from ..configuration import Configuration
from ..core.record import Record, Row
from ..errors import ReadingError, SettingsError
from ..fixing.choice import Closed
from ..fixing.files import open_findings, repaired_file
from ..formats import READERS, SUFFIXES, Format, format_of, is_of_known_format, suffix_of
from ..known import Known
from ..readers.files import read
from ..readers.reading import Reading
from ..silence import Silence
from .positions import Positions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..configuration.run import RunOptions
    from ..core.finding import Finding
    from ..settings import Settings

MOST_CHARACTERS = 1_000_000
"""A longer text is not checked while somebody types in it."""
TOO_LONG = f"this text has more than {MOST_CHARACTERS:,} characters and is not checked here; tqcheck check does it"
_MARK = "\ufeff"
_HALF = re.compile("[\ud800-\udfff]")
_LANGUAGES: Mapping[str, str] = {
    **{name: name for name in READERS if name not in ("json", "yaml", "toml", "csv", "tsv", "pairs", "jsonl")},
    "plaintext": "text",
    "gfm": "markdown",
    "pandoc": "markdown",
    "rst": "restructuredtext",
    "adoc": "asciidoc",
    "vtt": "webvtt",
    "gettext": "po",
}
"""Languages by the names that editors give them, for documents whose name does not tell their format. Those of data count only by name."""


class Opened(Row):
    """A document as the editor has it: ``path`` is empty for one that has no file yet, ``language`` is the editor's name for its kind."""

    uri: str
    path: str
    language: str
    version: int
    text: str


class View(Record):
    """What was found in one version of a document; ``problem`` says why nothing was looked for, or is empty.

    ``shift`` is how far places of the editor's text lie behind those of ``checked``'s raw text.
    """

    opened: Opened
    positions: Positions
    checked: Checked | None = None
    findings: Sequence[Finding] = ()
    closed: Sequence[Closed] = ()
    known: Mapping[str, int] = {}
    settings: Settings | None = None
    requires_reason: bool = False
    shift: int = 0
    problem: str = ""

    def within(self, start: int, end: int) -> list[Finding]:
        """The findings that touch a stretch of the editor's text."""
        return [finding for finding in self.findings if self._touches(finding, start, end)]

    def _touches(self, finding: Finding, start: int, end: int) -> bool:
        first, last = self.span(finding.start, finding.end)
        return first <= end and start <= last

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the text that was checked lies in the editor's text."""
        if self.checked is None:
            return 0, 0
        first, last = self.checked.reading.raw_span(start, end)
        return first + self.shift, last + self.shift


class Desk:
    """Checks documents, each with the configuration of its folder, which is read anew for each check. It may be shared by threads."""

    def __init__(self) -> None:
        self._checkers: dict[Settings, Checker] = {}
        self._lock = Lock()

    def view(self, opened: Opened, units: str) -> View:
        """Check one version of a document; wrong settings and broken files are its ``problem``."""
        empty = View(opened, Positions("", units))
        if len(opened.text) > MOST_CHARACTERS:
            return empty.replace(problem=TOO_LONG)
        try:
            configuration = Configuration()
            settings = configuration.settings_for(opened.path or ".")
            format = _format(opened, settings)
            if format is None:
                return empty
            reading = _reading(opened, format)
            return self._view(empty.replace(settings=settings), reading, configuration.run_options([opened.path or "."]), units)
        except (ReadingError, SettingsError) as error:
            return empty.replace(problem=str(error))

    def fixed(self, view: View) -> list[tuple[int, int, str]]:
        """The safe repairs of a whole document, as edits of the editor's text."""
        checked, settings = view.checked, view.settings
        if checked is None or settings is None:
            return []
        silence = Silence(require_reason=view.requires_reason)
        checker = self._checker(settings)

        def check(reading: Reading) -> Checked:
            return silence.applied(Checked(reading, checker.check_reading(reading)))

        done = repaired_file(checked, check, known=view.known)
        shift = view.shift
        return [(change.old_start + shift, change.old_end + shift, done.text[change.new_start : change.new_end]) for change in done.changes]

    def _view(self, empty: View, reading: Reading, options: RunOptions, units: str) -> View:
        assert empty.settings is not None
        report = self._checker(empty.settings).check_reading(reading)
        checked = Silence(require_reason=options.require_reason).applied(Checked(reading, report))
        known = _known(checked, options.baseline)
        findings, closed = open_findings(checked, known)
        text = empty.opened.text
        return empty.replace(
            positions=Positions(text, units),
            checked=checked,
            findings=findings,
            closed=closed,
            known=known,
            requires_reason=options.require_reason,
            shift=1 if text.startswith(_MARK) else 0,
        )

    def _checker(self, settings: Settings) -> Checker:
        with self._lock:
            if settings not in self._checkers:
                self._checkers[settings] = Checker.with_settings(settings)
            return self._checkers[settings]


def _format(opened: Opened, settings: Settings) -> Format | None:
    """How a document is read; None for one that is no text of people, as far as its name and kind tell."""
    path = opened.path
    if settings.format is not None and path:
        return format_of(path, name=settings.format, columns=settings.columns)
    if suffix_of(path) in SUFFIXES:
        return format_of(path, columns=settings.columns) if is_of_known_format(path.replace("\\", "/").rpartition("/")[2]) else None
    name = _LANGUAGES.get(opened.language)
    return None if name is None else format_of(path, name=name, columns=settings.columns)


def _reading(opened: Opened, format: Format) -> Reading:
    """The document as a file that is read: with a byte order mark, so that its encoding is certain whatever stands in the text.

    Half characters, which no file holds, are read as U+FFFD.
    """
    text = _HALF.sub("\ufffd", opened.text.removeprefix(_MARK))
    reading = read(codecs.BOM_UTF8 + text.encode(), opened.path or opened.uri, format)
    if reading.has_parts or len(reading.raw) != len(text):
        raise ReadingError(opened.path, "this format is not checked in an editor")
    return reading


def _known(checked: Checked, baseline: str | None) -> Mapping[str, int]:
    if not baseline or not checked.report.findings:
        return {}
    known = Known(read_baseline(baseline))
    list(known([checked]))
    return known.known_in(checked.reading.name)
