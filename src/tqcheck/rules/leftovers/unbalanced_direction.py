"""The rule unbalanced-direction."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import holds

# Unicode Standard Annex 9, Unicode 16, sections 2.1 to 2.5: embeddings and overrides end with PDF, isolates with PDI.
_EMBEDDINGS, _OVERRIDES, _ISOLATES = "\u202a\u202b", "\u202d\u202e", "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_CONTROLS = _EMBEDDINGS + _OVERRIDES + _ISOLATES + _POP + _POP_ISOLATE
_CONTROL = pattern(f"[{_CONTROLS}]")
_RIGHT_TO_LEFT = pattern(r"[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]")
_NAMES = {
    "\u202a": "left-to-right embedding", "\u202b": "right-to-left embedding", "\u202d": "left-to-right override",
    "\u202e": "right-to-left override", "\u2066": "left-to-right isolate", "\u2067": "right-to-left isolate",
    "\u2068": "first strong isolate", "\u202c": "pop of an embedding", "\u2069": "pop of an isolate",
}  # fmt: skip
_DEEPEST = 125
_MOST = 20


class UnbalancedDirection(Rule):
    """A control for the direction of writing is not closed, closes nothing, or turns letters around.

    What it finds: in a text with two directions, embeddings, overrides and isolates that do not end in their paragraph, ends that
    belong to none, and overrides, which show letters in another order than they are stored (the trick of “Trojan Source”).

    Why it matters: what is seen is not what is there, and the rest of the line may run the wrong way.

    When it errs: in text about these controls.

    The fix takes the control away.
    """

    severity = Severity.MAJOR
    triggers = (holds(_CONTROLS),)
    bad = (
        Bad("המעבורת ⟦\u202b⟧יצאה בצהריים מן הנמל.", fixed="המעבורת יצאה בצהריים מן הנמל.", language="he"),
        Bad("غادرت العبارة⟦\u2069⟧ الميناء ظهرا.", fixed="غادرت العبارة الميناء ظهرا.", language="ar"),
        Bad("غادرت العبارة ⟦\u202e⟧abc⟦\u202c⟧ الميناء ظهرا.", fixed="غادرت العبارة abc الميناء ظهرا.", language="ar"),
        Bad("The word ⟦\u2067⟧שלום means peace.", fixed="The word שלום means peace."),
    )
    good = (
        Good("המעבורת \u2066Alder 2\u2069 יצאה בצהריים מן הנמל.", "an isolate that ends", language="he"),
        Good("غادرت \u202aAlder\u202c الميناء ظهرا.", "an embedding that ends", language="ar"),
        Good("The word \u2067שלום\u2069 means peace.", "an isolate that ends"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        if _RIGHT_TO_LEFT.search(text) is None:
            return  # every such control is a stray one then, which is another rule's
        for count, (place, why) in enumerate(_faults(text)):
            if count >= _MOST:
                return
            message = f"The {_NAMES[text[place]]} (U+{ord(text[place]):04X}) {why}."
            yield self.finding(passage, place, place + 1, message, score=0.85, edits=[(place, place + 1, "")])


def _faults(text: str) -> list[tuple[int, str]]:
    """The places of controls that have no partner, and of overrides with theirs, by place."""
    faults: list[tuple[int, str]] = []
    waiting: list[tuple[int, str]] = []
    for match in _CONTROL.finditer(text):
        place, control = match.start(), match.group()
        if control == _POP_ISOLATE:
            _close(waiting, faults, place, _ISOLATES)
        elif control == _POP:
            _close(waiting, faults, place, _EMBEDDINGS + _OVERRIDES)
        elif len(waiting) < _DEEPEST:
            waiting.append((place, control))
    faults.extend((place, "is never closed") for place, _ in waiting)
    return sorted(faults)


def _close(waiting: list[tuple[int, str]], faults: list[tuple[int, str]], place: int, openers: str) -> None:
    """End the last control of the kind; those inside it that are still open stay without an end (UAX 9, rule X6a)."""
    at = next((number for number in range(len(waiting) - 1, -1, -1) if waiting[number][1] in openers), None)
    if at is None or (openers[0] not in _ISOLATES and any(control in _ISOLATES for _, control in waiting[at:])):
        faults.append((place, "closes nothing"))
        return
    opened, control = waiting[at]
    faults.extend((other, "is never closed") for other, _ in waiting[at + 1 :])
    del waiting[at:]
    if control in _OVERRIDES:
        faults.extend([(opened, "shows letters in another order than they have"), (place, "ends an override")])
