"""The golden report: a digest of every finding in many texts, to see that a faster tqcheck finds the same, byte for byte.

Only digests are kept, in ``golden.tsv``: the texts belong to others, and findings quote them. Run with ``write`` when findings
were meant to change, and say so in the changelog.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import tqcheck
from benchmarks.speed.texts import ROOT, SHARED
from tqcheck.rules import all_rules

GOLDEN = Path(__file__).with_name("golden.tsv")
SHORTEST_CELL = 20
_OWN = ("benchmarks/clean/*.txt", "examples/*.txt")


def reports() -> Iterator[tuple[str, str]]:
    """The name of each text and the digest of the reports on it, of all rules and whatever the score."""
    checkers: dict[str | None, tqcheck.Checker] = {}
    for name, path in _paths():
        language = _language(name)
        if language not in checkers:
            checkers[language] = tqcheck.Checker(language=language, min_score=0, select=list(all_rules()))
        yield name, _digest(checkers[language], path)


def _paths() -> Iterator[tuple[str, Path]]:
    if SHARED.is_dir():
        for path in sorted(SHARED.rglob("*")):
            if path.suffix in (".txt", ".tsv"):
                yield f"data/{path.relative_to(SHARED).as_posix()}", path
    for pattern in _OWN:
        yield from ((path.relative_to(ROOT).as_posix(), path) for path in sorted(ROOT.glob(pattern)))


def _language(name: str) -> str | None:
    """The language of a text: that of its folder, found out for sources, English for all others."""
    if name.startswith("data/human/"):
        return name.split("/")[2]
    return None if "source" in name else "en"


def _digest(checker: tqcheck.Checker, path: Path) -> str:
    digest = sha256()
    text = path.read_text("utf-8")
    cells = [cell for line in text.splitlines() for cell in line.split("\t") if len(cell) > SHORTEST_CELL]
    for piece in cells if path.suffix == ".tsv" else [text]:
        plain = checker.check(piece).to_dict()
        plain["score"].pop("signature")
        digest.update(json.dumps(plain, sort_keys=True).encode())
    return digest.hexdigest()


def main(what: str) -> int:
    """Write the digests, or compare with those that were written: 1 if one differs."""
    if what == "write":
        GOLDEN.write_text("".join(f"{name}\t{digest}\n" for name, digest in reports()), "utf-8")
        return 0
    golden = dict(line.split("\t") for line in GOLDEN.read_text("utf-8").splitlines())
    now = dict(reports())
    other = [name for name, digest in now.items() if golden.get(name, digest) != digest]
    print(f"golden report: {len(now) - len(other)} of {len(now)} texts as before" + "".join(f"\n  differs: {name}" for name in other))
    return 1 if other else 0
