"""The rule forbidden-term."""

from __future__ import annotations

from collections.abc import Iterator

from ...bilingual.glossary.matching import Match, matcher
from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.glossary import Entry
from ...core.rule import Bad, Good, Rule

_ANY_LANGUAGE = "und"
_TERMS = "source,target,status\nMole,pier,forbidden\nMole,jetty,deprecated\n,blacklist,forbidden"


class ForbiddenTerm(Rule):
    """The text has a word that the glossary forbids.

    What it finds: a forbidden word with any usual ending. Where the source is known, a word that is only forbidden as the translation
    of some term is left alone unless that term stands there.

    Why it matters: the words of a house are agreed on; some of the others offend, or name another product.

    When it errs: in quotations, and where the word means something else.

    The fix shows the word that the glossary asks for, if it has one.
    """

    uses = frozenset()
    bad = (
        Bad("The nets dry on the ⟦pier⟧.", glossary=_TERMS),
        Bad("The nets dry on the ⟦piers⟧.", source="Die Netze trocknen auf den Molen.", glossary=_TERMS),
        Bad("They are on a ⟦blacklist⟧.", source="Sie stehen auf einer Liste.", glossary=_TERMS),
        Bad("网在⟦码头⟧上。", language="zh", glossary="target,status\n码头,forbidden"),
    )
    good = (
        Good("The nets dry on the mole.", "another word", glossary=_TERMS),
        Good("The pier is old.", "the source has another term", source="Der Kai ist alt.", glossary=_TERMS),
        Good("He peers at the pierced net.", "words that begin alike", glossary=_TERMS),
        Good("The apple is red.", "a brand, by its capital", glossary="target,status,case\nApple,forbidden,yes"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        glossary = passage.document.glossary
        if glossary is None:
            return
        source = passage.source
        known = matcher(glossary, source.language.code if source else _ANY_LANGUAGE, passage.language.code)
        own = known.forbidden.found(passage.text)
        theirs = {match.entry for match in known.sources.found(source.text)} if own and source else set()
        by_name = {term.text.casefold() for number in theirs for term in known.entries[number].sources}
        end = 0
        for match in own:
            entry = known.entries[match.entry]
            is_meant = source is None or not entry.sources or any(term.text.casefold() in by_name for term in entry.sources)
            if is_meant and match.start >= end:
                end = match.end
                yield self._of(passage, match, entry)

    def _of(self, passage: Passage, match: Match, entry: Entry) -> Finding:
        word = passage.text[match.start : match.end]
        wanted = entry.targets[0].text if entry.targets else ""
        return self.finding(
            passage,
            match.start,
            match.end,
            f"The glossary forbids “{word}”{f'; it has “{wanted}”' if wanted else ''}.",
            score=0.7,
            edits=[(match.start, match.end, wanted)] if wanted else (),
            safety=Safety.SHOW,
        )
