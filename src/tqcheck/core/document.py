"""Document: a text with its blocks; Passage: a view of one stretch of it, with words, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from .blocks import Block, Kind, normalised, plain_blocks
from .echoes import echoes
from .quotation import Quotation, quotations
from .span import Span
from .tokens import Words, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from .blocks import Blocks
    from .echoes import Echo
    from .language import Language

MAX_HEADING_WORDS = 16
_MOST_PASSAGES = 2000
"""So many passages keep what was made for them; in a longer document it is made anew when it is asked for again."""
_NO_QUOTATION = Quotation()


class Document:
    """A text in one language, cut into blocks.

    ``text`` is the text that was handed in, with every line end written as ``\\n``; ``shrunk`` are the places of those
    that were CR LF before, and `original` leads back. ``source`` and ``reference`` are partners: documents too, or
    absent.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        blocks: Blocks,
        *,
        name: str = "<text>",
        source: Document | None = None,
        reference: Document | None = None,
        shrunk: Sequence[int] = (),
    ) -> None:
        self.text = text
        self.language = language
        self.blocks = blocks
        self.name = name
        self.source = source
        self.reference = reference
        self.shrunk = shrunk
        self.sight = Sight(len(blocks))
        self._passages: dict[int, Passage] = {}
        self._last_text = (-1, "")

    def __reduce__(self) -> tuple[object, ...]:
        return _unpickled, (self.text, self.language, self.blocks, self.name, self.source, self.reference, self.shrunk)

    @classmethod
    def from_text(cls, text: str, language: Language, *, name: str = "<text>") -> Document:
        """A document made of a plain text in any of the layouts that `plain_blocks` knows."""
        text, shrunk = normalised(text)
        return cls(text, language, plain_blocks(text), name=name, shrunk=shrunk)

    def original(self, place: int) -> int:
        """Where a place of ``text`` lies in the text that was handed in."""
        return place + bisect_left(self.shrunk, place)

    def __len__(self) -> int:
        """The number of blocks."""
        return len(self.blocks)

    def passage(self, number: int) -> Passage:
        """The passage of a block, by its number from 0."""
        found = self._passages.get(number)
        if found is None:
            if len(self._passages) >= _MOST_PASSAGES:
                self._passages.clear()
            span = Span(self.blocks.starts[number], self.blocks.ends[number])
            found = self._passages[number] = Passage(self, span, number)
        return found

    @property
    def passages(self) -> Passages:
        """One passage for each block, in order."""
        return Passages(self)

    @cached_property
    def whole(self) -> Passage:
        """The passage that spans the whole text, for rules of document scope."""
        return Passage(self, Span(0, len(self.text)), None)

    @cached_property
    def quotations(self) -> Mapping[int, Quotation]:
        """How the quotation marks are best read, for each block that has some to read, by its number."""
        return quotations(self, self.language)

    @property
    def marked(self) -> Collection[int]:
        """The numbers of the blocks that may hold a quotation mark, in order."""
        return self.sight.marked

    def is_apart(self, number: int) -> bool:
        """True if a blank line or markup parts the block from the one before."""
        return self.blocks.is_apart(number)

    def stands_alone(self, number: int) -> bool:
        """True if the block is a string of a catalogue, which says nothing about those beside it."""
        return self.blocks.stands_alone(number)

    def block_text(self, number: int) -> str:
        """The text of a block; line ends inside it read as spaces."""
        last = self._last_text  # one block is asked for again and again: it may be the whole text
        if last[0] != number:
            self._last_text = last = (number, self.text[self.blocks.starts[number] : self.blocks.ends[number]].replace("\n", " "))
        return last[1]

    def candidates(self, rule: str) -> Iterator[Passage]:
        """The passages that hold a trigger of the rule with this name, in order; all of them if the document was not scanned for it."""
        return map(self.passage, self.sight.flagged.get(rule, range(len(self.blocks))))

    def candidate_spans(self, rule: str) -> Iterator[tuple[int, int]]:
        """(start, end) of those passages, for rules that look at the text alone."""
        starts, ends = self.blocks.starts, self.blocks.ends
        return ((starts[number], ends[number]) for number in self.sight.flagged.get(rule, range(len(starts))))

    @cached_property
    def recurring(self) -> Sequence[int]:
        """The numbers of the blocks that share a segment with another place of the document, in order.

        A segment is what stands between two possible ends of sentences, compared by its `folded` words. Only these blocks
        can hold a sentence that comes again, or be a paragraph that does. All blocks, if the document was not scanned. In blocks
        that stand alone only what comes again in themselves counts: programs say the same in many places.
        """
        if self.sight.segments is None:
            return range(len(self.blocks))
        hashes, blocks = self.sight.segments
        if len(self.blocks) and self.stands_alone(0):
            hashes = [hash(pair) for pair in zip(hashes, blocks, strict=True)]
        met: set[int] = set()
        again: set[int] = set()
        for each in hashes:
            (again if each in met else met).add(each)
        return sorted({block for each, block in zip(hashes, blocks, strict=True) if each in again}) if again else ()

    @cached_property
    def word_count(self) -> int:
        """The number of words in all blocks."""
        return sum(len(passage.words) for passage in self.passages)


def _unpickled(
    text: str, language: Language, blocks: Blocks, name: str, source: Document, reference: Document, shrunk: Sequence[int]
) -> Document:
    return Document(text, language, blocks, name=name, source=source, reference=reference, shrunk=shrunk)


class Passages:
    """The passages of a document, made when they are asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __len__(self) -> int:
        return len(self._document)

    def __getitem__(self, number: int) -> Passage:
        count = len(self._document)
        if not -count <= number < count:
            raise IndexError(f"no passage {number} among {count}")
        return self._document.passage(number % count)

    def __iter__(self) -> Iterator[Passage]:
        return map(self._document.passage, range(len(self._document)))


class Sight:
    """What a scan has seen of a document.

    ``marked``: the numbers of the blocks that may hold a quotation mark. ``flagged``: by the name of a rule the numbers of
    the blocks that hold one of its triggers. ``segments``: the hash of each stretch of words between two possible ends of
    sentences, and the number of its block; None if nothing was scanned.
    """

    def __init__(self, count: int) -> None:
        self.marked: Collection[int] = range(count)
        self.flagged: dict[str, list[int]] = {}
        self.segments: tuple[list[int], list[int]] | None = None


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
        return self.document.text if self.number is None else self.document.block_text(self.number)

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
