"""The report for people says everything once, and is quiet about clean files."""

from __future__ import annotations

from made import FIX, checked, finding, measured

from tqcheck import ReadingError, Severity, Skipped
from tqcheck.readers.reading import Reading
from tqcheck.report import Beside, Notice, Report
from tqcheck.reporters.display import Display
from tqcheck.reporters.text import NOTE, TextReporter


def written(*reports: tuple[Reading, Report], errors: int = 0, display: Display | None = None) -> str:
    pieces: list[str] = []
    reporter = TextReporter(pieces.append, display or Display())
    for reading, report in reports:
        reporter.add(reading, report)
    for _ in range(errors):
        reporter.fail(ReadingError("lost.txt", "no such file"))
    reporter.close()
    return "".join(pieces)


def test_a_finding_in_full() -> None:
    assert written(checked(finding(17, 20, fix=FIX))) == (
        "a.txt:2:5  doubled-word  0.88  minor\n"
        "  “the” is \\x1b[1mwritten twice.\n"
        "  2 | The the 😀 sea \\x1b[31mwas calm.\n"
        "    |     ^^^\n"
        "  repair: The the 😀 → The 😀\n"
        "\n"
        "a.txt: 1 finding in 10 words (en, detected)\n"
        "  repetition 1\n"
        "  penalty 87.65 per 1000 words, score 91.2 of 100\n"
        "  signature rules:1|lang:en\n"
        f"{NOTE}\n"
    )


def test_a_clean_file_is_one_line() -> None:
    assert written(checked()) == "a.txt: nothing found in 10 words (en, detected), score 100\n"


def test_a_notice_is_one_line() -> None:
    reading, report = checked()
    text = written((reading, report.replace(notices=(Notice(17, 20, "told \x1b[1m"),))))
    assert text.splitlines() == ["a.txt:2:5  notice: told \\x1b[1m", "a.txt: nothing found in 10 words (en, detected), score 100"]


def test_a_given_language_is_not_called_detected() -> None:
    reading, report = checked()
    report = Report(report.name, "de-CH", False, (), (), 1, report.score)
    assert written((reading, report)) == "a.txt: nothing found in 1 word (de-CH), score 100\n"


def test_several_files_have_a_total() -> None:
    text = written(checked(finding(0, 5)), checked(name="b.txt"), errors=1)
    assert "2 files, 1 file not read: 1 finding in 20 words\n  repetition 1\n  penalty 43.83 per 1000 words, score 95.6 of 100\n" in text
    assert text.count(NOTE) == 1
    assert written(checked(), checked(name="b.txt")).endswith("\n2 files: nothing found in 20 words\n")


def test_a_total_over_unlike_scores_has_no_signature() -> None:
    assert "signature none" in written(checked(finding(0, 5)), checked(finding(0, 5), signature="other"))


def test_skipped_rules_are_said_with_the_reason() -> None:
    skipped = (Skipped("one", "not made for language 'de'"), Skipped("two", "not made for language 'de'"))
    assert "2 rules skipped" in written(checked(skipped=skipped))
    assert "  skipped: 2 rules not made for language 'de'\n" in written(checked(finding(0, 5), skipped=skipped))


def test_a_span_over_several_lines_says_so() -> None:
    assert "  1 | First line.\n    |       ^^^^^ (to line 2)\n" in written(checked(finding(6, 20)))


def test_colours_by_severity() -> None:
    text = written(checked(finding(0, 5, severity=Severity.CRITICAL)), display=Display(colour=True))
    assert "\x1b[35mcritical\x1b[0m" in text
    assert "\x1b[31mwas" not in text, "the text's own escape stays harmless"


def test_names_of_files_are_made_harmless() -> None:
    assert written(checked(name="a\x1b[2J\n.txt")).startswith("a\\x1b[2J\\x0a.txt: ")


def test_nothing_is_wider_than_the_display() -> None:
    long = "word " * 100
    text = written(checked(finding(200, 204), text=long), display=Display(width=80))
    assert max(len(line) for line in text.splitlines()[:4]) <= 80


def test_figures_are_one_line() -> None:
    first, second = written(measured()).splitlines()
    assert first == "a.txt: nothing found in 10 words (en, detected), score 100"
    assert second == "  chrF2++ 61.2, tiny-da\\x1b 0.812 (2 blocks, 1 not aligned)"


def test_texts_beside_are_told_with_how_sure_it_is_what_belongs_together() -> None:
    reading, report = checked()
    beside = (Beside("source", "b.txt", "de", 0.75, 0.9), Beside("reference", "c.txt", "en", 0.0, 0.0, "it is another text"))
    shown = written((reading, report.replace(beside=beside)))
    assert "  source b.txt (de): 75 % compared, sureness 0.90\n  reference c.txt (en): not compared\n" in shown
