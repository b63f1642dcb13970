"""Who a title names itself where nothing else does: "Begrüßung (Dr. Ina Groth)", "Tavola rotonda (modera Bo Lie)",
"Ina Groth (Klinikum Ost), Titel"."""

import re

from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.people.people_told import Named, people_told
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{5,120})[)\]]\s*$")
LEADS = re.compile(r"\)(?:,|:| [–—-])\s+(?=[«“\"„A-ZÀ-Þ])")
"""Behind somebody and where they work, before the title of what they tell."""
COLON = re.compile(r":\s+(?=[A-ZÀ-Þ])")
GREETS = re.compile(
    r"(?:salut|benvenut|apertura|chiusura|introdu|conclus|presentazion|welcom|opening|closing|greeting|address|"
    r"gru(?:ß|ss)|begrü|eröffn|einführ|schluss|verabschied|ouvertur|bienven|mots? d|accueil|allocution|clôture|inaugur|"
    r"clausura|presentaci|palabras)",
    re.IGNORECASE,
)
"""What a title begins with that somebody says in person: behind a colon stands who."""
NOBODY: Named = ((), ())


def people_in_title(title: str) -> tuple[str, Named]:
    """Return a title without the people whom it names at its end or beginning: those who speak, and those who chair.

    A label, a degree before the name or where somebody works in brackets behind it shows that it is one.
    """
    found = BRACKET.search(title)
    if found is not None and found.start() and (named := _named(found[1])) != NOBODY:
        return title[: found.start()].strip(), named
    colon = next(reversed(list(COLON.finditer(title))), None)
    if colon is not None:
        named, ahead = _named(title[colon.end() :]), title[: colon.start()].strip()
        titled = all(TITLE.match(one.name) for one in (*named[0], *named[1]))
        if named != NOBODY and (GREETS.match(ahead) or titled):
            return ahead, named
    for lead in reversed(list(LEADS.finditer(title))):
        named, behind = _named(title[: lead.start() + 1]), title[lead.end() :].strip()
        if named != NOBODY and all(one.affiliation for one in (*named[0], *named[1])):
            return behind, named
    return title, NOBODY


def _named(text: str) -> Named:
    """Return the people that a text names and nothing else; nobody where it is not sure."""
    label = labelled(text)
    if label is not None and label[0] == "room" or ROOM_WORDS.match(text):
        return NOBODY
    speakers, chairs = people_told(text, employers=True)
    people = (*speakers, *chairs)
    if not people or not all(looks_like_person(one.name) for one in people):
        return NOBODY
    is_sure = label is not None or all(_is_shown(one) for one in people)
    return (speakers, chairs) if is_sure else NOBODY


def _is_shown(person: DraftPerson) -> bool:
    return person.affiliation is not None or TITLE.match(person.name) is not None
