"""Lines that name who speaks above what they speak of: "9h30 Anna Kern (Graz)", and below it "« La pierre »"."""

import re
from collections.abc import Iterable

from charlotte.congress.importers.shapes.entries.entry_lines import title_in
from charlotte.congress.importers.shapes.entries.habits import Entry
from charlotte.congress.importers.shapes.entries.names_ahead import kind_and_people
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.shapes.values.people_lines import names_people
from charlotte.congress.importers.shapes.values.places import only_begins_like_a_room
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import BREAK_TITLES, says_changed, without_mark

QUOTED = re.compile(
    r"(?:«\s?(?P<a>[^«»]{4,}?)\s?»|»\s?(?P<b>[^«»]{4,}?)\s?«|[“„](?P<c>[^“”„]{4,})[”“]|\"(?P<d>[^\"]{4,})\"|"
    r"[‘‚](?P<e>.{4,})[’‘])[.]?"
)
"""A title in the signs of a quotation, and nothing else."""
WORKS = re.compile(r"\([^()]{2,}\)")
FEWEST, MOSTLY, HALF = 3, 0.6, 0.5


def with_names_above(entries: Iterable[Entry]) -> None:
    """Take the names out of the first lines of entries where the title stands below them.

    It does where it stands in quotation marks, or where most of the entries are written so.
    """
    several = [one for one in entries if not one.title and len(one.lines) > 1 and not BREAK_TITLES.search(one.lines[0])]
    named = [(one, told) for one in several if (told := _told_in(one.lines[0]))[1]]
    plain = [one for one, _ in named if _may_be_title(one.lines[1])]
    sure = [one for one in plain if WORKS.search(one.lines[0]) or TITLE.match(one.lines[0])]
    is_so = len(sure) >= max(FEWEST, HALF * len(plain)) and len(plain) >= MOSTLY * len(several)
    alike = {id(one) for one in plain} if is_so else set()
    for entry, (kind, people) in named:
        title, mark = _quoted(entry.lines[1])
        if title or id(entry) in alike:
            entry.kind, entry.people = kind, people
            entry.lines = [title or entry.lines[1], *([mark] if mark else []), *entry.lines[2:]]


def _told_in(line: str) -> tuple[str, str]:
    """Return the kind of session and the people that a line is made of; no people where it tells anything else."""
    if says_changed(line) or line.endswith((".", "?", "!")):
        return "", ""
    kind, people = kind_and_people(line)
    is_people = not people and not ROOM_WORDS.match(line) and names_people(line, employers=True)
    return ("", line) if is_people else (kind, people)


def _may_be_title(line: str) -> bool:
    if only_begins_like_a_room(line):
        return True
    is_place = ROOM_WORDS.match(line) is not None
    return title_in(line) and not is_place and not names_people(line, employers=True) and not line.startswith("(")


def _quoted(line: str) -> tuple[str, str]:
    """Return the title that a line is in quotation marks, and what says behind it that it changed; else nothing."""
    bare = without_mark(line)
    found = QUOTED.fullmatch(bare.strip(" –—-"))
    if found is None or not line.startswith(bare):
        return "", ""
    title = next(text for text in found.groups() if text)
    return title.strip(), line.removeprefix(bare).strip(" -–—:()[]")
