"""Writes what the package knows of numbers, months, units and currencies in each language, from CLDR."""
