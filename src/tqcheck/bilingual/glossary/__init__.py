"""Glossaries: files that say which term translates which, read and looked up in texts."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from ...core.glossary import Glossary
from ...errors import SettingsError
from .wrong import wrong

_MOST_BYTES = 64 * 1024 * 1024


def read_glossary(path: str) -> Glossary:
    """The glossary in a file: TBX (.tbx, .xml), or a table (.tsv, .tab and all else as CSV).

    Raises `SettingsError`, with line and column where something in it is wrong.
    """
    data = content(path)
    if path.lower().endswith((".tbx", ".xml")):
        from .tbx import concepts

        return Glossary(concepts(data, path), sha256(data).hexdigest())
    from .table import rows

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong(path, data[: error.start].decode("utf-8", "replace"), error.start, "this is no UTF-8") from None
    return Glossary(rows(text, path), sha256(data).hexdigest())


def content(path: str) -> bytes:
    """The bytes of the file; raises `SettingsError` if it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise SettingsError(f"{path}: cannot read the glossary: {why.lower()}") from None
    if len(data) > _MOST_BYTES:
        raise SettingsError(f"{path}: a glossary has at most {_MOST_BYTES // 1024 // 1024} megabytes")
    return data
