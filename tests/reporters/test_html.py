"""The page of a report: everything escaped, nothing fetched; the index, its trend, and the badge."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck.cli import main
from tqcheck.readers.plain import reading
from tqcheck.reporters.badge import badge
from tqcheck.reporters.html import page_of
from tqcheck.reporters.html.chart import MOST_BARS, strip
from tqcheck.reporters.html.marked import Marked

HOSTILE = 'Ivan Petrov (Ivan Petrov) said </script><script>alert(1)</script><img src=x onerror="alert(2)"> the the & \x1b[31m \u202e end.'
CHECKER = tqcheck.Checker(language="en")


class Tags(HTMLParser):
    """Collects the tags, their attributes, and the text of the marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.marked: list[str] = []
        self.text = ""
        self._marks = self._rows = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        self._rows += tag == "p" and ("dir", "auto") in attrs
        if tag == "mark":
            self._marks += 1
            self.marked.append("")

    def handle_endtag(self, tag: str) -> None:
        self._marks -= tag == "mark"
        self._rows -= tag == "p" and self._rows > 0

    def handle_data(self, data: str) -> None:
        if self._marks:
            self.marked[-1] += data
        if self._rows:
            self.text += data


def page(text: str) -> str:
    return page_of(reading(text, "<b>.txt"), CHECKER.check(text, name="<b>.txt"))


class TestPage:
    def test_a_hostile_text_is_text(self) -> None:
        found = Tags(page(HOSTILE))
        assert found.tags.count("script") == 1
        assert "img" not in found.tags
        assert found.text == HOSTILE.replace("\x1b", "\\x1b").replace("\u202e", "\\u202e")
        assert "(Ivan Petrov)" in found.marked[0]

    def test_it_fetches_nothing_and_runs_nothing_but_its_own(self) -> None:
        html = page(HOSTILE)
        assert "default-src 'none'" in html
        assert not re.search(r'(?:src|href)="(?!#)', html)
        assert not any(name.startswith("on") or name == "style" for name, _ in Tags(html).attributes)

    def test_findings_that_overlap_share_their_marks(self) -> None:
        text = "abcdefgh"
        kinds = CHECKER.check("The the boat.").findings[0]
        findings = [kinds.replace(start=0, end=5), kinds.replace(start=3, end=8), kinds.replace(start=3, end=3)]
        html = Marked(text, findings).html(0, 8)
        assert Tags(html).marked == ["abc", "d", "e", "fgh"]
        assert re.findall('data-f="([^"]*)"', html) == ["0", "0 1 2", "0 1", "1"]

    def test_every_finding_has_its_place_in_the_list(self) -> None:
        text = (Path(__file__).parents[2] / "examples" / "article.txt").read_text("utf-8")
        report = CHECKER.check(text)
        html = page_of(reading(text, "a.txt"), report)
        assert html.count('<button type="button" class="place"') == len(report.findings) > 20
        anchors = {int(number) for listed in re.findall('data-f="([^"]*)"', html) for number in listed.split()}
        assert anchors == set(range(len(report.findings)))

    @given(st.text(max_size=120))
    def test_any_text_makes_a_page(self, text: str) -> None:
        found = Tags(page(text))
        assert found.tags.count("script") == found.tags.count("main") == 1

    def test_the_source_stands_beside_its_translation(self) -> None:
        text, source = "One <i>.\n\nTwo two.", "Eins & .\n\nZwei."
        own = reading(text, "a.txt").replace(partners={"source": reading(source, "b.txt")})
        html = page_of(own, CHECKER.check_reading(own, source=own.partners["source"]))
        assert 'class="beside"' in html
        assert re.findall(r'<p class="other"[^>]*>([^<]*)</p>', html) == ["Eins &amp; .", "Zwei."]


class TestStrip:
    def test_a_bar_for_each_paragraph_and_few_for_many(self) -> None:
        assert strip([0.0, 0.0]) == ""
        assert strip([0.0, 2.0, 1.0]).count("<a ") == 2
        assert strip([1.0] * 10_000).count("<a ") <= MOST_BARS


class TestReports:
    @pytest.fixture(autouse=True)
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "texts").mkdir()
        (tmp_path / "texts" / "bad.txt").write_text("Ivan Petrov (Ivan Petrov) came to the the harbour.\n")
        (tmp_path / "texts" / "good.txt").write_text("Nobody was there, and the harbour was quiet.\n")
        return tmp_path

    def test_the_worst_file_comes_first(self, folder: Path) -> None:
        assert main(["report", "texts", "--output", "out", "--language", "en"]) == 0
        html = (folder / "out" / "index.html").read_text()
        links = re.findall(r'<td><a href="([^"]+)">([^<]+)</a>', html)
        assert [name for _, name in links] == ["texts/bad.txt", "texts/good.txt"]
        assert all((folder / "out" / href).exists() for href, _ in links)
        assert "of 100" in (folder / "out" / "badge.svg").read_text()

    def test_what_has_changed_since_an_earlier_run_is_said(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        main(["report", "texts", "--output", "before", "--language", "en"])
        (folder / "texts" / "bad.txt").write_text("Ivan Petrov came to the the harbour.\n")
        (folder / "texts" / "good.txt").rename(folder / "texts" / "new.txt")
        main(["report", "texts", "--output", "out", "--language", "en", "--against", "before/report.json"])
        html = (folder / "out" / "index.html").read_text()
        assert "better: -1 findings" in html
        assert "<td>new</td>" in html
        assert "<h2>No longer there</h2><ul><li>texts/good.txt</li>" in html
        assert capsys.readouterr().out.endswith("out/index.html: 1 finding in 2 files\n")

    @pytest.mark.parametrize("content", ["", "[]", '{"files": [{"path": 1}]}', '{"files": 3}'])
    def test_what_is_no_earlier_report_is_an_error(self, content: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (folder / "old.json").write_text(content)
        assert main(["report", "texts", "--output", "out", "--against", "old.json"]) == 2
        assert "old.json is no report" in capsys.readouterr().err

    def test_a_file_that_cannot_be_read_is_named(self, folder: Path) -> None:
        (folder / "texts" / "lost.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0")
        assert main(["report", "texts", "--output", "out"]) == 2
        assert "lost.txt" in (folder / "out" / "index.html").read_text()

    def test_several_files_on_one_page(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["check", "texts", "--output-format", "html", "--language", "en"])
        html = capsys.readouterr().out
        assert html.count("<h2 id=") == 1
        assert "duplicate-gloss" in html

    def test_the_data_can_be_read_again(self, folder: Path) -> None:
        main(["report", "texts", "--output", "out", "--language", "en"])
        data = json.loads((folder / "out" / "report.json").read_text())
        assert [file["path"] for file in data["files"]] == ["texts/bad.txt", "texts/good.txt"]


def test_a_badge_tells_the_score_in_words() -> None:
    report = CHECKER.check("Nobody was there.")
    assert 'aria-label="tqcheck: 100 of 100"' in badge(report.score)
    assert "<script" not in badge(report.score, label="<script>")
