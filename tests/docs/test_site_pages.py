"""The site: what its menu holds, and where its links lead. Whether it can be built, `make docs` tells."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import tqcheck
from docs.site_pages import PROJECT, linked, repository_path, site_path, written_pages

ROOT = Path(__file__).parents[2]


class _Loader(yaml.SafeLoader):
    """Passes over what mkdocs makes of Python's names."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def menu(entries: list[Any]) -> list[str]:
    """The pages in the menu, in order."""
    values = [value for entry in entries for value in entry.values()]
    return [page for value in values for page in (menu(value) if isinstance(value, list) else [value])]


def test_every_page_stands_in_the_menu_once() -> None:
    pages = menu(yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)["nav"])
    written = {path for path, _ in written_pages() if not path.startswith("examples/") or path == "examples/index.md"}
    wanted = {path.name for path in (ROOT / "docs").glob("*.md")} | written | {"rules/index.md"}
    assert sorted(pages) == sorted(wanted), "the menu is nav in mkdocs.yml"


@pytest.mark.parametrize(
    ("path", "text", "shown"),
    [
        ("README.md", "[CI](docs/ci.md#github), [LICENSE](LICENSE)", "[CI](ci.md#github), [LICENSE](LICENSE)"),
        ("README.md", "[a](examples/a.py), [b](examples)", "[a](examples/a.md), [b](examples/index.md)"),
        ("CONTRIBUTING.md", "[house](ARCHITECTURE.md) [here](#a) [web](https://a.example/b)", None),
        ("docs/rules/index.md", "[how](../accuracy.md) [a](a.md)", None),
        ("docs/ci.md", "[all](../README.md) [more](../CHANGELOG.md)", "[all](index.md) [more](CHANGELOG.md)"),
        ("docs/ci.md", "`[a](../README.md)`\n\n```md\n[a](../README.md)\n```\n", None),
    ],
)
def test_links_lead_to_pages_of_the_site(path: str, text: str, shown: str | None) -> None:
    assert linked(text, path) == (shown or text)


def test_each_page_knows_its_file() -> None:
    for path in ("README.md", *PROJECT, "docs/ci.md", "docs/rules/index.md"):
        assert repository_path(site_path(path)) == path


def test_examples_are_shown_as_they_are() -> None:
    pages = dict(written_pages())
    for path in (ROOT / "examples").glob("*.py"):
        assert path.read_text("utf-8").strip() in pages[f"examples/{path.stem}.md"]
        assert re.search(rf"^- \[{path.name}\]\({path.stem}\.md\): \S", pages["examples/index.md"], re.MULTILINE)


def test_all_that_the_front_door_offers_is_described() -> None:
    described = set(re.findall(r"^::: tqcheck\.(\w+)$", (ROOT / "docs" / "api.md").read_text("utf-8"), re.MULTILINE))
    assert set(tqcheck.__all__) - {"__version__"} <= described
