"""Glossaries are read as tables and as TBX, and what is wrong in them is told by line and column."""

from __future__ import annotations

import pickle
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.bilingual.glossary import read_glossary
from tqcheck.core.glossary import Entry, Glossary, Term
from tqcheck.errors import SettingsError

MARTIF = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1">
 <langSet xml:lang="de"><tig><term>Mole</term></tig></langSet>
 <langSet xml:lang="en"><tig><term>mole</term></tig>
  <ntig><termGrp><term>pier</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""
TBX = """<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body>
<conceptEntry id="1"><langSec xml:lang="de-DE"><termSec><term>Mole</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>mole</term></termSec>
<termSec><term>pier</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>"""
BOMB = '<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>'


def written(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)


def entry(glossary: Glossary, source: str = "de", target: str = "en") -> Entry:
    (found,) = glossary.entries(source, target)
    return found


def texts(terms: tuple[Term, ...]) -> list[str]:
    return [term.text for term in terms]


@pytest.mark.parametrize("text", [MARTIF, TBX])
def test_tbx_of_both_editions(tmp_path: Path, text: str) -> None:
    glossary = read_glossary(written(tmp_path, "terms.tbx", text))
    found = entry(glossary)
    assert (texts(found.sources), texts(found.targets), texts(found.forbidden)) == (["Mole"], ["mole"], ["pier"])
    assert texts(entry(glossary, "en-GB", "de-CH").targets) == ["Mole"]
    assert list(glossary.entries("fr", "it")) == []


@pytest.mark.parametrize(
    "text",
    [
        "source,target,status\nMole,mole,\nMole,pier,forbidden\n",
        "Source Term;Target_Term;Status\r\nMole;mole;preferred\r\nMole;pier;deprecated\r\n",
        '\ufefftarget\tsource\tstatus\n# a remark\n"mole"\tMole\trequired\n\npier\tMole\tFORBIDDEN',
    ],
)
def test_tables_in_their_dialects(tmp_path: Path, text: str) -> None:
    rows = list(read_glossary(written(tmp_path, "terms.csv", text)).entries("de", "en"))
    assert [(texts(each.sources), texts(each.targets), texts(each.forbidden)) for each in rows] == [
        (["Mole"], ["mole"], []),
        (["Mole"], [], ["pier"]),
    ]


def test_a_row_may_name_languages_and_mind_capitals(tmp_path: Path) -> None:
    text = "source,target,source language,target language,case,status\nMole,mole,de,en,yes,\nTide,,,,,dnt\n"
    glossary = read_glossary(written(tmp_path, "terms.csv", text))
    first, second = glossary.entries("de-AT", "en-GB")
    assert first.sources[0].is_cased
    assert texts(second.kept) == ["Tide"]
    assert [texts(each.kept) for each in glossary.entries("fr", "en")] == [[], ["Tide"]]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.csv", "source,target,status\nMole,mole,obligatory\n", "line 2, column 11: unknown status 'obligatory'"),
        ("a.csv", "source,targett\nMole,mole\n", "line 1, column 8: unknown column 'targett'; did you mean 'target'?"),
        ("a.csv", "Mole,mole\n", "line 1, column 1: unknown column 'Mole'"),
        ("a.csv", "status\nforbidden\n", "line 1, column 1: the first row names the columns, among them source and target"),
        ("a.csv", "source,target\nMole,\n", "line 2, column 1: a required term has a source and a target"),
        ("a.csv", "source,status\nMole,forbidden\n", "line 2, column 1: a forbidden term has a target"),
        ("a.csv", 'source,target\n"Mole,mole\n', "line 2, column 1: this quotation mark is not closed"),
        ("a.csv", "source,target,target language\nMole,mole,english!\n", "line 2, column 11: 'english!' is no language code"),
        ("a.tbx", "<tbx>\n <text></tbx>", "line 2, column 10: this is no XML: mismatched tag"),
        ("a.tbx", "<html/>", "line 1, column 1: a TBX file begins with <tbx> or <martif>, not with <html>"),
        ("a.tbx", "<tbx>\n<langSec/></tbx>", "line 2, column 1: <langSec> has no xml:lang"),
        ("a.tbx", BOMB, "entities of a file's own are not read"),
        ("a.tbx", '<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/hosts">]><tbx>&x;</tbx>', "entities of a file's own are not read"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_column(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_glossary(written(tmp_path, name, text))
    assert told in str(error.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read the glossary"):
        read_glossary(str(tmp_path / "none.csv"))
    (tmp_path / "latin.csv").write_bytes(b"source,target\nF\xe4hre,ferry\n")
    with pytest.raises(SettingsError, match="line 2, column 2: this is no UTF-8"):
        read_glossary(str(tmp_path / "latin.csv"))


def test_a_glossary_can_be_pickled() -> None:
    glossary = Glossary([(Term("Mole"),)], "digest")
    other = pickle.loads(pickle.dumps(glossary))
    assert (other.concepts, other.digest) == (glossary.concepts, glossary.digest)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["a.csv", "a.tbx"]), st.binary(max_size=60) | st.text(alphabet='source,target;\t"\n<tbx>&', max_size=60).map(str.encode)
)
def test_any_file_is_read_or_told(tmp_path_factory: pytest.TempPathFactory, name: str, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(data)
    with suppress(SettingsError):
        assert isinstance(read_glossary(str(path)), Glossary)
