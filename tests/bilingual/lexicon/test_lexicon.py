"""The lexicon: places, words, Han characters and sounds, for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.bilingual import lexicon
from tqcheck.bilingual.lexicon.han import family_names, reads, senses, transcribes
from tqcheck.bilingual.lexicon.places import english_places, exonyms, land, other_names, places, same_place, tongues
from tqcheck.bilingual.lexicon.sound import distance, sounds, weight
from tqcheck.bilingual.lexicon.spelling import is_form_of, same_stem
from tqcheck.bilingual.lexicon.tables import rows
from tqcheck.bilingual.lexicon.terms import terms
from tqcheck.bilingual.lexicon.words import word_table
from tqcheck.bilingual.romanised import romanised

DATA = Path(lexicon.__file__).parent / "lexicon_data"


def english(code: str, text: str, *, surely: bool = False) -> set[str]:
    return {name for _, _, names in places(code).find(text, surely=surely) for name in names}


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "Er kam aus Griechenland.", "Greece"),
        ("pl", "Przyleciał z Norwegii.", "Norway"),
        ("ru", "Он живёт в Норвегии.", "Norway"),
        ("zh", "他住在挪威。", "Norway"),
        ("zh-Hant", "他住在挪威。", "Norway"),
        ("ja", "彼はノルウェーに住んでいる。", "Norway"),
        ("hi", "वह नॉर्वे में रहता है", "Norway"),
        ("es", "Vive en Noruega.", "Norway"),
    ],
)
def test_a_place_is_found_in_its_language_and_in_its_cases(code: str, text: str, name: str) -> None:
    assert name in english(code, text)


def test_what_begins_like_a_place_is_none_for_sure() -> None:
    assert english("de", "Die Griechin dachte an griechische Inseln.", surely=True) == set()
    assert english("ru", "Никогда не поздно.", surely=True) == set()
    assert english("hi", "हालाँकि वह यहाँ है", surely=True) == set()


def test_a_language_without_data_has_no_places_and_no_words() -> None:
    assert list(places("qqq").find("Norwegen")) == []
    assert len(word_table("qqq")) == 0
    assert word_table("qqq")["haus"] == {}
    assert rows("nothing") == ()


def test_people_and_short_forms_stand_for_their_land() -> None:
    assert same_place("Chinese", "China")
    assert same_place("U.S.", "United States")
    assert same_place("Dutch", "the Netherlands")
    assert same_place("Gent", "Ghent")
    assert not same_place("Niger", "Nepal")
    assert land("British") == "united kingdom"
    assert "dutch" in set(other_names("Netherlands"))
    assert "norway" in english_places()


def test_a_language_and_a_city_are_known_by_their_own_names() -> None:
    assert any("Norwegian" in names for _, _, names in tongues("de").find("eine norwegische Insel"))
    assert any("Warsaw" in names for _, _, names in exonyms().find("à Varsovie"))


def test_words_have_translations() -> None:
    assert "horse" in word_table("de")["pferd"]
    assert "water" in word_table("zh")["水"]
    assert "fish" in word_table("ja")["魚"]
    assert senses("馬")[0] == "horse"


def test_han_is_read_in_japanese() -> None:
    assert reads("諏訪市", "suwa")
    assert reads("渡辺さん", "watanabe")
    assert not reads("渡辺", "tanaka")
    assert "佐藤" in family_names()
    assert transcribes("斯")
    assert not transcribes("我")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Goethe", "गोएथे"),
        ("Washington", "ワシントン"),
        ("Shchukin", "Щукин"),
        ("Alabama", "阿拉巴马"),
        ("Hamburg", "Гамбурге"),
        ("Trump", "特朗普"),
    ],
)
def test_a_name_sounds_alike_in_another_script(name: str, written: str) -> None:
    assert distance(sounds(romanised(name)), sounds(romanised(written))) < 0.45


def test_another_name_sounds_different() -> None:
    assert distance(sounds("lindqvist"), sounds(romanised("Вашингтон"))) > 0.6
    assert distance(sounds("berlin"), sounds("madrid"), script=True) > 0.5


def test_endings_do_not_part_a_name() -> None:
    assert same_stem("warschau", "warschaus")
    assert is_form_of("norwegii", "norwegia")
    assert not is_form_of("nor", "norwegia")
    assert not same_stem("ab", "abend")


def test_terms_are_the_beginnings_of_words_and_pairs_of_han() -> None:
    assert list(terms("Pferderennen in 北京市")) == ["pferde", "in", "北", "京", "市", "北京", "京市"]
    assert list(terms("カタカナ")) == ["カタカナ"]


def test_every_table_says_where_it_comes_from_and_all_of_them_are_small() -> None:
    import zlib

    files = sorted(DATA.glob("*.tsv.z"))
    assert files
    for file in files:
        assert zlib.decompress(file.read_bytes()).decode().startswith("# ")
    assert sum(file.stat().st_size for file in files) < 3_200_000


@given(st.text(), st.text())
def test_a_distance_is_a_share_and_none_to_itself(one: str, other: str) -> None:
    name, there = sounds(romanised(one)), sounds(romanised(other))
    assert 0 <= distance(name, there) <= 1
    assert 0 <= distance(name, there, script=True, open_start=True) <= 1
    if weight(name):
        assert distance(name, name) == 0


@given(st.text(), st.sampled_from(["de", "zh", "ja", "hi", "ru", "ar", "qqq"]), st.booleans())
def test_places_are_found_in_order_in_any_text(text: str, code: str, surely: bool) -> None:
    last = 0
    for start, end, names in places(code).find(text, surely=surely):
        assert last <= start < end <= len(text)
        assert names
        last = end
