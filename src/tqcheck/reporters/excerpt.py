"""The line of a finding with its span underlined; of a long line only the part around the span."""

from __future__ import annotations

from ..core.record import Record
from ..readers.reading import Line, Reading
from .display import Display

ELLIPSIS = "…"


class Excerpt(Record):
    """Printable text of one line, and the underline: the columns before it and its own."""

    number: int
    text: str
    indent: int
    length: int
    last_line: int
    """The line in which the span ends."""


def excerpt(reading: Reading, start: int, end: int, display: Display, width: int) -> Excerpt:
    """The excerpt of the file for a span of the text, not wider than ``width`` columns and the marks where it is cut."""
    start, end = reading.shown_span(start, end)
    line = reading.line_at(start)
    start = min(start, line.end)
    stop = min(end, line.end)
    shown = _forward(reading.shown, start, stop, 3 * width // 4, display)
    left, right = _window(reading.shown, line, start, shown, width, display)
    before = (ELLIPSIS if left > line.start else "") + reading.shown[left:start]
    after = reading.shown[shown:right] + (ELLIPSIS if right < line.end else "")
    marked = reading.shown[start:shown]
    last_line = reading.shown_places(max(start, end - 1), end)[0].line
    length = max(1, display.columns(marked) + (shown < stop))
    return Excerpt(line.number, display.plain(before + marked + after), display.columns(before), length, last_line)


def _window(raw: str, line: Line, start: int, end: int, width: int, display: Display) -> tuple[int, int]:
    """As much of the line on both sides as fits; what one side does not need goes to the other."""
    room = width - _cost(raw[start:end], display)
    left = _backward(raw, line.start, start, room // 2, display)
    right = _forward(raw, end, line.end, room - _cost(raw[left:start], display), display)
    return _backward(raw, line.start, start, room - _cost(raw[end:right], display), display), right


def _cost(text: str, display: Display) -> int:
    """The columns of a text, where a character without width costs one too: there may be any number of them."""
    return sum(max(1, display.cell(character)[1]) for character in text)


def _forward(raw: str, start: int, end: int, room: int, display: Display) -> int:
    while start < end and (room := room - max(1, display.cell(raw[start])[1])) >= 0:
        start += 1
    return start


def _backward(raw: str, start: int, end: int, room: int, display: Display) -> int:
    while start < end and (room := room - max(1, display.cell(raw[end - 1])[1])) >= 0:
        end -= 1
    return end
