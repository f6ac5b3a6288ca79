"""Document: a text with its blocks; Passage: a view of one stretch of it, with words, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .blocks import Block, Kind, normalised, plain_blocks
from .echoes import Echo, echoes
from .language import Language
from .quotation import Quotation, quotations
from .span import Span
from .tokens import Words, sentences


@dataclass(frozen=True, eq=False)
class Document:
    """A text in one language, cut into blocks.

    ``text`` is the text that was handed in, with every line end written as ``\\n``; ``shrunk`` are the places of those
    that were CR LF before, and `original` leads back. ``source`` and ``reference`` are partners: documents too, or
    absent.
    """

    text: str
    language: Language
    blocks: Sequence[Block]
    name: str = "<text>"
    source: Document | None = None
    reference: Document | None = None
    shrunk: Sequence[int] = ()

    @classmethod
    def from_text(cls, text: str, language: Language, *, name: str = "<text>") -> Document:
        """A document made of a plain text in any of the layouts that `plain_blocks` knows."""
        text, shrunk = normalised(text)
        return cls(text, language, tuple(plain_blocks(text)), name, shrunk=shrunk)

    def original(self, place: int) -> int:
        """Where a place of ``text`` lies in the text that was handed in."""
        return place + bisect_left(self.shrunk, place)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """One passage for each block, in order."""
        return tuple(Passage(self, block.span, number) for number, block in enumerate(self.blocks))

    @cached_property
    def whole(self) -> Passage:
        """The passage that spans the whole text, for rules of document scope."""
        return Passage(self, Span(0, len(self.text)), None)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """How the quotation marks of each block are best read."""
        return quotations([passage.text for passage in self.passages], [block.apart for block in self.blocks], self.language)

    @cached_property
    def word_count(self) -> int:
        """The number of words in all blocks."""
        return sum(len(passage.words) for passage in self.passages)


class Passage:
    """What a rule is handed: a document and the stretch to look at.

    Places inside a passage are code points from its own start; ``start`` turns them into places of the document.
    All views are made when first asked for, and once.
    """

    def __init__(self, document: Document, span: Span, number: int | None) -> None:
        self.document = document
        self.span = span
        self.number = number

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

    @cached_property
    def text(self) -> str:
        """The passage's text; line ends inside a block read as spaces."""
        text = self.document.text[self.span.start : self.span.end]
        return text if self.number is None else text.replace("\n", " ")

    @cached_property
    def words(self) -> Words:
        """The words of the passage."""
        return Words(self.text)

    @cached_property
    def echoes(self) -> list[Echo]:
        """The words of the passage that come again soon after."""
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
        return Quotation() if self.number is None else self.document.quotations[self.number]

    @property
    def previous(self) -> Passage | None:
        """The block before, if there is one."""
        return self.document.passages[self.number - 1] if self.number else None

    @property
    def following(self) -> Passage | None:
        """The block after, if there is one."""
        if self.number is None or self.number + 1 >= len(self.document.passages):
            return None
        return self.document.passages[self.number + 1]

    @cached_property
    def is_heading(self) -> bool:
        """True if the block reads as a heading, title or label: short, apart, without a final mark."""
        if self.block.kind is Kind.HEADING:
            return True
        text = self.text.rstrip("\"'”’»)] ")
        return bool(text) and text[-1] not in ".!…:;,?" and len(self.words) <= MAX_HEADING_WORDS

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


MAX_HEADING_WORDS = 16
