"""A hook by which a CMS asks before it publishes a translated page: 200 lets the page through, 422 blocks it and says why.

``python examples/cms_hook.py --serve 8000`` answers requests; ``python examples/cms_hook.py FILE`` asks for one file, prints the answer and
ends with 1 if the page is blocked. A request is JSON: {"text": …, "language": …, "source": …}; only the text is needed.
"""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from wsgiref.simple_server import make_server
from wsgiref.types import StartResponse, WSGIEnvironment

import tqcheck

Answer = tuple[str, dict[str, Any]]
"""The status and what is said."""

LEAST_SCORE = 0.8
MOST_BYTES = 1_000_000
BLOCKING = {tqcheck.Severity.MAJOR, tqcheck.Severity.CRITICAL}


def verdict(page: Mapping[str, Any]) -> Answer:
    """The answer for a page, which has the keys of a request."""
    report = tqcheck.check(page["text"], source=page.get("source"), language=page.get("language"), min_score=LEAST_SCORE)
    findings = [told(finding, page["text"]) for finding in report.findings]
    is_blocked = any(finding.severity in BLOCKING for finding in report.findings)
    answer = {"publish": not is_blocked, "score": report.score.value, "signature": report.score.signature, "findings": findings}
    return ("422 Unprocessable Content" if is_blocked else "200 OK"), answer


def told(finding: tqcheck.Finding, text: str) -> dict[str, Any]:
    """A finding as an editor needs it: line and column from 1, both in code points."""
    before = text[: finding.start]
    return {
        "line": before.count("\n") + 1,
        "column": len(before) - (before.rfind("\n") + 1) + 1,
        "text": text[finding.start : finding.end],
        "rule": finding.rule,
        "severity": finding.severity,
        "score": finding.score,
        "message": finding.message,
    }


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The hook as WSGI, for any server that speaks it."""
    status, answer = answered(environ)
    body = json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace")
    start_response(status, [("Content-Type", "application/json; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]


def answered(environ: WSGIEnvironment) -> Answer:
    """The answer for a request; whatever is wrong with it is said, and nothing is published."""
    if environ["REQUEST_METHOD"] != "POST":
        return "405 Method Not Allowed", {"publish": False, "error": "send the page with POST"}
    length = environ.get("CONTENT_LENGTH") or ""
    if not length.isascii() or not length.isdecimal():
        return "411 Length Required", {"publish": False, "error": "the request has no length"}
    if int(length) > MOST_BYTES:
        return "413 Content Too Large", {"publish": False, "error": f"a page has at most {MOST_BYTES:,} bytes"}
    try:
        page = json.loads(environ["wsgi.input"].read(int(length)))
        if not (isinstance(page, dict) and isinstance(page.get("text"), str)):
            raise ValueError("the request is no object with a text")
        if not isinstance(page.get("source"), str | None):
            raise ValueError("the source is no text")
        return verdict(page)
    except (ValueError, RecursionError, tqcheck.TqcheckError) as error:
        return "400 Bad Request", {"publish": False, "error": str(error)}


def main(arguments: Sequence[str]) -> int:
    """Serve, or judge one file: 0 if it can be published, 1 if not."""
    if arguments[0] == "--serve":
        with make_server("127.0.0.1", int(arguments[1]), application) as server:
            print(f"listening on http://127.0.0.1:{server.server_port}/", flush=True)
            server.serve_forever()
    status, answer = verdict({"text": Path(arguments[0]).read_text("utf-8")})
    print(json.dumps({"status": status, **answer}, ensure_ascii=False, indent=1))
    return 0 if answer["publish"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [str(Path(__file__).with_name("article.txt"))]))
