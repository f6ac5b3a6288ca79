"""Repetition in scripts that are written without spaces, and what the scan counts there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import Checker, lang
from tqcheck.core.tokens import length_in_words, sentences

CHECKERS = {code: Checker(language=code, min_score=0.5) for code in ("zh", "ja", "th", "en")}


def rules(text: str, language: str) -> list[str]:
    return [finding.rule for finding in CHECKERS[language].check(text).findings]


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("镇上的人等了很久，渡轮没有来渡轮没有来，大家都走了。", "zh", "doubled-phrase"),
        ("镇上的人在新渡轮码头等了一整天也没有看见船在新渡轮码头等了一整天也没有看见船。", "zh", "doubled-phrase"),
        ("镇上的人" + "等了很久" * 6 + "。", "zh", "loop"),
        ("船" + "がとまる港" * 5 + "に着いた。", "ja", "loop"),
        ("เรือเฟอร์รี่ออกจากท่าเรือออกจากท่าเรือออกจากท่าเรือแล้ว", "th", "loop"),
    ],
)
def test_repetition_is_found(text: str, language: str, rule: str) -> None:
    assert rules(text, language) == [rule]


def test_words_of_the_score_are_two_characters() -> None:
    assert CHECKERS["zh"].check("渡轮在中午离开了港口。").words == 5
    assert CHECKERS["zh"].check("渡轮Alder在2023年离开。").words == 5
    assert length_in_words("渡轮在中午离开了港口。") == 5
    assert length_in_words("the old ferry left") == 4


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("渡轮来了。没有人说话！真的吗？是的。", "zh", 4),
        ("他说：“渡轮来了。”没有人说话。", "zh", 2),
        ("“渡轮来了。”镇长说。", "zh", 1),
        ("「船が来た。」と彼は言った。誰もいなかった。", "ja", 2),
    ],
)
def test_sentences_end_without_white_space(text: str, language: str, count: int) -> None:
    assert len(list(sentences(text, lang.load(language)))) == count


@given(st.text(alphabet="ab的了在用户はをど、。 \n", max_size=200), st.sampled_from(("zh", "ja", "th", "en")))
def test_findings_lie_in_the_text(text: str, language: str) -> None:
    for finding in CHECKERS[language].check(text).findings:
        assert 0 <= finding.start < finding.end <= len(text)
        if finding.fix:
            finding.fix.apply(text)


@pytest.mark.parametrize("text", ["的" * 200_000, "用户" * 100_000, "哈的" * 50_000 + "。", "一" * 1000 + "二" * 1000, "あいう、" * 50_000])
def test_long_repetition_ends_in_time(text: str) -> None:
    assert all(finding.end <= len(text) for finding in CHECKERS["zh"].check(text).findings)
