"""The rule conflated-sources."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.rule import Bad, Good, Rule, Scope, excerpt
from ._places import counterpart
from ._repeated import by, likeness, pairs, words_of

_OTHER = 0.3
"""Sources that share more of their words may say the same in other words."""


class ConflatedSources(Rule):
    """Two sentences of the source have one and the same translation.

    What it finds: a paragraph or string of at least four words that comes again, beside a source that shares hardly a word with the
    first one.

    Why it matters: one of the two was translated wrongly, or a segment was pasted twice.

    When it errs: where the source says one thing in quite different words.

    There is no fix: one of the two has to be translated again.
    """

    scope = Scope.DOCUMENT
    needs = frozenset({Partner.SOURCE})
    uses = frozenset()
    bad = (
        Bad(
            "Moor the boat at the mole.\n\n⟦Moor the boat at the mole.⟧",
            source="Das Boot an der Mole festmachen.\n\nHeute kommt keine Fähre mehr.",
        ),
        Bad(
            "The ferry leaves at noon.\n\nIt is late.\n\n⟦The ferry leaves at noon.⟧",
            source="渡轮中午出发去港口。\n\n很晚了。\n\n船帆是红色的，没有破。",
            source_language="zh",
        ),
    )
    good = (
        Good("It is late, Ines.\n\nIt is late, Ines.", "the source repeats itself", source="Es ist spät, Ines.\n\nEs ist spät, Ines."),
        Good(
            "Click here to save the file.\n\nClick here to save the file.",
            "nearly the same",
            source="Zum Speichern der Datei hier klicken.\n\nHier klicken zum Speichern der Datei!",
        ),
        Good("Save it\n\nSave it", "short strings", source="Speichern\n\nSichern"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        document = passage.document
        for rows in by("own", pairs(document)).values():
            first = rows[0]
            for other in rows[1:]:
                if likeness(words_of(first.source), words_of(other.source)) >= _OTHER or document.source is None:
                    continue
                start, end = document.blocks.starts[other.number], document.blocks.ends[other.number]
                theirs = document.source.passage(first.source_number)
                yield self.finding(
                    passage,
                    start,
                    end,
                    f"The same translation stands for another sentence: “{excerpt(theirs.text)}”.",
                    score=0.65,
                    related=[(document.blocks.starts[first.number], document.blocks.ends[first.number])],
                    counterparts=[counterpart(Partner.SOURCE, theirs, 0, len(theirs.text))],
                )
