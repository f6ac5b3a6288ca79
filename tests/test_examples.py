"""Every rule proves itself: its bad examples give exactly the marked places, its good ones are silent."""

from __future__ import annotations

import pytest

from tqcheck import lang
from tqcheck.bilingual.alignment import align
from tqcheck.bilingual.glossary.table import rows
from tqcheck.core.alignment import Partner
from tqcheck.core.document import Document
from tqcheck.core.finding import Finding
from tqcheck.core.glossary import Glossary
from tqcheck.core.rule import Bad, Good, Rule
from tqcheck.core.run import run
from tqcheck.rules import all_rules

RULES = list(all_rules().values())
BAD = [pytest.param(rule, example, id=f"{rule.name}-{n}") for rule in RULES for n, example in enumerate(rule.bad)]
GOOD = [pytest.param(rule, example, id=f"{rule.name}-{n}") for rule in RULES for n, example in enumerate(rule.good)]
KNOWN = [pytest.param(rule, example, id=f"{rule.name}-{n}") for rule in RULES for n, example in enumerate(rule.known_errors)]


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its ⟦marks⟧, and the places that they marked."""
    places, plain, start = [], "", 0
    for character in text:
        if character == "⟦":
            start = len(plain)
        elif character == "⟧":
            places.append((start, len(plain)))
        else:
            plain += character
    return plain, places


def findings(rule: type[Rule], text: str, example: Bad | Good) -> list[Finding]:
    return [finding for finding in run([rule()], document_of(text, example)) if finding.score >= 0.5]


def document_of(text: str, example: Bad | Good) -> Document:
    document = Document.from_text(text, lang.load(example.language))
    beside = {Partner.SOURCE: (example.source, example.source_language), Partner.REFERENCE: (example.reference, example.language)}
    partners = {partner: Document.from_text(other, lang.load(code)) for partner, (other, code) in beside.items() if other is not None}
    document = document.beside(partners, {partner: align(document, other) for partner, other in partners.items()})
    if example.glossary is not None:
        document.glossary = Glossary(rows(example.glossary, "example.csv"))
    return document


def is_met(rule: type[Rule], example: Bad | Good) -> bool:
    text, places = unmarked(example.text)
    return [(f.start, f.end) for f in findings(rule, text, example)] == places


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_bad_example_gives_exactly_its_places(rule: type[Rule], example: Bad) -> None:
    text, places = unmarked(example.text)
    found = findings(rule, text, example)
    assert [text[f.start : f.end] for f in found] == [text[a:b] for a, b in places]
    assert [(f.start, f.end) for f in found] == places
    for finding in found:
        assert finding.message.endswith((".", "?", "!", "”"))


@pytest.mark.parametrize(("rule", "example"), [case for case in BAD if case.values[1].fixed is not None])  # type: ignore[union-attr]
def test_fix_is_right_and_silences_the_rule(rule: type[Rule], example: Bad) -> None:
    text, _ = unmarked(example.text)
    found = findings(rule, text, example)
    assert all(finding.fix for finding in found)
    for finding in reversed(found):
        assert finding.fix is not None
        text = finding.fix.apply(text)
    assert text == example.fixed
    assert findings(rule, text, example) == []


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_good_example_is_silent(rule: type[Rule], example: Good) -> None:
    assert findings(rule, example.text, example) == []


@pytest.mark.parametrize(("rule", "example"), KNOWN)
def test_known_error_still_errs(rule: type[Rule], example: Bad | Good) -> None:
    assert not is_met(rule, example), "this comes right now: move it to the rule's examples"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_carries_enough_examples(rule: type[Rule]) -> None:
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert any(example.why for example in rule.good), "name a look-alike"
