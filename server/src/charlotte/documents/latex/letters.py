"""Letters and signs that LaTeX writes with commands."""

import re
import unicodedata

ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "k": "\u0328", "d": "\u0323",
}  # fmt: skip
LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "SS": "ẞ",
}  # fmt: skip
SIGNS = LETTERS | {
    "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "textellipsis": "…", "textbullet": "•",
    "bullet": "•", "cdot": "·", "textperiodcentered": "·", "guillemotleft": "«", "guillemotright": "»",
    "og": "« ", "fg": " »", "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "textquoteright": "’", "lq": "‘",
    "textquoteleft": "‘", "rq": "’", "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„",
    "euro": "€", "texteuro": "€", "EUR": "€", "pounds": "£", "textsterling": "£", "copyright": "©", "S": "§",
    "textregistered": "®", "texttrademark": "™", "textdegree": "°", "degree": "°", "dag": "†", "ddag": "‡", "P": "¶",
    "textbackslash": "\\", "textasciitilde": "~", "textunderscore": "_", "slash": "/", "textbar": "|", "times": "×",
    "rightarrow": "→", "to": "→", "textrightarrow": "→", "leftarrow": "←", "star": "★", "textasciicircum": "^",
    "textordfeminine": "ª", "textordmasculine": "º", "no": "n° ", "No": "N° ", "degres": "°", "TeX": "TeX",
    "LaTeX": "LaTeX", "textquotesingle": "'", "ier": "er", "iere": "re", "ieme": "e", "nobreakspace": "\u00a0",
    "space": " ", "textvisiblespace": " ", "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}",
    " ": " ", "\n": " ", ",": "\u00a0", ";": " ", ":": " ", "!": "", "/": "", "-": "", "@": "", ">": " ", "*": "",
}  # fmt: skip
TYPED = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ('"`', "„"), ("\"'", "“"), ("'", "’"), ("~", "\u00a0"))
GERMAN = re.compile(r'(?<!\\)"([aouAOU])')
GERMAN_S = re.compile(r'(?<!\\)"[sz]')
SPEAKS_GERMAN = re.compile(r"\[[^\]]*german[^\]]*\]\{babel\}|\{n?german\}")
DOTLESS = {"ı": "i", "ȷ": "j"}


def accented(accent: str, letter: str) -> str:
    """Return a letter with its accent."""
    base = DOTLESS.get(letter[:1], letter[:1])
    return unicodedata.normalize("NFC", base + ACCENTS[accent]) + letter[1:]


def typed(text: str) -> str:
    """Return plain text with the dashes and quotes that several signs stand for."""
    for signs, letter in TYPED:
        text = text.replace(signs, letter)
    return text


def with_umlauts(source: str) -> str:
    """Return a source with the umlauts that German writes with a quote: `"a`."""
    if not SPEAKS_GERMAN.search(source):
        return source
    return GERMAN_S.sub("ß", GERMAN.sub(lambda found: unicodedata.normalize("NFC", found[1] + "\u0308"), source))
