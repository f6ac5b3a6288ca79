"""Fit src/tqcheck/lang/vocabulary_data/en.words and en.letters.

usage: python -m benchmarks.vocabulary.fit SCOWL WORDFREQ

SCOWL is the folder of the word lists that Debian's package ``scowl`` installs (/usr/share/dict/scowl), WORDFREQ the
folder ``wordfreq/data`` of the package of that name. Needs numpy. Takes about three minutes; the seed is fixed.

1. The words: SCOWL's sizes 10 to 35, of sizes 40 to 60 those that no ending makes of a shorter one, without the few
   that a text in English hardly ever holds but one in another language does.
2. The letters: a logistic regression with weights of sequences of letters, Adagrad and a penalty on absolute weights.
   Foreign: frequent words of other languages that are rare in English. English: rare words, words of the web that no
   other language has, misspellings made of common words, syllables of romanised Chinese and Japanese.
3. English inflected forms that the letters call foreign become words of their own.
"""

from __future__ import annotations

import gzip
import random
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tqcheck import lang
from tqcheck.lang.vocabulary import Vocabulary, _sequences
from tqcheck.rules.leftovers._foreign import DERIVED, FLOOR, _is_derived, _is_inflected

DATA = Path(lang.__file__).parent / "vocabulary_data"
LARGE = ("de", "fr", "es", "it", "pl", "cs", "nl", "pt")
SMALL = ("sv", "hu", "ro", "tr", "da", "fi", "sh")
WEIGHT = {"nl": 0.5, "pt": 0.6} | dict.fromkeys(SMALL, 0.25)
REGIONS = ("english", "american", "british", "british_z", "canadian", "australian", "variant_1", "variant_2")
# Words of SCOWL that a text in English hardly ever holds in small letters.
NOT_ENGLISH = """argent bruit cambia ceca chine conduce devo dob dost ese fiche finis fut hallo hast haft hauteur hod incubi interne
loin longueur mes mich moi nix pone pkt syn tali testate tun vend wy wort seigneur travail troppo"""
INITIALS = "b p m f d t n l g k h j q x r z c s y w zh ch sh"
FINALS = "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in ing u ua uo ui"
MORAS = "a i u e o a i u e o a i u e o a i u e o a i u e o ou uu an en on in"
ONSETS = "k g s z t d n h b p m y r w j f ky sh ch ry ny ts"


def scowl(folder: Path, most: int, kinds: Iterable[str] = ("words", "contractions", "abbreviations")) -> set[str]:
    """SCOWL's words up to a size, in lower case."""
    words: set[str] = set()
    for path in folder.iterdir():
        name, _, size = path.name.rpartition(".")
        if size.isdigit() and int(size) <= most and any(name == f"{region}-{kind}" for region in REGIONS for kind in kinds):
            words.update(word.lower() for word in path.read_text("latin-1").split("\n"))
    return {word for word in words if word and not word.endswith("'s") and word.replace("'", "").isalpha()}


def frequencies(folder: Path, language: str) -> dict[str, float]:
    """wordfreq's words with their share of all words."""
    size = "large" if language in (*LARGE, "en") else "small"
    bins = _unpacked(gzip.decompress((folder / f"{size}_{language}.msgpack.gz").read_bytes()))[1:]
    return {word: 10 ** (-centibels / 100) for centibels, words in enumerate(bins) for word in words}


def _unpacked(data: bytes) -> Any:
    """The value of a msgpack file, as far as wordfreq uses the format."""
    place = 0

    def take(size: int) -> bytes:
        nonlocal place
        place += size
        return data[place - size : place]

    def value() -> Any:
        kind = take(1)[0]
        if kind < 0x80:
            return kind
        if kind <= 0x8F:
            return {value(): value() for _ in range(kind & 15)}
        if kind <= 0x9F:
            return [value() for _ in range(kind & 15)]
        if kind <= 0xBF:
            return take(kind & 31).decode()
        if kind in (0xD9, 0xDA):
            return take(take(1)[0] if kind == 0xD9 else struct.unpack(">H", take(2))[0]).decode()
        if kind in (0xDC, 0xDD):
            return [value() for _ in range(struct.unpack(">H", take(2))[0] if kind == 0xDC else struct.unpack(">I", take(4))[0])]
        if kind in (0xCC, 0xCD):
            return int.from_bytes(take(kind - 0xCB), "big")
        raise ValueError(f"msgpack type {kind:#x}")

    return value()


def misspelt(word: str) -> str:
    """The word with a letter lost, two exchanged, one doubled or one too many."""
    at, choice = random.randrange(len(word) - 1), random.random()
    if choice < 0.4:
        return word[:at] + word[at + 1 :]
    if choice < 0.7:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + (word[at] if choice < 0.85 else random.choice("aeiourstln")) + word[at:]


def romanised() -> str:
    """Syllables as romanised Japanese or Chinese has them."""
    onsets, ends = (ONSETS, MORAS) if random.random() < 0.5 else (INITIALS, FINALS)
    starts, rest = [*onsets.split(), ""], ends.split()
    return "".join(random.choice(starts) + random.choice(rest) for _ in range(random.randint(1, 3)))


def examples(words: set[str], rare: set[str], names: set[str], english: Mapping[str, float], foreign: Mapping[str, tuple[float, str]]):  # type: ignore[no-untyped-def]
    """(foreign words, English words), each with a weight."""
    language = lang.load("en")
    vocabulary = Vocabulary(words, dict)

    def usable(word: str) -> bool:
        return word.isalpha() and 2 <= len(word) <= 24 and word not in words

    positive = {
        word: (share * 1e6) ** 0.3 * (0.3 if word in names else 1) * WEIGHT.get(code, 1)
        for word, (share, code) in foreign.items()
        if share > 2e-7 and usable(word) and share > 8 * english.get(word, 0)
    }
    negative = {
        word: (share * 1e6) ** 0.25 * (0.1 if word in names else 0.4 if _is_derived(word, vocabulary, language) else 0.8)
        for word, share in english.items()
        if usable(word) and word.isascii() and foreign.get(word, (0.0,))[0] < 2 * share
    }
    for word in rare:
        if usable(word) and word not in positive:
            negative[word] = max(negative.get(word, 0), 0.3 if _is_derived(word, vocabulary, language) else 0.7)
    common = [word for word, share in english.items() if share > 3e-6 and word in words and len(word) > 4]
    for _ in range(12_000):
        word = misspelt(random.choice(common))
        if usable(word) and word not in positive:
            negative.setdefault(word, 0.5)
    for _ in range(5_000):
        word = romanised()
        if usable(word) and word not in positive:
            negative.setdefault(word, 0.4)
    return positive, negative


def fitted(positive: Mapping[str, float], negative: Mapping[str, float], epochs: int = 8, batch: int = 256) -> dict[str, float]:
    """The weight of each sequence of letters, rounded to tenths; ``*`` is the constant."""
    scale = sum(positive.values()) / sum(negative.values())
    items = [(word, 1.0, weight) for word, weight in positive.items()] + [(word, 0.0, weight * scale) for word, weight in negative.items()]
    random.shuffle(items)
    features = [sorted(set(_sequences(word)) - {"^", "$"}) for word, _, _ in items]
    counts = Counter(sequence for sequences in features for sequence in sequences)
    index = {sequence: number for number, sequence in enumerate(sequence for sequence, count in counts.items() if count >= 60)}
    rows = [np.array([index[sequence] for sequence in sequences if sequence in index], dtype=np.int32) for sequences in features]
    truth = np.array([label for _, label, _ in items])
    weight = np.minimum(np.array([size for _, _, size in items]), 20)
    weight /= weight.mean()
    generator, order = np.random.default_rng(0), np.arange(len(items))
    values, squares, constant, square = np.zeros(len(index)), np.full(len(index), 1e-2), 0.0, 1e-2
    for _ in range(epochs):
        generator.shuffle(order)
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            flat = np.concatenate([rows[i] for i in chosen])
            sizes = np.array([len(rows[i]) for i in chosen])
            logits = np.bincount(np.repeat(np.arange(len(chosen)), sizes), weights=values[flat], minlength=len(chosen)) + constant
            error = (1 / (1 + np.exp(-logits)) - truth[chosen]) * weight[chosen]
            gradient = np.bincount(flat, weights=np.repeat(error, sizes), minlength=len(index)) / batch
            used = np.flatnonzero(gradient)
            squares[used] += gradient[used] ** 2
            step = 0.15 / np.sqrt(squares[used])
            values[used] -= step * gradient[used]
            values[used] = np.sign(values[used]) * np.maximum(np.abs(values[used]) - step * 1e-4, 0)
            square += error.mean() ** 2
            constant -= 0.15 * error.mean() / np.sqrt(square)
    rounded = {sequence: round(float(values[number]), 1) for sequence, number in index.items()}
    return {sequence: value for sequence, value in rounded.items() if value} | {"*": round(float(constant), 1)}


def main(scowl_folder: Path, wordfreq_folder: Path) -> None:
    """Fit and write both files."""
    random.seed(0)
    language, english = lang.load("en"), frequencies(wordfreq_folder, "en")
    foreign: dict[str, tuple[float, str]] = {}
    for code in (*LARGE, *SMALL):
        for word, share in frequencies(wordfreq_folder, code).items():
            foreign[word] = max(foreign.get(word, (0.0, "")), (share, code))
    not_english = set(NOT_ENGLISH.split())
    full = scowl(scowl_folder, 60)
    words = scowl(scowl_folder, 35)
    for word in sorted(full - words, key=lambda word: (len(word), word)):
        if not _is_inflected(word, words, language):
            words.add(word)
    words = {word for word in words if english.get(word, 0) >= 1e-6 or not _is_inflected(word, words, language)}
    names = scowl(scowl_folder, 80, ("upper", "proper-names"))
    positive, negative = examples(words, scowl(scowl_folder, 95) - words, names, english, foreign)
    weights = fitted(positive, negative)
    words -= not_english
    vocabulary = Vocabulary(words, lambda: {letters: 10 * value for letters, value in weights.items()})
    confusable = {word for word in full - words - not_english if vocabulary.foreignness(word) - DERIVED >= FLOOR - 0.3}
    _write(DATA / "en.words", sorted(words | confusable))
    tenths = {letters: round(value * 10) for letters, value in weights.items()}
    _write(DATA / "en.letters", [f"{letters} {value}" for letters, value in sorted(tenths.items()) if value])


def _write(path: Path, lines: Iterable[str]) -> None:
    """Write the lines below the file's head, which says where they come from."""
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    path.write_text("\n".join([*head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
