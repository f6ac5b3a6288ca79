"""The rule unfilled-placeholder."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ._places import code_spans, excerpt, in_code, is_markup

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

# Letters of a script without spaces may stand beside a placeholder.
_LATIN, _WIDE = r"A-Za-z\d_", r"\p{Han}\p{Hiragana}\p{Katakana}"
_PLACEHOLDER = pattern(
    rf"""(?x)
    (?<![{_LATIN}{{$]) \{{\{{\s?[\w.\ |-]{{1,40}}+\s?\}}\}} | (?<![{_LATIN}{{]) \$\{{[\w.]{{1,40}}+\}}
    | (?<![{_LATIN}{{$\\]) \{{(?:\d{{1,2}}|[a-z]\w{{0,30}}+)\}} (?![{_LATIN}}}]) | ｛\s?\w{{1,40}}+\s?｝ | [%％]\(\w{{1,30}}+\)[sd]
    | (?<![^\s{_WIDE}])[%％](?:\d\$)?[sd](?=[\s,.;:!?，。、；：！？{_WIDE}]|\Z)
    | (?<![{_LATIN}])__[A-Z]{{1,20}}+_?\d{{1,4}}__(?![{_LATIN}]) | \u27e6\w{{1,20}}+\u27e7
    | </?(?:ph|x|g|bx|ex|it|bpt|ept)\s(?:id|i|type)=[^<>]{{1,80}}+> | (?i:\[(?:insert|your)\ [\w\ ]{{2,30}}+\])
    """
)
_REACH = 1500


class UnfilledPlaceholder(Rule):
    """A placeholder was not replaced by what it stands for.

    What it finds: `{{name}}`, `{0}`, `%s`, `__PH_3__`, `<ph id="1"/>`, `[insert date]` and the like in running text.

    Why it matters: the reader sees a gap where a name, a number or a tag belongs.

    When it errs: in texts about templates, and in message files, whose placeholders are meant to stay.

    There is no fix: the value is not in the text.
    """

    severity = Severity.CRITICAL
    triggers = "{｛%％_\u27e6<["
    bad = (
        Bad("Dear ⟦{{first_name}}⟧, your ferry leaves at ⟦%s⟧."),
        Bad("The ferry to ⟦__PH_3__⟧ costs ⟦{0}⟧ pounds."),
        Bad("渡轮⟦%s⟧在⟦{0}⟧离开⟦__PH_3__⟧港口。", language="zh"),
        Bad('Press ⟦<ph id="1"/>⟧ to go on, ⟦[insert name]⟧.'),
    )
    good = (
        Good("About 100 %, 5% and 7 % so far.", "per cent"),
        Good("The template is {name}-{date}, where {name} is the name of the job and {date} the day.", "a text about templates"),
        Good("Write `{name}` where the name belongs.", "a code span"),
        Good("The set {1, 2, 3} and f{x} are [small].", "mathematics"),
        Good("A snake_case_name and __init__ in Python.", "names of code"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if is_markup(passage):
            return
        code = code_spans(passage)
        for match in _PLACEHOLDER.finditer(passage.text):
            if in_code(code, match.start()):
                continue
            token = excerpt(match.group())
            score = 0.75 if match.group()[0] in "{[" and match.group()[1] != "{" else 0.9
            if _is_explained(passage, match):
                score = 0.3
            yield self.finding(passage, *match.span(), f"The placeholder “{token}” was never filled.", score=score)


def _is_explained(passage: Passage, match: regex.Match[str]) -> bool:
    """True if the text around is about placeholders."""
    place = passage.start + match.start()
    around = passage.document.text[max(0, place - _REACH) : place + _REACH].lower()
    return any(word in around for word in passage.language.words("leftovers", "words_about_placeholders"))
