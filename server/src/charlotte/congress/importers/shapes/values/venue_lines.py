"""Lines that say only where: a room of the event, where to meet, and behind a meal or a party where it is held."""

import re
from collections.abc import Set

from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import OUTDOORS, looks_like_person
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import BREAK_TITLES, kind_of, says_changed

WHOLE = re.compile(r"\(([^(),]{3,40})(?:,\s*([^()A-ZÀ-Þ][^()]*))?\)")
"""A line in brackets: a name, and maybe what is said of it behind a comma."""
LONGEST = 60
MOST_WORDS = 7
MOST_WORDS_OF_NAME = 4
BRACKETS = re.compile(r"\([^()]*\)")
MEETING = re.compile(
    r"\b(?:treffpunkt|sammelpunkt|abfahrt|ritrovo|punto di (?:incontro|ritrovo)|partenza da|meeting point|meet at|"
    r"departure|"
    r"rendez-vous|point de rencontre|d[ée]part d[eu]|punto de (?:encuentro|reuni[óo]n)|salida de(?:sde|l)?)\b",
    re.IGNORECASE,
)
VENUES = re.compile(
    r"\b(?:\w*brauhaus|\w*keller|biergarten|gasthof|\w*wirtschaft|hotel|h[ôo]tel|bistro|brasserie|trattoria|osteria|enoteca|"
    r"taberna|bodega|pub|bar|club|villa|palazzo|palais|palacio|\w*schloss|ch[âa]teau|castello|castillo|museum|museo|mus[ée]e|"
    r"garten|garden|jardin|jard[íi]n|giardino|park|parc|parque|parco|terrace|courtyard|\w*hof|cour|hangar|\w*halle|moulin|"
    r"finca|masseria|tenuta|cortijo|hacienda|domaine|landgut|weingut|restaurante|claustro|clo[îi]tre|cloister|kreuzgang|refettorio|refektorium|krypta|crypt|cripta|crypte|kapelle|chapel|capilla|cappella|chapelle|atrio|portico|cortile|refectorio|r[ée]fectoire|refectory|zelt|tent|tenda|tendone|carpa|"
    r"chapiteau|tente|boot|schiff|boat|kirche|chiesa|[ée]glise|iglesia|cantina|caf[ée]|kasse|eingang|entrance|ingresso|entr[ée]e|entrada|"
    r"auberge|gasthaus|wirtshaus|taverne|taverna|tavern|inn|posada|mes[óo]n|ristorante|restaurant|locanda|agriturismo|parador|"
    r"birrificio|birreria|brewery|cervecer[íi]a|sidrer[íi]a|guinguette|bateau|cave|caves|cellar|rifugio|refuge|refugio|cin[eé]ma|kino|cine)\b",
    re.IGNORECASE,
)

CALLED = re.compile(r"\S+(?: [A-ZÀ-Þ][\w'’-]+){1,3}")
"""A kind of house and its name."""


def venue_in_brackets(line: str) -> list[tuple[str, str]]:
    """Return the place that a line in brackets names, and what it says of it: "(cinema Iris, ingresso gratuito)"."""
    found = WHOLE.fullmatch(line.strip())
    said = found[1].strip() if found is not None else ""
    is_named = any(word[0].isupper() for word in said.split()[1:]) and len(said.split()) <= MOST_WORDS_OF_NAME
    is_venue = is_named and any(words.match(said) for words in (VENUES, ROOM_WORDS))
    if found is None or not is_venue or says_changed(line):
        return []
    return [("room", said), *([("notes", found[2])] if found[2] else [])]


def says_where(line: str, title: str, places: Set[str]) -> bool:
    """Return whether a line behind a title says only where; `places` are the event's rooms, folded."""
    said = line.strip()
    if said.strip("()[] ").casefold() in places:
        return True
    if len(said) > LONGEST or len(said.split()) > MOST_WORDS or said[-1:] in ".!?:" or says_changed(said):
        return False
    if MEETING.search(said) is not None or OUTDOORS.match(said) is not None:
        return True
    kind = kind_of(None, title, False)
    is_meal = BREAK_TITLES.match(said) and not (VENUES.match(said) and CALLED.fullmatch(said))  # "Café Gallery"
    if kind not in ("break", "social") or not said[:1].isupper() or is_meal or ":" in said:
        return False
    if any(letter.isdigit() for letter in said) and not ROOM_WORDS.search(said):
        return False
    name = BRACKETS.sub(" ", said).strip()
    if TITLE.match(name) and looks_like_person(name):
        return False
    named = ROOM_WORDS.search(name) is not None or VENUES.search(name) is not None
    return named or kind == "break" and not looks_like_person(name) and "," not in said
