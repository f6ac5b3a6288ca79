"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# On a busy machine an example may take its time; in CI the examples are the same ones every time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if "CI" in os.environ else "local")
