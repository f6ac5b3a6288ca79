"""What a newcomer runs first: the examples, and the program in the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import tqcheck
from docs.readme import CONSOLE, PRINTED, PROGRAM, main, refreshed
from tqcheck import lang
from tqcheck.core.document import Document
from tqcheck.core.rule import Rule
from tqcheck.core.run import run
from tqcheck.rules import families

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"


def output_of(*arguments: str, status: int = 0) -> str:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert (done.stderr.decode(), done.returncode) == ("", status)
    return done.stdout.decode().replace("\r\n", "\n")


def test_the_program_that_checks_a_text() -> None:
    output = output_of("examples/library.py")
    assert "duplicate-gloss (major" in output
    assert "doubled-word (minor" in output
    assert "The mayor, Hanne Lund, came" in output.splitlines()[-1]


def test_the_program_that_ranks_a_folder() -> None:
    article, clean = output_of("examples/check_folder.py").splitlines()
    assert "article.txt  consistency" in article
    assert clean == "100.0    0 findings  clean.txt"


def test_the_article_holds_every_family_of_artifact_that_a_lone_text_shows() -> None:
    report = tqcheck.check((EXAMPLES / "article.txt").read_text("utf-8"))
    assert report.language == "en"
    assert set(report.score.by_family) == set(families()) - {"fidelity", "terminology"}
    assert 500 <= report.words <= 900


def test_the_clean_article_has_no_finding() -> None:
    report = tqcheck.check((EXAMPLES / "clean.txt").read_text("utf-8"))
    assert report.findings == ()
    assert report.language == "en"
    assert report.words >= 500


def test_the_readme_shows_what_the_tool_and_its_program_print() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert PROGRAM.search(readme)
    assert CONSOLE.search(readme)
    assert PRINTED.search(readme)
    assert refreshed(readme) == readme, "run make docs"
    assert all(f"\n| {family} | " in readme for family in families())


def test_a_stale_readme_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("docs.readme.README", tmp_path / "README.md")
    monkeypatch.setattr("docs.readme.TUTORIAL", tmp_path / "README.md")
    (tmp_path / "README.md").write_text("```python\nprint(7)\n```\n\nwhich prints\n\n```text\n```\n", "utf-8")
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert "```text\n7\n```" in (tmp_path / "README.md").read_text("utf-8")
    assert main(["--check"]) == 0
    assert "stale; run make docs" in capsys.readouterr().out


def test_the_rule_in_the_guide_proves_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(
        r'^```python\n("""The rule lone-ampersand.*?)^```$', (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    module = ModuleType("tqcheck.rules.mechanics.lone_ampersand")
    module.__package__ = "tqcheck.rules.mechanics"
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(code, module.__dict__)
    rule: type[Rule] = module.LoneAmpersand
    assert (rule.name, rule.family) == ("lone-ampersand", "mechanics")
    for example in rule.bad:
        text = example.text.replace("⟦", "").replace("⟧", "")
        (finding,) = run([rule()], Document.from_text(text, lang.load("en")))
        assert text[: finding.start] + "⟦" + text[finding.start : finding.end] + "⟧" + text[finding.end :] == example.text
        assert finding.fix
        assert finding.fix.apply(text) == example.fixed
    for look_alike in rule.good:
        assert run([rule()], Document.from_text(look_alike.text, lang.load("en"))) == []
