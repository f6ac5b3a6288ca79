"""Documents and passages: places, neighbours, and what a passage knows of itself."""

from __future__ import annotations

import pickle
from textwrap import fill

import pytest

from tqcheck import lang
from tqcheck.core.document import Document
from tqcheck.core.span import Span

ENGLISH = lang.load("en")


def document(text: str) -> Document:
    return Document.from_text(text, ENGLISH)


def test_places_lead_back_to_the_text_that_was_handed_in() -> None:
    text = "\ufeffOne.\r\n\r\n  Two\r\nwords.\u2028\u2028Three."
    found = document(text)
    assert found.text == "\ufeffOne.\n\n  Two\nwords.\n\nThree."
    spans = [(found.original(p.span.start), found.original(p.span.end)) for p in found.passages]
    assert [text[start:end] for start, end in spans] == ["\ufeffOne.", "Two", "words.", "Three."]
    assert found.original(len(found.text)) == len(text)


def test_line_ends_inside_a_passage_are_spaces() -> None:
    wrapped = fill("The keeper of the harbour wrote the height of the tide into a book every day for thirty years.", 50)
    (passage,) = document(wrapped).passages
    assert "\n" in wrapped
    assert passage.text == wrapped.replace("\n", " ")
    assert len(passage.sentences) == 1


def test_neighbours() -> None:
    first, second, third = document("One.\n\nTwo.\n\nThree.").passages
    assert first.previous is None
    assert first.following is second
    assert third.previous is second
    assert third.following is None


def test_the_whole_is_a_passage_too() -> None:
    found = document("One.\n\n“Two,” he said.")
    whole = found.whole
    assert whole.text == found.text
    assert whole.span == Span(0, 21)
    assert whole.previous is whole.following is None
    assert not whole.is_heading
    assert not whole.in_speech(8)
    assert whole.quotation.quoted == ()


@pytest.mark.parametrize("text", ["", " ", "\n\r\n", "\ufeff"])
def test_hardly_any_text_has_all_views(text: str) -> None:
    found = document(text)
    assert found.word_count == 0
    for passage in (found.whole, *found.passages):
        assert not passage.in_speech(0)
        assert len(passage.words) == 0
        assert passage.block.span == passage.span
        assert passage.characters == frozenset(passage.text)


def test_views_are_made_once() -> None:
    passage = document("One. Two.").passages[0]
    assert passage.words is passage.words
    assert passage.sentences is passage.sentences
    assert passage.document.passages[0] is passage


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("The Keeper of the Tides", True),
        ("“The Keeper of the Tides”", True),
        ("The Keeper of the Tides (1954)", True),
        ("The keeper of the tides left.", False),
        ("Is the keeper here?", False),
        ("The keeper said:", False),
        (" ".join(["tide"] * 17), False),
        ("---", True),
    ],
)
def test_headings(text: str, is_heading: bool) -> None:
    assert document(text).passages[0].is_heading is is_heading


def test_speech_is_a_quotation_longer_than_a_term() -> None:
    passage = document("“I kept the book for years,” said the “keeper”.").passages[0]
    assert passage.in_speech(5)
    assert not passage.in_speech(29)
    assert not passage.in_speech(40)


def test_a_document_can_be_pickled_after_use() -> None:
    found = document("“One,” he said. Two.\n\nThree.")
    assert found.word_count == 5
    assert found.passages[0].sentences
    again = pickle.loads(pickle.dumps(found))
    assert again.text == found.text
    assert [p.text for p in again.passages] == [p.text for p in found.passages]
    assert again.language.code == "en"


def test_a_span_is_half_open() -> None:
    span = Span(2, 4)
    assert [span.holds(place) for place in (1, 2, 3, 4)] == [False, True, True, False]
    assert span.overlaps(Span(3, 9))
    assert not span.overlaps(Span(4, 9))
    for start, end in ((-1, 2), (3, 2)):
        with pytest.raises(ValueError, match="not a span"):
            Span(start, end)
