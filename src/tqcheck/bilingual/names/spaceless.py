"""Names of a source in Chinese or Japanese, as far as its characters show them."""

from __future__ import annotations

from ...core.pattern import pattern
from ..lexicon.han import family_names, transcribes
from .name import Name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_KATAKANA = pattern(r"[\p{Katakana}ー]{3,}+(?:・[\p{Katakana}ー]++)*+")
_TITLE = pattern(
    r"さん|氏|選手|首相|大統領|監督|容疑者|市|州|県|国|島|湖|川|社|紙|教授|博士|王|皇|知事|議員|外相|長官|人(?!\p{Han})|語|戦争|地方|半島|海|山|線|駅|空港|大学"
)
_TITLED_FAMILY = pattern(r"(?=([\p{Han}々]{2,4})(?:さん|氏|選手|首相|監督|容疑者|知事|議員|教授|巡査|投手|内野手))")
_HAN = pattern(r"[\p{Han}·・]++")
_DOTS = "·・"
# Characters that say what a name is of, or that are words of the sentence: they begin and end names.
_AROUND_NAMES = frozenset("州市区區县縣郡山岛島湾海河湖港镇鎮城岸北南东東于地园園公路圣国都大上下的代高小自新本")
_SHORTEST, _LONGEST = 3, 14


def japanese_names(text: str) -> Iterator[Name]:
    """Katakana with a title or a dot, and family names in Han with a title; other katakana may be any loanword."""
    for match in _KATAKANA.finditer(text):
        if "・" in match.group() or _TITLE.match(text, match.end()):
            yield Name(*match.span(), match.group(), "titled")
    for match in _TITLED_FAMILY.finditer(text):
        run = match[1]
        if any(run[:size] in family_names() for size in (2, 3)):
            yield Name(match.start(1), match.end(1), run, "family")


def chinese_names(text: str) -> Iterator[Name]:
    """Runs of characters that Chinese writes foreign names with, most of which do little else."""
    for match in _HAN.finditer(text):
        run, start = match.group(), 0
        for place in range(len(run) + 1):
            if place == len(run) or not _writes_a_name(run[place]):
                name = run[start:place].strip(_DOTS)
                if _SHORTEST <= len(name) <= _LONGEST and 4 * sum(transcribes(each, only=True) for each in name) >= 3 * len(name):
                    yield Name(match.start() + start, match.start() + place, name, "transcription")
                start = place + 1


def _writes_a_name(character: str) -> bool:
    return character in _DOTS or (transcribes(character) and character not in _AROUND_NAMES)
