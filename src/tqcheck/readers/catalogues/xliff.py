"""XLIFF 1.2 and 2.x: the targets that are translated and may be changed."""

from __future__ import annotations

from .markup import Walk, read_xml
from .message import STAND_IN, Message, meaning_of
from .writing import in_markup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...formats import Format
    from ..reading import Reading
    from .message import Part

_LANGUAGES = ("srcLang", "source-language"), ("trgLang", "target-language")
_UNITS = {"trans-unit", "unit"}
_NOT_TRANSLATED = {"new", "needs-translation", "initial"}
_WORDS = {"x", "ph"}
"""Codes that stand for something in the sentence; the others open or close a format, and are left out with what they hold."""
_LEFT_OUT = {"bx", "ex", "bpt", "ept", "it", "sc", "ec", "sm", "em"}
_BESIDE = {"alt-trans", "seg-source", "ignorable", "matches", "glossary", "revisions", "bin-unit"}
"""Elements that hold other versions of the text, or none."""
_LOCKED = ("translate", "no"), ("locked", "true"), ("sdl:locked", "true"), ("mq:locked", "locked"), ("m:locked", "true")


def read(data: bytes, name: str, format: Format) -> Reading:
    """The reading of an XLIFF file; raises `ReadingError`."""
    return read_xml(data, name, format, _Targets)


def escape(text: str, reading: Reading, start: int, _end: int) -> str | None:
    """How a text is written in a target."""
    return in_markup(text, reading, start)


class _Targets(Walk):
    """Units come one after the other; what is said of groups and files holds in them."""

    def __init__(self, raw: str, name: str) -> None:
        super().__init__(raw, name)
        self._languages = ["", ""]
        self._locks: list[tuple[int, bool]] = []
        self._unit: dict[str, str] = {}
        self._waiting: list[Message] = []
        self._source: list[Part] = []
        self._state = ""
        self._target_state = ""
        self._note: list[Part] = []

    def opened(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in ("xliff", "file"):
            given = [attributes.get(new) or attributes.get(old) for new, old in _LANGUAGES]
            self._languages = [new or old for new, old in zip(given, self._languages, strict=True)]
        if self.parts is not None and tag not in ("source", "target", "note"):
            self._inline(tag, attributes)
            return
        lock = _lock(attributes)
        if lock is not None:
            self._locks.append((len(self.path), lock))
        if tag in _BESIDE:
            self.hide(as_word=False)
        elif tag in _UNITS:
            self._unit, self._waiting, self._note, self._state, self._source = dict(attributes), [], [], "", []
        elif tag == "segment":
            self._state, self._source = attributes.get("state", ""), []
        elif tag == "target":
            self.parts, self._target_state = [], attributes.get("state", "")
        elif tag in ("source", "note"):
            self.parts = []

    def _inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "cp" and self.parts is not None:
            self.parts.append((self.place, self.tag_end(self.place), _character(attributes.get("hex", ""))))
        elif attributes.get("ctype") == "lb" or attributes.get("subType") == "xlf:lb":
            if self.parts is not None:
                self.parts.append((self.place, self.tag_end(self.place), "\n"))
            self.hide(as_word=False)
        elif tag in _WORDS or attributes.get("translate") == "no" or attributes.get("mtype") == "protected":
            self.hide(as_word=True)
        elif tag in _LEFT_OUT:
            self.hide(as_word=False)

    def closed(self, tag: str) -> None:
        if tag in ("source", "note", "target") and self.parts is not None:
            parts, self.parts = self.parts, None
            if tag == "source":
                self._source = parts
            elif tag == "note":
                self._note = [*self._note, *parts]
            else:
                self._target(parts)
        elif tag in _UNITS:
            note = meaning_of(self.raw, self._note).strip()
            self.found += [message._replace(note=note) for message in self._waiting]
        if self._locks and self._locks[-1][0] == len(self.path):
            self._locks.pop()

    def _target(self, parts: list[Part]) -> None:
        state = self._target_state or self._state
        is_locked = bool(self._locks) and self._locks[-1][1]
        if is_locked or state in _NOT_TRANSLATED or not meaning_of(self.raw, parts).strip():
            return
        key = self._unit.get("resname") or self._unit.get("id") or self._unit.get("name") or ""
        source = meaning_of(self.raw, self._source).replace(STAND_IN, "{}")
        source_language, target_language = self._languages
        self._waiting.append(Message(key, parts, source, source_language, target_language, state))


def _lock(attributes: Mapping[str, str]) -> bool | None:
    """Whether an element is locked, for all that is in it; None if it does not say."""
    if any(attributes.get(key) == value for key, value in _LOCKED):
        return True
    return False if attributes.get("translate") == "yes" else None


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return STAND_IN
