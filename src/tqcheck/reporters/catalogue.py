"""The rules themselves: a list of all, and one explained with its examples."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from inspect import cleandoc
from itertools import groupby
from textwrap import wrap
from typing import Any

from ..core.rule import Bad, Good, Rule, Stage
from .display import Display
from .json import CONTRACT, written

TEXT_WIDTH = 100
MOST_PARAGRAPHS = 24
"""An example that is longer is shown without the paragraphs that say nothing of the rule."""
_HEADINGS = ("What it finds:", "Why it matters:", "When it errs:", "The fix", "There is no fix:")


def rules_as_json(rules: Mapping[str, type[Rule]]) -> str:
    """The list of all rules as JSON, as docs/json.md describes it."""
    return written({"version": CONTRACT, "rules": [_entry(rule) for rule in rules.values()]})


def _entry(rule: type[Rule]) -> dict[str, Any]:
    return {
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "severity": rule.severity.value,
        "stage": rule.stage.value,
        "scope": rule.scope.value,
        "fixable": rule.is_fixable(),
        "languages": list(rule.languages),
        "needs": sorted(partner.value for partner in rule.needs),
        "since": rule.since,
    }


def rules_as_text(rules: Mapping[str, type[Rule]], display: Display) -> Iterator[str]:
    """The lines of the list of all rules, family by family."""
    width = max(map(len, rules), default=0)
    for family, members in groupby(rules.values(), key=lambda rule: rule.family):
        chosen = list(members)
        yield f"{display.paint(family, 'bold')}: {_family_summary(chosen[0])}"
        for rule in chosen:
            marks = f"{rule.severity.value:8}  {'fix' if rule.is_fixable() else '':3}"
            preview = f"{display.paint('preview', 'yellow')}  " if rule.stage is Stage.PREVIEW else ""
            yield f"  {display.paint(f'{rule.name:{width}}', 'cyan')}  {marks}  {preview}{display.plain(rule.summary)}"
        yield ""
    yield f"{len(rules)} rules. fix: there is a repair. preview: runs only when it is selected by name."
    yield "tqcheck explain RULE says more of one, with examples."


def _family_summary(rule: type[Rule]) -> str:
    package = sys.modules[rule.__module__.rpartition(".")[0]]
    return (package.__doc__ or "").strip().split("\n")[0]


def explanation(rule: type[Rule], display: Display) -> Iterator[str]:
    """The lines that explain one rule: what it is, its docstring, and its examples with the places ⟦marked⟧."""
    yield f"{display.paint(rule.name, 'bold', 'cyan')}: {display.plain(rule.summary)}"
    yield display.paint(_facts(rule), "faint")
    for paragraph in paragraphs(rule):
        yield ""
        first, *others = wrap(paragraph, min(display.width, TEXT_WIDTH))
        yield _with_bold_heading(first, display)
        yield from map(display.plain, others)
    for heading, examples in (("Bad", rule.bad), ("Good", rule.good), ("Known errors", rule.known_errors)):
        if examples:
            yield ""
            yield display.paint(heading, "bold")
        for example in examples:
            yield from _example(example, display)


def _facts(rule: type[Rule]) -> str:
    spoken = "every language" if "*" in rule.languages else "languages " + ", ".join(rule.languages)
    repair = "has a repair" if rule.is_fixable() else "no repair"
    return f"{rule.family} · {rule.severity.value} · {rule.stage.value} · {spoken} · {repair} · since {rule.since}"


def paragraphs(rule: type[Rule]) -> Iterator[str]:
    """The paragraphs of a rule's docstring below its summary, each as one line."""
    _, _, rest = cleandoc(rule.__doc__ or "").partition("\n")
    for paragraph in rest.strip().split("\n\n"):
        if paragraph:
            yield " ".join(paragraph.split())


def headed(paragraph: str) -> tuple[str, str]:
    """The heading of a paragraph, empty if it has none, and what follows it."""
    heading = next((each for each in _HEADINGS if paragraph.startswith(each)), "")
    return heading, paragraph[len(heading) :]


def _with_bold_heading(text: str, display: Display) -> str:
    heading, rest = headed(text)
    return display.paint(heading, "bold") + display.plain(rest)


def _example(example: Bad | Good, display: Display) -> Iterator[str]:
    language = "" if example.language == "en" else f"  [{example.language}]"
    why = f"  ({example.why})" if isinstance(example, Good) and example.why else ""
    *lines, last = shortened(example.text).split("\n")
    yield from (f"  {_marked(line, display)}" for line in lines)
    yield f"  {_marked(last, display)}{language}{display.paint(display.plain(why), 'faint')}"
    if isinstance(example, Bad) and example.fixed is not None:
        first, *lines = example.fixed.split("\n")
        yield f"    {display.paint('repaired:', 'green')} {display.plain(first)}"
        yield from (f"    {display.plain(line)}" for line in lines)


def shortened(text: str) -> str:
    """A text of many paragraphs without most of those that have no ⟦mark⟧; what is left out is an ellipsis."""
    paragraphs = text.split("\n\n")
    if len(paragraphs) <= MOST_PARAGRAPHS:
        return text
    marked = [number for number, paragraph in enumerate(paragraphs) if "⟦" in paragraph] or [0]
    shown = sorted({near for number in marked for near in range(max(0, number - 1), min(number + 2, len(paragraphs)))})
    parts = ["…"] if shown[0] else []
    for number, following in zip(shown, [*shown[1:], len(paragraphs)], strict=True):
        parts += [paragraphs[number], *(["…"] if following > number + 1 else [])]
    return "\n\n".join(parts)


def _marked(text: str, display: Display) -> str:
    shown = display.plain(text)
    if not display.colour:
        return shown
    return shown.replace("⟦", display.paint("⟦", "red")).replace("⟧", display.paint("⟧", "red"))
