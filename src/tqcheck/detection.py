"""Which language a text is in: its script first, then its commonest words, and only then letter statistics.

The statistics are those of langdetect, with a factory of our own (seeded, so that the same text always gets the same
answer; shared by threads, as nothing in it changes), and only the profiles of the script in question. langdetect is
imported when a text is neither settled by its script nor by its words, which is seldom.
"""

from __future__ import annotations

from _thread import allocate_lock
from collections import Counter
from functools import cache

from .core.pattern import pattern
from .lang.common_words import common_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import regex

UNKNOWN = "und"
SAMPLE = 6_000
"""Code points looked at: all of a short text, otherwise as many from its start, its middle and its end together."""
_WINDOWS = 3
_WORD = pattern(r"[\p{L}\p{M}]++")
_LATIN_WORD = pattern(r"[^\W\d_²³¹¼½¾]+")
_COMMON_MARKS = "“”‘’„–—…•€"

# Letters that say as much as one Latin letter: a Chinese character stands for most of a word.
# Names and brands are written in Latin letters everywhere, so that these weigh least.
_SCRIPT_WEIGHTS = {"Latin": 0.7, "Han": 2.5, "Hangul": 2.0, "Hiragana": 1.5, "Katakana": 1.5}
_SCRIPT_LANGUAGES: Mapping[str, str] = {
    "Han": "zh", "Hangul": "ko", "Hiragana": "ja", "Katakana": "ja", "Greek": "el", "Hebrew": "he", "Thai": "th", "Lao": "lo",
    "Khmer": "km", "Myanmar": "my", "Armenian": "hy", "Georgian": "ka", "Ethiopic": "am", "Bengali": "bn", "Gurmukhi": "pa",
    "Gujarati": "gu", "Tamil": "ta", "Telugu": "te", "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Tibetan": "bo",
}  # fmt: skip
_SHARED_SCRIPTS = ("Latin", "Cyrillic", "Arabic", "Devanagari")
_FOREIGN_TO_LATIN = pattern(r"[^\p{Script=Latin}\P{L}]")
_KANA = ("Hiragana", "Katakana")
_KANA_SHARE = 0.1
"""Japanese has at least this share of kana among its kana and Chinese characters; a Chinese text may quote a few."""

# Letters that settle the matter alone when they are more than a few: no other language of the script has them.
_SETTLING_LETTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Latin": (("vi", "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"),),
    "Cyrillic": (("be", "ў"), ("kk", "әғқңұһ"), ("sr", "ђћ"), ("mk", "ѓќѕ")),
    "Arabic": (("ur", "ٹڈڑںے"), ("fa", "پچژگیک"), ("ar", "ةىيكأإؤئ")),
}
_LETTER_SHARE = 0.015
# Letters that speak for one language, though a name may bring one into a text in another.
_TELLING_LETTERS = {
    "cs": "řěů", "de": "ß", "es": "ñ", "hu": "őű", "pl": "łśźżęą", "pt": "ãõ", "ro": "șțăţ", "ru": "ыэё", "tr": "ğı", "uk": "їєґі",
}  # fmt: skip
_TELLING_SETS = {language: frozenset(letters) for language, letters in _TELLING_LETTERS.items()}
_LETTER_POINTS = {"Latin": 0.4, "Cyrillic": 1.0}
"""Foreign names keep their letters in Latin script; in Cyrillic they are spelt anew."""

_SCRIPT_OF_WORDS = {"ru": "Cyrillic", "uk": "Cyrillic", "bg": "Cyrillic"}
# The common words settle it when the best language has at least so many points, so many more than the next one, and so
# many for each word of the text. Tuned on lines of news text of eight languages.
_ENOUGH = 1.0
_MARGIN = 1.5
_WORD_SHARE = 0.1

_MAIN_PROFILES = ("cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pl", "pt", "ro", "sv", "tr")
_MORE_PROFILES = ("af", "ca", "cy", "et", "hr", "id", "lt", "lv", "sk", "sl", "so", "sq", "sw", "tl", "vi")
_PROFILES: Mapping[str, tuple[str, ...]] = {
    "Cyrillic": ("bg", "mk", "ru", "uk"),
    "Arabic": ("ar", "fa", "ur"),
    "Devanagari": ("hi", "mr", "ne"),
}
# Letter statistics are useless below four different words; with twelve they can tell many languages apart.
_FEW_WORDS = 4
_MANY_WORDS = 12
_SURE = 0.8
_LOCK = allocate_lock()


def detect(text: str) -> str:
    """The language of a text as a BCP 47 code, or ``und`` when there is too little text to tell.

    The same text always gets the same answer. Of a text longer than `SAMPLE` code points only so many are looked at.
    """
    sample = _sample(text)
    latin = _plainly_latin(sample)
    script = _script(sample) if latin is None else "Latin" if latin else ""
    if script not in _SHARED_SCRIPTS:
        return "zh-Hant" if script == "Han" and _is_traditional(sample) else _SCRIPT_LANGUAGES.get(script, UNKNOWN)
    words = latin or _WORD.findall(sample.lower())
    return _by_letters(words, script) or _by_words(words, script) or _by_profiles(sample, len(set(words)), script)


def _is_traditional(sample: str) -> bool:
    """True if a Chinese text has more characters that only the Traditional script has than such of the Simplified one."""
    from .lang.han import simplified_only, traditional_only

    traditional, simplified = traditional_only(), simplified_only()
    return sum(character in traditional for character in sample) > sum(character in simplified for character in sample)


def detect_surely(text: str) -> str:
    """The language of a short text, told by its script or its commonest words alone; ``und`` if they do not settle it."""
    sample = _sample(text)
    script = _script(sample)
    if script not in _SHARED_SCRIPTS:
        return _SCRIPT_LANGUAGES.get(script, UNKNOWN)
    words = _WORD.findall(sample.lower())
    return _by_letters(words, script) or _by_words(words, script) or UNKNOWN


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    size = SAMPLE // _WINDOWS
    starts = (0, (len(text) - size) // 2, len(text) - size)
    return "\n".join(text[start : start + size] for start in starts)


def _plainly_latin(sample: str) -> list[str] | None:
    """The words of a sample whose letters are all Latin and below U+0250, as nearly all of many languages; None for others."""
    plain = sample.lower()
    for mark in _COMMON_MARKS:
        plain = plain.replace(mark, " ")
    if not plain.isascii() and (max(plain) > "\u024f" or "µ" in plain):
        return None
    return _LATIN_WORD.findall(plain)


def _script(sample: str) -> str:
    """The script that says most, by its Unicode name; empty if there is no letter."""
    if not _FOREIGN_TO_LATIN.search(sample):
        return "Latin" if _WORD.search(sample) else ""
    counts: Counter[str] = Counter()
    for match in _script_pattern().finditer(sample):
        name = str(match.lastgroup)
        counts[name] += match.end() - match.start()
    kana = sum(counts[name] for name in _KANA)
    if kana and kana >= _KANA_SHARE * (kana + counts["Han"]):
        counts["Hiragana"] = kana + counts.pop("Han", 0)
        del counts["Katakana"]
    weighed = {name: count * _SCRIPT_WEIGHTS.get(name, 1.0) for name, count in counts.items()}
    return max(weighed, key=lambda name: (weighed[name], name), default="")


@cache
def _script_pattern() -> regex.Pattern[str]:
    names = (*_SHARED_SCRIPTS, *_SCRIPT_LANGUAGES)
    return pattern("|".join(rf"(?P<{name}>\p{{Script={name}}}++)" for name in names))


def _by_letters(words: list[str], script: str) -> str | None:
    joined = "".join(words)
    for language, letters in _SETTLING_LETTERS.get(script, ()):
        if sum(map(joined.count, letters)) > _LETTER_SHARE * len(joined):
            return language
    return None


def _by_words(words: list[str], script: str) -> str | None:
    """The language whose common words and telling letters are met far more often than those of any other."""
    weights = common_words()
    points: dict[str, float] = {}
    for word, count in Counter(words).items():
        for language, weight in weights.get(word, ()):
            if _SCRIPT_OF_WORDS.get(language, "Latin") == script:
                points[language] = points.get(language, 0.0) + weight * count
        if script in _LETTER_POINTS and not word.isascii():
            for language, letters in _TELLING_SETS.items():
                if not letters.isdisjoint(word):
                    points[language] = points.get(language, 0.0) + _LETTER_POINTS[script] * count
    ranked = sorted(points.items(), key=lambda item: (-item[1], item[0]))
    (best, most), (_, next_most) = (*ranked, ("", 0.0), ("", 0.0))[:2]
    return best if most >= max(_ENOUGH, _WORD_SHARE * len(words), _MARGIN * next_most) else None


def _by_profiles(sample: str, count: int, script: str) -> str:
    if count < _FEW_WORDS:
        return UNKNOWN
    main = _PROFILES.get(script, _MAIN_PROFILES)
    names = (*main, *_MORE_PROFILES) if script == "Latin" and count >= _MANY_WORDS else main
    from langdetect.lang_detect_exception import LangDetectException

    with _LOCK:
        factory = _factory(names)
    detector = factory.create()
    detector.append(sample.lower() if sample.isupper() else sample)
    try:
        guesses = detector.get_probabilities()
    except LangDetectException:  # nothing but words that it leaves out, such as those in capitals
        return UNKNOWN
    return str(guesses[0].lang) if guesses and guesses[0].prob >= _SURE else UNKNOWN


@cache
def _factory(names: tuple[str, ...]) -> Any:
    from importlib.resources import files

    from langdetect.detector_factory import DetectorFactory

    profiles = files("langdetect").joinpath("profiles")
    factory = DetectorFactory()
    factory.set_seed(0)
    factory.load_json_profile([profiles.joinpath(name).read_text("utf-8") for name in names])
    return factory
