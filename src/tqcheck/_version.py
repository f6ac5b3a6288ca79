"""The version, in one place: the build reads it here, and nothing has to ask the installed package's metadata."""

__version__ = "0.1.0"
