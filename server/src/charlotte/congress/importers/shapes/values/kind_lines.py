"""Lines that say only what kind of session it is: "Vortrag", "Table ronde"."""

from collections.abc import Sequence

from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.people_lines import WHOLE, is_with_employer, names_people, tells_people
from charlotte.congress.importers.wording import KIND_WORDS, says_changed

MORE_KINDS = (
    "slam forum führung rundgang eröffnung begrüßung ehrung symposium simposio symposion visit visite tour apertura "
    "lettura lectio"
)
ALL_KINDS = frozenset((*(word for _, words in KIND_WORDS for word in words), *MORE_KINDS.split()))
LONGEST_KIND = 2
"""Words of a line that says only what kind of session it is: "Vortrag", "Table ronde"."""


def is_kind(line: str, below: Sequence[str], employers: bool) -> bool:
    """Return whether a line says only what kind of session the lines below it tell."""
    words = line.split()
    if len(words) > LONGEST_KIND or len(line) > 24 or says_changed(below[0]) or line.endswith((":", ",", "?", "!")):
        return False
    if below[0].endswith(".") and len(below[0].split()) > LONGEST_KIND:
        return False  # a sentence is no title
    if _is_shouted(line, below, employers):
        return True
    if any(word.casefold().startswith(tuple(ALL_KINDS)) for word in words):
        is_one = len(below) == 1 or not tells_people(below[1], employers)
        is_named = tells_people(below[0], employers) and (is_one or len(words) > 1)
        return not WHOLE.match(below[0]) and not labelled(below[0]) and not is_named
    titled = not tells_people(below[0], employers) and len(below[0].split()) > 1
    is_led = len(below) > 1 and (told := labelled(below[1])) is not None and told[0] == "chairs"
    is_named = len(below) > 1 and not is_with_employer(below[0]) and names_people(below[1], employers)
    titled = titled or is_named and not is_led
    return len(words) == 1 and line[:1].isupper() and titled and not WHOLE.match(below[0]) and not labelled(below[0])


def _is_shouted(line: str, below: Sequence[str], employers: bool) -> bool:
    """Return whether a line in capitals stands above a title that is none, and people: "OPENING LECTURE"."""
    is_title = not below[0].isupper() and not tells_people(below[0], employers) and labelled(below[0]) is None
    return line.isupper() and is_title and len(below) > 1 and tells_people(below[1], employers)
