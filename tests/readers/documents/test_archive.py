"""Archives are written anew byte for byte, but for what was changed in them."""

from __future__ import annotations

from io import BytesIO, RawIOBase
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from archives import members
from generators import GENERATORS
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from benchmarks.readers.archives import zipped
from tqcheck.errors import ReadingError
from tqcheck.formats import Format
from tqcheck.readers.documents.archive import rewritten
from tqcheck.readers.files import read, written

HARBOURS = {name: zipped(members(f"harbour-{name}"), packing=ZIP_STORED) for name in ("docx", "odt", "epub")}
CONTENT = {"a.xml": b"<a>One</a>", "é/b.bin": bytes(range(256)) * 9, "c.xml": b"", "d.xml": b"two " * 99}
HARDLY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


class Stream(RawIOBase):
    """A file in which nobody can go back, so that sizes are written behind the members."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def streamed() -> bytes:
    stream = Stream()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.comment = b"made by hand"
        for path, content in CONTENT.items():
            archive.writestr(ZipInfo(path, (2001, 2, 3, 4, 5, 6)), content)
    return bytes(stream.data)


@pytest.mark.parametrize("data", [zipped(CONTENT), zipped(CONTENT, packing=ZIP_STORED), streamed()], ids=["packed", "stored", "streamed"])
def test_members_that_are_not_changed_stay_byte_for_byte(data: bytes) -> None:
    assert rewritten(data, {}) == data
    new = rewritten(data, {"a.xml": b"<a>One more</a>", "d.xml": b""})
    before, after = ZipFile(BytesIO(data)), ZipFile(BytesIO(new))
    assert after.testzip() is None
    assert {path: after.read(path) for path in after.namelist()} == CONTENT | {"a.xml": b"<a>One more</a>", "d.xml": b""}
    assert after.comment == before.comment
    for path in ("é/b.bin", "c.xml"):
        old, now = before.getinfo(path), after.getinfo(path)
        length = old.compress_size + 30 + len(path.encode())
        assert data[old.header_offset :][:length] == new[now.header_offset :][:length]
    assert [(info.date_time, info.external_attr, info.extra) for info in before.infolist()] == [
        (info.date_time, info.external_attr, info.extra) for info in after.infolist()
    ]


@pytest.mark.parametrize("data", [b"", b"PK", b"x" + zipped(CONTENT), zipped(CONTENT) + b"x", zipped(CONTENT)[:-1]])
def test_what_is_built_in_an_unusual_way_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"record|parts"):
        rewritten(data, {})


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
@HARDLY
@given(damage=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6), cut=st.integers(0, 3))
def test_damage_is_an_error_in_one_line(name: str, damage: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(HARBOURS[name])
    for place, byte in damage:
        data[place % len(data)] = byte
    why = ""
    try:
        reading = read(bytes(data[: len(data) * (9 - cut) // 9]), f"a.{name}", Format(name))
        written(reading, reading.raw.replace("ferry", "boat"))
    except ReadingError as error:
        why = str(error)
    assert "\n" not in why


@pytest.mark.parametrize("name", ["docx", "odt", "epub"])
@HARDLY
@given(data=st.data())
def test_a_changed_text_comes_back(name: str, data: st.DataObject) -> None:
    try:
        reading = read(data.draw(GENERATORS[name]), f"a.{name}", Format(name))
    except ReadingError:
        return
    pieces = reading.prose.pieces if reading.prose else None
    verbatim = [row for number, row in enumerate(pieces or ()) if pieces and pieces.is_verbatim(number)]
    assume(verbatim)
    _, raw_start, length, _ = data.draw(st.sampled_from(verbatim))
    place = raw_start + data.draw(st.integers(0, length))
    raw = f"{reading.raw[:place]}x{reading.raw[place:]}"
    again = read(written(reading, raw), f"a.{name}", Format(name))
    assert again.raw == raw
    assert len(again.blocks or ()) >= len(reading.blocks or ())
