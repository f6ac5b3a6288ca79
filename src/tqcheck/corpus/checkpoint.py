"""Checkpoint: how far a scan has come, so that it can go on where it was killed, with nothing lost and nothing told twice."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from ..core.record import Record
from ..errors import SettingsError
from ..writing import replacing

NAME = "checkpoint.json"
_VERSION = 1


class Checkpoint(Record):
    """``shard`` and ``row``: the first that is not done, by their numbers from 0; ``marks``: how far each output is; ``tally``:
    the counts of what is done; ``plan``: what was asked for, which must not change; ``is_done``: whether nothing is left."""

    plan: Mapping[str, Any]
    shard: int = 0
    row: int = 0
    marks: Mapping[str, int] = {}
    tally: Mapping[str, Any] | None = None
    is_done: bool = False

    def write(self, folder: str) -> None:
        """Put it into the folder, whole or not at all."""
        with replacing(os.path.join(folder, NAME)) as file:
            file.write(json.dumps({"version": _VERSION, **self.to_dict()}).encode())


def read_checkpoint(folder: str, plan: Mapping[str, Any]) -> Checkpoint | None:
    """The checkpoint in a folder, None if there is none; raises `SettingsError` for that of another scan."""
    try:
        with open(os.path.join(folder, NAME), "rb") as file:
            held = json.load(file)
        if held.pop("version") != _VERSION:
            raise ValueError
        found = Checkpoint(**held)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise SettingsError(f"{os.path.join(folder, NAME)} is no checkpoint of this version of tqcheck; name another folder") from None
    changed = sorted(key for key in {*plan, *found.plan} if plan.get(key) != found.plan.get(key))
    if changed:
        raise SettingsError(f"the scan in {folder} was another one ({', '.join(changed)} differ); name another folder, or scan as then")
    return found
