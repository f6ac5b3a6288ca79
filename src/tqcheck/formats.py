"""Formats: which files are read how. A table and no more, as every run looks into it before it reads anything."""

from __future__ import annotations

from .core.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "text"
READERS: Mapping[str, str] = {
    TEXT: "plain",
    "android": "catalogues.android",
    "apple": "catalogues.apple",
    "ass": "subtitles.ass",
    "csv": "catalogues.csv",
    "docx": "documents.docx",
    "epub": "documents.epub",
    "fluent": "catalogues.fluent",
    "json": "catalogues.json",
    "jsonl": "catalogues.jsonl",
    "odt": "documents.odt",
    "po": "catalogues.po",
    "properties": "catalogues.properties",
    "srt": "subtitles.srt",
    "stringsdict": "catalogues.stringsdict",
    "tmx": "catalogues.tmx",
    "toml": "catalogues.toml",
    "tsv": "catalogues.csv",
    "pairs": "catalogues.csv",
    "webvtt": "subtitles.webvtt",
    "asciidoc": "asciidoc",
    "restructuredtext": "restructuredtext",
    "html": "html",
    "markdown": "markdown",
    "mdx": "markdown",
    "xcstrings": "catalogues.xcstrings",
    "xliff": "catalogues.xliff",
    "yaml": "catalogues.yaml",
}
"""For each format by its name the module of readers/ that reads it, imported when a file needs it."""
SUFFIXES: Mapping[str, str] = {
    ".txt": TEXT,
    ".arb": "json",
    ".ass": "ass",
    ".csv": "csv",
    ".docx": "docx",
    ".epub": "epub",
    ".ftl": "fluent",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".odt": "odt",
    ".po": "po",
    ".pot": "po",
    ".properties": "properties",
    ".srt": "srt",
    ".ssa": "ass",
    ".strings": "apple",
    ".stringsdict": "stringsdict",
    ".tab": "tsv",
    ".tmx": "tmx",
    ".toml": "toml",
    ".tsv": "tsv",
    ".vtt": "webvtt",
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    ".mdx": "mdx",
    **dict.fromkeys((".rst", ".rest"), "restructuredtext"),
    **dict.fromkeys((".adoc", ".asciidoc", ".asc"), "asciidoc"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    ".xcstrings": "xcstrings",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".yaml": "yaml",
    ".yml": "yaml",
    "arrays.xml": "android",
    "plurals.xml": "android",
    "strings.xml": "android",
}
"""For each ending of a file's name, or whole name, in small letters, the format. A folder stands for the files that end so."""

NO_TEXTS = frozenset((
    "cargo.toml", "cmakelists.txt", "composer.json", "docker-compose.yaml", "docker-compose.yml", "package-lock.json", "package.json",
    "pnpm-lock.yaml", "pyproject.toml", "requirements.txt", "tqcheck-baseline.json", "tqcheck.toml", "tsconfig.json",
))  # fmt: skip
"""Names of files for programs, our own among them; a folder does not stand for these, though somebody may name one."""


class Format(Record):
    """How a file is read: the name of its format, and for tables the names of the columns (or keys) that hold text."""

    name: str = TEXT
    columns: tuple[str, ...] = ()


PLAIN = Format()


def format_of(path: str, *, name: str | None = None, columns: tuple[str, ...] = ()) -> Format:
    """The format of a file: the one that is named, or else that of its ending; a file with any other ending is plain text."""
    if name is None:
        name = SUFFIXES.get(suffix_of(path), TEXT)
    return PLAIN if name == TEXT else Format(name, columns)


def suffix_of(path: str) -> str:
    """The ending of a file's name with its dot, in small letters; empty if it has none. The whole name, if that tells the format."""
    name = path[max(path.rfind("/"), path.rfind("\\")) + 1 :].lower()
    place = name.rfind(".")
    return name if name in SUFFIXES else name[place:] if place >= 0 else ""


def is_of_known_format(name: str) -> bool:
    """True if a folder stands for a file of this name."""
    return suffix_of(name) in SUFFIXES and name.lower() not in NO_TEXTS
