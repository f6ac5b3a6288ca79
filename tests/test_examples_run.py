"""The programs in examples/: each is run as it stands there, and the hook answers real requests."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
RUN_HERE = {"cms_hook.py", "compare_engines.py", "filter_corpus.py"}
FAULTY = "The quay lies in the north.\nThe mayor, Hanne Lund (Hanne Lund), came to the quay at noon.\n"


def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=60, check=False)


def test_every_example_is_run_by_a_test() -> None:
    tested = (ROOT / "tests" / "test_programs.py").read_text("utf-8")
    assert {path.name for path in EXAMPLES.glob("*.py") if f"examples/{path.name}" not in tested} == RUN_HERE


class TestHook:
    @pytest.fixture(scope="class")
    @classmethod
    def hook(cls) -> ModuleType:
        spec = spec_from_file_location("cms_hook", EXAMPLES / "cms_hook.py")
        assert spec
        assert spec.loader
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    @pytest.fixture(scope="class")
    @classmethod
    def port(cls, hook: ModuleType) -> Iterator[int]:
        class Silent(WSGIRequestHandler):
            def log_message(self, *_: object) -> None:
                """Says nothing."""

        with make_server("127.0.0.1", 0, hook.application, handler_class=Silent) as server:
            thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
            thread.start()
            yield server.server_port
            server.shutdown()
            thread.join()

    def asked(self, port: int, body: bytes, method: str = "POST") -> tuple[int, Any]:
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request(method, "/publish", body)
            response = connection.getresponse()
            assert response.getheader("Content-Type") == "application/json; charset=utf-8"
            return response.status, json.loads(response.read())
        finally:
            connection.close()

    def test_a_clean_page_is_let_through(self, port: int) -> None:
        status, answer = self.asked(port, json.dumps({"text": "The harbour was quiet.", "language": "en"}).encode())
        assert (status, answer["publish"], answer["findings"]) == (200, True, [])

    def test_a_faulty_page_is_blocked_with_places(self, port: int) -> None:
        status, answer = self.asked(port, json.dumps({"text": FAULTY, "language": "en"}).encode())
        (finding,) = answer["findings"]
        assert (status, answer["publish"]) == (422, False)
        assert (finding["rule"], finding["line"], finding["column"], finding["text"]) == ("duplicate-gloss", 2, 22, " (Hanne Lund)")

    def test_with_a_source_more_is_seen(self, port: int) -> None:
        page = {"text": "The boat leaves at 9 o'clock.", "source": "Das Boot fährt um 8 Uhr ab.", "language": "en"}
        status, answer = self.asked(port, json.dumps(page).encode())
        assert (status, [finding["rule"] for finding in answer["findings"]]) == (422, ["changed-number"])

    @pytest.mark.parametrize(
        ("body", "why"),
        [
            (b"{", "Expecting"),
            (b"\xff", "codec"),
            (b"[]", "no object with a text"),
            (b'{"text": 7}', "no object with a text"),
            (b'{"text": "A", "source": 7}', "the source is no text"),
            (b'{"text": "A", "language": "klingon!"}', "language code"),
            (b"[" * 100_000, ""),
        ],
    )
    def test_what_is_no_page_is_told_and_not_published(self, port: int, body: bytes, why: str) -> None:
        status, answer = self.asked(port, body)
        assert (status, answer["publish"]) == (400, False)
        assert why in answer["error"]

    def test_other_requests_are_refused(self, port: int, hook: ModuleType) -> None:
        assert self.asked(port, b"", "GET")[0] == 405
        assert hook.answered({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "-1"})[0].startswith("411")
        assert hook.answered({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "1000001"})[0].startswith("413")

    def test_half_a_surrogate_pair_is_answered(self, port: int) -> None:
        assert self.asked(port, b'{"text": "A \\ud800 quay.", "language": "en"}')[0] in (200, 422)

    def test_from_the_command_line(self, tmp_path: Path) -> None:
        blocked = ran("examples/cms_hook.py")
        assert (blocked.returncode, json.loads(blocked.stdout)["publish"]) == (1, False)
        (tmp_path / "clean.txt").write_text("The harbour was quiet.\n", "utf-8")
        let_through = ran("examples/cms_hook.py", str(tmp_path / "clean.txt"))
        assert (let_through.returncode, json.loads(let_through.stdout)["findings"]) == (0, [])


def test_two_engines_are_compared() -> None:
    done = ran("examples/compare_engines.py")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("B is better by BLEU, chrF2++")
    assert (EXAMPLES / "compare_engines.py").read_text("utf-8").count("\n# %%") == 7


class TestFilter:
    def test_rows_are_kept_as_they_are_and_the_others_counted(self) -> None:
        done = ran("examples/filter_corpus.py")
        lines = (EXAMPLES / "pages.jsonl").read_text("utf-8").splitlines(keepends=True)
        assert (done.returncode, done.stdout) == (0, lines[0] + lines[2] + lines[5])
        rejected = done.stderr.splitlines()[:2]
        assert [line.partition(":")[0] for line in rejected] == ["line 5", "line 7"]
        assert "3 of 5 documents kept" in done.stderr

    def test_another_condition_and_hostile_rows(self, tmp_path: Path) -> None:
        (tmp_path / "rows.jsonl").write_bytes(b'7\n[]\n{"text": 1}\n\xff\n' + b"[" * 100_000 + b'\n{"text": "The quay.", "url": 3}\n')
        done = ran("examples/filter_corpus.py", str(tmp_path / "rows.jsonl"), "words < 5")
        assert (done.returncode, done.stdout) == (0, '{"text": "The quay.", "url": 3}\n')
        assert [line[:6] for line in done.stderr.splitlines()[:5]] == [f"line {number}" for number in range(1, 6)]
