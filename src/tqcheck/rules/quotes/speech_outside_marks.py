"""The rule speech-outside-marks."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.marks import Marks
from ...core.quotation import FaultKind
from ...core.rule import Bad, Good, Rule, excerpt
from ...core.triggers import faults
from ._orphans import orphan_start
from ._pairs import STRAIGHT


class SpeechOutsideMarks(Rule):
    """Direct speech goes on outside its marks.

    What it finds: after a closed quotation (and its reporting clause) come sentences that end with a closing mark
    which nothing opened. The speech went on, and its opening mark was lost or the first closing mark came too early.

    Why it matters: the writer seems to say what the speaker said.

    When it errs: where the stray mark belongs to nothing at all.

    The fix opens the speech at its first sentence.
    """

    severity = Severity.MAJOR
    triggers = (faults('"”’“»」'),)
    bad = (
        Bad(
            "“We have no boats left,” she said. ⟦Ask the island again.”⟧",
            fixed="“We have no boats left,” she said. “Ask the island again.”",
        ),
        Bad("The judge said: “The case is closed.” ⟦Look at the door. It stays shut.”⟧ Then he rose."),
        Bad(
            "„Wir haben keine Boote mehr“, sagte sie. ⟦Fragt die Insel noch einmal.“⟧",
            fixed="„Wir haben keine Boote mehr“, sagte sie. „Fragt die Insel noch einmal.“",
            language="de",
        ),
    )
    good = (
        Good("“We have no boats left,” she said. “Ask the island again.”", "the speech is opened again"),
        Good("“We have no boats left,” she said. That was all.", "narration"),
        Good("“I said ‘no.’ You said ‘yes.’”", "the outer mark closes both"),
        Good("„Wir haben keine Boote mehr“, sagte sie. Das war alles.", "narration", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        for fault in passage.quotation.faults:
            start = orphan_start(passage, fault.place) if fault.kind is FaultKind.UNOPENED else None
            if start is None:
                continue
            words = excerpt(passage.text[start : fault.place])
            yield self.finding(
                passage,
                start,
                fault.place + 1,
                f"“{words}” ends with a closing mark but was never opened: speech seems to stand outside its marks.",
                score=0.9,
                edits=[(start, start, _opener(passage, passage.text[fault.place]))],
            )


def _opener(passage: Passage, closer: str) -> str:
    if closer in STRAIGHT:
        return closer
    pairs = passage.language.phrases("quotes", "pairs")
    own = next((pair[0] for pair in pairs if pair[1] == closer), None)
    return own or (Marks.of(passage.language).own_pair("double") or "“”")[0]
