"""How the letters are called in the five languages, folded, as far as a recogniser writes them as words."""

from functools import cache

NAMES = {
    "it": {
        "b": "bi", "c": "ci", "d": "di", "f": "effe", "g": "gi", "h": "acca", "j": "i lunga", "k": "kappa|cappa|capa",
        "l": "elle", "m": "emme", "n": "enne", "p": "pi", "q": "cu|qu", "r": "erre", "s": "esse", "t": "ti",
        "v": "vu|vi", "w": "doppia vu|doppio vu|vu doppia", "x": "ics|ix", "y": "ipsilon", "z": "zeta",
    },
    "en": {
        "a": "ay|eh", "b": "bee|be", "c": "see|sea|cee", "d": "dee", "f": "eff|ef", "g": "gee|jee",
        "h": "aitch|haitch|age", "i": "eye|aye", "j": "jay", "k": "kay|okay", "l": "el|ell|elle", "m": "em", "n": "en",
        "o": "oh", "p": "pee|pea", "q": "cue|queue|kew", "r": "are|ar", "s": "ess|es", "t": "tee|tea", "u": "you",
        "v": "vee", "w": "double you|double u", "x": "ex", "y": "why|wye", "z": "zed|zee",
    },
    "fr": {
        "b": "be", "c": "ce|ces|c est|ses", "d": "de|des", "f": "effe|ef", "g": "ge|j ai", "h": "ache|hache|hash",
        "j": "ji|j y", "k": "ka|cas", "l": "elle|el", "m": "emme|aime|em", "n": "enne|haine|en", "p": "pe|paix",
        "q": "qu|ku", "r": "erre|air|er", "s": "esse|est ce|es", "t": "te|the", "v": "ve", "w": "double ve|double v",
        "x": "ixe|ix|ics", "y": "i grec|y grec", "z": "zede|zed",
    },
    "de": {
        "a": "ah", "b": "be|beh", "c": "ce|tse|zeh", "d": "de|deh", "e": "eh", "f": "ef|eff", "g": "ge|geh",
        "h": "ha|haar", "j": "jot|yot", "k": "ka|kah", "l": "el|ell", "m": "em|emm", "n": "en|enn", "o": "oh",
        "p": "pe|peh", "q": "ku|kuh", "r": "er|err", "s": "es|ess", "t": "te|teh|tee", "u": "uh", "v": "vau|fau",
        "w": "we|weh", "x": "ix|iks", "y": "ypsilon", "z": "zett|zet",
    },
    "es": {
        "b": "be|ve alta", "c": "ce|se", "d": "de", "f": "efe", "g": "ge|je", "h": "hache|ache", "j": "jota",
        "k": "ka|ca", "l": "ele|el", "m": "eme", "n": "ene", "p": "pe", "q": "cu", "r": "erre|ere", "s": "ese",
        "t": "te", "v": "uve|ve", "w": "uve doble|doble uve", "x": "equis", "y": "ye|i griega", "z": "zeta|ceta",
    },
}  # fmt: skip


@cache
def letters_by_name(language: str) -> dict[str, str]:
    """Return the letter for each of its names in a language; names may be of two words."""
    called = NAMES.get(language, {})
    return {name: letter for letter, names in called.items() for name in names.split("|")}


@cache
def names_of(letter: str) -> frozenset[str]:
    """Return what a letter is called in any of the languages, and itself."""
    return frozenset(
        (letter, *(name for called in NAMES.values() for name in called.get(letter, "").split("|") if name))
    )
