"""The protocol: what an editor asks and is told. The one file that knows pygls."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from .._version import __version__
from ..core.finding import Finding, Severity
from .actions import Action, actions
from .documents import Desk, Opened, View
from .pages import page

DELAY, MOST_DELAY = 0.25, 5.0
"""So many seconds after the last key a document is checked; later, if its last check took long."""
MOST_PAGES = 3
"""The pages of so many findings are shown where several lie on each other."""
MOST_DIAGNOSTICS = 1000
"""A document shows no more findings than this, the surest ones."""
WORKERS = 2
NAME = "tqcheck"
_SEVERITIES = {
    Severity.CRITICAL: lsp.DiagnosticSeverity.Error,
    Severity.MAJOR: lsp.DiagnosticSeverity.Warning,
    Severity.MINOR: lsp.DiagnosticSeverity.Information,
    Severity.NEUTRAL: lsp.DiagnosticSeverity.Hint,
}
_FIX_ALL = "source.fixAll.tqcheck"
_KINDS = lsp.CodeActionOptions(
    code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll, _FIX_ALL], resolve_provider=True
)


class Server(LanguageServer):
    """Documents that are open, each with its last view. Checks run in threads; a result that is no longer of use is dropped.

    The whole text is sent with each change: pygls counts lines that end with U+2028 and its like, the protocol does not.
    """

    def __init__(self) -> None:
        super().__init__(NAME, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.said_goodbye = False
        self._desk = Desk()
        self._threads = ThreadPoolExecutor(WORKERS, thread_name_prefix="check")
        self._opened: dict[str, Opened] = {}
        self._checks: dict[str, asyncio.Task[View | None]] = {}
        self._took: dict[str, float] = {}

    def take(self, uri: str, *, at_once: bool) -> None:
        """Take in what the editor has of a document, and check it, at once or if nothing else comes for a while."""
        document = self.workspace.get_text_document(uri)
        path = to_fs_path(uri) if urlsplit(uri).scheme == "file" else None
        opened = Opened(uri, path or "", document.language_id or "", document.version or 0, document.source)
        self._opened[uri] = opened
        self._drop_check(uri)
        delay = 0.0 if at_once else min(MOST_DELAY, DELAY + self._took.get(uri, 0))
        self._checks[uri] = asyncio.get_running_loop().create_task(self._checked(opened, delay))

    def close(self, uri: str) -> None:
        """Forget a document, and take its findings off the screen."""
        self._opened.pop(uri, None)
        self._took.pop(uri, None)
        self._drop_check(uri)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def stop(self) -> None:
        """End without waiting for checks that have not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def current(self, uri: str) -> View | None:
        """What is found in a document as it is now; None if it is not open, or changes while it is checked."""
        opened = self._opened.get(uri)
        if opened is None:
            return None
        task = self._checks.get(uri)
        if task is None:
            return None
        done, _ = await asyncio.wait([task])
        return None if task.cancelled() or self._opened.get(uri) is not opened or task not in done else task.result()

    async def in_thread(self, function: Any, *arguments: Any) -> Any:
        """What a function gives that may take long."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, function, *arguments)

    async def fixed(self, view: View) -> list[tuple[int, int, str]]:
        """All safe repairs of a document."""
        found: list[tuple[int, int, str]] = await self.in_thread(self._desk.fixed, view)
        return found

    async def actions(self, view: View, start: int, end: int) -> list[Action]:
        """What can be done about the findings of a stretch."""
        found: list[Action] = await self.in_thread(lambda: list(actions(view, start, end)))
        return found

    async def _checked(self, opened: Opened, delay: float) -> View | None:
        await asyncio.sleep(delay)
        try:
            view: View | None = await self.in_thread(self._view, opened)
        except Exception as error:  # a fault of tqcheck must not cost the editor its server
            said = f"{opened.uri} could not be checked: {type(error).__name__}: {error}"
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, said))
            return None
        if view is not None and self._opened.get(opened.uri) is opened:
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(opened.uri, _diagnostics(view), opened.version))
        return view

    def _view(self, opened: Opened) -> View | None:
        """In a thread: nothing for a document that has changed again before its turn came."""
        if self._opened.get(opened.uri) is not opened:
            return None
        start = monotonic()
        view = self._desk.view(opened, self.workspace.position_encoding or "utf-16")
        self._took[opened.uri] = monotonic() - start
        return view

    def _drop_check(self, uri: str) -> None:
        task = self._checks.pop(uri, None)
        if task:
            task.cancel()


def serve(told: BinaryIO, answers: BinaryIO) -> bool:
    """Serve one editor, which speaks on one stream and listens on the other, until it goes; both are closed then.

    True if it said goodbye as it should.
    """
    server = _server()
    with told, answers:
        server.start_io(told, answers)
        server.stop()
    return server.said_goodbye


def _server() -> Server:
    server = Server()
    _listen(server)

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        view = await server.current(params.text_document.uri)
        return None if view is None else _hover(server, view, params.position)

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, _KINDS)
    async def code_action(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        view = await server.current(params.text_document.uri)
        return [] if view is None or view.checked is None else await _code_actions(server, view, params)

    @server.feature(lsp.CODE_ACTION_RESOLVE)
    async def resolve(server: Server, params: lsp.CodeAction) -> lsp.CodeAction:
        view = await server.current(str(params.data))
        if view is not None:
            params.edit = _workspace_edit(server, view, await server.fixed(view))
        return params

    return server


def _listen(server: Server) -> None:
    """Take in what the editor tells of its documents."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        server.take(params.text_document.uri, at_once=True)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        server.take(params.text_document.uri, at_once=False)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(server: Server, params: lsp.DidSaveTextDocumentParams) -> None:
        server.take(params.text_document.uri, at_once=True)  # a baseline or a configuration may have changed meanwhile

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(lsp.SHUTDOWN)
    def shut_down(server: Server, _params: None) -> None:
        server.said_goodbye = True


def _diagnostics(view: View) -> list[lsp.Diagnostic]:
    if view.problem:
        start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
        return [lsp.Diagnostic(start, view.problem, lsp.DiagnosticSeverity.Information, source=NAME)]
    surest = sorted(view.findings, key=lambda finding: -finding.score)[:MOST_DIAGNOSTICS]
    found = [_diagnostic(view, finding) for finding in sorted(surest, key=lambda finding: finding.start)]
    for notice in view.checked.report.notices if view.checked else ():
        stretch = _range(view, notice.start + view.shift, notice.end + view.shift)
        found.append(lsp.Diagnostic(stretch, notice.message, lsp.DiagnosticSeverity.Information, source=NAME))
    return found


def _diagnostic(view: View, finding: Finding) -> lsp.Diagnostic:
    related = [
        lsp.DiagnosticRelatedInformation(lsp.Location(view.opened.uri, _range(view, *view.span(*span))), "belongs to the same fault")
        for span in finding.related
    ]
    return lsp.Diagnostic(
        _range(view, *view.span(finding.start, finding.end)),
        finding.message,
        _SEVERITIES[finding.severity],
        code=finding.rule,
        source=NAME,
        tags=[lsp.DiagnosticTag.Unnecessary] if _is_too_much(finding) else None,
        related_information=related or None,
    )


def _is_too_much(finding: Finding) -> bool:
    """True if the repair does no more than take away what is marked."""
    return finding.fix is not None and [edit.text for edit in finding.fix.edits] == [""]


def _range(view: View, start: int, end: int) -> lsp.Range:
    return lsp.Range(lsp.Position(*view.positions.at(start)), lsp.Position(*view.positions.at(end)))


def _place(view: View, position: lsp.Position) -> int:
    return view.positions.place(position.line, position.character)


def _hover(server: Server, view: View, position: lsp.Position) -> lsp.Hover | None:
    place = _place(view, position)
    found = view.within(place, place)[:MOST_PAGES]
    if not found or view.checked is None:
        return None
    reading = view.checked.reading
    hover = server.client_capabilities.text_document and server.client_capabilities.text_document.hover
    is_markdown = lsp.MarkupKind.Markdown in ((hover and hover.content_format) or ())
    pages = [page(finding, reading, is_markdown=is_markdown) for finding in found]
    kind = lsp.MarkupKind.Markdown if is_markdown else lsp.MarkupKind.PlainText
    first = view.span(found[0].start, found[0].end)
    return lsp.Hover(lsp.MarkupContent(kind, "\n\n---\n\n".join(pages)), _range(view, *first))


async def _code_actions(server: Server, view: View, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    found = []
    if _is_wanted(lsp.CodeActionKind.QuickFix, params.context):
        start, end = _place(view, params.range.start), _place(view, params.range.end)
        found = [_quick_fix(server, view, action) for action in await server.actions(view, start, end)]
    if _is_wanted(_FIX_ALL, params.context) and view.findings:
        action = lsp.CodeAction("Make all safe repairs", _FIX_ALL, data=view.opened.uri)
        if not _resolves(server):
            action.edit = _workspace_edit(server, view, await server.fixed(view))
        if params.context.only or _resolves(server):
            found.append(action)
    return found


def _is_wanted(kind: str | lsp.CodeActionKind, context: lsp.CodeActionContext) -> bool:
    return not context.only or any(f"{_text(kind)}.".startswith(f"{wanted}.") for wanted in map(_text, context.only))


def _text(kind: str | lsp.CodeActionKind) -> str:
    return kind.value if isinstance(kind, lsp.CodeActionKind) else kind


def _resolves(server: Server) -> bool:
    document = server.client_capabilities.text_document
    support = document and document.code_action and document.code_action.resolve_support
    return bool(support and "edit" in support.properties)


def _quick_fix(server: Server, view: View, action: Action) -> lsp.CodeAction:
    return lsp.CodeAction(
        action.title,
        lsp.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(view, action.finding)],
        is_preferred=action.is_preferred or None,
        edit=_workspace_edit(server, view, action.edits),
    )


def _workspace_edit(server: Server, view: View, edits: Any) -> lsp.WorkspaceEdit:
    """With the version that the edits are for, if the editor understands that."""
    uri = view.opened.uri
    changes = [lsp.TextEdit(_range(view, start, end), text) for start, end, text in edits]
    workspace = server.client_capabilities.workspace
    if not (workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes):
        return lsp.WorkspaceEdit(changes={uri: changes})
    document = lsp.OptionalVersionedTextDocumentIdentifier(uri, view.opened.version)
    return lsp.WorkspaceEdit(document_changes=[lsp.TextDocumentEdit(document, list(changes))])
