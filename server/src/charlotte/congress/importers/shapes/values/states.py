"""What a file's column says of the state of a row: shown, a draft, hidden, refused, cancelled, in five languages."""

import re
from typing import Literal

from charlotte.congress.importers.wording import CANCELLED_WORDS
from charlotte.congress.search.folding import fold

State = Literal["shown", "left_out", "withdrawn", "cancelled", "unscheduled"]

SHOWN = (
    "active|published|visible|public|confirmed|accepted|approved|scheduled|publish|pubblicat[oa]|visibile|"
    "pubblic[oa]|confermat[oa]|accettat[oa]|approvat[oa]|veroffentlicht|sichtbar|offentlich|bestatigt|angenommen|"
    "freigegeben|publiee?|publique?|confirmee?|acceptee?|validee?|publicad[oa]|public[oa]|confirmad[oa]|aceptad[oa]|"
    "aprobad[oa]|programmat[oa]|definitiv[oa]|aktiv|attiv[oa]|actif|activ[oa]"
)
LEFT_OUT = (
    "rejected|declined|draft|submitted|hidden|private|unpublished|unlisted|trash|deleted|archived|internal|not public|"
    "not published|bozza|nascost[oa]|privat[oa]?|privad[oa]|non pubblic[oa]|non pubblicat[oa]|rifiutat[oa]|"
    "respint[oa]|cestino|"
    "eliminat[oa]|archiviat[oa]|intern[oa]?|non visibile|entwurf|versteckt|verborgen|ausgeblendet|nicht offentlich|"
    "nicht veroffentlicht|unveroffentlicht|abgelehnt|papierkorb|geloscht|archiviert|nicht sichtbar|gesperrt|brouillon|"
    "masquee?|cachee?|privee?|non publiee?|non publique?|refusee?|corbeille|interne|archivee?|borrador|ocult[oa]|"
    "no publicad[oa]|no public[oa]|rechazad[oa]|papelera|eliminad[oa]|archivad[oa]|no visible|eingereicht|soumise?|"
    "enviad[oa]|auto-draft|nominated|waitlist(?:ed)?|wait(?:ing)? list|(?:accept|decline)[ _]queue|in lista d'attesa|"
    "auf der warteliste|warteliste|sur liste d'attente|en lista de espera|nominiert|candidat[oa]"
)
UNSCHEDULED = (
    r"(?:(?:data|orario|ora|date|time|datum|zeit|uhrzeit|horaire|heure|fecha|hora|horario)[ :]+)?(?:"
    r"unscheduled|not scheduled|to be (?:scheduled|announced|confirmed|defined)|tb[acd]|"
    r"(?:da|non|ancora da|non ancora) (?:programma\w+|calendarizza\w+|pianifica\w+|schedula\w+|collocare)|"
    r"da definire|senza (?:data|orario)|(?:a|non|pas encore) (?:programme\w*|planifie\w*|placer|definir)|"
    r"sans (?:date|horaire)|(?:noch )?(?:nicht|zu) (?:terminier\w+|eingeplant|geplant|planen)|"
    r"(?:noch )?ohne (?:termin|zeit)|termin (?:offen|folgt)|(?:noch )?offen|"
    r"(?:por|sin|pendiente de) (?:programar|planificar|definir|fecha|horario|asignar)|pendiente)"
)
"""Of a row without a time; with one, such a word speaks of something else."""
WITHDRAWN = "withdrawn|ritirat[oa]|zuruckgezogen|retiree?|retirad[oa]"
FLAGS = frozenset(
    "active published visible public attivo attiva pubblicato pubblicata visibile pubblico aktiv veroffentlicht "
    "sichtbar offentlich actif publie publiee publique activo publicado publicada publico freigegeben".split()
)
"""What a column is called whose `no` hides a row, folded."""
_STATES: tuple[tuple[State, re.Pattern[str]], ...] = (
    ("left_out", re.compile(rf"(?:{LEFT_OUT})")),
    ("withdrawn", re.compile(rf"(?:{WITHDRAWN})")),
    ("unscheduled", re.compile(rf"(?:{UNSCHEDULED})")),
    ("shown", re.compile(rf"(?:{SHOWN})")),
    ("cancelled", re.compile(rf"(?:{fold(CANCELLED_WORDS)})")),
)
BEHIND = re.compile(r"[\s:,;.–—(-]+")


def state_of(text: str) -> State | None:
    """Return the state that a cell's text names, alone or with a remark behind it; None where it is another word."""
    said = fold(text).strip(" .!()[]")
    for state, words in _STATES:
        found = words.match(said)
        if found and (found.end() == len(said) or BEHIND.match(said, found.end())):
            return state
    return None
