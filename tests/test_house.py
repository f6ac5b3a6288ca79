"""The rules of the house: sizes, names, and who may import what. ``lint-imports`` holds the layers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import tqcheck
from tqcheck.core.rule import Rule
from tqcheck.rules import all_rules

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "tqcheck"
MODULES = sorted(SOURCE.rglob("*.py"))
FUNCTION_LINES, FILE_LINES = 40, 300
COMPILED = {".c", ".so", ".pyd"}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
SELDOM = {
    "anyascii",
    "charset_normalizer",
    "comet",
    "langdetect",
    "lsprotocol",
    "pandas",
    "polars",
    "pyarrow",
    "pygls",
    "pyspark",
    "pytest",
    "rensa",
    "rich",
    "sacrebleu",
    "yaml",
    "zstandard",
}
"""The packages that are imported at all, each in one file."""
HEADINGS = ("What it finds:", "Why it matters:", "When it errs:")
FIX_HEADINGS = ("The fix ", "There is no fix")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def own_files() -> Iterator[Path]:
    """Every file of ours that is text, wherever it stands."""
    for folder in (".ci", "benchmarks", "docs", "examples", "src", "tests"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and path.suffix not in COMPILED:
                yield path
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name != ".git" and not path.name.startswith(".coverage"))


def imported(path: Path) -> Iterator[str]:
    """The absolute names of the modules that a file imports, wherever in it."""
    package = module_name(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*start, *([node.module] if node.module else [])])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE_LINES
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or node.lineno) - node.lineno < FUNCTION_LINES, f"{node.name} is too long"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_named_for_what_they_hold(path: Path) -> None:
    assert path.stem.strip("_") not in FORBIDDEN_NAMES
    assert path.parent.name not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_public_name_says_what_it_is(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module has no docstring"
    for node in _public(tree):
        assert ast.get_docstring(node), f"{node.name} has no docstring"


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            if not _inherits_its_docstring(node, tree):
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _inherits_its_docstring(node: ast.ClassDef | ast.FunctionDef, tree: ast.Module | ast.ClassDef) -> bool:
    """True for a rule's check, which `Rule.check` describes, and for the faces of an overloaded function."""
    decorators = [ast.unparse(decorator) for decorator in node.decorator_list]
    is_check = node.name == "check" and isinstance(tree, ast.ClassDef) and any(ast.unparse(base) == "Rule" for base in tree.bases)
    return "overload" in decorators or is_check


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    strange = re.compile("/" + r"(?:work|tmp/venv|root|opt)/\w|\.\./" + "shared")
    named = {name_of(path): strange.findall(path.read_text("utf-8", errors="replace")) for path in own_files()}
    assert {name: found for name, found in named.items() if found} == {}


def test_nothing_is_left_to_do() -> None:
    left = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")
    for path in MODULES:
        assert left.search(path.read_text("utf-8")) is None, name_of(path)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_file_class_name_and_folder_of_a_rule_agree(rule: type[Rule]) -> None:
    module = import_module(rule.__module__)
    path = Path(str(module.__file__))
    assert path.stem == rule.name.replace("-", "_")
    assert path.parent.name == rule.family
    assert "".join(part.title() for part in rule.name.split("-")) == rule.__name__
    assert [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__ == module.__name__ and issubclass(thing, Rule)
    ] == [rule]
    assert module.__doc__ == f"The rule {rule.name}."


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_the_docstring_of_a_rule_has_its_headings(rule: type[Rule]) -> None:
    summary, *paragraphs = (rule.__doc__ or "").split("\n\n")
    assert rule.summary == summary
    assert summary.endswith(".")
    starts = [" ".join(paragraph.split()) for paragraph in paragraphs]
    for heading in HEADINGS:
        assert sum(start.startswith(heading) for start in starts) == 1, heading
    assert sum(start.startswith(FIX_HEADINGS) for start in starts) == 1, "The fix"


def test_patterns_of_re_take_no_group_possessively() -> None:
    """Before Python 3.11.5 (Debian 12 has 3.11.2) such a group may match too little or nothing, see gh-106052."""
    wrong = re.compile(r"(?<!\()\)(?:[*+?]|\{[\d,{}]+\})\+|\(\?>")
    for path in MODULES:
        if "re" in imported(path):
            constants = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant)]
            found = [node.lineno for node in constants if isinstance(node.value, str) and wrong.search(node.value)]
            assert found == [], name_of(path)


def test_a_rule_knows_no_other_rule() -> None:
    of_rules = {rule.__module__ for rule in all_rules().values()}
    for path in (SOURCE / "rules").glob("*/*.py"):
        assert of_rules.isdisjoint(imported(path)), name_of(path)


def test_every_folder_of_rules_is_a_family_with_a_summary() -> None:
    for folder in (SOURCE / "rules").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            assert (import_module(f"tqcheck.rules.{folder.name}").__doc__ or "").strip().endswith(".")


def test_a_package_that_is_seldom_needed_is_imported_in_one_file() -> None:
    own = {"tqcheck", "regex"} | sys.stdlib_module_names
    users: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imported(path):
            if name.split(".")[0] not in own:
                users.setdefault(name.split(".")[0], set()).add(name_of(path))
    assert set(users) <= SELDOM
    assert all(len(files) == 1 for files in users.values()), users


def test_importing_the_library_loads_little() -> None:
    code = "import sys; before = set(sys.modules); import tqcheck; print(*(set(sys.modules) - before))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    # A module that Cython compiled enters its own types under names of its own; nothing is imported for them.
    third = {name.split(".")[0] for name in loaded if "cython_" not in name} - sys.stdlib_module_names
    assert third <= {"tqcheck", "regex", "_regex", "_regex_core"}
    late = ("tqcheck.cli", "tqcheck.readers", "tqcheck.reporters", "tqcheck.detection", "tqcheck.planting", "argparse", "json", "difflib")
    assert [name for name in loaded if name.startswith(late)] == []


def test_the_front_door_names_what_it_offers() -> None:
    assert sorted(tqcheck.__all__) == sorted(set(tqcheck.__all__))
    assert len(tqcheck.__all__) <= 16
    assert all(hasattr(tqcheck, name) for name in tqcheck.__all__)


def test_the_extra_and_the_group_of_developers_are_equal() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["dependency-groups"]["dev"] == project["project"]["optional-dependencies"]["dev"]


def test_the_version_stands_in_the_changelog() -> None:
    assert f"## [{tqcheck.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_links_lead_somewhere() -> None:
    link = re.compile(r"\]\(([^)#:\s]+)(?:#[^)\s]*)?\)")
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for target in link.findall(path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{name_of(path)} links to {target}"
