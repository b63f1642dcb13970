"""What a file is, by its content, and the tables in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from charlotte.congress.importers.document import Document, holds_data
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.shapes.columns.since_midnight import with_clocks
from charlotte.congress.importers.shapes.grids import initials, label_blocks, room_sheets, side_by_side
from charlotte.congress.importers.shapes.grids.day_flags import with_days_of_marks
from charlotte.congress.importers.shapes.grids.grid import table_of
from charlotte.congress.importers.shapes.grids.lettered_sessions import with_lettered_apart
from charlotte.congress.importers.shapes.html import cut_off, for_scripts, linked_data, styled_xml
from charlotte.congress.importers.shapes.html import sessions as page_sessions
from charlotte.congress.importers.shapes.leaflets import leaflet
from charlotte.congress.importers.shapes.legends.presenting import with_presenters
from charlotte.congress.importers.shapes.orders import order_files
from charlotte.congress.importers.shapes.relations.held_by_title import held_in_others, with_holders
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.sheets import csv_text, workbooks
from charlotte.congress.importers.shapes.sheets.cells import Grid
from charlotte.congress.importers.shapes.sites.records import data_in
from charlotte.congress.importers.shapes.tables.levels import with_parts_held
from charlotte.congress.importers.shapes.tables.names_joined import with_names_joined
from charlotte.congress.importers.shapes.tables.numbered import unfolded
from charlotte.congress.importers.shapes.tables.papers_of_rows import with_papers_apart
from charlotte.congress.importers.shapes.tables.person_a_row import with_people_together
from charlotte.congress.importers.shapes.tables.rooms_among_people import with_rooms_apart
from charlotte.congress.importers.shapes.tables.rows_of_sessions import with_rows_of_sessions
from charlotte.congress.importers.shapes.tables.session_hours import with_session_hours
from charlotte.congress.importers.shapes.tables.written_once import with_what_is_written_once
from charlotte.congress.importers.shapes.texts import forms, pages
from charlotte.congress.importers.shapes.texts.rooms_of_days import with_rooms_of_days
from charlotte.congress.importers.shapes.texts.usual_room import with_usual_room
from charlotte.congress.importers.shapes.trees import (
    boards,
    entity_values,
    json_api,
    linked_entries,
    named_tables,
    named_values,
    sql_text,
    told_lines,
    tree,
    wrappings,
    xml_tree,
    yaml_text,
)
from charlotte.congress.importers.shapes.trees.by_position import with_rooms_of_positions
from charlotte.congress.importers.shapes.trees.columns_apart import with_columns_named

FEWEST_WORDS = 5
"""Of a sentence."""
SCRIPTS = (".js", ".mjs", ".ts")
CALL = re.compile(r"(?:/\*(?:[^*]|\*(?!/)){0,200}\*/\s*)?[\w$.]{1,80}\(\s*[\[{]")
"""What the answer of a service begins with that a page loads as a script, whatever it is saved as."""
FORMATS = "CSV, XLSX, XLS, ODS, JSON, YAML, TOML, XML, Markdown, HTML, DOCX, ODT, RTF, PPTX, LaTeX, PDF"


def readings_of(
    document: Document, rooms: frozenset[str] = frozenset(), days: frozenset[date] = frozenset()
) -> tuple[tuple[Table, ...], ...]:
    """Return the tables of a file, each way that it can be read, the surest first; none when there are none.

    Raises `UnreadableFile` when it is damaged.
    """
    return tuple(_apart(tables) for tables in _readings(document, rooms, days) if tables)


def _apart(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    whole = map(with_what_is_written_once, map(with_lettered_apart, tables))
    named = (with_names_joined(with_clocks(table)) for table in whole)
    told = (with_rows_of_sessions(with_people_together(with_rooms_apart(with_presenters(table)))) for table in named)
    held = held_in_others([with_holders(with_parts_held(with_days_of_marks(table))) for table in told])
    return tuple(
        one for table in held for apart in with_papers_apart(with_session_hours(table)) for one in unfolded(apart)
    )


def _readings(document: Document, rooms: frozenset[str], days: frozenset[date]) -> Iterator[tuple[Table, ...]]:
    if not document.name.casefold().endswith(pages.ENDINGS):
        tables = _tables(document, rooms, days)
        yield tables
        if document.opening.startswith(("{", "[", "<")) and (text := told_lines.text_of(_raw_tree(document), tables)):
            yield pages.tables_in_text(Document(document.name, text.encode()), rooms)
        elif document.opening.startswith("<") and (text := styled_xml.text_in(document)):
            yield pages.tables_in_text(Document(document.name, text.encode()), rooms)
        return
    cut_off.refuse_cut_off(document)
    found = [tables for tables in (linked_data.tables_in(document), page_sessions.tables_in(document, rooms)) if tables]
    yield from found
    try:
        if forms_told := forms.tables_in(document.name, document.paper.blocks):
            found.append(forms_told)
            yield forms_told
        if not found:
            yield page_sessions.cards_in(document, rooms)
        yield pages.tables_in_pages(document, rooms)
        yield leaflet.tables_in(document, rooms)
    except UnreadableFile:
        if not found:
            raise
    for told in for_scripts.trees_in(document):
        try:
            yield tree.tables_of(f"{document.name}{for_scripts.NAMED}", _unfolded(told))
        except (UnreadableFile, RecursionError):  # what no visitor sees makes no page unreadable
            continue


def _tables(document: Document, rooms: frozenset[str], days: frozenset[date]) -> tuple[Table, ...]:
    name = document.name.casefold()
    if (grids := workbooks.grids_in(document)) is not None:
        known = (replace(grid, places=rooms, days=days) for grid in room_sheets.named(initials.with_names(grids)))
        tables = tuple(table for grid in known for table in _of_grid(grid))
        with_usual_room(tables, (line for grid in grids for line in _lines_alone(grid)), rooms)
        return tables
    if (records := _records_in(document, name)) is not None:
        return tree.tables_of(document.name, records)
    if name.endswith((*SCRIPTS, ".ics", ".ical", ".vcs")):
        return ()
    if name.endswith(".txt") and (found := forms.tables_in_text(document) or pages.tables_in_text(document, rooms)):
        return found
    grid = csv_text.grid_in(document)
    if grid is None:
        return ()
    return tuple(_of_grid(replace(grid, places=rooms, days=days)))


def _records_in(document: Document, name: str) -> Any:
    """Return the tree of records that a file is; None where it is something else."""
    if name.endswith((".yml", ".yaml")):
        return with_rooms_of_positions(wrappings.unwrapped(yaml_text.tree_in(document)))
    if name.endswith(".toml"):
        return with_rooms_of_positions(wrappings.unwrapped(data_in(document)))
    if name.endswith(".sql"):
        return entity_values.with_values_put(sql_text.tables_in(document.text))
    is_script = (name.endswith(SCRIPTS) or CALL.match(document.opening) is not None) and holds_data(document.text)
    if name.endswith((".json", ".ndjson", ".jsonl")) or is_script or document.opening.startswith(("{", "[")):
        return _unfolded(document.json)
    if name.endswith(".txt") and (found := order_files.tree_in(document.text)) is not None:
        return found
    if document.opening.startswith("<") or name.endswith(".xml"):
        styled = styled_xml.tree_in(document)
        return styled or named_tables.with_tables_named(with_columns_named(xml_tree.tree_in(document))) or {}
    return None


def _unfolded(read: Any) -> Any:
    """Return the tree of JSON with its records as they are meant."""
    told = entity_values.with_values_put(read)
    told = boards.with_boards_told(named_values.with_values_named(told))
    linked = json_api.resolved(named_tables.with_tables_named(told))
    return with_rooms_of_positions(wrappings.unwrapped(linked_entries.with_entries(linked)))


def _raw_tree(document: Document) -> Any:
    """Return what a file holds as it is, in its order; nothing where it is neither XML nor JSON."""
    try:
        return xml_tree.tree_in(document) if document.opening.startswith("<") else document.json
    except UnreadableFile:
        return None


def _lines_alone(grid: Grid) -> Iterator[str]:
    """Yield the sentences that stand alone in a line of a sheet."""
    for row in grid.cells:
        filled = {cell.strip() for cell in row if cell.strip()}
        yield from (cell for cell in filled if len(filled) == 1 and len(cell.split()) >= FEWEST_WORDS)


def _of_grid(grid: Grid) -> Iterator[Table]:
    """Yield the tables of a sheet: what blocks of labels tell, and the lists that stand beside each other."""
    blocks, rest = label_blocks.apart(grid)
    yield from blocks
    yield from (with_rooms_of_days(table_of(one), one) for one in side_by_side.apart(rest))
