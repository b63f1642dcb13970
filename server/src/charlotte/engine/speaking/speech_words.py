"""The words a voice puts in place of signs, for each language."""

from collections.abc import Callable, Mapping

from charlotte.engine.speaking.numbers import cardinal


def _time_en(hour: int, minute: int) -> str:
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    said = cardinal((hour - 1) % 12 + 1, "en")
    if minute:
        said += f" {'oh ' if minute < 10 else ''}{cardinal(minute, 'en')}"
    return f"{said} {'a.m.' if hour < 12 else 'p.m.'}"


def _time_it(hour: int, minute: int) -> str:
    said = cardinal(hour, "it")
    return f"{said} e {cardinal(minute, 'it')}" if minute else said


def _time_fr(hour: int, minute: int) -> str:
    if minute == 0 and hour in (0, 12):
        return "midi" if hour else "minuit"
    said = "une heure" if hour == 1 else f"{cardinal(hour, 'fr')} heure{'s' if hour > 1 else ''}"
    said = said.replace("-", " ")  # Pico swallows half of "dix-sept heures"
    if said.startswith("vingt et un "):
        said = said.replace("et un ", "et une ", 1)
    return f"{said} {cardinal(minute, 'fr')}" if minute else said


def _time_de(hour: int, minute: int) -> str:
    said = "ein Uhr" if hour == 1 else f"{cardinal(hour, 'de')} Uhr"
    return f"{said} {cardinal(minute, 'de')}" if minute else said


def _time_es(hour: int, minute: int) -> str:
    said = {1: "una", 21: "veintiuna"}.get(hour, cardinal(hour, "es"))
    return f"{said} y {cardinal(minute, 'es')}" if minute else said


TIME: Mapping[str, Callable[[int, int], str]] = {
    "en": _time_en,
    "it": _time_it,
    "fr": _time_fr,
    "de": _time_de,
    "es": _time_es,
}

ONE_O_CLOCK: Mapping[str, tuple[tuple[str, str], ...]] = {
    "en": (),
    "it": (
        (r"\balle uno\b", "all'una"),
        (r"\bdalle uno\b", "dall'una"),
        (r"\ble uno\b", "l'una"),
        (r"\balle zero\b(?! e)", "a mezzanotte"),
    ),
    "fr": (),
    "de": ((r"\bUhr( \w+)? Uhr\b", r"Uhr\1"),),
    "es": ((r"\blas (una)\b", r"la \1"),),
}
"""Articles that change with the hour, and "Uhr" that was already written after the digits."""

RANGE: Mapping[str, str] = {"en": "to", "it": "alle", "fr": "à", "de": "bis", "es": "a"}
POINT: Mapping[str, str] = {"en": "point", "it": "punto", "fr": "point", "de": "Punkt", "es": "punto"}

MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
    + ("November", "December"),
    "it": ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre")
    + ("novembre", "dicembre"),
    "fr": ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre")
    + ("novembre", "décembre"),
    "de": ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober")
    + ("November", "Dezember"),
    "es": ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre")
    + ("noviembre", "diciembre"),
}

ABBREVIATIONS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "Dr.": "Doctor",
        "Dr": "Doctor",
        "Prof.": "Professor",
        "vs.": "versus",
        "vs": "versus",
        "e.g.": "for example",
    },
    "it": {
        "Dr.": "dottor",
        "Dott.": "dottor",
        "Dott.ssa": "dottoressa",
        "Prof.": "professor",
        "Prof.ssa": "professoressa",
        "vs.": "contro",
        "vs": "contro",
        "ecc.": "eccetera",
    },
    "fr": {"Dr.": "docteur", "Dr": "docteur", "Prof.": "professeur", "vs.": "contre", "vs": "contre", "M.": "monsieur"},
    "de": {
        "Dr.": "Doktor",
        "Dr": "Doktor",
        "Prof.": "Professor",
        "vs.": "gegen",
        "vs": "gegen",
        "z.B.": "zum Beispiel",
    },
    "es": {"Dr.": "doctor", "Dra.": "doctora", "Prof.": "profesor", "vs.": "contra", "vs": "contra", "Sr.": "señor"},
}

SYMBOLS: Mapping[str, Mapping[str, str]] = {
    "en": {"&": "and", "%": "percent", "€": "euros", "≠": "is not", "→": "to", "+": "plus", "=": "equals", "@": "at"},
    "it": {
        "&": "e",
        "%": "per cento",
        "€": "euro",
        "≠": "non è",
        "→": "a",
        "+": "più",
        "=": "uguale",
        "@": "chiocciola",
    },
    "fr": {
        "&": "et",
        "%": "pour cent",
        "€": "euros",
        "≠": "n'est pas",
        "→": "vers",
        "+": "plus",
        "=": "égale",
        "@": "at",
    },
    "de": {"&": "und", "%": "Prozent", "€": "Euro", "≠": "ist nicht", "→": "zu", "+": "plus", "=": "gleich", "@": "at"},
    "es": {"&": "y", "%": "por ciento", "€": "euros", "≠": "no es", "→": "a", "+": "más", "=": "igual", "@": "arroba"},
}
