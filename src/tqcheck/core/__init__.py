"""tqcheck core: the nouns and the engine. It knows no file, no format and no terminal."""
