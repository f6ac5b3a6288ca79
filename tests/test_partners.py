"""What stands beside a text: what its partners excuse, what is said of them, and that nothing changes without them."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tqcheck
from tqcheck import lang
from tqcheck.core.alignment import Alignment, Bead, Partner
from tqcheck.core.document import Document
from tqcheck.core.finding import Finding
from tqcheck.partners import parted

ALONE = ["quotes", "repetition", "insertions", "mechanics", "truncation", "leftovers", "consistency"]
CHECKER = tqcheck.Checker(language="en", source_language="de", select=ALONE)


def found(text: str, **beside: Any) -> list[str]:
    return [finding.rule for finding in CHECKER.check(text, **beside).findings]


def excused(text: str, **beside: Any) -> list[str]:
    return [finding.rule for finding in CHECKER.check(text, **beside).excused]


class TestExcuses:
    @pytest.mark.parametrize(
        ("rule", "text", "source"),
        [
            ("unclosed-quote", "She said, “come in, and sat down.", "Sie sagte: „komm herein, und setzte sich."),
            ("unopened-quote", "We are glad,” he said.", "Wir sind froh“, sagte er."),
            ("doubled-word", "They came to Norrham Norrham again.", "Sie kamen wieder nach Norrham Norrham."),
            (
                "missing-final-mark",
                "The boat was late. Nobody on the mole knew why",
                "Das Boot war spät. Niemand wusste warum",
            ),
            (
                "clarification-in-speech",
                "“We will pay them (the fishermen) in May,” she said.",
                "„Wir werden sie (die Fischer) im Mai bezahlen“, sagte sie.",
            ),
            ("lowercase-start", "yes, we will come. The boat is ready.", "ja, wir kommen. Das Boot ist bereit."),
        ],
    )
    def test_what_the_source_says_too_is_no_artifact(self, rule: str, text: str, source: str) -> None:
        assert rule in found(text)
        assert rule not in found(text, source=source)
        assert rule in excused(text, source=source)

    @pytest.mark.parametrize(
        ("rule", "text", "source"),
        [
            ("doubled-word", "They came to the the harbour.", "Sie kamen zum Hafen."),
            ("duplicate-gloss", "The mayor, Hanne Lund (Hanne Lund), came.", "Die Bürgermeisterin, Hanne Lund (Хане Лунд), kam."),
            ("space-before-mark", "The boat left , and nobody saw it.", "Das Boot fuhr ab , und niemand sah es."),
            ("unclosed-quote", "She said, “come in, and sat down.", "Sie sagte: „Komm herein“, und setzte sich."),
            (
                "clarification-in-speech",
                "“We will pay them (the fishermen) in May,” she said.",
                "„Wir werden sie im Mai bezahlen“, sagte sie.",
            ),
        ],
    )
    def test_what_it_does_not_say_is_one(self, rule: str, text: str, source: str) -> None:
        assert rule in found(text, source=source)

    def test_a_good_translation_excuses_what_it_has_itself(self) -> None:
        text = "The songs of the the harbour."
        assert found(text, reference=text) == []
        assert found(text, reference="The songs of the harbour.") == ["doubled-word"]

    def test_only_the_counterpart_of_a_block_excuses_it(self) -> None:
        text = "They came to Norrham Norrham.\n\nThey came to Holm Holm."
        report = CHECKER.check(text, source="Sie kamen nach Norrham Norrham.\n\nSie kamen nach Holm.")
        assert [text[finding.start : finding.end] for finding in report.findings] == ["Holm Holm"]

    def test_what_is_excused_enters_no_score(self) -> None:
        report = CHECKER.check("They came to Norrham Norrham.", source="Sie kamen nach Norrham Norrham.")
        assert (report.score.value, report.score.by_family) == (100.0, {})


class CountedFinding:
    """A finding that counts how often somebody looks at it."""

    looks = 0

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def __getattr__(self, name: str) -> Any:
        CountedFinding.looks += 1
        return getattr(self._finding, name)


def test_each_finding_is_held_against_those_of_its_counterpart_alone() -> None:
    count = 300
    blocks = "\n\n".join(["They came to the the harbour again."] * count)
    alone = CHECKER.check(blocks).findings
    own, reference = (Document.from_text(blocks, lang.load("en")) for _ in range(2))
    beads = [Bead(number, number + 1, number, number + 1) for number in range(count)]
    document = own.beside({Partner.REFERENCE: reference}, {Partner.REFERENCE: Alignment(beads)})
    rules = {rule.name: rule for rule in CHECKER.rules}
    theirs: Any = [CountedFinding(finding) for finding in alone]
    CountedFinding.looks = 0
    kept, excused = parted(alone, document, rules.__getitem__, lambda _: theirs)
    assert (len(kept), len(excused)) == (0, count)
    assert CountedFinding.looks < 40 * count


class TestReport:
    def test_it_tells_of_the_texts_beside(self) -> None:
        report = CHECKER.check("The boat left.", source="Das Boot fuhr ab.", reference="The boat departed.")
        assert [(each.partner, each.language, each.share) for each in report.beside] == [("source", "de", 1.0), ("reference", "en", 1.0)]
        assert "|partners:source+reference|" in report.score.signature

    def test_rules_that_compare_are_skipped_without_a_partner(self) -> None:
        lone, beside = tqcheck.check("The boat left."), tqcheck.check("The boat left.", source="Das Boot fuhr ab.")
        assert {skipped.why for skipped in lone.skipped if skipped.wants_partner} <= {
            "needs a source",
            "needs a reference",
            "needs a glossary",
        }
        assert "needs a source" not in {skipped.why for skipped in beside.skipped}
        assert "|partners:none|" in lone.score.signature

    def test_the_language_of_a_call_wins_over_that_of_the_settings(self) -> None:
        assert CHECKER.check("The boat left.", source="De boot vertrok.", source_language="nl").beside[0].language == "nl"

    @pytest.mark.parametrize("given", [{"source": b"Das Boot"}, {"reference": 3}])
    def test_what_is_no_text_is_an_error(self, given: dict[str, Any]) -> None:
        with pytest.raises(TypeError, match="a text is a str"):
            CHECKER.check("The boat left.", **given)

    def test_a_wrong_code_is_an_error(self) -> None:
        with pytest.raises(tqcheck.SettingsError, match="no language code"):
            CHECKER.check("The boat left.", source="Das Boot", source_language="German")

    def test_it_can_be_pickled(self) -> None:
        report = CHECKER.check("The boat left.", source="Das Boot fuhr ab.")
        assert pickle.loads(pickle.dumps(report)) == report


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_any_texts_can_stand_beside_each_other(text: str, source: str, reference: str) -> None:
    report = tqcheck.Checker(language="en", source_language="de").check(text, source=source, reference=reference)
    assert all(0 <= finding.start <= finding.end <= len(text) for finding in report.findings)
    sizes = {"source": len(source), "reference": len(reference)}
    for finding in report.findings:
        assert all(0 <= each.start <= each.end <= sizes[each.partner] for each in finding.counterparts)
