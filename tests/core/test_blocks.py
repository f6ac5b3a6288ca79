"""Plain text in its layouts: a line end is neither a lost nor an invented boundary."""

from __future__ import annotations

from itertools import pairwise
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.core.blocks import Kind, normalised, plain_blocks

PARAGRAPHS = (
    "The harbour office at Northmere opens at six, long before the first boat comes in, and whoever is on duty lights the stove, "
    "reads the glass and writes the height of the tide into a book that nobody has ever been seen to open again.",
    "“I have kept that book for thirty years,” said Hanne Lund. “My father kept it before me. If you want to know how high the "
    "water stood on the night the old bridge went, I can tell you. Nobody asks.”",
    "In May the council sent a letter. The book, it said, would be replaced by an instrument on the mole that measures the water "
    "every second and sends the figure to the capital, where somebody, presumably, will look at it. Lund read the letter twice.",
    "She is still writing.",
)


def texts(text: str) -> list[str]:
    text, _ = normalised(text)
    return [text[block.span.start : block.span.end].replace("\n", " ") for block in plain_blocks(text)]


def squeezed(text: str) -> list[str]:
    """The blocks without what a wrap adds between two words."""
    return [" ".join(block.split()) for block in texts(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_paragraphs_parted_by_blank_lines(end: str) -> None:
    assert texts((end + end).join(PARAGRAPHS) + end) == list(PARAGRAPHS)


@pytest.mark.parametrize("blank", ["\n \n", "\n\t\n", "\r\n\r\n", "\n\u3000\n", "\n\n\n\n"])
def test_a_blank_line_may_hold_blanks(blank: str) -> None:
    assert texts(blank.join(PARAGRAPHS)) == list(PARAGRAPHS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_paragraph_a_line(end: str) -> None:
    assert texts(end.join(PARAGRAPHS)) == list(PARAGRAPHS)


@given(st.integers(60, 100))
def test_paragraphs_wrapped_at_a_column(width: int) -> None:
    assert squeezed("\n\n".join(fill(paragraph, width) for paragraph in PARAGRAPHS)) == list(PARAGRAPHS)


@given(st.integers(60, 100), st.sampled_from(PARAGRAPHS))
def test_a_lone_wrapped_paragraph(width: int, paragraph: str) -> None:
    assert squeezed(fill(paragraph, width)) == [paragraph]


def test_lines_inside_a_block_are_no_longer_apart() -> None:
    text = "\n\n".join(PARAGRAPHS[:2]) + "\n" + PARAGRAPHS[3]
    assert [block.apart for block in plain_blocks(text)] == [True, True, False]


def test_wrapped_paragraphs_between_lines_that_are_paragraphs() -> None:
    wrapped = "\n\n".join(fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert squeezed("\n".join(PARAGRAPHS) + "\n\n" + wrapped) == [*PARAGRAPHS, *PARAGRAPHS]


def test_wrapped_paragraphs_without_a_blank_line_end_where_a_line_is_short() -> None:
    chosen = [PARAGRAPHS[0], PARAGRAPHS[2], PARAGRAPHS[3]]
    assert squeezed("\n".join(fill(paragraph, 70) for paragraph in chosen)) == chosen


def test_wrapped_paragraphs_whose_first_lines_are_indented() -> None:
    wrapped = "\n".join(fill(paragraph, 68, initial_indent="    ") for paragraph in PARAGRAPHS)
    assert squeezed(wrapped) == list(PARAGRAPHS)


def test_a_title_above_a_wrapped_paragraph_stays_apart() -> None:
    assert squeezed("The Keeper of the Tides\n" + fill(PARAGRAPHS[0], 66)) == ["The Keeper of the Tides", PARAGRAPHS[0]]


def test_a_wrapped_line_may_end_with_a_sentence_when_the_column_is_known() -> None:
    last = "This is a line that is as long as the column of this document.\nAnd another."
    text = "\n\n".join([*(fill(paragraph, 64) for paragraph in PARAGRAPHS[:3]), last])
    assert squeezed(text)[-1] == last.replace("\n", " ")


def test_a_long_address_does_not_undo_the_wrapping() -> None:
    paragraph = f"{PARAGRAPHS[0]} See https://example.org/{'tides-' * 20}book for a picture of the book and of the man who kept it."
    assert squeezed(fill(paragraph, 72, break_long_words=False, break_on_hyphens=False)) == [paragraph]


def test_items_of_a_list_are_blocks_of_their_own() -> None:
    items = [
        "- Bring the lamp, the long rope and the book with the tides of the last year to the landing stage before noon.",
        "- Tell nobody.",
        "- Wait for the second bell, and if it does not ring within the hour, go home by the upper road and say nothing of it.",
    ]
    wrapped = "\n".join(fill(item, 64, subsequent_indent="  ") for item in items)
    assert squeezed(wrapped) == items
    assert [block.kind for block in plain_blocks(wrapped)] == [Kind.ITEM] * 3
    introduced = "What the letter asked of those who had kept the book in the years\nthat lay between the two great floods:\n"
    assert squeezed(introduced + wrapped)[1:] == items


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "(2)", "12)", "a)", "(b)"])
def test_marks_of_items(mark: str) -> None:
    assert [block.kind for block in plain_blocks(f"{mark} A thing.\n{mark}thing")] == [Kind.ITEM, Kind.PARAGRAPH]


def test_a_wrapped_line_that_happens_to_begin_like_an_item_goes_on() -> None:
    paragraph = (
        "The list of those who had signed the letter to the council was headed by J. Lund of the harbour office, and it was signed by "
        "nobody else in the whole of the old town, as far as anyone who read it could see at the time."
    )
    wrapped = fill(paragraph, 74)
    assert "\nJ. Lund" in wrapped
    assert squeezed(wrapped) == [paragraph]


@pytest.mark.parametrize(
    "verse",
    [
        "The tide came in at six o’clock,\nthe boats came in at seven,\nthe keeper wrote it in his book\nand laid it up in heaven.",
        "O lamp that burns above the bar when all the town is sleeping,\nO bell that rings across the fog,\n"
        "I gave my boat into your keeping, and what I gave to you I lost,\nand what I lost is past all weeping.",
        "Nobody walks along the mole in winter,\nThe ropes are frozen to the iron rings,\nThe gulls have gone inland to follow ploughs,\n"
        "And only the old keeper hears who sings.",
    ],
)
def test_a_line_of_verse_is_a_block(verse: str) -> None:
    assert texts(verse) == verse.split("\n")


def test_a_line_that_breaks_off_among_paragraphs_is_no_wrapped_line() -> None:
    lines = [
        *PARAGRAPHS,
        "The bell at the end of the mole rang twice in the night and then for a long",
        "while nothing was heard.",
        *PARAGRAPHS,
    ]
    assert texts("\n".join(lines)) == lines


def test_short_lines_are_not_a_wrapped_paragraph() -> None:
    address = "Hanne Lund\nThe Harbour Office\n12 Quay Street\nNorthmere"
    assert texts(address) == address.split("\n")


def test_no_text_has_no_blocks() -> None:
    assert texts("") == texts(" \n\t\n") == []


@given(st.text(alphabet="aB.\r\n\x85\u2028\v \t", max_size=60))
def test_normalising_writes_every_line_end_alike_and_knows_the_way_back(text: str) -> None:
    plain, shrunk = normalised(text)
    assert set(plain) <= set("aB. \t\n")
    assert len(plain) + len(shrunk) == len(text)
    assert plain.splitlines() == text.splitlines()
    written_back = "".join("\r\n" if place in shrunk else character for place, character in enumerate(plain))
    assert len(written_back) == len(text)
    assert all(was == now or was in "\r\n\x85\u2028\v" for was, now in zip(text, written_back, strict=True))


def test_a_text_without_odd_line_ends_is_not_copied() -> None:
    text = "One line.\nAnother."
    assert normalised(text)[0] is text


@given(st.text(alphabet="aB. -1\n\t", max_size=400))
def test_blocks_are_ordered_and_hold_every_letter(text: str) -> None:
    blocks = list(plain_blocks(text))
    assert all(one.span.end <= other.span.start for one, other in pairwise(blocks))
    assert "".join(text[b.span.start : b.span.end] for b in blocks).translate(str.maketrans("", "", " \t\n")) == text.translate(
        str.maketrans("", "", " \t\n")
    )
    assert all(text[b.span.start : b.span.end].strip() == text[b.span.start : b.span.end] != "" for b in blocks)
