"""The rule doubled-phrase."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.echoes import Echo
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Compared, Good, Rule
from ...core.triggers import ECHO, sight
from ._unspaced import doubled, is_of_letters, is_word
from ._words import is_soft, said, says_again

_LONG = 6
_NEAR = 3


class DoubledPhrase(Rule):
    """A phrase is said twice in a row, or joined to itself.

    What it finds: two or more words that come again at once, and a word or phrase joined to itself by *and*, *or* and
    the like.

    Why it matters: the machine began its clause again, or found one word for two of the source.

    When it errs: in refrains, emphasis and formulas that the language data does not know.

    The fix takes the second one away, with the joint.
    """

    severity = Severity.MAJOR
    triggers = (sight(ECHO),)
    bad = (
        Bad("He asks for ⟦the origin of the origin of⟧ every custom.", fixed="He asks for the origin of every custom."),
        Bad("It rained ⟦in the middle of the night in the middle of the night⟧.", fixed="It rained in the middle of the night."),
        Bad("He made a ⟦half-century half-century⟧ in ⟦2015–2019 2015–2019⟧.", fixed="He made a half-century in 2015–2019."),
        Bad("They fed their ⟦relatives and relatives⟧.", fixed="They fed their relatives."),
        Bad("The hut has a ⟦restful and restful⟧ garden.", fixed="The hut has a restful garden."),
        Bad("He met ⟦friends and friends⟧, and the rest of us.", fixed="He met friends, and the rest of us."),
        Bad("A path leads to ⟦the mill and the mill⟧.", fixed="A path leads to the mill."),
        Bad("They bake with ⟦rye flour or rye flour⟧.", fixed="They bake with rye flour."),
        Bad("The city ⟦School And School⟧ Board met.", fixed="The city School Board met."),
        Bad("It is backed by ⟦the League (Free Ports) of the North, the League (Free Ports) of the North⟧."),
        Bad("⟦She hung lamps in the hall, while she hung lamps in the hall, while she hung lamps in the hall⟧."),
        Bad("⟦用户可以用户可以⟧登录系统。", fixed="用户可以登录系统。", language="zh"),
        Bad("船は⟦昨日の正午に昨日の正午に⟧港を出た。", fixed="船は昨日の正午に港を出た。", language="ja"),
        Bad("They meet ⟦to save the old town, to save the old town⟧ from the sea.", fixed="They meet to save the old town from the sea."),
    )
    good = (
        Good("It grew more and more, again and again, for hours and hours.", "emphasis"),
        Good("Step by step, from day to day, side by side, face to face.", "distribution"),
        Good("We shall go on. We shall go on to the end.", "anaphora"),
        Good("New York, New York is a song.", "a name"),
        Good("等一下，等一下！他一个人一个人地数。", "a call, distribution", language="zh"),
        Good("雨がペタンペタンと、何度も何度も落ちた。", "mimetic words, emphasis", language="ja"),
        Good("He did what he did, and they are who they are.", "a relative clause"),
        Good("He said that he said nothing, and what will be will be.", "two clauses"),
        Good("The king of kings and the song of songs.", "a superlative"),
        Good("Both pre-carnival and carnival parties, semi-automatic and automatic gates", "a word and its compound"),
        Good("We need patients and patients with time, for bread and bread of all kinds.", "the second one has a complement"),
        Good("Men and women and men again came.", "a chain"),
        Good("Turn it by minus 9 degrees, 0 degrees, 0 degrees, 9 degrees.", "a row of measures"),
        Good("It is for you, it is for you alone.", "an echo with a new end in speech"),
        Good("Tell the buyer and the buyer shall pay; he lived for the sea and the sea took him.", "the next clause begins with it"),
        Good("They sell food and food products.", "a thing and a compound of it"),
        Good("There are teachers and teachers, and the dogs barked and barked.", "emphasis"),
        Good("He is the friend of the friend of my friend, and I think I think too much.", "a chain"),
    )

    def is_excused(self, compared: Compared) -> bool:
        """What the partner says twice is meant."""
        return super().is_excused(compared) or says_again(compared.counterpart)

    def check(self, passage: Passage) -> Iterator[Finding]:
        for twice, score in doubled(passage):
            if not is_word(twice):
                first, middle = twice.first, twice.first + twice.length
                yield self._twice(passage, first, twice.last, passage.words.ends[middle - 1], score, said(passage, first, middle))
        for echo in passage.echoes:
            if echo.distance < 2 or is_of_letters(passage, echo.start):
                continue
            length = echo.end - echo.start
            joints = passage.language.words("repetition", "joints")
            if length == echo.distance and passage.words.lower[echo.start - 1] in joints and passage.words.joint(echo.end - 2).strip():
                # “relatives and relatives, and”: the joint comes again too, but behind a mark, where it joins something new.
                echo, length = echo._replace(end=echo.end - 1), length - 1
            if echo.distance <= length < 2 * echo.distance:
                yield from self._in_a_row(passage, echo)
            elif length == echo.distance - 1:
                yield from self._around_a_joint(passage, echo)

    def _in_a_row(self, passage: Passage, echo: Echo) -> Iterator[Finding]:
        words, distance = passage.words, echo.distance
        first, middle, last = echo.start - distance, echo.start, echo.end
        inside = ",-/–" if distance < _LONG else ",-/–()"
        if not is_soft(passage, first, last - 1, also=inside):
            return
        # A comma at any place of one round may be the one between the two: where the round begins is not known.
        plain = is_soft(passage, middle - 1, last - 1, also="-/–") and not words.joint(middle - 1).strip()
        if (distance == 2 or not plain) and _says_little(passage, first, middle):
            return
        is_compound = distance == 2 and bool(words.joint(first).strip())
        if distance == 2 and (
            not plain or (not is_compound and all(words.lower[n][0].isdigit() or len(words.lower[n]) == 1 for n in range(first, last)))
        ):
            return
        if not plain and distance < 4:
            return
        if distance == 2 and not passage.language.words("repetition", "joints").isdisjoint(words.lower[first:middle]):
            return
        if _is_chain(passage, first, middle):
            return
        score = 0.9 if plain else 0.45 if _is_verse(passage) else 0.7
        yield self._twice(passage, first, last, words.ends[middle - 1], score, said(passage, first, middle))

    def _around_a_joint(self, passage: Passage, echo: Echo) -> Iterator[Finding]:
        words, length = passage.words, echo.end - echo.start
        first, joint = echo.start - echo.distance, echo.start - 1
        if (first and words.joint(first - 1) == "-") or (echo.end < len(words) and words.joint(echo.end - 1) == "-"):
            return
        if words.lower[joint] not in passage.language.words("repetition", "joints") or not is_soft(passage, first, echo.end - 1):
            return
        score = self._joint_score(passage, echo, words.lower[joint])
        if score >= 0.5:
            yield self._twice(passage, first, echo.end, words.ends[joint - 1], score, said(passage, first, first + length))

    def _joint_score(self, passage: Passage, echo: Echo, joint: str) -> float:
        words, length = passage.words, echo.end - echo.start
        phrase = words.lower[echo.start : echo.end]
        language = passage.language
        little = language.words("words", "articles") | language.words("words", "prepositions") | language.words("words", "auxiliaries")
        content = [word for word in phrase if word not in little and len(word) > 2]
        if not content or content[-1] in language.words("repetition", "allowed_around_and"):
            return 0.0
        if any(word in language.words("words", "pronouns") | language.words("words", "auxiliaries") for word in phrase):
            return 0.0
        before = words.lower[max(0, echo.start - echo.distance - _NEAR) : echo.start - 1]
        if not language.words("repetition", "calls_for_two").isdisjoint(before):
            return 0.0
        if joint in language.words("words", "prepositions"):
            return 0.65 if length > 1 and joint == "of" and phrase[0] not in little else 0.0
        if length == 1 and _is_persistence(passage, echo):
            return 0.0
        return self._score_by_what_follows(passage, echo)

    def _score_by_what_follows(self, passage: Passage, echo: Echo) -> float:
        """High before a mark; low where the second one may have a complement, a compound or a verb of its own."""
        words, language = passage.words, passage.language
        if echo.end == len(words) or words.joint(echo.end - 1).strip():
            return 0.85
        following = words.lower[echo.end]
        if following in language.function_words:
            opens_text = echo.start == echo.distance and following in language.words("words", "auxiliaries")
            if opens_text or following in language.words("words", "conjunctions"):
                return 0.75
            return 0.6 if echo.end - echo.start > 1 and words.lower[echo.start] not in language.function_words else 0.4
        if words[echo.start - 1].istitle() and words[echo.start].istitle():
            return 0.75
        return 0.65 if words.lower[echo.end - 1].endswith(language.phrases("repetition", "adjective_endings")) else 0.45

    def _twice(self, passage: Passage, first: int, last: int, cut: int, score: float, phrase: str) -> Finding:
        start, end = passage.words.starts[first], passage.words.ends[last - 1]
        return self.finding(passage, start, end, f"“{phrase}” is said twice.", score=score, edits=[(cut, end, "")])


def _says_little(passage: Passage, first: int, last: int) -> bool:
    """True if all words are function words or may be doubled: what will be will be."""
    language = passage.language
    little = language.function_words | language.words("repetition", "sounds")
    return last - first <= 5 and all(word in little for word in passage.words.lower[first:last])


def _is_chain(passage: Passage, first: int, middle: int) -> bool:
    """True for “the friend of the friend of”, “I think I think”: each step takes the next one."""
    lower, language = passage.words.lower[first:middle], passage.language
    verbs = language.words("words", "reporting_verbs") | language.words("repetition", "opinions")
    says = len(lower) == 2 and lower[0] in language.words("words", "pronouns") and lower[1] in verbs
    return says or not language.words("repetition", "chained").isdisjoint(lower)


def _is_persistence(passage: Passage, echo: Echo) -> bool:
    """True for “it grew and grew”, “slower and slower”: the second one tells that it went on."""
    words, language = passage.words, passage.language
    word, before = words.lower[echo.start], words.lower[echo.start - 3] if echo.start > 2 else ""
    subject = before in language.words("words", "pronouns") and before not in language.words("words", "determiners")
    past = word.endswith(language.phrases("repetition", "past_endings")) and before not in language.function_words
    return subject or past or word.endswith(language.phrases("repetition", "comparative_endings"))


def _is_verse(passage: Passage) -> bool:
    """True for a short line among lines that are not parted by blank ones."""
    following = passage.following
    next_to = not passage.block.apart or (following is not None and not following.block.apart)
    return next_to and len(passage.words) < 10
