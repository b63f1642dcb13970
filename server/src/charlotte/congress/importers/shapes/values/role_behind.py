"""What somebody is or plays, behind a name that has its line: "Marta Loibl, Vorstand", "with Sam Audley on piano"."""

import re

from charlotte.congress.importers.shapes.people.names import OUTDOORS, looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS

PLAYS = re.compile(
    r"(?P<with>(?:con|mit|with|avec)\s+)(?P<name>(?:[A-ZÀ-Þ][\w’'-]+\s+){1,3}[A-ZÀ-Þ][\w’'-]+)\s+"
    r"(?P<what>(?:al(?:la|lo)?|all[’']|am|an der|on(?: the)?|au|à la|à l[’'])\s*[^\W\d_]+(?:\s[^\W\d_]+)?)\.?$"
)
LONGEST = 90
MOST_WORDS = 4


def with_role(line: str) -> str:
    """Return a line with what somebody is in brackets behind the one name in it; any other line as it is."""
    said = line.strip()
    plays = PLAYS.match(said)
    if plays is not None and looks_like_person(plays["name"]):
        return f"{plays['with']}{plays['name']} ({plays['what']})"
    name, comma, role = said.partition(", ")
    if not comma or "," in role or len(said) > LONGEST or labelled(said) or ROOM_WORDS.search(said):
        return line
    is_role = role[:1].isupper() and len(role.split()) <= MOST_WORDS and role.replace(" ", "").isalpha()
    is_named = looks_like_person(name) and "(" not in name and OUTDOORS.match(name) is None
    return f"{name} ({role})" if is_role and is_named and not looks_like_person(role) else line
