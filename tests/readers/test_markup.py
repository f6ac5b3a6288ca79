"""Formats with markup: planted faults are found at their places in the raw file, and none in code, markup or data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tqcheck.checker import Checker
from tqcheck.core.blocks import Kind
from tqcheck.formats import Format, format_of
from tqcheck.readers.files import read
from tqcheck.readers.reading import Reading

FILES = Path(__file__).parent / "files"
CHECKER = Checker(language="en")
MARKS = [
    "[",
    "![",
    "*a_",
    "_a",
    "<a_",
    "```a`",
    "](",
    "&",
    "<!--",
    ">_",
    "-_",
    "|",
    "{",
    "(((",
    "<<",
    ":a:`",
    "<b>",
    "“",
    "\\",
    "1._",
    "#_",
    '<a_title="',
    "~_",
    "$x",
    "[^",
    "{%",
]
STAND_IN = re.compile("Q[A-Z]{4}7")
GLOSS, TWICE, SPACE, OPEN = "duplicate-gloss", "doubled-word", "space-before-mark", "unclosed-quote"
PLANTED = {
    "article.md": [
        (8, 26, GLOSS), (8, 80, TWICE), (13, 34, SPACE), (14, 15, TWICE), (19, 45, TWICE), (20, 18, OPEN), (23, 25, TWICE),
        (25, 27, TWICE), (28, 13, TWICE), (36, 34, TWICE), (37, 23, TWICE), (40, 13, TWICE), (45, 20, TWICE), (48, 7, TWICE),
    ],
    "article.mdx": [(10, 39, TWICE), (11, 47, SPACE), (15, 7, TWICE), (21, 26, TWICE)],
    "article.html": [
        (5, 49, TWICE), (6, 55, TWICE), (13, 32, GLOSS), (13, 99, TWICE), (16, 40, SPACE), (16, 69, TWICE), (19, 45, TWICE),
        (20, 22, OPEN), (22, 38, TWICE), (25, 35, TWICE), (27, 58, TWICE), (28, 20, TWICE), (30, 10, TWICE),
    ],
    "article.rst": [
        (6, 10, TWICE), (8, 26, GLOSS), (8, 80, TWICE), (13, 42, SPACE), (14, 16, TWICE), (25, 41, TWICE), (26, 18, OPEN),
        (28, 11, TWICE), (28, 43, TWICE), (35, 15, TWICE), (40, 18, TWICE), (44, 13, TWICE), (52, 16, TWICE), (56, 7, TWICE),
    ],
    "article.adoc": [
        (5, 24, GLOSS), (5, 78, TWICE), (10, 38, SPACE), (11, 13, TWICE), (15, 11, TWICE), (22, 45, TWICE), (23, 19, OPEN),
        (25, 14, TWICE), (27, 17, TWICE), (30, 17, TWICE), (33, 25, TWICE), (38, 16, TWICE), (40, 21, TWICE), (43, 7, TWICE),
    ],
}  # fmt: skip
"""The line and column of every fault, those that a comment silences too."""


def reading(raw: str, name: str) -> Reading:
    return read(raw.encode(), name, format_of(name))


def blocks(raw: str, name: str) -> list[str]:
    found = reading(raw, name)
    return [found.text[block.span.start : block.span.end] for block in found.blocks or ()]


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.parametrize(("line_end", "encoding"), [("\n", "utf-8"), ("\r\n", "utf-8-sig"), ("\r\n", "utf-16"), ("\n", "utf-8-sig")])
def test_faults_are_found_where_they_were_planted(name: str, line_end: str, encoding: str) -> None:
    raw = (FILES / name).read_text("utf-8").replace("\n", line_end)
    found = read(raw.encode(encoding), name, format_of(name))
    places = [(found.place(finding.start), finding.rule) for finding in CHECKER.check_reading(found).findings]
    assert [(place.line, place.column, rule) for place, rule in places] == PLANTED[name]


@pytest.mark.parametrize("name", PLANTED)
def test_one_comment_silences_the_last_fault(name: str) -> None:
    found = reading((FILES / name).read_text("utf-8"), name)
    (comment,) = found.comments
    assert comment.text.split()[:2] == ["ignore", "doubled-word"]
    assert comment.stands_alone
    assert found.place_in_raw(comment.start).column == 1


class TestMarkdown:
    def test_kinds(self) -> None:
        raw = "# A title\n\nA text.\n\n- One.\n\n  More of one.\n\nUnder\n-----\n\n| a |\n|---|\n"
        kinds = [block.kind for block in reading(raw, "a.md").blocks or ()]
        assert kinds == [Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.PARAGRAPH, Kind.HEADING, Kind.CELL]

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("He said “**no** *way*” to 2*3*4, snake_case_name and __init__.", "He said “no way” to 234, snake_case_name and init."),
            ("A ***bold*** and ~~gone~~ *word", "A bold and gone *word"),
            (r"A \*star\* &lt; b &copy; \z", "A *star* < b © \\z"),
            ("[One](a(b)c 'd') [two][x] [x] [y] [z][]", "One two x [y] [z][]"),
            ("A note.[^1] Another[^x]!", "A note. Another!"),
            ("One  \ntwo\\\nthree<br>four", "One\ntwo\nthree\nfour"),
            ("Some <b>bold</b> <!-- not this --> text", "Some bold text"),
            ("Costs $5 and then $6.", "Costs $5 and then $6."),
        ],
    )
    def test_inline(self, raw: str, text: str) -> None:
        assert blocks(f"{raw}\n\n[x]: /y\n", "a.md") == [text]

    @pytest.mark.parametrize(
        "code", ["`a b`", "``a ` b``", "<https://a.b/c>", "https://a.b/c", "![a](b)", "$x_1$", "{{ a }}", "<code>a</code>"]
    )
    def test_a_word_stands_for_code_and_addresses(self, code: str) -> None:
        (text,) = blocks(f"See {code} now.\n", "a.md")
        assert len(text.split()) == 3
        assert text.split()[1].isalnum()

    @pytest.mark.parametrize(
        "raw",
        [
            "---\ntitle: the the\n---\n", "+++\na = 1\n+++\n", "```\nthe\n\nthe\n", "~~~ x\nthe\n~~~\n", "    the\n\n\tthe\n",
            "[a]: b 'c'\n",
            "<script>\nthe\n\nthe\n</script>\n", "<!-- a\n\nb -->\n", "***\n", "$$\nx\n$$\n", "> [!NOTE]\n", "::: warning\n", "{% raw %}\n",
        ],
    )  # fmt: skip
    def test_nothing_is_left_of_what_is_no_prose(self, raw: str) -> None:
        assert blocks(raw, "a.md") == []

    def test_what_is_no_title_of_a_link_definition_is_prose(self) -> None:
        assert blocks("[a]: /b\n'the tide' is out\n", "a.md") == ["'the tide' is out"]
        assert blocks("[a]: /b 'the tide' is out\n", "a.md") != []

    def test_nested_containers(self) -> None:
        raw = "> 1. One\n>    goes on\nand on\n>\n>    > deep\n> 2. Two\n\n   outside\n"
        assert blocks(raw, "a.md") == ["One\ngoes on\nand on", "deep", "Two", "outside"]


class TestHtml:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("<p>A   <b> b</b>\n  c </p>", ["A b\nc"]),
            ("<p>one<p>two<br/>three<li>four", ["one", "two\nthree", "four"]),
            ("1 < 2 &lt; 3 & 4 &bogus; &amp", ["1 < 2 < 3 & 4 &bogus; &amp"]),
            ("<p>un&shy;broken</p>", ["unbroken"]),
            ("<title>A <b> &amp; B</title>", ["A <b> & B"]),
            ("<p>seen<!-- a <p> b --><? c ?><![if IE]> too", ["seen too"]),
            ("<svg><text>a</text></svg><pre>b <code>c</code></pre><template><p>d</p></template>", []),
            ("<div translate=no><div>a</div><p>b</p></div>c", ["c"]),
            ("<p>The end.<sup>[3]</sup> More<a role='doc-noteref' href='#'>4</a>.</p>", ["The end. More."]),
            ("<p>open <code>never closed</p><p>next</p>", ["open Q", "next"]),
            ("<script>a", []),
            ("<p>a&#13;\nb\rc&#13;&#10;d", ["a\n\nb\nc\n\nd"]),
            ("<p title='It&#39;s'>x", ["It's", "x"]),
        ],
    )
    def test_text(self, raw: str, text: list[str]) -> None:
        found = [
            " ".join("Q" if word.startswith("Q") and len(word) == 6 else word for word in each.split(" ")) for each in blocks(raw, "a.html")
        ]
        assert found == text

    def test_kinds(self) -> None:
        raw = "<h1>a</h1><ul><li><p>b</p></ul><table><td>c<td>d</table><p>e"
        kinds = [block.kind for block in reading(raw, "a.html").blocks or ()]
        assert kinds == [Kind.HEADING, Kind.ITEM, Kind.CELL, Kind.CELL, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "A ref_ to snake_case_ but not __init__ or *.txt, and a `phrase`_.",
            "A ref to snake_case but not __init__ or *.txt, and a phrase.",
        ),
        ("The end [1]_. More [#a]_, |x|\n", "The end. More, Q"),
        (r"\*not bold\* re\ ``structured``\ Text", "*not bold* reQText"),
        (":ref:`A title <x>` :term:`y` :sub:`2`", "A title Q 2"),
    ],
)
def test_inline_markup_of_restructuredtext(raw: str, text: str) -> None:
    assert [STAND_IN.sub("Q", each) for each in blocks(raw, "a.rst")] == [text]


def test_two_colons_before_code_read_as_one() -> None:
    assert blocks("Run this::\n\n  a\n\nAnd ``this`` ::\n\n  b\n\n::\n\n  c\n\nEnd.\n", "a.rst")[::2] == ["Run this:", "End."]


@pytest.mark.parametrize("rows", ["", "=== ===\n"])
def test_what_follows_a_simple_table_is_no_part_of_it(rows: str) -> None:
    raw = f"=== ===\na   b\n{rows}c   d\n=== ===\n\nCode::\n\n    e\n\nText.\n"
    assert blocks(raw, "a.rst") == ["a", "b", "c", "d", "Code:", "Text."]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("A *bold*, _slanted_ and #marked# 2*3*4 H~2~O **in**side", "A bold, slanted and marked 2*3*4 H2O inside"),
        ("link:a[One] https://a.b[two^] <<x,three>> [.red]#four#", "One two three four"),
        ("It's footnote:[no] here.((index))(((gone)))", "It's here.((index))"),
        ("one +\ntwo", "one\ntwo"),
    ],
)
def test_inline_markup_of_asciidoc(raw: str, text: str) -> None:
    assert blocks(raw, "a.adoc") == [text]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("name", ["md", "mdx", "html", "rst", "adoc"])
def test_marks_without_end_cost_little(mark: str, name: str) -> None:
    many = mark.replace("_", " ") * 20_000
    found = read(many.encode(), f"a.{name}", format_of(f"a.{name}"))
    assert len(found.text) <= 8 * len(many)


def test_the_format_can_be_named() -> None:
    found = read(b"*the* the", "a.txt", Format("markdown"))
    assert found.text == "the the"
