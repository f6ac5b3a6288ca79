"""Repetition in scripts without spaces, where a row of letters stands for a row of words.

Two equal letters side by side are mostly good Chinese or Japanese, and so are short words said twice (reduplication, sounds),
so that what counts is how long the part is, which letters it has, and what the language's data say.
"""

from __future__ import annotations

from ...core.characters import is_unspaced
from ...core.pattern import pattern
from ...core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...core.document import Passage

_FIRST_WIDE = "\u3000"
_GRAM = 4
_FARTHEST = 200
_WORD = 2
"""Up to so many letters are a word; more are a phrase."""
_SMALL = 4
_MANY = 6
"""So many copies are a loop even of what may be said a few times."""
_MIN_CLAUSE = 8
_LONG_CLAUSE = 12
_BETWEEN = 8
_BY_PIECES = pattern(r"[一二三四五六七八九十两兩几幾每数數何][^。]{0,3}|\p{Nd}[^。]{0,3}")
_KANA = pattern(r"[\p{Hiragana}\p{Katakana}ー]++")
_PAUSE = "，、；,; \u3000"
_STOPS = frozenset("。！？；…：」』”）\n")


class Twice(Row):
    """Words ``first`` to ``last`` (numbers, half open) say a part of ``length`` letters two or more times."""

    first: int
    last: int
    length: int

    @property
    def copies(self) -> int:
        """How often the part is there as a whole."""
        return (self.last - self.first) // self.length


def is_of_letters(passage: Passage, number: int) -> bool:
    """True if the word with this number is a letter of a script without spaces."""
    return is_unspaced(passage.words.lower[number][0])


def doubled(passage: Passage) -> Iterator[tuple[Twice, float]]:
    """What is said twice in a row, with a score, by place; letters, words and phrases."""
    if not passage.language.is_unspaced:
        return
    for twice in _in_a_row(passage):
        if twice.copies == 2:
            score = _score(passage, twice)
            if score >= 0.5:
                yield twice, score


def repeats(passage: Passage) -> bool:
    """True if a word or a phrase in a script without spaces is said again at once, whether or not that is good there."""
    return any(twice.length > 1 for twice in _in_a_row(passage))


def is_word(twice: Twice) -> bool:
    """True if the part is a word, and no phrase."""
    return twice.length <= _WORD


def loops(passage: Passage) -> Iterator[Twice]:
    """What is said so often that no writer means it."""
    for twice in _in_a_row(passage):
        if twice.copies >= _enough(passage, twice):
            yield twice


def _enough(passage: Passage, twice: Twice) -> int:
    """How many copies make a loop of this part."""
    part = _part(passage, twice)
    language = passage.language
    if language.words("repetition", "sounds").issuperset(part) or part.isdecimal():
        return 1 << 30
    if twice.length == 1:
        return 5 if not _KANA.fullmatch(part) else 1 << 30
    is_soft = len(part) <= _SMALL and _KANA.fullmatch(part) is not None
    return _MANY if is_soft or part in language.words("repetition", "allowed_doubles") or _BY_PIECES.match(part) else 3


def _part(passage: Passage, twice: Twice) -> str:
    return "".join(passage.words.lower[twice.first : twice.first + twice.length])


def _in_a_row(passage: Passage) -> Iterator[Twice]:
    """All stretches of letters that are one part again and again, with at most a comma between the copies."""
    last: Twice | None = None
    for twice in _stretches(passage) if _may_hold_letters(passage) else ():
        if last is not None and twice.first < last.last:
            last = max(last, twice, key=_extent)
            continue
        if last is not None:
            yield last
        last = twice
    if last is not None:
        yield last


def _may_hold_letters(passage: Passage) -> bool:
    """False for nearly all blocks of a language with spaces: they end here. A few letters of Thai in it are not worth a look."""
    return not passage.language.has_case or passage.language.script == "Zyyy" or max(passage.text, default="") >= _FIRST_WIDE


def _extent(twice: Twice) -> int:
    return twice.last - twice.first


def _stretches(passage: Passage) -> Iterator[Twice]:
    """The stretches by place; they may overlap."""
    echoed = [(echo.start - echo.distance, echo.end, echo.distance) for echo in passage.echoes if echo.end - echo.start >= echo.distance]
    for first, last, length in sorted([*echoed, *_far(passage.words.lower)]):
        place = _first_whole(passage, first, last, length) if is_of_letters(passage, first) else None
        if place is not None:
            end = _last_whole(passage, place, last, length)
            yield Twice(place, end, length)


def _first_whole(passage: Passage, first: int, last: int, length: int) -> int | None:
    """Where the first copy begins: a stretch may begin inside one, so that the place is taken whose copies no mark cuts."""
    for place in range(first, min(first + length, last - 2 * length + 1)):
        if _is_whole(passage, place, length) and _is_whole(passage, place + length, length) and _meet(passage, place + length, length):
            return place
    return None


def _last_whole(passage: Passage, place: int, last: int, length: int) -> int:
    """Where the last copy ends that follows without a stop."""
    end = place + 2 * length
    while end + length <= last and _is_whole(passage, end, length) and _meet(passage, end, length):
        end += length
    return end


def _is_whole(passage: Passage, place: int, length: int) -> bool:
    """True if no mark stands within a copy; within a long one a comma may."""
    allowed = _PAUSE if length > 2 * _SMALL else ""
    return all(not passage.words.joint(number).strip(allowed or " ") for number in range(place, place + length - 1))


def _meet(passage: Passage, place: int, length: int) -> bool:
    """True if nothing stands before the copy at a place, or a comma if it is long."""
    joint = passage.words.joint(place - 1)
    return not joint or (length >= _SMALL and not joint.strip(_PAUSE))


def _far(lower: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Rows of words said again at once that are longer than an echo reaches."""
    seen: dict[tuple[str, ...], int] = {}
    done = 0
    for number in range(len(lower) - _GRAM + 1):
        gram = tuple(lower[number : number + _GRAM])
        before = seen.get(gram)
        seen[gram] = number
        if before is None or number < done or not 2 * _MANY < number - before <= _FARTHEST:
            continue
        end = number + _GRAM
        while end < len(lower) and lower[end] == lower[end - number + before]:
            end += 1
        done = end
        if end - number >= number - before:
            yield before, end, number - before


def _score(passage: Passage, twice: Twice) -> float:
    part, language = _part(passage, twice), passage.language
    if twice.length == 1:
        return _score_of_letter(passage, twice, part)
    if language.words("repetition", "sounds").issuperset(part) or part in language.words("repetition", "allowed_doubles"):
        return 0.2
    if part in language.words("repetition", "never_doubled"):
        return 0.2 if _is_within_longer(passage, twice) else 0.75
    if len(set(part)) == 1 or (len(part) <= _SMALL and (_is_mimetic(part) or _BY_PIECES.match(part) or _stands_alone(passage, twice))):
        return 0.2
    paused = bool(passage.words.joint(twice.first + twice.length - 1))
    if paused:
        return 0.75 if len(part) > 2 * _SMALL else 0.6 if len(part) > _SMALL + 1 else 0.2
    return 0.7 if is_word(twice) else 0.8 if len(part) <= _SMALL else 0.93


def _score_of_letter(passage: Passage, twice: Twice, letter: str) -> float:
    """A letter that is never said twice, unless a longer word begins or ends with it there."""
    language = passage.language
    if letter not in language.words("repetition", "never_doubled"):
        return 0.0
    return 0.2 if _is_within_longer(passage, twice) else 0.75


def _is_within_longer(passage: Passage, twice: Twice) -> bool:
    """True if two words that end and begin with the part meet there, as the language's data know."""
    start, end = passage.words.starts[twice.first], passage.words.ends[twice.last - 1]
    around = passage.text[max(0, start - 3) : end + 4]
    at = min(3, start)
    for within in passage.language.phrases("repetition", "doubles_within"):
        place = around.find(within) if len(within) > 2 else -1
        if 0 <= place < at + 2 and place + len(within) > at:
            return True
    return False


def _is_mimetic(part: str) -> bool:
    """True for kana that may paint a sound or a manner: どき, ペタン, ごろり."""
    return _KANA.fullmatch(part) is not None and (len(part) <= _WORD or part[-1] in "んンりリっッーと")


def _stands_alone(passage: Passage, twice: Twice) -> bool:
    """True if nothing but the two stands between two marks: an exclamation, a reply."""
    words = passage.words
    before = not twice.first or words.joint(twice.first - 1)
    return bool(before) and (twice.last == len(words) or bool(words.joint(twice.last - 1)))


def clauses(passage: Passage) -> Iterator[tuple[int, int, int, float]]:
    """(first, second, length, score) of parts that come again in their sentence up to the end of a clause, words apart."""
    if not passage.language.is_unspaced:
        return
    lower = passage.words.lower
    seen: dict[tuple[str, ...], int] = {}
    done = 0
    for number in range(len(lower) - _MIN_CLAUSE + 1):
        if number and not _STOPS.isdisjoint(passage.words.joint(number - 1)):
            seen.clear()
        gram = tuple(lower[number : number + _MIN_CLAUSE])
        first = seen.setdefault(gram, number)
        if number < done or first + _MIN_CLAUSE > number or not is_of_letters(passage, number):
            continue
        length = _MIN_CLAUSE
        while number + length < len(lower) and first + length < number and lower[first + length] == lower[number + length]:
            length += 1
        done = number + length
        score = _score_of_clause(passage, first, number, length)
        if score:
            yield first, number, length, score


def _score_of_clause(passage: Passage, first: int, second: int, length: int) -> float:
    words = passage.words
    between, end = second - first - length, second + length
    if not 0 < between <= _BETWEEN:
        return 0.0
    if end < len(words) and not words.joint(end - 1).strip():
        return 0.0
    if any(not words.joint(number).isspace() and words.joint(number) for number in range(second, end - 1)):
        return 0.0
    return 0.75 if length >= _LONG_CLAUSE else 0.6
