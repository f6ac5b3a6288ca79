"""What the rules of this family share: whether a stretch of words may hold a finite verb."""

from __future__ import annotations

from ...core.document import Passage

_CLAUSE_BREAKS = frozenset(",;:—–(")


def word_range(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The numbers of the first word of a stretch and of the first word after it."""
    return passage.words.at(start), passage.words.at(end)


def may_have_verb(passage: Passage, first: int, stop: int) -> bool:
    """True if a word in the range may be the finite verb of a main clause.

    Relative clauses are skipped up to their comma; names do not count. Where a plural noun could be a verb, this says
    yes: a rule that looks for sentences without a verb then stays silent.
    """
    words, language = passage.words, passage.language
    relatives = language.words("truncation", "relatives")
    finite = (
        language.words("words", "auxiliaries") | language.words("words", "reporting_verbs") | language.words("truncation", "finite_verbs")
    )
    endings = language.phrases("truncation", "finite_endings")
    inside_relative = False
    for number in range(first, stop):
        if number > first and not _CLAUSE_BREAKS.isdisjoint(words.joint(number - 1)):
            inside_relative = False
        word = words.lower[number]
        if word in relatives:
            inside_relative = True
        elif not inside_relative and words[number][0].islower() and _is_finite(word, finite, endings):
            return True
    return False


def _is_finite(word: str, finite: frozenset[str], endings: tuple[str, ...]) -> bool:
    return word in finite or "'" in word or (len(word) > 3 and word.endswith(endings))


def is_article_at(passage: Passage, number: int) -> bool:
    """True unless a one-letter article may be the name of a thing: after a preposition or a verb it is the article."""
    language, word = passage.language, passage.words.lower[number]
    if len(word) > 1 or word not in language.words("words", "articles"):
        return True
    if language.value("truncation", "letters_are_articles", default=False):
        return True
    before = passage.words.lower[number - 1] if number else ""
    sections = ("prepositions", "auxiliaries", "conjunctions")
    return before.endswith("'s") or any(before in language.words("words", key) for key in sections)


def ends_open(passage: Passage) -> bool:
    """True if no mark stands at the end."""
    return passage.text.rstrip()[-1:].isalnum()
