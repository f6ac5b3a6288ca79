"""Archives: the members of a zip file that are asked for, within limits, and the file written anew with some of them changed."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from ...errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zipfile import ZipInfo

MOST_MEMBERS = 20_000
MOST_BYTES = 256 * 1024 * 1024
"""All members together that are read from one archive may be so long when they are unpacked."""
MOST_RATIO = 250
"""A member may be so many times as long as it is packed; texts come to 4 to 40, and nothing but a bomb to a thousand."""
_SMALL = 1024 * 1024
"""Up to so many bytes the ratio does not matter."""
_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED, _DEFERRED = 0x1, 0x8
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_FULL = 0xFFFFFFFF


class Archive:
    """The directory of a zip file; raises `ReadingError` for one that is broken, encrypted, or made to do harm."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = MOST_BYTES
        if data.startswith(_OFFICE):
            raise self.error("this is an old Microsoft Office document, or one that is protected by a password")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
            raise self.error(f"this is no zip archive, or a broken one ({error})") from None
        self._members = self._checked(self._zip.infolist())

    def __contains__(self, path: str) -> bool:
        return path in self._members

    def error(self, why: str) -> ReadingError:
        """The error for what is wrong with the archive."""
        return ReadingError(self._name, why)

    def member(self, path: str) -> bytes:
        """What a member holds; raises `ReadingError` if there is none of that name, or none that may be unpacked."""
        info = self._members.get(path)
        if info is None:
            raise self.error(f"there is no {path!r} in the archive")
        most = min(self._left, max(_SMALL, MOST_RATIO * info.compress_size))
        try:
            with self._zip.open(info) as file:
                data = file.read(most + 1)
                whole = len(data) > most or not file.read(1)
        except (BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error, struct.error) as error:
            raise self.error(f"{path}: this member of the archive is broken ({error})") from None
        if len(data) > most or not whole:
            raise self.error(f"{path}: unpacked it would be longer than a text can be, so it may be made to do harm")
        self._left -= len(data)
        return data

    def _checked(self, members: list[ZipInfo]) -> dict[str, ZipInfo]:
        if len(members) > MOST_MEMBERS:
            raise self.error(f"the archive has {len(members):,} members; {MOST_MEMBERS:,} are read at most")
        found: dict[str, ZipInfo] = {}
        for info in members:
            path = info.filename
            if path.startswith(("/", "\\")) or "\\" in path or ":" in path.split("/")[0] or ".." in path.split("/"):
                raise self.error(f"a member of the archive has a name that leads out of it: {path[:80]!r}")
            if not path.isprintable():
                raise self.error(f"a member of the archive has a name that cannot be shown: {path[:80]!r}")
            if path in found:
                raise self.error(f"two members of the archive have the same name: {path[:80]!r}")
            if info.flag_bits & _ENCRYPTED:
                raise self.error(f"the archive is encrypted ({path[:80]!r})")
            if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) and path.endswith((".xml", ".xhtml", ".html", ".opf")):
                raise self.error(f"{path[:80]}: this member is packed in a way that is not read here")
            found[path] = info
        return found


def rewritten(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A zip file in which some members hold something else; every other member stays byte for byte what it was.

    Raises ``ValueError`` for a file that is built in an unusual way, such as one of more than 4 GB.
    """
    entries, end = _directory(data)
    order = sorted(range(len(entries)), key=lambda number: entries[number][1])
    starts = [entries[number][1] for number in order]
    parts, place = [], 0
    records: dict[int, bytes] = {}
    for number, start, stop in zip(order, starts, [*starts[1:], end[1]], strict=True):
        record, _, path = entries[number]
        part = data[start:stop]
        if path in changed:
            part, record = _packed(part, record, changed[path])
        records[number] = record[:42] + struct.pack("<L", place) + record[46:]
        parts.append(part)
        place += len(part)
    directory = b"".join(records[number] for number in range(len(entries)))
    signature, *counts, _, _, length = _END.unpack(data[end[0] : end[0] + _END.size])
    tail = _END.pack(signature, *counts, len(directory), place, length) + data[end[0] + _END.size :]
    return b"".join((*parts, directory, tail))


def _directory(data: bytes) -> tuple[list[tuple[bytes, int, str]], tuple[int, int]]:
    """Each record of the directory with the place of its member and its name; where the end record and the directory stand."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) - end < _END.size:
        raise ValueError("no end record")
    _, disk, first_disk, here, count, size, start, length = _END.unpack(data[end : end + _END.size])
    if disk or first_disk or here != count or start + size != end or end + _END.size + length != len(data) or start == _FULL:
        raise ValueError("an archive in several parts, or with something between its members")
    entries = []
    place = start
    for _ in range(count):
        fields = _CENTRAL.unpack(data[place : place + _CENTRAL.size])
        stop = place + _CENTRAL.size + sum(fields[10:13])
        name = data[place + _CENTRAL.size :][: fields[10]]
        if fields[0] != b"PK\x01\x02" or _FULL in (fields[8], fields[9], fields[16]):
            raise ValueError("a record that is not understood")
        entries.append((data[place:stop], fields[16], name.decode("utf-8" if fields[3] & 0x800 else "cp437")))
        place = stop
    if place != end or (entries and min(entry[1] for entry in entries) != 0):
        raise ValueError("something before the first member")
    return entries, (end, start)


def _packed(part: bytes, record: bytes, content: bytes) -> tuple[bytes, bytes]:
    """A member and its record in the directory, with another content; time, names and extra fields stay."""
    local = list(_LOCAL.unpack(part[: _LOCAL.size]))
    central = list(_CENTRAL.unpack(record[: _CENTRAL.size]))
    packed = content
    if local[3] == ZIP_DEFLATED:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(content) + packer.flush()
    sizes = [zlib.crc32(content), len(packed), len(content)]
    local[2], central[3] = local[2] & ~_DEFERRED, central[3] & ~_DEFERRED
    local[6:9], central[7:10] = sizes, sizes
    head = part[_LOCAL.size :][: local[9] + local[10]]
    return _LOCAL.pack(*local) + head + packed, _CENTRAL.pack(*central) + record[_CENTRAL.size :]
