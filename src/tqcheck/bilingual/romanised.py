"""Texts of any script in small Latin letters, so that names can be compared."""

from __future__ import annotations


def romanised(text: str) -> str:
    """The text in small Latin letters, whatever its script; a letter may become none or several."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(text).lower()
