"""Hearing: what a text sounds like, so that a name of another text can be looked for in it, whatever the scripts."""

from __future__ import annotations

from functools import cached_property, lru_cache

from ...core.language import primary
from ...core.pattern import pattern
from ..lexicon.han import reads, transcribes
from ..lexicon.peoples import ABROAD, SINGLE_HAN
from ..lexicon.places import exonyms, land, other_names, places, same_place, tongues
from ..lexicon.sound import consonants, distance, sounds, weight
from ..lexicon.spelling import same_stem
from ..romanised import romanised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST = 5_000
"""Characters of a text that are listened to: a stretch that is longer is no sentence beside its translation."""
_PARTS = pattern(r"[\p{Han}々]++|[\p{Katakana}ー]++|\p{Hiragana}++|(?:[\p{L}\p{M}]|(?<=\p{L})[’'](?=\p{L}))++")


class Hearing:
    """The words of one text in a language, as they are written and as they sound."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text[:MOST]
        self.language = primary(language)
        self._known: dict[str, float] = {}

    @cached_property
    def parts(self) -> Sequence[tuple[int, int, str]]:
        """(start, end, text) of each word, or of each run of one script where no spaces are written."""
        return [(*match.span(), match.group()) for match in _PARTS.finditer(self.text)]

    @cached_property
    def _words(self) -> Sequence[tuple[str, str, bool]]:
        """(small Latin letters, sounds, whether written in Latin letters) of each part that is not Han."""
        found = {romanised(part): part[0] < "\u0250" for _, _, part in self.parts if not _is_han(part[0])}
        return [(latin, sounds(latin), is_latin) for latin, is_latin in found.items()]

    @cached_property
    def _han(self) -> Sequence[str]:
        return list(dict.fromkeys(part[:_LONGEST_RUN] for _, _, part in self.parts if _is_han(part[0])))

    @cached_property
    def _syllables(self) -> str:
        """The text's Han in pinyin, in one."""
        return romanised("".join(self._han)).replace(" ", "")

    @cached_property
    def _pinyin(self) -> frozenset[str]:
        """The syllables of the text's Han."""
        return frozenset(romanised(character) for part in self._han for character in part)

    @cached_property
    def _transcriptions(self) -> Sequence[str]:
        """The sounds of the runs of Han that may write a foreign name."""
        runs = "".join(character if transcribes(character) else " " for part in self._han for character in f"{part} ").split()
        return [sounds(romanised(run[:_LONGEST_TRANSCRIPTION])) for run in runs if len(run) > 1]

    @cached_property
    def places(self) -> Sequence[tuple[int, int, Sequence[str]]]:
        """(start, end, English names) of the places that the text names."""
        return list(places(self.language).find(self.text))

    @cached_property
    def _english_names(self) -> Sequence[str]:
        found = {name for _, _, names in (*self.places, *tongues(self.language).find(self.text)) for name in names}
        found.update(ABROAD[part] for _, _, part in self.parts if part in ABROAD)
        if any(is_latin for _, _, is_latin in self._words):
            found.update(name for _, _, names in exonyms().find(self.text) for name in names)
        return sorted(found)

    def names_place(self, name: str) -> bool:
        """True if the text names the place of this English name, or its people."""
        return any(same_place(name, english) for english in self._english_names) or any(
            land(name) in SINGLE_HAN[character] for character in self._single
        )

    def has_latin(self, word: str) -> bool:
        """True if the text has a word as it is, in Latin letters, but for an ending."""
        lower = romanised(word)
        return any(is_latin and same_stem(lower, latin) for latin, _, is_latin in self._words)

    @cached_property
    def is_latin(self) -> bool:
        """True if every word is written in Latin letters."""
        return not self._han and all(is_latin for _, _, is_latin in self._words)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The words of three to six Latin capitals that are no land's short form."""
        parts = (part for _, _, part in self.parts if part.isupper() and part[0] < "\u0250" and part not in ABROAD)
        return frozenset(part for part in parts if _SHORT_FORM <= len(part) <= 2 * _SHORT_FORM)

    def has_a_name_for(self, place: str) -> bool:
        """True if the lexicon knows what the language of the text calls a place, by its English name."""
        return land(place) in places(self.language).english_names

    def far_from_place(self, name: str) -> float:
        """The same as `far`, for a place: 0 if it is named by a name of its own or by that of its people."""
        if self.names_place(name):
            return 0.0
        return min(self.far(each) for each in dict.fromkeys((name, *other_names(name))) if each is name or len(each) > _SHORT_FORM)

    @cached_property
    def _single(self) -> frozenset[str]:
        return frozenset(self.text) & SINGLE_HAN.keys() if self._han else frozenset()

    def far(self, name: str) -> float:
        """How far the nearest sound of the text is from a name: 0 is heard, 1 nothing like it."""
        if name in self._known:
            return self._known[name]
        latin = romanised(name)
        found = sounds(latin)
        nearest = min((_far_from_word(latin, found, *word) for word in self._that_may_begin_as(found)), default=1.0)
        if nearest > _HEARD and self._han:
            nearest = min(nearest, self._far_from_han(latin, found))
        self._known[name] = nearest
        return nearest

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[str, str, bool]]]:
        """The words by the first of their sounds."""
        found: dict[str, list[tuple[str, str, bool]]] = {}
        for word in self._words:
            found.setdefault(word[1][:1], []).append(word)
        return found

    def _that_may_begin_as(self, sound: str) -> Iterator[tuple[str, str, bool]]:
        for first, words in self._by_first.items():
            if first == sound[:1] or (first and sound and _may_begin(sound[0], first)):
                yield from words

    def far_from_name(self, name: str) -> float:
        """The same as `far`, but 0 for a name that turns out to be that of a place or a people which the text names."""
        return 0.0 if self.names_place(name) else self.far(name)

    def far_from_words(self, word: str) -> float:
        """The same as `far` for a word in small letters; short words and Han do not count."""
        sound = sounds(word)
        long = (each for each in self._that_may_begin_as(sound) if len(each[1]) >= _SHORTEST_HEARD)
        return min((_far_from_word(word, sound, *each) for each in long), default=1.0)

    def _far_from_han(self, latin: str, sound: str) -> float:
        if (len(latin) > 2 and latin in self._syllables) or any(reads(part, latin) for part in self._han):
            return 0.0
        if weight(sound) < _LIGHTEST:
            return 0.0 if len(latin) > 2 or latin in self._pinyin else 1.0
        if self.language == "ja":
            return 1.0
        return min((distance(sound, other, open_start=True) for other in self._transcriptions), default=1.0)


@lru_cache(maxsize=8)
def hear(text: str, language: str) -> Hearing:
    """What a text in a language (a BCP 47 code) sounds like; the last ones are kept, since several rules ask for them in turn."""
    return Hearing(text, language)


_HEARD = 0.2
_LONGEST_TRANSCRIPTION = 12
_LONGEST_RUN = 60
_SHORTEST_HEARD = 5
_SHORT_FORM = 3
_LIGHTEST = 1.5


def _far_from_word(latin: str, sound: str, word: str, other: str, is_latin: bool) -> float:
    if same_stem(latin, word) or (len(latin) > 3 and (word.startswith(latin) or (latin.startswith(word) and len(word) > 3))):
        return 0.0
    if weight(sound) < _LIGHTEST or not other or not sound:
        return 0.2 if sound == other else 1.0
    return distance(sound, other, script=is_latin)


@lru_cache(maxsize=1024)
def _may_begin(here: str, there: str) -> bool:
    first, other = consonants(here), consonants(there)
    return first == other or here in "hwyjk" or there in "hwyjk" or {first, other} in ({"K", "S"}, {"T", "S"})


def _is_han(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or letter == "々" or "\u3400" <= letter < "\u4dc0" or letter >= "\U00020000"
