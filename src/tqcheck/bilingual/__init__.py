"""What two texts that say the same have in common: what of one can be found again in the other, whatever their languages."""
