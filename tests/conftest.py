"""Settings for all tests."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# On a busy machine an example may take its time; in CI the examples are the same ones every time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if "CI" in os.environ else "local")

# Started in the background by a shell, this process ignores Ctrl-C, and so would the commands that the tests interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def search_path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which ``tqcheck`` is the one that is tested, for scripts that call it by its name."""
    folder: Path = tmp_path_factory.mktemp("bin")
    command = folder / "tqcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tqcheck "$@"\n', "utf-8")
    command.chmod(0o755)
    return os.pathsep.join((str(folder), os.environ["PATH"]))
