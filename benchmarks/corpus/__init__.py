"""The figures of scans and searches of a corpus: memory, what more processes bring, and what comes of a kill."""
