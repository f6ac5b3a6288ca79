"""Paired tests: sacrebleu's own results, the same for the penalty, and a seed that gives them again."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence

import pytest
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.significance import PairedTest

from tqcheck.metrics.figures import Stretch
from tqcheck.metrics.significance import PENALTY, Artifacts, Difference, Resampling, compared_by, compared_by_penalty
from tqcheck.metrics.surface import TER_WORDS

WORDS = ["boat", "quay", "mole", "net", "sail", "rope", "gull", "tide", "wave", "harbour"]


def translations(*shares: float, seed: int = 1) -> list[list[Stretch]]:
    """Translations of one text, each with a share of its words wrong."""
    chance = random.Random(seed)
    references = [" ".join(chance.choices(WORDS, k=8)) for _ in range(40)]
    return [
        [Stretch(" ".join(word if chance.random() > share else "x" for word in text.split()), reference=text) for text in references]
        for share in shares
    ]


def bleu(a: list[Stretch], b: list[Stretch], test: Resampling) -> Difference:
    found = compared_by("bleu", a, b, "en", test)
    assert found is not None
    return found


@pytest.mark.parametrize(("name", "kind"), [("bootstrap", "bs"), ("randomisation", "ar")])
def test_the_results_are_those_of_sacrebleu(name: str, kind: str) -> None:
    a, b = translations(0.3, 0.2)
    found = bleu(a, b, Resampling(name, 200, 12345))
    systems: list[tuple[str, Sequence[str]]] = [("a", [stretch.text for stretch in a]), ("b", [stretch.text for stretch in b])]
    references = [[stretch.reference or "" for stretch in a]]
    signatures, results = PairedTest(systems, {"BLEU": BLEU(force=True)}, references, kind, 200, 0 if kind == "ar" else -1)()
    theirs = results["BLEU"]
    assert [found.a.value, found.b.value] == [round(theirs[0].score, 4), round(theirs[1].score, 4)]  # type: ignore[union-attr]
    assert found.p_value == round(theirs[1].p_value, 4)  # type: ignore[union-attr, arg-type]
    assert found.signature == signatures["BLEU"].format()
    assert found.a.low < found.a.value < found.a.high


def test_a_clear_difference_is_significant_and_a_small_one_is_not() -> None:
    good, bad, as_good = translations(0.1, 0.5, 0.1)
    assert bleu(bad, good, Resampling(samples=200)).p_value < 0.05
    assert bleu(as_good, good, Resampling(samples=200)).p_value > 0.05


def test_equal_translations_do_not_differ() -> None:
    (a,) = translations(0.2)
    assert bleu(a, a, Resampling(samples=50)).p_value == 1
    none = [Artifacts(0, 8)] * 40
    assert compared_by_penalty(none, none, "rules:1", Resampling(samples=50)).p_value == 1


def test_the_same_seed_gives_the_same_and_the_environment_stays() -> None:
    a, b = translations(0.3, 0.25)
    before = dict(os.environ)
    one, again, other = (bleu(a, b, Resampling(samples=100, seed=seed)) for seed in (7, 7, 8))
    assert one == again
    assert one.a.low != other.a.low
    assert "|seed:7|" in one.signature
    assert dict(os.environ) == before


def test_the_penalty_is_per_1000_words_and_less_is_better() -> None:
    clean = [Artifacts(0.5 * (number == 3), 10) for number in range(40)]
    dirty = [Artifacts(5.0 * (number % 3 == 0), 10) for number in range(40)]
    found = compared_by_penalty(dirty, clean, "rules:1|version:1", Resampling(samples=200, seed=3))
    assert (found.name, found.a.value, found.b.value, found.higher_is_better) == (PENALTY, 175, 1.25, False)
    assert found.p_value < 0.05
    assert found.signature == "rules:1|version:1|seed:3|bs:200"


def test_ter_leaves_out_what_is_too_long_in_either() -> None:
    a, b = translations(0.2, 0.3)
    long = Stretch("x " * (TER_WORDS + 1), reference="x")
    found = compared_by("ter", [*a, long], [*b, long], "en", Resampling(samples=20))
    assert found is not None
    assert found.blocks == 40
    assert compared_by("ter", [long], [long], "en", Resampling(samples=20)) is None
