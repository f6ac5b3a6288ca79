"""The hook of mkdocs (mkdocs.yml): what stands outside docs becomes a page of the site, and links between files become links of pages.

So every page is written once, and its links lead somewhere in the repository as well as on the site.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any

ROOT = Path(__file__).parents[1]
START = "README.md"
PROJECT = ("ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
EXAMPLES = "examples"
CODE = re.compile(r"(^ *```.*?^ *```$|`[^`\n]*`)", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"(?<=\]\()(?P<target>[^)\s#:]+)(?P<anchor>#[^)\s]*)?(?=\))")


def site_path(path: str) -> str:
    """Where the site has a file of the repository (both paths with slashes, from their roots)."""
    if path == START:
        return "index.md"
    if path == EXAMPLES:
        return f"{EXAMPLES}/index.md"
    if path.startswith(f"{EXAMPLES}/"):
        return str(Path(path).with_suffix(".md").as_posix())
    return path.removeprefix("docs/")


def repository_path(path: str) -> str:
    """Which file of the repository is a page of the site."""
    if path == "index.md":
        return START
    return path if path in PROJECT else f"docs/{path}"


def linked(markdown: str, path: str) -> str:
    """The text of a file of the repository with its links leading to pages of the site; code stays as it is."""

    def page(match: re.Match[str]) -> str:
        target = site_path(normpath(join(dirname(path), match["target"])))
        return relpath(target, dirname(site_path(path)) or ".") + (match["anchor"] or "")

    parts = CODE.split(markdown)
    return "".join(part if number % 2 else LINK.sub(page, part) for number, part in enumerate(parts))


def written_pages() -> Iterator[tuple[str, str]]:
    """The pages that have no file in docs: their path on the site, and their text."""
    for name in (START, *PROJECT):
        yield site_path(name), linked((ROOT / name).read_text("utf-8"), name)
    programs = sorted((ROOT / EXAMPLES).glob("*.py"))
    for path in programs:
        yield site_path(f"{EXAMPLES}/{path.name}"), example(path.name, path.read_text("utf-8"), "python")
    for path in sorted((ROOT / EXAMPLES).glob("*.txt")):
        yield site_path(f"{EXAMPLES}/{path.name}"), example(path.name, path.read_text("utf-8"), "text")
    yield site_path(EXAMPLES), examples_index(programs)


def example(name: str, text: str, language: str) -> str:
    """The page that shows an example."""
    return f'# {name}\n\n```{language} title="examples/{name}"\n{text.strip()}\n```\n'


def examples_index(programs: Sequence[Path]) -> str:
    """The list of the programs, each with the first line of its docstring."""
    rows = []
    for path in programs:
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        rows.append(f"- [{path.name}]({path.stem}.md): {' '.join(docstring.partition(chr(10) * 2)[0].split())}")
    return "# Examples\n\nThe tests run each of these programs.\n\n" + "\n".join(rows) + "\n"


def on_files(files: Any, config: Any) -> Any:
    """Called by mkdocs with the files of docs: adds the pages that are elsewhere."""
    from mkdocs.structure.files import File

    for path, text in written_pages():
        files.append(File.generated(config, path, content=text))
    files.append(File.generated(config, "LICENSE", abs_src_path=str(ROOT / "LICENSE")))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Called by mkdocs with the text of each page: the links of what stands in docs are led to pages."""
    if page.file.generated_by is not None:
        return markdown
    return linked(markdown, repository_path(page.file.src_uri))
