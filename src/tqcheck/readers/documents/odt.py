"""OpenDocument text (``.odt``): its paragraphs, text boxes and notes. Nothing is run or fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.blocks import Kind
from .archive import Archive
from .elements import decoded_xml, walk
from .paragraphs import Gathering
from .parts import escape, joined, obstacle, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...formats import Format
    from ..reading import Reading
    from .elements import Here

__all__ = ["escape", "obstacle", "read", "written"]

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {f"{_ODF}{name}:1.0": f"{name}:" for name in ("text", "office", "table", "style", "drawing", "manifest")}
_SKIPPED = frozenset((
    "?:title",
    "?:desc",
    "office:annotation",
    "office:forms",
    "text:tracked-changes",
    "text:note-citation",
    "text:ruby-text",
    "text:hidden-text",
    "text:table-of-content",
    "text:alphabetical-index",
    "text:illustration-index",
    "text:table-index",
    "text:bibliography",
))  # fmt: skip
"""What is no text, was deleted, or is made anew by the program."""
_MEANT = {"text:s": " ", "text:tab": "\t", "text:line-break": "\n"}
_ISLANDS = ("text:note-body", "drawing:text-box")
_CODE = ("Preformatted_20_Text", "Source_20_Text", "Source_20_Code")
_TITLES = ("Title", "Subtitle", "Heading", "Caption")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file; raises `ReadingError` for an archive that is none of OpenDocument, broken, encrypted or harmful."""
    archive = Archive(data, name)
    if _MANIFEST in archive and b"encryption-data" in archive.member(_MANIFEST):
        raise archive.error("the document is protected by a password")
    text, encoding = decoded_xml(archive.member(_CONTENT), name, _CONTENT)
    gathering = Gathering(text, folds=True)
    walk(text, _Body(gathering), _PREFIXES, name=name, part=_CONTENT)
    return joined(data, name, format, [(_CONTENT, encoding, gathering)])


class _Body:
    """The paragraphs of the content."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._skipped = self._cells = self._items = 0
        self._code: int | None = None
        """Where the code begins that is open."""
        self._shown: list[str] = []
        self._parents: dict[str, str] = {}

    def opens(self, tag: str, attributes: Mapping[str, str], here: Here) -> None:
        """Take in the start of an element."""
        if self._skipped or tag in _SKIPPED:
            self._skipped += 1
        elif tag in ("text:p", "text:h"):
            self._begin(tag, self._style(attributes))
        elif tag == "style:style":
            self._parents[attributes.get("style:name", "")] = attributes.get("style:parent-style-name", "")
        elif tag in _MEANT:
            self._gathering.put(here(), _MEANT[tag])
        elif tag == "text:span" and self._style(attributes) in _CODE:
            self._code, self._shown, self._skipped = here(), [], 1
        elif tag in _ISLANDS and not self._gathering.land(here()):
            self._skipped = 1
        else:
            self._cells += tag == "table:table-cell"
            self._items += tag == "text:list-item"

    def closes(self, tag: str, here: Here) -> None:
        """Take in the end of an element."""
        if self._skipped:
            self._skipped -= 1
            if not self._skipped and self._code is not None:
                self._gathering.name(self._code, here(), " ".join("".join(self._shown).split()) or "…")
                self._code = None
        elif tag in ("text:p", "text:h"):
            self._gathering.end()
        elif tag in _ISLANDS:
            self._gathering.leave(here())
        else:
            self._cells -= tag == "table:table-cell"
            self._items -= tag == "text:list-item"

    def says(self, start: int, end: int, text: str | None) -> None:
        """Take in text; what stands in no paragraph is none."""
        if not self._skipped:
            self._gathering.take(start, end, text)
        elif self._code is not None:
            self._shown.append(text or self._gathering.text[start:end])

    def _begin(self, tag: str, style: str) -> None:
        is_title = tag == "text:h" or style.startswith(_TITLES)
        kind = Kind.CELL if self._cells else Kind.ITEM if self._items else Kind.HEADING if is_title else Kind.PARAGRAPH
        self._gathering.begin(kind)
        if style in _CODE:
            self._gathering.end()

    def _style(self, attributes: Mapping[str, str]) -> str:
        """The style of an element by the name that it has in every document."""
        style = attributes.get("text:style-name", "")
        return self._parents.get(style) or style
