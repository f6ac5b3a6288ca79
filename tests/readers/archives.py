"""What the archives of the folders among the files hold."""

from __future__ import annotations

from pathlib import Path

FILES = Path(__file__).parent / "files"


def members(name: str) -> dict[str, bytes]:
    """What the archive of a folder holds: ``harbour-docx`` is harbour.docx."""
    folder = FILES / name
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
