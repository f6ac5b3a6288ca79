"""How fast texts are checked, and in how much memory; ``python -m benchmarks.speed.peers`` sets other checkers beside it."""
