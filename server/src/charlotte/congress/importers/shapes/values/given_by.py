"""Who gives what, in a line below its title: "Talk by Ada Orr, Ulm", "Atelier avec Bo Lie", "Testimonianze di …"."""

import re
from typing import Literal

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

Role = Literal["speakers", "chairs"]
SPOKEN = (
    r"talks?|lectures?|papers?|presentations?|reports?|testimon(?:y|ies)|"
    r"\w*vorträge?|\w*vortrag|\w*referate?|\w*berichte?|beitrag|beiträge|statements?|"
    r"ansprachen?|grußworte?|festrede|laudatio|speech(?:es)?|allocutions?|discours|salut[oi]|discors[oi]|discursos?|"
    r"conférences?|exposés?|communications?|interventions?|témoignages?|présentations?|récits?|"
    r"relazion[ei]|intervent[oi]|testimonianz[ae]|lezion[ei]|conferenz[ae]|presentazion[ei]|raccont[oi]|"
    r"charlas?|conferencias?|ponencias?|testimonios?|intervenci(?:ón|ones)|presentaci(?:ón|ones)|relatos?"
)
"""What somebody says, who may follow as its owner: "exposé de Bo Lie"."""
SHARED = (
    r"demonstrations?|demos?|sessions?|workshops?|master ?class(?:es)?|class(?:es)?|lessons?|courses?|conversations?|"
    r"discussions?|debates?|dialogues?|round ?tables?|panels?|interviews?|readings?|show and tell|tours?|walks?|"
    r"visits?|excursions?|outings?|trips?|"
    r"\w*gespräche?|\w*runde|\w*diskussion|\w*debatte|podium|lesung|werkstatt|\w*kurs|seminar|übung|vorführung|\w*führung|"
    r"\w*rundgang|\w*spaziergang|\w*wanderung|exkursion|ausflug|unterricht|"
    r"ateliers?|démonstrations?|tables? rondes?|débats?|entretiens?|rencontres?|visites?|balades?|promenades?|sorties?|"
    r"stages?|cours|"
    r"tavol[ae] rotond[ae]|laborator[io]{1,2}|dimostrazion[ei]|dialog[hi]?[oi]?|conversazion[ei]|dibattit[oi]|"
    r"incontr[oi]|visit[ae]|passeggiat[ae]|escursion[ei]|cors[oi]|"
    r"mesas? redondas?|taller(?:es)?|demostraci(?:ón|ones)|diálogos?|conversaci(?:ón|ones)|coloquios?|encuentros?|"
    r"visitas?|paseos?|clases?|cursos?"
)
HOW = (
    r"(?:(?:led|given|held|presented|introduced|conducted|gehalten|geleitet|geführt|tenut[aeio]|condott[aeio]|"
    r"guidat[aeio]|impartid[oa]s?|guiad[oa]s?|dirigid[oa]s?|proposée?s?|donnée?s?|menée?s?|guidée?s?)\s+)?"
)
WITH = r"(?:by|with|mit|von|bei|avec|par|con|da|por|a cura di|a cargo de|sous la conduite de|unter der leitung von)\s+"
OF = r"(?:d[ei]\s+|d[’'])"
"""Before the owner of what is said, whom what is done together has none of: "visita di Palazzo Moro"."""
LED = (
    r"(?:(?:chaired|moderated|hosted|facilitated) by|moderiert von|(?:animat|moderat|coordinat)[aeio] da|"
    r"(?:anim|mod[ée]r)ée?s? par|(?:moderad|coordinad)[oa]s? por)\s+"
)
AHEAD = r"(?:[^\W\d][\w'’-]*\s+){0,2}?"
FORMS: tuple[tuple[Role, str, str], ...] = (
    ("speakers", f"{SPOKEN}|{SHARED}", rf"\s+{HOW}{WITH}"),
    ("speakers", SPOKEN, rf"\s+{OF}"),
    ("speakers", SPOKEN, r"\s?:\s+"),
    ("chairs", f"{SPOKEN}|{SHARED}", rf"\s+{LED}"),
)
GIVEN = tuple(
    (role, re.compile(rf"{AHEAD}(?P<kind>(?i:{kinds}))(?i:{sign})(?P<names>[A-ZÀ-Þ].*)")) for role, kinds, sign in FORMS
)
_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,3}[A-ZÀ-Þ][\w'’-]+"
OF_WHOM = re.compile(
    rf"({_NAME})\s+(?:of|from)\s+(?:the\s+)?([A-ZÀ-Þ][^,;()]*?)(?=\s*(?:[,;]|$)|\.\s*$|\s+and\s+{_NAME})"
)
"""`Ada Orr of the Kiln Works`"""
LONGEST = 300


def given_by(line: str) -> tuple[Role, str, str] | None:
    """Return whether those speak or chair who give what a line says, what it is, and their names; else None.

    Those whom a label names count too where they are told with whose they are: "chaired by Ada Orr of the Kiln Works".
    """
    if len(line) > LONGEST:
        return None
    for role, pattern in GIVEN:
        found = pattern.fullmatch(line.strip())
        if found is not None and (names := _names_in(found["names"])):
            return role, found["kind"], names
    label = labelled(line)
    if label is None or label[0] == "room" or names_people(label[1], True) or not (names := _names_in(label[1])):
        return None
    return label[0], "", names


def _names_in(said: str) -> str:
    """Return the names that a text is, with whose they are in brackets; nothing where it says more."""
    if ROOM_WORDS.match(said):
        return ""
    bare = said.strip().removesuffix(".")
    return next((one for one in (said.strip(), bare, OF_WHOM.sub(r"\1 (\2)", bare)) if names_people(one, True)), "")
