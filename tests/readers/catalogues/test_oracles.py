"""What others write is read as they meant it, to the last character, whatever it says."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.formats import Format
from tqcheck.readers.catalogues import csv as tables
from tqcheck.readers.catalogues import json as objects
from tqcheck.readers.catalogues import toml, xliff
from tqcheck.readers.catalogues import yaml as scalars
from tqcheck.readers.catalogues.message import Message, meaning_of

TEXTS = st.text(st.one_of(st.sampled_from(" \n\t\"'\\:#-,{}[]&<>é😀\u2028ab"), st.characters(exclude_categories=["Cs", "Cc"])), max_size=30)
DATA = st.recursive(
    TEXTS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
OFTEN = settings(max_examples=100, deadline=None)


def leaves(value: object) -> Iterator[str]:
    """The strings that are no keys, without the empty ones."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from leaves(each)
    elif isinstance(value, str) and value:
        yield value


def meanings(raw: str, messages: Iterable[Message]) -> list[str]:
    return [meaning_of(raw, message.parts) for message in messages]


@OFTEN
@given(DATA, st.booleans(), st.sampled_from([None, 2, "\t"]))
def test_json(value: object, ascii_alone: bool, indent: int | str | None) -> None:
    raw = json.dumps(value, ensure_ascii=ascii_alone, indent=indent)
    strings = [(start, end) for _, start, end, is_string in objects.scalars(raw, "a.json") if is_string and start < end]
    assert [meaning_of(raw, list(objects.parts(raw, *span))) for span in strings] == list(leaves(value))


@OFTEN
@given(
    DATA,
    st.booleans(),
    st.sampled_from(["", "'", '"', "|", ">"]),
    st.booleans(),
    st.sampled_from([20, 80]),
)
def test_yaml(value: object, unicode: bool, style: str, flow: bool, width: int) -> None:
    raw = yaml.dump(value, allow_unicode=unicode, default_style=style or None, default_flow_style=flow, width=width, sort_keys=False)
    read = [" ".join(each.split()) for each in meanings(raw, scalars.messages(raw, "a.yaml"))]
    wanted = [" ".join(each.split()) for each in leaves(value)]
    rest = iter(read)  # a plain false reads as the string does
    assert all(each in rest for each in wanted)


@OFTEN
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]), st.sampled_from(",;\t")
)
def test_csv(rows: list[tuple[str, str]], quoting: int, delimiter: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, quoting=quoting, delimiter=delimiter).writerows([("one", "two"), *rows])  # type: ignore[arg-type]
    raw = file.getvalue()
    read = meanings(raw, tables.messages(raw, "a.csv", Format("tsv" if delimiter == "\t" else "csv")))
    assert read == [cell for row in rows for cell in row if cell]


@OFTEN
@given(TEXTS, TEXTS)
def test_toml(basic: str, literal: str) -> None:
    literal = literal.replace("'", "").strip()
    quoted, bare = json.dumps(basic, ensure_ascii=False), "".join(literal.split())
    raw = f"a = {quoted}\nb = '''{literal}'''\nc = [{quoted}, '{bare}']\n"
    wanted = [basic, literal, basic, bare]
    assert meanings(raw, toml.messages(raw, "a.toml")) == [each for each in wanted if each]


@OFTEN
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(["", "<g id='1'>", "<![CDATA["]))
def test_xliff(texts: list[str], opener: str) -> None:
    closer = {"": "", "<g id='1'>": "</g>", "<![CDATA[": "]]>"}[opener]
    said = [text if closer == "]]>" else escape(text) for text in texts]
    units = "".join(f"<trans-unit><target>{opener}{text}{closer}</target></trans-unit>" for text in said)
    raw = f"<xliff><file>{units}</file></xliff>"
    assert meanings(raw, xliff._Targets.messages(raw, "a.xlf")) == [text for text in texts if text.strip()]
