"""Words by concept: IBM model 1 over texts that CLDR and permissive programs have in several languages."""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tqcheck.bilingual.lexicon.terms import terms

Pair = tuple[Sequence[str], Sequence[str]]
ROUNDS = 4
LONGEST = 24  # terms of a text that is used: in longer ones everything goes with everything
LEAST = 0.12
MOST = 4


def pairs(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """(text in the language, text in English) from all sources under a folder."""
    yield from _annotations(folder, language)
    yield from _help(folder, language)
    yield from _catalogues(folder, language)


def model(texts: Iterable[tuple[str, str]]) -> Mapping[str, Mapping[str, float]]:
    """term -> {English term: probability that it is a translation of it}, for the pairs that are sure enough."""
    bags = list(dict.fromkeys((tuple(terms(a)), tuple(terms(b))) for a, b in texts if a != b))
    bags = [(a, b) for a, b in bags if 0 < len(b) <= LONGEST and 0 < len(a) <= 2 * LONGEST]
    seen = Counter(term for a, _ in bags for term in set(a))
    table: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        table = _round(bags, table)
    together = Counter((f, e) for a, b in bags for f in set(a) for e in set(b))
    return {
        f: best
        for f, row in table.items()
        if (
            best := {
                e: p for e, p in sorted(row.items(), key=lambda x: -x[1])[:MOST] if p >= LEAST and _is_sure(together[f, e], seen[f], p)
            }
        )
    }


def _is_sure(together: int, seen: int, probability: float) -> bool:
    return together >= 2 or (seen == 1 and probability > 0.5)


def _round(bags: Sequence[Pair], table: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for own, english in bags:
        rows = [(f, table.get(f, {})) for f in own]
        for e in english:
            weights = [(f, row.get(e, 1e-4) if table else 1.0) for f, row in rows]
            total = sum(weight for _, weight in weights) + (0.02 if table else 1.0)
            for f, weight in weights:
                counts[f][e] += weight / total
    return {f: {e: c / total for e, c in row.items() if c > 1e-3 * total} for f, row in counts.items() if (total := sum(row.values()))}


def _annotations(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    for package, inner in (("annotations", "annotations"), ("annotations-derived", "annotationsDerived")):
        here, english = (_annotation(folder / f"cldr-{package}-full/{inner}/{code}/annotations.json", inner) for code in (language, "en"))
        for emoji, value in here.items():
            for key in ("tts", "default"):
                if key in value and key in english.get(emoji, {}):
                    yield " ".join(value[key]), " ".join(english[emoji][key])


def _annotation(path: Path, inner: str) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    content: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))[inner]["annotations"]
    return content


_PARAGRAPH = re.compile(r'<(p|h\d)\b[^>]* id="(?:\w+_)?(\w+)"[^>]*>(.*?)</\1>', re.DOTALL)
_HELP = {"zh": "zh-CN"}


def _help(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    base = folder / "libreoffice/help"
    for path in sorted((base / "en-US/text").rglob("*.html")):
        other = base / _HELP.get(language, language) / path.relative_to(base / "en-US")
        if other.is_file():
            english, here = ({m[2]: _plain(m[3]) for m in _PARAGRAPH.finditer(p.read_text(encoding="utf-8"))} for p in (path, other))
            yield from ((here[key], text) for key, text in english.items() if here.get(key, text) != text)


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def _catalogues(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "django").rglob(f"{_DJANGO.get(language, language)}/LC_MESSAGES/django*.po")):
        content = path.read_text(encoding="utf-8").replace('"\n"', "")
        for match in re.finditer(r'^msgid "(.+)"\nmsgstr "(.+)"$', content, re.MULTILINE):
            yield match[2], match[1]


_DJANGO = {"zh": "zh_Hans", "zh-Hant": "zh_Hant"}
