"""The rule misplaced-mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ...core.document import Passage
from ...core.finding import Finding
from ...core.language import Language
from ...core.pattern import pattern
from ...core.rule import Bad, Good, Rule
from ...core.triggers import BEFORE_MARK, NUMBER, SMALL_LETTER, WHITE, across, beside, word
from ._places import is_address_or_code, token_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    import regex

_WORD_BEFORE = pattern(r"(?<![\w'’‘ʼ.])([\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*+(?:['’][\p{L}\p{M}\p{Nd}]++)*+)%?,?\Z")
_LONGEST_WORD = 60
_SMALL_WORD = pattern(r"\p{Ll}{2,24}+(?!\w)")
_ANY_WORD = pattern(r"[\p{L}\p{M}]++")
_LIST_REACH = 200
_STRAY = "_^~@"
_LONE_APOSTROPHE = pattern(r"(?<!\p{L})'|'(?!\p{L})")
_FOLLOWING = pattern(r" (\p{L}++)")


class MisplacedMark(Rule):
    """A mark stands where none can.

    What it finds: a mark after a word that needs the next one (an article, a preposition, an auxiliary), a question or
    exclamation mark before a small letter, and signs such as _ or ^ stuck to a word.

    Why it matters: the sentence is cut in the wrong place.

    When it errs: after a word that is named and not used.

    The fix takes the mark away.
    """

    lax_in_chat = True
    triggers = (
        word(BEFORE_MARK, "words", "articles"),
        across("?!;:", SMALL_LETTER + NUMBER),
        across(".", SMALL_LETTER),
        beside("'_^~@", WHITE),
        word(BEFORE_MARK, "mechanics", "never_before_a_comma", "never_before_a_question_mark", "never_before_an_exclamation_mark"),
    )
    bad = (
        Bad("The road leads to⟦;⟧ the harbour.", fixed="The road leads to the harbour."),
        Bad("The old⟦?⟧ road leads to the harbour.", fixed="The old road leads to the harbour."),
        Bad("The half-built⟦_⟧ mole broke again.", fixed="The half-built mole broke again."),
        Bad("The road clearly⟦_⟧ leads to the harbour.", fixed="The road clearly leads to the harbour."),
        Bad("The ferry carries more⟦:⟧ than a hundred people.", fixed="The ferry carries more than a hundred people."),
        Bad("He was born in⟦'⟧ the old town.", fixed="He was born in the old town."),
        Bad("The road leads to the⟦?⟧ Old Gate.", fixed="The road leads to the Old Gate."),
        Bad("The guild of the⟦.⟧ fishers agreed.", fixed="The guild of the fishers agreed."),
        Bad("Der Weg führt zu dem⟦;⟧ Hafen der Stadt.", fixed="Der Weg führt zu dem Hafen der Stadt.", language="de"),
        Bad("La route mène au⟦?⟧ port de la ville.", fixed="La route mène au port de la ville.", language="fr"),
        Bad("El camino lleva a la⟦:⟧ plaza vieja.", fixed="El camino lleva a la plaza vieja.", language="es"),
        Bad("De weg leidt naar de⟦!⟧ haven.", fixed="De weg leidt naar de haven.", language="nl"),
    )
    good = (
        Good("What are you looking at? Come in, please.", "particles at the end of a clause"),
        Good("“Where to?” she asked. “Stop!” he cried.", "marks inside a quotation"),
        Good("Yahoo! news is older than Jeopardy! reruns on TV.", "names that end in a mark"),
        Good("Eleven, she had; eleven, I had. So it is; that is all.", "clauses that end in an auxiliary"),
        Good("A: So am I. Q: Why?", "labels of speakers"),
        Good("It is, however, old. He was, in short, tired, and so am I, as it is; that is, very.", "insertions between commas"),
        Good("The options are: open, shut.", "a list after a verb"),
        Good("Use a_b and ~ in paths, @home, and 5 ^ 2.", "signs that stand for themselves"),
        Good("The boys' boat and James' net. Rock 'n' roll. The singin' sailor.", "possessives and elisions"),
        Good("Take it off the list; of course, not all do.", "a clause after a semicolon"),
        Good("He wrote of, and for, the poor.", "two prepositions with one noun"),
        Good("Was ist das? Ich weiß das; er nicht. Er stellte den Betrieb ein; dann ging er.", "a pronoun and a separated prefix", "de"),
        Good("Donne-le; prends-la! Qui l’a? Est-ce un ? Non.", "pronouns with a hyphen", "fr"),
        Good("Ik weet het; hij niet. Wat is het? Niets.", "a pronoun", "nl"),
        Good("Jag vet det; han inte. Vad är det? Inget.", "a pronoun", "sv"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        if not passage.language.words("mechanics", "needs_a_follower"):
            return
        text = passage.text
        for match in _marks(passage.language).finditer(text):
            place, mark, following = match.start(), match.group(), text[match.end() + 1]
            before = _WORD_BEFORE.search(text, max(0, place - _LONGEST_WORD), place)
            if before is None or (mark in "?!:;." and text[before.start() - 1 : before.start()] == "-"):
                continue
            score = self._score(passage, before.group(1).lower(), mark, following, place)
            if score >= 0.5 and not (mark not in _STRAY and is_address_or_code(text, before.start())):
                yield self.finding(
                    passage,
                    place,
                    place + 1,
                    f"The “{mark}” after “{before.group(1)}” cuts the sentence where no mark can stand.",
                    score=score,
                    edits=[(place, place + 1, "")],
                )

    def _score(self, passage: Passage, word: str, mark: str, following: str, place: int) -> float:
        language, written = passage.language, passage.text[place - len(word) : place]
        if mark in _STRAY:
            return 0.85 if not any(sign in token_at(passage.text, place)[:-1] for sign in "_^~@/\\") else 0.0
        if mark == "'":
            return self._apostrophe_score(passage, word, place)
        if len(written) == 1 and written.isupper():
            return 0.0
        never = word in language.words("mechanics", "never_before_a_comma")
        if mark in "?!:;." and (self._parts_a_pair(passage, word, place) or _is_article_alone(passage, word, place)):
            return 0.75
        if mark in "?!":
            return self._question_score(passage, written, following, place)
        if not (following.islower() or following.isdigit()):
            if language.value("words", "noun_capitals", default=False):
                never = word in language.words("mechanics", "needs_a_follower")
            return 0.8 if mark in ":;" and never and not written.isupper() else 0.0
        if mark in ";:":
            return 0.8 if _needs_the_next(passage, word, mark, place) else 0.0
        if mark == ".":
            return 0.8 if following.islower() and word in language.words("mechanics", "needs_a_follower") else 0.0
        return 0.8 if never and written.islower() and following.islower() and not _is_insertion(passage, place) else 0.0

    def _apostrophe_score(self, passage: Passage, word: str, place: int) -> float:
        """A lone ' at the end of a word that has no plural: no possessive, no elision, no closing mark."""
        if not passage.language.value("mechanics", "elides_at_the_end", default=False):
            return 0.0
        needy = word in passage.language.words("mechanics", "needs_a_follower")
        may_elide = not needy and word.endswith(("s", "x", "z", "in", "o", "th", "ol", "an", "ain"))
        if may_elide or not word.isalpha() or len(word) < 2 or len(list(islice(_LONE_APOSTROPHE.finditer(passage.text), 2))) > 1:
            return 0.0
        reading = passage.quotation
        closes = any(pair.closer == place for pair in reading.quoted) or any(fault.place == place for fault in reading.faults)
        return 0.0 if closes else 0.7

    def _question_score(self, passage: Passage, written: str, following: str, place: int) -> float:
        """A question or exclamation mark after a word that needs the next, or before a small letter.

        Before a small letter it may also be a name such as Yahoo!, or speech.
        """
        language, mark, word = passage.language, passage.text[place], written.lower()
        if word in language.words("mechanics", "never_before_a_question_mark"):
            return 0.7
        if mark == "!" and word in language.words("mechanics", "never_before_an_exclamation_mark"):
            return 0.65
        if not (following.islower() or following.isdigit()) or not language.value("mechanics", "question_ends_sentence", default=False):
            return 0.0
        if written[:1].isupper() or passage.in_speech(place):
            is_name = passage.in_speech(place) or written.lower() in passage.language.words("mechanics", "names_with_marks")
            return 0.3 if is_name else 0.6
        return 0.75

    def _parts_a_pair(self, passage: Passage, word: str, place: int) -> bool:
        """True if the mark stands between two words that belong together, or before one that needs the word before it."""
        match = _FOLLOWING.match(passage.text, place + 1)
        if match is None or not match[1].islower() or passage.text[match.end() : match.end() + 1] in (".", "!", "?"):
            return False  # a word alone between two marks is stranded, and no mark is misplaced
        language, is_semicolon = passage.language, passage.text[place] == ";"  # after one, a clause may begin: of course …
        needs_word_before = match[1] in language.words("mechanics", "never_after_a_mark") and not is_semicolon
        return needs_word_before or f"{word} {match[1]}" in language.phrases("mechanics", "pairs")


def _marks(language: Language) -> regex.Pattern[str]:
    """Marks before a space and a word. Of the many commas and full stops only those before a small letter count, and a comma
    only after a word that can have none."""
    made: regex.Pattern[str] | None = language.cached("misplaced-mark")
    if made is None:
        needy = "|".join(language.phrases("mechanics", "never_before_a_comma")) or r"(?!)"
        source = rf"[?!;:~^@_'](?= \S)|\.(?= \p{{Ll}})|(?<=(?<!\w)(?:{needy})),(?= \p{{Ll}})"
        made = language.cache("misplaced-mark", pattern(source))
    return made


def _needs_the_next(passage: Passage, word: str, mark: str, place: int) -> bool:
    """True for articles and the like; for words that may end a clause or open a list only where neither is so."""
    language, text = passage.language, passage.text
    if word not in language.words("mechanics", "needs_a_follower"):
        return False
    if word in language.words("words", "auxiliaries"):
        is_copula = word in language.words("mechanics", "may_open_a_list")
        following = _SMALL_WORD.match(text, place + 2)
        is_participle = following is not None and following.group().endswith(language.phrases("mechanics", "participle_endings"))
        return is_participle or (mark == ":" and not is_copula)
    if word in language.words("mechanics", "may_open_a_list"):
        if mark == ";":
            following = _SMALL_WORD.match(text, place + 2) or _ANY_WORD.match(text, place + 2)
            opens_object = following is not None and following.group() in language.words("mechanics", "opens_an_object")
            return word in language.words("mechanics", "transitive") and opens_object
        joins = (f" {join} " for join in language.phrases("mechanics", "joins_a_list"))
        is_list = any(text.find(joint, place, place + _LIST_REACH) >= 0 for joint in (",", *joins))
        return not is_list and len(text) - place > 20
    return True


def _is_article_alone(passage: Passage, word: str, place: int) -> bool:
    """True for an article after a preposition: there it is no pronoun, and the noun has to follow."""
    language, words = passage.language, passage.words
    number = words.at(place - 1)
    if word not in language.words("words", "articles") or not language.value("mechanics", "articles_are_pronouns", default=False):
        return False
    return number > 0 and words.joint(number - 1).isspace() and words.lower[number - 1] in language.words("words", "prepositions")


def _is_insertion(passage: Passage, comma: int) -> bool:
    """True if a second comma follows soon, or a conjunction at once: then the two enclose something put in."""
    text = passage.text
    following = _ANY_WORD.match(text, comma + 2)
    joins = passage.language.words("mechanics", "joins_after_a_comma")
    return "," in text[comma + 1 : comma + 40] or (following is not None and following.group() in joins)
