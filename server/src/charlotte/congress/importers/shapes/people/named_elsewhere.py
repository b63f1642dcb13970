"""People taken for where somebody works who are named elsewhere: "Vorsitz: Anna Kern, Bo Lie", who speaks himself."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.people.names import COMMA, looks_like_person


def with_people_apart(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts in which nobody works for another of the people."""
    found = list(drafts)
    names = {_bare(person.name) for one in found for person in (*one.speakers, *one.chairs)}
    for one in (_without_name(one, names) for one in found):
        speakers, chairs = (tuple(_apart(people, names)) for people in (one.speakers, one.chairs))
        yield (
            one if (speakers, chairs) == (one.speakers, one.chairs) else replace(one, speakers=speakers, chairs=chairs)
        )


def _without_name(draft: Draft, names: set[str]) -> Draft:
    """Return a draft whose title has behind it somebody named elsewhere as the one who speaks: "Closing, Ada Orr"."""
    title, sign, last = draft.title.rpartition(", ")
    is_theirs = bool(sign) and _bare(last) in names and looks_like_person(last) and not looks_like_person(title)
    if draft.speakers or not is_theirs or "," in title:
        return draft
    return replace(draft, title=title.strip(), speakers=(DraftPerson(last.strip()),))


def _apart(people: Iterable[DraftPerson], names: set[str]) -> Iterator[DraftPerson]:
    for person in people:
        first, *rest = COMMA.split(person.affiliation or "")
        if _bare(first) not in names or not looks_like_person(first):
            yield person
            continue
        yield replace(person, affiliation=None)
        yield from _apart([DraftPerson(first.strip(), None, ", ".join(rest) or None)], names)


def _bare(name: str) -> str:
    return TITLE.sub("", name.strip()).strip().casefold()
