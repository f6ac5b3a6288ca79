"""Sentences and texts that break off, and words that are stranded."""
