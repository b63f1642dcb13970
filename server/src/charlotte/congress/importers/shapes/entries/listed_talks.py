"""Talks without times in the lines of a session: who speaks, with where they work, and below it the title."""

from charlotte.congress.importers.shapes.entries.entry_lines import title_in
from charlotte.congress.importers.shapes.entries.habits import BRACKETS, Entry
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.values.profile import ROOM_WORDS
from charlotte.congress.importers.wording import says_changed

FEWEST = 2
LONGEST_NAMES = 160


def with_listed_talks(entry: Entry) -> list[Entry]:
    """Return a session, and the talks that its lines list; the session alone where they list none.

    A document sets a talk in two lines: names that end with a comma or a colon, or with brackets, and its title.
    """
    if entry.held_in is not None or not (entry.title or len(entry.lines) > FEWEST):
        return [entry]
    talks: list[Entry] = []
    kept: list[str] = []
    at = 0
    while at < len(entry.lines):
        line = entry.lines[at]
        below = entry.lines[at + 1] if at + 1 < len(entry.lines) else ""
        if at + bool(entry.title) and below and _names_speakers(line) and _is_title(below):
            names = line.rstrip(" ,:–—-")
            talk = Entry(entry.place, "", below.strip(' "“”«»„'), entry.day, entry.above, [names], entry)
            talks.append(talk)
            at += 1
        else:
            kept.append(line)
        at += 1
    if len(talks) < FEWEST:
        return [entry]
    entry.lines = kept
    return [entry, *talks]


def _names_speakers(line: str) -> bool:
    said = line.strip()
    bare = said.rstrip(" ,:–—-")
    is_open = bare != said or bare.endswith(")")
    if not is_open or len(said) > LONGEST_NAMES or labelled(said) is not None:
        return False
    names = BRACKETS.sub("", bare)
    return looks_like_person(names) and not ROOM_WORDS.search(names)


def _is_title(line: str) -> bool:
    return title_in(line) and labelled(line) is None and not says_changed(line) and not _names_speakers(line)
