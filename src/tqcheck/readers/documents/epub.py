"""EPUB (``.epub``): the pages of a book in the order in which they are read. Nothing is run or fetched."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ...core.blocks import Kind
from .archive import Archive
from .elements import decoded_xml, walk
from .paragraphs import Gathering
from .parts import escape, joined, obstacle, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...formats import Format
    from ..reading import Reading
    from .elements import Here

__all__ = ["escape", "obstacle", "read", "written"]

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGE = {"http://www.w3.org/1999/xhtml": "", "": "", "http://www.idpf.org/2007/ops": "epub:"}
_PACKAGE = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://www.idpf.org/2007/opf": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://www.w3.org/2001/04/xmlenc#": "",
    "": "",
}
_PAGES = ("application/xhtml+xml", "text/html")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = {
    **dict.fromkeys(_HEADINGS, Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.ITEM),
    **dict.fromkeys(("td", "th", "caption", "figcaption"), Kind.CELL),
}
_BLOCKS = frozenset((
    *_KINDS, "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl", "fieldset", "figure",
    "footer", "form", "header", "hgroup", "hr", "main", "ol", "p", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_SKIPPED = frozenset((
    "head", "script", "style", "pre", "textarea", "template", "noscript", "audio", "video", "iframe", "object", "select", "rt", "rp",
    "nav", "?:svg",
))  # fmt: skip
_CODE = frozenset(("code", "kbd", "samp", "tt", "?:math"))
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,4}|[*†‡§¶]{1,4})[\])]?\s*")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of a file; raises `ReadingError` for an archive that is no EPUB, broken, encrypted or harmful."""
    archive = Archive(data, name)
    package = _Package()
    _walk_member(archive, name, _CONTAINER, package)
    folder = dirname(package.path)
    _walk_member(archive, name, package.path, package)
    locked = _locked(archive, name)
    read: list[tuple[str, str, Gathering]] = []
    for path in package.pages(folder):
        if path in locked:
            raise archive.error(f"{path}: this page is encrypted")
        text, encoding = decoded_xml(archive.member(path), name, path)
        gathering = Gathering(text, folds=True)
        walk(text, _Page(gathering), _PAGE, name=name, part=path, is_page=True)
        read.append((path, encoding, gathering))
    language = f"{package.language[:3].lower()}{package.language[3:]}" if _LANGUAGE.fullmatch(package.language) else None
    return joined(data, name, format, read, language=language)


def _walk_member(archive: Archive, name: str, path: str, package: _Package) -> None:
    package.text, _ = decoded_xml(archive.member(path), name, path)
    walk(package.text, package, _PACKAGE, name=name, part=path, is_page=True)


def _locked(archive: Archive, name: str) -> frozenset[str]:
    """The members that are encrypted; fonts often are."""
    if _ENCRYPTION not in archive:
        return frozenset()
    package = _Package()
    _walk_member(archive, name, _ENCRYPTION, package)
    return frozenset(map(unquote, package.locked))


class _Package:
    """What the files around the pages say: where the list of the pages is, in which order they come, and the language."""

    def __init__(self) -> None:
        self.text = ""
        self.path = ""
        self.language = ""
        self.locked: list[str] = []
        self._hrefs: dict[str, str] = {}
        self._spine: list[str] = []
        self._in_language = False

    def pages(self, folder: str) -> Iterator[str]:
        """The paths of the pages, each once."""
        hrefs = filter(None, (self._hrefs.get(identity) for identity in self._spine))
        paths = (normpath(join("/", folder, unquote(href.partition("#")[0]))).lstrip("/") for href in hrefs)
        return iter(dict.fromkeys(paths))

    def opens(self, tag: str, attributes: Mapping[str, str], _here: Here) -> None:
        """Take in the start of an element."""
        if tag == "rootfile":
            self.path = self.path or attributes.get("full-path", "")
        elif tag == "item" and attributes.get("media-type") in _PAGES and "nav" not in attributes.get("properties", "").split():
            self._hrefs[attributes.get("id", "")] = attributes.get("href", "")
        elif tag == "itemref":
            self._spine.append(attributes.get("idref", ""))
        elif tag == "CipherReference":
            self.locked.append(attributes.get("URI", ""))
        self._in_language = tag == "dc:language" and not self.language

    def closes(self, _tag: str, _here: Here) -> None:
        """Take in the end of an element."""
        self._in_language = False

    def says(self, start: int, end: int, text: str | None) -> None:
        """Take in the language."""
        if self._in_language:
            self.language = (self.language + (text or self.text[start:end])).strip()


class _Page:
    """The paragraphs of a page: what stands between the tags that begin or end a block."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._kinds = [Kind.PARAGRAPH]
        self._skipped = 0
        self._code: int | None = None
        """Where the code begins that is open."""
        self._shown: list[str] = []
        self._raised: list[int] = []
        """For each raised text that is open, how many fragments stood before it."""

    def opens(self, tag: str, attributes: Mapping[str, str], here: Here) -> None:
        """Take in the start of an element."""
        if self._skipped or tag in _SKIPPED or "noteref" in attributes.get("epub:type", ""):
            self._skipped += 1
        elif tag in _CODE or attributes.get("translate") == "no":
            self._stand_in(tag, here)
        elif tag in _BLOCKS:
            self._gathering.end()
            self._kinds.append(_KINDS.get(tag, self._kinds[-1]))
        elif tag == "br":
            self._gathering.put(here(), "\n")
        elif tag == "sup":
            paragraph = self._gathering.current
            self._raised.append(len(paragraph.fragments) if paragraph else 0)

    def closes(self, tag: str, here: Here) -> None:
        """Take in the end of an element."""
        if self._skipped:
            self._skipped -= 1
            if not self._skipped and self._code is not None:
                self._gathering.name(self._code, here(), " ".join("".join(self._shown).split()) or "…")
                self._code = None
        elif tag in _BLOCKS:
            self._gathering.end()
            self._kinds.pop()
        elif tag == "sup" and self._raised:
            self._drop_mark(self._raised.pop())

    def says(self, start: int, end: int, text: str | None) -> None:
        """Take in text; with its first letter a paragraph begins."""
        if self._skipped:
            if self._code is not None:
                self._shown.append(text or self._gathering.text[start:end])
            return
        if self._gathering.current is None:
            if not (text or self._gathering.text[start:end]).strip():
                return
            self._gathering.begin(self._kinds[-1])
        self._gathering.take(start, end, text)

    def _stand_in(self, tag: str, here: Here) -> None:
        """Leave out what is no prose; inside a paragraph a name stands for it."""
        self._skipped = 1
        if tag not in _BLOCKS:
            if self._gathering.current is None:
                self._gathering.begin(self._kinds[-1])
            self._code, self._shown = here(), []

    def _drop_mark(self, count: int) -> None:
        """Leave out raised text that is the mark of a note."""
        paragraph, text = self._gathering.current, self._gathering.text
        if paragraph is None:
            return
        raised = "".join(text[start:end] if meant is None else meant for start, end, meant, _ in paragraph.fragments[count:])
        if _NOTE_MARK.fullmatch(raised):
            paragraph.drop(count)
