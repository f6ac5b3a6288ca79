"""A page: everything in one file, which fetches nothing and runs no script but its own."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from .marked import safe

_FOLDER = Path(__file__).parent


def page(title: str, body: str, *, classes: str = "") -> str:
    """The page with a title (plain text) and a body (HTML). Its policy lets nothing in that is not part of it."""
    style, script = _part("style.css"), _part("script.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    head = (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(title)}</title>\n<style>{style}</style>"
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body class="{classes}">\n{body}\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


@cache
def _part(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
