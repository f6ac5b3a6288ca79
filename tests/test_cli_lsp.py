"""``tqcheck lsp`` where it cannot serve; sessions are in tests/language_server."""

from __future__ import annotations

import os
import sys

import pytest

from tqcheck.cli import main


def test_without_its_package(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    monkeypatch.delitem(sys.modules, "tqcheck.language_server.server", raising=False)
    assert main(["lsp"]) == 2
    assert capsys.readouterr().err == "tqcheck: the language server wants the package pygls; pip install 'tqcheck[lsp]'\n"


def test_at_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pty = pytest.importorskip("pty")
    pytest.importorskip("pygls")
    first, second = pty.openpty()
    with os.fdopen(first), os.fdopen(second) as terminal:
        monkeypatch.setattr(sys, "stdin", terminal)
        assert main(["lsp"]) == 2
    assert capsys.readouterr().err.startswith("tqcheck: an editor starts this")
