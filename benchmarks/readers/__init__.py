"""How long the readers take, beside the check of what they read."""
