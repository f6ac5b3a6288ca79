"""How quotation marks are read: the cheapest repair of the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.core.document import Document
from tqcheck.core.marks import Marks, family_of
from tqcheck.core.quotation import Quotation

ENGLISH = lang.load("en")


def read(text: str) -> list[Quotation]:
    return [passage.quotation for passage in Document.from_text(text, ENGLISH).passages]


def faults(text: str) -> list[tuple[str, int]]:
    return [(str(fault.kind), fault.place) for quotation in read(text) for fault in quotation.faults]


@pytest.mark.parametrize(
    "text",
    [
        "“Yes,” she said, “it’s the dogs’ bowl.”",
        '"Yes," she said. "It\'s here."',
        "‘Yes,’ he said, ‘he called it “odd”.’",
        'The ’90s, ’tis said, were rock ’n’ roll; James’ car was 5\' 11" long and took a 7" single.',
        "He said: “She told me: ‘They shouted “No!” at us.’”",
        "“One.\n\n“Two.\n\n“Three,” she said.",
        "“I came at five.\nThen it rained.” We left.",
        "(“Bracketed.”) [“So too”] —“and after a dash”—",
        "the “A”, “B” and “C” lists/“D”",
        "He wrote «oui» and „nein“.".replace("«oui» and „nein“", "“oui”"),
        "“‘Stop!’ he cried,” she said. “He said ‘Go.’”",
        "'90s music and 'em all",
    ],
)
def test_good_form_has_no_fault(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes.", [("unclosed", 8)]),
        ("He said yes.”", [("unopened", 12)]),
        ("She said ”yes“ again.", [("turned", 13)]),
        ('She said “yes" again.', [("mixed", 13)]),
        ("She said “yes”” again.", [("doubled", 14)]),
        ("The “A “B” C” sign.", [("nested-same", 7)]),
        ("The town‘s bridge.", [("turned-apostrophe", 8)]),
        ("She said 「yes」 again.", [("foreign", 13)]),
        ('He said, "One.\n"Two is what it was.', [("stranded", 0)]),
        ("“One and two “three” four.", [("unclosed", 0)]),
    ],
)
def test_one_fault_is_one_repair(text: str, expected: list[tuple[str, int]]) -> None:
    assert faults(text) == expected


def test_a_lost_mark_does_not_make_every_later_mark_a_fault() -> None:
    text = "He said “yes. " + "She said “no” and “never” and left. " * 20
    assert [kind for kind, _ in faults(text)] == ["unclosed"]


def test_speech_covers_the_lines_that_it_runs_over() -> None:
    first, second = read("She said, “I came at five that day.\nThen it rained for hours.” We left.")
    assert [(span.start, span.end) for span in first.speech] == [(11, 35)]
    assert [(span.start, span.end) for span in second.speech] == [(0, 25)]


def test_a_term_in_marks_is_no_speech() -> None:
    assert read("The “peace plan” failed.")[0].speech == ()


@given(st.text(alphabet="“”‘’\"'«»„「」 ab.,(\n", max_size=60))
def test_every_mark_is_read_and_every_place_is_in_its_block(text: str) -> None:
    document = Document.from_text(text, ENGLISH)
    for passage in document.passages:
        quotation = passage.quotation
        for fault in quotation.faults:
            assert passage.text[fault.place] in "“”‘’\"'«»„「」"
        for pair in quotation.quoted:
            assert 0 <= pair.opener < pair.closer < len(passage.text)
        for span in quotation.speech:
            assert span.end <= len(passage.text)


def test_a_block_of_marks_is_not_read_as_prose() -> None:
    assert faults("\"'" * 5000) == []


@pytest.mark.parametrize("code", lang.available())
def test_every_pair_of_the_data_is_one_of_known_marks(code: str) -> None:
    language = lang.load(code)
    for pair in (*language.phrases("quotes", "pairs"), *language.phrases("quotes", "outer")):
        assert Marks.of(language).own_pair(family_of(pair[0])) is not None
        assert family_of(pair[0]) == family_of(pair[1])


@pytest.mark.parametrize(
    ("text", "count"),
    [('המפקד בצה"ל אמר: "שלום לכולם". הרמטכ"לית באה.', 1), ('קראתי בעיתון ב"הארץ" על מע"מ.', 1), ("ד\"ר לוי ופרופ' כהן באו.", 0)],
)
def test_gershayim_inside_hebrew_words_are_no_quotation_marks(text: str, count: int) -> None:
    quotation = Document.from_text(text, lang.load("he")).quotations.get(0)
    assert len(quotation.quoted if quotation else ()) == count
    assert not (quotation and quotation.faults)
