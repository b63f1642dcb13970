"""People as a cell names them: several in one, with titles, affiliations and the last name first."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.shapes.people.name_order import (
    BREAKS,
    TITLE,
    first_name_first,
    initials_first,
    office_apart,
    without_capitals,
    without_footnotes,
)
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.wording import plain

PARTICLES = frozenset(
    "de del della di da dal dalla dello degli dei la le lo li van von der den des du dos do das el al bin ibn y e i zu "
    "zur ten ter af de’ de' ap ab ní ó".split()
)
AND = re.compile(r"\s+(?:&|and|und|et|y|e|with|mit|con|avec|feat\.?|\+)\s+|\s*&\s*", re.IGNORECASE)
AND_ANOTHER = re.compile(r"^(?:&|and|und|et|y|e|with|mit|con|avec)\s+(?=[A-ZÀ-Þ])")
"""Before the last of several, behind where the one before works: "Ada Orr, Leeds, and Bo Lie, York"."""
COMMA = re.compile(r"\s*,\s*(?![^(]*\))")
ORGANISATION = re.compile(r"\s+[-–—@]\s+|\s*\(([^()]*)\)\s*$")
DEGREE = re.compile(
    r"^(?:m\.?\s?sc|b\.?\s?sc|m\.?\s?a|b\.?\s?a|ph\.?\s?d|m\.?\s?d|ll\.?\s?m|mba|dipl\.[\w.-]*)\.?(?:\s*\(([^()]*)\))?$",
    re.IGNORECASE,
)
"""What stands behind a name and a comma, and is nobody."""
ABBREVIATED = re.compile(r"[A-ZÀ-Þ]{2,6}\s(?=\S*[a-zß-ÿ])")
"""`TU Graz`, `IES Ribera`"""
SHORTEST_FIELD = 6
SHORTEST_PLACE = 3
"""Letters of a word behind a name that is a town: "L. Ferrini (Bari)", "E. Kern (Ulm)"."""
PAIR = 2
FEWEST_LISTED = 3
"""Names that make a list, and no name with where somebody works."""
LONGEST_LINE = 160
LONGEST_INSTITUTION = 8
"""Words."""
MOSTLY = 0.5
BRACKETED = re.compile(r"\([^()]*\)")
COMPANY = re.compile(
    r"\b(?:uni(?:mi|bo|pd|to|na|ge|fi|pi|si|ba|ca|ct|pa|pr|tn|ts|ud|ve|vr|pv)?|gmbh|srl|s\.r\.l|spa|s\.p\.a|inc|ltd|llc|(?-i:AG|ag|SA|SAS|CHU|chu|CHRU|KG)|universi[td]\w*|institut\w*|istituto|polit[eé]cnic\w+|"
    r"polytechni\w+|foundation|"
    r"fondazione|stiftung|fondation|fundaci[oó]n|association|associazione|asociaci[oó]n|verein|hospital\w*|ospedal\w*|"
    r"klinik\w*|polic?linic\w+|federazione|f[eé]d[eé]ration|federaci[oó]n|societ[àa]|soci[eé]t[eé]|sociedad|gesellschaft|"
    r"clini\w+|h[oô]pita\w*|\w*schule|scuola|escuela|[eé]cole|liceo|lyc[eé]e|coll[eè]ge|kanzlei|agentur|stadtwerke|"
    r"school|minist\w+|archiv\w*|bibliote\w+|biblioth\w+|observato\w+|osservatori\w+|"
    r"regione|comune|consorzio|labs?|laborator\w+|muse\w+|trust|cent(?:er|re|ro)|zentrum|verband|"
    r"research|group|network|solutions|consulting|technolog\w+|systems|studio|academy|akademie|council|bank|news|"
    r"cooperativa|e\.? ?v|stadt|gemeinde|landkreis|bezirk|ville|mairie|ayuntamiento|diputaci[oó]n|provincia|"
    r"municip\w+|county|d[ée]partement|department|departamento|dipartimento|pr[ée]fecture|prefettura|kanton)\b",
    re.IGNORECASE,
)

UNIT = re.compile(
    r"(?:unit|unidad|unit[àa]|unit[ée]|u\.?o\.?c?\.?|dep(?:t|artment|artamento)|dipartimento|d[ée]partement|abteilung|"
    r"fachbereich|referat|service|servicio|servizio|division|divisione|divisi[óo]n|section|sezione|secci[óo]n|lehrstuhl|"
    r"chair of|cattedra|c[áa]tedra|chaire|office|ufficio|oficina|working group|arbeitsgruppe|gruppo|groupe|grupo|"
    r"[ée]quipe|equipo|facult\w+|facolt[àa]|fakult[äa]t)\b",
    re.IGNORECASE,
)
"""What a part of an institution begins with: it has no first name, and what follows its comma is where it belongs."""


OUTDOORS = re.compile(
    r"(?:plaza|piazza(?:le)?|place|largo|rue|calle|via|viale|avenida|avenue|boulevard|paseo|quai|square|campo)\s|"
    r"[^\W\d]+(?:platz|stra(?:ß|ss)e|gasse|allee)(?!\w)",
    re.IGNORECASE,
)
"""What the name of a street or a square begins with."""


PLACES_LEFT = re.compile(
    r"(?:max\w*\.?|maximal|höchstens|al massimo|au maximum|máx\w*\.?|massimo|up to|limited to|bis zu)\s+\d+\s+[^\W\d]|"
    r"\d+\s+(?:places?|seats?|posti|plazas?|plätze|personen|persone|personnes|personas|people|participants?)\b",
    re.IGNORECASE,
)
"""How many a workshop takes, behind who gives it."""
TOWN = re.compile(r"(?:St\.|Sankt|Bad)\s[A-ZÀ-Þ][\w-]+$")
"""`St. Pölten`, `Bad Ischl`: written as a name is, and a town."""
OTHERS = re.compile(
    r",?\s+(?:et|e|and|und|y|&)\s+(?:d[’']autres|(?:molti |tanti )?altr[ie]|(?:many )?others|(?:many )?more|"
    r"(?:viele )?weitere|(?:viele )?andere|(?:muchos )?otros|(?:muchas )?otras)(?:\s[a-zß-ÿ][\w’'-]*){0,3}\.?$"
)
"""At the end of a line of names: "Ada Orr and others"."""
STOP = re.compile(r"(?<=[a-zß-ÿ]{3})\.$")
"""At the end of a line of names, of which the last is not abbreviated: "and Eva Lohse."."""
BEHIND = re.compile(r"\s+[-–—|]\s+")
MOST_WORDS_OF_ROLE = 6
ELIDED = re.compile(r"(?:d|l|dell|dall|t|s)['’](?=[A-ZÀ-Þ])")
"""`d'Arienzo`, `dell'Acqua`, `t'Hooft`"""
JOINED = re.compile(r"(?:[ae](?:sh|[ldrsnzt])|ul|bin|ben|ibn|abu)[-‑](?=[A-ZÀ-Þ])")
"""`al-Hashimi`, `el-Sayed`, `ez-Zahra`"""
INITIAL = re.compile(r"M\.\s?(?:[A-ZÀ-Þ]\.\s?)*[A-ZÀ-Þ][\w’'-]+$")
"""`M. Rossi`, who may be a Mario; a Monsieur has the same name."""


NUMBERED = re.compile(
    r"(?:session[ei]?|s[ée]ance|sesi[óo]n|sitzung|sektion|section|sezione|secci[óo]n|panel|block|bloque|blocco|mesa|tavola|"
    r"workshop|taller|atelier|track|part[ei]?|teil)\s+[IVX]{1,4}(?![^\W_])",
    re.IGNORECASE,
)
"""`SESSIONE I. Fabbriche`, which has no initial."""


NO_GIVEN_NAME = re.compile(
    r"(?:opening|closing|welcome|welcoming|posters?|panels?|plenary|keynotes?|lightning|annual|final|awards?|prizes?|"
    r"guided|walking|networking|breakout|concluding|introductory|general (?:assembly|meeting|discussion)|"
    r"group (?:photo|picture|work|discussion)|question time|round ?table)\b(?! [A-Z]\.)",
    re.IGNORECASE,
)
"""What titles begin with that have capitals throughout: "Closing Remarks", "Annual Meeting"."""
ROMAN = re.compile(r"X{0,2}(?:I[VX]|VI{0,3}|I{2,3})|X{1,2}")
"""A number of two or more, up to thirty; "I" alone may be an initial."""


def looks_like_person(text: str) -> bool:
    """Return whether a text could be one person's name."""
    said = text.strip().strip('"')
    if NUMBERED.match(said):
        return False
    cleaned = said if INITIAL.match(said) else TITLE.sub("", said)
    if OUTDOORS.match(cleaned) or TOWN.match(cleaned) or NO_GIVEN_NAME.match(cleaned):
        return False
    if not 3 <= len(cleaned) <= 60 or any(letter.isdigit() or letter in "@:?!/<>[]{}=…" for letter in cleaned):
        return False
    words = re.sub(r"[\"“”„«»()]", " ", cleaned).replace(",", " ").split()
    names = [word for word in words if word.casefold() not in PARTICLES]
    if not 1 < len(words) <= 6 or not names or COMPANY.search(cleaned):
        return False
    if len(words) == 2 and ROMAN.fullmatch(words[1]):  # "Magazin III": a person has more names before a number
        return False
    return all(
        not word[0].islower()
        and word[0].isalpha()
        or word[0] in "'’"
        or any(one.match(word) for one in (ELIDED, JOINED))
        for word in names
    )


def has_title_and_role(line: str) -> bool:
    """Return whether a line is a name with its title, a dash and what they are: "Dr. Ada Orr – President"."""
    name, dash, role = BEHIND.sub("\n", line, count=1).partition("\n")
    if not dash or BEHIND.search(role) or TITLE.match(name) is None or not looks_like_person(name):
        return False
    return len(role.split()) <= MOST_WORDS_OF_ROLE and role[-1:] not in tuple(".!?:")


def people_in(text: str, last_name_first: bool = False, employers: bool = False) -> tuple[DraftPerson, ...]:
    """Return everybody a cell names, in order, each with an affiliation where it says one.

    With `employers`, what stands behind a name and a comma is where they work, or what they are.
    """
    lines = (STOP.sub("", OTHERS.sub("", without_footnotes(plain(line)))) for line in text.splitlines() if line.strip())
    cleaned = "\n".join(lines)
    found: list[DraftPerson] = []
    pieces = [*filter(None, BREAKS.split(cleaned))]
    for piece in pieces:
        if PLACES_LEFT.match(piece):
            continue
        piece = initials_first(unlabelled(piece))
        if last_name_first and (swapped := _swapped(piece)):
            found.append(swapped)
            continue
        if _is_unit(piece):
            found.append(DraftPerson(piece.strip()))
            continue
        if employers and "," in piece and (employed := _employed(piece)):
            found += employed
            continue
        parts = _parts(piece)
        # One in capitals alone is no "LI Wei" among others.
        short = [part for part in parts if ABBREVIATED.match(part) and not TITLE.match(part)]
        loud = [part for part in parts if part.isupper() and sum(map(str.isalpha, part)) >= SHORTEST_FIELD]
        words = _words_behind(parts) if len(parts) > PAIR or len(pieces) > 1 else []
        for at, part in enumerate(parts):
            found = _with(found, part, is_employer=bool(at) and ([part] in (short, loud) or part in words))
    return tuple(map(_with_office_beside, found))


def _words_behind(parts: Sequence[str]) -> Sequence[str]:
    """Return the words that stand behind each name of a list, which are where they live or what they are."""
    names, words = parts[::2], parts[1::2]
    are_words = all(one.isalpha() and one.istitle() and len(one) >= SHORTEST_PLACE for one in words)
    return words if len(names) == len(words) and are_words and all(map(looks_like_person, names)) else []


def _with_office_beside(person: DraftPerson) -> DraftPerson:
    """Return a person with the office that is written before the name as what they are."""
    name, office = office_apart(person.name)
    is_named = bool(office) and looks_like_person(name)
    told = ", ".join(filter(None, (office, person.affiliation)))
    return DraftPerson(name, person.id, told) if is_named else person


def _is_unit(piece: str) -> bool:
    """Return whether a text is the whole name of a part of an institution: `Unidad de Nefrología, Hospital Sierra`."""
    parts = COMMA.split(piece.strip())
    return len(parts) > 1 and UNIT.match(parts[0]) is not None and all(map(is_no_person, parts[1:]))


def unlabelled(piece: str) -> str:
    """Return a text without the label that says what its names are."""
    found = labelled(piece)
    return found[1] if found is not None and found[0] != "room" else piece


def writes_employers(lines: Iterable[str]) -> bool:
    """Return whether lines write `Maria Rossi, Regione Marche` or `Anna Kern, sommelier`: what somebody is, too."""
    pairs = [
        _bare(piece).partition(",")
        for line in lines
        if len(line) <= LONGEST_LINE
        for piece in BREAKS.split(unlabelled(plain(line)))
        if "," in piece
    ]
    behind = [rest.strip() for name, _, rest in pairs if rest.strip() and looks_like_person(_bare(name))]
    clear = [rest for rest in behind if is_no_person(rest)]
    told = Counter((_bare(name), rest.strip()) for name, _, rest in pairs if rest.strip())
    often = sum(count for (name, rest), count in told.items() if count > 1 and not any(n == rest for n, _ in told))
    return len(clear) >= max(2, 0.3 * len(behind)) or len(clear) > 1 and len(clear) + often >= MOSTLY * len(behind)


def is_no_person(text: str) -> bool:
    """Return whether a text can only be where somebody works or what they are."""
    first = _split_organisation(COMMA.split(text)[0].strip())[0]
    if TITLE.match(first) and looks_like_person(first) or DEGREE.match(first):
        return False
    halves = AND.split(first)
    if len(halves) > 1 and all(looks_like_person(half) for half in halves):
        return False
    return (
        ABBREVIATED.match(first) is not None
        or not first[:1].isupper()
        or first.isupper()
        or COMPANY.search(first) is not None
        or not looks_like_person(first)
    )


def is_institution(text: str) -> bool:
    """Return whether a text is surely no person but where somebody works: `TU Graz`, `Museo del Tessile`, `INRAE`."""
    said = text.strip()
    if not said[:1].isupper() or len(said.split()) > LONGEST_INSTITUTION or TITLE.match(said) or "," in said:
        return False
    return ABBREVIATED.match(said) is not None or COMPANY.search(said) is not None


def _bare(name: str) -> str:
    return re.sub(r"\s*\([^()]*\)", "", name).strip()


def _employed(piece: str) -> list[DraftPerson]:
    """Return who a text names, each with what stands behind the comma; none where it does not begin with names."""
    found: list[DraftPerson] = []
    parts = COMMA.split(piece)
    if words := _words_behind(parts):
        return [DraftPerson(without_capitals(name), None, word) for name, word in zip(parts[::2], words, strict=True)]
    each = [half.strip() for part in parts for half in _people_joined(part)]
    if len(parts) > 1 and all(half.endswith(")") and looks_like_person(_bare(half)) for half in each):
        return [DraftPerson(*_in_order(_split_organisation(half))) for half in each]
    if len(parts) >= FEWEST_LISTED and all(
        looks_like_person(_bare(part)) and not COMPANY.search(_bare(part)) for part in parts
    ):
        return [DraftPerson(*_in_order(_split_organisation(part.strip()))) for part in parts]
    if _is_told_in_brackets(parts):
        return [*people_in(piece)]
    halves = [_bare(half) for part in parts for half in AND.split(part) if half and half.strip()]
    if (
        len(parts) > 1
        and AND.search(parts[-1])
        and len(halves) > len(parts)
        and all(looks_like_person(half) for half in halves)
    ):
        return [*people_in(piece)]  # "Ada Orr, Bo Lie (Kiln) and Eve Moss"
    for part in parts:
        another = AND_ANOTHER.sub("", part)
        names = [half for half in AND.split(another) if half and half.strip()]
        is_title = (TITLE.match(another) is not None or another != part) and looks_like_person(_bare(another))
        is_title = is_title and not _is_office_held(another)
        if not found or is_title:
            named = names if all(looks_like_person(_bare(name)) for name in names) else [another]
            if not all(looks_like_person(_bare(name)) for name in named):
                return []
            found += [DraftPerson(*_in_order(_split_organisation(name.strip()))) for name in named]
        elif not DEGREE.match(part):
            last = found[-1]
            found[-1] = DraftPerson(last.name, last.id, ", ".join(filter(None, (last.affiliation, part.strip()))))
    return found


def _is_told_in_brackets(parts: Sequence[str]) -> bool:
    """Return whether several people have where they work in brackets: "Ada Orr (Kiln), Eve Moss and Bo Lie, baker"."""
    said = [part.strip() for part in parts]
    if not said[0].endswith(")") or not looks_like_person(_bare(said[0])):
        return False
    others = [half for part in said[1:] for half in _halves(part)]
    named = [half for half in others if looks_like_person(_bare(half)) and not COMPANY.search(_bare(half))]
    is_joined = len(named) > 1 and any(AND.search(part) for part in said[1:])
    return is_joined or bool(named) and len(named) == len(others) or any(one.endswith(")") for one in named)


def _in_order(split: tuple[str, str | None]) -> tuple[str, None, str | None]:
    return without_capitals(split[0]), None, split[1]


def _halves(part: str) -> list[str]:
    """Return what "and" joins outside of brackets: "Ada Orr (Hook & Sons) and Bo Lie"."""
    hidden = BRACKETED.sub(lambda found: "x" * len(found[0]), part)
    found: list[str] = []
    start = 0
    for joined in AND.finditer(hidden):
        found.append(part[start : joined.start()])
        start = joined.end()
    return [half for half in (*found, part[start:]) if half.strip()]


def _parts(piece: str) -> list[str]:
    parts = [half for part in COMMA.split(piece) for half in _people_joined(part)]
    return [part.strip() for part in parts if part.strip()]


def _people_joined(part: str) -> list[str]:
    """Return the people that "and" joins; "Ricerca e Sviluppo" is one name of something."""
    another = AND_ANOTHER.sub("", part.strip())
    if another != part.strip() and looks_like_person(_bare(another)):
        return [another]
    halves = _halves(part)
    people = len(halves) > 1 and all(looks_like_person(_split_organisation(half)[0]) for half in halves)
    return halves if people else [part]


def _is_office_held(part: str) -> bool:
    """Return whether what stands behind a name is an office and of what: "sindaca di Feltre", and no other name."""
    behind, office = office_apart(part.strip())
    return bool(office) and behind[:1].islower()


def _with(found: list[DraftPerson], part: str, *, is_employer: bool = False) -> list[DraftPerson]:
    if found and (degree := DEGREE.match(part)) is not None:
        return [*found[:-1], replace(found[-1], affiliation=found[-1].affiliation or degree[1])]
    name, organisation = _split_organisation(part)
    is_lower = part[:1].islower() and part.split()[0] not in PARTICLES  # "journaliste", "sommelier in Bozen"
    is_other = COMPANY.search(part) or len(part.split()) == 1 and part.isupper() or is_lower
    if found and (is_employer or _is_office_held(part) or not looks_like_person(name) and is_other):
        last = found[-1]
        whole = ", ".join(filter(None, (last.affiliation, part)))
        return [*found[:-1], DraftPerson(last.name, last.id, whole)]
    return [*found, DraftPerson(without_capitals(name), None, organisation)]


def _split_organisation(part: str) -> tuple[str, str | None]:
    found = ORGANISATION.search(part)
    if not found or not part[: found.start()].strip():
        return part.strip(), None
    inside = (found[1] or "").strip()
    is_titled = TITLE.match(part.strip()) is not None
    is_word = inside.isalpha() and inside[1:].islower() and len(inside) >= SHORTEST_FIELD
    named = part[: found.start()].casefold()
    is_own = inside[: 3 if inside[:1].islower() else 4].casefold() in named  # "Anna Rossi (annina)"
    words = re.split("[-'’]", inside)  # "Reggio-Emilia", "L'Aquila"
    is_place = all(word.istitle() for word in words) and len(inside) >= SHORTEST_PLACE
    is_name = inside[:1].isupper() and any(not sign.isalnum() for sign in inside) or inside[1:] != inside[1:].lower()
    is_field = is_titled or (is_word or is_place) and not is_own or is_name and inside[:1].isupper()
    if (
        found[1] is not None
        and " " not in inside
        and not inside.isupper()
        and not is_field
        and not COMPANY.search(inside)
    ):
        return part.strip(), None  # a handle in brackets belongs to the name
    return part[: found.start()].strip(), (found[1] or part[found.end() :]).strip() or None


def _swapped(piece: str) -> DraftPerson | None:
    name, employer = _split_organisation(piece)
    swapped = first_name_first(name)
    return DraftPerson(swapped, None, employer) if swapped is not None else None
