"""What somebody is or plays, behind a name that has its line: "Marta Loibl, Vorstand", "Bo Ek – dentiste"."""

import re

from charlotte.congress.importers.shapes.people.names import OUTDOORS, looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS

PLAYS = re.compile(
    r"(?P<with>(?:con|mit|with|avec)\s+)(?P<name>(?:[A-ZÀ-Þ][\w’'-]+\s+){1,3}[A-ZÀ-Þ][\w’'-]+)\s+"
    r"(?P<what>(?:al(?:la|lo)?|all[’']|am|an der|on(?: the)?|au|à la|à l[’'])\s*[^\W\d_]+(?:\s[^\W\d_]+)?)\.?$"
)
DASH = re.compile(r"\s+[–—-]\s+")
LONGEST = 90
MOST_WORDS = 4
MOST_WORDS_SMALL = 6


def with_role(line: str) -> str:
    """Return a line with what somebody is in brackets behind the one name in it; any other line as it is."""
    said = line.strip()
    plays = PLAYS.match(said)
    if plays is not None and looks_like_person(plays["name"]):
        return f"{plays['with']}{plays['name']} ({plays['what']})"
    if (behind := DASH.search(said)) is not None and (told := _dashed(said, behind)):
        return told
    name, comma, role = said.partition(", ")
    if not comma or "," in role or len(said) > LONGEST or labelled(said) or ROOM_WORDS.search(said):
        return line
    is_role = role[:1].isupper() and len(role.split()) <= MOST_WORDS and role.replace(" ", "").isalpha()
    is_named = looks_like_person(name) and "(" not in name and OUTDOORS.match(name) is None
    return f"{name} ({role})" if is_role and is_named and not looks_like_person(role) else line


def _dashed(said: str, dash: re.Match[str]) -> str:
    """Return a name with what somebody is behind a dash, written small, in brackets; nothing of any other line."""
    name, role = said[: dash.start()], said[dash.end() :]
    words = role.split()
    is_role = role[:1].islower() and role[-1:].isalnum() and len(words) <= MOST_WORDS_SMALL and not DASH.search(role)
    if not is_role or fold(words[0]) in FUNCTION_WORDS or labelled(said) or ROOM_WORDS.search(said):
        return ""
    return f"{name} ({role})" if looks_like_person(name) and "," not in name and not OUTDOORS.match(name) else ""
