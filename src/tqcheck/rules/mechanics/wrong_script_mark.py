"""The rule wrong-script-mark."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule, Scope
from ...core.triggers import UNCASED, beside, both, holds
from ._wide import departures

_LATIN = pattern(r"(?<=[\p{Script=Arabic}\p{M}][\"”’»)]?)[,;?](?=\s|\Z|[\"”»)])")
_OWN = pattern(r"[،؛؟]")
_ANY = pattern(r"")
_MOST = 200


class WrongScriptMark(Rule):
    """A Latin comma, semicolon or question mark stands in a script that has its own.

    What it finds: `,` `;` and `?` after Arabic letters, where ، ؛ and ؟ belong. Several in one paragraph are one finding, and
    neighbouring paragraphs that write most of their marks so are told once.

    Why it matters: it was carried over from the source, and points the wrong way.

    When it errs: in chats, and in languages of the script that use both.

    The fix writes the mark of the script.
    """

    scope = Scope.DOCUMENT
    triggers = (beside(UNCASED, ",;?"), both(holds(UNCASED), beside('"”’»)', ",;?")), holds("،؛؟"))
    bad = (
        Bad("غادرت العبارة الميناء ظهرا⟦,⟧ ولم يتكلم أحد.", fixed="غادرت العبارة الميناء ظهرا، ولم يتكلم أحد.", language="ar"),
        Bad("هل رأيت العبارة⟦?⟧ لا أحد يعرف.", fixed="هل رأيت العبارة؟ لا أحد يعرف.", language="ar"),
    )
    good = (
        Good("غادرت العبارة الميناء ظهرا، ولم يتكلم أحد؛ هل رأيتها؟", "marks of the script", language="ar"),
        Good("ثمنها 1,200 درهم في Alder, Norland.", "numbers and Latin words", language="ar"),
        Good("המעבורת יצאה בצהריים, ואיש לא דיבר; האם ראית?", "Hebrew writes the Latin marks", language="he"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        own = {pair[0]: pair[1] for pair in passage.language.phrases("mechanics", "own_script_marks")}
        text = passage.document.text
        for places in departures(passage, self.name, _LATIN, _OWN, _ANY) if own else ():
            start, end = places[0]
            more = f" ({len(places) - 1} more marks do so)" if len(places) > 1 else ""
            yield self.finding(
                passage,
                start,
                end,
                f"The Latin “{text[start:end]}” stands where {passage.language.name} writes “{own[text[start:end]]}”{more}.",
                score=0.85 if len(places) == 1 else 0.7,
                edits=[(*place, own[text[slice(*place)]]) for place in places[:_MOST]],
                safety=Safety.UNSAFE,
                related=places[1:_MOST],
            )
