"""The sessions of a page whose parts have telling classes, as a tree: what is called, and the rest by its words."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import DraftPerson
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.html.elements import Element, page_of
from charlotte.congress.importers.shapes.html.parts import STRUCK, day_of, part_of, part_of_class, state_of
from charlotte.congress.importers.shapes.html.records import Record, records_of
from charlotte.congress.importers.shapes.people.names import people_in, writes_employers
from charlotte.congress.importers.shapes.people.people_told import each_once, people_told
from charlotte.congress.importers.shapes.people.roles import labelled, says_that_they_chair
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.texts.entry_lines import Entry, Habits, cells_of
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.trees import tree
from charlotte.congress.importers.shapes.values.words import Field, best_name
from charlotte.congress.importers.wording import says_changed

CALLED = 0.5
"""Share of sessions of which some part is called by its class; a page of fewer is read by its lines."""
SURE = 0.6
ONE_ONLY: tuple[Field, ...] = ("room", "track", "kind", "language", "subtitle", "duration", "status")
LONGEST_LABEL = 30
LONGEST_MARK = 6
ENDING = re.compile(r"[/*:(_][\w*-]{1,6}\)?$")
"""`Moderador/a`, `Moderator:in`"""
PEOPLE: tuple[Field, ...] = ("speakers", "chairs")
JOINING = frozenset("to until till bis a à alle al hasta from von dalle de uhr h am im in at um ore".split())
"""What may stand alone between a start, an end and a place."""
LABELS = frozenset(("dt", "th", "label", "b", "strong"))
Parts = dict[Field, list[Element]]


def tables_in(document: Document, rooms: frozenset[str] = frozenset()) -> tuple[Table, ...]:
    """Return the tables of a page's sessions; none where its classes do not tell them."""
    if not document.name.casefold().endswith((".html", ".htm")):
        return ()
    try:
        page = page_of(document.text)
    except UnreadableFile:
        return ()
    records = records_of(page) if page is not None else []
    parts = {id(record): _parts(record) for record in records}
    outer = [one for one in records if one.held_in is None]
    called = [one for one in outer if one.stated or parts[id(one)].keys() - {"start", "end", "date"}]
    if not records or len(called) < CALLED * len(outer):
        return ()
    entries = [_entry(record, parts[id(record)]) for record in records]
    lines = [
        line for found in parts.values() for field in PEOPLE for one in found.get(field, ()) for line in one.lines()
    ]
    own = Habits.of(entries, rooms)
    habits = replace(own, employers=own.employers or writes_employers(lines))
    inner = {id(one) for record in records for one in record.inside}
    made = [_session(one, parts, habits) for one in records if id(one) not in inner]
    tables = tree.tables_of(document.name, {"sessions": made})
    return tuple(replace(table, named_here=True) for table in tables)


def _parts(record: Record) -> Parts:
    """Return the parts of a record that are called something, the outermost of each first."""
    found: Parts = defaultdict(list)
    apart = {one.extent.at for one in record.inside}
    stack = [record.extent]
    label = ""
    while stack:
        one = stack.pop()
        if one.at in apart or one is record.title or one.at in record.clock_elements:
            continue
        part = part_of(one) if one is not record.extent and one.tag != "table" else None
        if one.tag in LABELS and part is None or _ends_as_label(one):
            label = one.text
            named, score = best_name(label.rstrip(" :")) if len(label) < LONGEST_LABEL else (None, 0.0)
            value = _beside(one)
            if (
                named in (*ONE_ONLY, *PEOPLE, "abstract")
                and score > SURE
                and value is not None
                and value.at not in apart
            ):
                found[named].append(value)
                found["id"].append(one)  # the label is read
                continue
        if part == "abstract" and _holds_parts(one, record):
            part = None  # the body of a card
        if part is not None and part != "title" and one.size:
            if not (
                part in PEOPLE and any(part_of(above) in PEOPLE for above in one.above() if above.at > record.extent.at)
            ):
                found[part].append(one)
            if part not in ("affiliation", "date"):
                continue
        if one.at not in {value.at for values in found.values() for value in values}:
            stack.extend(reversed(list(one.children)))
    return found


def _holds_parts(element: Element, record: Record) -> bool:
    """Return whether an element holds the title, or parts of its own that are called something."""
    inner = (one for one in element.all() if one is not element)
    return any(one is record.title or part_of(one) is not None for one in inner)


def _ends_as_label(element: Element) -> bool:
    """Return whether a cell is nothing but a label: `Chair:`."""
    return element.tag == "td" and element.size < LONGEST_LABEL and element.text.rstrip().endswith(":")


def _beside(label: Element) -> Element | None:
    """Return what stands behind a label: its description, or the cell beside it."""
    if label.parent is None or label.tag not in ("dt", "th", "td"):
        return None
    following = False
    for one in label.parent.children:
        if following and one.tag in ("dd", "td"):
            return one
        following = following or one is label
    return None


def _session(record: Record, parts: dict[int, Parts], habits: Habits) -> dict[str, Any]:
    found = parts[id(record)]
    start, end = _times(record)
    cells: dict[str, Any] = {"title": record.called, "start": start, "end": end, "day": _day(record, found)}
    for field in ONE_ONLY:
        cells[field] = next((said for one in found.get(field, ()) if (said := _innermost(one, field))), "")
        cells[field] = cells[field] or _of_attributes(record, field)
    cells["abstract"] = "\n".join(_unlabelled(line) for one in found.get("abstract", ()) for line in one.lines())
    cells["notes"] = "\n".join(line for one in found.get("notes", ()) for line in one.lines())
    speakers, chairs = _people(found, habits.employers)
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
    return clocks[0], clocks[1] if len(clocks) > 1 and begins.end is None else ""


def _day(record: Record, found: Parts) -> str:
    own = next((one.text for one in found.get("date", ()) if day_of(one)), "")
    around = next(
        (said for one in record.extent.above() if "data-date" in one.attributes and (said := day_of(one))), ""
    )
    return own or day_of(record.extent) or around or record.day


def _innermost(element: Element, field: Field) -> str:
    """Return the text of the innermost part that is called so, without its label."""
    inner = [one for one in element.all() if part_of(one) == field]
    said = (inner[-1] if inner else element).text
    if field == "room" and (label := labelled(said)) is not None and label[0] == "room":
        return label[1]
    name, colon, rest = said.partition(":")
    return rest.strip() if colon and rest.strip() and best_name(name)[0] == field else said


def _unlabelled(line: str) -> str:
    name, dot, rest = (
        line.partition(".") if line[:1].isupper() and line.partition(".")[0].isupper() else line.partition(":")
    )
    return rest.strip() if dot and rest.strip() and best_name(name)[0] == "abstract" else line


def _people(found: Parts, employers: bool) -> tuple[list[DraftPerson], list[DraftPerson]]:
    """Return who speaks and who chairs; each person of a list with the employer that stands beside."""
    speakers: list[DraftPerson] = []
    chairs: list[DraftPerson] = []
    presenting: set[str] = set()
    for field in PEOPLE:
        for one in (apart for told in found.get(field, ()) for apart in _apart(told)):
            named = _each(one) or None
            said = (
                ([], named) if named is not None and field == "chairs" else (named, []) if named is not None else None
            )
            if said is None:
                told = people_told("\n".join(one.lines(_marks(one))), employers=employers)
                said = (list(told[0]), list(told[1])) if field == "speakers" else ([], [*told[0], *told[1]])
            leads = any(says_that_they_chair(word) for word in one.text.split(":")[:1]) if ":" in one.text else False
            leads = leads or field == "speakers" and _is_chair(one)
            speakers += [] if leads else said[0]
            chairs += said[1] if not leads else [*said[0], *said[1]]
            if "presenter" in " ".join(one.classes).casefold():
                presenting |= {person.name for person in said[0]}
    speakers.sort(key=lambda person: person.name not in presenting)
    employed = {person.name: person for person in speakers if person.affiliation}
    return [*each_once(employed.get(person.name, person) for person in speakers)], [*each_once(chairs)]


def _apart(element: Element) -> list[Element]:
    """Return the people of a list one by one where one of them is called the chair; else the list."""
    each = [one for one in element.children if one.tag not in ("br", "i")]
    return each if len(each) > 1 and any(map(_is_chair, each)) else [element]


def _is_chair(element: Element) -> bool:
    """Return whether somebody among people is called the chair: by a class, or by what stands beside the name."""
    own = (part_of_class(token) for token in element.attributes.get("class", "").split())
    beside = (one for one in element.all() if one is not element and 0 < one.size <= LONGEST_LABEL)
    return "chairs" in own or any(says_that_they_chair(ENDING.sub("", one.text)) for one in beside)


def _marks(element: Element) -> frozenset[int]:
    """Return the raised signs behind names that refer to where somebody works."""
    raised = (one for one in element.all() if one.tag == "sup" and one.size <= LONGEST_MARK)
    return frozenset(one.at for one in raised)


def _each(element: Element) -> list[DraftPerson]:
    """Return the people of an element in which each name, or each employer, is marked."""
    found: list[DraftPerson] = []
    marked = [
        one
        for one in element.all()
        if one is not element and part_of(one) in ("speakers", "chairs", "title", "affiliation")
    ]
    inner = [
        one
        for one in marked
        if not any(part_of(below) in ("speakers", "title") for below in one.all() if below is not one)
    ]
    if not any(part_of(one) == "affiliation" for one in inner) and len(inner) < 2:
        return []
    for one in inner:
        if part_of(one) == "affiliation" and found:
            employer = one.text.strip(" ()")
            of = [found[-1].affiliation, employer] if found[-1].affiliation else [employer]
            found[-1] = DraftPerson(found[-1].name, None, ", ".join(of))
        elif part_of(one) != "affiliation" and not _is_label(one.text):
            found += people_in(one.text)
    if not found and inner:
        names = (
            people_in(element.lines(frozenset(one.at for one in inner))[0])
            if element.lines(frozenset(one.at for one in inner))
            else ()
        )
        found = [DraftPerson(names[0].name.strip(" ,(–-"), None, inner[0].text.strip(" ()"))] if names else []
    return found


def _is_label(text: str) -> bool:
    return text.rstrip().endswith(":") or says_that_they_chair(text)


def _rest(record: Record, found: Parts) -> list[str]:
    """Return the lines that no class calls anything."""
    read = {one.at for values in found.values() for one in values}
    without = read | {one.extent.at for one in record.inside} | record.clock_elements | _folds(record)
    lines = (_bare(line) for line in record.extent.lines(frozenset(without)))
    return [line for line in lines if any(map(str.isalpha, line)) and line.casefold() not in JOINING]


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
    title, rest = record.called, _rest(record, found)
    time = record.clocks[0] if record.clocks else ""
    at = next((at for at, line in enumerate(rest) if line.startswith(title)), None)
    if at is None or rest[at] == title:
        return Entry("", time, title, record.day, (), [line for line in rest if line != title])
    return Entry("", time, "", record.day, (), [rest[at], *rest[:at], *rest[at + 1 :]])


def _bare(line: str) -> str:
    said = line.strip(" ,;|·–—-:")
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
        if one.tag in STRUCK:
            return "cancelled"
        if said := state_of(one):
            return said
    struck = [one for one in record.title.all() if one.tag in STRUCK]
    return "cancelled" if struck and struck[0].size >= 0.8 * record.title.size else ""
