"""What stands beside a translation: its source and a reference, aligned with it, and what they excuse."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from types import MappingProxyType

from .bilingual.alignment import align
from .bilingual.wrong_languages import FEWEST_BLOCKS, LEAST_TEXT, untranslated, wrong_languages
from .core.alignment import Alignment, Bead, Partner
from .core.rule import Compared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .core.document import Document
    from .core.finding import Finding
    from .core.passage import Passage
    from .core.rule import Rule


def aligned(
    document: Document, partners: Mapping[Partner, Document], beads: Mapping[Partner, Sequence[Bead]] = MappingProxyType({})
) -> Document:
    """The document with its partners beside it, aligned by the beads that are known, or else by what the texts say."""
    alignments = {
        partner: Alignment(beads[partner]) if partner in beads else _found(document, other, partner) for partner, other in partners.items()
    }
    return document.beside(partners, alignments)


def _found(document: Document, other: Document, partner: Partner) -> Alignment:
    problem = _language_problem(document, other, partner)
    return Alignment([Bead(0, len(document), 0, len(other), 0.0)], problem) if problem else align(document, other)


def _language_problem(document: Document, other: Document, partner: Partner) -> str:
    """Why the languages forbid to compare two documents; empty for short ones, of which it is not sure what they are in."""
    if min(len(document.text), len(other.text)) < LEAST_TEXT or min(len(document), len(other)) < FEWEST_BLOCKS:
        return ""
    if partner is Partner.SOURCE:
        texts = ([each.block_text(number) for number in range(len(each))] for each in (document, other))
        if problem := untranslated(*texts):
            return problem
    from .detection import detect

    said = document.language.code, other.language.code
    return wrong_languages(said, (detect(document.text), detect(other.text)), partner.value)


def parted(
    findings: Iterable[Finding],
    document: Document,
    rule_named: Callable[[str], Rule],
    run: Callable[[Document], Sequence[Finding]],
) -> tuple[list[Finding], list[Finding]]:
    """The findings that no partner excuses, and the others: what the source says too, or a good translation, is no artifact.

    ``run`` gives the findings in a partner, by place; it is asked only if something may be excused, and once.
    """
    excuses = _Excuses(document, rule_named, run)
    parts: tuple[list[Finding], list[Finding]] = ([], [])
    for finding in findings:
        parts[excuses.holds(finding)].append(finding)
    return parts


class _Excuses:
    def __init__(self, document: Document, rule_named: Callable[[str], Rule], run: Callable[[Document], Sequence[Finding]]) -> None:
        self._document = document
        self._rule_named = rule_named
        self._run = run
        self._theirs: dict[Partner, Mapping[str, Sequence[Finding]]] = {}
        self._partners = [partner for partner, alignment in document.alignments.items() if not alignment.problem]

    def holds(self, finding: Finding) -> bool:
        rule = self._rule_named(finding.rule)
        usable = [partner for partner in self._partners if partner in rule.uses and partner not in rule.needs]
        return any(self._is_excused(finding, rule, partner) for partner in usable)

    def _is_excused(self, finding: Finding, rule: Rule, partner: Partner) -> bool:
        passage = self._passage(finding)
        counterpart = passage.counterpart(partner) if passage else None
        if passage is None or counterpart is None:
            return False
        theirs = self._found_in(partner).get(finding.rule, ())
        first = bisect_left(theirs, counterpart.span.start, key=_start)
        end = bisect_right(theirs, counterpart.span.end, key=_start)
        return rule.is_excused(Compared(finding, passage, counterpart, theirs[first:end]))

    def _passage(self, finding: Finding) -> Passage | None:
        number = bisect_right(self._document.blocks.starts, finding.start) - 1
        return self._document.passage(number) if number >= 0 else None

    def _found_in(self, partner: Partner) -> Mapping[str, Sequence[Finding]]:
        """The findings in a partner by their rule, each rule's by place."""
        if partner not in self._theirs:
            by_rule: dict[str, list[Finding]] = {}
            for finding in self._run(self._document.partners[partner]):
                by_rule.setdefault(finding.rule, []).append(finding)
            self._theirs[partner] = by_rule
        return self._theirs[partner]


def _start(finding: Finding) -> int:
    return finding.start
