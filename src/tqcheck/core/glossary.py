"""Glossary: which words translate which, which must not be used, and which stay as they are."""

from __future__ import annotations

from .language import primary
from .record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STATUSES = ("required", "forbidden", "do-not-translate")


class Term(Row):
    """A term of a concept.

    ``language`` is a BCP 47 code, or empty for a term of a table that names none; ``status`` is one of `STATUSES`; ``side`` is ``source``,
    ``target``, or empty where the languages alone tell; ``is_cased``: capitals and small letters count.
    """

    text: str
    status: str = "required"
    language: str = ""
    side: str = ""
    is_cased: bool = False


class Entry(Row):
    """What holds for one concept in one pair of languages.

    ``sources`` are rendered by one of ``targets`` and by none of ``forbidden``; ``kept`` stand in a translation as they are.
    """

    sources: tuple[Term, ...]
    targets: tuple[Term, ...]
    forbidden: tuple[Term, ...]
    kept: tuple[Term, ...]


class Glossary:
    """Concepts, each a sequence of terms. ``digest`` tells apart glossaries that say different things."""

    def __init__(self, concepts: Iterable[Sequence[Term]], digest: str = "") -> None:
        self.concepts = tuple(map(tuple, concepts))
        self.digest = digest

    def __reduce__(self) -> tuple[object, ...]:
        return Glossary, (self.concepts, self.digest)

    def entries(self, source: str, target: str) -> Iterator[Entry]:
        """The entries for translations from one language into another, by their BCP 47 codes; ``und`` is any language."""
        for concept in self.concepts:
            theirs = tuple(term for term in concept if term.side != "target" and _speaks(term, source, "source"))
            own = tuple(term for term in concept if term.side != "source" and _speaks(term, target, "target"))
            if theirs or own:
                yield Entry(
                    tuple(term for term in theirs if term.status == "required"),
                    tuple(term for term in own if term.status == "required"),
                    tuple(term for term in own if term.status == "forbidden"),
                    tuple(term for term in theirs if term.status == "do-not-translate"),
                )


def _speaks(term: Term, code: str, side: str) -> bool:
    """True if the term is one of the language; a term of a table without a language is one of its side."""
    if not term.language:
        return term.side == side
    language = primary(code).lower()
    return language in ("und", primary(term.language).lower())
