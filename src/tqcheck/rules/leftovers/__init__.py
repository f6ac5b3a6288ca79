"""What was not translated, what the tools left in the text, and the furniture of web pages."""
