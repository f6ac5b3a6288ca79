"""``python -m benchmarks.languages [--write] [CODE …]`` from the root of the checkout: what tqcheck finds in each language."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import tqcheck

from ..accuracy.figures import share, table
from . import human, planted

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "zh-Hans", "zh-Hant", "ja", "ko", "ar", "he", "sv", "tr")
PAGE = Path(__file__).parents[2] / "docs" / "languages.md"


def main() -> None:
    """Print the tables; ``--write`` writes the page as well."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.languages", description=__doc__)
    parser.add_argument("codes", nargs="*", default=LANGUAGES, help="BCP 47 codes (default: all)")
    parser.add_argument("--write", action="store_true", help="write docs/languages.md")
    parser.add_argument("--data", type=Path, default=human.DATA, help="the folder with human text, one folder a language")
    parser.add_argument("--missed", action="store_true", help="print what was planted and not found")
    options = parser.parse_args()
    page = measured(options.codes, options.data, show_missed=options.missed)
    print(page)
    if options.write:
        PAGE.write_text(page + "\n", "utf-8")


def measured(codes: Sequence[str], data: Path, *, show_missed: bool = False) -> str:
    """The page as Markdown."""
    counts = {code: planted.counts(code, show_missed=show_missed) for code in codes}
    families = sorted({family for found in counts.values() for family in found})
    rows = [(code, *(share(*found.get(family, planted.NONE)) for family in families)) for code, found in counts.items()]
    clean = [(code, *planted.clean(code)) for code in codes]
    people = [row for code in codes for row in human.rows(code, data)]
    return "\n\n".join(
        [
            (Path(__file__).parent / "method.md").read_text("utf-8").strip(),
            f"Measured {date.today().isoformat()} with tqcheck {tqcheck.__version__}, threshold 0.5.",
            "## Planted faults\n\n" + table(("language", *families), rows),
            "## The clean texts\n\n" + table(("language", "words", "findings"), clean),
            "## Human text\n\n" + table(("language", "words", "findings", "per 1000 words", "true faults", "noise", "not judged"), people),
        ]
    )


if __name__ == "__main__":
    main()
