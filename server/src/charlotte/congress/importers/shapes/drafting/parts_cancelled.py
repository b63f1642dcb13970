"""Remarks on a session that cancel one of its talks: "Vortrag Seidel entfällt leider"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import CANCELLED_WORDS
from charlotte.congress.search.folding import fold

ONE_TALK = re.compile(
    r"^\W*(?:(?:der|das|il|la|lo|l[’']|the|le|el)\s*)?"
    r"(?:vortrag|beitrag|referat|talk|paper|lecture|presentation|relazione|intervento|comunicazione|contributo|"
    r"communication|intervention|expos[ée]|conf[ée]rence|ponencia|comunicaci[óo]n|charla|intervenci[óo]n)\s+"
    r"(?:(?:von|of|by|di|de|du|d[’']|del|della)\s*)?(?:(?:\w+\.|prof|dr|dott|dra)\s+)*(?P<name>[A-ZÀ-Þ][\w’'-]+)\b[^.;]*?"
    rf"\b(?:{CANCELLED_WORDS})(?![^\W\d])",
    re.IGNORECASE,
)
"""What a remark begins with that tells of one talk, by who gives it."""


def who_is_missed(note: str) -> str | None:
    """Return whose talk a remark cancels, folded; None where it speaks of the whole session."""
    found = ONE_TALK.match(note)
    return fold(found["name"]) if found is not None and found["name"][0].isupper() else None


def with_parts_cancelled(drafts: Iterable[Draft]) -> list[Draft]:
    """Return drafts with the talks cancelled that a remark on their session says are."""
    found = list(drafts)
    for one in [one for one in found if one.abstract and one.part_of is None]:
        names = [name for line in (one.abstract or "").split("\n") if (name := who_is_missed(line))]
        for at, part in enumerate(found if names else ()):
            last_names = {fold(person.name.split()[-1]) for person in part.speakers if person.name.split()}
            if part.part_of == one.title and last_names & {*names}:
                found[at] = replace(part, cancelled=True)
    return found
