"""Fits the vocabulary of a language: which words it knows, and which letters speak against it."""
