"""The scan: the compiled kernel and its twin see the same, and no trigger hides what its rule would find."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_properties import ANY, EXAMPLES, FULL
from tqcheck import lang
from tqcheck.core import lines, scanning
from tqcheck.core.blocks import plain_blocks
from tqcheck.core.characters import (
    ALPHANUMERIC,
    CAPITAL,
    DIGIT,
    LETTER,
    MARK,
    NUMBER,
    SMALL,
    folded,
    is_control,
    is_lookalike,
    kind_of,
)
from tqcheck.core.document import Document
from tqcheck.core.echoes import echoes, echoes_plainly
from tqcheck.core.finding import Finding
from tqcheck.core.language import Language
from tqcheck.core.marks import MARK_TRIGGERS, Marks
from tqcheck.core.plan import Plan
from tqcheck.core.rule import Rule, triggers_of
from tqcheck.core.run import Run, settled
from tqcheck.rules import all_rules

KERNEL = pytest.importorskip("tqcheck.core._kernel", reason="the kernel was not compiled")
ENGLISH, UNKNOWN = lang.load("en"), lang.load("und")
RULES = list(all_rules().values())
STRANGE = st.text(alphabet="aAbB.,'’‘ʼ-–_1²٣ⅷⓐǅİΣςσßŉé\u0301\u200d“”\"()!? \n\u3000\x1c你бα🙂\ud800", max_size=80)
TEXTS = ANY | STRANGE


def plan_of(language: Language) -> Plan:
    return Plan([("marks", MARK_TRIGGERS), *((rule.name, triggers_of(rule)) for rule in RULES if triggers_of(rule))], language)


PLANS = [plan_of(ENGLISH), plan_of(UNKNOWN)]
SCANNERS = [
    tuple(made(classify=plan.classify, judge=plan.judge, **plan.tables()) for made in (KERNEL.Scanner, scanning.PlainScanner))
    for plan in PLANS
]


@settings(max_examples=300)
@given(TEXTS)
def test_kernel_and_twin_split_words_alike(text: str) -> None:
    lower, starts, ends = KERNEL.split(text)
    plain_lower, plain_starts, plain_ends = scanning.split_plainly(text)
    assert (lower, list(starts), list(ends)) == (plain_lower, list(plain_starts), list(plain_ends))


@settings(max_examples=300)
@given(TEXTS)
def test_kernel_and_twin_see_the_same(text: str) -> None:
    blocks = plain_blocks(text.replace("\r", "\n"))
    for kernel, plain in SCANNERS:
        words, flagged, _, numbers = kernel.scan(text, blocks.starts, blocks.ends)
        plain_words, plain_flagged, _, plain_numbers = plain.scan(text, blocks.starts, blocks.ends)
        assert (words, flagged, numbers) == (plain_words, plain_flagged, plain_numbers)


@given(TEXTS)
def test_segments_are_alike_if_and_only_if_their_words_are(text: str) -> None:
    twice = f"{text}. A lamp! {text}."
    for scanner in SCANNERS[0]:
        _, _, hashes, _ = scanner.scan(twice, [0], [len(twice)])
        _, _, plain_hashes, _ = SCANNERS[0][1].scan(twice, [0], [len(twice)])
        assert [hashes.index(each) for each in hashes] == [plain_hashes.index(each) for each in plain_hashes]


@settings(max_examples=300)
@given(TEXTS)
def test_kernel_and_twin_find_the_same_lines(text: str) -> None:
    assert [list(row) for row in lines.split_lines(text)] == [list(row) for row in lines.split_lines_plainly(text)]


@given(st.lists(st.sampled_from("abc"), max_size=60))
def test_kernel_and_twin_hear_the_same_echoes(words: list[str]) -> None:
    assert echoes(words) == echoes_plainly(words)


@given(st.lists(st.text(alphabet="abc'é", min_size=1, max_size=5), max_size=30), st.text(alphabet="abc'é", max_size=5))
def test_a_line_is_found_if_it_is_there(words: list[str], wanted: str) -> None:
    text = "\n".join(sorted(set(words)))
    expected = wanted in set(words) or (not words and not wanted)
    for has_line in (KERNEL.has_line, scanning.has_line_plainly):
        assert bool(has_line(text, wanted)) is (expected and bool(text))


def everywhere(rule: Rule, document: Document) -> list[Finding]:
    """What a rule finds when it looks at everything."""
    passages = document.passages if rule.scope == "block" else [document.whole]
    return settled(finding for passage in passages for finding in rule.check(passage))


def check_triggers(rule: Rule, text: str) -> None:
    language = ENGLISH if "*" in rule.languages or "en" in rule.languages else UNKNOWN
    sharp = Run([rule], language)(Document.from_text(text, language))
    assert [f for f in everywhere(rule, Document.from_text(text, language)) if f not in sharp] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_trigger_hides_a_fault_of_the_examples(rule: type[Rule]) -> None:
    if any(trigger[0] == "faults" for trigger in triggers_of(rule)):
        pytest.skip("its trigger is what it looks for")
    for text in EXAMPLES:
        if not isinstance(rule.triggers, str) or not rule.triggers or not set(rule.triggers).isdisjoint(text):
            check_triggers(rule(), text)


@settings(max_examples=150)
@given(FULL | STRANGE, st.sampled_from([rule for rule in RULES if not isinstance(rule.triggers, str)]))
def test_no_trigger_hides_a_fault(text: str, rule: type[Rule]) -> None:
    if all(trigger[0] != "faults" for trigger in triggers_of(rule)):
        check_triggers(rule(), text)


@given(STRANGE | FULL)
def test_no_mark_is_overlooked(text: str) -> None:
    plan = Plan([("marks", MARK_TRIGGERS)], ENGLISH)
    scanner = scanning.PlainScanner(classify=plan.classify, judge=plan.judge, **plan.tables())
    document = Document.from_text(text, ENGLISH)
    _, flagged, _, _ = scanner.scan(document.text, document.blocks.starts, document.blocks.ends)
    seen = {number for number, _ in flagged}
    assert all(passage.number in seen for passage in document.passages if Marks.of(ENGLISH).find(passage.text))


EVERY = "".join(map(chr, range(sys.maxunicode + 1)))
NEWER = [character for character in regex.findall(r"[\p{L}\p{M}\p{N}]", EVERY) if category(character) == "Cn"]
# Of the code points that unicodedata does not know only some: there are 800,000, and regex must be asked for each.
TRIED = {*(each for number, each in enumerate(EVERY) if category(each) != "Cn" or not number % 97), *NEWER[::9]}
KINDS = {character: kind_of(character) for character in TRIED}
PROPERTIES = {LETTER: r"\p{L}", MARK: r"\p{M}", DIGIT: r"\p{Nd}", NUMBER: r"\p{N}", ALPHANUMERIC: r"\w"}


@pytest.mark.parametrize("kind", PROPERTIES)
def test_kinds_of_characters_are_those_of_regex(kind: int) -> None:
    expected = TRIED.intersection(regex.findall(PROPERTIES[kind], EVERY))
    assert {character for character in TRIED if KINDS[character] & kind} == expected


def test_cases_are_those_of_str() -> None:
    for character, kind in KINDS.items():
        assert bool(kind & SMALL) is character.islower()
        assert bool(kind & CAPITAL) is (character.isupper() or category(character) == "Lt")


def test_every_character_has_a_class_and_folding_keeps_its_length() -> None:
    for character in EVERY[::11]:
        assert 1 <= PLANS[0].classify(character) & 127 < 128
        assert len(folded(character)) == 1


def test_lookalikes_and_controls_are_not_overlooked() -> None:
    alike = regex.findall(r"[\p{Script=Cyrillic}\p{Script=Greek}]", EVERY)
    assert all(map(is_lookalike, alike))
    hidden = regex.findall(
        r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\u200b-\u200f]", EVERY
    )
    assert all(map(is_control, hidden))
