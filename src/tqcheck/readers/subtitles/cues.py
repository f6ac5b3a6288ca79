"""Subtitles: the lines of cues joined to the sentences that they cut up, whichever format they stand in.

A cue holds what fits on a screen, so a sentence runs over lines and cues. Lines are joined until the speaker changes (a
dash, a name, another voice) or a cue ends a sentence; a quotation that is still open keeps its sentences together.
"""

from __future__ import annotations

import re
from collections import namedtuple

from ...core.blocks import Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Fragment = tuple[int, int, str | None]
    """A stretch of the raw file that is text: where it starts and ends, and what it stands for; None for itself."""

LONG_PAUSE = 10_000
"""After so many milliseconds without a word nothing goes on."""
SHORT_PAUSE = 1_500
"""After so many, a cue that begins with a capital is a new sentence, even if no mark ended the one before."""
MOST_QUOTED = 8
"""An open quotation keeps at most so many cues together: it may be one that is never closed."""
_FINAL = ".!?…;。！？؟।♪"
_CLOSERS = "\"'”’»«›‹)]* \t\u00a0"
_OPENERS = "“„«‹\"'‘"
_DASH = re.compile(r"\s*[-‐‑–—−](?![-–—])\s*(?=\S)")
_NAME = re.compile(r"\s*([^\W\d_][\w .'’#&-]{1,30}):\s+(?=\S)")
_ALONE = re.compile(r"\s*(?:\[[^\[\]]*\]|\(\s*(?:[^()\s]++\s*+){1,4}\)|[♪♫].*|\#.*\#|\*.*\*)\s*")
"""A sound, for which four words are enough; a longer bracket may be a part of the sentence. Or a song."""
_DOTS_BEFORE = re.compile(r"\s*(?:\.{2,3}|…)\s*(?=[^\s.])")
_DOTS_AFTER = re.compile(r"(?:\.\.\.?|…)\s*\Z")
_REACH = 64


class CueLine(namedtuple("CueLine", ("fragments", "end", "after", "voice"), defaults=("",))):
    """A line of a cue without its tags; its line break stands from ``end`` to ``after``, which are equal if it is the last.

    ``voice`` names who speaks, if the format says so.
    """

    __slots__ = ()


class Cue(namedtuple("Cue", ("start", "end", "lines"))):
    """What is shown from ``start`` to ``end``, in milliseconds."""

    __slots__ = ()


class Speech(namedtuple("Speech", ("fragments", "kind"))):
    """Lines that are read as one block, with a line end wherever lines or cues meet."""

    __slots__ = ()


def joined(raw: str, cues: Iterable[Cue]) -> Iterator[Speech]:
    """The speeches of cues, which are ordered by their places in the raw file."""
    current: _Speech | None = None
    for cue in cues:
        for line in cue.lines:
            said = _Said(raw, line)
            if not said.text.strip():
                continue
            if current is not None and current.goes_on(said, cue):
                current.add(said, cue)
                continue
            if current is not None:
                yield current.speech()
            current = _Speech(said, cue)
    if current is not None:
        yield current.speech()


class _Said:
    """A line, and what stands before its words to tell who speaks: the first ``lead`` characters.

    ``turns``: somebody else surely speaks; ``may_turn``: so it is if a sentence has ended before.
    """

    def __init__(self, raw: str, line: CueLine) -> None:
        self.line = line
        self.text = "".join(raw[start:end] if text is None else text for start, end, text in line.fragments)
        dash = _DASH.match(self.text)
        name = _NAME.match(self.text, dash.end() if dash else 0)
        is_label = name is not None and (dash is not None or name[1].isupper())
        lead = name if is_label else dash
        self.lead = lead.end() if lead is not None else 0
        self.turns = is_label or (dash is not None and not self.text[self.lead].islower())
        self.may_turn = dash is not None or name is not None

    @property
    def is_alone(self) -> bool:
        """True for a song, and for what is heard, ``[door slams]``: no part of the speech around it."""
        return _ALONE.fullmatch(self.text) is not None


class _Speech:
    """A speech that may go on."""

    def __init__(self, said: _Said, cue: Cue) -> None:
        self._fragments = list(_without_head(said.line.fragments, said.lead))
        self._last, self._cue = said.line, cue
        self._cues = 1
        self._is_alone = said.is_alone
        self._tail = ""
        self._open = self._straight = 0
        self._take(said.text[said.lead :])

    def speech(self) -> Speech:
        """What has been joined."""
        return Speech(tuple(self._fragments), Kind.ITEM if self._is_alone else Kind.PARAGRAPH)

    def goes_on(self, said: _Said, cue: Cue) -> bool:
        """True if a line belongs to this speech."""
        is_ended = self._tail.rstrip(_CLOSERS)[-1:] in _FINAL
        if self._is_alone or said.is_alone or said.line.voice != self._last.voice or said.turns or (said.may_turn and is_ended):
            return False
        pause = cue.start - self._cue.end
        if cue is self._cue or pause >= LONG_PAUSE:
            return cue is self._cue
        if _DOTS_BEFORE.match(said.text):
            return True
        if is_ended:
            return said.text.lstrip(_OPENERS)[:1].islower() or self._is_quoting(said.text)
        return pause < SHORT_PAUSE or not said.text[:1].isupper()

    def add(self, said: _Said, cue: Cue) -> None:
        """Join a line that belongs to this speech."""
        fragments, text = said.line.fragments, said.text
        end, after = self._last.end, self._last.after
        if cue is not self._cue:
            after = end
            self._cues += 1
            dots = _DOTS_BEFORE.match(text)
            if dots:
                fragments, text = _without_head(fragments, dots.end()), text[dots.end() :]
                self._drop_dots()
        self._fragments += [(end, after, "\n"), *fragments]
        self._last, self._cue = said.line, cue
        self._take("\n" + text)

    def _take(self, text: str) -> None:
        """Remember of a text what tells whether the speech goes on."""
        self._tail = (self._tail + text)[-_REACH:]
        self._open += text.count("“") - text.count("”")
        self._straight += text.count('"')

    def _drop_dots(self) -> None:
        """Leave out the dots at the end, which say only that the sentence goes on in the next cue."""
        dots = _DOTS_AFTER.search(self._tail)
        if dots:
            self._drop_tail(len(self._tail) - dots.start())
            self._tail = self._tail[: dots.start()]

    def _drop_tail(self, count: int) -> None:
        """Leave out the last characters; of one that stands for something else nothing is left."""
        while self._fragments and count > 0:
            start, end, text = self._fragments.pop()
            length = end - start if text is None else len(text)
            if text is None and length > count:
                self._fragments.append((start, end - count, None))
            count -= length

    def _is_quoting(self, following: str) -> bool:
        """True if a quotation is open, and the next cue does not open it anew."""
        if self._cues >= MOST_QUOTED or following.lstrip()[:1] in _OPENERS:
            return False
        return self._open > 0 or self._straight % 2 == 1


def _without_head(fragments: Sequence[Fragment], count: int) -> list[Fragment]:
    """The fragments without the first characters of their text; one that stands for something else goes as a whole."""
    left: list[Fragment] = []
    for start, end, text in fragments:
        length = end - start if text is None else len(text)
        if count <= 0:
            left.append((start, end, text))
        elif text is None and length > count:
            left.append((start + count, end, None))
        count -= length
    return left
