"""Peoples, languages and short forms whose English names do not begin as that of their land does."""

LANDS = {
    "american": "united states", "americans": "united states", "us": "united states", "u.s": "united states", "u.s.": "united states",
    "usa": "united states", "u.s.a.": "united states", "america": "united states", "washington": "washington",
    "uk": "united kingdom", "u.k.": "united kingdom", "british": "united kingdom", "britain": "united kingdom", "britons": "united kingdom",
    "great britain": "united kingdom", "eu": "european union", "e.u.": "european union", "un": "united nations", "u.n.": "united nations",
    "uae": "united arab emirates", "drc": "congo", "ussr": "soviet union", "prc": "china",
    "dutch": "netherlands", "holland": "netherlands", "french": "france", "danish": "denmark", "danes": "denmark", "dane": "denmark",
    "greek": "greece", "greeks": "greece", "swiss": "switzerland", "spanish": "spain", "spaniard": "spain", "spaniards": "spain",
    "turkish": "turkey", "turks": "turkey", "turk": "turkey", "türkiye": "turkey", "welsh": "wales", "polish": "poland", "poles": "poland",
    "pole": "poland", "irish": "ireland", "scots": "scotland", "swedish": "sweden", "swedes": "sweden", "finnish": "finland",
    "finns": "finland", "thai": "thailand", "thais": "thailand", "lao": "laos", "filipino": "philippines", "filipinos": "philippines",
    "burmese": "myanmar", "burma": "myanmar", "persian": "iran", "cypriot": "cyprus", "cypriots": "cyprus", "norwegian": "norway",
    "norse": "norway", "czech": "czechia", "czechs": "czechia", "czech republic": "czechia", "peking": "beijing", "swede": "sweden",
    "hebrew": "israel", "peruvian": "peru", "afghan": "afghanistan", "afghans": "afghanistan", "kiwi": "new zealand",
    "crimean": "crimea", "bavarian": "bavaria", "genoese": "genoa", "venetian": "venice", "muscovite": "moscow", "catalan": "catalonia",
    "catalans": "catalonia", "latin": "latin america", "serb": "serbia", "serbs": "serbia", "croat": "croatia", "croats": "croatia",
    "slovene": "slovenia", "slovak": "slovakia", "hungarian": "hungary", "magyar": "hungary", "belgian": "belgium", "belgians": "belgium",
    "swahili": "swahili", "moroccan": "morocco", "ukrainian": "ukraine", "portuguese": "portugal", "maltese": "malta", "iraqi": "iraq",
    "omani": "oman", "cuban": "cuba", "malian": "mali", "togolese": "togo", "guyanese": "guyana", "beninese": "benin", "qatari": "qatar",
}  # fmt: skip
"""Small English name -> small English name of the land."""

ABROAD = {
    "США": "united states", "ЕС": "european union", "РФ": "russia", "ФРГ": "germany", "КНР": "china", "ООН": "united nations",
    "ОАЭ": "united arab emirates", "НАТО": "nato", "СССР": "soviet union", "КНДР": "north korea", "ЮАР": "south africa",
    "USA": "united states", "EEUU": "united states", "EUA": "united states", "UE": "european union", "EU": "european union",
    "ONZ": "united nations", "ONU": "united nations", "OSN": "united nations", "UNO": "united nations", "BRD": "germany",
    "RFN": "germany", "SRN": "germany", "ČR": "czechia", "RP": "poland", "VR": "china", "ChRL": "china", "VAE": "united arab emirates",
    "ZEA": "united arab emirates", "OTAN": "nato", "ZSRR": "soviet union", "SSSR": "soviet union", "UdSSR": "soviet union",
    "URSS": "soviet union", "RPA": "south africa", "国连": "united nations", "国連": "united nations", "EE": "united states",
    "GB": "united kingdom",
}  # fmt: skip
"""Short forms of other languages -> small English name of the land."""

SINGLE_HAN = {
    "美": ("united states",), "米": ("united states",), "英": ("united kingdom", "england"), "法": ("france",), "仏": ("france",),
    "德": ("germany",), "独": ("germany",), "俄": ("russia",), "露": ("russia",), "日": ("japan", "japanese"), "中": ("china", "chinese"),
    "华": ("china", "chinese"), "華": ("china", "chinese"), "韩": ("south korea", "korea", "korean"),
    "韓": ("south korea", "korea", "korean"), "朝": ("north korea", "korea", "korean"), "印": ("india", "indian"),
    "澳": ("australia", "australian", "macao", "macau"), "豪": ("australia", "australian"), "加": ("canada", "canadian"),
    "欧": ("europe", "european"), "歐": ("europe", "european"), "亚": ("asia", "asian"), "亜": ("asia", "asian"),
    "非": ("africa", "african"),
    "越": ("vietnam", "vietnamese"), "泰": ("thailand",), "菲": ("philippines",), "比": ("philippines", "belgium"), "台": ("taiwan",),
    "港": ("hong kong", "hong", "kong"), "藏": ("tibet", "tibetan"), "伊": ("italy", "iran", "italian"), "意": ("italy", "italian"),
    "西": ("spain", "western"), "葡": ("portugal",), "荷": ("netherlands",), "土": ("turkey",), "埃": ("egypt", "egyptian"),
    "汉": ("china", "chinese"), "漢": ("china", "chinese"), "和": ("japan", "japanese"),
}  # fmt: skip
"""One character that stands for a land in Chinese or Japanese news (美方, 日米, 豪州) -> its small English names."""
