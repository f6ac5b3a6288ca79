"""Text that breaks off."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from ..core.document import Passage
from .fault import FINAL_STOPS, Fault, Planter, inserted, one_of, plain_words


def broken_sentence(passage: Passage, random: Random) -> Fault | None:
    """Put a full stop after an article and begin a new sentence."""
    words = passage.words
    language = passage.language
    needy = language.words("truncation", "never_last") - language.words("sentences", "abbreviations")
    articles = language.words("words", "articles") & needy or needy
    number = one_of(random, [n for n in plain_words(passage, length=1) if words.lower[n] in articles and _needs_more(passage, n)])
    if number is None or not passage.language.has_case:
        return None
    end = words.ends[number]
    return Fault(end, end + 2, ". " + passage.language.raised(passage.text[end + 1]), words.starts[number], end + 3)


def _needs_more(passage: Passage, number: int) -> bool:
    """True unless an article of one letter may be a pronoun or a name, or no small word follows."""
    words, language = passage.words, passage.language
    is_sure = len(words.lower[number]) > 1 or words.lower[number - 1] in language.words("words", "prepositions")
    return words[number + 1].islower() and (is_sure or words.lower[number] not in language.words("words", "articles"))


def stranded_words(passage: Passage, random: Random) -> Fault | None:
    """Leave a function word behind the last sentence."""
    language = passage.language
    prepositions = sorted(language.words("words", "prepositions") & language.words("truncation", "stranded")) or sorted(
        language.words("truncation", "stranded")
    )
    if not prepositions or language.is_unspaced or len(passage.words) < 8 or not passage.text.endswith("."):
        return None
    return inserted(len(passage.text), f" {random.choice(prepositions)}.")


def cut_text(passage: Passage, random: Random) -> Fault | None:
    """Break the document's last block off after a function word."""
    words = passage.words
    if passage.following is not None or len(words) < 12:
        return None
    if passage.language.is_unspaced:
        return _cut_after_a_phrase(passage, random)
    functional = passage.language.words("truncation", "never_last")
    number = one_of(random, [n for n in plain_words(passage, length=1) if n > 6 and words.lower[n] in functional])
    if number is None:
        return None
    return Fault(words.ends[number], len(passage.text), "", words.starts[number], words.ends[number])


def _cut_after_a_phrase(passage: Passage, random: Random) -> Fault | None:
    text, phrases = passage.text, passage.language.phrases("truncation", "never_last")
    ends = [(at, at + len(phrase)) for phrase in phrases if (at := text.find(phrase, 12)) >= 0 and at + len(phrase) < len(text) - 2]
    if not ends:
        return None
    start, end = random.choice(ends)
    return Fault(end, len(text), "", start, end)


def lost_final_mark(passage: Passage, _random: Random) -> Fault | None:
    """Take the final full stop of a long paragraph away, but not of the lines under a title, where many houses put none."""
    words, previous = passage.words, passage.previous
    if passage.number == 1 and previous is not None and previous.is_heading:
        return None
    if len(words) < 20 or not passage.text.endswith(FINAL_STOPS) or not passage.text[-2].isalpha() or len(passage.sentences) < 2:
        return None
    end = len(passage.text)
    return Fault(end - 1, end, "", words.starts[-1], end - 1)


PLANTERS: Mapping[str, Planter] = {
    "broken-sentence": broken_sentence,
    "stranded-words": stranded_words,
    "cut-text": cut_text,
    "missing-final-mark": lost_final_mark,
}
