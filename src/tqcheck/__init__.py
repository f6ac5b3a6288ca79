"""tqcheck finds what machine translation leaves behind in a text.

>>> import tqcheck
>>> report = tqcheck.check("Spokesman Ivan Petrov (Ivan Petrov) declined to comment.", language="en")
>>> [finding.rule for finding in report.findings]
['duplicate-gloss']
"""

from ._version import __version__
from .checker import Checker, Report, Skipped, check
from .core.finding import Edit, Finding, Fix, Safety, Severity
from .errors import ReadingError, SettingsError, TqcheckError
from .scoring import Score

__all__ = [
    "Checker",
    "Edit",
    "Finding",
    "Fix",
    "ReadingError",
    "Report",
    "Safety",
    "Score",
    "SettingsError",
    "Severity",
    "Skipped",
    "TqcheckError",
    "__version__",
    "check",
]
