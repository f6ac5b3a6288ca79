"""Work out once what every start would have to work out: ``python -m tqcheck.prepare``.

It writes the package ``_prepared`` beside this file: the data of each language, its letters, and what must be known of a rule
before its module is imported. Each module of it says of which sources it was made; where these have changed since, or nothing
was prepared, the sources themselves are read (`tqcheck.prepared`).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from shutil import rmtree
from typing import Any

from . import detection, lang, rules
from .core.document import Document
from .core.language import Language
from .core.pattern import PROGRAMS, Pattern, engine
from .core.rule import Bad, Good, Rule, Scope, Stage
from .core.run import run
from .lang import common_words, vocabulary
from .selection import speaks

_MARKS = str.maketrans("", "", "⟦⟧")
_HEAD = '"""Made by tqcheck.prepare; see there."""\n'


def write(folder: Path = Path(__file__).parent / "_prepared") -> None:
    """Prepare everything anew, from the sources alone."""
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "__init__.py").write_text(_HEAD)
    for name, sources, value in (*lang.to_prepare(), *vocabulary.to_prepare(), rules.to_prepare(), common_words.to_prepare(), *_patterns()):
        text = f"{_HEAD}\nSOURCES = {sources}\nVALUE = {_constant(value)!r}\n"
        (folder / f"{name.replace('-', '_')}.py").write_text(text, encoding="utf-8")


def _patterns() -> Iterator[tuple[str, int, dict[str, Any]]]:
    """What the engine of ``regex`` needs to make each pattern; nothing, if the package is not there or made in another way."""
    try:
        import_module("regex")
        found = engine()
    except ImportError:
        return
    if found:
        first = pattern_sources(("und", "en"))
        for name, sources in zip(PROGRAMS, (first, pattern_sources(lang.available()) - first), strict=True):
            programs = {source: program_of(source) for source in sorted(sources)}
            yield name, found[1], {source: program for source, program in programs.items() if program}


def program_of(source: str) -> Any:
    """What the parser of ``regex`` hands to its engine for a pattern."""
    main: Any = import_module("regex._main")
    handed: list[Any] = []
    real = main._regex

    class Listener:
        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

        def compile(self, *values: Any) -> Any:
            handed.append(values)
            return real.compile(*values)

    main._regex = Listener()
    try:
        main.purge()
        main.compile(source)
    finally:
        main._regex = real
    _, flags, code, groups, names, lists, list_numbers, offset, characters, character_flags, count = handed[0]
    if lists or list_numbers or max(code) >= 1 << 32:
        return None
    return int(flags), array("I", code).tobytes(), groups, names, offset, tuple(characters), character_flags, count


def pattern_sources(codes: Iterable[str]) -> set[str]:
    """The patterns of all modules, and those that rules make of the data of some languages for their examples."""
    found: list[str] = []
    real = Pattern.__init__

    def noted(self: Pattern, source: str) -> None:
        found.append(source)
        real(self, source)

    Pattern.__init__ = noted  # type: ignore[method-assign]
    try:
        lang.load.cache_clear()
        detection.detect("слово")
        for code in codes:
            language = lang.load(code)
            run([rule() for rule in rules.all_rules().values()], Document.from_text("", language))
            run([rule() for rule in rules.all_rules().values() if rule.stage is Stage.STABLE], Document.from_text("", language))
            for rule in rules.all_rules().values():
                if speaks(rule, code):
                    _look(rule, language)
    finally:
        Pattern.__init__ = real  # type: ignore[method-assign]
    return {*found, *_sources_in_modules(), *_sources_in(vars(detection).values())}


def _look(rule: type[Rule], language: Language) -> None:
    """Let a rule look at its own examples, as if they were in a language, and whatever its triggers say: many patterns are made then."""
    examples: list[Bad | Good] = [*rule.bad, *rule.good]
    for example in examples:
        document = Document.from_text(example.text.translate(_MARKS), language)
        if rule.scope is Scope.BLOCK:
            for passage in document.passages:
                list(rule().check(passage))
        else:
            run([rule()], document)


def _sources_in_modules() -> Iterator[str]:
    for name, module in list(sys.modules.items()):
        if name.startswith("tqcheck."):
            yield from _sources_in(vars(module).values())


def _sources_in(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Pattern):
            yield value.source
        elif isinstance(value, tuple | dict):
            yield from _sources_in(value.values() if isinstance(value, dict) else value)


def _constant(value: Any) -> Any:
    """The value with tuples for lists, which Python keeps ready-made in a compiled module."""
    if isinstance(value, dict):
        return {key: _constant(each) for key, each in value.items()}
    return tuple(map(_constant, value)) if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    write()
