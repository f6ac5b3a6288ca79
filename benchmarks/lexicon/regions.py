"""Regions that CLDR does not name in their own language: the prefectures of Japan (JIS X 0401) and the provinces of China (GB/T 2260)."""

from __future__ import annotations

from collections.abc import Mapping

PREFECTURES = """北海道 Hokkaido 青森 Aomori 岩手 Iwate 宮城 Miyagi 秋田 Akita 山形 Yamagata 福島 Fukushima 茨城 Ibaraki
栃木 Tochigi 群馬 Gunma 埼玉 Saitama 千葉 Chiba 東京 Tokyo 神奈川 Kanagawa 新潟 Niigata 富山 Toyama
石川 Ishikawa 福井 Fukui 山梨 Yamanashi 長野 Nagano 岐阜 Gifu 静岡 Shizuoka 愛知 Aichi 三重 Mie 滋賀 Shiga
京都 Kyoto 大阪 Osaka 兵庫 Hyogo 奈良 Nara 和歌山 Wakayama 鳥取 Tottori 島根 Shimane 岡山 Okayama 広島 Hiroshima
山口 Yamaguchi 徳島 Tokushima 香川 Kagawa 愛媛 Ehime 高知 Kochi 福岡 Fukuoka 佐賀 Saga 長崎 Nagasaki
熊本 Kumamoto 大分 Oita 宮崎 Miyazaki 鹿児島 Kagoshima 沖縄 Okinawa"""
PARTS_OF_JAPAN = "四国 Shikoku 九州 Kyushu 本州 Honshu 関東 Kanto 関西 Kansai 近畿 Kinki 東海 Tokai 東北 Tohoku 北陸 Hokuriku"
PROVINCES = """北京 Beijing 天津 Tianjin 河北 Hebei 山西 Shanxi 内蒙古 Mongolia 辽宁 Liaoning 吉林 Jilin 黑龙江 Heilongjiang
上海 Shanghai 江苏 Jiangsu 浙江 Zhejiang 安徽 Anhui 福建 Fujian 江西 Jiangxi 山东 Shandong 河南 Henan 湖北 Hubei
湖南 Hunan 广东 Guangdong 广西 Guangxi 海南 Hainan 重庆 Chongqing 四川 Sichuan 贵州 Guizhou 云南 Yunnan
西藏 Tibet 陕西 Shaanxi 甘肃 Gansu 青海 Qinghai 宁夏 Ningxia 新疆 Xinjiang 香港 Hong\u00a0Kong 澳门 Macao
台湾 Taiwan"""
# Names of one prefecture that are other words too (a large part, three layers, a family name) stand with their kind.
_ONLY_WITH_KIND = frozenset(
    ("三重", "大分", "山口", "石川", "宮崎", "福島", "長野", "香川", "千葉", "奈良", "佐賀", "高知", "愛知", "東北")
)


def regions(language: str) -> Mapping[str, set[str]]:
    """Names in Japanese or Chinese -> English names; nothing for other languages."""
    if language == "ja":
        prefectures = _pairs(PREFECTURES)
        alone = {name: english for name, english in prefectures.items() if name not in _ONLY_WITH_KIND}
        return alone | {f"{name}県": english for name, english in prefectures.items()} | _pairs(PARTS_OF_JAPAN)
    return _pairs(PROVINCES) if language == "zh" else {}


def _pairs(text: str) -> dict[str, set[str]]:
    words = text.replace("\n", " ").split(" ")
    return {name: {english.replace("\u00a0", " ")} for name, english in zip(words[::2], words[1::2], strict=True)}
