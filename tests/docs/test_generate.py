"""The pages of the rules, and what tells that they are stale."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generate import confirmed, fenced, main, page, pages, prose
from tqcheck.core.rule import Bad, Good, Rule
from tqcheck.rules import all_rules


class TooManyStars(Rule):
    """A `star` stands where *nothing* should.

    What it finds: stars,
    and tokens such as <unk> and __X__.

    Why it matters: it looks odd.

    When it errs: at night.

    The fix takes it away.
    """

    languages = ("en", "de")
    bad = (Bad("One ⟦*⟧ here.", fixed="One here."), Bad("Ein ⟦*⟧ hier.", language="de"))
    good = (Good("A ```fence``` here.", "code | marks"), Good("No star.\nNone\u202e."))
    known_errors = (Good("2 * 3", "sums"),)


def test_a_page_says_all_that_the_rule_says() -> None:
    figures = {"findings": 4, "confirmed": 3, "per_1000_human_words": 0.01, "planted": 9, "planted_found": 8}
    accuracy = {"measured": "2026-01-02", "version": "0.1.0", "rules": {"too-many-stars": figures}}
    assert page(TooManyStars, accuracy) == (
        "# too-many-stars\n\n"
        "A `star` stands where \\*nothing\\* should.\n\n"
        "| family | severity | stage | languages | needs | repair | since |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| local | minor | stable | en, de | the text alone | yes | 0.1 |\n\n"
        "**What it finds:** stars, and tokens such as \\<unk> and \\_\\_X\\_\\_.\n\n"
        "**Why it matters:** it looks odd.\n\n"
        "**When it errs:** at night.\n\n"
        "**The fix** takes it away.\n\n"
        "**Measured:** revisers confirmed 3 of 4 findings in annotated text; 0.01 findings in 1000 words of human text; "
        "8 of 9 planted faults found (2026-01-02, version 0.1.0; [how](../accuracy.md)).\n\n"
        "## Found\n\n"
        "The place of the finding is ⟦marked⟧.\n\n"
        "```text\nOne ⟦*⟧ here.\n```\n\n"
        "repaired:\n\n"
        "```text\nOne here.\n```\n\n"
        "In another language (de):\n\n"
        "```text\nEin ⟦*⟧ hier.\n```\n\n"
        "## Left alone\n\n"
        "Look-alikes and sound text, in which it finds nothing.\n\n"
        "code \\| marks:\n\n"
        "````text\nA ```fence``` here.\n````\n\n"
        "sound text:\n\n"
        "```text\nNo star.\nNone\\u202e.\n```\n\n"
        "## Known errors\n\n"
        "The rule still gets these wrong.\n\n"
        "sums:\n\n"
        "```text\n2 * 3\n```\n"
    )


def test_what_cannot_be_written_is_escaped() -> None:
    assert fenced("a\ud800b\x00") == "```text\na\\ud800b\\x00\n```"
    assert prose("`a_b` c_d") == "`a_b` c\\_d"


def test_every_rule_has_a_page_and_stands_in_the_index() -> None:
    wanted = pages(all_rules())
    assert set(wanted) == {f"{name}.md" for name in all_rules()} | {"index.md"}
    for name, rule in all_rules().items():
        assert f"| [{name}]({name}.md) | " in wanted["index.md"]
        assert f"\n## {rule.family}\n" in wanted["index.md"]
        assert all(example.fixed is None or "repaired:" in wanted[f"{name}.md"] for example in rule.bad)


def test_stale_pages_are_told_and_made_fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "rules"
    assert main(["--folder", str(folder)]) == 0
    assert main(["--check", "--folder", str(folder)]) == 0
    (folder / "unclosed-quote.md").write_text("# Something else\n", "utf-8")
    (folder / "of-no-rule.md").write_text("# Nothing\n", "utf-8")
    (folder / "index.md").unlink()
    capsys.readouterr()
    assert main(["--check", "--folder", str(folder)]) == 1
    assert capsys.readouterr().out == "stale: index.md, of-no-rule.md, unclosed-quote.md; run make docs\n"
    assert main(["--folder", str(folder)]) == 0
    assert main(["--check", "--folder", str(folder)]) == 0
    assert not (folder / "of-no-rule.md").exists()


def test_a_rule_that_was_never_measured_says_so() -> None:
    accuracy = {"measured": "2026-01-02", "version": "0.1.0", "rules": {}}
    assert "**Measured:** not measured: no finding" in page(TooManyStars, accuracy)
    assert confirmed(TooManyStars, accuracy) == "not measured"
    assert confirmed(TooManyStars, {"rules": {"too-many-stars": {"findings": 4, "confirmed": 3}}}) == "3 of 4"
