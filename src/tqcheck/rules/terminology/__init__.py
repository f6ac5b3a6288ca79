"""What a glossary asks for: terms that must be used, that must not, and names that stay as they are."""
