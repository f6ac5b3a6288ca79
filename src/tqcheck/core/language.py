"""Language: what a rule may know of a language. The content comes from ``tqcheck.lang``; the rules hold none."""

from __future__ import annotations

from .pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import regex

# ISO 15924 codes: scripts written without spaces between words, and those whose letters have two cases (Unicode 16, chapter 4.2).
_UNSPACED = frozenset(("Hans", "Hant", "Hani", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"))
_CASED = frozenset(("Latn", "Cyrl", "Grek", "Armn", "Geor", "Zyyy"))
_FUNCTION_WORD_LISTS = ("articles", "prepositions", "pronouns", "auxiliaries", "conjunctions", "determiners")


def primary(code: str) -> str:
    """The primary language subtag of a BCP 47 code: ``de`` of ``de-CH``."""
    return code.partition("-")[0]


class Language:
    """One language or regional variant.

    ``code`` is a BCP 47 tag, ``script`` an ISO 15924 code. ``sections`` holds the tables of the language's data file:
    one for each family of rules, and ``words``, ``sentences`` and ``quotes`` for all of them. Lists are read through
    `words`, `phrases` and `pattern`, which answer for a missing list with an empty one, so that a rule is silent in a
    language that has no data for it.
    """

    def __init__(self, code: str, name: str, script: str, sections: Mapping[str, Mapping[str, Any]]) -> None:
        self.code = code
        self.name = name
        self.script = script
        self.sections = sections
        self._cache: dict[object, Any] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Language, (self.code, self.name, self.script, self.sections)

    def is_variety_of(self, other: Language) -> bool:
        """True if both are varieties of one language, as ``en-GB`` and ``en-US`` are, or the same."""
        return primary(self.code) == primary(other.code)

    def value(self, section: str, key: str, default: Any = None) -> Any:
        """The raw value of one key, or ``default``."""
        return self.sections.get(section, {}).get(key, default)

    def words(self, section: str, key: str) -> frozenset[str]:
        """A list of single words, as written in the data (lower case by convention)."""
        at = ("words", section, key)
        if at not in self._cache:
            self._cache[at] = frozenset(self.value(section, key, ()))
        found: frozenset[str] = self._cache[at]
        return found

    @property
    def is_unspaced(self) -> bool:
        """True if the language is written without spaces between words."""
        return self.script in _UNSPACED

    @property
    def has_case(self) -> bool:
        """True if letters of the language are small or capital, or if nothing is known of its script."""
        return self.script in _CASED

    def is_small(self, word: str) -> bool:
        """True if a word is written in small letters, as every word is in a script without cases."""
        return word.islower() or not self.has_case

    @property
    def function_words(self) -> frozenset[str]:
        """Articles, prepositions, pronouns, auxiliaries, conjunctions and determiners: the words that carry no content."""
        found: frozenset[str] | None = self._cache.get("function_words")
        if found is None:
            found = frozenset[str]().union(*(self.words("words", key) for key in _FUNCTION_WORD_LISTS))
            self._cache["function_words"] = found
        return found

    def phrases(self, section: str, key: str) -> tuple[str, ...]:
        """A list of strings, in the order of the data."""
        return tuple(self.value(section, key, ()))

    def pattern(self, section: str, key: str) -> regex.Pattern[str] | None:
        """The list's entries, each a regular expression, joined into one that ignores case; None if there are none.

        Entries are matched at word boundaries, where the language has any. They must not be able to backtrack without bound;
        the tests time them.
        """
        at = ("pattern", section, key)
        if at not in self._cache:
            entries = self.phrases(section, key)
            either = "|".join(entries)
            joined = f"(?:{either})" if self.is_unspaced else rf"(?<!\w)(?:{either})(?!\w)"
            self._cache[at] = pattern(f"(?iV1){joined}") if entries else None
        found: regex.Pattern[str] | None = self._cache[at]
        return found

    def raised(self, letter: str) -> str:
        """The capital of a small letter: in Turkish and Azerbaijani i has a dot that stays (Unicode, SpecialCasing.txt)."""
        return "İ" if letter == "i" and self._has_two_i else letter.upper()

    def lowered(self, letter: str) -> str:
        """The small letter of a capital: in Turkish and Azerbaijani I has no dot, and İ has one."""
        return {"I": "ı", "İ": "i"}.get(letter, letter.lower()) if self._has_two_i else letter.lower()

    @property
    def _has_two_i(self) -> bool:
        return primary(self.code) in ("tr", "az")

    def cached(self, key: object) -> Any:
        """What `cache` keeps under the key, or None."""
        return self._cache.get(key)

    def cache(self, key: object, made: Any) -> Any:
        """Keep something that was made from this language alone, and hand it back."""
        return self._cache.setdefault(key, made)
