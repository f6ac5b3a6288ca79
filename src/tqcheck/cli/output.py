"""Where a command writes: colours, widths, and streams that never raise."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from ..reporters.display import Display


def prepare_streams() -> None:
    """Let no text be unprintable, whatever the encoding of the output, and let closed streams swallow it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def display(stream: TextIO) -> Display:
    """How to write to a stream: its colours, width and encoding."""
    from ..reporters.display import MAX_WIDTH, Display

    width = MAX_WIDTH
    if stream.isatty():
        with suppress(OSError, ValueError):
            width = os.get_terminal_size(stream.fileno()).columns or MAX_WIDTH
    return Display(colour=wants_colour(stream, os.environ), width=width, encoding=stream.encoding or "utf-8")


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """NO_COLOR (no-color.org) wins over FORCE_COLOR, as in Python itself; without either only a terminal gets colours."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output."""
    for line in lines:
        sys.stdout.write(line + "\n")


def complain(message: str) -> None:
    """Write one line to standard error."""
    from ..reporters.display import Display

    with suppress(OSError):
        sys.stderr.write(f"tqcheck: {Display(encoding=sys.stderr.encoding or 'utf-8').plain(message)}\n")


def drop_output() -> None:
    """Let what is still buffered go nowhere, so that Python does not complain at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
