"""Which strings of a catalogue are read, what they say, and what the file tells about them."""

from __future__ import annotations

import re
import sys

import pytest

from tqcheck.core.finding import Edit
from tqcheck.errors import ReadingError
from tqcheck.formats import Format, format_of
from tqcheck.readers.files import read, written
from tqcheck.readers.prose import Unit
from tqcheck.readers.raw import raw_edits
from tqcheck.readers.reading import Reading

XLIFF = '<xliff><file source-language="de" target-language="en"><body>{}</body></file></xliff>'
XLIFF2 = '<xliff version="2.0" srcLang="de" trgLang="en"><file id="f">{}</file></xliff>'
TMX = '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><header srclang="de"/><body>{}</body></tmx>'
ANDROID = "<resources>{}</resources>"


def reading_of(raw: str, name: str, *columns: str) -> Reading:
    return read(raw.encode(), name, format_of(name, columns=columns))


def blocks(reading: Reading) -> list[str]:
    return [reading.text[block.span.start : block.span.end] for block in reading.blocks or ()]


def strings(raw: str, name: str, *columns: str) -> list[str]:
    return blocks(reading_of(raw, name, *columns))


def unit(raw: str, name: str) -> Unit:
    (found,) = reading_of(raw, name).units
    return found


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("a.po", 'msgid "x"\nmsgstr "One\\n"\n "two \\"3\\" \\303\\x41"\n', ['One\ntwo "3" ÃA']),
        ("a.po", 'msgid "x"\nmsgstr "One"\nmsgid "y"\nmsgstr "Two"', ["One", "Two"]),
        ("a.po", '#, c-format, fuzzy\nmsgid "x"\nmsgstr "One"\n\n#, c-format\n#| msgid "z"\nmsgid "y"\nmsgstr "Two"', ["Two"]),
        ("a.po", 'domain "d"\nmsgid "x"\nmsgid_plural "y"\nmsgstr[0] "One"\nmsgstr[1] ""\n', ["One"]),
        ("a.pot", 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "x"\nmsgstr ""\n', []),
        ("a.json", '{"a": "\\ud83d\\ude00 \\u00e9 \\/ \\t.", "b": [{"c": "C"}, [], {}], "d": 1.5e3, "e": null}', ["😀 é / \t.", "C"]),
        ("a.json", '"One"', ["One"]),
        ("a.json", "[ ]", []),
        ("a.json", '{"k": {"message": "One", "description": "no", "placeholders": {"p": {"content": "$1"}}}}', ["One"]),
        ("a.json", '{"k": {"title": "One", "description": "Two"}}', ["One", "Two"]),
        ("a.json", '// no\n{"k": /* "no" */ "One // two", // "no"\n"l": "Three" /* * */}', ["One // two", "Three"]),
        ("a.arb", '{"@@locale": "en_GB", "k": "One", "@k": {"description": "no"}}', ["One"]),
        ("a.strings", '"k" = "One \\U00e9";\n/* * */ k.2 = "Two";k3 = bare; "k4";', ["One é", "Two"]),
        ("a.properties", "k = One\\\n   , two\n\\= : \\ Three\\t.\nk3 Four\n\nk5\nk6=\\", ["One, two", "Three\t.", "Four"]),
        ("a.toml", 'a = "One \\t\\U0001F600"\nb.c = [ 1979-05-27, "Two" ]\nd = {e = \'Three\', f = true}', ["One \t😀", "Two", "Three"]),
        ("a.toml", "a = '''\n''Two'' \\\nlines'''\nb = \"\"\"One\\\n\n   \"\"line\"\" \"\"\"", ["''Two'' \\\nlines", 'One""line""']),
        ("a.toml", '["t.x"."y z"]\n"k" = "One"\n[[u]]\n"k" = "Two"\n', ["One", "Two"]),
        ("a.ftl", "a =\n    One\n\n    two { -b }\n-b = Three\n    .c = Four\n# no\n", ["One", "two Xy", "Three", "Four"]),
        ("a.ftl", '## no\nd = {"{"} Five\n    six { f(x: 1) }\n', ["{ Five\nsix Xy"]),
        ("a.ftl", "a =\n{\n$n ->\n*[b] One\n       two\n[c]\n    Three\n    four\n}\nd = Five\n", ["One\ntwo", "Three\nfour", "Five"]),
        (
            "a.ftl",
            'a =\n    { f(x: "}") ->\n        [0] One\n       *[b] { 1 ->\n          *[c] {""}Two\n       }\n    }\n',
            ["One", "Two"],
        ),
        ("a.ftl", "a =\n\n One\n\n     two     \n\nb =\n    .c =\n        Three\n        four\n", ["One", "two", "Three\nfour"]),
        ("a.ftl", "a = One { $n ->\n  [b] no\n *[c] two\n} { -d(x: 1) }\n", ["One two Xy"]),
        ("a.ftl", 'a = One{"\\u00e9 \\U01F600 \\""}\n', ['Oneé 😀 "']),
        ("a.csv", 'id,Target\n1,"One, ""two"""\n2,Three\n3\n', ['One, "two"', "Three"]),
        ("a.csv", "a;b\nOne;Two\n", ["One", "Two"]),
        ("a.tsv", 'id\ttext\n1\t"One" two\n', ['"One" two']),
        ("a.jsonl", '{"id": "x", "text": "One"}\n \n["Two", 3]\n{"x": {"mt": ["Three"]}, "y": "no"}', ["One", "Two", "Three"]),
    ],
)
def test_strings_are_found_and_unescaped(name: str, raw: str, said: list[str]) -> None:
    assert strings(raw, name) == said


def test_columns_are_chosen_by_name() -> None:
    table = "key,de,en\n1,Eins,One\n2,Zwei,Two\n"
    assert strings(table, "a.csv", "en") == ["One", "Two"]
    assert [found.key for found in reading_of(table, "a.csv", "en").units] == ["1.en", "2.en"]
    assert strings('{"a": {"b": ["One"]}, "text": "no"}', "a.jsonl", "a.b") == ["One"]
    with pytest.raises(ReadingError, match=r"^a.csv: unknown column 'em'; did you mean 'en'\?$"):
        strings(table, "a.csv", "em")


def test_a_unit_tells_what_the_file_tells() -> None:
    entry = '#. A note\n#: a.c:1\nmsgctxt "menu"\nmsgid "eins"\nmsgid_plural "viele"\nmsgstr[1] "many"\n'
    assert unit(entry, "a.po") == Unit(0, "menu|eins[1]", "viele", None, None, "translated", "A note")
    header = 'msgid ""\nmsgstr "Language: en_GB\\nX-Source-Language: de\\n"\n\n'
    reading = reading_of(header + entry, "a.po")
    assert (reading.language, reading.units[0].source_language, reading.units[0].target_language) == ("en-GB", "de", "en-GB")
    one = '<trans-unit id="1"><source>Eins <x id="1"/></source><target state="final">One</target><note>N</note></trans-unit>'
    assert unit(XLIFF.format(one), "a.xlf") == Unit(0, "1", "Eins {}", "de", "en", "final", "N")
    two = '<unit id="u"><notes><note>N</note></notes><segment state="reviewed"><source>Eins</source><target>One</target></segment></unit>'
    assert unit(XLIFF2.format(two), "a.xlf") == Unit(0, "u", "Eins", "de", "en", "reviewed", "N")
    variants = '<tu tuid="t"><note>N</note><tuv xml:lang="DE"><seg>Eins</seg></tuv><tuv lang="en"><seg>One</seg></tuv></tu>'
    assert unit(TMX.format(variants), "a.tmx") == Unit(0, "t", "Eins", "de", "en", "", "N")
    table = "key,source,target\nk,Eins,One\n"
    assert unit(table, "a.csv") == Unit(0, "k.target", "Eins")
    locale = '{"sourceLanguage": "de", "strings": {"Eins": {"comment": "N", "localizations": {"en": {"stringUnit": {"value": "One"}}}}}}'
    assert unit(locale, "a.xcstrings") == Unit(0, "Eins", "Eins", "de", "en", "", "N")
    assert unit('<resources><plurals name="p"><item quantity="one">One</item></plurals></resources>', "strings.xml").key == "p.one"


def test_of_several_languages_one_is_read() -> None:
    segments = "".join(f'<tuv xml:lang="{code}"><seg>{said}</seg></tuv>' for code, said in (("de", "Eins"), ("en", "One"), ("fr", "Un")))
    memory = TMX.format(f'<tu>{segments}</tu><tu><tuv xml:lang="fr"><seg>Deux</seg></tuv></tu>')
    reading = reading_of(memory, "a.tmx")
    assert (blocks(reading), reading.language) == (["Un", "Deux"], "fr")
    assert [found.block for found in reading.units] == [None, 0, 1]
    reading = reading_of(memory, "a.tmx", "EN")
    assert (blocks(reading), reading.language) == (["One"], "en")
    assert [found.source for found in reading_of(memory.replace('"de"/', '"*all*"/'), "a.tmx").units] == [""] * 4


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("<target>One <g id='1'>two</g> <bpt id='2'>{b}</bpt>three<ept id='2'>{/b}</ept></target>", ["One two three"]),
        ("<target>One <x id='1'/> two <ph id='2'>%s</ph></target>", ["One Xy two Qa"]),
        ("<target>One<x id='1' ctype='lb'/>two <mrk mtype='protected'>no</mrk></target>", ["One\ntwo Xy"]),
        ("<target>One&#10;<![CDATA[<two>]]> &amp;amp;</target>", ["One\n &"]),
        ("<seg-source>no</seg-source><target>One</target><alt-trans><target>no</target></alt-trans>", ["One"]),
        ("<target state='new'>no</target>", []),
        ("<target/>", []),
    ],
)
def test_codes_in_xliff(raw: str, said: list[str]) -> None:
    assert strings(XLIFF.format(f"<trans-unit id='1'>{raw}</trans-unit>"), "a.xlf") == said


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("<target>One <pc id='1'>two</pc> <sc id='2'/>three<ec startRef='2'/></target>", ["One two three"]),
        ("<target>One <ph id='1'/>, <mrk id='m' translate='no'>no</mrk>, <cp hex='0041'/></target>", ["One Xy, Qa, A"]),
        ("<target>One</target></segment><mtc:matches><mtc:match><target>no</target></mtc:match></mtc:matches><segment>", ["One"]),
        ("<target>One</target></segment><ignorable><target>no</target></ignorable><segment><target>Two</target>", ["One", "Two"]),
    ],
)
def test_codes_in_xliff_2(raw: str, said: list[str]) -> None:
    assert strings(XLIFF2.format(f"<unit id='1'><segment>{raw}</segment></unit>"), "a.xliff") == said


@pytest.mark.parametrize("lock", ['translate="no"', 'mq:locked="locked"', 'sdl:locked="true"'])
def test_locked_units_are_left_alone(lock: str) -> None:
    of = "<trans-unit id='1' {}><source>Eins</source><target>One</target></trans-unit>"
    assert strings(XLIFF.format(of.format(lock) + of.format("")), "a.xlf") == ["One"]
    assert strings(XLIFF.format(f"<group {lock}>{of.format('')}</group>"), "a.xlf") == []
    open_again = of.format('translate="yes"')
    assert strings(XLIFF.format(f"<group {lock}>{open_again}</group>{of.format('')}"), "a.xlf") == ["One"] * 2


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (r"""<string name="a">It\'s "  two  " \u00e9\@ &lt;b>bold&lt;/b>\n&#169;</string>""", ["It's two é@ bold\n©"]),
        ("<string name='a'>One <b>two</b> <xliff:g id='x'>no</xliff:g></string>", ["One two Xy"]),
        ("<string name='a' translatable='false'>no</string><string name='b'>@string/c</string><color name='d'>no</color>", []),
        ("<string-array name='a'><item>One</item><item>Two</item></string-array>", ["One", "Two"]),
    ],
)
def test_strings_of_android(raw: str, said: list[str]) -> None:
    found = strings(f"<resources xmlns:xliff='x'>{raw}</resources>", "strings.xml")
    assert [" ".join(each.split()) for each in found] == [" ".join(each.split()) for each in said]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("a: One\n  two # no\nb: 'It''s'\n", ["One two", "It's"]),
        ('a: "One \\x41\\u00e9\\\n   \\U0001F600"', ["One Aé😀"]),
        ("- |2\n   One\n   two\n- >+\n One\n two\n\n", ["One two", "One two"]),
        ("? [no, {no: no}]\n: One\n? no\n", ["One"]),
        ("a: &x One\nf: !!str &y 'Two'\nb: *x\nc: !!binary aGk=\nd: ~\ne: ''", ["One", "Two"]),
        ("--- One\n---\nTwo\n", ["One", "Two"]),
    ],
)
def test_scalars_of_yaml(raw: str, said: list[str]) -> None:
    assert [" ".join(each.split()) for each in strings(raw, "a.yaml")] == said


def test_yaml_may_be_sorted_by_language() -> None:
    assert reading_of("en-GB:\n  a: One\n", "a.yml").language == "en-GB"
    for raw in ("id: One\n", "id:\n  a: One\nmenu:\n  b: Two\n", "- en: One\n", "en: One\nit:\n  a: Two"):
        assert reading_of(raw, "a.yml").language is None


def test_without_pyyaml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(
        ReadingError, match=re.escape("a.yaml: YAML is read with PyYAML, which is not installed: pip install 'tqcheck[yaml]'")
    ):
        strings("a: One", "a.yaml")


def test_properties_may_be_latin_1() -> None:
    data = "k = Zoë’s the the café.\n".replace("’", "\\u2019").encode("latin-1")
    reading = read(data, "a.properties", Format("properties"))
    assert (blocks(reading), reading.encoding) == (["Zoë’s the the café."], "latin-1")
    assert written(reading, reading.raw) == data


@pytest.mark.parametrize(
    ("data", "written_as"),
    [
        ("k = Zoë said no.\n".encode("latin-1"), "k = Zoë \\u201c😀\\\\\\u201d no.\n".replace("😀", "\\ud83d\\ude00")),
        (b"k = Zo\\u00eb said no.\n", "k = Zo\\u00eb \\u201c\\ud83d\\ude00\\\\\\u201d no.\n"),
        ("k = Zoë said no.\n".encode(), "k = Zoë “😀\\\\” no.\n"),
        (b"k = Zoe said no.\n", "k = Zoe “😀\\\\” no.\n"),
    ],
)
def test_repairs_of_properties_are_written_as_the_file_writes(data: bytes, written_as: str) -> None:
    reading = read(data, "a.properties", Format("properties"))
    start = reading.text.index("said")
    (edit,) = raw_edits([Edit(start, start + 4, "“😀\\”")], reading) or ()
    assert reading.raw[: edit.start] + edit.text + reading.raw[edit.end :] == written_as


def test_a_value_of_properties_keeps_its_start() -> None:
    reading = reading_of("k : a : b\n", "a.properties")
    assert raw_edits([Edit(0, 2, "")], reading) is None
    assert raw_edits([Edit(0, 1, " a")], reading) == (Edit(4, 5, "\\ a"),)


@pytest.mark.parametrize(
    ("name", "raw", "heard"),
    [
        ("a.po", '# tqcheck: off\n#. tqcheck: on\nmsgid "a"\nmsgstr "# tqcheck: off"\n', [" off", " on"]),
        ("a.yaml", "# tqcheck: off\na: |\n  # tqcheck: on\n  One\n", [" off"]),
        ("a.properties", "! tqcheck: off\na = b\\\n  # tqcheck: on\n", [" off"]),
        ("a.strings", '/* tqcheck: off */\n// tqcheck: on\n"a" = "x // tqcheck: off";', [" off ", " on"]),
        ("a.json", '[\n// tqcheck: off\n"x // tqcheck: on"]', [" off"]),
        ("a.xlf", "<xliff><!-- tqcheck: off --></xliff>", [" off "]),
        ("a.ftl", "## tqcheck: off\n# tqcheck: on\na = One\n", [" off", " on"]),
        ("a.toml", 'a = """\n# tqcheck: off\n"""\n  # tqcheck: on', [" on"]),
    ],
)
def test_comments_are_those_of_the_format(name: str, raw: str, heard: list[str]) -> None:
    assert [comment.text for comment in reading_of(raw, name).comments] == heard


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.po", 'msgid "x"\nmsgstr "y', "line 2, column 1: this is no line of a PO file"),
        ("a.po", '"x"\n', "line 1, column 1: this string belongs to no keyword"),
        ("a.json", '{"a": "x\n"}', "line 1, column 7: this string is not closed in its line"),
        ("a.json", '{"a": 1,}', "line 1, column 9: this is no JSON: a key in quotation marks should stand here"),
        ("a.json", '{"a" 1}', "line 1, column 6: this is no JSON: a colon should stand here"),
        ("a.json", "[1 2]", "line 1, column 4: this is no JSON: a comma or ] should stand here"),
        ("a.json", "[1 /* 2]", "line 1, column 4: this is no JSON: a comma or ] should stand here"),
        ("a.json", "[1, // 2\n }", "line 2, column 2: this is no JSON: a value should stand here"),
        ("a.json", "[1,", "line 1, column 4: the JSON ends here, before a value"),
        ("a.json", "[1, }", "line 1, column 5: this is no JSON: a value should stand here"),
        ("a.json", "[]\n1", "line 2, column 1: this is no JSON: the end of the file should stand here"),
        ("a.json", "", "line 1, column 1: the JSON ends here, before a value"),
        ("a.json", "[" * 300, "line 1, column 201: this is nested more than 200 levels deep"),
        ("a.jsonl", '{"a": 1}\n{', "line 2, column 2: the JSON ends here, before a key"),
        ("a.strings", '"a" = "x";\n"b" = "y"\n', "line 2, column 1: this is no entry of a .strings file"),
        ("a.properties", "a = \\u12", "line 1, column 5: \\u wants four hexadecimal digits"),
        ("a.toml", 'a = "x"\nb = = 1', "line 2, column 5: this is no TOML: Invalid value"),
        ("a.toml", "a = [", "line 1, column 6: this is no TOML: Invalid value"),
        ("a.toml", "a = " + "[" * 20_000, "line 1, column 1: this is nested too deeply"),
        ("a.toml", "a" + ".a" * 200 + " = 1", "line 1, column 1: this key has more than 100 parts"),
        ("a.yaml", "a: 'x\nb: y", "line 2, column 5: this is no YAML: found unexpected end of stream"),
        ("a.yaml", "a: \x07", "this is no YAML: "),
        ("a.ftl", "a = One\nb c\n", "line 2, column 1: this is no entry of Fluent"),
        ("a.ftl", "a = { $b\n", "line 1, column 5: this { is not closed"),
        ("a.ftl", "a = { $b ->\n}\n", "line 1, column 5: the variants that begin with this { are not closed, or there are none"),
        ("a.ftl", "a = " + "{ $b ->\n [c] " * 60, "nested more than 50 levels deep"),
        ("a.csv", 'a,b\n1,"x\n', "line 2, column 3: this quotation mark opens a cell that is not closed"),
        ("a.xlf", "<xliff>\n<file></xliff>", "line 2, column 9: this is no sound XML: mismatched tag"),
        ("a.xlf", "", "line 1, column 1: this is no sound XML: no element found"),
        ("strings.xml", '<!DOCTYPE r [<!ENTITY a "b">]><resources/>', "line 1, column 25: the entity 'a' is declared by the file"),
        ("a.tmx", TMX.format("<tu><tuv><seg>&nbsp;</seg></tuv></tu>"), "the entity 'nbsp' is declared by the file or not at all"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(name: str, raw: str, why: str) -> None:
    with pytest.raises(ReadingError) as raised:
        strings(raw, name)
    assert why in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "name", ["a.po", "a.json", "a.yaml", "a.toml", "a.ftl", "a.csv", "a.xlf", "strings.xml", "a.properties", "a.strings"]
)
def test_what_is_no_text_is_refused(name: str) -> None:
    with pytest.raises(ReadingError):
        read(b"a\0b\x01\x02", name, format_of(name))


@pytest.mark.parametrize(
    ("name", "head", "tail"),
    [
        ("a.po", 'msgid "a"\nmsgstr "', '"'),
        ("a.json", '"', '"'),
        ("a.yaml", "'", "'"),
        ("a.toml", "a='''", "'''"),
        ("a.ftl", "a = ", ""),
        ("a.tsv", "a\n", ""),
        ("a.properties", "a=", ""),
        ("a.strings", '"a"="', '";'),
        ("a.xlf", XLIFF.split("{}")[0] + "<trans-unit><target>", "</target></trans-unit>" + XLIFF.split("{}")[1]),
        ("strings.xml", "<resources><string>", "</string></resources>"),
    ],
)
@pytest.mark.parametrize(
    "junk", ["{", "{a,plural,x{", "<a ", "<", "&", "&amp;", "%(", "$t(", "http://.", "a@a.", "\\\\", " ", "\t", "a\n", '""']
)
def test_anything_may_come_many_thousand_times(name: str, head: str, tail: str, junk: str) -> None:
    raw = head + junk * (30_000 // len(junk)) + tail
    try:
        reading = reading_of(raw, name)
    except ReadingError:
        return
    assert reading.raw == raw


@pytest.mark.parametrize(
    ("name", "raw", "encoding"),
    [
        (
            "a.po",
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-15\\n"\n\nmsgid "x"\nmsgstr "Zoë has 5 €."\n',
            "iso-8859-15",
        ),
        ("a.tmx", '<?xml version="1.0" encoding="windows-1252"?><tmx><tu><tuv><seg>Zoë has 5 €.</seg></tuv></tu></tmx>', "windows-1252"),
    ],
)
def test_a_file_may_name_its_encoding(name: str, raw: str, encoding: str) -> None:
    raw = raw.replace('"Content', '""\n"Content')
    data = raw.encode(encoding)
    reading = read(data, name, format_of(name))
    assert (blocks(reading), reading.encoding) == (["Zoë has 5 €."], encoding)
    assert written(reading, reading.raw) == data
    made = raw_edits([Edit(0, 3, "中")], reading)
    assert made == ((Edit(made[0].start, made[0].end, "&#20013;"),) if made and name == "a.tmx" else None)
    with pytest.raises(ReadingError, match="not UTF-8"):
        read(data.replace(encoding.encode(), b"punycode").replace(b"ISO-8859-15", b"punycode"), name, format_of(name))
