"""The benchmark of languages: clean texts are silent, and faults of every family can be planted in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.languages import human, planted
from benchmarks.languages.__main__ import LANGUAGES
from tqcheck import lang
from tqcheck.planting import PLANTERS, inject

WITH_DATA = [code for code in LANGUAGES if lang.load(code).name != "Unknown"]
FAMILIES = ("quotes", "repetition", "insertions", "mechanics", "truncation", "leftovers")


@pytest.mark.parametrize("code", WITH_DATA)
def test_clean_texts_are_silent(code: str) -> None:
    words, findings = planted.clean(code)
    assert words > 200
    assert findings == 0


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("code", WITH_DATA)
def test_faults_of_each_family_can_be_planted(code: str, family: str) -> None:
    texts = [path.read_text("utf-8") for path in sorted((planted.CLEAN / code).glob("*.txt"))]
    planted_texts = [inject(text, language=code, rules=[family], seed=1) for text in texts]
    assert any(done.gold for done in planted_texts)
    for done in planted_texts:
        assert {plant.rule for plant in done.gold} <= set(PLANTERS[family])
        assert all(0 <= plant.start <= plant.end <= len(done.text) for plant in done.gold)


@pytest.mark.parametrize(("text", "words"), [("two words", 2), ("", 0), ("四个汉字", 2), ("Python で書く", 2)])
def test_two_letters_without_spaces_count_as_a_word(text: str, words: int) -> None:
    assert human.words_in(text) == words


def test_a_language_without_human_text_has_no_row(tmp_path: Path) -> None:
    assert list(human.rows("tr", tmp_path)) == []


def test_verdicts_are_counted(tmp_path: Path) -> None:
    (tmp_path / "cs").mkdir()
    (tmp_path / "cs" / "page.txt").write_text("Rada se sešla v pondělí pondělí večer.\n", "utf-8")
    ((code, words, findings, _, faults, noise, unjudged),) = human.rows("cs", tmp_path)
    assert (code, words, findings, faults, noise, unjudged) == ("cs", 7, 1, 0, 0, 1)
