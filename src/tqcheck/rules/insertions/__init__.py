"""Brackets that a translator or a machine put in, and brackets that are broken."""
