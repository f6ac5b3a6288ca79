"""Which Chinese characters only the Traditional, or only the Simplified script has.

The data lie in ``vocabulary_data/han.forms``, with their provenance in their head, and are read when first asked for.
"""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "vocabulary_data", "han.forms")


def is_in(character: str, encoding: str) -> bool:
    """True if a national standard has the character, by the name of its encoding: ``gb2312``, ``big5``, ``euc_kr``."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _rows() -> tuple[Mapping[str, str], Mapping[str, str]]:
    with open(_FILE, encoding="utf-8") as file:
        traditional, simplified = (line.rstrip("\n") for line in file if not line.startswith("#"))
    return dict(zip(traditional[::2], traditional[1::2], strict=True)), dict(zip(simplified[::2], simplified[1::2], strict=True))


def traditional_only() -> Mapping[str, str]:
    """Each character that only the Traditional script has, and its counterpart in the Simplified one."""
    return _rows()[0]


def simplified_only() -> Mapping[str, str]:
    """Each character that only the Simplified script has, and its usual counterpart in the Traditional one."""
    return _rows()[1]
