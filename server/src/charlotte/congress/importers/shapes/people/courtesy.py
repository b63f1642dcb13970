"""The Spanish "D." and "Dª." before names, which is said of everybody and is no initial."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from charlotte.congress.importers.draft import Draft, DraftPerson

DOÑA = re.compile(r"^\s*(?:D\.?\s?ª\.?|Dña\.|Doña)\s*(?=[^\W\d_a-zß-ÿ])")
DON = re.compile(r"^\s*(?:D\.?\s?ª\.?|Dña\.|Doña|D\.|Don)\s*(?=[^\W\d_a-zß-ÿ]\w)")


def without_courtesy(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts whose people are called by their names, where a programme calls any of them "Dª."."""
    found = list(drafts)
    if not any(DOÑA.match(person.name) for one in found for person in (*one.speakers, *one.chairs)):
        yield from found
        return
    for one in found:
        yield replace(one, speakers=_named(one.speakers), chairs=_named(one.chairs))


def _named(people: Iterable[DraftPerson]) -> tuple[DraftPerson, ...]:
    return tuple(replace(person, name=DON.sub("", person.name)) for person in people)
