"""The rule mojibake."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ._places import code_spans, excerpt, in_code

# A byte of 0x80–0xBF as Windows-1252 shows it (WHATWG Encoding Standard, index windows-1252).
_NEXT = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_GARBLED = pattern(
    rf"""(?x)
    (?: Ã{_NEXT} | Â[\u0080-\u00bf] | (?<=\p{{L}})[ÄÅ]{_NEXT}(?=\p{{L}}) | (?<=\p{{Ll}})[ÄÅ]{_NEXT}
        | â(?:€.?|‚¬|„¢|ˆ.|†.|—.) | ï»¿ | ï¿½ | ðŸ{_NEXT}{{1,2}} )++
    | (?: [ÐÑ]{_NEXT} ){{2,}}+ | (?: [ØÙ]{_NEXT} ){{2,}}+ | (?: [ÎÏ]{_NEXT} ){{2,}}+ | (?: ×{_NEXT} ){{2,}}+
    | (?: [ãäåæçèéêëìí]{_NEXT}{_NEXT} ){{2,}}+
    | (?<=\p{{L}})(?: ‚Äô | ‚Äî | ‚Äú | ‚Äù | ‚Äì | √[©®§¶ºª∂≠Æ] )
    | \ufffd++ | (?:锟斤拷)++ | 烫烫++ | 屯屯++
    """
)


class Mojibake(Rule):
    """Letters were read in the wrong encoding.

    What it finds: the traces of UTF-8 that was read as Windows-1252 or MacRoman (`fÃ¼r`, `donâ€™t`), and the
    replacement character.

    Why it matters: words become unreadable, and search finds them no more.

    When it errs: where a text speaks of wrong encodings.

    The fix reads the letters in the right encoding; where they are lost there is none.
    """

    severity = Severity.MAJOR
    triggers = "ÃÂâÄÅÐÑØÙÎÏ×ãäåæçèéêëìíïð√‚\ufffd锟烫屯"
    bad = (
        Bad("She doesn⟦â€™⟧t own a caf⟦Ã©⟧.", fixed="She doesn’t own a café."),
        Bad("The ferry costs 5⟦Â°⟧ and it was ⟦â€œ⟧late.", fixed="The ferry costs 5° and it was “late."),
        Bad("The word ⟦Ð³Ð¾Ñ€Ð¾Ð´⟧ means town.", fixed="The word город means town."),
        Bad("The sign said ⟦�⟧ and no more."),
    )
    good = (
        Good("She doesn’t own a café in São Paulo, nor a pâté in Århus or Łódź.", "letters that are right"),
        Good("SÃO PAULO and PÂNICO; the Ä… and the Å in names.", "capitals of Portuguese, Swedish and German"),
        Good("The bytes show as `Ã¼` in an old editor.", "a code span"),
        Good("√2 is not ‚quoted‘ here.", "a root and a German mark"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        code = code_spans(passage)
        for match in _GARBLED.finditer(passage.text):
            if in_code(code, match.start()):
                continue
            repaired = _repaired(match.group())
            yield self.finding(
                passage,
                *match.span(),
                f"“{excerpt(match.group())}” was read in the wrong encoding{f'; it was “{repaired}”' if repaired else ''}.",
                score=0.97 if repaired or len(match.group()) > 1 else 0.9,
                edits=[(*match.span(), repaired)] if repaired else (),
                safety=Safety.SAFE,
            )


def _repaired(garbled: str) -> str:
    """The text before it was garbled, or nothing if it is lost."""
    for encoding in ("mac_roman",) if garbled[0] in "√‚" else ("cp1252", "latin-1"):
        try:
            text = garbled.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return text if text.isprintable() and not _GARBLED.search(text) else ""
    return ""
