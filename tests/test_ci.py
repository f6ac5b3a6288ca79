"""What runs tqcheck elsewhere: the action, the hooks and the snippets in the docs, as far as no network is needed."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tqcheck.cli import COMMANDS, command_module, main

ROOT = Path(__file__).parents[1]
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out.\n"
FAULTY = "Spokesman Ivan Petrov (Ivan Petrov) declined to comment.\n"
needs_bash = pytest.mark.skipif(os.name == "nt" or shutil.which("bash") is None, reason="no bash here")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a clean text, a faulty one, and a list that is no text."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "clean.txt").write_text(CLEAN, "utf-8")
    (texts / "faulty one.txt").write_text(FAULTY, "utf-8")
    (tmp_path / "requirements.txt").write_text("tqcheck\ntqcheck\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def yaml_of(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text("utf-8"))


def blocks(language: str, *pages: Path) -> list[str]:
    """The blocks of code in a language on these pages."""
    return [
        block for page in pages for block in re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    ]


def in_bash(script: str, search_path: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub runs one, with the tqcheck that is tested."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **variables, "PATH": search_path}, timeout=60, check=False
    )


class TestAction:
    def steps(self) -> dict[str, Any]:
        return {step["name"]: step for step in yaml_of("action.yml")["runs"]["steps"]}

    def test_it_is_a_composite_action_whose_inputs_are_all_used(self) -> None:
        action = yaml_of("action.yml")
        text = (ROOT / "action.yml").read_text("utf-8")
        assert action["runs"]["using"] == "composite"
        assert {"name", "description", "inputs", "runs"} <= set(action)
        assert all(f"inputs.{name}" in text and given["description"] for name, given in action["inputs"].items())

    def test_no_input_stands_in_a_script(self) -> None:
        scripts = [step.get("run", "") for step in self.steps().values()]
        assert not any("${{" in script for script in scripts)
        assert all(step["shell"] == "bash" for step in self.steps().values() if "run" in step)

    def test_it_installs_itself(self) -> None:
        install = self.steps()["Install tqcheck"]
        assert install["env"] == {"TQCHECK_PACKAGE": "${{ inputs.package || github.action_path }}"}
        assert install["run"].endswith('pip install --quiet "$TQCHECK_PACKAGE"')

    @needs_bash
    def test_it_annotates_sums_up_and_fails(self, folder: Path, search_path: str) -> None:
        script = self.steps()["Check"]["run"]
        summary = folder / "summary.md"
        given = {"TQCHECK_PATHS": "texts/clean.txt\ntexts/faulty one.txt\n", "GITHUB_STEP_SUMMARY": str(summary)}
        done = in_bash(script, search_path, **given, TQCHECK_ARGUMENTS="--select=duplicate-gloss\n\n--language=en\n")
        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout.startswith("::error file=texts/faulty one.txt,line=1,")
        assert summary.read_text("utf-8").startswith("### tqcheck: 1 finding in 2 files\n")

    @needs_bash
    def test_it_passes_and_takes_no_input_for_a_command(self, folder: Path, search_path: str) -> None:
        script = self.steps()["Check"]["run"]
        done = in_bash(script, search_path, TQCHECK_PATHS="texts/clean.txt", TQCHECK_ARGUMENTS="", GITHUB_STEP_SUMMARY="")
        assert (done.returncode, done.stderr) == (0, "")
        done = in_bash(script, search_path, TQCHECK_PATHS="$(touch hurt)\n; touch hurt", TQCHECK_ARGUMENTS="", GITHUB_STEP_SUMMARY="")
        assert done.returncode == 2
        assert not (folder / "hurt").exists()


class TestHooks:
    @pytest.mark.parametrize("hook", yaml_of(".pre-commit-hooks.yaml"), ids=lambda hook: str(hook["id"]))
    def test_a_hook_says_what_pre_commit_asks_for(self, hook: dict[str, Any]) -> None:
        assert {"id", "name", "entry", "language", "types"} <= set(hook)
        assert hook["language"] == "python"
        assert hook["types"] == ["plain-text"]

    def test_the_entry_runs_as_pre_commit_calls_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        (hook,) = (hook for hook in yaml_of(".pre-commit-hooks.yaml") if hook["id"] == "tqcheck")
        command, *entry = shlex.split(hook["entry"])
        assert command == "tqcheck"
        (used,) = (each for block in blocks("yaml", ROOT / "docs" / "ci.md") for each in [yaml.safe_load(block)] if "repos" in each)
        arguments = used["repos"][0]["hooks"][0]["args"]
        assert main([*entry, *arguments, "texts/clean.txt"]) == 0
        assert main([*entry, *arguments, "texts/clean.txt", "texts/faulty one.txt"]) == 1
        assert "texts/faulty one.txt:1:22  duplicate-gloss" in capsys.readouterr().out

    def test_the_hook_that_repairs_changes_the_file(self, folder: Path) -> None:
        (hook,) = (hook for hook in yaml_of(".pre-commit-hooks.yaml") if hook["id"] == "tqcheck-fix")
        assert main([*shlex.split(hook["entry"])[1:], "texts/clean.txt", "texts/faulty one.txt"]) == 0
        assert (folder / "texts" / "faulty one.txt").read_text("utf-8") == "Spokesman Ivan Petrov declined to comment.\n"
        assert (folder / "texts" / "clean.txt").read_text("utf-8") == CLEAN


class TestDocs:
    def test_the_job_of_gitlab_writes_the_reports_that_it_names(self, folder: Path) -> None:
        (job,) = (yaml.safe_load(block)["tqcheck"] for block in blocks("yaml", ROOT / "docs" / "ci.md") if block.startswith("tqcheck:"))
        install, check = job["script"]
        assert install == "pip install tqcheck"
        assert main(shlex.split(check)[1:]) == 1
        reports = job["artifacts"]["reports"]
        assert json.loads((folder / reports["codequality"]).read_text("utf-8"))[0]["check_name"] == "duplicate-gloss"
        assert "<testsuite " in (folder / reports["junit"]).read_text("utf-8")

    def test_the_steps_of_github_name_what_the_action_takes(self) -> None:
        (job,) = (yaml.safe_load(block) for block in blocks("yaml", ROOT / "docs" / "ci.md") if block.startswith("jobs:"))
        _, step = job["jobs"]["texts"]["steps"]
        assert set(step["with"]) <= set(yaml_of("action.yml")["inputs"])
        command_module("check").parser().parsed(step["with"]["arguments"].split())

    @pytest.mark.parametrize("page", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda page: str(page.name))
    def test_every_command_line_in_the_docs_is_understood(self, page: Path) -> None:
        shown = [line for language in ("sh", "console", "yaml") for block in blocks(language, page) for line in block.splitlines()]
        for line in shown:
            found = re.match(r"(?:\s*- (?:run: )?|\$ |pipx run |\.venv/bin/)?tqcheck (?P<command>\S+)(?P<rest>[^|<>#]*)", line)
            if found and found["command"] in COMMANDS:
                command_module(found["command"]).parser().parsed(shlex.split(found["rest"].split("&&")[0]))
