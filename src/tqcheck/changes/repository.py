"""What git says of a working tree. git is run as a process: it knows its own formats best."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Mapping

from ..errors import SettingsError
from .diff import Touched, touched_lines

# The user's configuration of git must not change what is parsed here.
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--diff-filter=ACMRTU", "--find-renames")
_LINES = ("--text", "--unified=0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/")
_ALL = (Touched(1, float("inf")),)


class Repository:
    """The working tree that holds a folder; raises `SettingsError` if there is none, or no git."""

    def __init__(self, folder: str) -> None:
        # Where git itself has named the repository, as it does for a hook in another working tree, its folder is the current one.
        self._folder = "." if "GIT_DIR" in os.environ else folder
        self._folder = self._said("rev-parse", "--show-toplevel", failing=_no_repository).removesuffix("\n")
        self._top = os.path.realpath(self._folder)

    def commit(self, revision: str) -> str:
        """The name (hexadecimal) of the commit that a revision means; raises `SettingsError` if it is not there."""
        if not revision or revision.startswith("-") or "\0" in revision:
            raise SettingsError(f"{revision!r} is no revision; git knows such as HEAD~1, main, v1.0 or a commit's number")
        words = ("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return self._said(*words, failing=lambda _: self._no_revision(revision)).strip()

    def changed(self, *against: str) -> Mapping[str, str]:
        """The paths of the changed and new files that git knows, each with its former path (mostly the same)."""
        said = self._said("diff", "--name-status", "-z", *_PLAIN, *against, "--")
        return dict(_names(iter(said.split("\0"))))

    def untracked(self) -> frozenset[str]:
        """The paths of the files that git neither knows nor ignores."""
        return frozenset(self._said("ls-files", "-z", "--others", "--exclude-standard").split("\0")) - {""}

    def lines(self, path: str, before: str, *against: str) -> tuple[Touched, ...]:
        """The changed lines of a file, which was at ``before``."""
        diff = self._run("diff", *_PLAIN, *_LINES, *against, "--", *(f":(top,literal){each}" for each in dict.fromkeys((before, path))))
        return tuple(touched_lines(diff))

    def staged(self, path: str) -> bytes:
        """The bytes of a file in the index."""
        return self._run("cat-file", "blob", f":0:{path}")

    def path_of(self, name: str) -> str | None:
        """The path of a file from the top of the working tree, as git writes it; None if it lies elsewhere."""
        path = os.path.relpath(os.path.realpath(name), self._top).replace(os.sep, "/")
        return None if path == ".." or path.startswith("../") else path

    def _no_revision(self, revision: str) -> SettingsError:
        if self._said("rev-parse", "--is-shallow-repository").strip() != "true":
            return SettingsError(f"git knows no revision {revision!r} here")
        return SettingsError(
            f"revision {revision!r} is not in this clone, which is shallow: run git fetch --unshallow first, or git fetch origin "
            "with the name of the branch or commit (in a GitHub workflow: fetch-depth: 0 for actions/checkout)"
        )

    def _said(self, *words: str, failing: Callable[[str], SettingsError] | None = None) -> str:
        return os.fsdecode(self._run(*words, failing=failing))

    def _run(self, *words: str, failing: Callable[[str], SettingsError] | None = None) -> bytes:
        command = [b"git", b"-C", os.fsencode(self._folder), *map(os.fsencode, words)]
        environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        try:
            done = subprocess.run(command, capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL)
        except FileNotFoundError:
            raise SettingsError("changed lines need git, and there is no program of that name") from None
        if done.returncode == 0:
            return done.stdout
        said = os.fsdecode(done.stderr).strip().split("\n")[0].removeprefix("fatal: ")
        if failing:
            raise failing(said)
        raise SettingsError(f"git {words[0]}: {said or f'ended with {done.returncode}'}")


def _no_repository(said: str) -> SettingsError:
    if "not a git repository" in said:
        return SettingsError("changed lines need a git repository, and the texts are in none")
    return SettingsError(f"git: {said}")


def _names(words: Iterator[str]) -> Iterator[tuple[str, str]]:
    for status in words:
        if status:
            before = next(words)
            yield (next(words), before) if status[0] in "RC" else (before, before)
