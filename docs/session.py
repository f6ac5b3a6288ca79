"""Pages that are run: their files are written into an empty folder, their commands typed there, and what these print is put on the page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
TITLE = re.compile(r'title="(?P<name>[^"]+)"')
RULES = re.compile(r"(?<=signature rules:)\d+-[0-9a-f]{8}")
"""How many rules there are, and the hash of their names: with every new rule it is another, so pages leave it out."""


def replayed(page: str) -> str:
    """The page with what its commands print now.

    A block with a title (```` ```text title="a.txt" ````) is a file, a block ``console`` a session: each line that begins with ``$ ``
    is a command for bash, and the lines up to the next one are what it prints, errors among it.
    """
    with TemporaryDirectory() as folder:
        return BLOCK.sub(lambda block: _block(block, Path(folder)), page)


def _block(block: re.Match[str], folder: Path) -> str:
    title = TITLE.search(block["info"])
    if title:
        path = folder / title["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block["body"], "utf-8")
    if block["info"] != "console":
        return block.group()
    commands = [line for line in block["body"].splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"{line}\n{printed(line[2:], folder)}" for line in commands) + "```"


def printed(command: str, folder: Path) -> str:
    """What a command prints in a folder."""
    search_path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    environment = {"PATH": search_path, "HOME": str(folder), "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False
    )
    output = without_rules(done.stdout.decode("utf-8"))
    return output if output.endswith("\n") or not output else f"{output}\n"


def without_rules(output: str) -> str:
    """The output without what changes with every rule that is added."""
    return RULES.sub("…", output)
