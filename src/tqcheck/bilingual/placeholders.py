"""Placeholders and tags of a string as it is written: what a program fills in, and markup that a translation keeps."""

from __future__ import annotations

from collections import Counter

from ..core.pattern import pattern
from ..core.record import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

_CHOICE = pattern(r"\{\s*+([\w.]++)\s*+,\s*+(plural|selectordinal|select)\s*+,")
_BRACE = pattern(r"[{}]")
_MOST_LEVELS = 3
_FOUND = pattern(
    r"""(?x)
      (?P<double> [\{｛]{2}[^{}｛｝\n]{1,200}[\}｝]{2} )
    | (?P<brace>  [$\#%]?[\{｛]\s?[\p{L}\p{Nd}_.$@-]{0,100}(?:[!,:|][^{}｛｝\n]{0,200})?\s?[\}｝] )
    | (?P<named>  [%％](?:\([\w.]{1,100}\)|<[\w.]{1,100}>)[-+\#0]?\d*+(?:\.\d+)?[a-zA-Z]? )
    | (?P<printf> (?<!\p{Nd}\s?)[%％](?:\d{1,3}\$)?[-+\#0']{0,5}\d{0,3}(?:\.(?:\d{1,3}|\*))?
                  (?:hh|h|ll|l|L|q|j|z|t)?[@diouxXeEfFgGaAcCsSp](?![\p{L}\p{Nd}]) )
    | (?P<qt>     (?<!\p{Nd})%[1-9]\d?(?![\d%$.,]) )
    | (?P<apple>  %\#@\w{1,100}@ )
    | (?P<percent>%[A-Za-z_]\w{1,60}%(?!\w) )
    | (?P<dollar> \$[A-Za-z_]\w{1,60}\$ | \$t\([^()\n]{1,200}\) )
    | (?P<mask>   \#[A-Z][A-Z_]{2,60}\# | __[A-Z]{1,20}_?\d{1,5}__ )
    | (?P<tag>    [<＜](?P<slash>/?)(?P<element>[\p{L}\p{Nd}][\p{L}\p{Nd}_:.-]{0,60})(?P<rest>(?:\s[^<>＜＞]{0,500})?/?)[>＞] )
    """
)
_ID = pattern(r"""(?i)\s(?:id|name|key|index)\s*=\s*["']([^"']{1,100})["']""")
_HALF = str.maketrans("｛｝％＜＞０１２３４５６７８９", "{}%<>0123456789")
_VOID = frozenset({"br", "wbr", "p", "div", "li", "ul", "ol", "span"})
"""Tags of layout: how often they stand is for the translator to say."""


class Placeholder(Row):
    """A placeholder or tag: its places, what is compared of it, and whether it is well written (no full-width marks)."""

    start: int
    end: int
    compared: str
    is_well_written: bool


class Difference(Row):
    """What a translation has of placeholders that its source has not, and the other way round; what has full-width marks in the
    translation alone, with what it stands for."""

    added: list[Placeholder]
    lost: list[Placeholder]
    damaged: list[tuple[Placeholder, Placeholder]]


def difference(own: str, theirs: str) -> Difference:
    """How the placeholders of a translation differ from those of its source.

    Their order does not count, and arguments without numbers are the first, second … as in C. Of ICU's choices the argument must
    be the same, and what stands in their branches must stand in some branch of the other: languages have other plural forms.
    """
    (mine, my_inner), (others, their_inner) = _outer_and_inner(own), _outer_and_inner(theirs)
    added, lost = _without(mine, others), _without(others, mine)
    inner_names = {each.compared for each in their_inner} | {each.compared for each in others}
    own_names = {each.compared for each in my_inner} | {each.compared for each in mine}
    added += [each for each in my_inner if each.compared not in inner_names]
    lost += [each for each in their_inner if each.compared not in own_names]
    well_written = {each.compared: each for each in (*others, *their_inner) if each.is_well_written}
    damaged = [(each, well_written[each.compared]) for each in mine if not each.is_well_written and each.compared in well_written]
    return Difference(added, lost, damaged)


def _outer_and_inner(text: str) -> tuple[list[Placeholder], list[Placeholder]]:
    outer: list[Placeholder] = []
    inner: list[Placeholder] = []
    _sort(text, 0, len(text), outer, inner, 0)
    return outer, inner


def _sort(text: str, start: int, end: int, outer: list[Placeholder], inner: list[Placeholder], level: int) -> None:
    """Put what stands between two places into ``outer``, and what stands in the branches of choices there into ``inner``."""
    for match in _CHOICE.finditer(text, start, end) if level < _MOST_LEVELS else ():
        if match.start() < start:
            continue
        outer += _found(text, start, match.start())
        outer.append(Placeholder(match.start(), match.end(), f"{{{match[1]},{match[2]}}}", is_well_written=True))
        found, closed = branches(text, match.start(), end)
        start = end if closed is None else closed
        for first, last in found:
            _sort(text, first, last, inner, inner, level + 1)
    outer += _found(text, start, end)


def branches(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """Start and end of each branch of the choice (ICU's plural and select) that begins at a place, without its braces, and where the
    choice ends; None if it is not closed before ``end``."""
    depth, opened = 0, start
    found = []
    for brace in _BRACE.finditer(text, start, end):
        depth += 1 if brace.group() == "{" else -1
        if brace.group() == "{" and depth == 2:
            opened = brace.end()
        elif brace.group() == "}" and depth == 1:
            found.append((opened, brace.start()))
        elif not depth:
            return found, brace.end()
    return found, None


def _found(text: str, start: int, end: int) -> Iterator[Placeholder]:
    count = 0
    for match in _FOUND.finditer(text, start, end):
        plain = match.group().translate(_HALF)
        compared = _compared(match, plain)
        if match.lastgroup == "printf" and "$" not in plain:
            count += 1
            compared = f"%{count}${plain[-1]}"
        if compared:
            yield Placeholder(*match.span(), compared, plain == match.group())


def _compared(match: regex.Match[str], plain: str) -> str:
    if match["tag"] is None:
        return plain.replace(" ", "") if match["printf"] is None else f"{plain.partition('$')[0]}${plain[-1]}"
    element = match["element"].translate(_HALF).lower()
    if element in _VOID:
        return ""
    named = _ID.search(match["rest"] or "")
    return f"<{match['slash']}{element}{' ' + named[1] if named else ''}>"


def _without(some: Iterable[Placeholder], others: Iterable[Placeholder]) -> list[Placeholder]:
    left = Counter(each.compared for each in others)
    result = []
    for each in some:
        if left[each.compared]:
            left[each.compared] -= 1
        else:
            result.append(each)
    return result
