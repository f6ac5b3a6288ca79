"""Spacing, doubled and foreign marks, capitals."""
