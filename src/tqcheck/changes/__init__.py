"""Changes: the files and lines that git says are new, so that a run reports on them alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ..errors import ReadingError, SettingsError

if TYPE_CHECKING:
    from ..checked import Checked
    from ..formats import Format
    from ..readers.reading import Reading
    from .diff import Touched
    from .repository import Repository

STANDARD_INPUT = "-"


class Changes:
    """What has changed in the working tree since a revision, or in the index since the last commit.

    As a filter it leaves out the findings on lines that have not changed. Raises `SettingsError` if there is no
    repository or no such revision.
    """

    def __init__(self, repository: Repository, changed: Mapping[str, str], new: frozenset[str], *against: str) -> None:
        self._repository = repository
        self._changed = changed
        self._new = new
        self._against = against
        self._unchanged = self._files = 0

    @classmethod
    def since(cls, revision: str, paths: Iterable[str]) -> Changes:
        """The changes of the working tree against a revision; files that git does not know are new as a whole."""
        repository = _repository(paths)
        commit = repository.commit(revision)
        return cls(repository, repository.changed(commit), repository.untracked(), commit)

    @classmethod
    def staged(cls, paths: Iterable[str]) -> Changes:
        """The changes of the index against the last commit."""
        repository = _repository(paths)
        return cls(repository, repository.changed("--cached"), frozenset(), "--cached")

    def holds(self, path: str) -> bool:
        """True if a file has changed; raises `ReadingError` if it lies outside the repository."""
        inner = self._inner(path)
        self._files += (found := inner in self._changed or inner in self._new)
        return found

    def read(self, path: str, format: Format) -> Reading:
        """The reading of a file: in its staged version, if what is staged is looked at; raises `ReadingError`."""
        from ..readers import files

        if self._against != ("--cached",):
            return files.read_file(path, format)
        try:
            return files.read(self._repository.staged(self._inner(path)), path, format)
        except SettingsError as error:
            raise ReadingError(path, str(error)) from None

    def __call__(self, results: Iterable[Checked | ReadingError]) -> Iterator[Checked | ReadingError]:
        """The results in the same order, with findings on changed lines alone."""
        for result in results:
            yield result if isinstance(result, ReadingError) else self._on_changed_lines(result)

    def notes(self) -> Iterator[str]:
        """How many files have changed, and how many findings are on lines that have not."""
        files = f"{self._files:,} file{'' if self._files == 1 else 's'}"
        rest = f"; {self._unchanged:,} finding{'' if self._unchanged == 1 else 's'} on unchanged lines left out" if self._unchanged else ""
        yield f"Only what changed: {files}{rest}."

    def _inner(self, path: str) -> str:
        inner = self._repository.path_of(path)
        if inner is None:
            raise ReadingError(path, "this file lies outside the git repository")
        return inner

    def _on_changed_lines(self, checked: Checked) -> Checked:
        from .places import on_lines

        lines = None if checked.reading.has_parts else self._lines(checked.reading.name)
        kept = list(on_lines(checked, lines))
        self._unchanged += len(checked.report.findings) - len(kept)
        return checked.keeping(kept, "unchanged").without("unchanged")

    def _lines(self, path: str) -> tuple[Touched, ...] | None:
        """The changed lines of a file; None if all are new."""
        inner = self._inner(path)
        return None if inner in self._new else self._repository.lines(inner, self._changed[inner], *self._against)


def _repository(paths: Iterable[str]) -> Repository:
    """The repository in which all the paths lie."""
    from .repository import Repository

    named = list(paths)
    if STANDARD_INPUT in named:
        raise SettingsError("standard input has no history; name files to check only what changed")
    folder = os.path.commonpath([os.path.abspath(path) for path in named])
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return Repository(folder)
