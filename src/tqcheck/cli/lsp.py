"""``tqcheck lsp``: the language server, which an editor starts."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from ..errors import SettingsError
from .parsing import Parser, parser_for

CLEAN, WRONG = 0, 2
_NOTES = """\
It speaks the Language Server Protocol on standard input and output, and wants
the extra lsp. docs/editors.md says how an editor is told to start it. Which
rules run is chosen by the configuration of each file's folder.

example: tqcheck lsp
"""


def parser() -> Parser:
    """The options of the command: it has none, but ``--stdio``, which many editors give to any server."""
    options = parser_for("lsp", "Show findings and repairs in an editor, as a language server.", _NOTES, words="")
    options.add_argument("--stdio", action="store_true", help="speak on standard input and output, as it always does")
    return options


def run(argv: Sequence[str]) -> int:
    """Serve one editor until it says goodbye."""
    parser().parsed(argv)
    try:
        from ..language_server.server import serve
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise SettingsError("the language server wants the package pygls; pip install 'tqcheck[lsp]'") from None
    if sys.stdin is None or sys.stdin.isatty():
        raise SettingsError("an editor starts this and speaks with it on standard input; see docs/editors.md")
    told, answers = os.fdopen(os.dup(sys.stdin.fileno()), "rb"), os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    return CLEAN if serve(told, answers) else WRONG
