"""From drafts to an agenda: texts made plain, people and rooms joined, every oddity a warning with its row."""

import hashlib
import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date, datetime, timedelta

from charlotte.congress.importers.assembling.addresses import Addresses
from charlotte.congress.importers.assembling.capitals import as_written
from charlotte.congress.importers.assembling.held_in import placed_by_wholes
from charlotte.congress.importers.assembling.long_texts import kept_short
from charlotte.congress.importers.assembling.places import Places
from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.moving import NOWHERE, moved_to, place_before, place_now, tells_move
from charlotte.congress.importers.nobody import is_nobody, is_nowhere
from charlotte.congress.importers.shapes.people.name_order import TITLE
from charlotte.congress.importers.wording import (
    is_cancelled,
    kind_of,
    language_code,
    moved_mark,
    plain,
    remark_behind,
    says_changed_first,
    without_mark,
)
from charlotte.congress.model import Agenda, Congress, Person, Room, RowWarning, Session, Status
from charlotte.congress.orders import without_orders

MOST_SESSIONS = 20_000
"""More than any congress has: the largest seen has 2,000."""

FAR = timedelta(days=2)
OF_EACH_ROW = frozenset(("no_title", "end_before_start", "not_read"))
"""Warnings of what is wrong in a row itself, and in no heading above several."""
LONGEST_KIND = 60
GAP = re.compile(
    r"[(\[]\s*(?:free(?: slot)?|open slot|empty|vacant|frei(?:er (?:slot|platz))?|leer|unbesetzt|liber[oa]|vuot[oa]|"
    r"(?:slot|spazio|fascia) liber[oa]|libre|vide|vacío|vacant|cr[ée]neau libre|hueco(?: libre)?|espacio libre|"
    r"none|nothing|nichts|nulla|niente|rien|nada)\s*[)\]]",
    re.IGNORECASE,
)
TITLES = re.compile(
    r"^(?:(?:dr|prof|professor|professoressa|dott|dott\.ssa|ing|mr|mrs|ms|m|mme|herr|frau|dra|dre|mtr[oa]|lic|licd[oa])\b\.?\s+)+",
    re.IGNORECASE,
)


def assemble(
    congress: Congress, rooms: Iterable[Room], drafts: Iterable[Draft], called: Iterable[tuple[str, ...]] = ()
) -> Agenda:
    """Put an agenda together; rows without a title are left out with a warning.

    `called` are the names that a room goes by, those in the event's first language first.
    """
    warnings: list[RowWarning] = []
    people = _People()
    sessions: list[Session] = []
    taken: dict[str, Session] = {}
    known = tuple(rooms)
    parts: set[str] = set()
    holders: dict[tuple[str, date | None], Session] = {}
    held = list(placed_by_wholes(kept_short(drafts)))
    addresses = Addresses(draft.room for draft in held if draft.room)
    places = Places(known, congress, called, addresses)
    for draft in held:
        if len(sessions) >= MOST_SESSIONS:
            raise too_many()
        warnings += draft.warnings
        if draft.repeated:
            continue
        session, found = _session(draft, congress, people, places)
        warnings += found
        if session is None:
            continue
        if draft.part_of:
            session = _moved_with(session, holders.get((draft.part_of, session.start and session.start.date())))
        else:
            holders[(plain(draft.title), session.start and session.start.date())] = session
        session, found = _told_apart(session, draft.row, taken)
        warnings += found
        if session is not None:
            session = _as_listed(session, draft, sessions)
            taken[session.id] = session
            if draft.part_of:
                parts.add(session.id)
            sessions.append(session)
    # A spelling met later is an alias of the person in every session.
    sessions = [
        replace(session, speakers=people.latest(session.speakers), chairs=people.latest(session.chairs))
        for session in sessions
    ]
    sessions = [*as_written(sessions, congress, {room.name for room in known})]
    warnings += _unknown_rooms(known, sessions)
    warnings += _overlaps(sessions, parts)
    rooms = places.with_rooms(session.room for session in sessions)
    # What a heading says wrongly of the day it says of all rows below it: told once, at the first of them.
    once = {_told_once(one): one for one in reversed(warnings)}
    kept = tuple(one for one in warnings if once[_told_once(one)] is one)
    return Agenda(congress, tuple(sessions), rooms, kept)


def too_many() -> UnreadableFile:
    """Return the refusal of a programme that no congress has: a part of it would be worse than nothing."""
    return UnreadableFile(
        f"The programme has more than {MOST_SESSIONS} sessions; none was imported.", hint="Export one event at a time."
    )


def _told_once(warning: RowWarning) -> tuple[str, str, str]:
    """Return what makes two warnings one; what a row lacks is told of each row, though the sentence is the same."""
    return warning.code, warning.message, warning.row if warning.code in OF_EACH_ROW else ""


class _People:
    """Everybody seen so far, one `Person` each."""

    def __init__(self) -> None:
        self._by_id: dict[str, Person] = {}

    def person(self, draft: DraftPerson) -> Person | None:
        """Return the person a row names; without an id of the source, the same name is the same person."""
        name = plain(draft.name)
        # An address in place of a name is not for the public.
        if "@" in name or is_nobody(name):
            return None
        bare = TITLE.sub("", name)
        spaced = (bare if " " in bare else name).replace(".", ". ").replace("  ", " ")
        person_id = draft.id or "name:" + TITLES.sub("", spaced).casefold().strip()
        known = self._by_id.get(person_id)
        if known is None:
            affiliation = plain(draft.affiliation)[:300] if draft.affiliation else None
            known = Person(person_id, name, affiliation or None)
        else:
            if name != known.name and name not in known.aliases:
                known = replace(known, aliases=(*known.aliases, name))
            if known.affiliation is None and draft.affiliation:
                known = replace(known, affiliation=plain(draft.affiliation)[:300] or None)
        self._by_id[person_id] = known
        return known

    def latest(self, persons: Iterable[Person]) -> tuple[Person, ...]:
        """Return the persons with all their spellings."""
        return tuple(self._by_id[person.id] for person in persons)


def _session(
    draft: Draft, congress: Congress, people: _People, places: Places
) -> tuple[Session | None, list[RowWarning]]:
    title = without_orders(plain(draft.title))
    if not title:
        return None, [RowWarning(draft.row, "no_title", "The row has no title and was left out.")]
    if _is_gap(draft, title):
        time = f"{draft.start:%H:%M}" if draft.start is not None else ""
        message = f"{title!r}, which stands beside {time}, was not read as a session."
        return None, [RowWarning(draft.row, "not_read", message, {"text": title, "time": time})]
    shouted = says_changed_first(plain(draft.abstract or "")[:300])
    cancelled = draft.cancelled or is_cancelled(draft.title) or shouted == "cancelled"
    title, mark = remark_behind(title) or (title, moved_mark(title))
    inside = tells_move(plain(draft.abstract or "")[:400], draft.start, congress, places.is_known)
    elsewhere = moved_to(plain(draft.abstract or "")[:400])
    moved = draft.moved or mark is not None or shouted == "moved" or inside != NOWHERE or elsewhere is not None
    end, warnings = _end(draft)
    warnings += _order_warnings(draft)
    warnings += _date_warnings(draft, congress)
    speakers = {person.id: person for one in draft.speakers if (person := people.person(one)) is not None}
    chairs = {person.id: person for one in draft.chairs if (person := people.person(one)) is not None}
    named = bool(speakers or chairs)
    room = None if is_nowhere(draft.room or "") else places.named(plain(draft.room or "")[:200]) or None
    if draft.start is None and not cancelled:
        warnings.append(RowWarning(draft.row, "unscheduled", f"{title!r} has no time.", {"title": title}))
    elif room is None and not cancelled and kind_of(draft.format_name, title, named) != "break":
        warnings.append(RowWarning(draft.row, "no_room", f"{title!r} has no room.", {"title": title}))
    before = NOWHERE
    status: Status = "cancelled" if cancelled else "unscheduled" if draft.start is None else "scheduled"
    if moved and status == "scheduled":
        status = "moved"
        remarks = (draft.moved_from, mark, draft.abstract and draft.abstract[:300])
        told = (place_before(remark, draft.start, congress) for remark in remarks if remark)
        before = next((one for one in (*told, inside) if one != NOWHERE), NOWHERE)
        now = next((name for one in remarks if one and (name := place_now(one, places.is_known))), None)
        if now is not None and room is not None and places.named(now) != room and before.room in (None, room):
            # The remark is younger than the column beside it.
            room, before = places.named(now), replace(before, room=room)
        if before == NOWHERE and not draft.part_of:
            message = f"{title!r} says that it was moved, not from where."
            warnings.append(RowWarning(draft.row, "marked_moved", message, {"title": title}))
    session = Session(
        id=draft.id or _made_id(title, draft.start, room),
        title=without_mark(title) if cancelled or moved else title,
        start=draft.start,
        end=end,
        room=room or None,
        status=status,
        kind=kind_of(draft.format_name, title, named),
        subtitle=plain(draft.subtitle or draft.part_of or "") or None,
        abstract=(without_orders(plain(draft.abstract)) or None) if draft.abstract else None,
        track=(plain(draft.track) or None) if draft.track else None,
        language=language_code(draft.language),
        speakers=tuple(speakers.values()),
        chairs=tuple(chairs.values()),
        url=draft.url,
        previous_start=before.start,
        previous_room=places.named(before.room) if before.room else None,
        called=_called(draft.format_name, draft.track),
    )
    return session, warnings


def _is_gap(draft: Draft, title: str) -> bool:
    """Return whether a row says in brackets that nothing is held: "12.15 (free)", "[frei]"."""
    return GAP.fullmatch(title) is not None and not (draft.speakers or draft.chairs)


def _called(format_name: str | None, track: str | None) -> str | None:
    """Return what the programme calls sessions of this kind, where that is a word and no number or link."""
    said = plain(format_name or "")
    is_word = said[:1].isalpha() and len(said) <= LONGEST_KIND and said != plain(track or "")
    return said if is_word else None


def _moved_with(session: Session, holder: Session | None) -> Session:
    """Return a talk of a session as moved to another room where the whole session was."""
    if holder is None or holder.status != "moved" or holder.previous_start is not None:
        return session
    untold = session.status in ("scheduled", "moved") and session.previous_room is None
    if not untold or not holder.previous_room or session.room not in (holder.room, holder.previous_room):
        return session
    return replace(session, status="moved", room=holder.room, previous_room=holder.previous_room)


def _order_warnings(draft: Draft) -> list[RowWarning]:
    texts = [plain(text) for text in (draft.title, draft.abstract) if text]
    cut = next((text for text in texts if without_orders(text) != text), None)
    message = f"A sentence that speaks to a machine was left out of {cut[:80]!r}." if cut else ""
    return [RowWarning(draft.row, "speaks_to_machines", message, {"text": cut[:80]})] if cut else []


def _end(draft: Draft) -> tuple[datetime | None, list[RowWarning]]:
    if draft.start is None or draft.end is None:
        return None, []
    if draft.end <= draft.start:
        return None, [RowWarning(draft.row, "end_before_start", "The end is not after the start and was dropped.")]
    return draft.end, []


def _date_warnings(draft: Draft, congress: Congress) -> list[RowWarning]:
    first, last = congress.start_date, congress.end_date or congress.start_date
    if draft.start is None or first is None or last is None:
        return []
    try:
        on = congress.day_of(draft.start)
        near = first - FAR <= on <= last + FAR
    except OverflowError:
        near = False
    message = f"The session is on {draft.start.date()}, the event from {first} to {last}."
    values = {"date": f"{draft.start.date()}", "first": f"{first}", "last": f"{last}"}
    return [] if near else [RowWarning(draft.row, "outside_event", message, values)]


def _told_apart(session: Session, row: str, taken: dict[str, Session]) -> tuple[Session | None, list[RowWarning]]:
    """Give a row whose id is taken an id of its own, and say whether it contradicts the earlier row."""
    earlier = taken.get(session.id)
    if earlier is None:
        return session, []
    if replace(earlier, status=session.status) == session:
        message = f"{session.title!r} is in the file twice and was read once."
        return None, [RowWarning(row, "repeated_row", message, {"title": session.title, "place": session.id})]
    number = 2
    while f"{session.id}#{number}" in taken:
        number += 1
    same = _is_one_session(earlier, session)
    renamed = replace(session, id=f"{session.id}#{number}")
    if not same:
        message = f"The id {session.id!r} is used for different sessions."
        return renamed, [RowWarning(row, "id_twice", message, {"id": session.id})]
    if renamed.status == "scheduled":
        renamed = replace(renamed, status="duplicate", same_as=earlier.id)
    message = f"{session.title!r} is listed at {_when(earlier)} and again at {_when(session)}."
    values = {"title": session.title, "place": earlier.id, "first": _told(earlier), "again": _told(session)}
    return renamed, [RowWarning(row, "listed_twice", message, values)]


def _as_listed(session: Session, draft: Draft, earlier: Sequence[Session]) -> Session:
    """Return a session that names nobody tied to the one that was listed elsewhere: whoever asks hears of both."""
    is_listed = any(one.code == "listed_twice" for one in draft.warnings)
    if not is_listed or session.speakers or session.same_as is not None:
        return session
    title = session.title.casefold().strip()
    first = next((one for one in earlier if one.title.casefold().strip() == title and not one.speakers), None)
    return replace(session, same_as=first.same_as or first.id) if first is not None else session


def _unknown_rooms(known: Iterable[Room], sessions: Iterable[Session]) -> list[RowWarning]:
    """Name each room that the event's own list of rooms does not have."""
    names = {plain(name).casefold() for room in known for name in (room.name, *room.aliases)}
    first: dict[str, Session] = {}
    for session in sessions if names else ():
        if session.room is not None and session.room.casefold() not in names:
            first.setdefault(session.room, session)
    return [
        RowWarning(
            session.id,
            "unknown_room",
            f"{room!r}, where {session.title!r} is held, is no room of the event.",
            {"room": room, "title": session.title},
        )
        for room, session in first.items()
    ]


def _is_one_session(one: Session, other: Session) -> bool:
    """Return whether two rows of one id tell of the same session: the titles say so, or title and speakers together."""
    titles = sorted((one.title.casefold(), other.title.casefold()), key=len)
    names = {person.id for person in one.speakers} & {person.id for person in other.speakers}
    return titles[0] == titles[1] or (bool(names) and len(titles[0]) > 10 and titles[0] in titles[1])


def _overlaps(sessions: Sequence[Session], parts: Set[str] = frozenset()) -> list[RowWarning]:
    by_room: dict[str, list[Session]] = {}
    for session in sessions:
        if session.happens and session.room is not None and session.id not in parts:
            by_room.setdefault(session.room, []).append(session)
    warnings = []
    for room, held in by_room.items():
        held.sort(key=lambda session: session.start.timestamp() if session.start else 0.0)
        for one, following in zip(held, held[1:], strict=False):
            if one.end is not None and following.start is not None and following.start < one.end:
                message = f"{one.title!r} and {following.title!r} overlap in {room} at {_when(following)}."
                values = {"title": one.title, "other": following.title, "room": room, "time": _told(following)}
                warnings.append(RowWarning(following.id, "overlap", message, values))
    return warnings


def _made_id(title: str, start: datetime | None, room: str | None) -> str:
    source = "\n".join((title, start.isoformat() if start else "", room or ""))
    return hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:16]


def _told(session: Session) -> str:
    """Return when a session is, in no language."""
    return session.start.strftime("%Y-%m-%d %H:%M") if session.start else "–"


def _when(session: Session) -> str:
    return session.start.strftime("%Y-%m-%d %H:%M") if session.start else "no time"
