"""The cache: the same reports as without it, whatever stands in its files."""

from __future__ import annotations

import os
import pickle
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

import tqcheck
from tqcheck import cache
from tqcheck.cache import CachedChecker, default_folder
from tqcheck.checker import Checker
from tqcheck.core.finding import Severity
from tqcheck.readers.reading import Reading
from tqcheck.report import Report
from tqcheck.settings import Settings

TEXT = "The mayor, Hanne Lund (Hanne Lund), came to the the harbour at noon. He said “no.\n\n\ud800 Ahoy.\n"
SETTINGS = Settings(language="en", rules=())


class _NoChecker:
    """Stands in for the checker where none must be needed."""

    @staticmethod
    def with_settings(_settings: Settings) -> Checker:
        raise AssertionError("the text was checked")


def entries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and path.name != "CACHEDIR.TAG"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def check(folder: Path, text: str = TEXT, settings: Settings = SETTINGS, name: str = "a.txt") -> Report:
    return CachedChecker(settings, str(folder)).check_reading(Reading(name, text))


def test_a_kept_report_is_equal_to_a_fresh_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Checker.with_settings(SETTINGS).check(TEXT, name="a.txt")
    assert fresh.findings
    assert check(folder) == fresh
    assert len(entries(folder)) == 1
    monkeypatch.setattr(tqcheck.checker, "Checker", _NoChecker)
    again = check(folder)
    assert again == fresh
    assert [type(finding.severity) for finding in again.findings] == [type(finding.severity) for finding in fresh.findings]
    assert check(folder, name="b.txt").name == "b.txt"


def test_it_does_not_matter_how_python_pickles_enumerations(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Severity, "__reduce_ex__", lambda self, _: (getattr, (Severity, self.name)))  # as before 3.11.4
    fresh = check(folder)
    monkeypatch.setattr(tqcheck.checker, "Checker", _NoChecker)
    assert check(folder) == fresh


@pytest.mark.parametrize("other", [Settings(), SETTINGS.replace(min_score=0.4), SETTINGS.replace(select=("quotes",))])
def test_other_settings_and_other_texts_have_their_own(other: Settings, folder: Path) -> None:
    check(folder)
    assert check(folder, settings=other) == Checker.with_settings(other).check(TEXT, name="a.txt")
    assert len(entries(folder)) == 2
    check(folder, TEXT + " ")
    assert len(entries(folder)) == 3


def test_another_version_has_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(folder)
    monkeypatch.setattr(cache, "stamp", lambda: "another")
    check(folder)
    assert len(entries(folder)) == 2


def test_the_stamp_is_that_of_the_files_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "rules" / "__pycache__").mkdir(parents=True)
    rule = tmp_path / "rules" / "rule.py"
    rule.write_text("one")
    before = list(cache._files(str(tmp_path)))
    (tmp_path / "rules" / "__pycache__" / "rule.pyc").write_text("compiled")
    os.utime(rule, (1, 1))
    assert list(cache._files(str(tmp_path))) == before == [("rule.py", b"one")]
    rule.write_text("two")
    assert list(cache._files(str(tmp_path))) != before


class _Hostile:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("made-by-the-cache",)


def packed(value: object) -> bytes:
    data = zlib.compress(pickle.dumps(value))
    return sha256(data).digest() + data


@pytest.mark.parametrize(
    "data", [b"", b"short", b"\0" * 100, packed(_Hostile()), packed({}), packed(None), packed(os.getcwd)[:-1], sha256(b"").digest()]
)
def test_what_is_no_report_of_ours_is_made_anew(data: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    fresh = check(folder)
    (entry,) = entries(folder)
    entry.write_bytes(data)
    assert check(folder) == fresh
    assert entry.read_bytes() != data
    assert not Path("made-by-the-cache").exists()


@given(place=st.integers(0), byte=st.integers(0, 255))
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_does_no_harm(folder: Path, place: int, byte: int) -> None:
    fresh = check(folder)
    (entry,) = entries(folder)
    data = bytearray(entry.read_bytes())
    data[place % len(data)] = byte
    entry.write_bytes(data)
    assert check(folder) == fresh


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert check(tmp_path / "file" / "cache").findings
    assert (tmp_path / "file").read_text() == ""


def test_a_folder_in_the_place_of_a_report_does_no_harm(folder: Path) -> None:
    fresh = check(folder)
    (entry,) = entries(folder)
    entry.unlink()
    entry.mkdir()
    assert check(folder) == fresh
    assert entries(folder) == [], "and nothing half written is left"


def test_it_is_bounded_and_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    for number in range(10):
        (folder / str(number)).write_bytes(b"x" * 100)
        os.utime(folder / str(number), (number, number))
    monkeypatch.setattr(cache, "MOST_BYTES", 256 * 1000)
    cache._shrink(str(folder))
    assert len(entries(folder)) == 10
    monkeypatch.setattr(cache, "MOST_BYTES", 256 * 800)
    cache._shrink(str(folder))
    assert sorted(path.name for path in entries(folder)) == ["4", "5", "6", "7", "8", "9"]


def test_a_report_that_is_used_counts_as_new(folder: Path) -> None:
    check(folder)
    (entry,) = entries(folder)
    os.utime(entry, (1000, 1000))
    check(folder)
    assert entry.stat().st_mtime > 1000


def test_a_report_too_large_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 0)
    check(folder)
    assert entries(folder) == []


def test_where_it_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == str(tmp_path / "tqcheck")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == str(tmp_path / ".cache" / "tqcheck")


def test_others_cannot_read_it_and_backups_can_leave_it_out(folder: Path) -> None:
    check(folder)
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert os.name == "nt" or folder.stat().st_mode & 0o077 == 0
