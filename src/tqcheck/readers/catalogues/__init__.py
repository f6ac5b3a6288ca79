"""Catalogues: files of strings with keys, as programs keep their words. A file for each format."""
