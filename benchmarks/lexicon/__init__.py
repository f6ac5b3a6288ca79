"""Makes the tables of src/tqcheck/bilingual/lexicon/lexicon_data: `build` says from what."""
