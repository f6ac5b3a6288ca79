"""Marks: what a document is known by among others: keys of its sentences, and a signature that is alike if its words are alike."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

from .. import lang
from ..core.document import Document
from ..core.language import Language
from ..core.pattern import pattern
from ..core.record import Record
from .packages import rensa
from .schemas import storable

KEY_BYTES = 8
BANDS, ROWS = 24, 5
"""The signature has 24 bands of 5 numbers. Two documents are compared if they share a band: of those alike by 0.8 all but one in
ten thousand, of those by 0.6 six in seven, of those by 0.3 one in eighteen."""
SHINGLE = 5
"""So many words in a row are one thing of which documents have more or less in common."""
LEAST_LETTERS = 12
"""A shorter sentence says too little to be told from others: it comes again by chance."""
_SEED = 42
# In scripts that put no spaces between words each character counts as one.
_TOKEN = pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\p{L}\p{M}\p{N}]++")
_LETTER = pattern(r"\p{L}")


class Marks(Record):
    """``sentences``: a key for each that is long enough, each once; ``bands``: keys of the bands; ``signature``: its numbers,
    empty for a document without words."""

    sentences: tuple[bytes, ...]
    bands: tuple[bytes, ...]
    signature: array[int]


def marks_of(document: Document, site: str) -> Marks:
    """The marks of a document; sentences of different sites have different keys."""
    sentences = tuple(dict.fromkeys(key for key, _ in sentences_of(document, site)))
    signature = _signature(document)
    bands = tuple(_key(f"band {band}", signature[band * ROWS : (band + 1) * ROWS].tobytes()) for band in range(BANDS if signature else 0))
    return Marks(sentences, bands, signature)


def sentences_of(document: Document, site: str) -> Iterator[tuple[bytes, str]]:
    """The key and the text of each sentence that is long enough; case and white space make no difference to the key."""
    for passage in document.passages:
        for span in passage.sentences:
            text = passage.text[span.start : span.end]
            if len(_LETTER.findall(text[: 20 * LEAST_LETTERS])) >= LEAST_LETTERS:
                yield _key(f"sentence {site}", " ".join(text.casefold().split()).encode("utf-8", "surrogatepass")), text


def site_key(site: str) -> bytes:
    """The key by which the documents of a site are counted."""
    return _key("site", site.encode("utf-8", "surrogatepass"))


def likeness(one: array[int], other: array[int]) -> float:
    """About how much (0 to 1) the shingles of two documents have in common (Jaccard); its standard error is 0.046 at most."""
    return sum(map(int.__eq__, one, other)) / len(one)


def language_of(text: str, code: str | None) -> Language:
    """The language with this code, or that which is detected."""
    from ..detection import detect

    return lang.load(code or detect(text))


def _signature(document: Document) -> array[int]:
    tokens = [token for passage in document.passages for token in _TOKEN.findall(storable(passage.text).casefold())]
    if not tokens:
        return array("I")
    shingles = {" ".join(tokens[start : start + SHINGLE]) for start in range(max(1, len(tokens) - SHINGLE + 1))}
    minhash = rensa().RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    minhash.update(list(shingles))
    return array("I", minhash.digest())


def _key(kind: str, content: bytes) -> bytes:
    digest = blake2b(kind.encode("utf-8", "surrogatepass"), digest_size=KEY_BYTES)
    digest.update(b"\0")
    digest.update(content)
    return digest.digest()
