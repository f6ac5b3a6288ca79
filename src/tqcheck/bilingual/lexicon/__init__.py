"""A lexicon of two languages: places by name, words by concept, the sounds and senses of Han characters.

Its data lie in ``lexicon_data`` and say in their heads where they come from; `benchmarks.lexicon.build` makes them. They
are read when a text has a partner, and once.
"""
