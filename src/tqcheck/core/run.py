"""Run rules over a document: each looks only where it may find something; one fault stays one finding."""

from __future__ import annotations

from bisect import bisect_left, insort

from .marks import MARK_TRIGGERS
from .plan import Plan
from .rule import Scope, triggers_of
from .scanning import PlannedScan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .document import Document
    from .finding import Finding
    from .language import Language
    from .rule import Runnable

_MARKS = "quotation marks"
_MOST_MIXTURES = 10_000


class Run:
    """Rules, ready to run over documents of one language. It holds nothing of a document, and may be shared by threads."""

    def __init__(self, rules: Sequence[Runnable], language: Language) -> None:
        self._block_rules = {rule.name: rule for rule in rules if rule.scope is Scope.BLOCK}
        self._document_rules = [rule for rule in rules if rule.scope is Scope.DOCUMENT]
        self._pair_rules = [(rule, min(rule.needs)) for rule in rules if rule.scope is Scope.PAIR]
        self._fault_rules = [
            (rule, set(str(kind[1]))) for rule in self._block_rules.values() for kind in triggers_of(rule) if kind[0] == "faults"
        ]
        self._everywhere = [rule for rule in self._block_rules.values() if not triggers_of(rule)]
        self._split: dict[int, tuple[list[Runnable], list[str]]] = {}
        triggered = [(rule.name, triggers_of(rule)) for rule in rules if triggers_of(rule)]
        self._scan = PlannedScan(Plan([(_MARKS, MARK_TRIGGERS), *triggered], language))

    def __call__(self, document: Document) -> list[Finding]:
        """All findings, ordered by place; of those of one family that overlap only the surest stays.

        The document must have the partners that the rules need.
        """
        return settled(self._found(document))

    def _found(self, document: Document) -> Iterator[Finding]:
        for number, rules in self._see(document):
            passage = document.passage(number)
            for rule in rules:
                yield from rule.check(passage)
        for number, quotation in document.quotations.items() if self._fault_rules and document.marked else ():
            for rule, characters in self._fault_rules if quotation.faults else ():
                passage = document.passage(number)
                if not characters.isdisjoint(passage.text):
                    yield from rule.check(passage)
        for passage in document.passages if self._everywhere else ():
            for rule in self._everywhere:
                yield from rule.check(passage)
        for rule in self._document_rules:
            if not triggers_of(rule) or rule.name in document.sight.flagged:
                yield from rule.check(document.whole)
        yield from self._found_in_pairs(document)

    def _found_in_pairs(self, document: Document) -> Iterator[Finding]:
        for rule, partner in self._pair_rules:
            for passage in document.pairs(partner):
                yield from rule.check(passage)

    def _see(self, document: Document) -> list[tuple[int, Sequence[Runnable]]]:
        """Scan a document; tell which rules of block scope look at which block, and leave the rest in its sight."""
        words, flagged, hashes, blocks = self._scan(document.text, document.blocks.starts, document.blocks.ends)
        document.__dict__["word_count"] = words
        document.sight.segments = hashes, blocks
        by_name: dict[str, list[int]] = {}
        by_block: list[tuple[int, Sequence[Runnable]]] = []
        for number, bits in flagged:
            rules, names = self._split.get(bits) or self._split_of(bits)
            for name in names:
                by_name.setdefault(name, []).append(number)
            if rules:
                by_block.append((number, rules))
        document.sight.marked = by_name.pop(_MARKS, ())
        document.sight.flagged = by_name
        return by_block

    def _split_of(self, bits: int) -> tuple[list[Runnable], list[str]]:
        """The rules of block scope that look at a block with these bits, and the names of the others; kept for the next block."""
        names = self._scan.plan.rules_for(bits)
        rules = [self._block_rules[name] for name in names if name in self._block_rules]
        split = rules, [name for name in names if name not in self._block_rules]
        if len(self._split) < _MOST_MIXTURES:
            self._split[bits] = split
        return split


def run(rules: Sequence[Runnable], document: Document) -> list[Finding]:
    """All findings of the rules in one document; see `Run`."""
    return Run(rules, document.language)(document)


def restored(findings: Sequence[Finding], document: Document) -> Sequence[Finding]:
    """The findings with their places in the texts that were handed in, instead of those in the documents."""
    if any(partner.shrunk for partner in document.partners.values()):
        findings = [_with_counterparts(finding, document) for finding in findings]
    return [_restored(finding, document) for finding in findings] if document.shrunk else findings


def _restored(finding: Finding, document: Document) -> Finding:
    place = document.original
    fix = finding.fix
    if fix:
        fix = fix.replace(edits=tuple(edit.replace(start=place(edit.start), end=place(edit.end)) for edit in fix.edits))
    related = tuple((place(start), place(end)) for start, end in finding.related)
    return finding.replace(start=place(finding.start), end=place(finding.end), fix=fix, related=related)


def _with_counterparts(finding: Finding, document: Document) -> Finding:
    counterparts = finding.counterparts
    places = [document.partners[each.partner].original for each in counterparts]
    restored = (each.replace(start=at(each.start), end=at(each.end)) for each, at in zip(counterparts, places, strict=True))
    return finding.replace(counterparts=tuple(restored))


def settled(findings: Iterable[Finding]) -> list[Finding]:
    """Drop a finding that overlaps a surer one (then a longer one) of its family, or has the place of a surer one.

    What is missing has no place of its own: findings with other counterparts are other faults.
    """
    by_family: dict[object, list[Finding]] = {}
    for finding in findings:
        by_family.setdefault((finding.family, finding.counterparts), []).append(finding)
    kept = [finding for group in by_family.values() for finding in _without_overlaps(group)]
    kept.sort(key=lambda finding: (finding.start, finding.end, -finding.score, finding.rule))
    last: Finding | None = None
    result: list[Finding] = []
    for finding in kept:
        if last is None or (finding.start, finding.end) != (last.start, last.end) or finding.counterparts != last.counterparts:
            result.append(finding)
        last = finding
    return result


def _without_overlaps(group: list[Finding]) -> Iterator[Finding]:
    """The surest finding, then the surest of those that do not have its place, and so on.

    Findings at one place are of like length, so the kept ones lie by length (powers of two), then by start.
    """
    kept: dict[int, list[tuple[int, int]]] = {}
    for finding in sorted(group, key=lambda finding: (-finding.score, finding.start - finding.end, finding.start, finding.rule)):
        size = (finding.end - finding.start).bit_length()
        if not any(_shares(finding, places, 2 << length) for length in range(size - 3, size + 4) if (places := kept.get(length))):
            insort(kept.setdefault(size, []), (finding.start, finding.end))
            yield finding


def _shares(finding: Finding, places: list[tuple[int, int]], reach: int) -> bool:
    """True if one of the sorted places, all shorter than ``reach``, is the finding's."""
    first = bisect_left(places, (finding.start - reach, 0))
    return any(_is_same_place(finding, *places[number]) for number in range(first, bisect_left(places, (finding.end, 0))))


def _is_same_place(finding: Finding, start: int, end: int) -> bool:
    """True if the shared part is at least a quarter of the longer one: a word inside a paragraph is another fault."""
    shared = min(finding.end, end) - max(finding.start, start)
    return shared > 0 and 4 * shared >= max(finding.end - finding.start, end - start)
