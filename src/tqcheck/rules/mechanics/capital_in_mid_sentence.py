"""The rule capital-in-mid-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Safety
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import BETWEEN_SMALL, CAPITAL_RUN, sight, word

_MIN_RUN = 8
# A word with a capital between two small ones, and what a long run of capitals cannot be without: both are quickly found.
_BETWEEN_SMALL = pattern(r"(?<=\p{Ll} )\p{Lu}\p{Ll}*+(?= \p{Ll})")
_CAPITALS_IN_A_ROW = pattern(r"(?<!\S)(?:[^\p{Ll}\s]\S*+\s++){3}")
_MIN_COMMON_IN_RUN = 3


class CapitalInMidSentence(Rule):
    """A common word has a capital in the middle of a sentence.

    What it finds: a capitalised pronoun, preposition, conjunction or auxiliary between two small words, and long
    stretches in title case within a sentence.

    Why it matters: it marks a clause boundary that was lost, or a stretch that another program wrote.

    When it errs: in names of songs and works without quotation marks; the next word then has a capital too.

    The fix writes a small letter for a single word; for a stretch a person must say which words are names.
    """

    lax_in_chat = True
    triggers = (
        word(BETWEEN_SMALL, "mechanics", "common_words"),
        word(BETWEEN_SMALL, "words", "prepositions", "articles"),
        sight(CAPITAL_RUN),
    )
    bad = (
        Bad("The boats left early ⟦And⟧ nobody waved from the pier.", fixed="The boats left early and nobody waved from the pier."),
        Bad("He looked ⟦Along⟧ the quay and saw ⟦The⟧ boats.", fixed="He looked along the quay and saw the boats."),
        Bad("When the tide came ⟦They⟧ ran to the boats."),
        Bad("Last year the guild ⟦Asked For The Names Of All The Owners And Of Their Ships⟧ in writing."),
        Bad("Die Boote fuhren früh ⟦Und⟧ niemand winkte.", fixed="Die Boote fuhren früh und niemand winkte.", language="de"),
        Bad("Il regarda ⟦Dans⟧ le port et partit.", fixed="Il regarda dans le port et partit.", language="fr"),
        Bad("Los barcos llegaron ⟦Con⟧ la marea.", fixed="Los barcos llegaron con la marea.", language="es"),
    )
    good = (
        Good("She lives in The Hague and read Of Mice and Men.", "names and titles"),
        Good("The question is: Who pays? “We do,” they said. — We do?", "after a colon, a mark or a dash"),
        Good("In May the WHO and IT staff came, and Will may go.", "months, acronyms, names"),
        Good("The Ministry of Ships and Boats and the Office for the Old Town agreed.", "names of offices"),
        Good("How We Lost the Harbour and What Came After", "a headline"),
        Good("The film ‘x’ and the book Under the Bridge are old; a cut of the Behind the Gate series is new.", "titles"),
        Good("Press the button marked For Sale to go on.", "a label"),
        Good("Ich frage Sie, ob Ihnen das Ihre gefällt, und grüße Euch.", "formal address", "de"),
        Good("Das Für und Wider, das Auf und Ab, dem Aus entkam er trotz des Mangels.", "nouns made of other words", "de"),
        Good("Il a lu le roman Après la pluie et vu le film La mer calme.", "titles without marks", "fr"),
        Good("Leyó la novela Sin nombre y vio la película El viejo muelle.", "titles without marks", "es"),
        Good("Ze las het boek De stille haven en zag de film Naar zee.", "titles without marks", "nl"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if passage.text.islower() or passage.is_heading:
            return
        yield from self._single_words(passage)
        yield from self._runs(passage)

    def _single_words(self, passage: Passage) -> Iterator[Finding]:
        candidates = list(_BETWEEN_SMALL.finditer(passage.text))
        if not candidates:
            return
        words, language = passage.words, passage.language
        common = language.words("mechanics", "common_words") | (
            language.words("words", "prepositions") - language.words("mechanics", "may_be_names")
        )
        common |= language.words("words", "articles") - language.words("mechanics", "may_be_names")
        for match in candidates:
            word = match.group()
            if word.lower() not in common:
                continue
            number = words.at(match.start())
            if not 0 < number < len(words) - 1 or words[number] != word:
                continue
            if not (words[number - 1].islower() and words[number + 1].islower() and words.joint(number - 1) == " "):
                continue
            if words.joint(number) != " " or self._opens_a_title(passage, number):
                continue
            if words.lower[number - 1] in language.words("mechanics", "work_nouns"):
                continue
            pronoun = words.lower[number] in passage.language.words("words", "pronouns")
            yield self.finding(
                passage,
                words.starts[number],
                words.ends[number],
                f"“{word}” has a capital in the middle of a sentence.",
                score=0.85,
                edits=[] if pronoun else [(words.starts[number], words.ends[number], word.lower())],
                safety=Safety.UNSAFE,
            )

    def _opens_a_title(self, passage: Passage, number: int) -> bool:
        """True for a preposition before a small article and a capital, as in a title: Behind the Story."""
        words = passage.words
        if passage.language.value("words", "noun_capitals", default=False):
            return words.lower[number + 1] in passage.language.words("words", "conjunctions")  # das Für und Wider
        is_small = words.lower[number + 1] in passage.language.words("words", "articles")
        return is_small and number + 2 < len(words) and words[number + 2][0].isupper()

    def _runs(self, passage: Passage) -> Iterator[Finding]:
        """Long stretches of capitalised words with several common words among them, inside a sentence in lower case."""
        if _CAPITALS_IN_A_ROW.search(passage.text) is None:
            return
        words = passage.words
        common = passage.language.words("mechanics", "common_words") | passage.language.words("words", "articles")
        start = 0
        while start < len(words):
            end = start
            while end < len(words) and not words[end][0].islower() and not (end > start and _ends_sentence(words.joint(end - 1))):
                end += 1
            inside = sum(words.lower[n] in common and not words[n].isupper() for n in range(start + 1, end))
            if end - start >= _MIN_RUN and inside >= _MIN_COMMON_IN_RUN and (start > 0 or end < len(words)):
                first = words[start]
                yield self.finding(
                    passage,
                    words.starts[start],
                    words.ends[end - 1],
                    f"From “{first}” on, {end - start} words in the middle of a sentence have capitals like a title.",
                    score=0.8 if not passage.in_speech(words.starts[start]) else 0.55,
                )
            start = max(end, start + 1)


def _ends_sentence(joint: str) -> bool:
    return any(mark in joint for mark in '.!?:“"‘«”»')
