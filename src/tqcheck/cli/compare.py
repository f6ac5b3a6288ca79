"""``tqcheck compare``: two translations of one text, side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ..errors import SettingsError
from .output import display, print_lines
from .parsing import OneOf, Parser, add_format_option, add_metrics_option, add_settings_options, configuration_of, parser_for

CLEAN = 0
_TESTS = ("bootstrap", "randomisation")
_NOTES = """\
A and B are translations of the same text; both are held against the reference.
p is how probable such a difference is by chance.
exit status: 0 compared, 2 wrong use or texts that cannot be compared

examples:
  tqcheck compare old.txt new.txt --reference good.txt
  tqcheck compare a.md b.md --reference good.md --source source.md --samples 500
"""


def parser() -> Parser:
    """The options of the command."""
    options = parser_for("compare", "Compare two translations of one text with each other.", _NOTES, words="A B")
    options.add_argument("paths", metavar="PATH", nargs="*", help="two translations")
    options.add_argument("--reference", metavar="FILE", help="a good translation of the same text (needed)")
    options.add_argument("--source", metavar="FILE", help="the text that was translated")
    options.add_argument("--source-language", metavar="CODE", help="its language (default: detected)")
    options.add_argument(
        "--test", metavar="NAME", type=OneOf("test", _TESTS), default="bootstrap", help="bootstrap (default) or randomisation"
    )
    options.add_argument("--samples", metavar="N", type=int, help="default: 1000 for bootstrap, 10000 for randomisation")
    options.add_argument("--seed", metavar="N", type=int, default=12345, help="the same number gives the same result")
    add_metrics_option(options)
    add_settings_options(options)
    add_format_option(options)
    return options


def run(argv: Sequence[str]) -> int:
    """Compare two files; the exit status is 0."""
    chosen = parser().parsed(argv)
    if len(chosen.paths) != 2 or chosen.reference is None:
        raise SettingsError("compare takes two files and a reference: tqcheck compare A B --reference FILE")
    from ..comparing import compare_readings, resampling
    from ..formats import format_of
    from ..readers.files import read_file
    from ..reporters.comparison import comparison_as_json, comparison_as_text

    how = resampling(chosen.test, chosen.samples, chosen.seed)
    settings = configuration_of(chosen).settings_for(chosen.paths[0])
    paths = [*chosen.paths, chosen.reference, *([chosen.source] if chosen.source is not None else [])]
    readings = [read_file(path, format_of(path, name=settings.format, columns=settings.columns)) for path in paths]
    comparison = compare_readings(*readings, settings=settings, resampling=how)
    if chosen.output_format == "json":
        sys.stdout.write(comparison_as_json(comparison))
    else:
        print_lines(comparison_as_text(comparison, display(sys.stdout)))
    return CLEAN
