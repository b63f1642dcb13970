"""The JSON views of a Sessionize endpoint: All, Sessions and GridSmart. Times are local, without offset."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Draft, DraftPerson, Facts
from charlotte.congress.importers.known.fields import records, text
from charlotte.congress.importers.shapes.values.states import state_of
from charlotte.congress.importers.times import moment
from charlotte.congress.model import Room, RowWarning

TRACK_GROUPS = ("track", "category", "topic", "categoria", "thema", "thème", "tema")
FORMAT_GROUPS = ("session format", "format", "formato", "type")
_LISTS_SESSIONS = re.compile(r'"sessions"\s*:\s*\[')
LANGUAGE_GROUPS = ("language", "lingua", "sprache", "langue", "idioma")


class Sessionize:
    """What `sessionize.com/api/v2/…/view/…` returns."""

    name = "Sessionize endpoint"

    def claims(self, document: Document) -> bool:
        """Return whether sessions with Sessionize's own field names stand near the beginning."""
        opening = document.opening
        if not opening.startswith(("{", "[")):
            return False
        # A description may fill the opening before the other fields come, so one early field and the container do.
        named = any(f'"{field}"' in opening for field in ("isServiceSession", "isPlenumSession"))
        named = named or '"title"' in opening and any(f'"{field}"' in opening for field in ("startsAt", "endsAt"))
        return _LISTS_SESSIONS.search(opening) is not None and (
            named or '"isDefault"' in opening or '"groupName"' in opening
        )

    def facts(self, document: Document) -> Facts:
        """Read the rooms; the views say nothing else about the event."""
        parsed = document.json
        listed = [*records(parsed, "rooms"), *(room for grid in records(parsed) for room in records(grid, "rooms"))]
        rooms = {name: Room(name) for room in listed if (name := text(room, "name"))}
        return Facts(rooms=tuple(rooms.values()))

    def drafts(self, document: Document, zone: ZoneInfo, _companions: tuple[Document, ...]) -> Iterator[Draft]:
        """Yield every session once: GridSmart repeats plenary sessions in each room's column."""
        parsed = document.json
        look_up = _LookUp(parsed)
        seen: set[tuple[str | None, str | None]] = set()
        for session in _sessions(parsed):
            draft = shown(_draft(session, look_up, zone), text(session, "status"))
            if draft.id is not None and (draft.id, text(session, "startsAt")) in seen:
                continue
            seen.add((draft.id, text(session, "startsAt")))
            yield draft


class _LookUp:
    """Names by id, of the view All."""

    def __init__(self, parsed: Any) -> None:
        self.rooms = {text(room, "id"): text(room, "name") for room in records(parsed, "rooms")}
        self.speakers = {
            text(one, "id"): DraftPerson(text(one, "fullName") or "", text(one, "id"), text(one, "tagLine"))
            for one in records(parsed, "speakers")
        }
        self.items: dict[str | None, tuple[str, str | None]] = {
            text(item, "id"): ((text(group, "title") or "").casefold(), text(item, "name"))
            for group in records(parsed, "categories")
            for item in records(group, "items")
        }

    def categories(self, session: Mapping[str, Any]) -> dict[str, str]:
        """Return a session's categories by lower-case group title."""
        listed = session.get("categoryItems")
        ids = [text(item) for item in listed] if isinstance(listed, list) else []
        found = [self.items[item] for item in ids if item in self.items]
        for group in records(session, "categories"):
            title = (text(group, "name") or "").casefold()
            found += [(title, text(item, "name")) for item in records(group, "categoryItems")]
        categories: dict[str, str] = {}
        for title, name in found:
            if name:
                categories.setdefault(title, name)
        return categories

    def speakers_of(self, session: Mapping[str, Any]) -> tuple[DraftPerson, ...]:
        """Return a session's speakers, given by id or in place."""
        listed = session.get("speakers")
        found = []
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, dict):
                found.append(DraftPerson(text(one, "name") or text(one, "fullName") or "", text(one, "id")))
            elif known := self.speakers.get(text(one)):
                found.append(known)
        return tuple(found)


def _sessions(parsed: Any) -> Iterator[dict[str, Any]]:
    yield from records(parsed, "sessions")
    for group in records(parsed):
        yield from records(group, "sessions")
        for room in records(group, "rooms"):
            for session in records(room, "sessions"):
                yield {"room": text(room, "name")} | session


def _draft(session: dict[str, Any], look_up: _LookUp, zone: ZoneInfo) -> Draft:
    row = text(session, "id") or "session without id"
    start, end = moment(text(session, "startsAt"), zone), moment(text(session, "endsAt"), zone)
    at = text(session, "startsAt") if start is None else None
    warnings = (
        (RowWarning(row, "bad_time", f"The time {at!r} cannot be read.", {"time": at}),) if at is not None else ()
    )
    categories = look_up.categories(session)
    service = session.get("isServiceSession") is True
    return Draft(
        row=row,
        id=text(session, "id"),
        title=text(session, "title") or "",
        start=start,
        end=end,
        room=text(session, "room") or look_up.rooms.get(text(session, "roomId")),
        track=_first(categories, TRACK_GROUPS),
        format_name="break" if service else _first(categories, FORMAT_GROUPS),
        language=_first(categories, LANGUAGE_GROUPS),
        abstract=text(session, "description"),
        speakers=look_up.speakers_of(session),
        cancelled=(text(session, "status") or "").casefold() in ("cancelled", "canceled"),
        warnings=warnings,
    )


def shown(draft: Draft, status: str | None) -> Draft:
    """Return a draft; one that was never taken into the programme as no more than a warning."""
    if status is None or state_of(status) != "left_out":
        return draft
    message = f"{draft.title[:80]!r} is {status!r} in the file and was left out."
    warning = RowWarning(draft.row, "not_shown", message, {"title": draft.title[:80]})
    return replace(draft, repeated=True, warnings=(warning,))


def _first(categories: Mapping[str, str], groups: tuple[str, ...]) -> str | None:
    return next((categories[group] for group in groups if group in categories), None)
