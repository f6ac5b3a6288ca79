"""DOCX, ODT and EPUB: faults are found in part, paragraph and column, and repairs change nothing but their text."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from archives import members

from benchmarks.readers.archives import docx, epub, odt, zipped
from tqcheck.checked import Checked
from tqcheck.checker import Checker
from tqcheck.core.blocks import Kind
from tqcheck.errors import ReadingError
from tqcheck.fixing.files import repaired_file, shown_changes
from tqcheck.formats import format_of
from tqcheck.readers.files import read, written
from tqcheck.readers.prose import stand_in
from tqcheck.readers.raw import shown_finding
from tqcheck.readers.reading import Reading

CHECKER = Checker(language="en")
MAIN, NOTES = "word/document.xml", "word/footnotes.xml"
ONE, TWO = "OEBPS/text/one.xhtml", "OEBPS/text/two more.xhtml"
PLANTED = {
    "docx": [
        ("doubled-word", MAIN, 1, 13),
        ("doubled-word", MAIN, 4, 34),
        ("space-before-mark", MAIN, 4, 133),
        ("duplicate-gloss", MAIN, 5, 56),
        ("doubled-word", MAIN, 6, 16),
        ("doubled-word", MAIN, 9, 1),
        ("doubled-word", MAIN, 10, 28),
        ("doubled-word", MAIN, 11, 3),
        ("doubled-word", NOTES, 2, 13),
    ],
    "odt": [
        ("doubled-word", "content.xml", 1, 13),
        ("doubled-word", "content.xml", 4, 34),
        ("space-before-mark", "content.xml", 4, 133),
        ("duplicate-gloss", "content.xml", 5, 56),
        ("doubled-word", "content.xml", 6, 16),
        ("doubled-word", "content.xml", 9, 1),
        ("doubled-word", "content.xml", 10, 28),
        ("doubled-word", "content.xml", 11, 12),
        ("doubled-word", "content.xml", 12, 3),
    ],
    "epub": [
        ("doubled-word", TWO, 1, 13),
        ("doubled-word", TWO, 2, 34),
        ("space-before-mark", TWO, 2, 133),
        ("duplicate-gloss", TWO, 3, 56),
        ("doubled-word", TWO, 4, 16),
        ("doubled-word", TWO, 6, 1),
        ("doubled-word", TWO, 7, 16),
        ("doubled-word", ONE, 1, 28),
        ("doubled-word", ONE, 2, 12),
    ],
}
"""The rule, the member, the number of the paragraph there, and the column in it."""


def reading_of(data: bytes, name: str) -> Reading:
    return read(data, name, format_of(name))


def checked(reading: Reading) -> Checked:
    return Checked(reading, CHECKER.check_reading(reading))


def paragraphs(data: bytes, name: str) -> list[str]:
    reading = reading_of(data, name)
    return [reading.text[block.span.start : block.span.end] for block in reading.blocks or ()]


def word(*runs: str) -> bytes:
    """A document of one paragraph."""
    return docx("<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>")


@pytest.mark.parametrize("kind", PLANTED)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_planted_faults_are_found_where_they_stand(kind: str, end: bytes, mark: bytes) -> None:
    texts = {path: mark + content.replace(b"\n", end) for path, content in members(f"harbour-{kind}").items()}
    reading = reading_of(zipped(texts), f"harbour.{kind}")
    places = [(finding.rule, reading.place(finding.start)) for finding in checked(reading).report.findings]
    assert [(rule, place.part, place.line, place.column) for rule, place in places] == PLANTED[kind]


@pytest.mark.parametrize("kind", PLANTED)
@pytest.mark.parametrize("packing", [8, ZIP_STORED])
def test_repairs_change_nothing_but_text(kind: str, packing: int) -> None:
    data = zipped(members(f"harbour-{kind}"), packing=packing)
    before = reading_of(data, f"harbour.{kind}")
    fixed = repaired_file(checked(before), checked, known={}, unsafe=True)
    assert len(fixed.made) >= 6
    old, new = ZipFile(BytesIO(data)), ZipFile(BytesIO(written(before, fixed.text)))
    assert new.testzip() is None
    assert [info.filename for info in new.infolist()] == [info.filename for info in old.infolist()]
    changed = [info.filename for info in old.infolist() if old.read(info) != new.read(info.filename)]
    assert changed == sorted({part for _, part, _, _ in PLANTED[kind]})
    tags = re.compile(rb"<[^>]*>")
    for path in changed:
        assert tags.findall(old.read(path)) == tags.findall(new.read(path))
    shown, after, changes = shown_changes(before, fixed)
    assert "It left" in after
    assert len(changes) == len(fixed.changes)
    assert shown == before.shown


def test_a_repair_over_two_runs_is_refused_and_white_space_is_kept() -> None:
    for body, expected in (
        ('<w:t xml:space="preserve">It left at noon </w:t></w:r><w:r><w:t>.</w:t>', 0),
        ("<w:t>It left at noon .</w:t>", 0),
        ("<w:t>We saw the</w:t></w:r><w:r><w:t> the boat.</w:t>", 0),
        ("<w:t>We saw th</w:t></w:r><w:r><w:t>e th</w:t></w:r><w:r><w:t>e boat.</w:t>", 1),
    ):
        reading = reading_of(docx(f"<w:p><w:r>{body}</w:r></w:p>"), "a.docx")
        fixed = repaired_file(checked(reading), checked, known={}, unsafe=True)
        assert (len(fixed.made), len(fixed.dropped)) == (1 - expected, expected), body
    reading = reading_of(docx("<w:p><w:r><w:t>We went to the the</w:t></w:r><w:r><w:t> quay at noon.</w:t></w:r></w:p>"), "a.docx")
    fixed = repaired_file(checked(reading), checked, known={}, unsafe=True)
    assert "<w:t>We went to the</w:t>" in fixed.text


def test_runs_are_one_paragraph_and_marks_of_notes_are_no_text() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>The fer</w:t></w:r><w:r><w:t>ry</w:t><w:tab/><w:t>left</w:t><w:noBreakHyphen/><w:t>ed.</w:t></w:r>{mark}</w:p>"
    assert paragraphs(docx(body), "a.docx") == ["The ferry\tleft\u2011ed."]
    assert paragraphs(odt("<text:p>The fer<text:span>ry</text:span> \n <text:tab/>left.</text:p>"), "a.odt") == ["The ferry \tleft."]
    assert paragraphs(epub("<p> The&#32; &#10;<b> fer</b>ry&#160;\r\n<i> left </i> .</p>"), "a.epub") == ["The ferry\u00a0 left ."]
    assert paragraphs(epub("<p>The fer<b>ry</b><sup>[12]</sup> left on the 19<sup>th</sup>.</p>"), "a.epub") == [
        "The ferry left on the 19th."
    ]


def test_blocks_are_what_they_look_like() -> None:
    styles = '<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="L"><w:pPr><w:numPr/></w:pPr></w:style>'
    styled = "".join(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>' for style in "TLX")
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p>'
    cell = "<w:tc><w:p><w:r><w:t>One</w:t></w:r></w:p></w:tc>"
    reading = reading_of(docx(styled + numbered + cell, styles=styles), "a.docx")
    assert [block.kind for block in reading.blocks or ()] == [Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH, Kind.ITEM, Kind.CELL]


def test_formulas_and_code_are_names() -> None:
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x x</m:t></m:r></m:oMath>'
    assert paragraphs(docx(f"<w:p><w:r><w:t>So </w:t></w:r>{math}</w:p>"), "a.docx") == [f"So {stand_in('x x')}"]
    assert paragraphs(epub("<p>So <code>x x</code>.</p><p translate='no'>x x</p>"), "a.epub") == [f"So {stand_in('x x')}."]


def test_people_see_code_and_columns_count_it() -> None:
    runs = ("ferry ", "--now")
    code = "".join(f'<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>{run}</w:t></w:r>' for run in runs)
    body = f"<w:p>{code}<w:r><w:t> and the the </w:t></w:r>{code}<w:r><w:t>.</w:t></w:r></w:p>"
    reading = reading_of(docx(body, styles='<w:style w:styleId="C"><w:name w:val="HTML Code"/></w:style>'), "a.docx")
    (finding,) = checked(reading).report.findings
    first, last = reading.places(finding.start, finding.end)
    assert (first.column, last.column) == (17, 24)
    assert reading.shown == "ferry --now and the the ferry --now."
    shown = shown_finding(finding, reading)
    assert reading.shown[shown.start : shown.end] == "the the"
    assert reading.shown_places(shown.start, shown.end) == (first, last)
    assert reading.place(len(reading.text)).column == len(reading.shown) + 1
    before, after, changes = shown_changes(reading, repaired_file(checked(reading), checked, known={}, unsafe=True))
    assert after == "ferry --now and the ferry --now."
    assert [before[change.old_start : change.old_end].strip() for change in changes] == ["the"]


def test_parts_that_are_named_twice_are_read_once() -> None:
    texts = members("harbour-docx")
    relations = "word/_rels/document.xml.rels"
    notes = texts[relations].replace(b"relationships/styles", b"relationships/endnotes").replace(b"styles.xml", b"/word/document.xml")
    reading = reading_of(zipped(texts | {relations: notes, "": b""}), "a.docx")
    assert reading.text.count("come in") == 1


def test_pages_come_in_the_order_of_reading_and_tell_the_language() -> None:
    book = reading_of(epub("One", "Two", language="EN-gb"), "a.epub")
    assert (book.text.split(), book.language) == (["One", "Two"], "en-gb")
    assert reading_of(epub("One", language="no language"), "a.epub").language is None


def bomb() -> bytes:
    return zipped({"word/document.xml": b"<a>" + b" " * 50_000_000})


def locked() -> bytes:
    data = bytearray(word("One"))
    for place in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[place] |= 1
    return bytes(data)


def damaged() -> bytes:
    data = bytearray(word("One two three four five six seven."))
    data[60] ^= 0xFF
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.docx", lambda: b"no archive", "this is no zip archive"),
        ("a.docx", lambda: word("One")[:-30], "this is no zip archive"),
        ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "an old Microsoft Office document, or one that is protected"),
        ("a.docx", lambda: zipped({"a.txt": b"One"}), "there is no 'word/document.xml' in the archive"),
        ("a.docx", bomb, "word/document.xml: unpacked it would be longer than a text can be"),
        ("a.docx", locked, "the archive is encrypted"),
        ("a.docx", damaged, "word/document.xml: this member of the archive is broken"),
        ("a.docx", lambda: zipped({"../a.xml": b""}), "a member of the archive has a name that leads out of it"),
        ("a.docx", lambda: zipped({"/etc/a.xml": b""}), "a member of the archive has a name that leads out of it"),
        ("a.docx", lambda: zipped({"C:/a.xml": b""}), "a member of the archive has a name that leads out of it"),
        ("a.docx", lambda: zipped({"a\nb.xml": b""}), "a member of the archive has a name that cannot be shown: 'a\\nb.xml'"),
        ("a.docx", lambda: docx("<w:p><w:r>"), "word/document.xml: line 1, column "),
        ("a.docx", lambda: docx("&nbsp;"), "word/document.xml: line 1, column "),
        ("a.docx", lambda: docx("<w:p>" * 1000), "elements stand in each other more than 500 deep"),
        (
            "a.docx",
            lambda: zipped({"word/document.xml": b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'}),
            "this document type is not read: its declarations",
        ),
        ("a.docx", lambda: zipped({"word/document.xml": b"<a>\0</a>"}), "word/document.xml: this holds NUL characters"),
        ("a.docx", lambda: zipped({"word/document.xml": b"<a>\xff\xc0</a>"}), "word/document.xml: this is no sound UTF-8 (byte 3)"),
        (
            "a.docx",
            lambda: zipped({"word/document.xml": b'<?xml version="1.0" encoding="koi8-r"?><a/>'}),
            "this is in koi8-r, not in UTF-8",
        ),
        ("a.odt", lambda: zipped({"META-INF/manifest.xml": b"<encryption-data/>", "content.xml": b""}), "protected by a password"),
        ("a.epub", lambda: zipped({"mimetype": b"x"}), "there is no 'META-INF/container.xml' in the archive"),
        ("a.epub", lambda: epub("&none;"), "page0.xhtml: line 1, column 13: the entity &none; is not known"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, data: Callable[[], bytes], why: str) -> None:
    with pytest.raises(ReadingError, match=re.escape(why)) as caught:
        reading_of(data(), name)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_entities_are_never_resolved() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>&b;</body></html>'
    texts = members("harbour-epub") | {"OEBPS/text/one.xhtml": page.encode()}
    with pytest.raises(ReadingError, match=r"one\.xhtml: line 1, column 16: this document type is not read"):
        reading_of(zipped(texts), "a.epub")


def test_a_page_that_is_encrypted_or_leads_out_is_said() -> None:
    key = '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:CipherReference URI="OEBPS/text/two%20more.xhtml"/></encryption>'
    with pytest.raises(ReadingError, match=r"two more\.xhtml: this page is encrypted"):
        reading_of(zipped(members("harbour-epub") | {"META-INF/encryption.xml": key.encode()}), "a.epub")
    texts = members("harbour-epub")
    texts["OEBPS/package.opf"] = texts["OEBPS/package.opf"].replace(b"text/one.xhtml", b"../../../etc/passwd")
    with pytest.raises(ReadingError, match="there is no 'etc/passwd' in the archive"):
        reading_of(zipped(texts), "a.epub")


def test_two_members_of_one_name_are_refused() -> None:
    data = zipped({"word/document.xml": b"<a/>", "word/documenu.xml": b"<a/>"}).replace(b"documenu", b"document")
    with pytest.raises(ReadingError, match="two members of the archive have the same name"):
        reading_of(data, "a.docx")


def test_an_unusual_archive_is_checked_but_not_repaired() -> None:
    reading = reading_of(b"before" + word("It left at noon ."), "a.docx")
    fixed = repaired_file(checked(reading), checked, known={}, unsafe=True)
    assert fixed.text == reading.raw
    assert [repair.why for repair in fixed.dropped] == [
        "its archive is built in an unusual way (an archive in several parts, or with something between its members)"
    ]
    with pytest.raises(ReadingError, match="it cannot be repaired: its archive is built in an unusual way"):
        written(reading, reading.raw.replace("noon", "one"))


def test_utf_16_is_read_and_written_back(tmp_path: Path) -> None:
    content = members("harbour-odt")["content.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    texts = members("harbour-odt") | {"content.xml": content.encode("utf-16")}
    reading = reading_of(zipped(texts), "a.odt")
    fixed = repaired_file(checked(reading), checked, known={}, unsafe=True)
    path = tmp_path / "b.odt"
    path.write_bytes(written(reading, fixed.text))
    assert ZipFile(path).read("content.xml").startswith(b"\xff\xfe")
    assert len(checked(reading_of(path.read_bytes(), "b.odt")).report.findings) == len(PLANTED["odt"]) - len(fixed.made)
