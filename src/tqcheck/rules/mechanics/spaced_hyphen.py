"""The rule spaced-hyphen."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.alignment import Partner
from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import WHITE, beside

_BEFORE_ENDING = pattern(r"(?<=[\w”\"])(?: - | -|- )(?=(\p{Ll}++))")
_CUT_OFF = pattern(r"(?<=\p{L}{2})-(?= (\p{L}++|\p{Nd}))")
_DASH_AFTER_QUOTE = pattern(r"(?<=[”“»\"])-(?=(\p{Ll}++) )")


class SpacedHyphen(Rule):
    """A hyphen has spaces that it should not have, or stands for a dash.

    What it finds: spaces around a hyphen that joins an ending such as *like* or *based* to its word, and a hyphen
    after a quotation where a new clause begins and a dash belongs.

    Why it matters: a compound falls apart, or two clauses are glued together.

    When it errs: where *like* after a spaced hyphen begins an example.

    The fix joins the compound, or writes a spaced dash.
    """

    uses = frozenset({Partner.REFERENCE})  # whatever spaces the source has
    triggers = (beside("-", WHITE), beside(WHITE, "-"), beside('”“»"', "-"))
    bad = (
        Bad("She wore a “moon”⟦ - ⟧like lamp.", fixed="She wore a “moon”-like lamp."),
        Bad("A rule⟦- ⟧based system was shown.", fixed="A rule-based system was shown."),
        Bad("They cut the wet⟦-⟧ reeds of the lake.", fixed="They cut the wet reeds of the lake."),
        Bad("He painted “Mind the tide”⟦-⟧a warning on the wall.", fixed="He painted “Mind the tide” – a warning on the wall."),
        Bad("Wir fahren mit der Groß⟦-⟧ Stadt nach Hause.", fixed="Wir fahren mit der Groß Stadt nach Hause.", language="de"),
    )
    good = (
        Good("A moon-like lamp, “anti”-war and “A”-level work.", "hyphens without spaces"),
        Good("Two old roads - one of them closed - lead there.", "spaced hyphens as dashes"),
        Good("Both rule- and data-based systems were shown.", "a suspended hyphen"),
        Good("Some pets - like dogs - need walks.", "an example between dashes"),
        Good("Vor- und Nachteile, ein- bis zweimal, Ein- oder Ausgang, sicht- wie hörbar.", "suspended hyphens", "de"),
        Good("In- en uitgang, voor- of nadeel.", "suspended hyphens", "nl"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        endings = passage.language.words("mechanics", "hyphen_endings")
        for match in _BEFORE_ENDING.finditer(text):
            if match.group(1) not in endings or (match.group(1) == "like" and text[match.start() - 1] not in '”"'):
                continue
            yield self.finding(
                passage, *match.span(), f"The hyphen before “{match.group(1)}” is spaced.", score=0.75, edits=[(*match.span(), "-")]
            )
        for match in _CUT_OFF.finditer(text):
            if match.group(1) not in endings and not self._may_follow_a_suspended_hyphen(passage, match.group(1)):
                yield self.finding(
                    passage,
                    *match.span(),
                    f"A hyphen without a partner stands before “{match.group(1)}”.",
                    score=0.7,
                    edits=[(*match.span(), "")],
                )
        starters = passage.language.words("words", "articles") | passage.language.words("words", "pronouns")
        for match in _DASH_AFTER_QUOTE.finditer(text):
            if match.group(1) in starters:
                yield self.finding(
                    passage,
                    *match.span(),
                    f"A hyphen joins the quotation to “{match.group(1)}”, where a dash belongs.",
                    score=0.8,
                    edits=[(*match.span(), " – ")],
                )

    def _may_follow_a_suspended_hyphen(self, passage: Passage, word: str) -> bool:
        """True for and, or, to: short- and long-term. Speech may break off at a hyphen anywhere."""
        language = passage.language
        conjunctions = language.words("words", "conjunctions")
        if not conjunctions or word in conjunctions or word in language.words("mechanics", "joins_suspended"):
            return True
        return bool(passage.quotation.speech)
