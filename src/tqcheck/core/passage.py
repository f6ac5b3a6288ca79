"""Passage: a view of one stretch of a document, with its words, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from types import MappingProxyType

from .alignment import Partner
from .blocks import Block, Kind
from .echoes import echoes
from .quotation import Quotation
from .span import Span
from .tokens import Words, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from .document import Document
    from .echoes import Echo
    from .language import Language

MAX_HEADING_WORDS = 16
_NO_QUOTATION = Quotation()


class Passage:
    """What a rule is handed: a document and the stretch to look at.

    Places inside a passage are code points from its own start; ``start`` turns them into places of the document.
    All views are made when first asked for, and once. ``counterparts`` are those of a passage of several blocks.
    """

    def __init__(
        self, document: Document, span: Span, number: int | None, counterparts: Mapping[Partner, Passage] = MappingProxyType({})
    ) -> None:
        self.document = document
        self.span = span
        self.number = number
        self._counterparts = counterparts

    @property
    def start(self) -> int:
        """The place of this passage in the document."""
        return self.span.start

    @property
    def language(self) -> Language:
        """The language of the document."""
        return self.document.language

    @property
    def block(self) -> Block:
        """The block that the passage is; the whole document counts as one."""
        return Block(self.span) if self.number is None else self.document.blocks[self.number]

    def counterpart(self, partner: Partner) -> Passage | None:
        """What this passage says in the partner; None if that is not there, or if nobody knows."""
        return self._counterparts.get(partner) if self.number is None else self.document.counterpart(self.number, partner)

    @property
    def source(self) -> Passage | None:
        """What this passage translates, if it is known."""
        return self.counterpart(Partner.SOURCE)

    @property
    def reference(self) -> Passage | None:
        """How the reference says this passage, if it is known."""
        return self.counterpart(Partner.REFERENCE)

    @cached_property
    def text(self) -> str:
        """The passage's text; line ends inside a block read as spaces."""
        if self.number is not None:
            return self.document.block_text(self.number)
        start, end = self.span.start, self.span.end
        return self.document.text[start:end]

    @cached_property
    def words(self) -> Words:
        """The words of the passage."""
        return Words(self.text)

    @cached_property
    def echoes(self) -> list[Echo]:
        """The words of the passage that come again at once, or after one other word."""
        return echoes(self.words.lower)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the passage."""
        return tuple(Span(start, end) for start, end in sentences(self.text, self.language))

    @cached_property
    def characters(self) -> frozenset[str]:
        """The set of characters that occur."""
        return frozenset(self.text)

    @property
    def quotation(self) -> Quotation:
        """How the quotation marks of this block are best read; empty for the whole document, whose blocks have them."""
        return _NO_QUOTATION if self.number is None else self.document.quotations.get(self.number, _NO_QUOTATION)

    @property
    def previous(self) -> Passage | None:
        """The block before, if there is one."""
        return self.document.passage(self.number - 1) if self.number else None

    @property
    def following(self) -> Passage | None:
        """The block after, if there is one."""
        if self.number is None or self.number + 1 >= len(self.document):
            return None
        return self.document.passage(self.number + 1)

    @cached_property
    def is_heading(self) -> bool:
        """True if the block reads as a heading, title or label: short, apart, without a final mark."""
        if self.block.kind is Kind.HEADING:
            return True
        text = self.text.rstrip("\"'”’»)]」』）】 ")
        limit = MAX_HEADING_WORDS * (2 if self.language.is_unspaced else 1)
        return bool(text) and text[-1] not in ".!…:;,?。！？：；，、؟؛،" and len(self.words) <= limit

    def in_speech(self, place: int) -> bool:
        """True if the place lies inside a quotation that is longer than a word or a term."""
        starts, ends = self._speech
        number = bisect_right(starts, place) - 1
        return number >= 0 and place < ends[number]

    @cached_property
    def _speech(self) -> tuple[list[int], list[int]]:
        """Starts and ends of the stretches of speech, those that overlap made one."""
        starts: list[int] = []
        ends: list[int] = []
        for span in self.quotation.speech:
            if ends and span.start <= ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)
        return starts, ends
