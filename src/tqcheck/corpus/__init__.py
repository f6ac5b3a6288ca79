"""Many documents: rows of files and frames, checked in constant memory, on one machine or many."""
