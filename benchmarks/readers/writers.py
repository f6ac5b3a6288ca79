"""The same paragraphs written in every format, as the programs that make such files write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape

from .archives import docx, epub, odt

Writer = Callable[[Sequence[str]], bytes]
"""Makes the bytes of a file of paragraphs."""
_RUN = '<w:r w:rsidR="00A10001"><w:rPr><w:rFonts w:ascii="Times"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'
_SENTENCE = re.compile(r"(?<=[.!?])(?= )")
_STAMP = "{:02}:{:02}:{:02}"


def slashed(special: str) -> Callable[[str], str]:
    """Writes a backslash before characters that mean something in a format."""
    return lambda text: re.sub(f"([{re.escape(special)}])", r"\\\1", text)


def quoted(text: str) -> str:
    """A string as JSON, TOML, YAML and PO write it between quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def markup(text: str) -> str:
    """A text as XML and HTML have it."""
    return escape(text, quote=False)


def parted(template: str, escaped: Callable[[str], str], *, head: str = "", tail: str = "", by: str = "\n") -> Writer:
    """Writes every paragraph by a template, which takes its number as ``n`` and its text as ``text``."""
    return lambda paragraphs: (
        head + by.join(template.replace("{n}", str(n)).replace("{text}", escaped(each)) for n, each in enumerate(paragraphs)) + tail
    ).encode()


def whole(template: str, escaped: Callable[[str], str], archive: Callable[[str], bytes]) -> Writer:
    """Writes every paragraph by a template into one part of an archive."""
    return lambda paragraphs: archive("".join(template.replace("{text}", escaped(each)) for each in paragraphs))


def runs(text: str) -> str:
    """A run of Word for each sentence."""
    return "".join(_RUN.format(markup(sentence)) for sentence in _SENTENCE.split(text))


def cues(template: str, escaped: Callable[[str], str], *, head: str = "") -> Writer:
    """Writes cues of seven words, one a second, and long pauses between paragraphs."""
    return lambda paragraphs: (head + "".join(_cues(template, [escaped(each) for each in paragraphs]))).encode()


def _cues(template: str, paragraphs: Sequence[str]) -> Sequence[str]:
    found: list[str] = []
    second = 0
    for each in paragraphs:
        words = each.split(" ")
        second += 20
        for start in range(0, len(words), 7):
            clock = _STAMP.format(second // 3600, second // 60 % 60, second % 60)
            text = " ".join(words[start : start + 7])
            found.append(template.replace("{n}", str(len(found) + 1)).replace("{time}", clock).replace("{text}", text))
            second += 1
    return found


_ASS_HEAD = "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
_XLIFF_HEAD = '<xliff version="1.2"><file source-language="de" target-language="en"><body>\n'
_TMX_HEAD = '<tmx version="1.4"><header srclang="de"/><body>\n'
_XCSTRINGS = '"{n}":{"localizations":{"en":{"stringUnit":{"state":"translated","value":{text}}}}}'
_STRINGSDICT = "<key>{n}</key><dict><key>NSStringLocalizedFormatKey</key><string>{text}</string></dict>"
MARKDOWN = slashed("\\`*_{}[]<>#+-!|&~$")
WRITERS: Mapping[str, Writer] = {
    "text": parted("{text}", str, by="\n\n"),
    "markdown": parted("{text}", MARKDOWN, by="\n\n"),
    "mdx": parted("{text}", MARKDOWN, by="\n\n"),
    "html": parted("<p>{text}</p>", markup, head="<html><body>\n", tail="\n</body></html>"),
    "restructuredtext": parted("{text}", slashed("\\`*_|:"), by="\n\n"),
    "asciidoc": parted("{text}", lambda text: text.replace("&", "&amp;"), by="\n\n"),
    "docx": whole('<w:p w:rsidR="00A10001" w:rsidRDefault="00A10001"><w:pPr><w:jc w:val="both"/></w:pPr>{text}</w:p>', runs, docx),
    "odt": whole('<text:p text:style-name="P1">{text}</text:p>', markup, odt),
    "epub": whole("<p>{text}</p>\n", markup, epub),
    "srt": cues("{n}\n{time},000 --> {time},900\n{text}\n\n", str),
    "webvtt": cues("{n}\n{time}.000 --> {time}.900\n{text}\n\n", markup, head="WEBVTT\n\n"),
    "ass": cues("Dialogue: 0,{time}.00,{time}.90,Default,,0,0,0,,{text}\n", str, head=_ASS_HEAD),
    "po": parted('msgid "{n}"\nmsgstr {text}\n', quoted),
    "xliff": parted('<trans-unit id="{n}"><source>{text}</source><target>{text}</target></trans-unit>', markup, head=_XLIFF_HEAD,
                    tail="\n</body></file></xliff>"),
    "tmx": parted('<tu><tuv xml:lang="de"><seg>{text}</seg></tuv><tuv xml:lang="en"><seg>{text}</seg></tuv></tu>', markup, head=_TMX_HEAD,
                  tail="\n</body></tmx>"),
    "android": parted('<string name="a{n}">{text}</string>', lambda text: re.sub("(['\"\\\\@?])", r"\\\1", markup(text)),
                      head="<resources>\n", tail="\n</resources>"),
    "apple": parted('"{n}" = {text};', quoted),
    "xcstrings": parted(_XCSTRINGS, quoted, head='{"sourceLanguage":"de","strings":{', tail='},"version":"1.0"}', by=",\n"),
    "stringsdict": parted(_STRINGSDICT, markup, head='<plist version="1.0"><dict>\n', tail="\n</dict></plist>"),
    "properties": parted("a{n} = {text}", lambda text: text.replace("\\", "\\\\")),
    "json": parted('"{n}": {text}', quoted, head="{\n", tail="\n}", by=",\n"),
    "jsonl": parted('{"text": {text}}', quoted),
    "yaml": parted('"{n}": {text}', quoted),
    "toml": parted("a{n} = {text}", quoted),
    "fluent": parted("a{n} = {text}", lambda text: re.sub("([{}])", r'{"\1"}', text)),
    "csv": parted('{n},"{text}"', lambda text: text.replace('"', '""'), head="id,text\n"),
    "pairs": parted('{n}\t"{text}"', lambda text: text.replace('"', '""')),
    "tsv": parted('{n}\t"{text}"', lambda text: text.replace('"', '""'), head="id\ttext\n"),
}  # fmt: skip
"""By the name of the format."""
