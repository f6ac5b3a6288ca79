"""From the bytes of a file to its text: Unicode in any of its encodings; anything else is an error that helps on."""

from __future__ import annotations

import codecs

from ..core.record import Record
from ..errors import ReadingError

# The mark of UTF-32 begins with that of UTF-16, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# What files that are no text begin with.
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (as DOCX, ODT and EPUB files are)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
_MOST_CONTROLS = 0.05
_SAMPLE = 16_000
# Of encodings that read the bytes alike, the one that people meet.
_KNOWN_ENCODINGS = ("cp1252", "cp1251", "koi8_r", "cp866", "cp850", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "cp949")


class Decoded(Record):
    """The text without its byte order mark, the name of its encoding, and whether there was such a mark."""

    text: str
    encoding: str
    has_mark: bool


def decoded(data: bytes, name: str) -> Decoded:
    """The text of a file that is in UTF-8, UTF-16 or UTF-32, with or without a byte order mark.

    Raises `ReadingError` for a file that is no text, and for one in another encoding, whose likely name is said.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding, name, len(mark)), encoding, has_mark=True)
    for start, kind in _KINDS:
        if data.startswith(start):
            raise ReadingError(name, f"this is {kind}, not plain text")
    if b"\0" in data:
        return _wide(data, name)
    if b"\x1b$" in data and _reads(data, "iso2022_jp"):
        raise _foreign(name, "iso2022_jp", "this is not UTF-8")
    try:
        return Decoded(data.decode(), "utf-8", has_mark=False)
    except UnicodeDecodeError as error:
        raise _not_utf8(data, name, error) from None


def encoded(text: str, encoding: str, *, has_mark: bool) -> bytes:
    """The bytes of a file whose text, encoding and byte order mark are these: `decoded` the other way round."""
    mark = next(mark for mark, marked in _MARKS if marked == encoding) if has_mark else b""
    return mark + text.encode(encoding)


def _strictly(data: bytes, encoding: str, name: str, skip: int) -> str:
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        place = skip + error.start
        raise ReadingError(name, f"its byte order mark says {encoding.upper()}, but it is damaged at byte {place:,}") from None


def _wide(data: bytes, name: str) -> Decoded:
    """Two or four bytes a character without a mark: the reading that gives most blanks, line ends and full stops."""
    readings = [(encoding, data.decode(encoding)) for encoding in _WIDE if _reads(data, encoding)]
    readings = [(encoding, text) for encoding, text in readings if not any(map(_is_no_text, set(text)))]
    best = max(readings, key=lambda reading: _plainness(reading[1]), default=None)
    if best is None or not _plainness(best[1]):
        raise ReadingError(name, "this is a binary file (it holds NUL bytes), not plain text")
    return Decoded(best[1], best[0], has_mark=False)


def _plainness(text: str) -> int:
    return sum(map(text.count, " \n.,。、，\u3000"))


def _is_no_text(character: str) -> bool:
    from unicodedata import category

    return category(character) in {"Cn", "Co"} or (category(character) == "Cc" and character not in "\t\n\v\f\r\x1b\x85")


def _reads(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _not_utf8(data: bytes, name: str, error: UnicodeDecodeError) -> ReadingError:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(data):
        return ReadingError(name, "this is a binary file, not plain text")
    where = f"byte 0x{data[error.start]:02X} in line {_line_number(data, error.start):,}"
    if _is_mostly_utf8(data):
        return ReadingError(name, f"this is UTF-8, but damaged ({where})")
    return _foreign(name, _likely_encoding(data), f"this is not UTF-8 ({where})")


def _line_number(data: bytes, place: int) -> int:
    before = data[:place].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1


def _is_mostly_utf8(data: bytes) -> bool:
    """True if nearly all bytes beyond ASCII are sound UTF-8: in another encoding hardly any would be."""
    text = data.decode(errors="replace")
    beyond = sum(1 for character in text if character > "\x7f")
    damaged = text.count("\ufffd")
    return beyond - damaged >= 4 * damaged


def _foreign(name: str, encoding: str | None, what: str) -> ReadingError:
    if encoding is None:
        return ReadingError(name, f"{what}, and its encoding is not known; save it as UTF-8")
    label = encoding.upper().replace("_", "-").replace("CP125", "windows-125")
    return ReadingError(name, f"{what}; it looks like {label}; convert it with: iconv -f {label} -t UTF-8")


def _likely_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(_telling_lines(data)).best()
    if best is None:
        return None
    alike = {best.encoding, *best.could_be_from_charset}
    return next((encoding for encoding in _KNOWN_ENCODINGS if encoding in alike), best.encoding)


def _telling_lines(data: bytes) -> bytes:
    """The first whole lines that are not ASCII, up to a bound: the others say nothing of the encoding."""
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines():
        if not line.isascii():
            lines.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(lines)[: 4 * _SAMPLE]
