"""Quotation marks that are lost, doubled, turned, mixed, or in the wrong place."""
