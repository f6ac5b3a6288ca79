"""Which blocks of a document and its partner belong together, and what rules are handed."""

from __future__ import annotations

import pickle

from tqcheck import lang
from tqcheck.core.alignment import Alignment, Bead, Partner
from tqcheck.core.document import Document
from tqcheck.core.finding import Finding, Severity
from tqcheck.core.run import restored, settled

TEXT = "The boat left.\n\nThe mole broke.\n\nThe harbour was shut."
SOURCE = "Das Boot fuhr ab.\n\nDie Mole brach, und der Hafen wurde gesperrt.\n\nEs regnete."
BEADS = (Bead(0, 1, 0, 1), Bead(1, 3, 1, 2), Bead(3, 3, 2, 3))


def document(*beads: Bead, text: str = TEXT, source: str = SOURCE) -> Document:
    own, other = Document.from_text(text, lang.load("en")), Document.from_text(source, lang.load("de"))
    return own.beside({Partner.SOURCE: other}, {Partner.SOURCE: Alignment(beads)})


class TestPassages:
    def test_a_block_knows_what_it_translates(self) -> None:
        source = document(*BEADS).passage(0).source
        assert source is not None
        assert source.text == "Das Boot fuhr ab."

    def test_a_block_of_several_that_belong_together_has_the_whole_counterpart(self) -> None:
        source = document(*BEADS).passage(2).source
        assert source is not None
        assert source.text == "Die Mole brach, und der Hafen wurde gesperrt."

    def test_pairs_are_the_stretches_with_something_on_both_sides(self) -> None:
        pairs = [(pair.text, pair.source.text) for pair in document(*BEADS).pairs(Partner.SOURCE) if pair.source]
        assert pairs == [
            ("The boat left.", "Das Boot fuhr ab."),
            ("The mole broke.\n\nThe harbour was shut.", "Die Mole brach, und der Hafen wurde gesperrt."),
        ]

    def test_what_is_not_sure_is_left_alone(self) -> None:
        unsure = document(BEADS[0]._replace(sureness=0.4), *BEADS[1:])
        assert unsure.passage(0).source is None
        assert len(list(unsure.pairs(Partner.SOURCE))) == 1

    def test_without_partners_there_are_no_counterparts(self) -> None:
        alone = Document.from_text(TEXT, lang.load("en"))
        assert (alone.source, alone.reference, alone.passage(0).source, list(alone.pairs(Partner.SOURCE))) == (None, None, None, [])

    def test_a_document_with_partners_can_be_pickled(self) -> None:
        again = pickle.loads(pickle.dumps(document(*BEADS)))
        assert [pair.text for pair in again.pairs(Partner.SOURCE)] == [pair.text for pair in document(*BEADS).pairs(Partner.SOURCE)]


class TestAlignment:
    def test_share_and_sureness_are_over_the_blocks_of_the_document(self) -> None:
        alignment = Alignment([Bead(0, 1, 0, 1, 0.9), Bead(1, 3, 1, 2, 0.3), Bead(3, 4, 2, 2, 1.0)])
        assert alignment.share == 0.25
        assert alignment.sureness == (0.9 + 0.3 + 0.3 + 0.0) / 4

    def test_nothing_is_as_unsure_as_can_be(self) -> None:
        assert (Alignment([]).share, Alignment([]).sureness) == (0.0, 0.0)


class TestFindings:
    def test_places_in_the_partner_are_led_back_over_its_line_ends(self) -> None:
        with_crlf = document(*BEADS, source=SOURCE.replace("\n", "\r\n"))
        rule_finding = _finding(Partner.SOURCE, 19, 22)
        (found,) = restored([rule_finding], with_crlf)
        start, end = found.counterparts[0].start, found.counterparts[0].end
        assert SOURCE.replace("\n", "\r\n")[start:end] == "Die"

    def test_two_faults_at_one_place_with_other_counterparts_both_stay(self) -> None:
        assert len(settled([_finding(Partner.SOURCE, 0, 3), _finding(Partner.SOURCE, 4, 8)])) == 2
        assert len(settled([_finding(Partner.SOURCE, 0, 3), _finding(Partner.SOURCE, 0, 3)])) == 1


def _finding(partner: Partner, start: int, end: int) -> Finding:
    from tqcheck.core.finding import Counterpart

    return Finding("some-rule", "fidelity", 0, 5, "Something.", Severity.MAJOR, 0.8, None, (), (Counterpart(partner, start, end),))
