"""The amounts that a text says, by value: digits and words, dates, times, units and currencies, in any language of CLDR that has data."""
