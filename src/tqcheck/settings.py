"""Settings: what a user may choose, frozen and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .core.record import Record
from .errors import SettingsError, quoted, unknown
from .formats import READERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

DEFAULT_MIN_SCORE = 0.5
DEFAULT_METRICS = ("bleu", "chrf", "ter")
SEVERITIES = ("neutral", "minor", "major", "critical")
"""The severities by name, mildest first; the same words as those of `tqcheck.Severity`, which costs more to import."""

PRESETS: Mapping[str, Mapping[str, object]] = {
    "default": {},
    # For a reviser who would rather look once too often.
    "strict": {"preview": True, "min_score": 0.3},
    # For a team that is new to it: only what is hardly ever wrong.
    "gentle": {"min_score": 0.8},
    # For a filter that asks which documents a machine left unread. Spaces and marks, and a text's last line, are what
    # extraction and a publisher's habits spoil: they say little about a translation, and there are many of them.
    "corpus": {"min_score": 0.7, "ignore": ("mechanics", "cut-text", "missing-final-mark")},
}


class RuleOptions(Record):
    """What a user wants otherwise for the findings of one rule, or of a family.

    ``severity``: a word of `SEVERITIES`; ``min_score``: as in `Settings`; ``allow``: marked texts that are all right,
    such as names and brands. A finding whose text is one of them (whatever the case and the white space) is left alone.
    """

    severity: str | None = None
    min_score: float | None = None
    allow: tuple[str, ...] = ()


class Settings(Record):
    """The choices for one `Checker`; made by `Settings.of`, which checks them.

    ``language``: a BCP 47 code, or None to detect it. ``select`` and ``ignore``: names of rules or families; an empty
    ``select`` means every stable rule, and ``ignore`` always wins. ``preview``: run the chosen families' preview rules
    too. ``min_score``: findings that a careful reviser would confirm with a lower probability (0 to 1) are left out.
    ``severity``: the severity of every finding, instead of its rule's. ``rules``: the options of rules and families
    (by name, sorted); a rule's win over its family's, and both over ``severity`` and ``min_score``.
    ``glossary``: the path of a glossary, or None. ``source_language``: that of the text which was translated, or None to
    detect it. ``format``: how files are read, a name of `formats.READERS`, or None to go by their names; ``columns``: the names
    of the columns (or keys) of tables that hold text. ``metrics``: what is measured where a reference (or for some a source) is
    there: of sacrebleu's ``bleu``, ``chrf`` and ``ter``, and learned ones as ``NAME`` or ``NAME:MODEL``; none switches it off.
    """

    language: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    min_score: float = DEFAULT_MIN_SCORE
    severity: str | None = None
    rules: tuple[tuple[str, RuleOptions], ...] = ()
    format: str | None = None
    columns: tuple[str, ...] = ()
    source_language: str | None = None
    metrics: tuple[str, ...] = DEFAULT_METRICS
    glossary: str | None = None

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Settings:
        """Settings from named options and a ``preset`` that they refine; an unknown name is an error with a suggestion."""
        chosen = checked_options(options)
        return cls(**{**PRESETS[chosen.pop("preset", None) or "default"], **chosen})


def checked_options(options: Mapping[str, object]) -> dict[str, Any]:
    """The options with their values checked and frozen; raises `SettingsError`."""
    for name in options:
        if name not in CHECKS:
            raise unknown("option", name, CHECKS)
    return {name: CHECKS[name](name, value) for name, value in options.items()}


def language(_option: str, code: object) -> str | None:
    """A language code in the spelling that BCP 47 recommends (zh-Hant-TW), or an error that tells what one looks like."""
    if code is None:
        return None
    first, *others = str(code).replace("_", "-").split("-")
    fits = 2 <= len(first) <= 3 and first.isalpha() and all(part.isalnum() and len(part) <= 8 for part in others)
    if not (fits and isinstance(code, str) and code.isascii()):
        raise SettingsError(f"{quoted(code)} is no language code; BCP 47 codes look like en, de-CH, zh-Hant")
    spelt = {2: str.upper, 4: str.title}
    return "-".join((first.lower(), *(spelt.get(len(part), str.lower)(part) for part in others)))


def names(option: str, value: object) -> tuple[str, ...]:
    """Names of rules or families; whether there are such is for the `Checker` to say."""
    return _strings(option, value, "names of rules or families", "name")


def probability(option: str, value: object) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise SettingsError(f"{option} is a probability from 0 to 1, not {quoted(value)}")
    return value


def flag(option: str, value: object) -> bool:
    """True or False."""
    if not isinstance(value, bool):
        raise SettingsError(f"{option} is true or false, not {quoted(value)}")
    return value


def severity(option: str, value: object) -> str | None:
    """A severity by its name, or None for that of the rule."""
    return None if value is None else _word(option, value, SEVERITIES, "severity")


def preset(option: str, value: object) -> str | None:
    """The name of a preset, or None."""
    return None if value is None else _word(option, value, PRESETS, "preset")


def format_name(option: str, value: object) -> str | None:
    """The name of a format, or None."""
    return None if value is None else _word(option, value, READERS, "format")


def columns(option: str, value: object) -> tuple[str, ...]:
    """Names of columns; whether a file has them is for its reader to say."""
    return _strings(option, value, "names of columns", "name")


def metrics(option: str, value: object) -> tuple[str, ...]:
    """Names of metrics, each once; whether there are such is for the `Checker` to say."""
    return tuple(dict.fromkeys(_strings(option, value, "names of metrics", "name")))


def rules(option: str, value: object) -> tuple[tuple[str, RuleOptions], ...]:
    """Options by the name of a rule or family, each a table of its own or already checked."""
    if isinstance(value, tuple):
        value = dict(value)
    if not isinstance(value, Mapping):
        raise SettingsError(f"{option} has a table of options for each rule or family, not {quoted(value)}")
    return tuple(sorted((str(name), rule_options(str(name), chosen)) for name, chosen in value.items()))


def rule_options(name: str, value: object) -> RuleOptions:
    """The options of one rule or family."""
    if isinstance(value, RuleOptions):
        value = value.to_dict()
    if not isinstance(value, Mapping):
        raise SettingsError(f"the options of {name} are a table with {', '.join(RULE_CHECKS)}, not {quoted(value)}")
    for option in value:
        if option not in RULE_CHECKS:
            raise unknown(f"option of {name}", str(option), RULE_CHECKS)
    return RuleOptions(**{option: RULE_CHECKS[option](option, given) for option, given in value.items()})


def _probability_or_none(option: str, value: object) -> float | None:
    return None if value is None else probability(option, value)


def path_of_file(option: str, value: object) -> str:
    """The path of a file."""
    if not isinstance(value, str) or not value or "\0" in value:
        raise SettingsError(f"{option} is the path of a file, not {quoted(value)}")
    return value


def _path_or_none(option: str, value: object) -> str | None:
    return None if value is None else path_of_file(option, value)


def _texts(option: str, value: object) -> tuple[str, ...]:
    return _strings(option, value, "texts", "text")


def _strings(option: str, value: object, what: str, one: str) -> tuple[str, ...]:
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise SettingsError(f"{option} is a list of {what}, not {quoted(value)}")
    strings = tuple(value)
    for string in strings:
        if not isinstance(string, str):
            raise SettingsError(f"{option} is a list of {what}; {quoted(string)} is no {one}")
    return strings


def _word(option: str, value: object, known: Iterable[str], what: str) -> str:
    words = tuple(known)
    if not isinstance(value, str):
        raise SettingsError(f"{option} is one of {', '.join(words)}, not {quoted(value)}")
    if value not in words:
        raise SettingsError(f"{unknown(what, value, words)} (there are {', '.join(words)})")
    return value


CHECKS: Mapping[str, Callable[[str, object], Any]] = {
    "preset": preset,
    "language": language,
    "select": names,
    "ignore": names,
    "preview": flag,
    "min_score": probability,
    "severity": severity,
    "rules": rules,
    "format": format_name,
    "columns": columns,
    "source_language": language,
    "metrics": metrics,
    "glossary": _path_or_none,
}
"""For each option the function that checks its value and freezes it; it is given the name by which the user calls the option."""
RULE_CHECKS: Mapping[str, Callable[[str, object], Any]] = {
    "severity": severity,
    "min_score": _probability_or_none,
    "allow": _texts,
}
"""The same for the options of a rule or family."""
