"""What holds when all layers are laid on each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..settings import CHECKS, PRESETS, Settings
from .layers import Chosen, Key, Layer
from .run import RunOptions

COMMAND_LINE, DEFAULT = "command line", "default"


def stacked(layers: Iterable[Layer], given: Mapping[str, Any]) -> Mapping[Key, Chosen]:
    """Every option with its value and origin: defaults, preset, layers (the weakest first), command line."""
    upper: dict[Key, Chosen] = {}
    for layer in layers:
        upper.update(layer)
    upper.update(_from_command_line(given))
    preset = upper.get(("preset",), Chosen(None, DEFAULT)).value or "default"
    lower = {("preset",): Chosen(preset, DEFAULT)}
    lower |= {(name,): Chosen(value, DEFAULT) for name, value in (Settings().to_dict() | RunOptions()._asdict()).items() if name != "rules"}
    lower |= {(name,): Chosen(value, f"preset {preset}") for name, value in PRESETS[preset].items()}
    return lower | upper


def settings_of(chosen: Mapping[Key, Chosen]) -> Settings:
    """The settings of one path."""
    options: dict[str, Any] = {key[0]: value for key, (value, _) in chosen.items() if len(key) == 1 and key[0] in CHECKS}
    rules: dict[str, dict[str, Any]] = {}
    for key, (value, _) in chosen.items():
        if key[0] == "rules":
            rules.setdefault(key[1], {})[key[2]] = value
    return Settings.of(options | {"rules": rules})


def _from_command_line(given: Mapping[str, Any]) -> Layer:
    layer: dict[Key, Chosen] = {(name,): Chosen(value, COMMAND_LINE) for name, value in given.items() if name != "rules"}
    for name, options in given.get("rules", ()):
        layer |= {("rules", name, option): Chosen(value, COMMAND_LINE) for option, value in options.to_dict().items() if value}
    return layer
