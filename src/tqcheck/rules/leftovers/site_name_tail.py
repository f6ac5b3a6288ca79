"""The rule site-name-tail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import Language
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import holds
from ._places import excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_SPACED = pattern(r"(?P<joint>(?<!\s)\s++[-–—|_·]{1,2}\s*+)(?P<site>[^-–—|_·\s](?:[^-–—|_·]|(?<=\w)-(?=\w)){1,40}+)\Z")
_GLUED = pattern(r"(?P<joint>(?<=[\p{L}\p{Nd}!?])[-–—_|]{1,2}\s*+)(?P<site>[^-–—|_·\s][^-–—|_·]{1,30}+)\Z")
_WORD = pattern(r"[\p{L}\p{Nd}!]++")
_DOMAIN = pattern(r"(?i)(?:www\.)?[\w-]{2,30}+\.(?:com|net|org|info|cn|jp|ru|de|fr|eu|tv)\Z")
_LEAD = pattern(r"\(\p{Lu}[^()]{1,30}+\)\s*+\Z")
_LONGEST = 400
_MOST_WORDS = 5
_FEWEST_BEFORE = 4
_MOST_ALIKE = 3
"""How often the same name is reported by itself; the last of these findings tells of the others."""


class SiteNameTail(Rule):
    """A headline drags the name of a web site behind it.

    What it finds: a dash or bar and the name of a news agency, paper, portal or domain at the end of a line that is
    no sentence (`… in the harbour - Xinhua`).

    Why it matters: it comes from the title bar of the page and does not belong to the text.

    When it errs: where a list of headlines names its sources on purpose.

    The fix takes the name away.
    """

    scope = Scope.DOCUMENT
    triggers = (holds("-–—|_·"),)
    bad = (
        Bad("Ferry to Alder runs again after the storm ⟦- Harbour Daily News⟧", fixed="Ferry to Alder runs again after the storm"),
        Bad("Mayor opens the new bridge over the river⟦-Xinhua⟧", fixed="Mayor opens the new bridge over the river"),
        Bad("Weather for the coming week in Norland ⟦| norland-weather.com⟧"),
        Bad("Ferry stopped by the storm in Alder ⟦(Alder TV) - Yahoo! news⟧", fixed="Ferry stopped by the storm in Alder"),
    )
    good = (
        Good("The mayor opened the bridge - and the news spread.", "a sentence"),
        Good("“A small miracle on the water” – The Harbour Times", "whoever is quoted"),
        Good("Ferry to Alder - timetable and prices", "a headline with a dash"),
        Good("We read the paper and listened to well-known news", "a hyphen"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        by_name: dict[str, list[tuple[int, int, int]]] = {}
        for block in passage.document.candidates(self.name):
            tail = self._tail(block)
            if tail is not None:
                name, blank, start, end = tail
                by_name.setdefault(name, []).append((block.start + blank, block.start + start, block.start + end))
        for places in by_name.values():
            for blank, start, end in places[: _MOST_ALIKE - 1]:
                yield self._found(passage, start, end, [(blank, end, "")])
            last = places[_MOST_ALIKE - 1 :]
            if last:
                edits = [(blank, end, "") for blank, _, end in last]
                yield self._found(passage, last[0][1], last[0][2], edits, related=[(start, end) for _, start, end in last[1:]])

    def _found(
        self,
        passage: Passage,
        start: int,
        end: int,
        edits: Sequence[tuple[int, int, str]],
        related: Sequence[tuple[int, int]] = (),
    ) -> Finding:
        more = f" ({len(related)} more lines end so)" if related else ""
        message = f"“{excerpt(passage.text[start:end])}” is the name of a web site and no part of the headline{more}."
        return self.finding(passage, start, end, message, score=0.9, edits=edits, related=related)

    def _tail(self, passage: Passage) -> tuple[str, int, int, int] | None:
        """The site's name, where the blank before the tail, the tail and the block end; None if the block has no tail."""
        text = passage.text
        if len(text) > _LONGEST or text[-1] in '.:;,…”"’»':
            return None
        found = (pattern.search(text, max(0, len(text) - 60)) for pattern in (_SPACED, _GLUED))
        match = next((match for match in found if match and self._is_site(match, passage.language)), None)
        if match is None:
            return None
        before = text[: match.start()].rstrip()
        if before.count(" ") + 1 < _FEWEST_BEFORE or before[-1:] in '”"’»':
            return None
        lead = _LEAD.search(before, max(0, len(before) - 40))
        start = lead.start() if lead else match.end("joint") - len(match.group("joint").lstrip())
        return match.group("site").lower(), len(text[:start].rstrip()), start, len(text)

    def _is_site(self, match: regex.Match[str], language: Language) -> bool:
        site = match.group("site").strip()
        spaced = match.group("joint")[0].isspace()
        if spaced and _DOMAIN.match(site):
            return True
        words = _WORD.findall(site)
        lower = [word.lower().rstrip("!") for word in words]
        agencies, media = language.words("leftovers", "agencies"), language.words("leftovers", "site_words")
        if not words or len(words) > _MOST_WORDS:
            return False
        named = any(word in agencies for word in lower)
        if not spaced:
            return named and len(words) <= 2
        capitals = all(word[0].isupper() or low in media or len(word) < 4 for word, low in zip(words, lower, strict=True))
        return capitals and (named or (lower[-1] in media and len(words) > 1))
