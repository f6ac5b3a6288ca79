"""The commonest words of many languages: what a text is in, and which of its words are of another language."""

from __future__ import annotations

from functools import cache

from ..prepared import checksum, prepared

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# The commonest words of each language, for the most part function words, as any frequency list has them at its head.
_COMMON_WORDS = {
    "en": """the of and to in is was that for it with as on be he she by at this are from his her have has had not they but were
        which you your we an or will would been their said its who what when where there can if more about after do did don yes i
        my me him them our than then one also into could should how out up so because while before these those any am just only
        very no other some such over between through during being here cannot don t ll ve re told asked
        people time now like know think good never still new year years make made come went every much many most last first two""",
    "de": """der die das und ist nicht ein eine einen einem einer zu den dem des mit von sich auf für im auch es er sie wir ich ihr
        als an nach wie bei aus sind war hat haben wird werden dass aber noch nur oder wurde kann mehr über um am zum zur vor durch
        sein seine ihre ja nein was wenn so du hatte schon bis gegen unter zwischen man mir mich uns doch""",
    "fr": """à le la les de des du et est un une en que qui dans pour pas sur au aux plus par avec ne se ce il elle nous vous ils je
        son sa ses leur leurs ont été mais ou où cette ces sont comme tout fait être avoir aussi même après entre sans sous deux
        dit oui non l d qu n s c j était avait on si je tu mon ma mes moi toi notre nos votre vos cet bien très ça va suis peut
        alors donc rien chez lors déjà faut""",
    "es": """el la los las de del y que en un una es por para con no se su sus al lo como más pero ha han fue son está este esta
        entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ya todos uno ni contra ese eso qué porque
        sí él ella era ser hace años dijo yo tiene""",
    "it": """il la le lo gli di del della dei delle e che è un una in per con non si sono al alla da dal dalla nel nella ha hanno
        come anche più ma questo questa quello suo sua essere stato stata ci se tra era dopo anni o ai sul sulla due cosa io mi
        ho perché così già solo sì quando molto""",
    "pt": """o a os as de do da dos das e que em no na nos nas um uma por para com não se é ao à mais foi como mas seu sua são ou
        ser está também já pelo pela até isso ele ela entre era depois sem mesmo aos ter seus quem me esse eles você tem há muito
        disse eu foram sobre""",
    "nl": """de het een en van in is dat op te zijn voor met die niet aan er om ook als maar bij uit nog naar dan wordt door heeft
        werd over hij zij ze deze was hebben had of kan wel geen meer worden dit je ik we wij haar mijn hun wat nu tot onder zo
        zei ja nee veel hoe waar zich""",
    "pl": """w i z na do się nie jest to że o jak ale za co po tak od przez przy ich jego jej był była było było są ma może
        które który która tym tego dla oraz tylko już także ze czy więc gdy jako między lub być ten ta te ja on ona my wy nas
        mnie bardzo został została roku powiedział""",
    "cs": """a v na se že je s z do to o k i jako za by pro ale si jsou podle od jeho byl byla bylo ve které který která také po jen
        tak jsem jak při už nebo více než až však jejich není až ze ještě tento tato která být bude má jsme když co on ona my
        řekl ano která kde proto roku před mezi""",
    "sk": """a v na sa že je s z do to o k aj ako za by pre ale si sú podľa od jeho bol bola bolo vo ktoré ktorý ktorá tiež po len
        tak som ako pri už alebo viac než až však ich nie ešte tento táto byť bude má sme keď čo on ona my povedal áno kde preto
        roku pred medzi""",
    "sv": """och i att det som en på är av för med den till har inte om ett han hon men var jag sig från vi så kan när år under
        också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än då sedan över bara in
        blir detta de ni du mig er ja nej sade""",
    "da": """og i at det som en på er af for med den til har ikke om et han hun men var jeg sig fra vi så kan når år under også efter
        eller nu sin hvor ved mod skal skulle kommer ud får være havde alle andre meget end da siden over kun ind bliver dette
        de du mig ja nej sagde blev hvad""",
    "no": """og i å det som en på er av for med den til har ikke om et han hun men var jeg seg fra vi så kan når år under også etter
        eller nå sin hvor ved mot skal skulle kommer ut får være hadde alle andre mye enn da siden over bare inn blir dette de
        du meg ja nei sa ble hva dei""",
    "fi": """ja on ei että se hän oli ovat mutta kun myös niin kuin jos tai ole joka mukaan sen en olla hänen vain nyt jo vielä
        sitä ne mitä voi ollut sekä olisi jotka kanssa kuitenkin siitä tämä minä sinä me te he kyllä sanoi mikä jälkeen eivät
        itse vuonna hyvin koska""",
    "hu": """a az és hogy nem is egy van volt meg de ez ha csak már még mint el ki azt vagy ezt mert aki ami lehet kell majd után
        szerint így be között által más most én ő mi ti ők igen mondta nagyon minden pedig illetve amely akkor sem nincs lesz
        volna""",
    "ro": """și în de la a cu pe că nu este un o din pentru care mai au fost se sau ce prin dar sunt după fi al ale lui lor ca el ea
        eu noi voi acest această am ai are va vor până când fără foarte doar dacă unei unui iar da spus despre între""",
    "tr": """ve bir bu da de için ile çok daha olarak olan gibi en kadar ne sonra ama o var her mi değil oldu dedi ki ya ben sen
        biz siz onlar olduğunu göre ancak şey yok evet hayır diye tarafından büyük iki veya ise nasıl hem bile şu artık""",
    "id": """yang dan di dengan untuk dari ini itu tidak pada dalam akan ke adalah juga oleh ada sebagai mereka telah dia saya kami
        kita bisa atau karena sudah lebih anda tersebut hanya dapat kata orang tahun seperti saat bahwa belum""",
    "ru": """и в не на я с что он она по это как но из у за то от так к его её был была было были для мы вы они о же все бы если
        только или уже при до когда нет да ещё может после том также чтобы которые который этого сказал ли ни кто те там тут
        вообще со мне меня вас нас там очень можно через под перед без где здесь потому вот даже году году лет себя""",
    "uk": """і в не на я з що він вона по це як але із у за то від так до його її був була було були для ми ви вони про же всі б
        якщо тільки або вже при коли ні ще може після тому також щоб які який цього сказав та й є але де там тут дуже мене мені
        вас нас бо хто буде можна через під перед без немає просто який року років себе""",
    "bg": """и в не на аз с че той тя по това как но от за да се към са го му ѝ беше бяха ние вие те при или вече ще още може след
        също ако само като който които има няма във до какво когато със една един""",
}


@cache
def common_words() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """For each common word its languages, with a weight that is the smaller the more languages share the word."""
    rows = prepared("common_words", _sources())
    return dict(zip(*rows, strict=True)) if rows else _weighed()


def to_prepare() -> tuple[str, int, tuple[Iterable[str], Iterable[object]]]:
    """The common words and their weights, for `tqcheck.prepare`."""
    weights = _weighed()
    return "common_words", _sources(), (tuple(weights), tuple(weights.values()))


def _sources() -> int:
    return checksum(words.encode() for words in _COMMON_WORDS.values())


def _weighed() -> Mapping[str, tuple[tuple[str, float], ...]]:
    languages: dict[str, list[str]] = {}
    for language, words in _COMMON_WORDS.items():
        for word in dict.fromkeys(words.split()):
            languages.setdefault(word, []).append(language)
    return {word: tuple((language, 1.0 / len(shared)) for language in shared) for word, shared in languages.items()}
