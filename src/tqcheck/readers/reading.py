"""Reading: a file as it was read, and the way from a place in its text to a line and a column."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from ..core.blocks import normalised, plain_paragraphs
from ..core.record import Record
from ..formats import PLAIN, Format

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..core.alignment import Bead, Partner
    from ..core.blocks import Blocks
    from ..core.document import Document
    from ..core.language import Language
    from .catalogues.beside import Beside
    from .prose import Prose, Unit

_LINE_END = re.compile(r"\r\n|\n|\r")


class Place(Record):
    """A line and a column as an editor counts them: both from 1, the column in code points.

    In a document that is an archive ``part`` names the member, and ``line`` is the number of a paragraph in it.
    """

    line: int
    column: int
    part: str = ""

    def within(self, name: str) -> str:
        """The place with the name of its file, for people."""
        if self.part:
            return f"{name}: {self.part}, paragraph {self.line}, column {self.column}"
        return f"{name}:{self.line}:{self.column}"


class Line(Record):
    """One line of the raw file: its number from 1, and where it starts and ends in the raw text, without its line end."""

    number: int
    start: int
    end: int


class Comment(Record):
    """A comment for tqcheck in the raw file, written as the format writes comments.

    ``text`` is what it says; ``stands_alone`` tells whether nothing else stands in its line, ``is_closed`` whether it ends
    as its format asks for.
    """

    start: int
    end: int
    text: str
    stands_alone: bool = True
    is_closed: bool = True


class Reading(Record):
    """A file that was read.

    ``raw`` is the decoded file without its byte order mark; ``encoding`` names the encoding, and ``has_mark`` tells whether a
    byte order mark stood first, so that the file can be written back as it was. ``comments`` are those that are meant for
    tqcheck, in places of ``raw`` and ordered. ``prose`` is what the reader of a format with markup took out of it, None for
    plain text. ``partners`` are the files that were read to stand beside it. Where nothing else is said, a place is one of
    `text`: 0-based, in code points.
    """

    name: str
    raw: str
    encoding: str = "utf-8"
    has_mark: bool = False
    comments: tuple[Comment, ...] = ()
    format: Format = PLAIN
    prose: Prose | None = None
    partners: Mapping[str, Reading] = {}

    @cached_property
    def text(self) -> str:
        """The text to check. In plain text its places are those of ``raw``; where a comment for tqcheck stands, it has blanks."""
        if self.prose is not None:
            return self.prose.text
        pieces: list[str] = []
        done = 0
        for start, end in self.hidden:
            pieces += self.raw[done:start], " " * (end - start)
            done = end
        return "".join((*pieces, self.raw[done:])) if pieces else self.raw

    @property
    def language(self) -> str | None:
        """The language that the file itself says its text is in, as a BCP 47 code."""
        return self.prose.language if self.prose else None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The strings of a bilingual file."""
        return self.prose.units if self.prose else ()

    @property
    def blocks(self) -> Blocks | None:
        """The blocks that the format tells; None if they must be found in the layout of the text."""
        return self.prose.blocks if self.prose else None

    def document(self, language: Language) -> Document:
        """The text as the document that is checked."""
        from ..core.document import Document

        if self.prose is None:
            return Document.from_text(self.text, language, name=self.name)
        text, _ = normalised(self.prose.text)
        return Document(
            text, language, self.prose.blocks, name=self.name, stand_ins=self.prose.stand_ins(self.raw), written=dict(self.prose.written)
        )

    def beside(self, partner: Partner) -> Beside | None:
        """What the file itself holds of a partner, if it is bilingual."""
        if not self.units:
            return None
        from .catalogues.beside import beside

        return beside(self, partner)

    def beads_with(self, other: Reading) -> Sequence[Bead] | None:
        """Which strings belong together, if both files are catalogues that name theirs; None if only the texts can tell."""
        if not (self.units and other.units):
            return None
        from .catalogues.beside import beads_by_key

        return beads_by_key(self, other)

    def raw_place(self, place: int) -> int:
        """Where a place of the text lies in ``raw``."""
        return self.prose.pieces.raw_place(place) if self.prose else place

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the text lies in ``raw``, with all markup inside it."""
        return self.prose.pieces.raw_span(start, end) if self.prose else (start, end)

    def text_place(self, raw_place: int) -> int:
        """The first place of the text that does not lie before a place of ``raw``."""
        return self.prose.pieces.text_place(raw_place) if self.prose else raw_place

    @cached_property
    def hidden(self) -> Sequence[tuple[int, int]]:
        """The places of ``raw`` that are no text: the comments that are closed.

        With a comment that stands alone goes the line end before it, so that its line parts no paragraph in two.
        """
        return [(self._before(comment), comment.end) for comment in self.comments if comment.is_closed]

    @cached_property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """Where each paragraph of the text starts and ends."""
        if self.prose is not None:
            return list(zip(self.prose.blocks.starts, self.prose.blocks.ends, strict=True))
        return plain_paragraphs(self.text)

    def paragraph_number(self, place: int) -> int:
        """The number, from 0, of the paragraph that holds a place, or else of the last one before it; -1 if there is none."""
        return bisect_right(self.paragraphs, place, key=lambda paragraph: paragraph[0]) - 1

    def place(self, place: int) -> Place:
        """The line and column at which the character at a place of the text stands in the file."""
        return self.place_in_raw(self.raw_place(place))

    def places(self, start: int, end: int) -> tuple[Place, Place]:
        """The lines and columns of a span of the text: of its first character, and directly behind its last."""
        start, end = self.raw_span(start, end)
        return self.place_in_raw(start), self.place_in_raw(end)

    def place_in_raw(self, place: int) -> Place:
        """The line and column of a place of ``raw``.

        Lines end with LF, CR LF or a lone CR. The other line ends of Unicode do not count, as in most editors.
        """
        number = bisect_right(self._line_starts, place)
        return Place(number, place - self._line_starts[number - 1] + 1)

    def where(self, place: Place) -> str:
        """The name of the file and a place in it, for people."""
        return place.within(self.name)

    @property
    def has_parts(self) -> bool:
        """True for a document that is an archive: it has paragraphs instead of lines."""
        return False

    @property
    def shown(self) -> str:
        """What reports show of the file: ``raw``, and for a document that is an archive its text."""
        return self.raw

    def shown_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the text lies in what is shown."""
        return self.raw_span(start, end)

    def shown_places(self, start: int, end: int) -> tuple[Place, Place]:
        """The lines and columns of a span of what is shown: of its first character, and directly behind its last."""
        return self.place_in_raw(start), self.place_in_raw(end)

    def line_at(self, place: int) -> Line:
        """The line that holds a place of what is shown."""
        number = bisect_right(self._line_starts, place)
        start = self._line_starts[number - 1]
        following = self._line_starts[number] if number < len(self._line_starts) else len(self.raw)
        tail = self.raw[max(start, following - 2) : following]
        return Line(number, start, following - len(tail) + len(tail.rstrip("\r\n")))

    def _before(self, comment: Comment) -> int:
        if not comment.stands_alone:
            return comment.start
        start = self.line_at(comment.start).start
        return start - 2 if self.raw[start - 2 : start] == "\r\n" else max(0, start - 1)

    @cached_property
    def _line_starts(self) -> Sequence[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.raw))]
