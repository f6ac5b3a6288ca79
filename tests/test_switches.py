"""Stretches in another language are seen, and judged by the rules and the data of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import Checker, lang
from tqcheck.core.document import Document
from tqcheck.switches import stretches

ENGLISH = "The ferry was late again on the second day of the fair, and nobody in the town was surprised by it.\n\n"
GERMAN = "Die Fähre kommt heute leider nicht mehr, und wir müssen zu Fuß nach Hause gehen."
CHINESE = "港口的渡轮在集市的第二天又晚点了，镇上没有一个人感到意外，于是我们步行回家。"


def found(text: str, language: str) -> list[tuple[str, str, bool]]:
    """The stretches of a text that was not scanned."""
    document = Document.from_text(text, lang.load(language))
    return [(text[each.start : each.end], each.code, each.is_quoted) for each in stretches(document)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (ENGLISH * 2 + GERMAN, "en", [(GERMAN, "de", False)]),
        (ENGLISH * 2 + CHINESE, "en", [(CHINESE, "zh", False)]),
        (f"{CHINESE}\n\n{CHINESE}\n\n{ENGLISH}", "zh", [(ENGLISH.strip(), "en", False)]),
        (ENGLISH * 2 + f"She said “{GERMAN}” and left the old town of Alder on foot, without a word to us.", "en", [(GERMAN, "de", True)]),
        (ENGLISH * 2 + "As they say:\n\n" + GERMAN, "en", [(GERMAN, "de", True)]),
        (ENGLISH + "The word Wanderlust und so weiter is German.", "en", []),
        ("東京都議会議員選挙投票日程発表\n\n船は正午に港を出て、町に着いた。誰も話さなかった。", "ja", []),
        (GERMAN, "en", []),
        (GERMAN, "und", []),
    ],
)
def test_stretches(text: str, language: str, expected: list[tuple[str, str, bool]]) -> None:
    assert found(text, language) == expected


def test_a_stretch_is_judged_by_its_own_conventions() -> None:
    chinese = f"{CHINESE}他说：“船又晚点了。”没有人回答,大家都走了。"
    report = Checker(language="en").check(ENGLISH * 3 + chinese)
    assert {(finding.rule, finding.start >= len(ENGLISH) * 3) for finding in report.findings} >= {("wrong-width-mark", True)}
    assert not [finding for finding in report.findings if finding.family == "quotes"]


def test_a_quotation_in_another_language_is_not_untranslated() -> None:
    text = ENGLISH + f"She said “{GERMAN}” and left the old town of Alder on foot, without a word to us."
    assert not Checker(language="en").check(text).findings


@given(st.text(alphabet="aбв漢かก \n“”.。und the", max_size=300), st.sampled_from(("en", "zh", "ru", "he", "und")))
def test_stretches_lie_in_the_text_and_do_not_overlap(text: str, language: str) -> None:
    document = Document.from_text(text, lang.load(language))
    last = 0
    for stretch in stretches(document):
        assert last <= stretch.start < stretch.end <= len(text)
        last = stretch.end
