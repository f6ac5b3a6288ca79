"""The rule broken-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.triggers import BEFORE_STOP, UNCASED, beside, word
from ._clauses import is_article_at, may_have_verb, word_range
from ._unspaced import needy_end

_WIDE_STOP = pattern(r"(?<=\p{L}{2})。(?=\p{L})")
_MIN_WORDS = 2
_MAX_REST = 5


class BrokenSentence(Rule):
    """A full stop cuts a sentence in the middle.

    What it finds: a full stop after a word that needs the next one, such as an article or a possessive, and one after
    an auxiliary whose participle begins the next sentence.

    Why it matters: neither half can be read alone.

    When it errs: where such a word is named and not used.

    The fix takes the full stop away and joins the halves.
    """

    severity = Severity.MAJOR
    triggers = (beside("。", UNCASED), word(BEFORE_STOP, "truncation", "never_last"), word(BEFORE_STOP, "words", "auxiliaries"))
    bad = (
        Bad("The boats were tied to ⟦the. O⟧ld pier gave way.", fixed="The boats were tied to the old pier gave way."),
        Bad("The net must ⟦be. D⟧ried first.", fixed="The net must be dried first."),
        Bad("镇议会决定关闭旧港口⟦以及。⟧新码头下周开放。", fixed="镇议会决定关闭旧港口以及新码头下周开放。", language="zh"),
        Bad("船は新しい港⟦および。⟧古い港に着いた。", fixed="船は新しい港および古い港に着いた。", language="ja"),
        Bad("המעבורת יצאה אל ⟦של. ה⟧נמל הישן.", language="he"),
        Bad("They sold the boat and ⟦their. H⟧ouse by the sea went too.", fixed="They sold the boat and their house by the sea went too."),
    )
    good = (
        Good("What are you waiting for. Come in. He was the one they spoke of.", "particles and stranded prepositions"),
        Good("The waiter asks where you are from. You tell him.", "a preposition at the end of a question"),
        Good("镇长的态度很温和。渡轮开往两个方向。", "words that only end like a conjunction", language="zh"),
        Good("It is as old as it can be. Nobody knows how old.", "an auxiliary that ends its clause"),
        Good("She got an A. The others got a B.", "a letter as a name"),
        Good("Take vitamin a. It helps. See section b.", "a small letter as a name"),
        Good("He wrote ‘the’. Then he stopped.", "a word that is named"),
        Good("I only wanted the... Never mind.", "speech that breaks off"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text, words, language = passage.text, passage.words, passage.language
        if language.is_unspaced:
            yield from self._unspaced(passage)
            return
        needy = language.words("truncation", "never_last")
        helping = language.words("words", "auxiliaries")
        for sentence, following in zip(passage.sentences, passage.sentences[1:], strict=False):
            stop = sentence.end - 1
            number = words.at(stop - 1)
            if text[stop] != "." or number >= len(words) or words.ends[number] != stop or not language.is_small(words[number]):
                continue
            if number - words.at(sentence.start) + 1 < _MIN_WORDS:
                continue
            word = words.lower[number]
            is_cut = word in needy and is_article_at(passage, number)
            if is_cut or (word in helping and self._is_participle(passage, following.start, following.end)):
                yield self._broken(passage, words.starts[number], stop, following.start, is_cut)

    def _unspaced(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        for match in _WIDE_STOP.finditer(text):
            stop = match.start()
            start = needy_end(text, stop, passage.language)
            if start is not None:
                message = f"A full stop after “{text[start:stop]}” cuts the sentence in two."
                yield self.finding(passage, start, stop + 1, message, score=0.8, edits=[(stop, stop + 1, "")])

    def _is_participle(self, passage: Passage, start: int, end: int) -> bool:
        words = passage.words
        first, stop = word_range(passage, start, end)
        endings = passage.language.phrases("truncation", "participle_endings")
        return 0 < stop - first <= _MAX_REST and words.lower[first].endswith(endings) and not may_have_verb(passage, first + 1, stop)

    def _broken(self, passage: Passage, start: int, stop: int, following: int, is_cut: bool) -> Finding:
        text = passage.text
        return self.finding(
            passage,
            start,
            following + 1,
            f"A full stop after “{excerpt(text[start:stop])}” cuts the sentence in two.",
            score=0.85 if is_cut and not passage.in_speech(start) else 0.7,
            edits=[(stop, stop + 1, ""), (following, following + 1, passage.language.lowered(text[following]))],
        )
