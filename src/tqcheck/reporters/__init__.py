"""Reporters: a file for each output."""
