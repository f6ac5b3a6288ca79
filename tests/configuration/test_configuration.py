"""Configuration: the nearest file, extend, overrides, presets, the command line above all, and errors that help."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tqcheck import Checker, SettingsError
from tqcheck.configuration import Configuration
from tqcheck.configuration.run import RunOptions
from tqcheck.settings import RuleOptions, Settings


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts" / "deep").mkdir(parents=True)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).write_text(text, "utf-8")


def settings(path: str = "a.txt", **given: object) -> Settings:
    return Configuration(given).settings_for(path)


class TestWhichFile:
    def test_none_means_defaults(self) -> None:
        assert settings() == Settings()
        assert settings(min_score=0.7) == Settings(min_score=0.7)

    def test_the_nearest_wins_and_is_not_mixed_with_those_above(self) -> None:
        write("pyproject.toml", '[tool.tqcheck]\nmin-score = 0.6\nignore = ["quotes"]\n')
        write("texts/tqcheck.toml", "min-score = 0.9\n")
        assert settings("a.txt") == Settings(min_score=0.6, ignore=("quotes",))
        assert settings("texts/deep/a.txt") == settings("texts/deep") == Settings(min_score=0.9)
        assert settings("-") == settings("a.txt"), "standard input stands in the working folder"

    def test_tqcheck_toml_wins_over_pyproject_toml_in_the_same_folder(self) -> None:
        write("pyproject.toml", "[tool.tqcheck]\nmin-score = 0.6\n")
        write("tqcheck.toml", "min-score = 0.7\n")
        assert settings().min_score == 0.7

    def test_a_pyproject_without_our_table_is_passed_by(self) -> None:
        write("tqcheck.toml", "min-score = 0.7\n")
        write("texts/pyproject.toml", "this is broken = = and not looked at")
        write("texts/deep/pyproject.toml", '[project]\nname = "tqcheck-texts"\n')
        assert settings("texts/deep/a.txt").min_score == 0.7

    def test_a_named_file_holds_for_all_and_isolated_reads_none(self) -> None:
        write("tqcheck.toml", "min-score = 0.7\n")
        write("texts/other.toml", "min-score = 0.8\n")
        assert Configuration(file="texts/other.toml").settings_for("a.txt").min_score == 0.8
        assert Configuration(isolated=True).settings_for("a.txt").min_score == 0.5
        with pytest.raises(SettingsError, match="together"):
            Configuration(file="tqcheck.toml", isolated=True)

    def test_a_file_with_a_byte_order_mark_and_crlf(self) -> None:
        Path("tqcheck.toml").write_bytes(b"\xef\xbb\xbf# first\r\nmin-score = 0.7\r\n")
        assert Configuration().explained("a.txt")["min_score",] == (0.7, "tqcheck.toml:2")

    def test_a_checker_takes_them(self) -> None:
        write("tqcheck.toml", 'language = "EN_gb"\nselect = ["doubled-word"]\n')
        checker = Checker.with_settings(settings())
        assert [rule.name for rule in checker.rules] == ["doubled-word"]
        assert checker.check("It was the the end.").language == "en-GB"


class TestLayers:
    def test_command_line_over_file_over_extended_over_preset_over_default(self) -> None:
        write("shared.toml", 'preset = "strict"\nignore = ["quotes"]\nlanguage = "en"\nrules.quotes.min-score = 0.1\n')
        write("tqcheck.toml", 'extend = "shared.toml"\nlanguage = "de"\n[rules.quotes]\nseverity = "minor"\n')
        configuration = Configuration({"language": "fr"})
        assert configuration.settings_for("a.txt") == Settings(
            language="fr", ignore=("quotes",), preview=True, min_score=0.3, rules=(("quotes", RuleOptions("minor", 0.1)),)
        )
        origins = {".".join(key): chosen.origin for key, chosen in configuration.explained("a.txt").items()}
        assert origins == {
            "preset": "shared.toml:1",
            "language": "command line",
            "select": "default",
            "ignore": "shared.toml:2",
            "preview": "preset strict",
            "min_score": "preset strict",
            "severity": "default",
            "format": "default",
            "columns": "default",
            "source_language": "default",
            "metrics": "default",
            "glossary": "default",
            "rules.quotes.min_score": "shared.toml:4",
            "rules.quotes.severity": "tqcheck.toml:4",
            **dict.fromkeys(RunOptions._fields, "default"),
        }

    def test_extend_begins_at_its_file_and_may_go_on(self) -> None:
        write("base.toml", "min-score = 0.1\npreview = true\n")
        write("texts/pyproject.toml", '[tool.tqcheck]\nextend = "../base.toml"\nmin-score = 0.2\n')
        write("texts/deep/tqcheck.toml", 'extend = "../pyproject.toml"\n')
        assert settings("texts/deep/a.txt") == Settings(min_score=0.2, preview=True)

    def test_overrides_hold_for_their_paths_and_later_ones_win(self) -> None:
        write("shared.toml", '[[overrides]]\npaths = ["*.txt"]\nseverity = "neutral"\nmin-score = 0.1\n')
        write(
            "tqcheck.toml",
            'extend = "shared.toml"\nmin-score = 0.9\n'
            '[[overrides]]\npaths = ["texts/**"]\nlanguage = "de"\nmin-score = 0.2\n'
            '[[overrides]]\npaths = ["deep", "x.txt"]\nmin-score = 0.3\nselect = ["quotes"]\nrules.quotes.allow = ["“"]\n',
        )
        assert settings("a.md") == Settings(min_score=0.9)
        assert settings("a.txt") == Settings(min_score=0.1, severity="neutral")
        assert settings("texts/a.txt") == Settings(min_score=0.2, severity="neutral", language="de")
        deep = Settings(
            min_score=0.3, severity="neutral", language="de", select=("quotes",), rules=(("quotes", RuleOptions(allow=("“",))),)
        )
        assert settings("texts/deep/a.txt") == deep
        assert settings("texts/a.txt", min_score=1, language="fr") == Settings(min_score=1, severity="neutral", language="fr")

    def test_equal_choices_are_one_object(self) -> None:
        write("tqcheck.toml", '[[overrides]]\npaths = ["texts"]\nmin-score = 0.1\n')
        configuration = Configuration()
        assert configuration.settings_for("a.txt") is configuration.settings_for("b.txt")
        assert configuration.settings_for("a.txt") is not configuration.settings_for("texts/b.txt")

    def test_options_of_a_run_come_from_the_folder_that_holds_all_paths(self) -> None:
        write("tqcheck.toml", 'fail-on = "major"\nmax-penalty = 5\nbaseline = "known.json"\n')
        write("texts/tqcheck.toml", 'no-worse-than = "../known.json"\n')
        above = RunOptions(fail_on="major", max_penalty=5, baseline="known.json")
        assert Configuration().run_options(["a.txt", "texts/a.txt"]) == Configuration().run_options(["-"]) == above
        assert Configuration().run_options(["texts/a.txt", "texts/deep/b.txt"]) == RunOptions(no_worse_than="known.json")
        assert Configuration({"fail_on": "minor"}).run_options(["."]) == above._replace(fail_on="minor")
        assert Configuration({"fail_on": "minor"}, isolated=True).run_options(["."]) == RunOptions(fail_on="minor")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("\nmin_score = 1", "tqcheck.toml:2: unknown key 'min_score'; did you mean 'min-score'?"),
        ("[tool.tqcheck]", "tqcheck.toml:1: outside pyproject.toml the keys stand at the top, without [tool.tqcheck]"),
        ('min-score = "high"', "tqcheck.toml:1: min-score is a probability from 0 to 1, not 'high'"),
        (
            'preset = "gentel"',
            "tqcheck.toml:1: unknown preset 'gentel'; did you mean 'gentle'? (there are default, strict, gentle, corpus)",
        ),
        ('language = "german"', "tqcheck.toml:1: 'german' is no language code; BCP 47 codes look like en, de-CH, zh-Hant"),
        ('select = "quotes"', "tqcheck.toml:1: select is a list of names of rules or families, not 'quotes'"),
        ('select = [\n"quotes",\n"qutes"]', "tqcheck.toml:3: unknown rule or family 'qutes'; did you mean 'quotes'?"),
        ("ignore = [1]", "tqcheck.toml:1: ignore is a list of names of rules or families; 1 is no name"),
        ("[rules.qoutes]", "tqcheck.toml:1: unknown rule or family 'qoutes'; did you mean 'quotes'?"),
        ("[rules.quotes]\nmin_score=1", "tqcheck.toml:2: unknown key 'min_score'; did you mean 'min-score'?"),
        ('[rules.quotes]\nallow="x"', "tqcheck.toml:2: allow is a list of texts, not 'x'"),
        ("rules = 1", "tqcheck.toml:1: rules has a table of options for each rule or family, not 1"),
        ("rules.quotes = 1", "tqcheck.toml:1: the options of quotes are a table with severity, min-score, allow, not 1"),
        ('fail-on = "mjor"', "tqcheck.toml:1: unknown severity 'mjor'; did you mean 'major'? (there are neutral, minor, major, critical)"),
        ("max-penalty = -1", "tqcheck.toml:1: max-penalty is a penalty per 1000 words, 0 or more, not -1"),
        ("max-penalty = nan", "tqcheck.toml:1: max-penalty is a penalty per 1000 words, 0 or more, not nan"),
        ("baseline = 1", "tqcheck.toml:1: baseline is the path of a file, not 1"),
        ("overrides = 1", "tqcheck.toml:1: overrides are tables, each headed by [[overrides]] with a list of paths"),
        ("\n[[overrides]]", 'tqcheck.toml:2: an override has a list of paths, such as paths = ["drafts/**"]'),
        ('[[overrides]]\npaths = "x"', 'tqcheck.toml:2: an override has a list of paths, such as paths = ["drafts/**"]'),
        ('[[overrides]]\npaths = ["x"]\nfail-on = "minor"', "tqcheck.toml:3: unknown key 'fail-on'"),
        ('[[overrides]]\npaths = ["x"]\n[[overrides]]\npaths = ["y"]\nselect = ["z"]', "tqcheck.toml:5: unknown rule or family 'z'"),
        ("extend = 1", "tqcheck.toml:1: extend is the path of a file, not 1"),
        ('extend = "lost.toml"', "tqcheck.toml:1: extend: lost.toml: cannot read the configuration: no such file or directory"),
        ('extend = "tqcheck.toml"', "tqcheck.toml:1: extend leads back to tqcheck.toml, which is extended from here"),
        ('extend = "pyproject.toml"', "tqcheck.toml:1: extend: pyproject.toml: there is no table [tool.tqcheck] in it"),
        ('extend = "\\u0000"', "tqcheck.toml:1: extend is the path of a file, not '\\x00'"),
        ("\na = [}]", "tqcheck.toml:2: this is no TOML: Invalid value (at line 2, column 6)"),
        ("a = ", "tqcheck.toml: this is no TOML: Invalid value (at end of document)"),
        ("a = " + "[" * 5000, "tqcheck.toml: this is nested too deeply"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, complaint: str) -> None:
    write("pyproject.toml", "[tool.other]\n")
    write("tqcheck.toml", text)
    with pytest.raises(SettingsError) as caught:
        settings()
    assert str(caught.value).startswith(complaint)


class TestFilesThatCannotBe:
    def test_extend_in_a_circle(self) -> None:
        write("tqcheck.toml", 'extend = "texts/b.toml"\n')
        write("texts/b.toml", '\nextend = "../tqcheck.toml"\n')
        with pytest.raises(SettingsError, match=r"^texts/b\.toml:2: extend leads back to tqcheck\.toml"):
            settings()

    def test_no_utf_8(self) -> None:
        Path("tqcheck.toml").write_bytes(b"# fine\n# gr\xfcn\n")
        with pytest.raises(SettingsError, match=r"^tqcheck\.toml:2: this is no UTF-8, as TOML must be$"):
            settings()

    def test_our_table_is_none(self) -> None:
        write("pyproject.toml", "[tool]\ntqcheck = 1\n")
        with pytest.raises(SettingsError, match=r"^pyproject\.toml:2: \[tool\.tqcheck\] is a table$"):
            settings()

    def test_lines_of_a_pyproject_are_those_of_the_file(self) -> None:
        write("pyproject.toml", '[project]\nname = "x"\n\n[tool.tqcheck]\nselct = []\n')
        with pytest.raises(SettingsError, match=r"^pyproject\.toml:5: unknown key 'selct'; did you mean 'select'\?$"):
            settings()

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
    def test_unreadable(self) -> None:
        write("tqcheck.toml", "")
        Path("tqcheck.toml").chmod(0)
        with pytest.raises(SettingsError, match=r"^tqcheck\.toml: cannot read the configuration: permission denied$"):
            settings()

    def test_a_named_file_that_is_lost_or_a_folder(self) -> None:
        for path in ("lost.toml", "texts"):
            with pytest.raises(SettingsError, match=f"^{path}: cannot read the configuration: "):
                Configuration(file=path).settings_for("a.txt")

    def test_a_folder_of_that_name_is_passed_by(self) -> None:
        Path("tqcheck.toml").mkdir()
        assert settings() == Settings()


def test_options_that_are_given_are_checked_at_once() -> None:
    with pytest.raises(SettingsError, match="unknown rule or family 'qutes'"):
        Configuration({"select": ["qutes"]})
    with pytest.raises(SettingsError, match="max_penalty is a penalty"):
        Configuration({"max_penalty": -1.0})
    given = Configuration({"rules": {"quotes": {"min_score": 0.2}}}).explained("a.txt")
    assert given["rules", "quotes", "min_score"] == (0.2, "command line")
