"""Benchmarks: accuracy, speed and memory, runnable by anyone from the root of the checkout."""
