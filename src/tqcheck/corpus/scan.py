"""Scan: go through a corpus of any size in constant memory, on all cores; what was killed can go on."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from typing import Any, NamedTuple

from .._version import __version__
from ..core.record import Record
from ..errors import ReadingError, SettingsError, TqcheckError
from ..formats import format_of
from ..processes import cores
from ..settings import Settings
from ..writing import replacing
from .checkpoint import Checkpoint, read_checkpoint
from .inputs import Row, Shard, rows, shards, values_of
from .keeping import Keep
from .outputs import FORMATS, Lines, Parts, Sink, as_json, packed
from .results import KILLED
from .rows import Columns, RowChecker, RowError, Scanned
from .schemas import finding_schema, score_schema
from .surviving import outliving
from .tally import Tally

CHUNK_BYTES, CHUNK_ROWS = 250_000, 400
"""A process gets so much at a time: enough to be busy for a while, and little enough to be in memory many times."""
SECONDS = 2.0
"""So often a checkpoint is written; with Parquet, whose files should not be small, less often."""
_PARQUET_ROWS = 50_000
_TALLY = "tally.json"


class Plan(Record):
    """What a scan is asked for: ``paths`` of files and folders, ``output``: the folder for what comes of it, ``columns``, ``keep``:
    a condition (see `Keep`) or None, ``settings``, and ``format`` (one of `FORMATS`) of findings and scores."""

    paths: tuple[str, ...]
    output: str
    columns: Columns = Columns()
    keep: str | None = None
    settings: Settings = Settings(metrics=())
    format: str = FORMATS[0]

    def _check(self) -> None:
        if self.format not in FORMATS:
            raise SettingsError(f"format is one of {', '.join(FORMATS)}, not {self.format!r}")


class Summary(Record):
    """What came of a scan: the counts, how many rows were rejected in this run and before, and whether it had been done before."""

    tally: Tally
    rejected: int
    was_done: bool = False


class Chunk(NamedTuple):
    """Rows of one shard that are checked together; ``end`` is the number of the last one."""

    shard: int
    end: int
    rows: Sequence[tuple[str, Row]]


class Done(NamedTuple):
    """What comes of a chunk: rows for each output, as lines, and the counts."""

    chunk: Chunk
    outputs: dict[str, bytes]
    tally: Tally


def scan(plan: Plan, *, jobs: int | None = None, resume: bool = False, report: Callable[[int], object] = lambda _: None) -> Summary:
    """Check every row of the inputs, and write what comes of it into the folder ``plan.output``.

    ``jobs``: the number of processes, None for one on each core. ``resume``: go on with a scan that did not come to its end.
    ``report`` is told now and then how many documents are done. Raises `SettingsError` for a folder that holds another scan, and
    `ReadingError` for a path that leads nowhere.
    """
    found = shards(plan.paths)
    asked = _asked(plan, found)
    checkpoint = _checkpoint(plan.output, asked, resume=resume)
    work = Work(plan.settings, plan.columns, plan.keep)
    with ExitStack() as stack:
        sinks = {name: stack.enter_context(closing(sink)) for name, sink in _sinks(plan).items()}
        for name, sink in sinks.items():
            sink.back_to(checkpoint.marks.get(name, 0))
        run = _Run(plan, found, checkpoint, sinks, report)
        if not checkpoint.is_done:
            with closing(outliving(work, run.chunks(), jobs or cores(), _singles, _rejected)) as chunks:
                for done in chunks:
                    run.take(done)
            run.finish()
        return Summary(run.tally, _count(plan.output, "rejects"), checkpoint.is_done)


class Work:
    """What is done with the rows of a chunk, in whatever process."""

    def __init__(self, settings: Settings, columns: Columns, keep: str | None) -> None:
        self._check = RowChecker(settings, columns, Keep(keep) if keep else None)
        self._settings = settings
        self._divides = keep is not None

    def __call__(self, chunk: Chunk) -> Done:
        """Check the rows of a chunk."""
        written: dict[str, list[dict[str, Any]]] = {"scores": [], "findings": [], "rejects": []}
        kept: dict[str, list[bytes]] = {"kept": [], "dropped": []}
        tally = Tally()
        for path, row in chunk.rows:
            place = {"shard": path, "row": row.number}
            try:
                scanned, text = self._scanned(path, row)
            except TqcheckError as error:
                written["rejects"].append({**place, "reason": getattr(error, "why", str(error))})
                continue
            tally.add(scanned)
            written["scores"].append({**place, **scanned.score_row()})
            written["findings"] += ({**place, **finding} for finding in scanned.finding_rows(text))
            if self._divides:
                kept["kept" if scanned.is_kept else "dropped"].append(_as_line(row))
        outputs = {name: packed(lines) for name, lines in written.items()}
        return Done(chunk._replace(rows=()), outputs | {name: b"".join(lines) for name, lines in kept.items()}, tally)

    def _scanned(self, path: str, row: Row) -> tuple[Scanned, str]:
        content = row.content
        if isinstance(content, RowError):
            raise content
        if isinstance(content, str):
            return self._document(path)
        values = content if isinstance(content, dict) else values_of(content)
        return self._check(values), self._check.text_of(values)

    def _document(self, path: str) -> tuple[Scanned, str]:
        from ..readers.files import read_file

        reading = read_file(path, format_of(path, name=self._settings.format, columns=self._settings.columns))
        return self._check.document(path, reading), reading.text


class _Run:
    """The way of a scan through its shards, from one checkpoint to the next."""

    def __init__(
        self, plan: Plan, found: Sequence[Shard], checkpoint: Checkpoint, sinks: dict[str, Sink], report: Callable[[int], object]
    ) -> None:
        self._plan = plan
        self._shards = found
        self._start = checkpoint
        self._sinks = sinks
        self._report = report
        self._next = (checkpoint.shard, checkpoint.row)
        self._written = time.monotonic()
        self._rows = 0
        self.tally = Tally.from_dict(checkpoint.tally) if checkpoint.tally else Tally()

    def chunks(self) -> Iterator[Chunk]:
        """What is left to do, in order."""
        for number in range(self._start.shard, len(self._shards)):
            shard = self._shards[number]
            skip = self._start.row if number == self._start.shard else 0
            batch: list[tuple[str, Row]] = []
            size = end = 0
            for row in rows(shard, skip):
                batch.append((shard.path, row))
                size += row.size
                end = row.number
                if size >= CHUNK_BYTES or len(batch) >= CHUNK_ROWS:
                    yield Chunk(number, end, batch)
                    batch, size = [], 0
            if batch:
                yield Chunk(number, end, batch)

    def take(self, done: Done) -> None:
        """Write what came of a chunk, and a checkpoint if it is time."""
        for name, lines in done.outputs.items():
            if lines and name in self._sinks:
                self._sinks[name].add([lines])
        self.tally.merge(done.tally)
        self._rows += done.tally.total["documents"]
        self._next = (done.chunk.shard, done.chunk.end)
        is_due = time.monotonic() - self._written >= SECONDS
        if is_due and (self._plan.format != "parquet" or self._rows >= _PARQUET_ROWS):
            self._mark(is_done=False)
            self._report(self.tally.total["documents"])

    def finish(self) -> None:
        """Write the counts and the last checkpoint."""
        self._next = (len(self._shards), 0)
        with replacing(os.path.join(self._plan.output, _TALLY)) as file:
            file.write((json.dumps(self.tally.to_dict(), indent=2) + "\n").encode())
        self._mark(is_done=True)

    def _mark(self, *, is_done: bool) -> None:
        marks = {name: sink.mark() for name, sink in self._sinks.items()}
        shard, row = self._next
        Checkpoint(self._start.plan, shard, row, marks, self.tally.to_dict(), is_done).write(self._plan.output)
        self._written = time.monotonic()
        self._rows = 0


def _singles(chunk: Chunk) -> Iterator[Chunk]:
    """A chunk for each row."""
    for path, row in chunk.rows:
        yield Chunk(chunk.shard, row.number, [(path, row)])


def _rejected(chunk: Chunk) -> Done:
    reasons = packed({"shard": path, "row": row.number, "reason": KILLED} for path, row in chunk.rows)
    return Done(chunk, {"rejects": reasons}, Tally())


def _as_line(row: Row) -> bytes:
    if isinstance(row.content, bytes):
        return row.content.rstrip(b"\r\n") + b"\n"
    return as_json(row.content) if isinstance(row.content, dict) else packed([{"path": row.content}])


def _sinks(plan: Plan) -> dict[str, Sink]:
    lines = ["rejects", *(("kept", "dropped") if plan.keep else ())]
    sinks: dict[str, Sink] = {}
    if plan.format == "parquet":
        sinks |= {"scores": Parts(plan.output, "scores", score_schema()), "findings": Parts(plan.output, "findings", finding_schema())}
    else:
        lines += ["scores", "findings"]
    return sinks | {name: Lines(plan.output, name) for name in lines}


def _asked(plan: Plan, found: Sequence[Shard]) -> dict[str, Any]:
    """What must be the same when a scan goes on."""
    return {
        "version": __version__,
        "inputs": [[shard.path, shard.size] for shard in found],
        "columns": repr(plan.columns),
        "keep": plan.keep,
        "settings": repr(plan.settings),
        "format": plan.format,
    }


def _checkpoint(folder: str, asked: dict[str, Any], *, resume: bool) -> Checkpoint:
    try:
        os.makedirs(folder, exist_ok=True)
        is_empty = not os.listdir(folder)
    except OSError as error:
        raise ReadingError(folder, (error.strerror or str(error)).lower()) from None
    if resume and (found := read_checkpoint(folder, asked)):
        return found
    if not is_empty and not resume:
        raise SettingsError(f"{folder} is not empty; name another folder, or go on with the scan in it (--resume)")
    return Checkpoint(asked)


def _count(folder: str, name: str) -> int:
    with open(os.path.join(folder, f"{name}.jsonl"), "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
