"""What an editor shows beside a finding: why it was found, and the page of its rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core.finding import Finding
from ..core.rule import Bad, Good, Rule
from ..readers.reading import Reading
from ..reporters.catalogue import headed, paragraphs, shortened
from ..reporters.display import Display
from ..reporters.repair import repair_line
from ..rules import all_rules

MOST_EXAMPLES = 2
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>&~])")
_RUN = re.compile("`+")


def page(finding: Finding, reading: Reading, *, is_markdown: bool = True) -> str:
    """The reason and score of a finding, its repair, and the page of its rule with a few examples; as Markdown or plain text."""
    lines = _Markdown() if is_markdown else _Plain()
    return "\n\n".join(_parts(finding, reading, lines))


class _Plain:
    def strong(self, text: str) -> str:
        return text

    def words(self, text: str) -> str:
        return text

    def block(self, text: str) -> str:
        return "\n".join(f"  {line}" for line in text.split("\n"))


class _Markdown(_Plain):
    def strong(self, text: str) -> str:
        return f"**{self.words(text)}**" if text else ""

    def words(self, text: str) -> str:
        """The text as it is, whatever it holds."""
        return _SPECIAL.sub(r"\\\1", text)

    def block(self, text: str) -> str:
        fence = "`" * max(3, *(len(run) + 1 for run in _RUN.findall(text)), 3)
        return f"{fence}text\n{text}\n{fence}"


def _parts(finding: Finding, reading: Reading, lines: _Plain) -> Iterator[str]:
    display = Display()
    facts = f" · {finding.family} · {finding.severity.value} · score {finding.score:.2f}"
    yield lines.strong(finding.rule) + lines.words(facts)
    yield lines.words(display.plain(finding.message))
    if finding.fix:
        yield lines.words(repair_line(finding.fix, reading.text, display))
    rule = all_rules().get(finding.rule)
    if rule is not None:
        yield lines.words(rule.summary)
        for paragraph in paragraphs(rule):
            heading, rest = headed(paragraph)
            yield lines.strong(heading) + lines.words(rest)
        yield from _examples(rule, lines, display)


def _examples(rule: type[Rule], lines: _Plain, display: Display) -> Iterator[str]:
    kinds: list[tuple[str, list[Bad | Good]]] = [("Bad", list(rule.bad)), ("Good", list(rule.good))]
    for heading, examples in kinds:
        brief = sorted(examples, key=lambda example: len(example.text))[:MOST_EXAMPLES]
        if brief:
            yield lines.strong(heading)
            yield lines.block("\n".join(_plain(shortened(example.text), display) for example in brief))


def _plain(text: str, display: Display) -> str:
    return "\n".join(map(display.plain, text.split("\n")))
