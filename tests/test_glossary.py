"""A glossary from the command line, from a configuration file and in a program."""

from __future__ import annotations

from pathlib import Path

import pytest

import tqcheck
from tqcheck.cache import CachedChecker
from tqcheck.cli import main
from tqcheck.configuration import Configuration
from tqcheck.readers.files import read_file
from tqcheck.settings import Settings

TERMS = "source,target,status\nMole,mole,\nMole,pier,forbidden\n"


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(TERMS, "utf-8")
    return path


def found(report: tqcheck.Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_in_a_program(terms: Path) -> None:
    checker = tqcheck.Checker(language="en", glossary=str(terms), select=["terminology"])
    assert found(checker.check("The nets dry on the pier.")) == ["forbidden-term"]
    beside = checker.check("The nets dry on the quay.", source="Die Netze trocknen auf der Mole.", source_language="de")
    assert found(beside) == ["missing-term"]
    assert {skipped.rule for skipped in checker.check("Ahoy.").skipped} == {"missing-term", "translated-name"}


def test_without_one_its_rules_are_skipped() -> None:
    report = tqcheck.check("The nets dry on the pier.", language="en")
    assert ("forbidden-term", "needs a glossary") in [(skipped.rule, skipped.why) for skipped in report.skipped]


def test_a_wrong_one_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(tqcheck.SettingsError, match="cannot read the glossary"):
        tqcheck.Checker(glossary=str(tmp_path / "none.csv"))
    with pytest.raises(tqcheck.SettingsError, match="glossary is the path of a file, not 5"):
        tqcheck.Checker(glossary=5)


def test_the_signature_tells_glossaries_apart(terms: Path) -> None:
    one = tqcheck.Checker(language="en", glossary=str(terms)).check("Ahoy.").score.signature
    terms.write_text(TERMS + "Netz,net,\n", "utf-8")
    assert tqcheck.Checker(language="en", glossary=str(terms)).check("Ahoy.").score.signature != one


def test_from_the_command_line(terms: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "text.txt").write_text("The nets dry on the pier.\n", "utf-8")
    options = ["check", str(tmp_path / "text.txt"), "--language", "en", "--isolated", "--no-cache", "--select", "terminology"]
    assert main([*options, "--glossary", str(terms)]) == 1
    assert "forbidden-term" in capsys.readouterr().out
    terms.write_text("source,target,status\nMole,mole,must\n", "utf-8")
    assert main([*options, "--glossary", str(terms)]) == 2
    assert "terms.csv: line 2, column 11: unknown status 'must'" in capsys.readouterr().err


def test_from_a_configuration_file_its_path_begins_there(terms: Path, tmp_path: Path) -> None:
    (tmp_path / "tqcheck.toml").write_text('glossary = "terms.csv"\n', "utf-8")
    settings = Configuration().settings_for(str(tmp_path / "text.txt"))
    assert Path(str(settings.glossary)).resolve() == terms.resolve()


def test_the_cache_knows_what_the_glossary_says(terms: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("The nets dry on the pier.\n", "utf-8")
    settings = Settings.of({"language": "en", "glossary": str(terms), "select": ["terminology"]})
    reading = read_file(str(tmp_path / "text.txt"))
    folder = str(tmp_path / "cache")
    assert found(CachedChecker(settings, folder).check_reading(reading)) == ["forbidden-term"]
    terms.write_text("source,target,status\nMole,mole,\n", "utf-8")
    assert found(CachedChecker(settings, folder).check_reading(reading)) == []
