"""Who speaks or leads in place of somebody else, as a sentence says: "moderiert Ada Lind statt Bo Ek"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.changes.before_and_now import INSTEAD, NOT_BUT
from charlotte.congress.importers.shapes.changes.named_otherwise import OF_TALK
from charlotte.congress.importers.shapes.people.names import PARTICLES, looks_like_person
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.search.folding import fold

SUBSTITUTES = re.compile(
    r"(?<!\w)(?:replac(?:es?|ed|ing)|in place of|stands? in for|stepp?(?:s|ing) in for|takes? over from|substitut\w+|"
    r"ersetzt|vertritt|vertreten|springt|übernimmt|sostitu\w+|al posto d(?:i|el|ella)|subentra|remplac\w+|supplée|"
    r"in (?:his|her|their) place|instead of (?:him|her|them)|an (?:seiner|ihrer|deren) stelle|(?:al suo|al loro) posto|"
    r"à (?:sa|leur) place|en su lugar|"
    r"sustitu\w+|reemplaza\w*|en lugar d[e]|en vez d[e])(?!\w)",
    re.IGNORECASE,
)
NAME = re.compile(
    rf"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:(?:{'|'.join(sorted(PARTICLES))})\s+)*[A-ZÀ-Þ][\w'’.-]*){{1,4}}",
)
COLLEAGUE = re.compile(r"^(?:Kolleg|Nachfolger|Stellvertreter|Mitarbeiter|Assistent|Chef)(?:e|en|in)?n?\s+(?=\S+\s)")
"""What German writes as a name before one: "ihre Kollegin Ada Lind"."""
SENTENCE_END = ".,;:"


def with_substitute(draft: Draft, said: str, rooms: Iterable[str]) -> Draft | None:
    """Return a draft with who takes the place of one of its people; None where a sentence does not say that.

    Which of two names goes and which comes shows by who is there: "Ada replaces Bo", "Bo is replaced by Ada".
    """
    if not (INSTEAD.search(said) or SUBSTITUTES.search(said) or NOT_BUT.search(said)):
        return None
    places = {fold(room) for room in rooms}
    named = [COLLEAGUE.sub("", found[0]).strip(SENTENCE_END) for found in NAME.finditer(said)]
    named = [
        one
        for one in named
        if not OF_TALK.search(one) and looks_like_person(one) and not ROOM_WORDS.match(one) and fold(one) not in places
    ]
    there = {fold(person.name) for person in (*draft.speakers, *draft.chairs)}
    leaving = [one for one in named if fold(one) in there]
    coming = [one for one in named if fold(one) not in there]
    if len(leaving) != 1 or len(coming) != 1:
        return None
    speakers, chairs = _in_place(draft.speakers, *leaving, *coming), _in_place(draft.chairs, *leaving, *coming)
    return replace(draft, speakers=speakers, chairs=chairs)


def _in_place(people: tuple[DraftPerson, ...], leaving: str, coming: str) -> tuple[DraftPerson, ...]:
    return tuple(DraftPerson(coming) if fold(one.name) == fold(leaving) else one for one in people)
