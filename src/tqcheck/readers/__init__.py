"""Readers: a file for each format, from bytes to a document with true places."""
