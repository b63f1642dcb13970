"""The sessions of a page whose parts have telling classes, as a tree: what is called, and the rest by its words."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.entries.entry_lines import cells_of
from charlotte.congress.importers.shapes.entries.habits import Entry, Habits
from charlotte.congress.importers.shapes.html.elements import Element, page_of
from charlotte.congress.importers.shapes.html.in_titles import are_places
from charlotte.congress.importers.shapes.html.labels import ONE_ONLY, PEOPLE, Parts, ends_as_label, labelled_by
from charlotte.congress.importers.shapes.html.linked_titles import SIGNS
from charlotte.congress.importers.shapes.html.parts import day_of, part_of, state_of
from charlotte.congress.importers.shapes.html.people import is_portrait, people_of
from charlotte.congress.importers.shapes.html.records import Record, records_of
from charlotte.congress.importers.shapes.people.names import people_in, writes_employers
from charlotte.congress.importers.shapes.people.people_told import people_told
from charlotte.congress.importers.shapes.people.roles import labelled
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.trees import tree
from charlotte.congress.importers.shapes.values.words import Field, best_name
from charlotte.congress.importers.wording import says_changed

CALLED = 0.5
"""Share of sessions of which some part is called by its class; a page of fewer is read by its lines."""
CARDS = 0.8
"""Share of sessions in elements that are called alike, each with its time, from which on they are its cards."""
FEWEST_CARDS = 4
SURE = 0.6
BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]")
JOINING = frozenset("to until till bis a à alle al hasta from von dalle de uhr h am im in at um ore".split())
"""What may stand alone between a start, an end and a place."""


def tables_in(document: Document, rooms: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return the tables of a page's sessions; none where its classes do not tell them."""
    records = _records_in(document)
    parts = {id(record): _parts(record) for record in records}
    outer = [one for one in records if one.held_in is None]
    called = [one for one in outer if one.stated or parts[id(one)].keys() - {"start", "end", "date"}]
    if not records or len(called) < CALLED * len(outer):
        return ()
    return _tables(document.name, records, parts, rooms)


def cards_in(document: Document, rooms: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return the tables of a page's sessions where nothing is called by its class, but each has a card of its own."""
    records = _records_in(document)
    outer = [one for one in records if one.held_in is None]
    own = [one for one in outer if any(one.extent.at <= at <= one.extent.last for at in one.clock_elements)]
    made_so = Counter((one.extent.tag, one.extent.attributes.get("class", "").split(" ")[0]) for one in own)
    alike = made_so.most_common(1)[0][1] if made_so else 0
    if len(own) < FEWEST_CARDS or min(len(own), alike) < CARDS * len(outer):
        return ()
    return _tables(document.name, records, {id(record): _parts(record) for record in records}, rooms)


def _records_in(document: Document) -> list[Record]:
    if not document.name.casefold().endswith((".html", ".htm")):
        return []
    try:
        page = page_of(document.text)
    except UnreadableFile:
        return []
    return records_of(page) if page is not None else []


def _tables(name: str, records: list[Record], parts: dict[int, Parts], rooms: frozenset[str]) -> tuple[Table, ...]:
    _tell_places(parts.values())
    entries = [_entry(record, parts[id(record)]) for record in records]
    lines = [
        line for found in parts.values() for field in PEOPLE for one in found.get(field, ()) for line in one.lines()
    ]
    own = Habits.of(entries, rooms)
    habits = replace(own, employers=own.employers or writes_employers(lines))
    inner = {id(one) for record in records for one in record.inside}
    made = [_session(one, parts, habits) for one in records if id(one) not in inner]
    tables = tree.tables_of(name, {"sessions": made})
    return tuple(replace(table, named_here=True) for table in tables)


def _tell_places(parts: Collection[Parts]) -> None:
    """Take badges for places where they are some, and nothing else is called so."""
    badges = [one.text for found in parts for one in found.get("track", ())]
    if badges and not any("room" in found for found in parts) and are_places(badges):
        for found in parts:
            if "track" in found:
                found["room"] = found.pop("track")


def _parts(record: Record) -> Parts:
    """Return the parts of a record that are called something, the outermost of each first."""
    found: Parts = defaultdict(list)
    apart = {one.extent.at for one in record.inside}
    stack = [record.extent]
    while stack:
        one = stack.pop()
        if one is record.title:
            stack += [inner for inner in one.children if inner.at in record.apart]
            continue
        if one.at in apart or one.at in record.clock_elements:
            continue
        part = part_of(one) if one is not record.extent and one.tag != "table" and not one.is_label else None
        label = labelled_by(one) if part is None or ends_as_label(one) else None
        if label is not None and label[1].at not in apart:
            found[label[0]].append(label[1])
            found["id"].append(one)  # the label is read
            continue
        part = None if part == "abstract" and _holds_parts(one, record) else part  # the body of a card
        part = part or _as_portrait(one, record)
        if part is not None and part != "title" and one.size:
            if part not in PEOPLE or not _is_among_people(one, record):
                found[part].append(one)
            if part not in ("affiliation", "date"):
                continue
        if one.at not in {value.at for values in found.values() for value in values}:
            stack.extend(reversed(list(one.children)))
    return found


def _as_portrait(element: Element, record: Record) -> Field | None:
    """Return that an element tells who speaks, where it shows one person and holds nothing that is called."""
    is_apart = not element.at <= record.title.at <= element.last and not _holds_parts(element, record)
    return "speakers" if is_apart and is_portrait(element) else None


def _is_among_people(element: Element, record: Record) -> bool:
    """Return whether an element stands in a list of people, which is read as a whole."""
    return any(part_of(above) in PEOPLE for above in element.above() if above.at > record.extent.at)


def _holds_parts(element: Element, record: Record) -> bool:
    """Return whether an element holds the title, or parts of its own that are called something."""
    inner = (one for one in element.all() if one is not element)
    return any(one is record.title or part_of(one) is not None for one in inner)


def _session(record: Record, parts: dict[int, Parts], habits: Habits) -> dict[str, Any]:
    found = parts[id(record)]
    start, end = _times(record)
    cells: dict[str, Any] = {"title": record.called, "start": start, "end": end, "day": _day(record, found)}
    for field in ONE_ONLY:
        cells[field] = next((said for one in found.get(field, ()) if (said := _innermost(one, field))), "")
        cells[field] = cells[field] or _of_attributes(record, field)
    cells["abstract"] = "\n".join(_unlabelled(line) for one in found.get("abstract", ()) for line in one.lines())
    notes = (line for one in found.get("notes", ()) for line in one.lines())
    cells["notes"] = "\n".join(filter(None, (record.label.strip(" :"), *notes)))
    speakers, chairs = people_of(found, habits.employers)
    _complete(cells, speakers, chairs, _entry(record, found), habits)
    cells["speakers"], cells["chairs"] = _written(speakers), _written(chairs)
    for field in ("track", "kind", "subtitle", "status"):
        if says_changed(cells[field]):  # a badge
            cells["notes"], cells[field] = "\n".join(filter(None, (cells[field], cells["notes"]))), ""
    cells["status"] = _state(record) or cells["status"]
    cells["talks"] = [_session(one, parts, habits) for one in record.inside if id(one) in parts]
    return cells


def _of_attributes(record: Record, field: Field) -> str:
    """Return what the elements of a record carry of a field for scripts: `data-room="Hall 2"`."""
    around = (record.title, *(one for one in record.title.above() if one.at >= record.extent.at))
    carried = (
        (key.removeprefix("data-"), value)
        for one in around
        for key, value in one.attributes.items()
        if key.startswith("data-")
    )
    return next(
        (value.strip() for key, value in carried if best_name(key)[0] == field and best_name(key)[1] > SURE), ""
    )


def _times(record: Record) -> tuple[str, str]:
    clocks = list(dict.fromkeys(record.clocks))
    if not clocks:
        return "", ""
    begins = read_when(clocks[0])
    if begins.end is None:
        whole = (one for one in clocks[1:] if (when := read_when(one)).start == begins.start and when.end is not None)
        if span := next(whole, ""):
            return span, ""
    return clocks[0], clocks[1] if len(clocks) > 1 and begins.end is None else ""


def _day(record: Record, found: Parts) -> str:
    own = next((one.text for one in found.get("date", ()) if day_of(one)), "")
    around = next(
        (said for one in record.extent.above() if "data-date" in one.attributes and (said := day_of(one))), ""
    )
    return own or day_of(record.extent) or around or record.day


def _innermost(element: Element, field: Field) -> str:
    """Return the text of the innermost part that is called so, without its label."""
    inner = [one for one in element.all() if one.size and part_of(one) == field]
    said = (inner[-1] if inner else element).now
    if field == "room" and (label := labelled(said)) is not None and label[0] == "room":
        return label[1]
    if field == "room" and (alone := BRACKETED.fullmatch(said)) is not None:
        return alone[1]
    name, colon, rest = said.partition(":")
    return rest.strip() if colon and rest.strip() and best_name(name)[0] == field else said


def _unlabelled(line: str) -> str:
    name, dot, rest = (
        line.partition(".") if line[:1].isupper() and line.partition(".")[0].isupper() else line.partition(":")
    )
    return rest.strip() if dot and rest.strip() and best_name(name)[0] == "abstract" else line


def _rest(record: Record, found: Parts) -> list[str]:
    """Return the lines that no class calls anything."""
    read = {one.at for values in found.values() for one in values}
    without = read | {one.extent.at for one in record.inside} | record.clock_elements | _folds(record)
    told = record.extent.lines(frozenset(without))
    lines = (_bare(line) for line in told if not (line.endswith(":") and _is_name(line)))
    return [line for line in lines if any(map(str.isalpha, line)) and line.casefold() not in JOINING]


def _is_name(line: str) -> bool:
    """Return whether a line is the name of what was read beside it: "Speaker:"."""
    field, score = best_name(line)
    return field is not None and score > SURE


def _folds(record: Record) -> set[int]:
    """Return what only opens the list of the talks inside: "Show the talks (3)"."""
    heads = (one for one in record.extent.all() if one.tag == "summary" and one.parent is not None)
    return {
        one.at
        for one in heads
        if one.parent is not None and any(one.at < held.title.at <= one.parent.last for held in record.inside)
    }


def _entry(record: Record, found: Parts) -> Entry:
    """Return what no class calls anything as an entry of a document, which begins with its title's line."""
    title, written = record.called, record.written
    rest = [f"{title}{line[len(written) :]}" if line.startswith(written) else line for line in _rest(record, found)]
    time = record.clocks[0] if record.clocks else ""
    if record.is_piece:
        return Entry("", time, "", record.day, (), rest, Entry("", "", "", "", ()))
    at = next((at for at, line in enumerate(rest) if line.startswith(title)), None)
    if at is None or rest[at] == title:
        return Entry("", time, title, record.day, (), [line for line in rest if line != title])
    return Entry("", time, "", record.day, (), [rest[at], *rest[:at], *rest[at + 1 :]])


def _bare(line: str) -> str:
    said = line.lstrip(SIGNS).strip(" ,;|·–—-:")
    return said.strip("()") if said.count("(") != said.count(")") else said


def _complete(
    cells: dict[str, Any], speakers: list[DraftPerson], chairs: list[DraftPerson], entry: Entry, habits: Habits
) -> None:
    """Fill what no class told from the lines that are left, as in a document without classes."""
    told = cells_of(entry, habits)
    cells["title"] = told["title"] or cells["title"]
    for name in ("room", "abstract", "kind", "track", "language", "notes"):
        cells[name] = cells[name] or told.get(name, "")
    if not speakers and told.get("speakers"):
        named = people_told(told["speakers"], employers=habits.employers)
        speakers += named[0]
        chairs += named[1]
    if not chairs and told.get("chairs"):
        chairs += people_in(told["chairs"], employers=habits.employers)


def _written(people: Iterable[DraftPerson]) -> list[dict[str, str]]:
    return [{"name": one.name, "affiliation": one.affiliation or ""} for one in people]


def _state(record: Record) -> str:
    around = [one for one in record.title.above() if one.at >= record.extent.at]
    for one in (record.title, *around):
        if one.is_struck:
            return "cancelled"
        if said := state_of(one):
            return said
    struck = [one for one in record.title.all() if one.is_struck]
    return "cancelled" if struck and struck[0].size >= 0.8 * record.title.size else ""
