"""``tqcheck scan``: a whole corpus, row by row, in constant memory."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import SettingsError
from ..settings import DEFAULT_METRICS
from .parsing import OneOf, Parser, add_settings_options, configuration_of, count_of_processes, parser_for

CLEAN, WRONG = 0, 2
_FORMATS = ("jsonl", "parquet")
_NOTES = """\
PATH is a file of rows (.jsonl, .csv, .tsv, also .gz and .zst, .parquet), a file
with one document, a folder or a pattern. FOLDER gets scores, findings, rejects
(rows that could not be checked, and why), tally.json, and with --keep the rows
kept and dropped. A condition compares words, findings, score, penalty (per
1000 words), language, families, rules: 'penalty < 5 and repetition == 0'
exit status: 0 done, 2 wrong use, or rows that were rejected

examples:
  tqcheck scan corpus/ --output out --text-column text --by site
  tqcheck scan web.jsonl.zst --output out --preset corpus --by site
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("scan", "Check many documents, and count, keep or drop them.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="files of rows, documents, folders or patterns")
    options.add_argument("--output", metavar="FOLDER", help="where what comes of it is written (required)")
    options.add_argument("--text-column", metavar="NAME", default="text", help="the column with the text (default: text)")
    options.add_argument("--source-column", metavar="NAME", help="the column with its source")
    options.add_argument("--reference-column", metavar="NAME", help="the column with a reference")
    options.add_argument("--id-column", metavar="NAME", help="the column that names a row")
    options.add_argument("--language-column", metavar="NAME", help="the column with the language of the text")
    options.add_argument("--by", metavar="NAME", action="append", default=[], help="count by this column too, such as site")
    options.add_argument("--keep", metavar="CONDITION", help="part the rows into kept and dropped")
    options.add_argument("--metrics", metavar="NAMES", help=f"measure beside a reference: {', '.join(DEFAULT_METRICS)} (default: none)")
    options.add_argument("--output-format", metavar="FORMAT", type=OneOf("format", _FORMATS), default="jsonl", help="jsonl or parquet")
    options.add_argument("--resume", action="store_true", help="go on where a scan into FOLDER was broken off")
    options.add_argument("--jobs", metavar="N", type=count_of_processes, help="check in N processes (default: one for each core)")
    add_settings_options(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Scan a corpus; the exit status is 0, or 2 if rows were rejected."""
    chosen = parser().parsed(argv)
    if not chosen.paths or not chosen.output:
        raise SettingsError("a scan needs a PATH, and --output FOLDER for what comes of it")
    from ..corpus.rows import Columns
    from ..corpus.scan import Plan, scan

    columns = Columns(
        chosen.text_column, chosen.source_column, chosen.reference_column, chosen.id_column, chosen.language_column, tuple(chosen.by)
    )
    settings = configuration_of(chosen).settings_for(chosen.paths[0])
    if chosen.metrics is None:
        settings = settings.replace(metrics=())
    plan = Plan(tuple(chosen.paths), chosen.output, columns, chosen.keep, settings, chosen.output_format)
    summary = scan(plan, jobs=chosen.jobs, resume=chosen.resume, report=_told)
    total = summary.tally.total
    kept = f", {total['kept']:,} kept" if chosen.keep else ""
    was = "was done before: " if summary.was_done else ""
    sys.stdout.write(
        f"{chosen.output}: {was}{total['documents']:,} documents, {total['words']:,} words, {total['findings']:,} findings{kept}, "
        f"{summary.rejected:,} rejected\n"
    )
    return WRONG if summary.rejected else CLEAN


def _told(documents: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{documents:,} documents ")
        sys.stderr.flush()
