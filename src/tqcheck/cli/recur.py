"""``tqcheck recur``: sentences on many pages of a site, and documents that are nearly the same."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from collections.abc import Sequence

from ..errors import SettingsError
from .parsing import Parser, count_of_processes, number, parser_for

CLEAN, WRONG = 0, 2
_MOST_DIGITS = 9
_NOTES = """\
FOLDER gets boilerplate.jsonl and duplicates.jsonl; a quarter of the corpus is
needed there on the way, and given back.
exit status: 0 done, 2 wrong use, or rows that cannot be read

example: tqcheck recur web.jsonl.zst --output again --site-column site
"""


def _pages(word: str) -> int:
    """A check for an option's value: a whole number from 2 on."""
    if word.isascii() and word.isdigit() and len(word) <= _MOST_DIGITS and int(word) > 1:
        return int(word)
    raise ArgumentTypeError(f"a whole number of 2 or more is wanted, not {word!r}")


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("recur", "Find what comes again across the documents of a corpus.", _NOTES)
    options.add_argument("paths", metavar="PATH", nargs="*", help="files of rows, documents, folders or patterns")
    options.add_argument("--output", metavar="FOLDER", help="where what comes of it is written (required)")
    options.add_argument("--text-column", metavar="NAME", default="text", help="the column with the text (default: text)")
    options.add_argument("--id-column", metavar="NAME", help="the column that names a row")
    options.add_argument("--language-column", metavar="NAME", help="the column with the language of the text")
    options.add_argument("--site-column", metavar="NAME", help="look at each value of this column apart")
    options.add_argument("--pages", metavar="N", type=_pages, default=5, help="tell sentences on N pages or more (default: 5)")
    options.add_argument("--similarity", metavar="S", type=number, default=0.8, help="tell documents alike by S (default: 0.8)")
    options.add_argument("--language", metavar="CODE", help="such as en or de-CH (default: detected)")
    options.add_argument("--jobs", metavar="N", type=count_of_processes, help="read in N processes (default: one for each core)")
    return options


def run(argv: Sequence[str]) -> int:
    """Search a corpus; the exit status is 0, or 2 if rows could not be read."""
    chosen = parser().parsed(argv)
    if not chosen.paths or not chosen.output:
        raise SettingsError("recur needs a PATH, and --output FOLDER for what comes of it")
    from ..corpus.recur import Search, recur
    from ..corpus.rows import Columns
    from ..settings import language

    columns = Columns(chosen.text_column, id=chosen.id_column, language=chosen.language_column)
    code = language("language", chosen.language)
    search = Search(tuple(chosen.paths), chosen.output, columns, chosen.site_column, chosen.pages, chosen.similarity, code)
    found = recur(search, jobs=chosen.jobs)
    more = f" (and {found.left_out:,} more)" if found.left_out else ""
    sys.stdout.write(
        f"{chosen.output}: {found.documents:,} documents, {found.sentences:,} sentences that recur{more}, "
        f"{found.duplicates:,} near-duplicates, {found.unread:,} unread\n"
    )
    return WRONG if found.unread else CLEAN
