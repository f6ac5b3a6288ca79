"""Other checkers beside tqcheck, on the same texts, as whole processes: ``python -m benchmarks.speed.peers``.

They look for other things, so this compares what a run costs, not what it finds. The first call installs them from PyPI
and npm into a folder of their own; what cannot be had there or does not run is left out and named.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

import tqcheck

from ..accuracy.figures import table

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "performance.md"
SIZES = {"9 kB": 9_000, "1 MB": 1_000_000, "8 MB": 8_000_000}
BOUND = 120.0
"""Seconds after which a run is ended."""
SLOW = 20.0
"""Seconds; what took longer is not run again on the same text."""
INSTALLING = 900.0

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_LEAST_PROSE = 60


@dataclass(frozen=True, slots=True)
class Peer:
    """A program of peers.toml, where the fields are explained."""

    name: str
    command: Sequence[str]
    about: str
    client: str = ""
    packages: Sequence[str] = ()
    codes: Sequence[int] = (0, 1)


SETTINGS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
PEERS = [Peer(**program) for program in SETTINGS["programs"]]


@dataclass(slots=True)
class Times:
    """The seconds of a program's runs on one text, and why there are no more of them."""

    seconds: list[float] = field(default_factory=list)
    ended: str = ""

    @property
    def shown(self) -> str:
        """The median, or why there is none."""
        return self.ended if self.ended or not self.seconds else number(median(self.seconds))

    def against(self, ours: Times) -> str:
        """How many times as long as ours, or a dash."""
        if not ours.seconds or ours.ended or self.ended.startswith("failed"):
            return "–"
        return f"> {BOUND / median(ours.seconds):.0f}" if self.ended else number(median(self.seconds) / median(ours.seconds))


def number(value: float) -> str:
    """With two decimals below ten, one below a hundred, else none."""
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def main() -> None:
    """Install, try, measure, print, and write where that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.peers", description=__doc__)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tqcheck-peers"
    parser.add_argument("--folder", type=Path, default=cache, help="where the others are installed and kept (default: in the user's cache)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each on each text (default: 3)")
    parser.add_argument("--text", type=Path, help="measure on this text alone")
    parser.add_argument("--write", action="store_true", help="put the table between its marks in docs/performance.md")
    options = parser.parse_args()
    bench = Bench(options.folder.resolve())
    texts = bench.texts(options.text)
    present = bench.prepared()
    times = {name: bench.measured(present, text, max(options.runs, 1), name) for name, text in texts.items()}
    report = bench.report(present, times, max(options.runs, 1))
    print(report)
    if options.write:
        write(report)


class Bench:
    """A folder with the other checkers and the texts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.node = folder / "node"
        self.node.mkdir(parents=True, exist_ok=True)
        base = {"base": str(folder / "python"), "platbase": str(folder / "python")}
        self.scripts = sysconfig.get_path("scripts", "venv", base)
        self.library = sysconfig.get_path("platlib", "venv", base)
        self.left_out: dict[str, str] = {}

    def prepared(self) -> list[Peer]:
        """The programs that could be installed and found something in the example article."""
        (self.node / "retext.mjs").write_text(SETTINGS["retext"]["script"], "utf-8")
        (self.node / ".textlintrc.json").write_text(json.dumps(SETTINGS["textlint"]), "utf-8")
        article = Path(shutil.copyfile(ROOT / "examples" / "article.txt", self.folder / "article.txt"))
        wrapped(article)
        present = []
        for peer in PEERS:
            problem = self._install(peer) or self._tried(peer, article)
            if problem:
                self.left_out[peer.name] = problem
            else:
                present.append(peer)
        return present

    def _install(self, peer: Peer) -> str:
        """Install a program unless that was done before; what went wrong, or nothing."""
        kept = self.folder / "installed.json"
        installed = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
        if not peer.client or installed.get(peer.name) == peer.packages:
            return ""
        python = Path(self.scripts) / "python"
        if peer.client == "pip" and not python.exists():
            venv.create(self.folder / "python", with_pip=True)
        client = [str(python), "-m", "pip", "install", "--quiet"]
        if peer.client == "npm":
            client = ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(self.node)]
        say(f"installing {peer.name}")
        try:
            done = subprocess.run([*client, *peer.packages], capture_output=True, text=True, timeout=INSTALLING, cwd=self.node)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"not installed: {peer.client} is absent or too slow ({type(error).__name__})"
        if done.returncode:
            return f"not installed, {peer.client}: {last_line(done.stderr)}"
        kept.write_text(json.dumps({**installed, peer.name: peer.packages}, indent=1) + "\n", "utf-8")
        return ""

    def _tried(self, peer: Peer, article: Path) -> str:
        """Run once on a text full of faults, which also warms the disk; what went wrong, or nothing."""
        times = self._timed(peer, article, Times())
        silent = not (self.folder / "output").stat().st_size and peer.name != "python -c pass"
        return f"does not run: {times.ended}" if times.ended else "finds nothing in the example article" if silent else ""

    def _timed(self, peer: Peer, text: Path, times: Times) -> Times:
        """Add a run: all of the process, its output going to a file."""
        places = {"here": sys.executable, "scripts": self.scripts, "library": self.library, "modules": self.node / "node_modules"}
        command = [part.format(text=text, po=text.with_suffix(".po"), **places) for part in peer.command]
        output, errors = self.folder / "output", self.folder / "errors"
        with output.open("wb") as out, errors.open("wb") as err:
            start = perf_counter()
            try:
                code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=self.node, timeout=BOUND).returncode
            except subprocess.TimeoutExpired:
                times.ended = f"> {BOUND:.0f}"
                return times
            except OSError as error:
                times.ended = f"failed ({type(error).__name__})"
                return times
            times.seconds.append(perf_counter() - start)
        if code not in peer.codes or (code and not output.stat().st_size):
            say(f"{peer.name}: {last_line(errors.read_text('utf-8', 'replace'))}")
            times.ended = f"failed ({code})"
        return times

    def measured(self, peers: Sequence[Peer], text: Path, runs: int, name: str) -> dict[str, Times]:
        """All programs in turn, and that as often as runs are wanted."""
        wrapped(text)
        times = {peer.name: Times() for peer in peers}
        for turn in range(runs):
            for peer in peers:
                mine = times[peer.name]
                if not mine.ended and max(mine.seconds, default=0) <= SLOW:
                    say(f"{name}, run {turn + 1} of {runs}: {peer.name}")
                    self._timed(peer, text, mine)
        return times

    def texts(self, given: Path | None) -> dict[str, Path]:
        """The text that was given, or those made of the project's own."""
        if given is not None:
            return {given.name: Path(shutil.copyfile(given, self.folder / "given.txt"))}
        made = {name: self.folder / f"{name.replace(' ', '-')}.txt" for name in SIZES}
        for name, path in made.items():
            path.write_text("".join(prose(SIZES[name])), "utf-8")
        return made

    def versions(self) -> dict[str, str]:
        """The versions of all that was installed, by package."""
        pip = printed(f"{self.scripts}/python", "-m", "pip", "list", "--format=json", "--disable-pip-version-check")
        npm = printed("npm", "ls", "--json", "--depth=0", "--prefix", str(self.node))
        found = {row["name"]: row["version"] for row in json.loads(pip or "[]")}
        return found | {name: row.get("version", "") for name, row in json.loads(npm or "{}").get("dependencies", {}).items()}

    def report(self, peers: Sequence[Peer], times: Mapping[str, Mapping[str, Times]], runs: int) -> str:
        """The machine, the table, what each looks for, and who is left out, as Markdown."""
        versions = self.versions() | {"tqcheck": tqcheck.__version__, "python -c pass": platform.python_version()}
        header = ["program", "version", *(cell for name in times for cell in (f"{name}, s", "ratio"))]
        rows = []
        for peer in peers:
            pairs = [(column[peer.name], column.get("tqcheck", Times())) for column in times.values()]
            cells = [cell for mine, ours in pairs for cell in (mine.shown, mine.against(ours))]
            rows.append((peer.name, versions.get((*peer.packages, peer.name)[0], "–"), *cells))
        kernel = "with" if importlib.util.find_spec("tqcheck.core._kernel") else "without"
        node = printed("node", "--version").strip() or "absent"
        method = (
            f"{machine()}; Python {platform.python_version()}, Node {node}, tqcheck {kernel} its compiled kernel. "
            f"Seconds of whole processes, medians of {runs} runs in turn; what takes more than {SLOW:.0f} s is run once "
            f"and ended after {BOUND:.0f} s. The ratio is to tqcheck."
        )
        about = "\n".join(f"- {peer.name}: {peer.about}" for peer in peers)
        absent = "\n".join(f"- {name}: {why}" for name, why in self.left_out.items()) or "- none"
        return f"{method}\n\n{table(header, rows)}\n\nWhat each looks for:\n\n{about}\n\nLeft out:\n\n{absent}"


def prose(size: int) -> Iterator[str]:
    """Lines of the project's own texts, over and over, with names that bear the number of the round, until there are ``size`` bytes."""
    paths = [ROOT / "examples" / "clean.txt", *sorted((ROOT / "benchmarks" / "clean").glob("*.txt"))]
    lines = [line for path in paths for line in f"{path.read_text('utf-8').rstrip()}\n\n".splitlines()]
    made = 0
    for turn in count():
        for line in lines:
            varied = f"{line if turn == 0 else numbered(line, turn)}\n"
            yield varied
            made += len(varied.encode())
            if made >= size:
                return


def numbered(line: str, turn: int) -> str:
    """The line with a number at each name; prose that has none gets a sentence that has one."""
    if len(line) > _LEAST_PROSE and not _NAME.search(line):
        return f"{line} So wrote Lund{turn}."
    return _NAME.sub(lambda match: f"{match[0]}{turn}", line)


def wrapped(text: Path) -> None:
    """Write the text beside it as PO, a unit for each line."""
    lines = [line for line in text.read_text("utf-8", "replace").splitlines() if line.strip()]
    quoted = ('"' + line.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"' for line in lines)
    units = (f'msgctxt "{place}"\nmsgid {line}\nmsgstr {line}\n' for place, line in enumerate(quoted))
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    text.with_suffix(".po").write_text("\n".join([head, *units]), "utf-8")


def machine() -> str:
    """The processor, its cores, and the system."""
    try:
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    except OSError:
        found = None
    return f"{found[1] if found else platform.machine()}, {os.cpu_count()} cores, {platform.system()}"


def printed(*command: str) -> str:
    """What a command prints, or nothing where there is no such command."""
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout
    except OSError:
        return ""


def last_line(text: str) -> str:
    """The last line that says anything."""
    return ([line.strip() for line in text.splitlines() if line.strip()] or ["no word of why"])[-1]


def say(line: str) -> None:
    """Tell on standard error how far it is."""
    print(line, file=sys.stderr, flush=True)


def write(report: str) -> None:
    """Put the report between its marks in docs/performance.md; without the page or its marks it is only printed."""
    page = PAGE.read_text("utf-8") if PAGE.exists() else ""
    before, mark, rest = page.partition("<!-- peers -->\n")
    _, end, after = rest.partition("<!-- /peers -->")
    if not mark or not end:
        say("docs/performance.md has no place for the table: it is only printed")
        return
    PAGE.write_text(f"{before}{mark}\n{report}\n\n{end}{after}", "utf-8")


if __name__ == "__main__":
    main()
