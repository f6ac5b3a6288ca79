"""Glossaries in TermBase eXchange (ISO 30042): TBX of 2008 (martif) and of 2019 (tbx), whatever its dialect.

Read by expat as a stream. Entities of the file's own, and files that it names, are refused: they can make a small file endless,
or fetch what is not meant for us.
"""

from __future__ import annotations

from xml.parsers import expat

from ...core.glossary import Term
from ...errors import SettingsError
from .wrong import at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_ROOTS = ("martif", "tbx")
_CONCEPTS = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
_STATUS_NOTES = ("administrativeStatus", "normativeAuthorization")
_FORBIDDEN = ("deprecatedTerm", "supersededTerm", "deprecated", "superseded", "forbidden", "notRecommended")
_KEPT = ("doNotTranslate", "do-not-translate")
_XML_LANGUAGE = "xml:lang"


def concepts(data: bytes, path: str) -> list[Sequence[Term]]:
    """The concepts of a file; raises `SettingsError` with line and column."""
    return _Reader(path).read(data)


class _Reader:
    """What has come so far of a file. ``_said`` collects the text of a term or of the note on its status."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parser = expat.ParserCreate()
        self._found: list[Sequence[Term]] = []
        self._terms: list[Term] = []
        self._language = self._text = self._status = ""
        self._said: list[str] | None = None
        self._depth = 0

    def read(self, data: bytes) -> list[Sequence[Term]]:
        parser = self._parser
        parser.StartElementHandler, parser.EndElementHandler = self._opened, self._closed
        parser.CharacterDataHandler = self._heard
        parser.EntityDeclHandler = self._refuse
        parser.ExternalEntityRefHandler = self._refuse
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            why = expat.errors.messages.get(error.code, str(error))
            raise at(self._path, error.lineno, error.offset + 1, f"this is no XML: {why}") from None
        except (ValueError, LookupError) as error:
            if isinstance(error, SettingsError):
                raise
            raise self._wrong(f"this is no XML: {error}") from None
        return self._found

    def _wrong(self, why: str) -> SettingsError:
        return at(self._path, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1, why)

    def _refuse(self, *_of_the_entity: object) -> int:
        raise self._wrong("entities of a file's own are not read")

    def _opened(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = _local(name)
        self._depth += 1
        if self._depth == 1 and tag not in _ROOTS:
            raise self._wrong(f"a TBX file begins with <tbx> or <martif>, not with <{name}>")
        if tag in _CONCEPTS:
            self._terms = []
        elif tag in _LANGUAGES:
            self._language = attributes.get(_XML_LANGUAGE) or attributes.get("lang") or ""
            if not self._language:
                raise self._wrong(f"<{name}> has no xml:lang")
        elif tag in _TERMS:
            self._text = self._status = ""
        elif tag == "term" or tag in _STATUS_NOTES or attributes.get("type") in _STATUS_NOTES:
            self._said = []

    def _heard(self, text: str) -> None:
        if self._said is not None:
            self._said.append(text)

    def _closed(self, name: str) -> None:
        tag = _local(name)
        self._depth -= 1
        if tag == "term" and self._said is not None:
            self._text, self._said = " ".join("".join(self._said).split()), None
        elif self._said is not None and tag != "hi":
            self._status, self._said = "".join(self._said).strip(), None
        elif tag in _TERMS and self._text:
            self._terms.append(Term(self._text, _status(self._status), self._language))
        elif tag in _CONCEPTS and self._terms:
            self._found.append(tuple(self._terms))


def _local(name: str) -> str:
    """The name of an element without its prefix."""
    return name.rpartition(":")[2]


def _status(said: str) -> str:
    word = said.removesuffix("-admn-sts")
    return "forbidden" if word in _FORBIDDEN else "do-not-translate" if word in _KEPT else "required"
