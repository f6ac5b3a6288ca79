"""Glossaries as tables: CSV (also with semicolons) and TSV, with a first row that names the columns."""

from __future__ import annotations

import re

from ...core.glossary import STATUSES, Term
from ...errors import quoted, unknown
from .wrong import wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Field = tuple[str, int]
    """What a field says, and where it starts."""

_COLUMNS = {
    "source": "source", "source term": "source", "term": "source",
    "target": "target", "target term": "target", "translation": "target",
    "status": "status",
    "source language": "source language", "target language": "target language",
    "case": "case", "case sensitive": "case",
}  # fmt: skip
"""What a column may be called, in small letters and with blanks for - and _."""
_STATUSES = {
    "": "required", "preferred": "required", "admitted": "required", "approved": "required", "allowed": "required",
    "deprecated": "forbidden", "superseded": "forbidden", "not recommended": "forbidden", "prohibited": "forbidden",
    "dnt": "do-not-translate", "keep": "do-not-translate", "do not translate": "do-not-translate",
}  # fmt: skip
"""Other words for the statuses, as term bases and tools write them."""
_CASED = {"": False, "no": False, "false": False, "0": False, "yes": True, "true": True, "1": True, "sensitive": True, "insensitive": False}
_FIELD = re.compile(r'"(?P<quoted>[^"]*+(?:""[^"]*+)*)(?P<closed>"?)(?P<behind>[^,;\t\r\n]*+)|(?P<plain>[^,;\t\r\n]*+)')
_LINE_END = re.compile(r"\r\n|\n|\r")


def rows(text: str, path: str) -> Iterator[Sequence[Term]]:
    """The concepts of a table, one for each row; raises `SettingsError` with line and column for what is wrong."""
    records = _records(text, path)
    names: dict[str, int] | None = None
    for record in records:
        if not any(field.strip() for field, _ in record) or record[0][0].startswith("#"):
            continue
        if names is None:
            names = _names(record, text, path)
        else:
            yield _terms(record, names, text, path)


def _records(text: str, path: str) -> Iterator[list[Field]]:
    """The fields of each row; what parts them is the tab, semicolon or comma that comes first in the first row."""
    first = _LINE_END.split(text, maxsplit=1)[0]
    delimiter = next((mark for mark in "\t;," if mark in first), ",")
    field = re.compile(_FIELD.pattern.replace(",;\\t", re.escape(delimiter)))
    place, record = 0, list[tuple[str, int]]()
    while place <= len(text):
        match = field.match(text, place)
        if match is None:
            break
        if match["quoted"] is not None and (not match["closed"] or match["behind"].strip()):
            raise wrong(path, text, place, "this quotation mark is not closed at the end of its field")
        said = match["plain"] if match["quoted"] is None else match["quoted"].replace('""', '"')
        record.append((said.strip(), place))
        place = match.end()
        if text[place : place + 1] == delimiter:
            place += 1
            continue
        yield record
        record = []
        end = _LINE_END.match(text, place)
        if end is None:
            return
        place = end.end()


def _names(record: Sequence[Field], text: str, path: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for number, (field, place) in enumerate(record):
        plain = field.lower().replace("-", " ").replace("_", " ")
        if plain in _COLUMNS:
            names.setdefault(_COLUMNS[plain], number)
        elif field and number < len(_COLUMNS):
            near = str(unknown("column", field, sorted(set(_COLUMNS.values()))))
            raise wrong(path, text, place, f"{near} (there are {', '.join(dict.fromkeys(_COLUMNS.values()))})")
    if "source" not in names and "target" not in names:
        raise wrong(path, text, record[0][1], "the first row names the columns, among them source and target")
    return names


def _terms(record: Sequence[Field], names: Mapping[str, int], text: str, path: str) -> tuple[Term, ...]:
    def said(column: str) -> Field:
        number = names.get(column, len(record))
        return record[number] if number < len(record) else ("", record[-1][1])

    status = _word(said("status"), _STATUSES | {word: word for word in STATUSES}, "status", text, path)
    is_cased = _word(said("case"), _CASED, "case", text, path)
    source, target = said("source"), said("target")
    if status == "do-not-translate" and not source[0]:
        source = target
    if status == "required" and not (source[0] and target[0]):
        raise wrong(path, text, record[0][1], "a required term has a source and a target")
    if status == "forbidden" and not target[0]:
        raise wrong(path, text, record[0][1], "a forbidden term has a target: the word that must not be used")
    terms = []
    if source[0]:
        of_source = "do-not-translate" if status == "do-not-translate" else "required"
        terms.append(Term(source[0], of_source, _language(said("source language"), text, path), "source", bool(is_cased)))
    if target[0] and status != "do-not-translate":
        terms.append(Term(target[0], str(status), _language(said("target language"), text, path), "target", bool(is_cased)))
    return tuple(terms)


def _word(field: Field, known: Mapping[str, object], what: str, text: str, path: str) -> object:
    word = field[0].lower().replace("_", "-")
    found = known.get(word, known.get(word.replace("-", " ")))
    if found is None:
        raise wrong(path, text, field[1], str(unknown(what, field[0], [each for each in known if each])))
    return found


def _language(field: Field, text: str, path: str) -> str:
    code, place = field
    first = code.replace("_", "-").split("-")[0]
    if code and not (code.isascii() and first.isalpha() and 2 <= len(first) <= 3):
        raise wrong(path, text, place, f"{quoted(code)} is no language code; BCP 47 codes look like en, de-CH, zh-Hant") from None
    return code.replace("_", "-")
