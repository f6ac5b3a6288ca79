"""What each language has, measured: planted faults, clean text, human text."""
