"""Which findings the directives of a text cover, and which directives cover none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..checked import Checked
from ..core.finding import Finding
from ..core.rule import excerpt
from ..errors import SettingsError, unknown
from ..readers.reading import Comment, Reading
from ..report import Notice
from ..rules import all_rules
from .directives import Directive, Verb, directive

FIRST_LINES = 10
"""Only in so many lines at the head of a file a comment may silence the whole of it, so that it is not overlooked."""
MOST_NOTICES = 50
"""A file gets no more notices than this."""
_INK = re.compile(r"\S")
_Claim = tuple[int, str]
"""The number of a directive, and the name in it (empty for all rules) that covers a finding."""


def silenced(checked: Checked, *, today: str | None = None, require_reason: bool = False) -> Checked:
    """The checked file without the findings that its comments silence, and with notices about these comments."""
    reading, report = checked.reading, checked.report
    notices = _Notices()
    coverage = _Coverage(reading)
    for target, comment in _targets(reading):
        try:
            said = directive(comment)
            _allow(said, reading, today=today, require_reason=require_reason)
        except SettingsError as error:
            notices.add(comment, str(error))
        else:
            coverage.add(said, target, notices)
    kept = [finding for finding in report.findings if not coverage.takes(finding)]
    coverage.tell_unused(frozenset(report.ran), notices)
    left = checked.keeping(kept, "silenced")
    return left.replace(report=left.report.replace(notices=(*report.notices, *notices.in_order())))


def _targets(reading: Reading) -> list[tuple[int, Comment]]:
    """Each comment with the place it speaks of: its own, or the next character of text if it stands alone."""
    found = []
    following, end = len(reading.text), len(reading.text)
    for comment in reversed(reading.comments):
        ink = _INK.search(reading.text, reading.text_place(comment.end), end)
        following = ink.start() if ink else following
        end = reading.text_place(comment.start)
        found.append((following if comment.stands_alone else end, comment))
    return found[::-1]


def _allow(said: Directive, reading: Reading, *, today: str | None, require_reason: bool) -> None:
    """Raise `SettingsError` for a directive that is understood, but does not hold."""
    if said.verb is Verb.IGNORE_FILE and reading.place_in_raw(said.comment.start).line > FIRST_LINES:
        raise SettingsError(f"{said.verb} counts only in the first {FIRST_LINES} lines of a file")
    if require_reason and not said.reason and said.verb is not Verb.ON:
        raise SettingsError("this comment silences nothing until it has a reason: -- and the reason at its end")
    if said.until and said.until < (today or _today()):
        raise SettingsError(f"this comment held until {said.until} and silences nothing any more")


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


class _Notices:
    """Notices about comments, no more than `MOST_NOTICES`, ordered by place at the end."""

    def __init__(self) -> None:
        self._found: list[Notice] = []

    @property
    def is_full(self) -> bool:
        return len(self._found) >= MOST_NOTICES

    def add(self, comment: Comment, message: str) -> None:
        if not self.is_full:
            self._found.append(Notice(comment.start, comment.end, message))

    def in_order(self) -> Iterator[Notice]:
        yield from sorted(self._found, key=lambda notice: (notice.start, notice.end, notice.message))


class _Stretch(NamedTuple):
    start: int
    end: int | None
    claim: _Claim


class _Coverage:
    """Who silences a rule where: single lines, paragraphs, stretches from off to on, the file. The nearest one gets the credit."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._directives: list[Directive] = []
        self._used: set[_Claim] = set()
        self._lines: dict[tuple[int, str], _Claim] = {}
        self._paragraphs: dict[tuple[int, str], _Claim] = {}
        self._stretches: dict[str, list[_Stretch]] = {}
        self._file: dict[str, _Claim] = {}
        self._rules_of = _rules_by_name()

    def add(self, said: Directive, target: int, notices: _Notices) -> None:
        """Take in a directive; they come ordered by place. ``target`` is the place that an ``ignore`` speaks of."""
        number = len(self._directives)
        self._directives.append(said)
        for name in said.names or ("",):
            if name in self._rules_of:
                self._claim((number, name), said, target)
            elif not notices.is_full:
                notices.add(said.comment, str(unknown("rule or family", excerpt(name), [*filter(None, self._rules_of)])))

    def takes(self, finding: Finding) -> bool:
        """True if the finding is silenced; the directive that does it counts as used."""
        rule, place = finding.rule, finding.start
        claim = (
            self._lines.get((self._reading.place(place).line, rule))
            or self._paragraphs.get((self._reading.paragraph_number(place), rule))
            or self._stretch_at(rule, self._reading.raw_place(place))
            or self._file.get(rule)
        )
        if claim is None:
            return False
        self._used.add(claim)
        return True

    def tell_unused(self, ran: frozenset[str], notices: _Notices) -> None:
        """Add a notice for every name in a directive that silenced nothing, though one of its rules ran."""
        for number, said in enumerate(self._directives):
            for name in said.names or ("",):
                if (number, name) in self._used or name not in self._rules_of:
                    continue
                if said.verb is Verb.ON:
                    notices.add(said.comment, f"{name} was not off here" if name else "nothing was off here")
                elif not ran.isdisjoint(self._rules_of[name]):
                    notices.add(said.comment, f"this comment silences nothing: there is no finding of {name or 'any rule'} for it")

    def _claim(self, claim: _Claim, said: Directive, target: int) -> None:
        rules = self._rules_of[claim[1]]
        if said.verb is Verb.IGNORE:
            table, number = self._spot(said.comment, target)
            for rule in rules:
                table.setdefault((number, rule), claim)
        elif said.verb is Verb.IGNORE_FILE:
            for rule in rules:
                self._file.setdefault(rule, claim)
        else:
            for rule in rules:
                self._switch(rule, claim, said)

    def _spot(self, comment: Comment, target: int) -> tuple[dict[tuple[int, str], _Claim], int]:
        """The paragraph that begins below a comment that stands alone, or else the line."""
        paragraph = self._reading.paragraph_number(target)
        if comment.stands_alone and paragraph >= 0 and self._reading.paragraphs[paragraph][0] == target:
            return self._paragraphs, paragraph
        line = self._reading.place(target) if comment.stands_alone else self._reading.place_in_raw(comment.start)
        return self._lines, line.line

    def _switch(self, rule: str, claim: _Claim, said: Directive) -> None:
        stretches = self._stretches.setdefault(rule, [])
        is_off = bool(stretches) and stretches[-1].end is None
        if said.verb is Verb.OFF and not is_off:
            stretches.append(_Stretch(said.comment.start, None, claim))
        elif said.verb is Verb.ON and is_off:
            stretches[-1] = stretches[-1]._replace(end=said.comment.start)
            self._used.add(claim)

    def _stretch_at(self, rule: str, place: int) -> _Claim | None:
        stretches = self._stretches.get(rule, [])
        number = bisect_right(stretches, place, key=lambda stretch: stretch.start) - 1
        if number < 0:
            return None
        stretch = stretches[number]
        return stretch.claim if stretch.end is None or place < stretch.end else None


def _rules_by_name() -> Mapping[str, frozenset[str]]:
    """What each name in a comment stands for: a rule for itself, a family for its rules, no name for all."""
    rules = all_rules()
    families = {rule.family for rule in rules.values()}
    by_family = {family: frozenset(name for name, rule in rules.items() if rule.family == family) for family in families}
    return {name: frozenset((name,)) for name in rules} | by_family | {"": frozenset(rules)}
