"""The rule reopened-quotation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...core.document import Passage
from ...core.finding import Finding
from ...core.quotation import Quoted
from ...core.rule import Bad, Good, Rule

_MIN_WORDS = 4


class ReopenedQuotation(Rule):
    """A quotation closes and opens again at once.

    What it finds: two quoted sentences with nothing between them but the marks.

    Why it matters: the second quotation has no speaker; most often the two were one.

    When it errs: where two people speak in one paragraph. A question, an exclamation or a very short speech before it
    is taken as such.

    The fix joins the two.
    """

    triggers = "\"“”„«»」‘’'"
    bad = (
        Bad(
            "“We lost the harbour in May⟦.” “It⟧ was a bad year for everyone,” she said.",
            fixed="“We lost the harbour in May. It was a bad year for everyone,” she said.",
        ),
        Bad(
            'He wrote: "The old road is closed⟦." "The⟧ new one is not ready."',
            fixed='He wrote: "The old road is closed. The new one is not ready."',
        ),
        Bad(
            "„Wir haben den Hafen im Mai verloren⟦.“ „Es⟧ war ein schlechtes Jahr“, sagte sie.",
            fixed="„Wir haben den Hafen im Mai verloren. Es war ein schlechtes Jahr“, sagte sie.",
            language="de",
        ),
    )
    good = (
        Good("“Are you coming with us tonight?” “I think so,” she said.", "question and answer"),
        Good("“Ready.” “Ready.”", "two short speeches"),
        Good("The songs “Harbour Lights” “Long Road” and “Gate” are new.", "a list of titles"),
        Good("“We lost the harbour,” she said. “It was a bad year.”", "a reporting clause between"),
        Good("“We lost the harbour in May.”\n\n“It was a bad year for everyone,” he said.", "two paragraphs"),
        Good("„Kommst du heute Abend mit?“ „Ich glaube schon“, sagte sie.", "question and answer", "de"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        outer = [pair for pair in passage.quotation.quoted if pair.level == 0]
        for first, second in pairwise(outer):
            if second.opener - first.closer > 3 or text[first.closer + 1 : second.opener].strip():
                continue
            if not (_is_statement(text, first) and text[second.opener + 1].isupper() and _words(text, second) >= _MIN_WORDS):
                continue
            start = first.closer - 1
            end = second.opener + 1
            while end < len(text) and text[end].isalnum():
                end += 1
            yield self.finding(
                passage,
                start,
                end,
                f"The quotation closes and opens again at once, before “{text[second.opener + 1 : end]}”.",
                score=0.75,
                edits=[(first.closer, second.opener + 1, " ")],
            )


def _is_statement(text: str, pair: Quoted) -> bool:
    return text[pair.closer - 1] == "." and _words(text, pair) >= _MIN_WORDS


def _words(text: str, pair: Quoted) -> int:
    return text.count(" ", pair.opener, pair.closer) + 1
