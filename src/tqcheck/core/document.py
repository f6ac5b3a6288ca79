"""Document: a text with its blocks, and what stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from types import MappingProxyType

from .alignment import Partner
from .blocks import normalised, plain_blocks
from .passage import Passage
from .quotation import quotations
from .span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from .alignment import Alignment, Bead
    from .blocks import Blocks
    from .glossary import Glossary
    from .language import Language
    from .quotation import Quotation

__all__ = ["Document", "Passage", "Passages", "Sight"]

_MOST_PASSAGES = 2000
"""So many passages keep what was made for them; in a longer document it is made anew when it is asked for again."""


class Document:
    """A text in one language, cut into blocks.

    ``text`` is the text that was handed in, with every line end written as ``\\n``; ``shrunk`` are the places of those
    that were CR LF before, and `original` leads back. ``partners`` are the documents that stand beside this one, and
    ``alignments`` say which of their blocks belong to which of its own. ``stand_ins`` are the words that stand for placeholders and
    code: where each starts and ends, and what is written there; ``written`` has the strings of a catalogue that hold placeholders or tags,
    as they are written, by the number of their first block (nothing for a form that may say its number in words). ``glossary`` is what a
    checker holds the text against.
    """

    def __init__(
        self,
        text: str,
        language: Language,
        blocks: Blocks,
        *,
        name: str = "<text>",
        shrunk: Sequence[int] = (),
        stand_ins: Sequence[tuple[int, int, str]] = (),
        written: Mapping[int, str] = MappingProxyType({}),
        partners: Mapping[Partner, Document] = MappingProxyType({}),
        alignments: Mapping[Partner, Alignment] = MappingProxyType({}),
    ) -> None:
        self.text = text
        self.language = language
        self.blocks = blocks
        self.name = name
        self.shrunk = shrunk
        self.stand_ins = stand_ins
        self.written = written
        self.partners = partners
        self.alignments = alignments
        self.glossary: Glossary | None = None
        self.sight = Sight(len(blocks))
        self._passages: dict[int, Passage] = {}
        self._last_text = (-1, "")

    def __reduce__(self) -> tuple[object, ...]:
        partners = dict(self.partners), dict(self.alignments)
        return _unpickled, (self.text, self.language, self.blocks, self.name, self.shrunk, self.stand_ins, dict(self.written), *partners)

    @classmethod
    def from_text(cls, text: str, language: Language, *, name: str = "<text>") -> Document:
        """A document made of a plain text in any of the layouts that `plain_blocks` knows."""
        text, shrunk = normalised(text)
        return cls(text, language, plain_blocks(text), name=name, shrunk=shrunk)

    def beside(self, partners: Mapping[Partner, Document], alignments: Mapping[Partner, Alignment]) -> Document:
        """The same document with partners beside it."""
        return _unpickled(self.text, self.language, self.blocks, self.name, self.shrunk, self.stand_ins, self.written, partners, alignments)

    @property
    def source(self) -> Document | None:
        """The text that this one translates, if it is known."""
        return self.partners.get(Partner.SOURCE)

    @property
    def reference(self) -> Document | None:
        """Another translation of the same source that is known to be good, if there is one."""
        return self.partners.get(Partner.REFERENCE)

    def pairs(self, partner: Partner) -> Iterator[Passage]:
        """Each stretch that can be compared with one of the partner, in order; its counterpart is there."""
        alignment = self.alignments.get(partner)
        for bead in alignment.beads if alignment else ():
            if bead.is_pair:
                yield self._stretch(bead.first, bead.end, {partner: self._partner_stretch(partner, bead)})

    def spans_beside(self, partner: Partner) -> Iterator[tuple[int, int, int, int]]:
        """For each bead start and end of what it holds of the text that was handed in, and of the partner's."""
        other = self.partners[partner]
        for bead in self.alignments[partner].beads:
            yield *self._outer_span(bead.first, bead.end), *other._outer_span(bead.partner_first, bead.partner_end)

    def _outer_span(self, first: int, end: int) -> tuple[int, int]:
        if first < end:
            return self.original(self.blocks.starts[first]), self.original(self.blocks.ends[end - 1])
        place = self.original(self.blocks.starts[first] if first < len(self) else len(self.text))
        return place, place

    def counterpart(self, number: int, partner: Partner) -> Passage | None:
        """What a block says in the partner; None if nobody knows."""
        alignment = self.alignments.get(partner)
        bead = alignment.bead_of(number) if alignment else None
        return self._partner_stretch(partner, bead) if bead and bead.is_pair else None

    def _partner_stretch(self, partner: Partner, bead: Bead) -> Passage:
        return self.partners[partner]._stretch(bead.partner_first, bead.partner_end, {})

    def _stretch(self, first: int, end: int, counterparts: Mapping[Partner, Passage]) -> Passage:
        """The passage of a block, or of several that belong together."""
        if end - first == 1:
            return self.passage(first)
        return Passage(self, Span(self.blocks.starts[first], self.blocks.ends[end - 1]), None, counterparts)

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

    @cached_property
    def _chat_signs(self) -> tuple[Sequence[int], Sequence[int]]:
        from .chat import signs  # asked for by few rules, after they found something

        return signs(self.text, self.language.phrases("words", "greetings_of_a_line"))

    def is_chat_at(self, place: int) -> bool:
        """True if people write messages around the place, where marks, spaces and capitals are their habit."""
        from .chat import is_chat_at

        return is_chat_at(self._chat_signs, place)

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
        """The number of words in all blocks; two letters of a script without spaces count as one."""
        return sum(passage.words.count for passage in self.passages)


def _unpickled(text: str, language: Language, blocks: Blocks, name: str, shrunk: Sequence[int], *others: Any) -> Document:
    stand_ins, written, partners, alignments = others
    return Document(
        text, language, blocks, name=name, shrunk=shrunk, stand_ins=stand_ins, written=written, partners=partners, alignments=alignments
    )


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
    sentences, and the number of its block; None if nothing was scanned. ``foreign``: the stretches in other languages (see
    `tqcheck.switches`); None until someone looks for them.
    """

    def __init__(self, count: int) -> None:
        self.marked: Collection[int] = range(count)
        self.flagged: dict[str, list[int]] = {}
        self.segments: tuple[list[int], list[int]] | None = None
        self.foreign: tuple[Any, ...] | None = None
