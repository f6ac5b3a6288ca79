"""Writes down which Chinese characters only one of the two standards has: ``python -m benchmarks.vocabulary.han FOLDER``.

``FOLDER`` holds the tables STCharacters.txt and TSCharacters.txt of OpenCC (Apache-2.0). A character is one of the Traditional
script alone if the tables turn it into another one, GB 2312 lacks it and Big5 has it; the reverse for the Simplified script.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tqcheck.lang.han import is_in

TARGET = Path(__file__).parents[2] / "src/tqcheck/lang/vocabulary_data/han.forms"
_HEAD = (
    "# Chinese characters that only one standard has, each before its counterpart in the other: first those of the Traditional script\n"
    "# (not in GB 2312, in Big5), then those of the Simplified one (in GB 2312, not in Big5). From the tables TSCharacters.txt and\n"
    "# STCharacters.txt of OpenCC (https://github.com/BYVoid/OpenCC, Apache-2.0), by benchmarks/vocabulary/han.py.\n"
)
_MORE = {"麽": "么", "麼": "么"}
"""Not turned by the tables where it is a surname or a part of a rare word."""


def pairs(table: Path, has: str, lacks: str) -> Iterator[str]:
    """Each character of a table that one encoding has and the other lacks, with the first character that it is turned into."""
    for line in table.read_text("utf-8").splitlines():
        character, _, others = line.partition("\t")
        targets = others.split()
        if len(character) == 1 and character not in targets and is_in(character, has) and not is_in(character, lacks):
            yield character + targets[0][0]


def main(folder: Path) -> None:
    """Write the file."""
    traditional = {pair[0]: pair[1] for pair in pairs(folder / "TSCharacters.txt", "big5", "gb2312")} | _MORE
    simplified = {pair[0]: pair[1] for pair in pairs(folder / "STCharacters.txt", "gb2312", "big5")}
    rows = ("".join(one + other for one, other in sorted(each.items())) for each in (traditional, simplified))
    TARGET.write_text(_HEAD + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
