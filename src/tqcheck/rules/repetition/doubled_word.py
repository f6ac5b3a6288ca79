"""The rule doubled-word."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.echoes import Echo
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule
from ...core.triggers import ECHO, sight
from ._unspaced import doubled, is_word
from ._words import SOFT, said, says_again

_MIN_HYPHENATED = 5
_MAX_NAME = 6
_MAX_CALL = 5
_NEAR = 20_000
_SOFT_OR_PAIRED = SOFT + '()"“”'


class DoubledWord(Rule):
    """A word is said twice.

    What it finds: the same word twice with nothing but a space between, or with a hyphen if the word is long.

    Why it matters: it is the smallest loop of a machine.

    When it errs: in names and sounds that are made of two equal words and stand only once in the text, and where a
    clause ends with the word that the next one begins with.

    The fix takes the second one away.
    """

    severity = Severity.MINOR
    triggers = (sight(ECHO),)
    bad = (
        Bad("They went to ⟦the the⟧ harbour.", fixed="They went to the harbour."),
        Bad("The old gate is ⟦closed closed⟧.", fixed="The old gate is closed."),
        Bad("The talks began on May ⟦13 13⟧.", fixed="The talks began on May 13."),
        Bad("Ida Roth, ⟦U.S. U.S.⟧ envoy, left.", fixed="Ida Roth, U.S. envoy, left."),
        Bad("The police found ⟦that that⟧ the gate was shut.", fixed="The police found that the gate was shut."),
        Bad("It has not rained so ⟦far far⟧.", fixed="It has not rained so far."),
        Bad("Рада зібралася в ⟦понеділок понеділок⟧.", fixed="Рада зібралася в понеділок.", language="uk"),
        Bad("A jug of ⟦clear-clear⟧ water.", fixed="A jug of clear water."),
        Bad("渡轮⟦码头码头⟧已经关闭了一周。", fixed="渡轮码头已经关闭了一周。", language="zh"),
        Bad("这是镇长选择⟦的的⟧新港口。", fixed="这是镇长选择的新港口。", language="zh"),
        Bad("渡輪⟦碼頭碼頭⟧已經關閉了一週。", fixed="渡輪碼頭已經關閉了一週。", language="zh-Hant"),
        Bad("町は新しい橋⟦をを⟧架けた。", fixed="町は新しい橋を架けた。", language="ja"),
        Bad("古い⟦港町港町⟧に船が着いた。", fixed="古い港町に船が着いた。", language="ja"),
    )
    good = (
        Good("She had had enough, and that that was so is clear: bye bye!", "grammar and speech"),
        Good("The island is far far away; that that man came is odd.", "emphasis and grammar"),
        Good("They flew to Bora Bora, a very very long way.", "a name, emphasis"),
        Good("We drove to Ulla Ulla. Ulla Ulla is small.", "a name that comes again"),
        Good("The rows read 5 5 6 6 and 7 7 8 8.", "numbers in a row"),
        Good("It is so-so, a win-win and fifty-fifty.", "hyphenated doubles"),
        Good("What it is is a mess; he told us US rules hold.", "two words that look alike"),
        Good("A low-power power line", "a compound and its head"),
        Good("They went in, in spite of it. Yes, yes.", "a comma between"),
        Good("All who came came by boat, and whatever they do do not stop.", "a clause and the verb after it"),
        Good("We moved on on Friday; the hut they live in in summer is cold.", "a verb's particle and a preposition"),
        Good("I told you you would fall, and she gave him his book and Ida her her coat.", "an object and the next clause"),
        Good("On May 13 13 ships came. The set stood 5 5.", "a date and a count, a score"),
        Good("Lay the rows b b c c, where f f f is a word.", "letters that stand for things"),
        Good("There there, my child!", "a call"),
        Good("Alle, die die Stille lieben, kommen gern.", "a relative pronoun and an article", language="de"),
        Good("Они еле-еле шли; самых-самых не видно.", "doubles with a hyphen", language="ru"),
        Good("Adım adım, koşa koşa geldik; yavaş yavaş yürüdük.", "reduplication", language="tr"),
        Good("वह धीरे धीरे चला।", "reduplication in a language without data", language="hi"),
        Good("Much was hoped for in the U.S. U.S. ships came late.", "the end of one sentence and the start of the next"),
        Good("我们慢慢走，看看海，天天如此，商量商量再说。", "reduplication", language="zh"),
        Good("他的目的的确如此，为了了解情况，他一步一步地走。", "two words that meet, distribution", language="zh"),
        Good("時々、色々な人々が次々と来て、どきどきした。", "signs of repetition and mimetic words", language="ja"),
        Good("ドキドキ、ペラペラ、一つ一つ、何度も何度も。", "mimetic words, distribution", language="ja"),
        Good("أعجبني هذا الكتاب جدا جدا.", "emphasis", language="ar"),
        Good("הוא הלך לאט לאט אל הנמל.", "emphasis", language="he"),
        Good("母はははと笑い、それはもののけだった。", "kana of two words that meet", language="ja"),
    )
    known_errors = (
        Good("They live in Bell Bell Springs now.", "a name that is not in the language data"),
        Good("In the end end users decide.", "a phrase and the compound after it"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """What the partner says twice is meant."""
        return super().is_excused(compared) or says_again(compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        words = passage.words
        for twice, score in doubled(passage):
            if is_word(twice):
                place = words.starts[twice.first], words.ends[twice.last - 1]
                what = said(passage, twice.first, twice.first + twice.length)
                cut = words.ends[twice.first + twice.length - 1]
                yield self.finding(passage, *place, f"“{what}” is said twice.", score=score, edits=[(cut, place[1], "")])
        # In many languages a word is doubled by grammar: without data of one nothing is said.
        for echo in passage.echoes if passage.language.function_words else ():
            if echo.distance != 1 or echo.end - echo.start > 2 or not _stands_side_by_side(passage, echo):
                continue
            score = self._score(passage, echo)
            if score >= 0.5:
                start, end = words.starts[echo.start - 1], words.ends[echo.end - 1]
                yield self.finding(
                    passage,
                    start,
                    end,
                    f"“{words[echo.start]}” is said {'twice' if echo.end - echo.start == 1 else 'three times'}.",
                    score=score,
                    edits=[(words.ends[echo.start - 1], end, "")],
                )

    def _score(self, passage: Passage, echo: Echo) -> float:
        words = passage.words
        word, first, second = words.lower[echo.start], words[echo.start - 1], words[echo.start]
        language = passage.language
        if word in language.words("repetition", "sounds") or word.endswith(language.phrases("repetition", "reduplication_endings")):
            return 0.2
        if _is_grammar(passage, echo):
            return 0.2
        if first[0].isupper() and second.islower() and language.value("words", "noun_capitals", default=False) and echo.start > 1:
            return 0.2
        if first != second and (first.isupper() or second.isupper() or second[0].isupper()):
            return 0.2
        if _is_call(passage, echo):
            return 0.4
        if word[0].isdigit():
            return _score_of_number(passage, echo)
        if len(word) == 1 and word not in passage.language.function_words:
            return 0.3
        if second[0].isupper():
            return _score_of_capitals(passage, echo)
        return 0.7 if words.joint(echo.start - 1) == "-" else 0.95


def _stands_side_by_side(passage: Passage, echo: Echo) -> bool:
    """True if only white space or paired marks part the two, or a hyphen parts two long words."""
    words = passage.words
    word, joint = words.lower[echo.start], words.joint(echo.start - 1)
    if echo.start > 1 and words.joint(echo.start - 2) == "-":
        return False
    if joint == "-":
        return len(word) >= _MIN_HYPHENATED and _is_no_grammar_with_a_hyphen(word, passage)
    if not joint or joint.strip(_SOFT_OR_PAIRED) or ("(" in joint and ")" not in joint):
        return False
    return not (joint.strip() and words[echo.start].isupper())


def _is_no_grammar_with_a_hyphen(word: str, passage: Passage) -> bool:
    """True where the language does not double words with a hyphen, as Russian does (еле-еле); adverbs are left alone."""
    language = passage.language
    doubles = language.value("repetition", "hyphenated_doubles", default=False)
    return bool(doubles) and not word.endswith(language.phrases("repetition", "adverb_endings"))


def _is_grammar(passage: Passage, echo: Echo) -> bool:
    """True where the two belong to different parts of the sentence: had had enough, came in in May, told you you won."""
    words, language = passage.words, passage.language
    word, before = words.lower[echo.start], words.lower[max(0, echo.start - 6) : echo.start - 1]
    if echo.end >= len(words) or words.joint(echo.end - 1).strip():
        return False
    if word in language.words("repetition", "allowed_doubles"):
        return word not in language.words("words", "conjunctions") or not _opens_a_clause(passage, echo.end)
    if word in language.words("repetition", "allowed_after_a_comma"):  # wer die, die die Stille lieben, kennt
        return _follows_a_comma(passage, echo.start - 1)
    if not before or words.joint(echo.start - 2).strip():
        return False
    if word in language.words("repetition", "objects"):
        return before[-1] not in language.function_words and words.lower[echo.end] in language.words("words", "auxiliaries")
    if word in language.words("repetition", "particles"):
        return before[-1] in language.words("repetition", "verbs_with_particle")
    verb = word in language.words("words", "auxiliaries") or word in language.words("repetition", "verbs_after_clause")
    near = before if verb else before[-2:] if word.endswith(language.phrases("repetition", "past_endings")) else ()
    return not language.words("repetition", "clause_openers").isdisjoint(near)


def _follows_a_comma(passage: Passage, number: int) -> bool:
    """True if a comma stands before the word, or before the preposition in front of it: a relative clause begins there."""
    words = passage.words
    if number >= 2 and words.lower[number - 1] in passage.language.words("words", "prepositions"):
        number -= 1
    return number > 0 and "," in words.joint(number - 1)


def _opens_a_clause(passage: Passage, number: int) -> bool:
    """True if a subject stands there: after “that that” it tells that one of the two is idle."""
    following, language = passage.words[number], passage.language
    subjects = language.words("words", "pronouns") | language.words("words", "articles") | language.words("words", "determiners")
    return not following.islower() or following.lower() in subjects


def _is_call(passage: Passage, echo: Echo) -> bool:
    """True for “There there, child!”: a short word at the start, said twice before a comma or an exclamation mark."""
    words = passage.words
    first, second = words[echo.start - 1], words[echo.start]
    opens = first[0].isupper() and second.islower() and len(second) <= _MAX_CALL
    return opens and echo.end < len(words) and words.joint(echo.end - 1)[:1] in (",", "!")


def _score_of_number(passage: Passage, echo: Echo) -> float:
    """Low where two numbers can stand side by side: in a row, in a score, or as a date and a count of what follows."""
    words = passage.words
    before, after = echo.start - 2, echo.end
    if before >= 0 and words.lower[before][0].isdigit() and not words.joint(before).strip():
        return 0.2
    if after < len(words) and not words.joint(after - 1).strip() and words.lower[after] not in passage.language.function_words:
        return 0.2
    is_score = len(words.lower[echo.start]) == 1 and not (before >= 0 and words[before][0].isupper())
    return 0.4 if is_score else 0.75


def _score_of_capitals(passage: Passage, echo: Echo) -> float:
    """Lower for what may be a name of two equal parts: it is short and no name stands before it, or it comes again."""
    words = passage.words
    first, second = words[echo.start - 1], words[echo.start]
    place = passage.start + words.starts[echo.start]
    if passage.document.text.count(f"{first} {second}", max(0, place - _NEAR), place + _NEAR) > 1:
        return 0.3
    before = words[echo.start - 2] if echo.start > 1 else ""
    if "." in second:
        return 0.4 if before.lower() in passage.language.words("words", "articles") and second.endswith(".") else 0.85
    return 0.85 if before[:1].isupper() or len(second) > _MAX_NAME or second.lower() in passage.language.function_words else 0.6
