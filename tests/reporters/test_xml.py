"""Any text survives XML, save for what XML cannot hold, which is written as an escape."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.reporters.xml import DECLARATION, element, escaped, possible

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


@given(ANY_TEXT)
@example('\t\n\r\r\n\x85\u2028 &amp; <a href="\'"> ]]> \x00\x1b\x7f\ufffe\uffff\ud800\U0001f600')
def test_any_text_comes_back_from_attributes_and_elements(text: str) -> None:
    written = DECLARATION + element("outer", escaped(text), name=text)
    assert written.isascii()
    parsed = ElementTree.fromstring(written)
    assert parsed.get("name") == possible(text)
    assert (parsed.text or "") == possible(text)


def test_what_xml_cannot_hold_is_written_as_an_escape() -> None:
    assert possible("a\x00b\x1bc\ud800d\uffff") == "a\\x00b\\x1bc\\ud800d\\uffff"
    assert possible("tab\t, line\n, é, 😀") == "tab\t, line\n, é, 😀"


def test_an_element_without_content() -> None:
    assert element("case", name="a", line=3) == '<case name="a" line="3" />'
    assert element("case", "") == "<case></case>"
