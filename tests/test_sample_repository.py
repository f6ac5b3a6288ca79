"""A repository of texts as a team would keep it: its CI goes red on a new fault, green with it known or repaired."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tqcheck.cli import main

SAMPLE = Path(__file__).parent / "sample_repository"
NEW = "\n\nThe harbour master, Olga Brenner (Olga Brenner), closed the market early on Saturday , because of the wind.\n"
REPAIRED = "\n\nThe harbour master, Olga Brenner, closed the market early on Saturday, because of the wind.\n"
pytestmark = pytest.mark.skipif(os.name == "nt" or shutil.which("git") is None, reason="no git or no shell of POSIX here")


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of the sample whose old faults are known, committed."""
    folder = tmp_path / "repository"
    shutil.copytree(SAMPLE, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("FORCE_COLOR", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    git("init", "-q")
    assert main(["baseline", "texts/"]) == 0
    commit("The texts as they are")
    return folder


def git(*arguments: str) -> str:
    command = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def commit(message: str) -> None:
    git("add", "--all")
    git("commit", "-q", "-m", message)


def ci(search_path: str) -> tuple[int, str]:
    """What the server says of the commit: its status and its log."""
    done = subprocess.run(["sh", "ci"], capture_output=True, text=True, env={**os.environ, "PATH": search_path}, timeout=60, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout


def add_fault() -> None:
    market = Path("texts", "market.txt")
    market.write_text(market.read_text("utf-8").rstrip("\n") + NEW, "utf-8")
    commit("News of the market")


def results() -> list[str]:
    """The rules in the report that the server keeps."""
    log = json.loads(Path("tqcheck.sarif").read_text("utf-8"))
    return [result["ruleId"] for result in log["runs"][0]["results"]]


def test_old_faults_are_known_and_the_server_is_green(search_path: str) -> None:
    status, log = ci(search_path)
    assert (status, results()) == (0, [])
    assert "2 known, 0 gone, 0 new" in log
    assert log.splitlines()[-1].startswith("Passed")


def test_a_new_fault_makes_it_red_and_alone_is_told(search_path: str) -> None:
    add_fault()
    status, log = ci(search_path)
    assert status == 1
    assert "texts/market.txt:5:33  duplicate-gloss" in log
    assert "Hanne Lund" not in log
    assert log.splitlines()[-1].startswith("Failed")
    assert sorted(results()) == ["duplicate-gloss", "space-before-mark"]


def test_known_it_is_green_again_and_stays_so_when_texts_move(search_path: str) -> None:
    add_fault()
    assert main(["baseline", "texts/"]) == 0
    commit("Live with it")
    assert ci(search_path)[0] == 0
    ferry, market = Path("texts", "ferry.txt"), Path("texts", "news", "market-2.txt")
    ferry.write_text("\n\n".join(reversed(ferry.read_text("utf-8").strip().split("\n\n"))), "utf-8")
    market.parent.mkdir()
    Path("texts", "market.txt").rename(market)
    commit("Move things")
    assert ci(search_path)[0] == 0


def test_repaired_it_is_green_and_only_the_faults_have_changed(search_path: str, capsys: pytest.CaptureFixture[str]) -> None:
    add_fault()
    assert main(["fix", "texts/"]) == 1
    assert "+The harbour master, Olga Brenner, closed" in capsys.readouterr().out
    assert main(["fix", "texts/", "--write"]) == 0
    assert Path("texts", "market.txt").read_text("utf-8").endswith(REPAIRED)
    assert git("diff", "--stat").splitlines()[-1].strip() == "1 file changed, 1 insertion(+), 1 deletion(-)"
    commit("Repair it")
    assert (ci(search_path)[0], results()) == (0, [])
    assert main(["fix", "texts/"]) == 0


def test_only_what_changed_is_enough_to_see_it(capsys: pytest.CaptureFixture[str]) -> None:
    add_fault()
    capsys.readouterr()
    assert main(["check", "texts/", "--since", "HEAD~1", "--output-format", "concise"]) == 1
    assert {line.split(":")[0] for line in capsys.readouterr().out.splitlines()} == {"texts/market.txt"}
    assert main(["check", "texts/", "--since", "HEAD"]) == 0
