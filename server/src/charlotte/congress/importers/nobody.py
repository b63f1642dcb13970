"""What stands where a name or a place will: "N.N.", "tba", "à confirmer", "wird noch bekannt gegeben"."""

import re

from charlotte.congress.search.folding import fold

NOBODY = re.compile(
    r"\W*(?:n\W*n|t\W*b\W*[acd]|tba \w+|to be (?:announced|confirmed|defined|determined|decided)|coming soon|unknown|"
    r"nobody|"
    r"da (?:definire|confermare|annunciare|comunicare|stabilire)|in (?:via di )?(?:definizione|attesa di conferma)|"
    r"a (?:confirmer|definir|confirmar|determinar|preciser|venir|communiquer|determiner|anunciar)|por (?:confirmar|"
    r"determinar|definir|anunciar)|"
    r"(?:noch )?(?:offen|unbekannt)|folgt|(?:referent\w* )?(?:wird|werden) noch (?:bekannt ?gegeben|benannt|genannt)|"
    r"noch zu benennen|"
    r"(?:speaker|relatore|referent|intervenant|ponente|orador)\w* (?:tba|tbc|tbd|nn)|none|null|false|true|"
    r"keine?r?|nessuno|"
    r"aucun|ninguno|"
    r"various|diverse|vari|divers|varios)\W*|\W*"
)


REFERENCE = re.compile(
    r"\W*(?:siehe|see (?:the|our|above|below|page)|vedi|voir|v[ée]ase|ver (?:el|la|los|las))\s+[^\W\d]", re.IGNORECASE
)
"""What sends to another paper: "Siehe Teilnehmerinformation."."""
PLACE = re.compile(r"\W*(?:room|venue|place|raum|saal|ort|sala|aula|sede|luogo|salle|lieu|lugar)\b\W*")


def is_nowhere(place: str) -> bool:
    """Return whether a text in the place of a room names none: "tba", "Raum folgt", "salle à définir"."""
    said = fold(place)
    return NOBODY.fullmatch(said) is not None or NOBODY.fullmatch(PLACE.sub("", said, count=1) or said) is not None


def is_nobody(name: str) -> bool:
    """Return whether a text in the place of a name names nobody."""
    return (
        NOBODY.fullmatch(fold(name)) is not None or REFERENCE.match(name) is not None or not any(map(str.isalpha, name))
    )
