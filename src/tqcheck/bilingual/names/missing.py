"""Names of a source that its translation does not answer, and the holes that names have left."""

from __future__ import annotations

from .answers import answers
from .own import names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .name import Name

LONGEST = 2500
"""Characters of a source and of a text that are compared: names of a longer stretch may be anywhere in it."""
MOST = 24
"""Names of a source that are looked for."""
_SURE = 0.6
# How far from everything in the translation a name must be before it is called missing, by its kind; fitted as `_FAR` of
# unsupported.py. Kinds that are not listed are not judged.
_FAR = {"place": 0.4, "land": 0.25, "latin": 0.25, "titled": 0.47, "family": 0.4, "transcription": 0.5, "capital": 0.57, "pair": 0.7}


def missing(source: str, language: str, text: str, *, leeway: float = 0.0) -> Iterator[tuple[Name, float]]:
    """(name, how sure it is from 0 to 1 that the English text has nothing that answers it).

    With ``leeway`` a name need not be that far from everything in the text: there is other evidence that one is missing.
    """
    if max(len(source), len(text)) > LONGEST:
        return
    met: set[str] = set()
    for name in names_of(source, language)[:MOST]:
        if name.kind not in _FAR or name.text in met:
            continue
        met.add(name.text)
        excess = answers(text).far(name) - _FAR[name.kind] + leeway
        if excess > 0:
            yield name, min(1.0, _SURE + excess)
