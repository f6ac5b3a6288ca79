"""Names in two scripts: which one a text has, how they sound, and whether the other text answers them."""
