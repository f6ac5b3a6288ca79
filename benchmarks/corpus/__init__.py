"""The figures of a scan: memory, what more processes bring, and what comes of a kill."""
