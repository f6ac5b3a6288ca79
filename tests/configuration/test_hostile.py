"""No configuration file, whatever stands in it, gives anything but settings or a `SettingsError` of one line."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tqcheck import SettingsError
from tqcheck.configuration import Configuration
from tqcheck.configuration.layers import _TOP, spelling
from tqcheck.configuration.run import RunOptions
from tqcheck.settings import RULE_CHECKS, Settings

ANY_TIME = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.sampled_from(["quotes", "doubled-word", "strict", "major", "en", "*.txt", "paths", *map(spelling, (*_TOP, *RULE_CHECKS))])
TEXTS = st.text(st.characters(codec="utf-8"), max_size=6)
PLAIN = WORDS | TEXTS | st.booleans() | st.integers(-2, 2**70) | st.floats()
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS | TEXTS, inner, max_size=3), max_leaves=6)
TABLES = st.dictionaries(st.sampled_from([spelling(option) for option in _TOP]) | WORDS, VALUES, max_size=5)


def toml(value: object) -> str:
    """A value as TOML writes it, tables inline."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def used(folder: Path, data: bytes) -> None:
    (folder / "tqcheck.toml").write_bytes(data)
    calls: tuple[Callable[[Configuration], object], ...] = (
        lambda configuration: configuration.settings_for(str(folder / "deep" / "a.txt")),
        lambda configuration: configuration.run_options([str(folder / "a.txt")]),
        lambda configuration: dict(configuration.explained(str(folder))),
    )
    for call in calls:
        error = error_of(call)
        assert error is None or ("tqcheck.toml" in error and "\n" not in error and len(error) < 500)


def error_of(call: Callable[[Configuration], object]) -> str | None:
    try:
        assert isinstance(call(Configuration()), Settings | RunOptions | dict)
    except SettingsError as error:
        return str(error)
    return None


@given(st.binary(max_size=60) | TEXTS.map(str.encode))
@example(b"\xef\xbb\xbf" * 2)
@example(b"a." * 900 + b"b = 1")
@example(b"min-score." + b"a." * 900 + b"b = 1")
@example(b"max-penalty = " + b"9" * 5_000)
@example(b"select = [" + b"'a'," * 20_000 + b"]")
@example(b"'" + b"a" * 20_000 + b"' = 1")
@ANY_TIME
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    used(tmp_path, data)


@given(TABLES)
@example({"select": ["a\nb"]})
@example({"overrides": [{"paths": ["a"], "rules": {"quotes": {"min-score": 10**400}}}]})
@example({"max-penalty": 10**400})
@ANY_TIME
def test_any_values(tmp_path: Path, table: dict[str, object]) -> None:
    text = "".join(f"{toml(key)} = {toml(value)}\n" for key, value in table.items())
    assert tomllib.loads(text).keys() == table.keys()
    used(tmp_path, text.encode())


@pytest.mark.parametrize("name", ["tqcheck.toml", "pyproject.toml"])
def test_a_name_that_is_a_pipe_or_a_broken_link_is_passed_by(name: str, tmp_path: Path) -> None:
    (tmp_path / name).symlink_to(tmp_path / "lost")
    (tmp_path / "deep").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "deep" / name)
    assert Configuration().settings_for(str(tmp_path / "deep" / "a.txt")) == Settings()
