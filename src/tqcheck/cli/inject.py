"""``tqcheck inject``: plant faults into a clean text, with exact gold places."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import SettingsError
from .output import complain
from .parsing import Parser, number, parser_for

CLEAN, WRONG = 0, 2
_NOTES = """\
PATH is one text, or - for standard input. The planted text goes to standard
output. FILE gets a JSON object a line for each fault: start and end (code
points of the planted text, half open), rule and family.

example: tqcheck inject clean.txt --seed 7 --gold gold.jsonl > planted.txt
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("inject", "Plant faults into a clean text, to measure a checker on it.", _NOTES, words="PATH")
    options.add_argument("path", metavar="PATH", nargs="?", help="a text file, or - for standard input")
    options.add_argument("--rules", metavar="NAMES", default="", help="rules or families, with commas (default: all)")
    options.add_argument("--share", metavar="P", type=number, default=1.0, help="share of paragraphs with a fault (default: 1)")
    options.add_argument("--seed", metavar="N", type=int, default=0, help="the same number gives the same text (default: 0)")
    options.add_argument("--language", metavar="CODE", default="en", help="default: en")
    options.add_argument("--gold", metavar="FILE", help="write the places of the faults there")
    return options


def run(argv: Sequence[str]) -> int:
    """Plant faults into one text."""
    chosen = parser().parsed(argv)
    if not chosen.path:
        raise SettingsError("no file given; name one text, or - for standard input")
    from .. import settings
    from ..planting import inject
    from ..readers.files import read_file

    rules = [word.strip() for word in chosen.rules.split(",") if word.strip()]
    language = settings.language("language", chosen.language) or "en"
    text = read_file(chosen.path).text
    planted = inject(text, language=language, rules=rules, share=chosen.share, seed=chosen.seed)
    sys.stdout.write(planted.text)
    if not chosen.gold:
        return CLEAN
    from dataclasses import asdict

    return _write_gold(chosen.gold, [asdict(plant) for plant in planted.gold])


def _write_gold(path: str, rows: list[dict[str, object]]) -> int:
    import json

    try:
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    except OSError as error:
        complain(f"cannot write {path}: {error.strerror or error}")
        return WRONG
    return CLEAN
