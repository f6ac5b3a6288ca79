"""A file is written whole or not at all, and stays what it was in all else."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tqcheck.writing import replacing

needs_posix = pytest.mark.skipif(os.name == "nt", reason="files of POSIX")


def write(path: Path, data: bytes) -> None:
    with replacing(str(path)) as file:
        file.write(data)


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write(tmp_path / "new", b"text")
    assert (tmp_path / "new").read_bytes() == b"text"
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "usual"]


@needs_posix
def test_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"before")
    path.chmod(0o640)
    write(path, b"after")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"after", 0o640)


@needs_posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "true").write_bytes(b"before")
    (tmp_path / "link").symlink_to("true")
    write(tmp_path / "link", b"after")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "true").read_bytes() == b"after"


def test_an_exception_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"before")

    def fail() -> None:
        with replacing(str(path)) as file:
            file.write(b"after")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_until_the_end_the_old_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"before")
    with replacing(str(path)) as file:
        file.write(b"after")
        file.flush()
        assert path.read_bytes() == b"before"


@needs_posix
def test_a_pipe_is_written_to_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write(pipe, b"text")
    reader.join(timeout=30)
    assert read == [b"text"]
    assert pipe.is_fifo()


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"(?i)is a directory|denied"):
        write(tmp_path, b"text")
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "no" / "folder", b"text")
    assert list(tmp_path.iterdir()) == []
