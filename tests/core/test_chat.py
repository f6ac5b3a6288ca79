"""Stretches of a text in which people write messages, and what rules make of them."""

from __future__ import annotations

import pytest

import tqcheck
from tqcheck import lang
from tqcheck.core.chat import signs
from tqcheck.core.document import Document

MESSAGES = "Я вже вдома))\nДякую, що чекали ,будемо о шостій\nДобре, до зустрічі)\nЗавтра принесу каву 😀\nгарного вечора"
NEWS = "Порт був закритий на тиждень. Рибалки чекали , бо дув вітер (з півночі). Тепер усе працює.\n\nРада збереться в понеділок."


def found(text: str) -> list[str]:
    return [finding.rule for finding in tqcheck.check(text, language="uk").findings]


def test_habits_of_messages_are_not_reported() -> None:
    assert found(MESSAGES) == []


def test_the_same_fault_in_news_is_reported() -> None:
    assert set(found(NEWS)) & {"space-before-mark", "missing-space"}


def test_one_smile_makes_no_messages() -> None:
    document = Document.from_text("The boats came home :)\n\nThe nets are dry.", lang.load("en"))
    assert not document.is_chat_at(0)


def test_messages_end_where_the_signs_are_far() -> None:
    document = Document.from_text(MESSAGES + "\n\n" + "Порт був закритий. " * 900, lang.load("uk"))
    assert document.is_chat_at(10)
    assert not document.is_chat_at(len(document.text) - 10)


@pytest.mark.parametrize("line", ["Gut (sehr gut)", "a) milk", "He said (as he often did) that it rains.", "f(x)"])
def test_brackets_of_prose_are_no_signs(line: str) -> None:
    assert signs(line, ()) == ([], [])


def test_a_line_counts_once() -> None:
    assert len(signs("😀😀😀 так)) 😀\nні))", ())[0]) == 2


def test_lines_with_greetings_make_messages_and_a_letter_does_not() -> None:
    lines = "Bonjour, le livre ne marche pas\nMerci beaucoup\nLe port , je crois\n"
    assert Document.from_text(lines * 3, lang.load("fr")).is_chat_at(40)
    assert not Document.from_text(lines + "Cordialement\n", lang.load("fr")).is_chat_at(40)
    assert Document.from_text("Le livre est là.\nje ne le trouve pas\n" * 5, lang.load("fr")).is_chat_at(40)
    assert not Document.from_text("Le livre est là,\nje ne le trouve pas\n" * 5, lang.load("fr")).is_chat_at(40)
    assert not Document.from_text(lines * 3, lang.load("en")).is_chat_at(40)
