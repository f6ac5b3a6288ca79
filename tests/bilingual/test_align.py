"""Documents that do not run one to one are aligned; what belongs together is found, what does not is left alone."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck import lang
from tqcheck.bilingual.alignment import align, align_sentences, align_texts
from tqcheck.core.alignment import Alignment
from tqcheck.core.document import Document

OWN = [
    "The ferry to Alder leaves at 12:15 from the old pier.",
    "Tickets are 14 crowns on board.",
    "Children under 12 travel free, and so does the first bicycle of each family.",
    "Captain Lund has sailed this way since 1987.",
    "Who wants to see the seals should stand on the left!",
    "The return is at 18:40, or at 19:55 on Sundays.",
    "Is there a café on board?",
    "Yes, the Café Norland opens half an hour before we leave.",
]
PARTNER = [
    "Die Fähre nach Alder legt um 12:15 Uhr vom alten Anleger ab.",
    "Fahrkarten kosten an Bord 14 Kronen.",
    "Kinder unter 12 Jahren fahren umsonst, ebenso das erste Fahrrad jeder Familie.",
    "Kapitän Lund fährt diese Strecke seit 1987.",
    "Wer die Robben sehen möchte, stelle sich nach links!",
    "Zurück geht es um 18:40 Uhr, sonntags um 19:55 Uhr.",
    "Gibt es ein Café an Bord?",
    "Ja, das Café Norland öffnet eine halbe Stunde vor der Abfahrt.",
]
TEXTS = st.lists(st.text(alphabet=st.characters(), max_size=30) | st.sampled_from(OWN + PARTNER + ["", "1987", "是否有途径"]), max_size=9)


def places(alignment: Alignment) -> list[tuple[int, ...]]:
    return [tuple(bead[:4]) for bead in alignment.beads]


def test_as_many_blocks_run_one_to_one() -> None:
    found = align_texts(OWN, PARTNER)
    assert places(found) == [(n, n + 1, n, n + 1) for n in range(8)]
    assert found.share == found.sureness == 1.0
    assert not found.problem


def test_joined_and_parted_blocks_are_beads_of_several() -> None:
    own = [*OWN[:2], " ".join(OWN[2:4]), *OWN[4:]]
    partner = [*PARTNER[:5], "Zurück geht es um 18:40 Uhr,", "sonntags um 19:55 Uhr.", *PARTNER[6:]]
    assert places(align_texts(own, partner)) == [
        (0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 4), (3, 4, 4, 5), (4, 5, 5, 7), (5, 6, 7, 8), (6, 7, 8, 9),
    ]  # fmt: skip


def test_what_one_side_alone_has_is_a_gap_of_one_bead() -> None:
    found = align_texts([*OWN[:2], *OWN[5:]], PARTNER)
    assert places(found) == [(0, 1, 0, 1), (1, 2, 1, 2), (2, 2, 2, 5), (2, 3, 5, 6), (3, 4, 6, 7), (4, 5, 7, 8)]
    assert min(bead.sureness for bead in found.beads) > 0.6
    assert places(align_texts(OWN, [*PARTNER[:3], *PARTNER[4:]]))[3] == (3, 4, 3, 3)


def test_as_many_blocks_that_are_shifted_are_found_out() -> None:
    found = align_texts([*OWN[:2], *OWN[3:], "We thank all guests of the summer of 2019."], PARTNER)
    assert (2, 2, 2, 3) in places(found)
    assert (2, 3, 3, 4) in places(found)


def test_documents_of_other_texts_have_a_problem_and_no_pairs() -> None:
    strangers = [
        "Im Jahr 1644 fiel die Stadt.",
        "Das Mehl, 500 g, wird mit der Butter verknetet, bis der Teig glatt ist und sich von der Schüssel löst.", "Nein.",
        "Nach § 17 Abs. 3 bedarf die Änderung der Zustimmung aller Gesellschafter, die mehr als 25 % der Anteile halten.", "Tor!",
        "Der Mond steht über 384 400 km fern, und doch hebt er das Meer zweimal am Tag um manchen Meter an.", "Dann kam 1702 der Krieg.",
    ]  # fmt: skip
    assert "nothing in common" in align_texts(OWN, strangers).problem
    assert not align_texts(OWN[:1], strangers[:1]).problem
    assert not align_texts(OWN, PARTNER[:4]).problem
    assert not align_texts(OWN[::2], PARTNER).problem


def test_texts_in_one_language_are_aligned_by_their_words() -> None:
    other = [text.replace("leaves", "departs").replace("Tickets are", "A ticket is") for text in OWN]
    found = align_texts(OWN, [" ".join(other[:2]), *other[2:]], same_language=True)
    assert places(found)[:2] == [(0, 2, 0, 1), (2, 3, 1, 2)]


def test_nothing_beside_something_is_one_gap() -> None:
    assert places(align_texts([], [])) == []
    assert places(align_texts([], PARTNER)) == [(0, 0, 0, 8)]
    assert places(align_texts(OWN, [])) == [(0, 8, 0, 0)]
    assert places(align_texts(["x"], ["Anything at all."])) == [(0, 1, 0, 1)]


def test_documents_and_sentences() -> None:
    documents = [Document.from_text("\n\n".join(texts), lang.load(code)) for texts, code in ((OWN, "en"), (PARTNER, "de"))]
    assert align(*documents).share == 1.0
    own, partner = (Document.from_text(text, lang.load(code)).passage(0) for text, code in (
        ("The ferry leaves at 12:15. It sails to Alder, and back at 18:40.", "en"),
        ("Die Fähre legt um 12:15 Uhr ab. Sie fährt nach Alder. Zurück geht es um 18:40 Uhr.", "de"),
    ))  # fmt: skip
    assert places(align_sentences(own, partner)) == [(0, 1, 0, 1), (1, 2, 1, 3)]


def test_words_that_the_texts_teach_align_what_shares_nothing_else() -> None:
    chance = random.Random(5)
    words = [(f"{a}{b}rion", f"{c}{d}thum") for a, c in zip("klmnpr", "vwxzbd", strict=True) for b, d in zip("aeiou", "ouaei", strict=True)]
    rows = [chance.sample(words, chance.randint(4, 9)) for _ in range(300)]
    own = [" ".join(word for word, _ in row) + "." for row in rows]
    partner = [" ".join(word for _, word in row) + "." for row in rows]
    found = align_texts(own, [*partner[:100], *partner[140:]])
    assert [(bead.first, bead.end) for bead in found.beads if bead.partner_first == bead.partner_end] == [(100, 140)]
    assert found.share > 0.8


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS, st.booleans())
def test_each_block_is_in_one_bead(own: list[str], partner: list[str], same: bool) -> None:
    row = column = 0
    for bead in align_texts(own, partner, same_language=same).beads:
        assert (bead.first, bead.partner_first) == (row, column)
        assert bead.end >= row
        assert bead.partner_end >= column
        assert 0 <= bead.sureness <= 1
        row, column = bead.end, bead.partner_end
    assert (row, column) == (len(own), len(partner))
