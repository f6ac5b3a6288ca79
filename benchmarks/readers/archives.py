"""Documents that are archives, made of a few lines of XML."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table"))
_CONTAINER = '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'


def zipped(members: Mapping[str, bytes], *, packing: int = ZIP_DEFLATED) -> bytes:
    """A zip file with these members, the same whenever it is made."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for path, content in members.items():
            info = ZipInfo(path, (2024, 5, 14, 12, 0, 0))
            info.compress_type = ZIP_STORED if path == "mimetype" else packing
            archive.writestr(info, content)
    return data.getvalue()


def docx(body: str, **others: str) -> bytes:
    """A document of Word with a body, and files in its folder by the start of their names."""
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    notes = {f"word/{name}.xml": f"<w:{name} {_W}>{content}</w:{name}>".encode() for name, content in others.items()}
    relations = "".join(f'<Relationship Type="x/{name}" Target="{name}.xml"/>' for name in others)
    namespace = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    return zipped({
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": f"<Relationships {namespace}>{relations}</Relationships>".encode(),
        **notes,
    })  # fmt: skip


def odt(body: str) -> bytes:
    """An OpenDocument text with a body."""
    content = f"<office:document-content {_NAMES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


def epub(*bodies: str, language: str = "en") -> bytes:
    """A book with a page for each body."""
    pages = {f"page{number}.xhtml": f"<html><body>{body}</body></html>".encode() for number, body in enumerate(bodies)}
    items = "".join(f'<item id="{path}" href="{path}" media-type="application/xhtml+xml"/>' for path in pages)
    spine = "".join(f'<itemref idref="{path}"/>' for path in pages)
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    package = f"<package {dc}><dc:language>{language}</dc:language><manifest>{items}</manifest><spine>{spine}</spine></package>"
    return zipped(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": _CONTAINER.encode(), "book.opf": package.encode(), **pages}
    )
