"""The texts that speed is measured on: ours, the annotated data where they are at hand, and hostile shapes of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"
ARTICLE_BYTES = 9_000


def own_prose() -> str:
    """The clean texts of the benchmarks and examples, one after the other."""
    paths = [*sorted((ROOT / "benchmarks" / "clean").glob("*.txt")), ROOT / "examples" / "clean.txt"]
    return "\n\n".join(path.read_text("utf-8") for path in paths)


def human() -> list[str]:
    """English that people wrote: the annotated data where they are at hand, else our own prose."""
    return _texts(SHARED / "human" / "en", "*.txt") or [own_prose()]


def machine() -> list[str]:
    """English that machines translated and nobody read: the annotated data, else an article full of artifacts."""
    return _texts(SHARED / "parallel", "*Online*.txt") or [(ROOT / "examples" / "article.txt").read_text("utf-8")]


def clean_article() -> str:
    """About 9 kB of prose that people wrote."""
    text = own_prose()
    return text[: text.rindex("\n", 0, ARTICLE_BYTES)]


def faulty_article() -> str:
    """An article of about 9 kB that a machine translated and nobody read."""
    specimen = SHARED / "specimen" / "article.txt"
    return specimen.read_text("utf-8") if specimen.exists() else (ROOT / "examples" / "article.txt").read_text("utf-8") * 2


def _texts(folder: Path, pattern: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.glob(pattern))]


def _filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _prose(size: int) -> str:
    """Prose of any size in which no two paragraphs are alike: the words of each are those of a text, moved on by a number."""
    lines = [line for text in human() for line in text.split("\n") if line.count(" ") > 3]
    pieces: list[str] = []
    length = 0
    for number in count():
        line = lines[number % len(lines)]
        if number >= len(lines):
            words = line.split(" ")
            words.insert(1 + number // len(lines) % (len(words) - 1), str(1000 + number))
            line = " ".join(words)
        pieces.append(line)
        length += len(line) + 1
        if length >= size:
            return "\n".join(pieces)[:size]
    raise AssertionError


def _names(size: int) -> str:
    """A text that names so many people that no two are the same."""
    letters, random = "abdefgiklmnoprstu", Random(7)
    words: Iterator[str] = ("".join(random.choices(letters, k=7)).title() for _ in count())
    return " ".join(f"{next(words)} {next(words)} came." for _ in range(size // 22))


SHAPES: Mapping[str, Callable[[int], str]] = {
    "clean text": _prose,
    "one line": lambda size: _prose(size).replace("\n", " "),
    "only quotes": lambda size: _filled('"', size),
    "only opening brackets": lambda size: _filled("(", size),
    "a a a": lambda size: _filled("a ", size),
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "one word": lambda size: _filled("abcdefghij", size),
    "alternating scripts": lambda size: _filled("ship корабль ", size),
    "no spaces": lambda size: _prose(size).replace(" ", "").replace("\n", ""),
    "blank lines": lambda size: _filled("\n", size),
    "distinct names": _names,
}
"""Each shape makes a text of about so many characters."""
