"""Names with the last name first: "Rossi, Maria", "Dr. Lenz, Oskar", "LE GOFF Maryvonne"."""

import re

OFFICES = (
    r"(?-i:[A-ZÄÖÜ][a-zäöüß]{3,}\s(?:a\.\s?D|i\.\s?R))(?=\.)|(?:alt\W?|ober|vize)?b(?:ü|ue)rgermeister(?:in)?|"
    r"(?:stadt|gemeinde|land|kantons|regierungs|national|stände)r(?:at|ätin)|(?:vice)?sindac[oa]|assessor[ea]|onorevole|"
    r"(?-i:(?:[A-ZÄÖÜ][a-zäöüß]{3,})?(?:[Pp]farrer|[Dd]ekan|[Kk]antor|[Dd]iakon|[Ss]uperintendent)(?:in)?|[Pp]röpst(?:in)?|"
    r"Propst)|"
    r"bgm(?:\.\s?in)?|alcalde(?:sa)?|concejala?|bourgmestre|[ée]chevine?|lord\smayor|cllr|councillor"
)
"""What somebody is or was, written before the name as titles are: "Bürgermeisterin a. D. Petra Huber"."""
TITLES = (
    r"(?:prof|dr|doz|bgm|ing|lr|abg)\.\s?in\b|(?:prof|dr|dott|arch)\.\s?ssa\b|mag\.?a|mag\.\s*(?:iur|jur|phil|theol|oec|techn|pharm|vet)(?=\.)|(?:dott|prof|dr)\.\s?ri\b|dr|prof|professor|professoressa|dott|dottor|dottoressa|ing|arch|avv|mr|mrs|ms|"
    r"mme|m|herr|frau|sig|sig\.ra|sra|sr|phd|pd|priv|doz|med|dipl(?:\.?-\s?[a-zü]+)?|dra|univ|magistra|mag|ra|rain|due|"
    r"suor|padre|don|ma[iî]tre|inf|rer|nat|habil|h\.?\s?c|ass|phys|geol|agr|pr|rag|cav|eng|em|dre|mtr[oa]|lic|licd[oa]|dña|doña|d\.?\s?ª|"
    r"hofr(?:at|[äa]tin)(?:\s+i\.\s?r)?|hr(?=\.|\s+(?:dr|mag|dipl|univ|di)\b)|"
    r"(?-i:[A-ZÄÖÜ]{2,4}(?=\s(?:Univ|Prof|Dr|Mag|Dipl)\b))|"
    r"(?-i:DGKP?S?(?=\s+[A-ZÀ-Þ])|(?:DI|DDr|MMag)(?=\.?\s+[A-ZÀ-Þ][a-zß-ÿ]))|bgm(?=\.)|"
    r"(?:exc?m|ilt?r?m)[oa](?=\.)|(?:rev|mons|msgr)(?=\.)|rt\.?\shon|(?:the\s)?hon(?=\.)|"
    r"(?:iur|jur|phil|theol|oec|techn|geom|enol|biol|on|sen|cap|col|gen)(?=\.)|(?-i:Me(?=\s+[A-ZÀ-Þ]))"
)
OFFICE = re.compile(rf"^((?:{OFFICES})\b\.?)\s+(?=\S)", re.IGNORECASE)
TITLE = re.compile(rf"^(?:(?:{TITLES}|{OFFICES})\b\.?\s*(?:-\s*)?)+(?=\S)", re.IGNORECASE)
BREAKS = re.compile(
    r"\s*(?:[;|\n\r•·]|\s[/+]\s(?![^()\n]*\))|"
    r"\s[–—-]\s(?=(?i:(?:prof|dott)\.?(?:ssa|in)\.?|(?:prof|dott?|drs?|dra|inf|ing|arch|avv|mag|pr)\.)\s))\s*"
)
"""What stands between people; a stroke or a plus in brackets stands between where somebody works.

A dash does before a title: "Prof. A. Rossi (Bari) – Dott.ssa B. Neri (Lodi)".
"""
NUMBERS = re.compile(r"\s*(?:[(\[]\d{1,2}(?:\s*[,;/]\s*\d{1,2})*[)\]])+|(?<=[^\W\d])\s?[⁰¹²³⁴-⁹](?:[,;]?[⁰¹²³⁴-⁹])*")
"""The footnotes behind authors that say where each works: `Silva, Ana (1,3)`, `Jan Novák²`."""
RAISED = re.compile(
    r"(\S\s[A-ZÀ-Þ][\w'’-]*?[a-zà-ÿ])\d{1,2}(?:,\d{1,2})*(?=[*†‡]*\s*(?:[,;&\n]|$|(?:and|et|und|y|e)\s))"
)
"""Footnotes that stood raised behind a surname: `Ann Cole1,2*, Ben Orr3`."""
STARS = re.compile(r"(?<=[^\W\d.])\s?[*†‡§]+(?=\s*(?:[,;&\n(]|$))")
BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
CAPITALS = re.compile(
    r"(?P<last>(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+\s+)+)(?P<first>[A-ZÀ-Þ][a-zß-ÿ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*)?)"
)
INITIALS = re.compile(
    r"\b([A-ZÀ-Þ][^\W\d_]+(?:[ '’-][^\W\d_]+){0,2}),\s*((?:[A-ZÀ-Þ]\.[ -]?)*[A-ZÀ-Þ]\.)"
    r"(?!\w|\s+(?!(?:and|und|et|y|e)\s)[^\W\d_])"
)
LONGEST_ACRONYM = 3
"""Letters in capitals before a name that may be somebody's institute: "IES Ribera"."""


def without_footnotes(text: str) -> str:
    """Return a list of authors without the numbers and signs that say where each works and who presents."""
    return STARS.sub("", RAISED.sub(r"\1", NUMBERS.sub("", text)))


def first_name_first(piece: str) -> str | None:
    """Return `Rossi, Maria` as `Maria Rossi`, its title before it; None where it has no comma."""
    title = TITLE.match(piece)
    last, _, first = piece[title.end() if title else 0 :].partition(",")
    if not last.strip() or not first.strip():
        return None
    return " ".join(filter(None, (title[0].strip() if title else "", first.strip(), last.strip())))


def office_apart(name: str) -> tuple[str, str]:
    """Return a name without the office written before it, and the office: "Landrat Dr. Karl Groß"."""
    found = OFFICE.match(name)
    return (name[found.end() :], found[1]) if found is not None else (name, "")


def initials_first(text: str) -> str:
    """Return `Olsen, P., Kent, M.-L.` as `P. Olsen, M.-L. Kent`."""
    return INITIALS.sub(r"\2 \1", text)


def without_capitals(name: str) -> str:
    """Return `LE GOFF Maryvonne` as `Maryvonne Le Goff`, any other name as it is."""
    title = TITLE.match(name)
    found = CAPITALS.fullmatch(name, title.end() if title else 0)
    if found is None or sum(map(str.isalpha, found["last"])) <= LONGEST_ACRONYM:
        return name
    return f"{title[0] if title else ''}{found['first']} {found['last'].strip().title()}"
