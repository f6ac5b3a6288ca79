"""Languages: what a file inherits, and what a missing list answers."""

from __future__ import annotations

import pickle
import time
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tqcheck import lang
from tqcheck.core.language import Language


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of language files in place of the built-in ones."""
    monkeypatch.setattr(lang, "_FOLDER", str(tmp_path))
    for made in (lang.load, lang.available):
        made.cache_clear()
    yield tmp_path
    for made in (lang.load, lang.available):
        made.cache_clear()


def test_a_variant_inherits_key_by_key(folder: Path) -> None:
    (folder / "und.toml").write_text('name = "Unknown"\nscript = "Zyyy"\n[quotes]\npairs = ["“”"]\nelisions = []\n')
    (folder / "xx.toml").write_text(
        'inherits = "und"\nname = "Ex"\nscript = "Latn"\n[quotes]\npairs = ["«»"]\n[words]\narticles = ["ze"]\n'
    )
    (folder / "xx-YY.toml").write_text('inherits = "xx"\nname = "Why"\n[words]\nprepositions = ["zu"]\n')
    found = lang.load("xx-YY")
    assert (found.code, found.name, found.script) == ("xx-YY", "Why", "Latn")
    assert found.phrases("quotes", "pairs") == ("«»",)
    assert found.value("quotes", "elisions") == []
    assert found.words("words", "articles") == {"ze"}
    assert found.words("words", "prepositions") == {"zu"}
    assert lang.load("xx").words("words", "prepositions") == frozenset()
    assert lang.available() == ("und", "xx", "xx-YY")


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("en-GB", "English"), ("en-Latn-GB", "English"), ("tlh", "Unknown"), ("und", "Unknown")]
)
def test_a_code_without_data_gets_its_nearest_parent(code: str, name: str) -> None:
    found = lang.load(code)
    assert (found.code, found.name) == (code, name)


def test_a_missing_list_is_empty() -> None:
    language = Language("xx", "Ex", "Latn", {})
    assert language.words("words", "articles") == frozenset()
    assert language.phrases("words", "articles") == ()
    assert language.pattern("words", "articles") is None
    assert language.value("words", "articles", 5) == 5


def test_entries_of_a_pattern_are_whole_words_in_any_case() -> None:
    language = Language("xx", "Ex", "Latn", {"site": {"patterns": ["note:", "see (?:also|page)"]}})
    pattern = language.pattern("site", "patterns")
    assert pattern is not None
    assert pattern.search("SEE ALSO the map").group() == "SEE ALSO"  # type: ignore[union-attr]
    assert pattern.search("foresee also") is None
    assert language.pattern("site", "patterns") is pattern


def test_what_is_made_from_a_language_is_kept_once() -> None:
    language = Language("xx", "Ex", "Latn", {})
    assert language.cached("key") is None
    assert language.cache("key", "first") == language.cache("key", "second") == language.cached("key") == "first"


def test_a_language_is_pickled_without_what_was_made_from_it() -> None:
    language = lang.load("en")
    language.cache("made", object())
    again = pickle.loads(pickle.dumps(language))
    assert again.cached("made") is None
    assert again.words("words", "articles") == language.words("words", "articles")


PATTERNS = [
    (code, section, key)
    for code in lang.available()
    for section, table in lang.load(code).sections.items()
    for key in table
    if key.endswith("_patterns")
]


@pytest.mark.parametrize(("code", "section", "key"), PATTERNS)
def test_patterns_of_the_language_data_take_linear_time(code: str, section: str, key: str) -> None:
    pattern = lang.load(code).pattern(section, key)
    assert pattern is not None
    text = lang.load(code).phrases(section, key)
    words = " ".join(dict.fromkeys(" ".join(text).split()))
    for hostile in ("a " * 20_000, words[:2_000] * 10, "note " * 8_000, " " * 40_000, ", " * 20_000, "1" * 40_000, "“" * 40_000):
        start = time.process_time()
        pattern.search(hostile)
        assert time.process_time() - start < 2


@pytest.mark.parametrize("code", lang.available())
def test_word_lists_are_in_lower_case_and_name_nothing_twice(code: str) -> None:
    data = tomllib.loads(files(lang).joinpath(f"{code}.toml").read_text("utf-8"))
    assert data["code"] == code
    for section, table in data.items():
        for key, entries in table.items() if isinstance(table, dict) else ():
            if isinstance(entries, list) and not key.endswith("_patterns") and key not in ("months", "weekdays"):
                twice = [entry for entry in entries if entry.isalpha() and entries.count(entry) > 1]
                assert not twice, f"[{section}] {key}"
            if section in ("words", "sentences") and isinstance(entries, list):
                assert entries == [entry.lower() for entry in entries]


@pytest.mark.parametrize(
    ("code", "script"), [("zh-TW", "Hant"), ("zh-Hant-HK", "Hant"), ("zh-CN", "Hans"), ("zh-Hans-SG", "Hans"), ("iw", "Hebr")]
)
def test_regions_lead_to_the_script_that_they_write(code: str, script: str) -> None:
    language = lang.load(code)
    assert (language.code, language.script) == (code, script)
