"""Languages are told by script, then by common words, then by letter statistics; the answer never varies."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.detection import SAMPLE, UNKNOWN, detect

SENTENCES = {
    "en": "The harbour was quiet, and nobody had noticed that the lamps were out.",
    "de": "Der Hafen war still, und niemand hatte bemerkt, dass die Lampen nicht brannten.",
    "fr": "Le port était calme, et personne ne voyait que les lampes étaient éteintes.",
    "es": "El puerto estaba tranquilo y nadie se dio cuenta de que las luces no funcionaban.",
    "it": "Il porto era tranquillo e nessuno si era accorto che le lampade erano spente.",
    "pt": "O porto estava calmo e ninguém percebeu que as luzes não estavam acesas.",
    "nl": "De haven was stil en niemand had gemerkt dat de lampen niet brandden.",
    "pl": "W porcie było cicho i nikt nie zauważył, że lampy się nie świecą.",
    "cs": "V přístavu bylo ticho a nikdo si nevšiml, že lampy nesvítí.",
    "sv": "Hamnen var tyst och ingen hade märkt att lamporna inte lyste.",
    "fi": "Satama oli hiljainen, eikä kukaan ollut huomannut, että lamput eivät palaneet.",
    "hu": "A kikötő csendes volt, és senki nem vette észre, hogy nem égnek a lámpák.",
    "ro": "Portul era liniștit și nimeni nu a observat că lămpile nu sunt aprinse.",
    "tr": "Liman sessizdi ve kimse lambaların yanmadığını fark etmemişti, çünkü çok geçti.",
    "vi": "Bến cảng rất yên tĩnh và không ai nhận ra rằng đèn đã tắt.",
    "ru": "В порту было тихо, и никто не заметил, что лампы не горят.",
    "uk": "У порту було тихо, і ніхто не помітив, що лампи не горять.",
    "bg": "Пристанището беше тихо и никой не забеляза, че лампите не светят.",
    "be": "У порце было ціха, і ніхто не заўважыў, што лямпы не гараць, бо ўсе спалі.",
    "sr": "У луци је било тихо и нико није приметио да лампе не горе, јер ће ђаци доћи касније.",
    "el": "Το λιμάνι ήταν ήσυχο και κανείς δεν πρόσεξε ότι οι λάμπες ήταν σβηστές.",
    "he": "הנמל היה שקט ואיש לא שם לב שהמנורות כבויות.",
    "ar": "كان الميناء هادئًا ولم يلاحظ أحد أن المصابيح لا تعمل في المدينة.",
    "fa": "بندر آرام بود و هیچ کس متوجه نشد که چراغ‌ها خاموش هستند.",
    "hi": "बंदरगाह शांत था और किसी ने ध्यान नहीं दिया कि बत्तियाँ बुझी हुई हैं।",
    "th": "ท่าเรือเงียบและไม่มีใครสังเกตว่าไฟดับ",
    "zh": "港口很安静，没有人注意到灯已经灭了。",
    "ja": "港は静かで、明かりが消えていることに誰も気づかなかった。",
    "ko": "항구는 조용했고 불이 꺼진 것을 아무도 알아차리지 못했다.",
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), SENTENCES.items(), ids=SENTENCES)
def test_one_sentence_is_enough(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said yes."),
        ("en", "They were not there."),
        ("en", "HE SAID THAT IT WAS NOT SO."),
        ("de", "Er hat ja gesagt."),
        ("fr", "Il a dit oui."),
        ("cs", "Řekl, že ano."),
        ("uk", "Він сказав так."),
        ("ru", "Он сказал да."),
        ("zh", "他说好。"),
        ("ja", "はい、と言った。"),
    ],
)
def test_few_words_are_enough_when_they_are_common(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", " \n", "12.5 – 14 %", "…", "🙂", "Hm.", "Xyzzy", "\ud800", "www", "ABC"])
def test_too_little_text_is_unknown(text: str) -> None:
    assert detect(text) == UNKNOWN


def test_names_and_quotations_do_not_turn_the_language() -> None:
    assert detect("The composer Dvořák told Erdoğan that the word “прошу” is not the same as 東京.") == "en"
    assert detect("这家公司的 iPhone 和 MacBook Pro 用户都在等新的 App Store。") == "zh"
    assert detect("В магазине есть новые Samsung Galaxy и iPhone Pro Max.") == "ru"
    assert detect("日本の「の」という字は、漢字ではない。") == "ja"
    assert detect("他喜欢看《となりの》这部动画片，也喜欢听音乐、看书和旅行，还经常去北京、上海、广州和深圳等大城市出差。") == "zh"


def test_only_a_sample_of_a_long_text_counts() -> None:
    assert detect(SENTENCES["en"] * 200_000) == "en"
    assert detect("the " * SAMPLE + "der " * 10) == "en"


def test_words_of_no_known_language_go_to_the_statistics_and_end_well() -> None:
    assert detect("ꜳꜵ ꜷꜹ ꜻꜽ ꝏꝡ ꝣꝥ") == UNKNOWN
    assert detect("Jis pasakė, kad ateis rytoj, nes šiandien neturi laiko ir nori pailsėti namuose.") == "lt"


def test_same_answer_in_all_threads() -> None:
    text = "Jis pasakė, kad ateis rytoj, nes šiandien neturi laiko ir nori pailsėti namuose."
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(detect, [text] * 12)) == {"lt"}


def test_langdetect_is_not_loaded_for_plain_cases() -> None:
    code = (
        "import sys; from tqcheck.detection import detect; "
        f"assert detect({SENTENCES['en']!r}) == 'en' and detect({SENTENCES['ja']!r}) == 'ja'; sys.exit('langdetect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text())
def test_any_text_has_an_answer_that_is_a_code(text: str) -> None:
    code = detect(text)
    assert code.isascii()
    assert 2 <= len(code.partition("-")[0]) <= 3
    assert detect(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("渡轮在中午离开了旧港，镇长说这还是头一回。", "zh"),
        ("渡輪在中午離開了舊港，鎮長說這還是頭一回。", "zh-Hant"),
        ("渡し船は正午に旧港を出た。", "ja"),
        ("여객선은 정오에 옛 항구를 떠났다.", "ko"),
        ("המעבורת יצאה בצהריים מן הנמל הישן.", "he"),
    ],
)
def test_scripts_and_standards_are_told_apart(text: str, code: str) -> None:
    assert detect(text) == code
