"""Which rules run on a text: those that the settings choose, that speak its language, and that have the texts they compare it with."""

from __future__ import annotations

from ._version import __version__
from .core.alignment import Partner
from .core.language import primary
from .core.record import Record
from .core.rule import Scope, Stage
from .core.run import Run
from .core.triggers import SWITCHES
from .errors import unknown
from .rules import families, listed_rules
from .scoring import signature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .core.finding import Finding
    from .core.language import Language
    from .core.passage import Passage
    from .core.rule import Rule
    from .rules import ListedRule
    from .settings import Settings


class _Switches:
    """Looks for stretches in other languages, which are judged by their own rules, and finds no fault itself."""

    name = "language-switch"
    scope = Scope.DOCUMENT
    triggers = SWITCHES
    needs: frozenset[Partner] = frozenset()

    def check(self, passage: Passage) -> Iterator[Finding]:
        """Leave them in the sight of the document."""
        from .switches import stretches

        stretches(passage.document)
        return iter(())


_WANTING = {partner: f"needs a {partner}" for partner in Partner}
_OF_A_GLOSSARY, _WANTS_A_GLOSSARY = "terminology", "needs a glossary"


class Skipped(Record):
    """A rule that was chosen and did not run, and why."""

    rule: str
    why: str

    @property
    def wants_partner(self) -> bool:
        """True if it compares with a text, or a glossary, that nobody gave."""
        return self.why in (*_WANTING.values(), _WANTS_A_GLOSSARY)


class Ready:
    """What a checker has made ready for texts of one language with the same partners: its rules, those that it skips, the
    signature of its scores, for which a glossary counts by its digest. ``problems`` says of each partner that is there why it
    cannot be used, or nothing."""

    def __init__(
        self, rules: Iterable[ListedRule], settings: Settings, language: Language, problems: Mapping[Partner, str], glossary: str = ""
    ) -> None:
        code = language.code
        skipped = {rule.name: _skipped(rule, code, problems, has_glossary=bool(glossary)) for rule in rules}
        able = [rule for rule in rules if skipped[rule.name] is None]
        self.run = Run([_Switches(), *able], language)
        self.skipped = tuple(filter(None, skipped.values()))
        self.ran = tuple(rule.name for rule in able)
        partners = [partner.value for partner, problem in problems.items() if not problem]
        self.signature = signature(
            self.ran,
            code,
            settings.min_score,
            __version__,
            settings.severity,
            *settings.rules,
            *filter(None, [glossary]),
            partners=partners,
        )


def _skipped(rule: ListedRule, code: str, problems: Mapping[Partner, str], *, has_glossary: bool) -> Skipped | None:
    if not speaks(rule, code):
        return Skipped(rule.name, f"not made for language {code!r}")
    if rule.family == _OF_A_GLOSSARY and not has_glossary:
        return Skipped(rule.name, _WANTS_A_GLOSSARY)
    for partner in sorted(rule.needs):
        if partner not in problems:
            return Skipped(rule.name, _WANTING[partner])
        if problems[partner]:
            return Skipped(rule.name, f"cannot use this {partner.value}")
    return None


def speaks(rule: ListedRule | type[Rule], code: str) -> bool:
    """True if a rule is made for a language, by its BCP 47 code."""
    return "*" in rule.languages or code in rule.languages or primary(code) in rule.languages


def _is_learned(word: str) -> bool:
    """True for the family and the name of what learned metrics find."""
    from .metrics import ESTIMATED_ERROR, ESTIMATES

    return word in (ESTIMATES, ESTIMATED_ERROR)


def chosen_rules(settings: Settings) -> Iterator[ListedRule]:
    """The rules that the settings choose; raises `SettingsError` for a name that is none."""
    rules = listed_rules()
    for word in (*settings.select, *settings.ignore, *(name for name, _ in settings.rules)):
        if word not in rules and word not in families() and not _is_learned(word):
            raise unknown("rule or family", word, [*rules, *families()])
    for name, rule in rules.items():
        if name in settings.ignore or rule.family in settings.ignore:
            continue
        runs = rule.stage is Stage.STABLE or settings.preview
        if name in settings.select or (runs and (not settings.select or rule.family in settings.select)):
            yield rule
