"""The rule fragment-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.span import Span
from ...core.triggers import ANYWHERE, OPENING, ending, hint, phrase, word
from ._clauses import may_have_verb, word_range

_MIN_WORDS = 3
_MAX_NAME = 5
_MIN_PARTICIPLE_WORDS = 8


class FragmentSentence(Rule):
    """A sentence has no main clause.

    What it finds: sentences of a few shapes that cannot stand alone and hold no finite verb: one that only names its
    source (*According to …*), a verb of saying with a name and nothing said, an addition (*Also for …*), a person with
    a description, and a long heading that begins with an adverb and a participle.

    Why it matters: the clause that it belonged to was lost, or was cut off from it.

    When it errs: in captions and advertisements, which are written so on purpose.

    There is no fix: the clause that it belongs to must be found.
    """

    severity = Severity.MAJOR
    triggers = (
        hint(ANYWHERE, "truncation", "source_openers"),
        phrase(OPENING, "truncation", "addition_openers"),
        word(OPENING, "truncation", "honorifics"),
        word(OPENING, "words", "reporting_verbs"),
        ending(OPENING, "truncation", "adverb_endings"),
    )
    bad = (
        Bad("The nets are torn.\n⟦According to the oldest fisher, a widow who mends them at night, an aunt of the mayor.⟧"),
        Bad("⟦Said Mateo Lindqvist.⟧\nThe boats left at noon."),
        Bad("⟦Also with a lid of cork.⟧ The jug keeps water cool for a day."),
        Bad("⟦Dr. Olga Brenner of the school at Holm.⟧\nShe was the first who saw the comet."),
        Bad("⟦Slowly turning the wheel of the old mill and counting the sacks of grain⟧\n\nThe miller sang."),
    )
    good = (
        Good("According to Ines Roth, a former engineer, the dam is safe.", "a main clause follows"),
        Good("According to the office, a sailor of the club who was lost at sea was found again.", "the main clause holds a relative one"),
        Good("According to the office, the storm that came in May badly damaged the pier.", "a verb after a relative clause"),
        Good("According to the papers, the crews fought in Norland, Sudan and Westmark.", "a list after the verb"),
        Good("According to the report, boats need repair.", "a plural noun that could be the verb"),
        Good("“The dam is safe.” Said Mateo Lindqvist.", "the clause of the speech before it"),
        Good("Also for this reason the ferry was late.", "a main clause follows"),
        Good("Mrs. Roth from the old quarter was late.", "a verb"),
        Good("Carefully mending nets was his trade.", "a participle as the subject"),
        Good("Said the captain: no.", "verse and old style"),
        Good("Mr. Lindqvist.", "a name alone, as an answer"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for sentence in passage.sentences:
            first, stop = word_range(passage, sentence.start, sentence.end)
            if stop - first < _MIN_WORDS or not passage.words[first][0].isupper():
                continue
            score = self._score(passage, sentence, first, stop)
            if score:
                yield self.finding(
                    passage,
                    sentence.start,
                    sentence.end,
                    f"“{excerpt(passage.text[sentence.start : sentence.end])}” has no main clause.",
                    score=score,
                )

    def _score(self, passage: Passage, sentence: Span, first: int, stop: int) -> float:
        text, language, word = passage.text, passage.language, passage.words.lower[first]
        is_sentence = text[sentence.end - 1] == "."
        start = text[sentence.start : sentence.start + 40].lower()
        if is_sentence and start.startswith(language.phrases("truncation", "source_openers")):
            return 0.75 if self._is_source_alone(passage, first, stop) else 0.0
        if is_sentence and start.startswith(language.phrases("truncation", "addition_openers")):
            return 0.0 if may_have_verb(passage, first, stop) else 0.7
        if is_sentence and word in language.words("words", "reporting_verbs"):
            return 0.75 if self._is_saying_alone(passage, sentence, first, stop) else 0.0
        if is_sentence and word in language.words("truncation", "honorifics"):
            return 0.6 if self._is_person_alone(passage, first, stop) else 0.0
        return 0.65 if self._is_participle_heading(passage, first, stop) else 0.0

    def _is_source_alone(self, passage: Passage, first: int, stop: int) -> bool:
        """A source and its description: each part after a comma begins with an article, the last one holds no verb at all."""
        words = passage.words
        articles, auxiliaries = (passage.language.words("words", key) for key in ("articles", "auxiliaries"))
        parts = [n for n in range(first + 1, stop) if words.joint(n - 1) == ", "]
        if not parts or any(words.lower[n] not in articles for n in parts) or may_have_verb(passage, first, stop):
            return False
        without = auxiliaries | passage.language.words("truncation", "relatives")
        return not any(words.lower[n] in without for n in range(parts[-1], stop)) and not may_have_verb(passage, parts[-1] + 1, stop)

    def _is_saying_alone(self, passage: Passage, sentence: Span, first: int, stop: int) -> bool:
        """Said and a name, with no speech before it in the block."""
        words = passage.words
        is_name = stop - first <= _MAX_NAME and all(words[n][0].isupper() for n in range(first, stop))
        before = passage.text[max(0, sentence.start - 4) : sentence.start].rstrip()
        return is_name and before[-1:] not in tuple("\"”’»,'")

    def _is_person_alone(self, passage: Passage, first: int, stop: int) -> bool:
        words, language = passage.words, passage.language
        link = next((n for n in range(first + 1, stop) if words[n][0].islower()), stop)
        is_described = link < stop and link - first >= 2 and words.lower[link] in language.words("words", "prepositions")
        return is_described and stop - link >= 4 and not may_have_verb(passage, link, stop)

    def _is_participle_heading(self, passage: Passage, first: int, stop: int) -> bool:
        """An adverb and a participle that begin a block which has neither a verb nor a final mark."""
        words, language = passage.words, passage.language
        if first or stop != len(words) or stop < _MIN_PARTICIPLE_WORDS or passage.text[-1] in ".!?:":
            return False
        adverbs, participles = language.phrases("truncation", "adverb_endings"), language.phrases("truncation", "active_participle_endings")
        begins = bool(adverbs) and words.lower[0].endswith(adverbs) and words.lower[1].endswith(participles)
        auxiliaries = language.words("words", "auxiliaries")
        return begins and words.joint(0) == " " and not any(words.lower[n] in auxiliaries for n in range(stop))
