"""Patterns of overrides."""

from __future__ import annotations

import pytest

from tqcheck.configuration.paths import fits


@pytest.mark.parametrize(
    ("pattern", "path", "fitting"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "deep/er/a.txt", True),
        ("drafts", "x/drafts/a.txt", True),
        ("drafts/", "x/drafts/a.txt", True),
        ("drafts", "drafts.txt", False),
        ("texts/*.txt", "texts/a.txt", True),
        ("texts/*.txt", "texts/de/a.txt", False),
        ("texts/*.txt", "more/texts/a.txt", False),
        ("texts/*", "texts/de/a.txt", True),
        ("/a.txt", "a.txt", True),
        ("/a.txt", "x/a.txt", False),
        ("./a.txt", "a.txt", True),
        ("texts/**", "texts/de/a.txt", True),
        ("texts/**/a.txt", "texts/a.txt", True),
        ("texts/**/a.txt", "texts/x/y/a.txt", True),
        ("**/de/**", "x/de/a.txt", True),
        ("**/de/**", "x/en/a.txt", False),
        ("[ab].txt", "b.txt", True),
        ("?.txt", "ab.txt", False),
        ("A.txt", "a.txt", False),
        ("", "a.txt", False),
        ("/", "a.txt", False),
        ("../x/*.txt", "../x/a.txt", True),
    ],
)
def test_which_paths_fit(pattern: str, path: str, fitting: bool) -> None:
    assert fits(path.split("/"), pattern) == fitting


def test_a_hostile_pattern_takes_no_time() -> None:
    assert not fits(["a" * 200] * 50, "**/" * 200 + "*a" * 60 + "b")
