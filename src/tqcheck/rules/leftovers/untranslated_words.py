"""The rule untranslated-words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.pattern import pattern
from ...core.rule import Bad, Compared, Good, Rule
from ...core.span import Span
from ...core.triggers import CAPITALISED, FOREIGN, SHOUTING, SMALL, holds, passing, sight
from ...lang.vocabulary import vocabulary
from ._foreign import OF_THE_LIST, ForeignWord, foreign_words
from ._places import code_spans, excerpt, in_code, quotations_around
from ._scripts import foreign_scripts, script_name

_ADDRESS = frozenset("/@#_\\=&-’'")
_PAUSES = frozenset('.!?()[]“”"«»„')
_GAP = 2
_SHORT = 4
_VOWELS = frozenset("aeiouy")
_RUN = 3
_SHORT_QUOTATION_WORDS = 8
_REPEATED = 3
_REPEATED_REACH = 10_000
_CAPITALS = pattern(r"(?<![\p{L}\p{Nd}'’.-])\p{Lu}{5,}+(?: \p{Lu}{5,}+){2,}+(?![\p{L}\p{Nd}'’-])")
_LATIN = pattern(r"(?:us|um|is|ae|ensis|oides|ens|ans|alis|aris|ica|folia|ata)\Z")
# A short bracket behind a word explains it.
_GLOSS = pattern(r"""\s\((?!e\.g|i\.e|in |on |at )["“']?\p{Ll}[\p{L}'’-]{0,20}+(?:\s[\p{L}'’-]{1,20}+){0,2}+["”']?\)""")


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
    triggers = (
        holds(FOREIGN),
        passing(SMALL, "leftovers._foreign:may_be_foreign"),
        passing(CAPITALISED, "leftovers._foreign:may_be_foreign_noun"),
        sight(SHOUTING),
    )
    bad = (
        Bad("They opened the new ⟦工厂⟧ last week."),
        Bad("The ferry left the ⟦город⟧ at noon and came ⟦वापस⟧ late."),
        Bad("He asked for a longer ⟦odpowiedź⟧ from the mayor."),
        Bad("The mayor spoke of a ⟦schwierige⟧ winter, ⟦und⟧ he was right."),
        Bad("The new part of ⟦SHIRATAMA KURODA MONOGATARI⟧ comes out in May."),
        Bad("They want to build a new ⟦Brücke⟧ over the river."),
        Bad("The committee has ⟦decidido aplazar⟧ the vote."),
        Bad("We waited for the ferry. ⟦Die Fähre kommt heute leider nicht mehr⟧. So we walked."),
        Bad("Funkcja ⟦returns the number of items⟧, gdy lista nie jest pusta.", language="pl"),
        Bad("Корабль вышел утром. ⟦The harbour was closed for a week and nobody knew why⟧. Стало тихо.", language="ru"),
        Bad("Loď vyplula ráno. ⟦Der Hafen war für eine Woche geschlossen und niemand wusste, warum⟧. Bylo ticho.", language="cs"),
        Bad("⟦新しい工場が先週開業した。⟧\n\nThe factory opened last week."),
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
        Good("The unvaccinated superheroes rebranded their microbreweries.", "new words made of known ones"),
        Good("The dish, called żurek, is sour; the so-called Mittelstand is rich.", "words that the text introduces"),
        Good("Widziała w kinie „The Return of the King” i słuchała potem The Sound of Silence.", "titles", language="pl"),
        Good("Meeting z teamem był o deadline na feedback, mówi manager firmy.", "loanwords", language="pl"),
        Good("Он сказал: «I am the king of the world!» и купил iPhone 15 Pro Max.", "a quotation and a name", language="ru"),
        Good("She shrugged ¯\\_(ツ)_/¯ and left (´･ω･`).", "faces"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """What stands in the source letter by letter was left untranslated, unless the source is in another script: then it is a name."""
        counterpart = compared.counterpart
        is_foreign_there = counterpart.language.script != compared.passage.language.script
        is_reference = counterpart.language.code == compared.passage.language.code
        return (is_foreign_there or is_reference) and super().is_excused(compared)

    def check(self, passage: Passage) -> Iterator[Finding]:
        if not passage.text.isascii():
            yield from self._other_scripts(passage)
        yield from self._same_script(passage)

    def _other_scripts(self, passage: Passage) -> Iterator[Finding]:
        code = code_spans(passage)
        for start, end, score in foreign_scripts(passage):
            if in_code(code, start) or (score < 1 and _is_introduced(passage, passage.words.at(start))):
                continue
            words = passage.text[start:end]
            yield self.finding(
                passage, start, end, f"“{excerpt(words)}” ({script_name(words)}) was not translated.", score=min(score, 0.95)
            )

    def _same_script(self, passage: Passage) -> Iterator[Finding]:
        yield from self._capitals(passage)
        found = list(foreign_words(passage))
        if not found or passage.text.islower():
            return
        code = code_spans(passage)
        for run in _runs(passage, found):
            if len(run) > 1 and _is_name(passage, run):
                continue
            if len(run) < _RUN:
                run = [word for word in run if not _is_excused(passage, word)]
                parts = list(_runs(passage, run)) if run else []
            else:
                parts = [run]
            for part in parts:
                start, end = _place(passage, part)
                if not _is_quoted_phrase(passage, start, end) and not in_code(code, start):
                    yield self.finding(
                        passage,
                        start,
                        end,
                        _message(passage, start, end, part),
                        score=_score(part),
                    )

    def _capitals(self, passage: Passage) -> Iterator[Finding]:
        """Three and more words in capitals that the language does not know: a title that was only spelt in Latin letters."""
        known = vocabulary(passage.language.code)
        if known is None or passage.text.isupper():
            return
        for match in _CAPITALS.finditer(passage.text):
            words = match.group().lower().split(" ")
            if not any(word in known.words for word in words) and not _is_quoted_phrase(passage, *match.span()):
                message = f"“{excerpt(match.group())}” was spelt in Latin letters and not translated."
                yield self.finding(passage, *match.span(), message, score=0.6)


def _message(passage: Passage, start: int, end: int, run: Sequence[ForeignWord]) -> str:
    words = excerpt(passage.text[start:end])
    if len(run) == 1 and run[0].strength < OF_THE_LIST:
        return f"“{words}” is no {passage.language.name} word: it was left in another language, or misspelt."
    return f"“{words}” looks like another language and was not translated."


def _place(passage: Passage, run: Sequence[ForeignWord]) -> tuple[int, int]:
    """Where a run begins and ends; a sentence that mostly is one run is taken as a whole, without its final mark."""
    words = passage.words
    start, end = words.starts[run[0].number], words.ends[run[-1].number]
    if len(run) >= _RUN and vocabulary(passage.language.code) is not None:
        sentence = passage.sentences[max(0, bisect_right(passage.sentences, start, key=_start) - 1)]
        if (end - start) * 2 > sentence.end - sentence.start:
            inside = range(words.at(sentence.start), words.at(sentence.end - 1))
            start = min(start, words.starts[inside.start])
            end = max(end, words.ends[max(inside.stop - 1, inside.start)])
    return start, end


def _start(span: Span) -> int:
    return span.start


def _score(run: Sequence[ForeignWord]) -> float:
    if len(run) >= _RUN:
        return 0.9
    best = max(word.strength for word in run) + 0.8 * (len(run) - 1)
    return round(min(0.92, 0.55 + max(0.0, best + 1) * 0.08), 2)


def _runs(passage: Passage, words: Sequence[ForeignWord]) -> Iterator[list[ForeignWord]]:
    """Words that stand beside each other, or, in a longer stretch, with at most two between."""
    run: list[ForeignWord] = []
    for word in words:
        if run and not _goes_on(passage, run, word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on(passage: Passage, run: Sequence[ForeignWord], word: ForeignWord) -> bool:
    last = run[-1].number
    if word.number - last > (1 if len(run) < _RUN else 1 + _GAP):
        return False
    return _PAUSES.isdisjoint(passage.text[passage.words.ends[last] : passage.words.starts[word.number]])


def _is_name(passage: Passage, run: Sequence[ForeignWord]) -> bool:
    """True if no word of the run is small but function words: a foreign name or title."""
    return not any(passage.words[word.number].islower() for word in run if word.strength != OF_THE_LIST)


def _is_excused(passage: Passage, word: ForeignWord) -> bool:
    """True for a foreign word that is at home: in an address, a name, a term that the text explains or repeats."""
    words, text, number = passage.words, passage.text, word.number
    start, end = words.starts[number], words.ends[number]
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    beginnings = passage.language.phrases("leftovers", "word_beginnings")
    if before == "-" and number and words.lower[number - 1] in beginnings and word.strength >= OF_THE_LIST:
        before = ""
    if words[number].isascii() and len(words[number]) <= _SHORT and _VOWELS.isdisjoint(words.lower[number]):
        return True
    if before in _ADDRESS or after in _ADDRESS or text[end : end + 3] == "://" or (after == "." and text[end + 1 : end + 2].isalnum()):
        return True
    if (before == "." and text[start - 2 : start - 1].isalnum()) or _GLOSS.match(text, end) or _is_introduced(passage, number):
        return True
    if _is_alone_in_bracket(text, start, end) or _is_part_of_name(passage, word):
        return True
    place = passage.start + start
    around = passage.document.text[max(0, place - _REPEATED_REACH) : place + _REPEATED_REACH]
    return around.count(text[start:end]) >= _REPEATED and word.strength != OF_THE_LIST


def _is_introduced(passage: Passage, number: int) -> bool:
    """True if the word before (or the one before an article or “as”) says that a word, a name or a term follows."""
    lower = passage.words.lower
    cues = passage.language.words("leftovers", "introducing_words")
    if number and lower[number - 1] in cues:
        return True
    between = lower[number - 1] in passage.language.words("words", "articles") or lower[number - 1] == "as" if number > 1 else False
    return between and lower[number - 2] in cues


def _is_alone_in_bracket(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start].rstrip(), text[end : end + 2].lstrip()
    return before[-1:] in ("(", "[", "“", '"', "‘", "'", "«") and after[:1] in (")", "]", "”", '"', "’", "'", "»", ",")


def _is_part_of_name(passage: Passage, word: ForeignWord) -> bool:
    """True beside unknown capitalised words (Bild und Funk, Stiftung Warentest) and in the names of species."""
    words, number = passage.words, word.number
    previous = words[number - 1] if number and words.joint(number - 1).isspace() else ""
    following = words[number + 1] if number + 1 < len(words) and words.joint(number).isspace() else ""
    if words[number][0].isupper():
        behind_small = not previous[:1].isupper() or previous.lower() in passage.language.words("words", "articles")
        return _is_name_like(passage, previous) or (following[:1].isupper() and behind_small)
    if previous[:1].isupper() and following[:1].isupper() and (word.strength == OF_THE_LIST or len(words.lower[number]) < 4):
        return True
    return words.lower[number].endswith("ii") or (previous[:1].isupper() and _LATIN.search(words.lower[number]) is not None)


def _is_name_like(passage: Passage, word: str) -> bool:
    """True for a capitalised word that is no word of the language."""
    if not word[:1].isupper() or word.isupper() or word.endswith(("'s", "’s")):
        return False
    known = vocabulary(passage.language.code)
    return known is None or word.lower() not in known.words


def _is_quoted_phrase(passage: Passage, start: int, end: int) -> bool:
    """True if the words fill most of a short quotation."""
    return any(
        passage.text.count(" ", pair.opener, pair.closer) < _SHORT_QUOTATION_WORDS or (end - start) * 2 > pair.closer - pair.opener
        for pair in quotations_around(passage, start, end)
    )
