"""What a newcomer runs first: the examples, and the program in the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import tqcheck
from tqcheck.rules import families

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
README = (ROOT / "README.md").read_text("utf-8")


def output_of(*arguments: str, status: int = 0) -> str:
    done = subprocess.run([sys.executable, *arguments], capture_output=True, cwd=ROOT, timeout=60, check=False)
    assert (done.stderr.decode(), done.returncode) == ("", status)
    return done.stdout.decode().replace("\r\n", "\n")


def blocks_of_readme(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_program_that_checks_a_text() -> None:
    output = output_of("examples/library.py")
    assert "duplicate-gloss (major" in output
    assert "doubled-word (minor" in output
    assert "The mayor, Hanne Lund, came" in output.splitlines()[-1]


def test_the_program_that_ranks_a_folder() -> None:
    article, clean = output_of("examples/check_folder.py").splitlines()
    assert "article.txt  consistency" in article
    assert clean == "100.0    0 findings  clean.txt"


def test_every_folder_of_examples_is_run_here() -> None:
    assert {path.name for path in EXAMPLES.iterdir()} == {"article.txt", "check_folder.py", "clean.txt", "library.py"}


def test_the_article_holds_every_family_of_artifact() -> None:
    report = tqcheck.check((EXAMPLES / "article.txt").read_text("utf-8"))
    assert report.language == "en"
    assert set(report.score.by_family) == set(families())
    assert 500 <= report.words <= 900


def test_the_clean_article_has_no_finding() -> None:
    report = tqcheck.check((EXAMPLES / "clean.txt").read_text("utf-8"))
    assert report.findings == ()
    assert report.language == "en"
    assert report.words >= 500


def test_the_programs_in_the_readme_run(tmp_path: Path) -> None:
    (program,) = blocks_of_readme("python")
    path = tmp_path / "program.py"
    path.write_text(program, "utf-8")
    output = output_of(str(path))
    (shown,) = re.findall(r"which prints\n\n```text\n(.*?)```", README, re.DOTALL)
    assert output == shown


def test_the_output_in_the_readme_is_that_of_the_tool() -> None:
    output = output_of("-m", "tqcheck", "check", "examples/article.txt", status=1)
    (shown,) = blocks_of_readme("console")
    command, *lines = shown.splitlines()
    assert command == "$ tqcheck check examples/article.txt"
    parts = "\n".join(lines).split("\n…\n")
    assert len(parts) == 2
    assert all(part.strip() in output for part in parts)
