"""``tqcheck config``: the settings that hold for a path, and where each comes from."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .output import display, print_lines
from .parsing import Parser, add_format_option, add_settings_options, configuration_of, parser_for

if TYPE_CHECKING:
    from ..configuration.layers import Chosen, Key

CLEAN = 0
_NOTES = """\
PATH is a text or a folder (default: the working folder). With options of
tqcheck check it shows what would hold for a run with them.

examples:
  tqcheck config texts/article.txt
  tqcheck config --preset gentle --isolated
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("config", "Show the settings that hold for a path, and where each of them comes from.", _NOTES, words="[PATH]")
    options.add_argument("path", metavar="PATH", nargs="?", default=".", help="a text or a folder (default: the working folder)")
    add_settings_options(options)
    add_format_option(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Show the settings for one path."""
    chosen = parser().parsed(argv)
    explained = configuration_of(chosen).explained(chosen.path)
    if chosen.output_format == "json":
        sys.stdout.write(_as_json(explained))
    else:
        shown = display(sys.stdout)
        print_lines(shown.plain(line) for line in _as_text(explained))
    return CLEAN


def _as_text(explained: Mapping[Key, Chosen]) -> Iterator[str]:
    """TOML that could stand in a configuration file, with the origins as comments."""
    rows = [(_line(_dotted(key), value), origin) for key, (value, origin) in explained.items()]
    width = max(len(line) for line, _ in rows)
    for line, origin in rows:
        yield f"{line:{width}}  # {origin}"


def _line(key: str, value: Any) -> str:
    return f"# {key}: none" if value is None else f"{key} = {_toml(value)}"


def _as_json(explained: Mapping[Key, Chosen]) -> str:
    from ..reporters.json import written

    return written({_dotted(key): {"value": value, "origin": origin} for key, (value, origin) in explained.items()})


def _dotted(key: Key) -> str:
    from ..configuration.layers import spelling

    return ".".join(spelling(part) for part in key)


def _toml(value: Any) -> str:
    """A value as TOML writes it: JSON's strings, numbers, truth values and lists are TOML's too."""
    import json

    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
