"""The table of conventions: what each language writes so is silent, and what no language writes so is found."""

from __future__ import annotations

from functools import cache

import pytest

import tqcheck
from tqcheck import lang

NB, NN = "\u00a0", "\u202f"
WITHOUT_DATA = ("fi", "da", "hu", "el", "bg", "th", "km", "fa", "hi", "id", "hy")

RIGHT = [
    ("en", "’Tis late, and rock ’n’ roll of the ’90s is James’ only love. He is 6' 2\" tall; she had had enough (sic).", "apostrophes"),
    ("en", "“We came late.\n\n“We left early,” she said.", "a speech that opens each paragraph"),
    ("en-GB", "‘The word “no” is short’, he said.", "British levels"),
    ("en", 'She said "yes" and left.', "straight marks of plain text"),
    ("de", "„Ja“, sagte er, „das Wort ‚nein‘ ist kurz.“ Am 3. Mai kam Fritz’ Bruder.", "levels, a stop after a number"),
    ("de", "»Ja«, sagte sie, »das Wort ›nein‹ ist kurz.«", "the marks of books"),
    ("de-CH", "«Ja», sagte sie. «Das Wort ‹nein› ist kurz.» Die Strasse ist lang.", "Swiss marks"),
    ("de", "Die, die die Vor- und Nachteile kennen, wissen, dass das das Ende ist und sie Sie grüßt.", "grammar that doubles words"),
    ("fr", f"«{NB}Oui{NB}», dit-elle. «{NN}Le mot “non” est court{NN}!{NB}» Vraiment{NN}? Il est 10:30.", "narrow and wide spaces"),
    ("fr-CH", "«Oui», dit-elle. Elle lut «La Route».", "Swiss marks without spaces"),
    ("fr-CA", f"Vraiment? «{NB}Oui{NB}», dit-elle. Voici{NB}: trois pommes; deux poires!", "Canadian spaces"),
    ("fr", "— Tu viens ?\n\n— Oui, aujourd’hui. Vous vous trompez, et nous nous taisons. L’eau monte.", "dialogue, pronouns"),
    ("fr", "Voir https://exemple.org/a?b=c::d et le fichier a.txt.", "addresses"),
    ("es", "«Sí», dijo. «La palabra “no” es corta». ¿Viene? ¡Claro! Y ¿qué hora es?", "levels and inverted marks"),
    ("es-419", "“Sí”, dijo. “La palabra ‘no’ es corta”.", "American marks"),
    ("es", "«Llegamos tarde a la casa del río.\n\n»Salimos temprano y nadie nos vio.\n\n»No volvimos», dijo.", "comillas de seguir"),
    ("es", "—¿Viene? —preguntó ella.\n\n—Sí —dijo él—, ya voy.", "dialogue by dashes"),
    ("it", "«Sì», disse. «La parola “no” è corta». Un po’ d’acqua, dell’olio.", "levels, apostrophes"),
    ("pt-PT", "«Sim», disse ela. «A palavra “não” é curta.»", "levels"),
    ("pt-BR", "“Sim”, disse ela. “A palavra ‘não’ é curta.”", "levels"),
    ("nl", "„Ja,” zei ze.", "older marks"),
    ("nl", "“Ja,” zei ze. ‘Goed,’ zei hij. ’s Avonds kwam zij in ’t dorp.", "both levels, elisions"),
    ("sv", "”Ja”, sade hon. ”Ordet ’nej’ är kort.”", "one mark on both sides"),
    ("fi", "”Joo”, hän sanoi.", "one mark on both sides, a language without data"),
    ("da", "»Ja«, sagde hun.", "marks that point inward"),
    ("hu", "„Igen”, mondta. „Azt felelte: »nem«, és elment.”", "levels"),
    ("el", "«Ναι», είπε. Τι θέλεις;", "the Greek question mark"),
    ("bg", "„Да“, каза тя.", "levels"),
    ("pl", "„Tak” – powiedziała. „To słowo «nie» jest krótkie”.", "levels"),
    ("pl", "– Przyjdziesz? – zapytała.\n\n– Tak, tak, o godz. 17, 3 maja 2023 r.", "dialogue, abbreviations"),
    ("cs", "„Ano,“ řekla. „To slovo ‚ne‘ je krátké.“ Přijela 3. května.", "levels, a stop after a number"),
    ("cs", "»Ano,« řekla. Bydlí tu tzv. pan Novák, např. s rodinou apod. a se psem.", "the marks of print, abbreviations"),
    ("ru", "«Да», – сказала она. «Она читала роман „Река“ вчера».", "levels"),
    ("ru", "Он читал роман «Тайна «Марии Целесты» и молчал.", "closing marks that meet are written once"),
    ("ru", "— Ты идёшь? — спросила она.\n\n— Да-да, чуть-чуть подожди. То-то же!", "dialogue, reduplication"),
    ("ru", f"Дом № 5, цена 1{NB}000 руб., и т. д. Всё{NB}— вода, все{NB}— берег. Еле-еле, более-менее, давным-давно.", "spaces, ё and е"),
    ("ru", "«Мы пришли поздно.\n\n«Мы ушли рано», – сказал он.", "a speech that opens each paragraph"),
    ("uk", "«Так», – сказала вона. Він з’їв м’ясо, а об’їзд зачинено. Ви праві, чи не так?", "apostrophes, courtesy"),
    ("uk", "Я дякую Вам, що Ви прийшли, і кажу: так-так, ледь-ледь.", "courtesy capitals"),
    ("tr", "“Evet,” dedi. Ankara’da yavaş yavaş yürüdük, tek tek saydık, güle güle!", "apostrophes, ikileme"),
    ("tr", "Irmak İzmir’e gitti. ‘Hayır’ sözcüğü kısadır.", "dotted and dotless capitals"),
    ("zh", "他说：“我读过《山路》，她说‘不’。”我们慢慢看看，高高兴兴，研究研究……", "marks and reduplication"),
    ("zh", "“我们来晚了。\n\n“我们走得早。”他说。", "a speech that opens each paragraph"),
    ("zh", "1）准备——先洗手。2）切菜（小心）。共３．５元，用 Python 写。", "full-width marks"),
    ("zh-Hant", "他說：「我讀過『山路』。」她點頭。", "corner brackets"),
    ("ja", "「はい」「いいえ」と声がした。（本当だろうか）彼女は『坂道』を読んだ。", "brackets side by side, a thought"),
    ("ja", "「行こう。」と彼は言った。すごい！\u3000本当に？\u3000時々どきどきする……――。", "marks of schoolbooks, a full space"),
    ("ja", "詳しくは案内（https://example.org/a）を見る。人々は色々話した。", "an address in full-width brackets"),
    ("ko", "“네.” 그는 말했다. “‘아니요’라는 말은 짧다.” 천천히, 점점, 하하!", "levels"),
    ("ar", "«نعم»، قال سالم؛ هل جئت؟ كتـــاب جديد.", "Arabic marks, tatweel"),
    ("he", 'הוא שירת בצה"ל, ואמר: "כן". ארה"ב רחוקה; ג\'ירף גבוה.', "gershayim"),
    ("th", "วันนี้อากาศดี เราไปเดินเล่นกัน ค่อย ๆ เดิน", "no stops"),
    ("km", "ខ្ញុំ\u200bទៅ\u200bផ្សារ។", "zero-width spaces"),
    ("fa", "می\u200cخواهم بروم.", "joiners"),
    ("hi", "वह धीरे धीरे चला। अलग अलग घर हैं।", "reduplication"),
    ("id", "Anak-anak bermain pelan-pelan.", "reduplication"),
    ("hy", "Ինչպե՞ս ես։ Լա՜վ։", "marks inside words"),
]

WRONG = [
    ("en", "She called it “a small miracle and left the room.", "unclosed-quote"),
    ("de", "Er nannte es „seltsam und ging in den Garten.", "unclosed-quote"),
    ("ru", "Он сказал: «Завтра едем в город.", "unclosed-quote"),
    ("pl", "Powiedział: „Jutro jedziemy do miasta.", "unclosed-quote"),
    ("cs", "Řekl: „Zítra jedeme do města.", "unclosed-quote"),
    ("uk", "Він сказав: «Завтра їдемо до міста.", "unclosed-quote"),
    ("tr", "Bana “Yarın şehre gidiyoruz dedi ve sustu.", "unclosed-quote"),
    ("es", "Dijo: «Mañana vamos a la ciudad y se fue.", "unclosed-quote"),
    ("fr", f"Il a dit{NB}: «{NB}Demain nous partons.", "unclosed-quote"),
    ("it", "Disse: «Domani andiamo in città e uscì.", "unclosed-quote"),
    ("nl", "Hij zei: “Morgen gaan we naar de stad en vertrok.", "unclosed-quote"),
    ("zh", "他说：“明天见，然后走了。", "unclosed-quote"),
    ("ja", "彼は「明日行こうと言った。", "unclosed-quote"),
    ("en", "”Come in“, she said and left.", "turned-quote"),
    ("en", "““Stop”“ was all that he said.", "nested-same-quotes"),
    ("en", 'He said “Ready" and left.', "mixed-quotes"),
    ("fr", f"«{NB}Oui“, dit-il en riant.", "mixed-quotes"),
    ("zh", '他说：“明天见"。', "mixed-quotes"),
    ("en", "He said “ yes ” to it.", "space-inside-quotes"),
    ("en", "“He said “no” twice.”", "nested-same-quotes"),
    ("ja", "「彼は「はい」と言った」", "nested-same-quotes"),
    ("en", "We went to the the station.", "doubled-word"),
    ("de", "Das Haus steht in in Berlin.", "doubled-word"),
    ("ru", "Это это важно для всех нас.", "doubled-word"),
    ("uk", "Рада зібралася в понеділок понеділок увечері.", "doubled-word"),
    ("cs", "Rada se sešla v pondělí pondělí večer.", "doubled-word"),
    ("pl", "Rada zebrała się w poniedziałek poniedziałek wieczorem.", "doubled-word"),
    ("tr", "Kurul toplantıdan toplantıdan sonra dağıldı.", "doubled-word"),
    ("en", "It rained in the middle of the night in the middle of the night.", "doubled-phrase"),
    ("de", "Sie trafen sich, um die Daten zu sichern, um die Daten zu sichern.", "doubled-phrase"),
    ("ru", "Они собрались обсудить новый закон обсудить новый закон в среду.", "doubled-phrase"),
    ("zh", "用户可以用户可以登录系统。", "doubled-phrase"),
    ("ja", "彼ははいはいはいはいはいはいはいはいはいはい", "loop"),
    ("ru", "Она сидела на лодке лодке лодке лодке лодке.", "loop"),
    ("en", "The word , which is old, is short.", "space-before-mark"),
    ("de", "Das Wort , das alt ist, ist kurz.", "space-before-mark"),
    ("de", "Das war das Ende.Anfang war schwer.", "missing-space"),
    ("uk", "Рада зібралася ,бо дощ , і пішла.", "space-before-mark"),
    ("de", "Das war fÃ¼r alle schwer.", "mojibake"),
    ("ru", "Ð’Ð¾Ð´Ð° поднялась за ночь.", "mojibake"),
    ("de", "Hier ist die Übersetzung des Textes:\n\nDer Hafen war eine Woche lang geschlossen.", "model-chatter"),
    ("zh", "以下是翻译结果：\n\n港口关闭了一个星期。", "model-chatter"),
    ("pl", "Oto tłumaczenie tekstu:\n\nPort był zamknięty przez tydzień.", "model-chatter"),
    ("de", "Die Funktion returns the number of items, wenn die Liste lang ist.", "untranslated-words"),
    ("zh", "一个 문제 在这里。", "untranslated-words"),
    ("ru", "Это был большой прoгресс для нас.", "mixed-script-word"),
    ("cs", "Schůze proběhla v prázdné () místnosti.", "empty-bracket"),
    ("pl", "Gra słów jest zabawna (przyp. tłum.: w oryginale rym).", "translator-note"),
    ("en", "The drive must be. Formatted first.", "broken-sentence"),
    ("ru", "Рыбаки вернулись домой под вечер, потому что", "cut-text"),
]


def _rows(rows: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The rows of the languages that have data, and of those that are known to have none."""
    return [row for row in rows if row[0] in WITHOUT_DATA or lang.load(row[0]).name != "Unknown"]


@cache
def _checker(language: str) -> tqcheck.Checker:
    return tqcheck.Checker(language=language)


@pytest.mark.parametrize(("language", "text", "why"), _rows(RIGHT), ids=lambda value: str(value)[:40])
def test_what_the_language_writes_so_is_silent(language: str, text: str, why: str) -> None:
    found = _checker(language).check(text).findings
    assert [(finding.rule, text[finding.start : finding.end]) for finding in found] == [], why


@pytest.mark.parametrize(("language", "text", "rule"), _rows(WRONG), ids=lambda value: str(value)[:40])
def test_what_no_language_writes_so_is_found(language: str, text: str, rule: str) -> None:
    found = _checker(language).check(text).findings
    assert rule in [finding.rule for finding in found]
