"""``python -m docs.generate`` writes a page for each rule into docs/rules; with ``--check`` it says which are stale.

All that a page says comes from the rule's class, so nothing on it is written by hand.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import cleandoc
from itertools import groupby
from pathlib import Path
from typing import Any

from tqcheck.core.rule import Bad, Good, Rule, Stage
from tqcheck.reporters.catalogue import shortened
from tqcheck.reporters.display import Display
from tqcheck.rules import all_rules

FOLDER = Path(__file__).parent / "rules"
ACCURACY = Path(__file__).parent / "accuracy.json"
HEADINGS = ("What it finds:", "Why it matters:", "When it errs:", "There is no fix:")
CODE = re.compile(r"(`+[^`]+`+)")
MARKUP = re.compile(r"([\\<*_\[\]|])")
DISPLAY = Display()
INTRODUCTION = (
    "Written by `python -m docs.generate` from the rules themselves; `tqcheck explain RULE` prints the same. "
    "The last column says how many of the rule's findings in annotated text revisers confirmed "
    "([how that was measured](../accuracy.md)); where it found nothing there, its precision was not measured."
)


def pages(rules: Mapping[str, type[Rule]]) -> dict[str, str]:
    """Every page by its file name: one for each rule, and the index."""
    accuracy = json.loads(ACCURACY.read_text("utf-8"))
    return {f"{name}.md": page(rule, accuracy) for name, rule in rules.items()} | {"index.md": index(rules.values(), accuracy)}


def page(rule: type[Rule], accuracy: Mapping[str, Any]) -> str:
    """The page of one rule, as Markdown."""
    parts = [f"# {rule.name}", prose(rule.summary), facts(rule), *paragraphs(rule), measured(rule, accuracy)]
    parts += section("Found", "The place of the finding is ⟦marked⟧.", rule.bad)
    parts += section("Left alone", "Look-alikes and sound text, in which it finds nothing.", rule.good)
    parts += section("Known errors", "The rule still gets these wrong.", rule.known_errors)
    return "\n\n".join(part for part in parts if part) + "\n"


def facts(rule: type[Rule]) -> str:
    """What can be said of a rule in a word each, as a table."""
    languages = "every" if "*" in rule.languages else ", ".join(rule.languages)
    needs = ", ".join(sorted(partner.value for partner in rule.needs)) or "the text alone"
    names = ("family", "severity", "stage", "languages", "needs", "repair", "since")
    values = (rule.family, rule.severity.value, rule.stage.value, languages, needs, "yes" if rule.is_fixable() else "no", rule.since)
    return table(names, [values])


def measured(rule: type[Rule], accuracy: Mapping[str, Any]) -> str:
    """How often the rule was right where that was measured (benchmarks.accuracy)."""
    figures = accuracy["rules"].get(rule.name, {})
    said = []
    if figures.get("findings"):
        said.append(f"revisers confirmed {figures['confirmed']} of {figures['findings']} findings in annotated text")
    if "per_1000_human_words" in figures:
        said.append(f"{figures['per_1000_human_words']:g} findings in 1000 words of human text")
    if figures.get("planted"):
        said.append(f"{figures['planted_found']} of {figures['planted']} planted faults found")
    words = "; ".join(said) or "not measured: no finding in annotated or human text, no faults planted"
    return f"**Measured:** {words} ({accuracy['measured']}, version {accuracy['version']}; [how](../accuracy.md))."


def paragraphs(rule: type[Rule]) -> Iterator[str]:
    """The paragraphs of the docstring, their headings in bold."""
    for paragraph in cleandoc(rule.__doc__ or "").split("\n\n")[1:]:
        text = " ".join(paragraph.split())
        heading = next((heading for heading in HEADINGS if text.startswith(heading)), "The fix" if text.startswith("The fix") else "")
        yield f"**{heading}**{prose(text[len(heading) :])}" if heading else prose(text)


def section(title: str, introduction: str, examples: Sequence[Bad | Good]) -> Iterator[str]:
    """A heading and the examples below it, if there are any."""
    if examples:
        yield f"## {title}"
        yield introduction
        for example in examples:
            yield from shown(example)


def shown(example: Bad | Good) -> Iterator[str]:
    """One example: why it is a look-alike, its text, and its repair."""
    language = "" if example.language == "en" else f" ({example.language})"
    if isinstance(example, Good):
        yield f"{prose(example.why or 'sound text')}{language}:"
        yield fenced(shortened(example.text))
        return
    if language:
        yield f"In another language{language}:"
    yield fenced(shortened(example.text))
    if example.fixed is not None:
        yield "repaired:"
        yield fenced(example.fixed)


def fenced(text: str) -> str:
    """The text as a block of code, whose fence is longer than any in the text; what cannot be seen is written as an escape."""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", text)), default=0))
    lines = "\n".join(map(DISPLAY.plain, text.split("\n")))
    return f"{fence}text\n{lines}\n{fence}"


def prose(text: str) -> str:
    """The text with the marks of Markdown escaped, save for those of code."""
    return "".join(part if part.startswith("`") else MARKUP.sub(r"\\\1", part) for part in CODE.split(DISPLAY.plain(text)))


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; the cells are escaped already."""
    return "\n".join(f"| {' | '.join(row)} |" for row in (names, ["---"] * len(names), *rows))


def index(rules: Iterable[type[Rule]], accuracy: Mapping[str, Any]) -> str:
    """The list of all rules, family by family."""
    parts = ["# The rules", INTRODUCTION]
    for family, members in groupby(sorted(rules, key=lambda rule: (rule.family, rule.name)), key=lambda rule: rule.family):
        chosen = list(members)
        summary = sys.modules[chosen[0].__module__.rpartition(".")[0]].__doc__ or ""
        names = ("rule", "", "severity", "", "confirmed")
        rows = [
            (f"[{rule.name}]({rule.name}.md)", prose(rule.summary), rule.severity.value, remarks(rule), confirmed(rule, accuracy))
            for rule in chosen
        ]
        parts += [f"## {family}", prose(" ".join(summary.split())), table(names, rows)]
    return "\n\n".join(parts) + "\n"


def remarks(rule: type[Rule]) -> str:
    """What sets the rule apart in the list."""
    return ", ".join(["repair"] * rule.is_fixable() + ["preview"] * (rule.stage is Stage.PREVIEW))


def confirmed(rule: type[Rule], accuracy: Mapping[str, Any]) -> str:
    """How many of its findings in annotated text were confirmed."""
    figures = accuracy["rules"].get(rule.name, {})
    return f"{figures['confirmed']} of {figures['findings']}" if figures.get("findings") else "not measured"


def stale(folder: Path, wanted: Mapping[str, str]) -> list[str]:
    """The names of the pages that are missing, differ, or belong to no rule any more."""
    present = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | present.keys() if wanted.get(name) != present.get(name))


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages, or with ``--check`` hand back 1 if some are stale."""
    parser = argparse.ArgumentParser(prog="python -m docs.generate", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a page is stale")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the pages are (default: docs/rules)")
    options = parser.parse_args(argv)
    wanted = pages(all_rules())
    names = stale(options.folder, wanted)
    if options.check:
        print(f"stale: {', '.join(names)}; run make docs" if names else "the pages of the rules are fresh")
        return 1 if names else 0
    options.folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        if name in wanted:
            (options.folder / name).write_text(wanted[name], "utf-8")
        else:
            (options.folder / name).unlink()
    print(f"{len(wanted)} pages, {len(names)} written anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())
