"""The rule lowercase-start."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ...core.blocks import Kind
from ...core.document import Passage
from ...core.finding import Finding
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import OPENING_SMALL, sight
from ._places import is_address_or_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_AFTER_STOP = pattern(r"(?<=\p{Ll}{4}|[»”“)]|(?<![.\p{L}\p{Nd}])(?:\p{Ll}{2,3}|\p{Nd}++))[.?!][”\"’)]?\s++(?=(\p{Ll}[\p{L}'’]*+))")
_AFTER_SHORT_NOUN = pattern(r"(?<=(?<![.\p{L}\p{Nd}])\p{Lu}\p{Ll}{2,3})[.?!]\s++(?=(\p{Ll}[\p{L}'’]*+))")
_FIRST = pattern(r"[\"“‘'«]?(\p{Ll}[\p{L}'’]*+)(?![\p{Nd}_:/@.-]\S|:\s)")
_SELDOM_FIRST = ("prepositions", "conjunctions", "auxiliaries")
_CLOSERS = " \"”’')»“‹"
_ENDS_WITH_STOP = tuple('.!?…”"’)»“')


class LowercaseStart(Rule):
    """A sentence begins with a small letter.

    What it finds: a paragraph, or a sentence after a full stop, whose first word is small.

    Why it matters: its beginning was lost, or the capitals of the whole text were.

    When it errs: in verse, in lists of terms, and where a line goes on from the line before.

    The fix writes a capital.
    """

    lax_in_chat = True
    triggers = (sight(OPENING_SMALL),)
    bad = (
        Bad("⟦the⟧ harbour was closed for a week.", fixed="The harbour was closed for a week."),
        Bad("It was cold and wet. ⟦they⟧ went home.", fixed="It was cold and wet. They went home."),
        Bad("The harbour was closed. ⟦nobody⟧ knew why.", fixed="The harbour was closed. Nobody knew why."),
        Bad("Es war kalt und nass. ⟦sie⟧ gingen nach Hause.", fixed="Es war kalt und nass. Sie gingen nach Hause.", language="de"),
        Bad("Il faisait froid. ⟦ils⟧ sont rentrés.", fixed="Il faisait froid. Ils sont rentrés.", language="fr"),
        Bad(
            "Contó «el puerto está vacío». ⟦los⟧ barcos no salen.",
            fixed="Contó «el puerto está vacío». Los barcos no salen.",
            language="es",
        ),
    )
    good = (
        Good("The lake (max. depth 12 m) is cold.", "an abbreviation after a bracket"),
        Good("We need 3 AA bat. not more, min. two.", "unknown abbreviations"),
        Good("Read vol. 3. and 4. in that order.", "numbers with a stop"),
        Good("iPhone sales fell, and eBay closed. iOS is old.", "brands"),
        Good("de la Cruz won. von Hagen lost.", "particles of names"),
        Good("- milk\n- bread from the shop\n- two eggs", "list items"),
        Good("“Stop!” he cried. “Where to?” she asked.", "a reporting clause"),
        Good("The harbour was closed for\na week, and nobody knew.", "a line that goes on"),
        Good("Apples, pears, plums etc. are sold here. See www.example.com, i.e. our page.", "abbreviations and addresses"),
        Good("the harbour sleeps\nthe nets are dry\nno gull will keep\nthe hour by", "verse"),
        Good("The boat is here.\nwill you come to the pier?\nNo.\nok then we go without you.", "lines of a chat"),
        Good("harbour master", "a term"),
        Good("Norland won the cup again. dpa", "the mark of an agency"),
        Good("It pays for damages that are the result of:\nany faults that were there before.", "a line that goes on after a colon"),
        Good("Well... maybe. Why? because.", "a pause and a short answer"),
        Good("Am 3. und am 21. des Monats, im 19. und 20. Jahrhundert, bzw. später.", "ordinals", "de"),
        Good("’s Ochtends vaart de boot. ’t Is laat, en ’s avonds niet.", "the capital stands in the second word", "nl"),
        Good("«¿Vienes?» dijo. Pág. tres, etc. y más.", "abbreviations and speech", "es"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        text = passage.text
        first = _FIRST.match(text)
        if first is not None and self._starts_a_sentence(passage, first):
            yield self._small(passage, first.start(1), first.group(1), 0.85 if text.rstrip(_CLOSERS)[-1:] in tuple(".!?") else 0.45)
        nouns = passage.language.value("words", "noun_capitals", default=False)
        for match in chain(_AFTER_STOP.finditer(text), _AFTER_SHORT_NOUN.finditer(text) if nouns else ()):
            word = match.group(1)
            if match.group()[0] == "." and not match.group()[1:].startswith(tuple('”"’')) and self._is_plain(passage, word, match):
                yield self._small(passage, match.end(), word, 0.8)

    def _starts_a_sentence(self, passage: Passage, first: regex.Match[str]) -> bool:
        """False for terms, list items, brands, verse, and lines that go on from the one before."""
        word = first.group(1)
        if len(passage.words) < 4 or passage.block.kind is not Kind.PARAGRAPH or not _is_small_word(passage, word):
            return False
        if is_address_or_code(passage.text, first.start(1)):
            return False
        before = passage.previous
        if before is not None and not before.text.endswith(_ENDS_WITH_STOP):
            return False
        if before is not None and not passage.block.apart and _is_chat(passage, word):
            return False
        following = passage.following
        if following is not None and not following.block.apart and following.text[:1].islower():
            return False
        return passage.text.endswith(_ENDS_WITH_STOP) or len(passage.words) >= 8

    def _is_plain(self, passage: Passage, word: str, match: regex.Match[str]) -> bool:
        before = passage.text[max(0, match.start() - 20) : match.start()].rpartition(" ")[2].rpartition("(")[2]
        may_be_abbreviation = not before[-4:].isalpha() or len(before) < 4
        if before.isdecimal() and passage.language.value("sentences", "ordinals_have_stops", default=False):
            return False
        if may_be_abbreviation and (not _may_begin(passage, word) or (before.isdigit() and len(before) < 2)):
            return False
        if before.lower() in passage.language.words("sentences", "abbreviations") or not _is_small_word(passage, word):
            return False
        is_last = match.end() + len(word) >= len(passage.text) or passage.text[match.end() + len(word)] in ".!?"
        return (
            (len(word) > 1 or word in passage.language.words("words", "articles"))
            and not is_last
            and not is_address_or_code(passage.text, match.end())
            and not is_address_or_code(passage.text, match.start())
        )

    def _small(self, passage: Passage, place: int, word: str, score: float) -> Finding:
        return self.finding(
            passage,
            place,
            place + len(word),
            f"The sentence begins with a small letter: “{word}”.",
            score=score,
            edits=[_capital(passage, place)],
        )


def _is_chat(passage: Passage, word: str) -> bool:
    """True for a line of a chat, which many write small on purpose: a question, or a line that begins with yes, thanks, i."""
    return passage.text.endswith("?") or word in passage.language.words("mechanics", "chat_starts")


def _may_begin(passage: Passage, word: str) -> bool:
    """True for words that begin a sentence and seldom follow an abbreviation."""
    language = passage.language
    seldom = language.words("mechanics", "seldom_first").union(*(language.words("words", key) for key in _SELDOM_FIRST))
    begins = language.words("words", "pronouns") | language.words("words", "articles") | language.words("mechanics", "common_words")
    return word in begins and word not in seldom


def _is_small_word(passage: Passage, word: str) -> bool:
    return word.islower() and word not in passage.language.words("mechanics", "small_starts")


def _capital(passage: Passage, place: int) -> tuple[int, int, str]:
    """The edit that writes a capital, of two letters where the language takes these as one: Dutch IJ."""
    pair = passage.text[place : place + 2]
    if pair in passage.language.words("mechanics", "letters_as_one"):
        return place, place + 2, pair.upper()
    return place, place + 1, passage.language.raised(pair[0])
