"""Word (``.docx``): the paragraphs of the document, its text boxes, footnotes and endnotes. Nothing of Word's own is run or fetched."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from ...core.blocks import Kind
from .archive import Archive
from .elements import decoded_xml, walk
from .paragraphs import Gathering
from .parts import escape, joined, obstacle, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...formats import Format
    from ..reading import Reading
    from .elements import Here

__all__ = ["escape", "obstacle", "read", "written"]

_W, _STRICT = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MATH_STRICT = "http://purl.oclc.org/ooxml/officeDocument/math"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PREFIXES = {_W: "", _STRICT: "", _MATH: "m:", _MATH_STRICT: "m:", _FALLBACK: "mc:"}
_RELATIONS = {"http://schemas.openxmlformats.org/package/2006/relationships": ""}
_SKIPPED = frozenset(("del", "moveFrom", "mc:Fallback", "instrText", "delText", "rt", "sectPr", "object"))
"""What was deleted or moved away, what old versions show instead, the codes of fields, how characters are read."""
_MEANT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_CODE = ("html code", "html preformatted", "source code", "verbatim char", "macro text", "code", "source text")
"""Names of styles that say that something is no prose; so are those of a table of contents, which Word makes itself."""
_OFF = ("0", "false", "off")
_NOTES = ("footnotes", "endnotes")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file; raises `ReadingError` for an archive that is none of Word, broken, encrypted or harmful."""
    archive = Archive(data, name)
    main = next((path for kind, path in _related(archive, name, "") if kind == "officeDocument"), "word/document.xml")
    related = dict(_related(archive, name, main))
    styles = _Styles()
    for path in _present(archive, related, ("styles",)):
        _walk_member(archive, name, path, styles, _PREFIXES)
    read: list[tuple[str, str, Gathering]] = []
    for path in dict.fromkeys((main, *_present(archive, related, _NOTES))):
        text, encoding = decoded_xml(archive.member(path), name, path)
        gathering = Gathering(text, folds=False)
        walk(text, _Body(gathering, styles), _PREFIXES, name=name, part=path)
        read.append((path, encoding, gathering))
    return joined(data, name, format, read)


def _present(archive: Archive, related: Mapping[str, str], kinds: Sequence[str]) -> Iterator[str]:
    """The paths of related parts that are there."""
    return (related[kind] for kind in kinds if kind in related and related[kind] in archive)


def _walk_member(archive: Archive, name: str, path: str, walker: _Styles | _Relations, prefixes: Mapping[str, str]) -> None:
    text, _ = decoded_xml(archive.member(path), name, path)
    walk(text, walker, prefixes, name=name, part=path)


def _related(archive: Archive, name: str, path: str) -> Iterator[tuple[str, str]]:
    """What a part says of others: the last word of their kind, and their path."""
    folder = dirname(path)
    relations = join(folder, "_rels", f"{path.rpartition('/')[2]}.rels")
    if relations not in archive:
        return
    found = _Relations()
    _walk_member(archive, name, relations, found, _RELATIONS)
    for kind, target in found.targets:
        yield kind, normpath(join("/", folder, target)).lstrip("/")


class _Silent:
    """Takes in a file that holds no text."""

    def closes(self, tag: str, here: Here) -> None:
        """Nothing is done."""

    def says(self, start: int, end: int, text: str | None) -> None:
        """Nothing is done."""


class _Relations(_Silent):
    """The relations of a part to others inside the archive."""

    def __init__(self) -> None:
        self.targets: list[tuple[str, str]] = []

    def opens(self, tag: str, attributes: Mapping[str, str], _here: Here) -> None:
        """Take in a relation."""
        if tag == "Relationship" and attributes.get("?:TargetMode") != "External":
            self.targets.append((attributes.get("?:Type", "").rpartition("/")[2], attributes.get("?:Target", "")))


class _Styles(_Silent):
    """What the styles make of a paragraph or a run."""

    def __init__(self) -> None:
        self.kinds: dict[str, Kind] = {}
        self.code: set[str] = set()
        """The styles of what is no prose."""
        self._style = ""

    def opens(self, tag: str, attributes: Mapping[str, str], _here: Here) -> None:
        """Take in a style: its name counts, in whatever language its identity is written."""
        value = _value(attributes)
        if tag == "style":
            self._style = attributes.get("styleId", "")
        elif tag == "name":
            self._name(value.lower())
        elif tag == "outlineLvl" and value < "9":
            self.kinds[self._style] = Kind.HEADING
        elif tag == "numPr":
            self.kinds.setdefault(self._style, Kind.ITEM)

    def _name(self, name: str) -> None:
        if name.startswith(("heading ", "title", "subtitle", "caption")):
            self.kinds[self._style] = Kind.HEADING
        elif name.startswith("list"):
            self.kinds[self._style] = Kind.ITEM
        if name in _CODE or name.startswith("toc "):
            self.code.add(self._style)


def _value(attributes: Mapping[str, str]) -> str:
    return attributes.get("val", "")


class _Body:
    """The paragraphs of a part."""

    def __init__(self, gathering: Gathering, styles: _Styles) -> None:
        self._gathering = gathering
        self._styles = styles
        self._skipped = self._cells = 0
        self._runs: list[str] = []
        """For each run that is open what it is besides text: code, hidden, or nothing."""
        self._outer_runs: list[list[str]] = []
        self._in_text = False
        self._formula: int | None = None
        """Where the formula begins that is open."""
        self._shown: list[str] = []

    def opens(self, tag: str, attributes: Mapping[str, str], here: Here) -> None:
        """Take in the start of an element."""
        if self._skipped or tag in _SKIPPED:
            self._skipped += 1
        elif tag == "t":
            self._in_text = bool(self._runs)
        elif tag == "r":
            self._runs.append("")
        elif tag == "p":
            self._gathering.begin(Kind.CELL if self._cells else Kind.PARAGRAPH)
        elif tag == "tc":
            self._cells += 1
        elif tag == "m:oMath":
            self._formula, self._shown = here(), []
            self._skipped = 1
        elif tag == "txbxContent":
            self._land(here())
        elif self._runs:
            self._in_run(tag, _value(attributes), here)
        else:
            self._in_paragraph(tag, _value(attributes))

    def closes(self, tag: str, here: Here) -> None:
        """Take in the end of an element."""
        if self._skipped:
            self._skipped -= 1
            if not self._skipped and self._formula is not None:
                self._gathering.name(self._formula, here(), "".join(self._shown).strip() or "…")
                self._formula = None
        elif tag == "t":
            self._in_text = False
        elif tag == "r":
            self._runs.pop()
        elif tag == "p":
            self._gathering.end()
        elif tag == "tc":
            self._cells -= 1
        elif tag == "txbxContent":
            self._gathering.leave(here())
            self._runs = self._outer_runs.pop()

    def says(self, start: int, end: int, text: str | None) -> None:
        """Take in text, if it stands in a run; code is a name that stands for it."""
        paragraph = self._gathering.current
        if self._formula is not None:
            self._shown.append(text or self._gathering.text[start:end])
        if not self._in_text or self._skipped or paragraph is None or not self._runs or self._runs[-1] == "hidden":
            return
        if not self._runs[-1]:
            self._gathering.take(start, end, text)
        else:
            self._gathering.name(start, end, text or self._gathering.text[start:end])

    def _land(self, place: int) -> None:
        """Go on into a text box, or leave it out if text boxes stand in each other too deep."""
        if self._gathering.land(place):
            self._outer_runs.append(self._runs)
            self._runs = []
        else:
            self._skipped = 1

    def _in_run(self, tag: str, value: str, here: Here) -> None:
        if tag in _MEANT:
            self._gathering.put(here(), _MEANT[tag])
        elif tag == "rStyle" and value in self._styles.code:
            self._runs[-1] = "code"
        elif tag == "vanish" and value not in _OFF:
            self._runs[-1] = "hidden"

    def _in_paragraph(self, tag: str, value: str) -> None:
        paragraph = self._gathering.current
        if paragraph is None:
            return
        if tag == "pStyle" and value in self._styles.code:
            self._gathering.end()
        elif tag == "pStyle" and not self._cells:
            paragraph.kind = self._styles.kinds.get(value, paragraph.kind)
        elif tag == "numId" and value != "0" and paragraph.kind is Kind.PARAGRAPH:
            paragraph.kind = Kind.ITEM
        elif tag == "outlineLvl" and value < "9":
            paragraph.kind = Kind.HEADING
