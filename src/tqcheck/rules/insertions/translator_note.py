"""The rule translator-note."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.document import Passage
from ...core.finding import Finding, Severity
from ...core.rule import Bad, Good, Rule
from ._brackets import brackets, with_space


class TranslatorNote(Rule):
    """A note about the translation was left in the text.

    What it finds: a bracket that speaks of the original, the translator or a literal meaning, or that leaves an
    alternative open.

    Why it matters: it is meant for the editor and not for the reader.

    When it errs: in texts about translation, and where a project publishes such notes.

    The fix takes the note away.
    """

    severity = Severity.MAJOR
    triggers = "([（"
    bad = (
        Bad("He lost his head. ⟦(Translator's note: an idiom for fear.)⟧ Then he ran.", fixed="He lost his head. Then he ran."),
        Bad("He had cold feet ⟦[literally: “cold soles”]⟧ and ran.", fixed="He had cold feet and ran."),
        Bad("He sat at the bank ⟦(alternatively: shore)⟧ and slept.", fixed="He sat at the bank and slept."),
        Bad("It is a dog’s life ⟦(Note: the original uses a pun here)⟧.", fixed="It is a dog’s life."),
        Bad("Er bekam kalte Füße ⟦[wörtlich: „kalte Sohlen“]⟧ und lief.", fixed="Er bekam kalte Füße und lief.", language="de"),
        Bad("Er saß an der Bank ⟦(alternativ: am Ufer)⟧ und schlief.", fixed="Er saß an der Bank und schlief.", language="de"),
        Bad("Il a perdu la tête ⟦(note du traducteur : jeu de mots)⟧.", fixed="Il a perdu la tête.", language="fr"),
        Bad("Se le fue el santo al cielo ⟦(nota del traductor: frase hecha)⟧.", fixed="Se le fue el santo al cielo.", language="es"),
        Bad("Hij kreeg natte voeten ⟦(noot van de vertaler: uitdrukking)⟧.", fixed="Hij kreeg natte voeten.", language="nl"),
        Bad("Han fick kalla fötter ⟦(översättarens anmärkning: ett uttryck)⟧.", fixed="Han fick kalla fötter.", language="sv"),
        Bad("Perse la testa ⟦(nota del traduttore: gioco di parole)⟧.", fixed="Perse la testa.", language="it"),
        Bad("Perdeu a cabeça ⟦(nota do tradutor: jogo de palavras)⟧.", fixed="Perdeu a cabeça.", language="pt"),
    )
    good = (
        Good("The translator’s note on page 5 is long.", "no bracket"),
        Good("He said [sic] that he […] was there (see note 5).", "editor's marks"),
        Good("The original (now in Port Alder) was sold.", "the word original in its plain sense"),
        Good("Die Anmerkung des Übersetzers auf Seite 5 ist lang (siehe dort).", "no bracket of a translator", "de"),
        Good("Il a dit [sic] que l’original (perdu depuis) était beau.", "editor's marks", "fr"),
    )

    def check(self, passage: Passage) -> Iterator[Finding]:
        patterns = [passage.language.pattern("insertions", key) for key in ("note_patterns", "alternative_patterns")]
        for bracket in brackets(passage):
            if any(pattern and pattern.match(bracket.inside.lstrip()) for pattern in patterns):
                yield self.finding(
                    passage,
                    bracket.start,
                    bracket.end,
                    f"“{passage.text[bracket.start : bracket.end]}” is a note about the translation.",
                    score=0.85,
                    edits=[with_space(passage, bracket)],
                )
