"""A real session: an editor that starts the server and speaks with it on its standard input and output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

pytest.importorskip("pygls")

GLOSS = "The spokesman Ivan Petrov (Ivan Petrov) was silent."
MENDED = "The spokesman Ivan Petrov was silent."
PATIENCE = 60
ABILITIES: Mapping[str, Any] = {
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "textDocument": {"hover": {"contentFormat": ["markdown"]}, "codeAction": {"resolveSupport": {"properties": ["edit"]}}},
}


class Editor:
    """An editor that knows just enough of the protocol: what it is told goes into `heard`, answers to `answers`.

    The server is a process of its own, as in life, or with ``here`` a thread of this one, as in no life, but faster.
    """

    def __init__(self, folder: Path, abilities: Mapping[str, Any] = ABILITIES, *, here: bool = False) -> None:
        self.folder = folder
        self._end = self._serve_here() if here else self._start()
        self.heard: Queue[dict[str, Any]] = Queue()
        self.answers: Queue[dict[str, Any]] = Queue()
        self.logged: list[str] = []
        self._number = 0
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.able = self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": abilities})["capabilities"]
        self.tell("initialized", {})

    def _start(self) -> Callable[[], int]:
        command = [sys.executable, "-m", "tqcheck", "lsp", "--stdio"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=self.folder)
        assert process.stdin is not None
        assert process.stdout is not None
        self._speaks, self._listens = process.stdin, process.stdout
        return lambda: process.wait(PATIENCE)

    def _serve_here(self) -> Callable[[], int]:
        from tqcheck.language_server.server import serve

        told, speaks = os.pipe()
        listens, answers = os.pipe()
        self._speaks, self._listens = os.fdopen(speaks, "wb"), os.fdopen(listens, "rb")
        goodbye: list[bool] = []
        thread = Thread(target=lambda: goodbye.append(serve(os.fdopen(told, "rb"), os.fdopen(answers, "wb"))), daemon=True)
        thread.start()

        def end() -> int:
            self._speaks.close()
            thread.join(PATIENCE)
            return 0 if goodbye == [True] else 2

        return end

    def _listen(self) -> None:
        while header := self._listens.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while self._listens.readline().strip():
                pass
            message = json.loads(self._listens.read(length))
            if message.get("method") == "textDocument/publishDiagnostics":
                self.heard.put(message["params"])
            elif message.get("method") == "window/logMessage":
                self.logged.append(message["params"]["message"])
            elif "id" in message:
                self.answers.put(message)

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._speaks.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._speaks.flush()

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        answer = self.answers.get(timeout=PATIENCE)
        assert answer["id"] == self._number
        assert "error" not in answer, answer
        return answer["result"]

    def uri(self, name: str) -> str:
        return name if ":" in name else (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext", version: int = 1) -> list[dict[str, Any]]:
        """Open a document; its diagnostics."""
        document = {"uri": self.uri(name), "languageId": language, "version": version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.diagnostics(name, version)

    def change(self, name: str, version: int, text: str) -> None:
        document = {"uri": self.uri(name), "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def diagnostics(self, name: str, version: int) -> list[dict[str, Any]]:
        """What the server says of this version, when it says it."""
        while True:
            heard = self.heard.get(timeout=PATIENCE)
            if heard["uri"] == self.uri(name) and heard.get("version") == version:
                return list(heard["diagnostics"])

    def hover(self, name: str, position: Mapping[str, int]) -> Any:
        return self.ask("textDocument/hover", {"textDocument": {"uri": self.uri(name)}, "position": position})

    def actions(self, name: str, stretch: Any, only: list[str] | None = None) -> list[dict[str, Any]]:
        context = {"diagnostics": [], **({"only": only} if only else {})}
        return list(self.ask("textDocument/codeAction", {"textDocument": {"uri": self.uri(name)}, "range": stretch, "context": context}))

    def leave(self, *, politely: bool = True) -> int:
        """The exit status of the server."""
        if politely:
            self.ask("shutdown", None)
        self.tell("exit", None)
        status = self._end()
        self._listener.join(PATIENCE)
        for stream in (self._speaks, self._listens):
            with suppress(OSError):
                stream.close()
        return status


SETTINGS = 'language = "en"\nselect = ["repetition"]\n'


@pytest.fixture(scope="module", params=[False, True], ids=["process", "thread"])
def editor(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Editor]:
    """One editor in which many documents are opened."""
    folder = tmp_path_factory.mktemp("texts")
    (folder / "tqcheck.toml").write_text(SETTINGS, "utf-8")
    editor = Editor(folder, here=request.param)
    yield editor
    assert editor.logged == []
    assert editor.leave() == 0


def in_units(text: str, position: Mapping[str, int], encoding: str = "utf-16-le", width: int = 2) -> int:
    """The place of a position in a text, counted as the protocol says."""
    starts = [0]
    for number, character in enumerate(text):
        if character == "\n" or (character == "\r" and text[number + 1 : number + 2] != "\n"):
            starts.append(number + 1)
    start = starts[position["line"]]
    data = text[start:].encode(encoding)[: position["character"] * width]
    return start + len(data.decode(encoding))


def applied(text: str, edit: Mapping[str, Any]) -> str:
    """The text after a workspace edit, which is for one document."""
    (document,) = edit["documentChanges"]
    for each in sorted(document["edits"], key=lambda each: (each["range"]["start"]["line"], each["range"]["start"]["character"]))[::-1]:
        start, end = in_units(text, each["range"]["start"]), in_units(text, each["range"]["end"])
        text = text[:start] + each["newText"] + text[end:]
    return text


def marked(text: str, diagnostic: Mapping[str, Any]) -> str:
    return text[in_units(text, diagnostic["range"]["start"]) : in_units(text, diagnostic["range"]["end"])]


HEAD = "🚢 Zu\u0308rich 👩‍👩‍👧 came.\r\n\r\n"


@pytest.mark.parametrize(
    "text", [f"{HEAD}🙂🙂 {GLOSS}\r\n", f"\ufeff🙂 {GLOSS}", f"{HEAD}🙂\u2028🙂 {GLOSS}\r"], ids=["crlf", "mark", "u2028"]
)
def test_a_fault_behind_emoji_is_found_explained_and_repaired(editor: Editor, text: str) -> None:
    name = f"emoji-{len(text)}.txt"
    (found,) = editor.open(name, text)
    assert (marked(text, found).strip(), found["code"], found["source"]) == ("(Ivan Petrov)", "duplicate-gloss", "tqcheck")
    hover = editor.hover(name, found["range"]["start"])
    assert hover["range"] == found["range"]
    assert hover["contents"]["kind"] == "markdown"
    for said in ("**duplicate\\-gloss**", "score 0\\.", "What it finds:", "Ivan Petrov"):
        assert said in hover["contents"]["value"]
    repair, *others = editor.actions(name, found["range"])
    assert (repair["kind"], repair["isPreferred"]) == ("quickfix", True)
    assert applied(text, repair["edit"]) == text.replace(GLOSS, MENDED)
    assert repair["edit"]["documentChanges"][0]["textDocument"] == {"uri": editor.uri(name), "version": 1}
    assert [action["title"] for action in others] == ["Ignore duplicate-gloss here", "Make all safe repairs"]
    editor.change(name, 2, applied(text, repair["edit"]))
    assert editor.diagnostics(name, 2) == []


def test_a_comment_silences_and_all_safe_repairs_are_made(editor: Editor) -> None:
    text = f"# 🙂 A *day*\n\n{GLOSS}\nThe *harbour* was quiet.\n\n- {GLOSS}\n"
    first, _ = editor.open("a.md", text, "markdown")
    (ignore,) = [action for action in editor.actions("a.md", first["range"]) if action["title"].startswith("Ignore")]
    silenced = applied(text, ignore["edit"])
    assert silenced == text.replace(f"{GLOSS}\nThe", f"{GLOSS} <!-- tqcheck: ignore duplicate-gloss -->\nThe")
    editor.change("a.md", 2, silenced)
    (left,) = editor.diagnostics("a.md", 2)
    assert left["range"]["start"]["line"] == 5
    (every,) = editor.actions("a.md", left["range"], ["source.fixAll"])
    assert (every["kind"], "edit" in every) == ("source.fixAll.tqcheck", False)
    assert applied(silenced, editor.ask("codeAction/resolve", every)["edit"]) == silenced.replace(f"- {GLOSS}", f"- {MENDED}")


def test_only_the_last_of_many_changes_counts(editor: Editor) -> None:
    editor.open("typed.txt", GLOSS)
    for version in range(2, 40):
        editor.change("typed.txt", version, f"{GLOSS}\n" * version)
    editor.change("typed.txt", 40, MENDED)
    (action,) = [editor.actions("typed.txt", {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 50}})]
    assert action == []
    assert editor.diagnostics("typed.txt", 40) == []
    assert editor.heard.empty()


def test_what_is_no_text_of_people_is_left_alone(editor: Editor) -> None:
    assert editor.open("a.py", f"# {GLOSS}", "python") == []
    assert editor.open("package.json", f'{{"a": "{GLOSS}"}}', "json") == []
    assert len(editor.open("untitled:Untitled-1", GLOSS, "markdown")) == 1
    (broken,) = editor.open("a.json", '{"a": ', "json")
    assert broken["severity"] == 3
    assert editor.hover("a.json", {"line": 0, "character": 0}) is None
    assert editor.hover("never-opened.txt", {"line": 0, "character": 0}) is None
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri("untitled:Untitled-1")}})
    assert editor.heard.get(timeout=PATIENCE) == {"uri": "untitled:Untitled-1", "diagnostics": []}


def test_hostile_documents_do_no_harm(editor: Editor) -> None:
    (too_long,) = editor.open("a.txt", "a " * 600_000)
    assert "more than 1,000,000 characters" in too_long["message"]
    editor.open("b.txt", "\0\ud800\x1b[31m" * 50 + "“" * 3000)
    editor.open("c.md", "[" * 3000 + "`" * 3000, "markdown")
    position = {"line": 10_000, "character": 1_000_000}
    assert editor.actions("b.txt", {"start": position, "end": position}, ["quickfix"]) is not None
    (found,) = editor.open("d.txt", GLOSS)
    assert marked(GLOSS, found).strip() == "(Ivan Petrov)"


def test_wrong_settings_are_told_until_they_are_mended(editor: Editor) -> None:
    settings = editor.folder / "wrong" / "tqcheck.toml"
    settings.parent.mkdir()
    settings.write_text('selct = ["repetition"]\n', "utf-8")
    (found,) = editor.open("wrong/a.txt", GLOSS)
    assert "did you mean 'select'" in found["message"]
    settings.write_text('select = ["quotes"]\n', "utf-8")
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("wrong/a.txt")}})
    assert editor.diagnostics("wrong/a.txt", 1) == []


@pytest.mark.parametrize(("units", "encoding", "width"), [("utf-8", "utf-8", 1), ("utf-32", "utf-32-le", 4)])
def test_positions_in_the_units_that_the_editor_prefers(tmp_path: Path, units: str, encoding: str, width: int) -> None:
    editor = Editor(tmp_path, here=True, abilities={"general": {"positionEncodings": [units, "utf-16"]}})
    try:
        assert editor.able["positionEncoding"] == units
        text = f"Zu\u0308rich 🙂 {GLOSS}"
        found = next(each for each in editor.open("a.txt", text) if each["code"] == "duplicate-gloss")
        start, end = (in_units(text, found["range"][which], encoding, width) for which in ("start", "end"))
        assert text[start:end].strip() == "(Ivan Petrov)"
        actions = editor.actions("a.txt", found["range"], ["quickfix"])
        assert list(actions[0]["edit"]) == ["changes"]
        (every,) = editor.actions("a.txt", found["range"], ["source"])
        assert every["edit"]["changes"][editor.uri("a.txt")]
        assert editor.hover("a.txt", found["range"]["start"])["contents"]["kind"] == "plaintext"
    finally:
        assert editor.leave() == 0


def test_an_editor_that_goes_without_a_word(tmp_path: Path) -> None:
    editor = Editor(tmp_path)
    editor.open("a.txt", GLOSS)
    assert editor.leave(politely=False) == 2
