"""Ceremonies by what they are, whatever language their title is in: "Siegerehrung" is the "prize giving"."""

import re
from typing import Literal, TypeAlias, get_args

from charlotte.congress.search.folding import folded

Ceremony: TypeAlias = Literal["awards"]
CEREMONIES: tuple[Ceremony, ...] = get_args(Ceremony)

# Over folded words; titles, not questions: whoever gives a talk on prizes says more than the name of a ceremony.
TITLES: dict[Ceremony, re.Pattern[str]] = {
    "awards": re.compile(
        r"\b(?:awards?( (ceremony|session|night|giving|presentation|gala|show))?|prize ?(giving|ceremony)|prizes|"
        r"award winners|winners? (announcement|proclamation|ceremony|presentation)|"
        r"(announcement|proclamation|presentation) of (the )?(winners?|awards?|prizes)|"
        r"premiazion[ei]|consegna (dei|del) premi\w*|proclamazione (dei|del|della) vincit\w+|"
        r"cerimonia (dei|di) premi\w*|siegerehrung(en)?|preis(verleihung|ubergabe|vergabe)(en)?|preistrager\w*|"
        r"(gewinner|sieger)(bekanntgabe|ehrung|verkundung)|remises? (des|du|de) (prix|trophees?|recompenses?)|"
        r"ceremonie des (prix|recompenses)|palmares|proclamation des (resultats|laureats|gagnants)|"
        r"entrega de (los )?(premios|galardones)|ceremonia de premios|premiacion(es)?|gala de premios)\b"
    ),
}


def is_ceremony(title: str, ceremony: Ceremony) -> bool:
    """Return whether a title names a ceremony of this kind."""
    return TITLES[ceremony].search(" ".join(folded(title))) is not None
