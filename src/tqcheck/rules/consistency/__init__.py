"""Names, numbers and dates that conflict within one text."""
