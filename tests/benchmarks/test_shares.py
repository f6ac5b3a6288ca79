"""The table of shares is whole."""

from __future__ import annotations

import re

from benchmarks.readers.__main__ import END, PAGE, START
from benchmarks.readers.shares import paragraphs, share
from benchmarks.readers.writers import WRITERS
from tqcheck.formats import READERS


def test_every_format_is_measured() -> None:
    table = PAGE.read_text("utf-8").partition(START)[2].partition(END)[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == set(WRITERS) == set(READERS)


def test_a_share_is_what_it_says() -> None:
    size, ratio = share("html", paragraphs()[:20], rounds=1)
    assert size > 500
    assert ratio > 0
