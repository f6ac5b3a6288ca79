"""What a translation lost, added or changed, seen beside its source or a reference."""
