"""For each format files that may be anything: its own marks, words, line ends and strange characters, in any order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

WORDS = (
    "the",
    "The ferry",
    "left",
    "“no”",
    "it’s",
    "harbour.",
    "😀",
    "é",
    "e\u0301",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u2028",
)
"""What may stand in a file of any format."""
Files = st.SearchStrategy[bytes]


def pieced(*marks: str) -> Files:
    """Files of words and of the marks of a format, in any order, with and without a byte order mark."""
    parts = st.lists(st.sampled_from((*WORDS, *marks)), max_size=40).map("".join)
    return st.tuples(parts, st.booleans()).map(lambda made: made[0].encode("utf-8-sig" if made[1] else "utf-8"))


def any_text() -> Files:
    """Files of any text at all."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(lambda text: text.replace("\0", "").encode())


GENERATORS: Mapping[str, Files] = {
    "text": pieced("<!-- tqcheck: off -->", "# tqcheck: on\n"),
}
"""By the name of the format; every reader adds its own."""
CHOSEN: Mapping[str, Sequence[str]] = {}
"""By the name of the format the columns that are asked for, where it needs some."""
