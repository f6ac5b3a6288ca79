"""Filter a corpus in JSON Lines: ``python examples/filter_corpus.py [FILE [CONDITION]] > kept.jsonl`` (default: pages.jsonl beside it).

Rows that meet the condition go to standard output as they are; standard error says which could not be checked, and what was counted.
For much data use ``tqcheck scan``: it takes all cores, and goes on after a kill.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tqcheck import TqcheckError
from tqcheck.corpus.keeping import Keep
from tqcheck.corpus.rows import Columns, RowChecker
from tqcheck.corpus.tally import Tally
from tqcheck.settings import Settings

PAGES = Path(__file__).with_name("pages.jsonl")
CONDITION = "penalty < 20 and words >= 5 and leftovers == 0"
COLUMNS = Columns(text="text", id="url", by=("engine",))


def kept(lines: Iterable[bytes], check: RowChecker, tally: Tally) -> Iterator[bytes]:
    """The lines that are kept, as bytes, one after another: nothing else is held in memory."""
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line)
            if not isinstance(row, dict):
                raise ValueError("the line is no object")
            scanned = check(row)
        except (ValueError, RecursionError, TqcheckError) as error:
            print(f"line {number}: {error}", file=sys.stderr)
            continue
        tally.add(scanned)
        if scanned.is_kept:
            yield line


def main(path: str = str(PAGES), condition: str = CONDITION) -> None:
    """Filter, and say what was counted."""
    check = RowChecker(Settings.of({"preset": "corpus"}), COLUMNS, Keep(condition))
    tally = Tally()
    with Path(path).open("rb") as lines:
        for line in kept(lines, check, tally):
            sys.stdout.buffer.write(line)
    counted = tally.to_dict()
    print(f"{counted['kept']} of {counted['documents']} documents kept; findings by family: {counted['by_family']}", file=sys.stderr)
    for engine, figures in counted["by"]["engine"].items():
        print(f"{engine}: {figures['documents']} documents, {figures['penalty_per_1000_words']} per 1000 words", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:3])
