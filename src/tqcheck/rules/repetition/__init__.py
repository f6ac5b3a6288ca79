"""Words, phrases, sentences and paragraphs said twice, and loops."""
