"""A corpus of any size: documents of paragraphs from the clean texts, half of which had faults planted, drawn with a seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tqcheck.planting import inject

CLEAN = Path(__file__).parent.parent / "clean"
SEED = 9
_SITES = 50
_PARAGRAPHS = 12


def write_corpus(path: Path, size: int, *, seed: int = SEED) -> int:
    """Write JSON Lines of at least so many bytes; gives the number of rows."""
    count = written = 0
    with path.open("wb") as file:
        for row in documents(seed):
            line = json.dumps(row, ensure_ascii=False).encode() + b"\n"
            file.write(line)
            count += 1
            written += len(line)
            if written >= size:
                break
    return count


def documents(seed: int = SEED) -> Iterator[dict[str, str | int]]:
    """Rows without end; no two paragraphs of a document are the same."""
    random = Random(seed)
    paragraphs = _paragraphs(seed)
    number = 0
    while True:
        drawn = random.sample(paragraphs, _PARAGRAPHS)
        head = f"Report {number} came on day {random.randrange(1, 366)}, and nobody had read it before."
        site = random.randrange(_SITES)
        yield {"id": number, "site": f"site{site}.example", "text": "\n\n".join([head, *drawn])}
        number += 1


def _paragraphs(seed: int) -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(CLEAN.glob("*.txt"))]
    planted = [inject(text, share=0.1, seed=seed).text for text in texts]
    found = [part.strip() for text in [*texts, *planted] for part in text.split("\n\n")]
    return list(dict.fromkeys(part for part in found if part.count(" ") > 8))
