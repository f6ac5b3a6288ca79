"""The rule untranslated-words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule
from ._foreign import ForeignWord, foreign_words
from ._places import excerpt, in_code
from ._scripts import foreign_scripts, script_name

_ADDRESS = frozenset("/@#_\\=&-’'")
_GAP = 2
_RUN = 3
_SHORT_QUOTATION_WORDS = 8
_CUE_REACH = 4
_REPEATED = 3
_REPEATED_REACH = 10_000


class UntranslatedWords(Rule):
    """Words were left in another language.

    What it finds: words in another script inside the text (`the new 工厂`), and words of another language in the same
    script, which are told by their letters and by lists of the commonest (`the new fábrica`).

    Why it matters: the reader cannot read them, and the sentence has a hole.

    When it errs: with rare loanwords and terms, the names of dishes, plants and plays. Names, quotations of foreign
    phrases, glosses in brackets and words that the text explains are left alone.

    There is no fix: the words must be translated.
    """

    severity = Severity.MAJOR
    bad = (
        Bad("They opened the new ⟦工厂⟧ last week."),
        Bad("The ferry left the ⟦город⟧ at noon and came ⟦वापस⟧ late."),
        Bad("He asked for a longer ⟦odpowiedź⟧ from the mayor."),
        Bad("The mayor spoke of a ⟦schwierige⟧ winter, ⟦und⟧ he was right."),
        Bad("They want to build a new ⟦Brücke⟧ over the river."),
        Bad("The committee has ⟦decidido aplazar⟧ the vote."),
        Bad("We waited for the ferry. ⟦Die Fähre kommt heute leider nicht mehr⟧, so we walked."),
        Bad("他们的新工厂已经开业了。", language="en"),
    )
    good = (
        Good("The word “город” means town, and so does 町 (town).", "words that the text speaks of"),
        Good("The novelist Natsu Mori (森夏) was born in Alder.", "a name in its own script"),
        Good("The angle α and the width Δt are 5 µm; β-carotene.", "signs of science"),
        Good("Olga Brenner read the Süddeutsche Zeitung in the Café Zürich near the Łódź station.", "names"),
        Good("“Guten Morgen, liebe Kinder,” she said, and we answered in English.", "a foreign phrase in quotation marks"),
        Good("The court acts ex officio, and the café serves crème brûlée à la carte.", "loanwords"),
        Good("Write to post@fähre.example or see www.stadtwerke.example/über-uns for more.", "addresses"),
        Good("Their neighbour collects Achillea millefolium and Bellis perennis.", "names of species"),
        Good("The unvaccinated superrich rebranded their microbreweries.", "new words made of known ones"),
        Good("The dish, called żurek, is sour; the so-called Mittelstand is rich.", "words that the text introduces"),
        Good("She shrugged ¯\\_(ツ)_/¯ and left (´･ω･`).", "faces"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if not passage.text.isascii():
            yield from self._other_scripts(passage)
        yield from self._same_script(passage)

    def _other_scripts(self, passage: Passage) -> Iterator[Finding]:
        for start, end, score in foreign_scripts(passage):
            if in_code(passage, start) or (score < 1 and _is_introduced(passage, passage.words.at(start))):
                continue
            words = passage.text[start:end]
            yield self.finding(
                passage, start, end, f"“{excerpt(words)}” ({script_name(words)}) was not translated.", score=min(score, 0.95)
            )

    def _same_script(self, passage: Passage) -> Iterator[Finding]:
        found = list(foreign_words(passage))
        if not found or passage.text.islower():
            return
        for run in _runs(found):
            if len(run) < _RUN:
                run = [word for word in run if not _is_excused(passage, word)]
                parts = list(_runs(run)) if run else []
            else:
                parts = [run]
            for part in parts:
                start, end = passage.words.starts[part[0].number], passage.words.ends[part[-1].number]
                if not _is_quoted_phrase(passage, start, end) and not in_code(passage, start):
                    yield self.finding(
                        passage,
                        start,
                        end,
                        f"“{excerpt(passage.text[start:end])}” looks like another language and was not translated.",
                        score=_score(part),
                    )


def _score(run: Sequence[ForeignWord]) -> float:
    if len(run) >= _RUN:
        return 0.9
    best = max(word.strength for word in run) + 0.8 * (len(run) - 1)
    return round(min(0.92, 0.55 + max(0.0, best + 1) * 0.08), 2)


def _runs(words: Sequence[ForeignWord]) -> Iterator[list[ForeignWord]]:
    """Words that stand beside each other, or, in a longer stretch, with at most two between."""
    run: list[ForeignWord] = []
    for word in words:
        if run and word.number - run[-1].number > (1 if len(run) < _RUN else 1 + _GAP):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_excused(passage: Passage, word: ForeignWord) -> bool:
    """True for a foreign word that is at home: in an address, a name, a term that the text explains or repeats."""
    words, text, number = passage.words, passage.text, word.number
    start, end = words.starts[number], words.ends[number]
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _ADDRESS and before or after in _ADDRESS and after or (after == "." and text[end + 1 : end + 2].isalnum()):
        return True
    if (before == "." and text[start - 2 : start - 1].isalnum()) or text[end : end + 2] == " (" or _is_introduced(passage, number):
        return True
    if _is_alone_in_bracket(text, start, end) or _is_part_of_name(passage, number):
        return True
    place = passage.start + start
    around = passage.document.text[max(0, place - _REPEATED_REACH) : place + _REPEATED_REACH]
    return word.strength < _REPEATED and around.count(text[start:end]) >= _REPEATED


def _is_introduced(passage: Passage, number: int) -> bool:
    """True if one of the words before says that a word, a name or a term follows."""
    cues = passage.language.words("leftovers", "introducing_words")
    return any(word in cues for word in passage.words.lower[max(0, number - _CUE_REACH) : number])


def _is_alone_in_bracket(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start].rstrip(), text[end : end + 2].lstrip()
    return before[-1:] in ("(", "[", "“", '"', "‘", "'", "«") and after[:1] in (")", "]", "”", '"', "’", "'", "»", ",")


def _is_part_of_name(passage: Passage, number: int) -> bool:
    """True between two capitals (Bild und Funk) and behind a capitalised unknown word with a Latin ending (species)."""
    words = passage.words
    starts_sentence = number == 0 or words.joint(number - 1).strip() != ""
    previous = "" if starts_sentence else words[number - 1]
    following = words[number + 1] if number + 1 < len(words) and words.joint(number) == " " else ""
    if words[number][0].isupper():
        return previous[:1].isupper() and previous.lower() not in passage.language.words("words", "articles") or following[:1].isupper()
    if previous[:1].isupper() and following[:1].isupper():
        return True
    return previous[:1].isupper() and _LATIN.search(words.lower[number]) is not None


_LATIN = regex.compile(r"(?:us|um|is|ii|ae|ensis|oides|ens|ans|alis|aris|ica|folia|ata)\Z")


def _is_quoted_phrase(passage: Passage, start: int, end: int) -> bool:
    """True if the words fill most of a short quotation."""
    for pair in passage.quotation.quoted:
        if pair.opener < start and end <= pair.closer:
            length = passage.text.count(" ", pair.opener, pair.closer) + 1
            return length <= _SHORT_QUOTATION_WORDS or (end - start) * 2 > pair.closer - pair.opener
    return False
