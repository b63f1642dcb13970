"""Names of rooms and tracks in several languages: one place, one subject, called differently by whoever asks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.values.words import Field
from charlotte.congress.importers.wording import plain
from charlotte.congress.model import Room, Session, Track
from charlotte.congress.search.folding import folded

Names = tuple[str, ...]
"""What one thing is called, in the event's first language first."""


def names_told(tables: Sequence[Table], mapping: FieldMapping, field: Field) -> tuple[Names, ...]:
    """Return what each room (or track) is called, of those that have several names in the tables."""
    found = (tuple(dict.fromkeys(map(plain, names))) for names in _told(tables, mapping, field))
    return tuple(dict.fromkeys(names for names in found if len(names) > 1))


def _told(tables: Sequence[Table], mapping: FieldMapping, field: Field) -> Iterator[list[str]]:
    listed = {
        target.partition("#")[0]
        for one in mapping.tables
        for column, target in one.looks_up.items()
        if one.columns.get(column) == field
    }
    for table in tables:
        mapped = mapping.of(table.name)
        if mapped is None:
            continue
        columns = [one for one in mapped.columns_of(field) if one not in mapped.looks_up]
        for told in (columns, mapped.columns_of("title") if table.name in listed else ()):
            if len(told) > 1:
                yield from ([text for column in told if (text := row.text(column))] for row in table.rows)


def called_also(rooms: Iterable[Room], told: Iterable[Names]) -> tuple[Room, ...]:
    """Return the rooms, each known under all the names that something tells of it."""
    groups = [(names, {folded(name) for name in names}) for names in told]
    return tuple(_called(room, groups) for room in rooms)


def tracks_called(sessions: Iterable[Session], told: Iterable[Names]) -> tuple[Track, ...]:
    """Return the tracks that sessions name, of those that have several names."""
    names = {names: {folded(name) for name in names} for names in told}
    tracks = dict.fromkeys(session.track for session in sessions if session.track)
    found = {
        track: dict.fromkeys(
            name for names, keys in names.items() if folded(track) in keys for name in names if name != track
        )
        for track in tracks
    }
    return tuple(Track(track, tuple(others)) for track, others in found.items() if others)


def _called(room: Room, groups: Sequence[tuple[Names, set[tuple[str, ...]]]]) -> Room:
    own = {folded(name) for name in (room.name, *room.aliases)}
    others = [name for names, keys in groups if own & keys for name in names if folded(name) not in own]
    return replace(room, aliases=(*room.aliases, *dict.fromkeys(others))) if others else room
