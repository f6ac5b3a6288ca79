"""Rule: the base class of all checks, and the examples by which a rule proves itself."""

from __future__ import annotations

import sys
from enum import StrEnum

from .alignment import Partner
from .finding import Counterpart, Edit, Finding, Fix, Safety, Severity
from .record import Record, Row
from .triggers import holds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import ClassVar, Protocol

    from .document import Passage
    from .triggers import Trigger

    class Runnable(Protocol):
        """What a run must know of a rule: a `Rule` is one, and so is a rule whose module is not yet imported."""

        @property
        def name(self) -> str: ...
        @property
        def scope(self) -> Scope: ...
        @property
        def triggers(self) -> str | Sequence[Trigger]: ...
        @property
        def needs(self) -> frozenset[Partner]: ...
        def check(self, passage: Passage) -> Iterator[Finding]: ...


_IN_CHAT = 0.5
"""What is left of a score below which it is not shown, however sure the rule is."""
_LONGEST_EXCERPT = 40


class Scope(StrEnum):
    """What a rule is handed: each block in turn, the document as a whole, or each stretch in turn that can be compared
    with the partner that the rule needs."""

    BLOCK = "block"
    DOCUMENT = "document"
    PAIR = "pair"


class Stage(StrEnum):
    """Stable rules run by default; preview rules only when they are selected by name."""

    STABLE = "stable"
    PREVIEW = "preview"


class Bad(Record):
    """A text in which the rule must find exactly the places marked ⟦so⟧; ``fixed`` is the text after the repair.

    ``source`` (in ``source_language``) and ``reference`` are the texts beside it; ``glossary`` is one as a table.
    """

    text: str
    fixed: str | None = None
    language: str = "en"
    source: str | None = None
    source_language: str = "de"
    reference: str | None = None
    glossary: str | None = None


class Good(Record):
    """A text in which the rule must find nothing; ``why`` says what makes it a look-alike. The texts beside it are those of `Bad`."""

    text: str
    why: str = ""
    language: str = "en"
    source: str | None = None
    source_language: str = "de"
    reference: str | None = None
    glossary: str | None = None


class Compared(Row):
    """A finding in a passage beside what a partner says there: its ``counterpart``, and ``theirs``, what the same rule finds in that."""

    finding: Finding
    passage: Passage
    counterpart: Passage
    theirs: Sequence[Finding]

    @property
    def marked(self) -> str:
        """The text that the finding marks, without the white space around it."""
        start = self.passage.start
        return self.passage.text[self.finding.start - start : self.finding.end - start].strip()


class Rule:
    """One kind of fault: a stateless check with its own examples.

    A subclass lives in the file of its name in the folder of its family. Its docstring's first line is the summary;
    the headings *What it finds*, *Why it matters*, *When it errs* and *The fix* follow.
    """

    scope: ClassVar[Scope] = Scope.BLOCK
    severity: ClassVar[Severity] = Severity.MINOR
    stage: ClassVar[Stage] = Stage.STABLE
    since: ClassVar[str] = "0.1"
    languages: ClassVar[Sequence[str]] = ("*",)
    """BCP 47 codes of the languages that the rule is made for, or ``*``."""
    lax_in_chat: ClassVar[bool] = False
    """True if the fault is a habit of people who write messages: where they do (`Document.is_chat_at`), it is not reported."""
    needs: ClassVar[frozenset[Partner]] = frozenset()
    """The partners without which the rule cannot run."""
    uses: ClassVar[frozenset[Partner]] = frozenset(Partner)
    """The partners that may excuse what the rule finds; see `is_excused`."""
    triggers: ClassVar[str | Sequence[Trigger]] = ""
    """What a block must hold to be looked at (`tqcheck.core.triggers`): one of these characters, or one of these triggers.

    Without any, all blocks are looked at. A rule of document scope with triggers finds the blocks that hold one in
    ``passage.document.candidates(rule)``, and does not run if there are none.
    """
    bad: ClassVar[Sequence[Bad]] = ()
    good: ClassVar[Sequence[Good]] = ()
    known_errors: ClassVar[Sequence[Bad | Good]] = ()
    """Examples that the rule still gets wrong; when one comes right, the tests say so."""

    name: ClassVar[str]
    family: ClassVar[str]
    summary: ClassVar[str]

    def __init_subclass__(cls) -> None:
        cls.name = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).lstrip("-")
        cls.family = cls.__module__.split(".")[-2] if "." in cls.__module__ else "local"
        doc = cls.__doc__ or (sys.modules[cls.__module__].__doc__ or "")
        cls.summary = doc.strip().split("\n")[0].strip()

    @classmethod
    def is_fixable(cls) -> bool:
        """True if one of the examples shows a repair."""
        return any(example.fixed is not None for example in cls.bad)

    def check(self, passage: Passage) -> Iterator[Finding]:
        """The findings in the passage. ``passage.document`` gives what stands around it."""
        raise NotImplementedError

    def is_excused(self, compared: Compared) -> bool:
        """True if a finding is no artifact, because the partner has the same.

        Unless a rule knows better, that is so if it finds something in what the partner says there, or if the marked text stands
        there letter by letter.
        """
        marked = compared.marked
        return bool(compared.theirs) or (len(marked) > 1 and any(map(str.isalnum, marked)) and marked in compared.counterpart.text)

    def finding(
        self,
        passage: Passage,
        start: int,
        end: int,
        message: str,
        *,
        score: float,
        severity: Severity | None = None,
        edits: Sequence[tuple[int, int, str]] = (),
        safety: Safety = Safety.UNSAFE,
        related: Sequence[tuple[int, int]] = (),
        counterparts: Sequence[tuple[Partner, int, int]] = (),
    ) -> Finding:
        """A finding of this rule; all places are places of the passage and become places of the document.

        Those of ``counterparts`` are places of the partner's document.
        """
        base = passage.start
        if self.lax_in_chat and passage.document.is_chat_at(base + start):
            score *= _IN_CHAT
        fix = Fix(tuple(Edit(base + a, base + b, text) for a, b, text in edits), safety) if edits else None
        return Finding(
            rule=self.name,
            family=self.family,
            start=base + start,
            end=base + end,
            message=message,
            severity=severity or self.severity,
            score=score,
            fix=fix,
            related=tuple((base + a, base + b) for a, b in related),
            counterparts=tuple(Counterpart(partner, a, b, passage.document.partners[partner].text[a:b]) for partner, a, b in counterparts),
        )


def excerpt(text: str, start: int = 0, end: int | None = None) -> str:
    """What stands between two places of a text, shortened in the middle for a message; no more of it is copied than is shown."""
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    end = end_before(text, end, start)
    if end - start <= _LONGEST_EXCERPT:
        return text[start:end]
    half = _LONGEST_EXCERPT // 2
    return f"{text[start : start + half].rstrip()} … {text[end - half : end].lstrip()}"


def end_before(text: str, place: int, start: int = 0) -> int:
    """Where the text before a place ends, without the white space in between, but not before ``start``."""
    while place > start and text[place - 1].isspace():
        place -= 1
    return place


def triggers_of(rule: type[Rule] | Runnable) -> Sequence[Trigger]:
    """The triggers of a rule, one of which must be there; none at all means that it looks at every block."""
    if isinstance(rule.triggers, str):
        return (holds(rule.triggers),) if rule.triggers else ()
    return tuple(rule.triggers)
