"""A baseline knows findings again, and only those."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.baseline import Baseline, Record, read_baseline
from tqcheck.cli import main

GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) was silent."
OTHER = "The mayor Olga Brenner (Olga Brenner) said on Monday that the harbour of the old town would stay open."
CLEAN = "The harbour was quiet, and nobody had noticed that the lamps were out."
RULES = ("--language", "en", "--select", "duplicate-gloss")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text, "utf-8")


def record(*paths: str) -> int:
    return main(["baseline", *(paths or (".",)), *RULES])


class TestChecking:
    @pytest.fixture(autouse=True)
    def _captured(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def checked(self, *paths: str) -> tuple[list[str], str]:
        """Where new findings are, and what is said of the baseline."""
        self.capsys.readouterr()
        status = main(["check", *(paths or (".",)), *RULES, "--baseline", "tqcheck-baseline.json"])
        lines = self.capsys.readouterr().out.splitlines()
        new = [line.split(":")[0].removeprefix("./").removesuffix(".txt") for line in lines if "  duplicate-gloss  " in line]
        assert status == int(bool(new))
        (said,) = [line for line in lines if line.startswith("Baseline ")]
        return new, said.removeprefix("Baseline tqcheck-baseline.json: ").rstrip(".")

    def test_what_was_recorded_is_known(self) -> None:
        write(a=f"{GLOSS}\n\n{CLEAN}", b=OTHER, c=CLEAN)
        assert record() == 0
        assert self.capsys.readouterr().out == "tqcheck-baseline.json: 2 findings in 3 files recorded\n"
        assert self.checked() == ([], "2 known, 0 gone, 0 new")

    def test_a_new_fault_is_new_and_a_mended_one_has_gone(self) -> None:
        write(a=f"{GLOSS}\n\n{CLEAN}")
        record()
        write(a=f"{CLEAN}\n\n{OTHER}")
        assert self.checked() == (["a"], "0 known, 1 gone, 1 new")

    def test_reflow_moves_and_other_names_change_nothing(self) -> None:
        write(a=f"{OTHER}\n\n{CLEAN}\n\n{GLOSS}", b=CLEAN)
        record()
        head, tail = OTHER.split("harbour ")
        write(a=f"{GLOSS}\n\n{CLEAN}\n\n{head}harbour\n{tail}")
        assert self.checked() == ([], "2 known, 0 gone, 0 new")
        Path("a.txt").rename("z.txt")
        assert self.checked() == ([], "2 known, 0 gone, 0 new")
        write(z=GLOSS, b=f"{CLEAN}\n\n{OTHER}")
        assert self.checked() == ([], "2 known, 0 gone, 0 new"), "from one file to one that comes before it"

    def test_a_copy_is_new(self) -> None:
        write(b=GLOSS)
        record()
        write(a=GLOSS)
        assert self.checked() == (["a"], "1 known, 0 gone, 1 new"), "the file it was recorded for keeps it"
        write(a=CLEAN, b=f"{GLOSS}\n\n{GLOSS}")
        assert self.checked() == (["b"], "1 known, 0 gone, 1 new")

    def test_a_file_that_is_not_checked_keeps_what_was_recorded_for_it(self) -> None:
        write(a=GLOSS, b=CLEAN)
        record()
        write(b=GLOSS)
        assert self.checked("b.txt") == (["b"], "0 known, 0 gone, 1 new")

    def test_rules_that_did_not_run_have_not_gone(self) -> None:
        write(a=GLOSS)
        record()
        assert main(["check", ".", "--select", "quotes", "--baseline", "tqcheck-baseline.json"]) == 0
        assert "0 known, 0 gone, 0 new" in self.capsys.readouterr().out

    def test_the_score_says_that_it_leaves_something_out(self) -> None:
        write(a=GLOSS)
        record()
        self.capsys.readouterr()
        main(["check", ".", *RULES, "--baseline", "tqcheck-baseline.json", "--output-format", "json"])
        (file,) = json.loads(self.capsys.readouterr().out)["files"]
        assert file["score"]["value"] == 100
        assert file["score"]["signature"].endswith("|without:known")

    def test_files_come_in_their_order(self) -> None:
        write(a=GLOSS, c=CLEAN)
        record()
        write(a=CLEAN, b=GLOSS)
        assert main(["check", "c.txt", "b.txt", "lost.txt", "a.txt", *RULES, "--baseline", "tqcheck-baseline.json"]) == 2
        lines = self.capsys.readouterr().out.splitlines()
        assert [line.split(".txt:")[0] for line in lines if ".txt: " in line] == ["c", "b", "a"]
        assert "Baseline tqcheck-baseline.json: 1 known, 0 gone, 0 new." in lines

    def test_silenced_findings_are_not_recorded(self) -> None:
        write(a=f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss -->")
        record()
        assert read_baseline("tqcheck-baseline.json").records == ()

    def test_pruning_drops_what_has_gone_and_records_nothing_new(self) -> None:
        write(a=GLOSS, b=OTHER, c=GLOSS)
        record()
        write(a=CLEAN, d=f"{OTHER}\n\n{GLOSS}\n\n{GLOSS}")
        Path("b.txt").unlink()
        self.capsys.readouterr()
        assert main(["baseline", "a.txt", "d.txt", *RULES, "--prune"]) == 0
        assert self.capsys.readouterr().out == "tqcheck-baseline.json: 3 findings kept, 0 gone\n"
        assert [known.path for known in read_baseline("tqcheck-baseline.json").records] == ["c.txt", "d.txt", "d.txt"]
        write(d=CLEAN, c=CLEAN)
        main(["baseline", "d.txt", *RULES, "--prune"])
        assert self.capsys.readouterr().out == "tqcheck-baseline.json: 1 finding kept, 2 gone\n"
        assert [known.path for known in read_baseline("tqcheck-baseline.json").records] == ["c.txt"]

    def test_a_baseline_in_another_folder(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "texts").mkdir()
        (folder / "texts" / "a.txt").write_text(GLOSS, "utf-8")
        assert main(["baseline", "texts", *RULES, "--output", "texts/known.json"]) == 0
        (known,) = read_baseline("texts/known.json").records
        assert known.path == "a.txt"
        monkeypatch.chdir(folder / "texts")
        assert main(["check", "a.txt", *RULES, "--baseline", "known.json"]) == 0

    def test_the_configuration_names_it_for_all_commands(self) -> None:
        write(a=f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss -->\n\n{OTHER}\n")
        Path("tqcheck.toml").write_text('language = "en"\nselect = ["duplicate-gloss"]\nbaseline = "known.json"\nrequire-reason = true\n')
        assert main(["baseline", "."]) == 0
        assert self.capsys.readouterr().out == "known.json: 2 findings in 1 file recorded\n"
        assert main(["check", "."]) == 0
        assert main(["fix", ".", "--write"]) == 0
        assert self.capsys.readouterr().err == "tqcheck: nothing to repair in 1 file\n"
        assert main(["baseline", ".", "--prune"]) == 0


class TestFile:
    def test_one_finding_a_line_sorted(self) -> None:
        write(b=GLOSS, a=f"{GLOSS}\n\n{OTHER}")
        record()
        text = Path("tqcheck-baseline.json").read_text("utf-8")
        assert [line.split('"')[3] for line in text.splitlines() if "fingerprint" in line] == ["a.txt", "a.txt", "b.txt"]
        assert json.loads(text)["findings"][0].keys() == set(Record._fields)
        record()
        assert Path("tqcheck-baseline.json").read_text("utf-8") == text

    @given(st.lists(st.builds(Record, *[st.text(st.characters(exclude_categories=()), max_size=8)] * 5), max_size=4))
    def test_what_is_written_is_read(self, records: list[Record]) -> None:
        baseline = Baseline("known.json", ()).with_records(records)
        Path("known.json").write_bytes(baseline.written().encode())
        assert read_baseline("known.json").records == tuple(sorted(records))

    def test_by_family(self) -> None:
        records = tuple(Record("a.txt", "rule", family, "0", "") for family in ("quotes", "mechanics", "quotes"))
        assert Baseline("known.json", records).by_family == {"mechanics": 1, "quotes": 2}

    def test_nothing_is_written_if_a_file_cannot_be_read(self, capsys: pytest.CaptureFixture[str]) -> None:
        write(a=GLOSS)
        assert record("a.txt", "lost.txt") == 2
        assert not Path("tqcheck-baseline.json").exists()
        assert capsys.readouterr().err == (
            "tqcheck: lost.txt: no such file or directory\ntqcheck: tqcheck-baseline.json was not written, as not all files could be read\n"
        )

    @pytest.mark.parametrize(
        ("content", "complaint"),
        [
            (None, "known.json: no such file or directory; tqcheck baseline writes one"),
            (b"\xff", "known.json: this is no JSON, so no baseline; tqcheck baseline writes one"),
            (b"[" * 100_000, "known.json: this is no JSON, so no baseline; tqcheck baseline writes one"),
            (b"[]", "known.json: this is no baseline; tqcheck baseline writes one"),
            (b'{"version": 1, "files": []}', "known.json: this is no baseline; tqcheck baseline writes one"),
            (
                b'{"version": 7, "findings": []}',
                "known.json: this baseline is of version 7, not 1; write it anew",
            ),
            (b'{"version": 1, "findings": [{"path": 1}]}', "known.json: finding 1 of this baseline is damaged; write it anew"),
        ],
    )
    def test_what_is_no_baseline(self, content: bytes | None, complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
        write(a=GLOSS)
        if content is not None:
            Path("known.json").write_bytes(content)
        for command in (["check", "a.txt", "--baseline", "known.json"], ["baseline", "a.txt", "--prune", "--output", "known.json"]):
            assert main(command) == 2
            assert capsys.readouterr() == ("", f"tqcheck: {complaint}\n")

    def test_wrong_use(self, capsys: pytest.CaptureFixture[str]) -> None:
        write(a=GLOSS)
        assert main(["baseline"]) == 2
        assert main(["baseline", "a.txt", "--output", "lost/known.json"]) == 2
        assert capsys.readouterr().err == (
            "tqcheck: no file given; name files, folders or patterns\ntqcheck: cannot write lost/known.json: No such file or directory\n"
        )
