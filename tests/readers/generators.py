"""For each format files that may be anything: its own marks, words, line ends and strange characters, in any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hypothesis import strategies as st

from benchmarks.readers.archives import docx, epub, odt

WORDS = (
    "the",
    "The ferry",
    "left",
    "“no”",
    "it’s",
    "harbour.",
    "😀",
    "é",
    "e\u0301",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u2028",
)
"""What may stand in a file of any format."""
Files = st.SearchStrategy[bytes]


def pieced(*marks: str) -> Files:
    """Files of words and of the marks of a format, in any order, with and without a byte order mark."""
    parts = st.lists(st.sampled_from((*WORDS, *marks)), max_size=40).map("".join)
    return st.tuples(parts, st.booleans()).map(lambda made: made[0].encode("utf-8-sig" if made[1] else "utf-8"))


def headed(head: str, *marks: str) -> Files:
    """The same below a first line that the format asks for."""
    return st.tuples(pieced(*marks), st.booleans()).map(lambda made: head.encode() + made[0] if made[1] else made[0])


def closed(tail: str) -> Callable[[bytes], Files]:
    """The same with and without what the format asks for at the end."""
    return lambda content: st.sampled_from((content, content + tail.encode()))


def any_text() -> Files:
    """Files of any text at all."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=60).map(lambda text: text.replace("\0", "").encode())


def nested(*templates: str) -> st.SearchStrategy[str]:
    """Elements in each other: every template has ``%`` where others, or words, may stand."""
    words = st.sampled_from((*WORDS, "&amp;", "&#65;", "<![CDATA[a&b]]>", "<?x y?>", "<!-- no -->"))
    inside = st.recursive(words, lambda inner: st.builds(_filled, st.sampled_from(templates), st.lists(inner, max_size=4)), max_leaves=25)
    return st.lists(inside, max_size=6).map("".join)


def _filled(template: str, inner: list[str]) -> str:
    return template.replace("%", "".join(inner))


_WORD = (
    "<w:p>%</w:p>", "<w:r><w:t>%</w:t></w:r>", "<w:r><w:t>The ferry</w:t><w:br/>%</w:r>", "<w:txbxContent>%</w:txbxContent>",
    "<w:tc>%</w:tc>", "<w:del>%</w:del>", '<w:r><w:footnoteReference w:id="2"/></w:r>%',
)  # fmt: skip
_OPEN = (
    "<text:p>%</text:p>", "<text:h>%</text:h>", "<text:span>%</text:span>", "<text:s/>%", "<text:line-break/>%",
    "<text:note><text:note-citation>1</text:note-citation><text:note-body>%</text:note-body></text:note>",
    "<text:list-item>%</text:list-item>",
)  # fmt: skip
_PAGE = (
    "<p>%</p>",
    "<b>%</b>",
    "<sup>%</sup>",
    "<code>%</code>",
    "<li>%</li>",
    "<br/>%",
    "<pre>%</pre>",
    '<i translate="no">%</i>',
    "&nbsp;%",
)

MARKDOWN = (
    "# ",
    "## x ##",
    "> ",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "    ",
    "```",
    "~~~",
    "`",
    "``",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "[",
    "](x)",
    "](x 'y')",
    "][y]",
    "[]",
    "[y]: z",
    "![",
    "<b>",
    "</b>",
    "<div>",
    "<!--",
    "-->",
    "<!-- tqcheck: off -->",
    "[//]: # (tqcheck: on)",
    "&amp;",
    "&#8217;",
    "\\",
    "\\*",
    "|",
    "|---|---|",
    "---",
    "===",
    "+++",
    "[^1]",
    "[^1]: ",
    "- [ ] ",
    "<https://x.y>",
    "https://x.y/z",
    "$x^2$",
    "{{x}}",
    "{%",
    "<code>",
    "</code>",
    "<script>",
    "</script>",
    "\n\n    code\n",
)
RST = (
    *(
        "\n====\n",
        "\n----\n",
        "- ",
        "1. ",
        "    ",
        "   ",
        ".. note:: ",
        ".. code::\n\n",
        ".. _x:",
        ".. [1] ",
        ".. tqcheck: off",
        "::\n\n",
        "`",
        "``",
    ),
    *(
        "*",
        "**",
        "|",
        "\n| ",
        ":ref:`",
        "`_",
        "_",
        "__",
        " [1]_",
        "<x>`__",
        ":a: ",
        "-a  ",
        "\\",
        "+--+--+\n",
        "| a | b |",
        "== ==\n",
        ">>> ",
    ),
)
ASCIIDOC = (
    *(
        "= ",
        "== ",
        "* ",
        ". ",
        "- ",
        "+",
        "----",
        "====",
        "|===",
        "|",
        "a|",
        "[source]",
        "[NOTE]",
        "NOTE: ",
        "// ",
        "////",
        "// tqcheck: off",
    ),
    *(
        ":a: b",
        ".Title",
        "term:: ",
        "`",
        "*",
        "**",
        "_",
        "#",
        "^",
        "~",
        "http://x[",
        "]",
        "<<a,",
        ">>",
        "xref:a[",
        "footnote:[",
        "{a}",
        '"`',
        '`"',
    ),
    *("image::x[]", "image:x[]", "ifdef::a[]", "\\", "&amp;", "&#8217;", " +\n", "<1> ", "--", "[[a]]", "[.x]#", "'`", "`'", "`+", "+++"),
)
GENERATORS: Mapping[str, Files] = {
    "html": pieced(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<li>",
        "<td>",
        "<h1>",
        "</h1>",
        "<br/>",
        "<code>",
        "</code>",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "&amp;",
        "&#8217;",
        "&nbsp;",
        "&shy;",
        "&bogus;",
        "<!-- tqcheck: off -->",
        "<!--",
        "-->",
        "<",
        ">",
        "&",
        '"',
        "'",
        "<title>",
        "</title>",
        '<span translate="no">',
        "</span>",
        '<img alt="The &amp; ferry">',
        "<img src=x alt='",
        "<textarea>",
        "</textarea>",
        "<![if IE]>",
        "<sup><a href='#f'>1</a></sup>",
        '<p title="One">',
        "<?php ?>",
        "<div class=notranslate>",
        "</div>",
    ),
    "markdown": pieced(*MARKDOWN),
    "mdx": pieced(*MARKDOWN, "import x", "export {", "{", "}", "<Tab a={x}>", "</Tab>", "{/* tqcheck: off */}", "<>", "</>"),
    "asciidoc": pieced(*ASCIIDOC),
    "restructuredtext": pieced(*RST),
    "docx": st.tuples(nested(*_WORD), nested(*_WORD)).map(lambda made: docx(made[0], footnotes=made[1])),
    "epub": st.lists(nested(*_PAGE), max_size=3).map(lambda made: epub(*made)),
    "odt": nested(*_OPEN).map(odt),
    "text": pieced("<!-- tqcheck: off -->", "# tqcheck: on\n"),
    "ass": headed(
        "[Events]\n",
        *(f"\nDialogue: 0,0:00:0{n}.00,0:00:0{n}.90,Default,{who},0,0,0,," for n, who in enumerate(("", "Ann"))),
        "\\N",
        "\\h",
        "{\\i1}",
        "{\\p1}",
        "{",
        "}",
        "- ",
        "...",
        "Comment: 0,0:0:0.0,0:0:0.0,D,,0,0,0,,tqcheck: off",
        "; tqcheck: on",
    ),
    "android": headed(
        "<resources>",
        '<string name="a">',
        "</string>",
        "</resources>",
        "<b>",
        "</b>",
        "&amp;",
        "\\'",
        "\\n",
        '"',
        "<![CDATA[",
        "]]>",
        "%1$s",
    ).flatmap(closed("</string></resources>")),
    "apple": pieced('"a" = "', '";', "/* ", " */", "// ", '\\"', "\\n", "\\U00e9", "%@"),
    "csv": headed("id,source,target\n", ",", ";", '"', '""', '"a, b",'),
    "fluent": pieced(
        "a = ", "\n    ", "{ $n }", "{ $n ->\n [one] ", "\n *[other] ", "\n }\n", '{ "" }', "{", "}", "\n.b = ", "\n    .b = ", "# "
    ),
    "json": headed(
        '{"a": "', '", "b": "', '", "c": ["', '"]', '"}', "\\n", "\\u00e9", '\\"', "{name}", "<b>", "{n, plural, other {"
    ).flatmap(closed('"}')),
    "jsonl": pieced('{"a": "', '", "b": "', '"}\n', "\\n", '\\"', "1", "[]"),
    "po": pieced(
        '\nmsgid "', '\nmsgstr "', '\nmsgstr[1] "', '"\n', '"\n"', "\\n", '\\"', "\n#, fuzzy\n", "\n# tqcheck: off\n", "%(name)s", "%s"
    ),
    "properties": pieced("a = ", "\nb: ", "\\u00e9", "\\\n   ", "\\n", "# ", "! tqcheck: off\n", "=", ":", "{0}"),
    "srt": headed(
        "1\n00:00:00,000 --> 00:00:01,000\n", "\n\n2\n00:00:01,000 --> 00:00:02,000\n", "<i>", "</i>", "{\\an8}", "- ", "ANN: ", "...", "♪"
    ),
    "stringsdict": headed(
        "<plist><dict><key>", "one</key><string>", "</string><key>", "</key>", "<dict>", "</dict>", "%#@n@", "&amp;", "</key><string>"
    ).flatmap(closed("</string></dict></plist>")),
    "tmx": headed(
        '<tmx><header srclang="de"/><body><tu><tuv xml:lang="en"><seg>',
        "</seg></tuv></tu>",
        '<tu><tuv xml:lang="fr"><seg>',
        "<ph/>",
        '<bpt i="1">',
        "</bpt>",
        "&amp;",
    ).flatmap(closed("</seg></tuv></tu></body></tmx>")),
    "toml": headed('a = "', '"\n', 'b = "', 'c = """', '"""\n', "d = '", "'\n", "[t]\n", 'e = ["', '"]\n', "\\n", "\\u00e9", '\\"').flatmap(
        closed('"')
    ),
    "pairs": pieced("\t", "\n", '"', '""'),
    "tsv": headed("id\ttarget\n", "\t", '"', '""'),
    "xcstrings": headed(
        '{"sourceLanguage":"de","strings":{"a":{"localizations":{"en":{"stringUnit":{"state":"translated","value":"',
        "\\n",
        '\\"',
        "%@",
        "%lld",
    ).flatmap(closed('"}}}}}}')),
    "xliff": headed(
        '<xliff><file target-language="en"><trans-unit id="1"><source>a</source><target>',
        "</target></trans-unit>",
        '<trans-unit id="2"><target state="new">',
        '<g id="1">',
        "</g>",
        "<x/>",
        "<ph>",
        "</ph>",
        "&amp;",
        "&#x1F600;",
        "<!-- tqcheck: off -->",
    ).flatmap(closed("</target></trans-unit></file></xliff>")),
    "yaml": pieced(
        "\na: ",
        "\nb: |\n  ",
        "\n  ",
        "\nc: >-\n   ",
        "\nd: '",
        "'\n",
        "''",
        '\ne: "',
        '"\n',
        "\\n",
        "\\\n",
        "\n- ",
        "# ",
        ": ",
        "{",
        "}",
        "[",
        "]",
    ),
    "webvtt": headed(
        "WEBVTT\n\n00:00.000 --> 00:01.000\n",
        "\n\n00:01.000 --> 00:02.000 line:1\n",
        "<i>",
        "<v Ann>",
        "<rt>",
        "</rt>",
        "&amp;",
        "&lrm;",
        "&",
        "- ",
        "...",
        "\n\nNOTE tqcheck: off\n\n",
    ),
}
"""By the name of the format; every reader adds its own."""
CHOSEN: Mapping[str, Sequence[str]] = {}
"""By the name of the format the columns that are asked for, where it needs some."""
