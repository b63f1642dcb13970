"""What a cell of a timetable says of its session: title, people, and what stands in brackets behind the title."""

import re
from collections.abc import Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.cells.cell_text import CellText, read_lines
from charlotte.congress.importers.shapes.people.names import looks_like_person
from charlotte.congress.importers.shapes.times.lengths import length_behind
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.timetables.cell_lines import rooms_among, with_listed
from charlotte.congress.importers.shapes.values.line_pieces import facts_behind
from charlotte.congress.importers.shapes.values.spoken_in import language_in, without_badge
from charlotte.congress.importers.shapes.values.title_and_people import title_and_people_in
from charlotte.congress.importers.wording import plain

IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*\d[^()\[\]]*)[)\]]\s*$")


def told_in_cell(text: str, employers: bool, places: frozenset[str], *, titled: bool) -> CellText:
    """Return what a cell says; `places` are the event's rooms, folded, `titled` is whether first lines are titles."""
    return _with_length(_told(text, employers, places, titled))


def titled(told: CellText) -> tuple[str, str, str, str]:
    """Return what a cell calls its session, and the time, the length and the language that it says itself."""
    title, language = without_badge(told.title)
    title, own = _own_time(title)
    return title, own or told.time, told.length, told.language or language


def _with_length(told: CellText) -> CellText:
    """Return what a cell says, the length in brackets behind its title as a remark."""
    title, length = length_behind(told.title)
    return replace(told, title=title, length=told.length or length, notes=[*told.notes, length]) if length else told


def _told(text: str, employers: bool, places: frozenset[str], titled: bool) -> CellText:
    """Return what a cell says of its session."""
    lines = [plain(line) for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        lines = with_listed(lines, employers)
        return read_lines(lines, employers, places | rooms_among(lines), titled=titled)
    title, facts = facts_behind(lines[0], places) if lines else ("", [])
    if facts and all(kind != "end" for kind, _ in facts):
        said = {kind: [text for one, text in facts if one == kind] for kind, _ in facts}
        language = next((language_in(text) for text in said.get("language", ())), "")
        place = next(iter(said.get("room", ())), "")
        notes = [*said.get("notes", ()), *(text for text in said.get("language", ()) if " " in text)]
        return CellText(title, said.get("speakers", []), said.get("chairs", []), "", place, language, notes=notes)
    title, people = _title_and_people(lines)
    return CellText(title, [people] if people else [])


def _own_time(title: str) -> tuple[str, str]:
    """Return a title without the time in brackets behind it, and this time, which goes before its row's."""
    found = IN_BRACKETS.search(title)
    when = read_when(found[1], hint="clock") if found else None
    if found is None or when is None or when.start is None or when.rest or not title[: found.start()].strip():
        return title, ""
    return title[: found.start()].strip(), found[1].strip()


def _title_and_people(lines: Sequence[str]) -> tuple[str, str]:
    """Return what a cell of one line calls the session and who speaks."""
    line = lines[0] if lines else ""
    title, people = title_and_people_in(line)
    if people and (line.endswith((")", "]")) or not _names_people(title)):
        return title, people
    before, colon, after = line.partition(": ")
    if colon and _names_people(before) and not _names_people(after):
        return after, before
    return line, ""


def _names_people(text: str) -> bool:
    parts = [part for part in re.split(r"\s*(?:,|;|&|\be\b|\band\b|\bund\b|\bet\b|\by\b)\s*", text) if part]
    return bool(parts) and all(looks_like_person(part) and len(part.split()) <= 4 for part in parts)
