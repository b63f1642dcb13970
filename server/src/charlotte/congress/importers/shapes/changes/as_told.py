"""What one sentence tells of one session: where and when it is held now, that it is cancelled, who comes instead."""

import re
from dataclasses import replace
from datetime import datetime, time
from functools import partial

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.changes.before_and_now import before_and_now
from charlotte.congress.importers.shapes.changes.change_words import BEGINS, CANCELLED, MOVED, SAYS_WHERE
from charlotte.congress.importers.shapes.changes.named_by_title import NUMBERED, QUOTED, bare_words
from charlotte.congress.importers.shapes.changes.named_otherwise import place_instead, place_named
from charlotte.congress.importers.shapes.changes.substitutes import with_substitute
from charlotte.congress.importers.shapes.changes.told_changes import ToldChange
from charlotte.congress.importers.shapes.times.placing import day_named
from charlotte.congress.importers.shapes.times.when import RANGE, SINGLE, When, read_when
from charlotte.congress.importers.times import localise
from charlotte.congress.importers.wording import SAYS_MOVED, is_cancelled, plain, without_mark
from charlotte.congress.model import Congress, RowWarning
from charlotte.congress.search.folding import fold

HELD = re.compile(r"\b(find(?:et|en)|fand)\b([^.;]*?)\bstatt\b", re.IGNORECASE)
UNTIL = re.compile(
    r"\s?\((?:to|until|till|bis|fino al(?:le)?|hasta(?: las?)?|jusqu['’]a|ends?(?: at)?)\s(\d[^()]{0,12})\)"
)
"""An end in brackets: "at 12.15pm (to 1.00pm)"."""
UNSAID = When()


def as_told(remark: ToldChange, draft: Draft, congress: Congress, places: dict[str, str]) -> Draft | None:
    """Return a draft with what a remark says of it; None where it says nothing new."""
    said = _without_name(remark.text, draft)
    now, before = before_and_now(said, partial(facts_in, places=places))
    was_in, was = room_in(before, places), when_in(before)
    room = _room_now(said, now, before, draft, places)
    if (CANCELLED.search(said) or "[cancelled]" in said) and not (room and MOVED.search(said)):
        is_known = draft.cancelled or is_cancelled(draft.title)
        return None if is_known else as_changed(replace(draft, cancelled=True), remark)
    held = draft.start.astimezone(congress.zone) if draft.start is not None else None
    when = when_in(now, held.time() if held is not None else None)
    start, end = _placed(draft, when, congress, keeps_end=BEGINS.search(said) is not None)
    is_elsewhere = bool(room) and fold(room) != fold(draft.room or "")
    is_at_another_time = start is not None and start != draft.start
    if not is_elsewhere and not is_at_another_time:
        if (other := with_substitute(draft, said, places.values())) is not None:
            return as_changed(other, remark)
        if draft.moved or "[moved" in draft.title or not (was_in or was.start):
            return None
    old_room = was_in or (draft.room if is_elsewhere else None) or ""
    old_start = _start_before(was, held, start, congress) if is_at_another_time else _clock(was.start)
    told_before = draft.moved_from or f"was {', '.join(filter(None, (old_room, old_start)))}"
    changed = replace(draft, room=room if is_elsewhere else draft.room, start=start or draft.start, end=end)
    return as_changed(replace(changed, moved=True, moved_from=told_before), remark)


def as_changed(draft: Draft, remark: ToldChange) -> Draft:
    """Return a changed draft with the remark behind its description, and a warning that says so."""
    said = remark.text.removesuffix(" [cancelled]").strip()
    is_told = said in (draft.abstract or "")
    said_now = "" if is_told else f"{said}{'' if said[-1:] in '.!?' else '.'}"
    told = "\n\n".join(filter(None, (draft.abstract, said_now)))
    message = f"{draft.title!r} was changed as a remark says: {said[:200]!r}."
    warning = RowWarning(remark.place, "changed_by_remark", message, {"title": draft.title, "text": said[:200]})
    return replace(draft, abstract=told, warnings=(*draft.warnings, warning))


def facts_in(text: str, places: dict[str, str]) -> set[str]:
    """Return the kinds of facts that a text tells: a room of the programme, a time."""
    room, clock = room_in(text, places), when_in(text).has_clock
    return {kind for kind, told in (("room", room), ("clock", clock)) if told}


def room_in(text: str, places: dict[str, str]) -> str:
    """Return the room that a text names, the longest of several; nothing where it names none."""
    said = f" {bare_words(text)} "
    found = [folded for folded in places if f" {bare_words(folded)} " in said]
    return places[max(found, key=len)] if found else ""


def when_in(text: str, before: time | None = None) -> When:
    """Return when a text says; of several times the first that is not the one before."""
    folded = UNTIL.sub(r"-\1", fold(text).replace("–", "-"))
    told: list[When] = []
    for pattern in (RANGE, SINGLE):
        last = 0
        for found in pattern.finditer(folded):
            when = read_when(folded[max(last, found.start() - 30) : found.end()].strip())
            if when.has_clock:
                told.append(when)
                last = found.end()
    anew = (one for one in told if one.end is not None or one.start != before)
    return next(anew, told[0] if told else UNSAID)


def _without_name(text: str, draft: Draft) -> str:
    """Return a sentence without what it calls the session: its title, a title in quotation marks, its number."""
    said = HELD.sub(r"\1\2", text)
    said = re.sub(re.escape(without_mark(plain(draft.title))), " ", said, flags=re.IGNORECASE)
    said = QUOTED.sub(" ", said)
    number = NUMBERED.match(plain(draft.title))
    if number is None:
        return said
    return re.sub(rf"(?<!\w){re.escape(number[1])}(?!\w)", " ", said, flags=re.IGNORECASE)


def _room_now(said: str, now: str, before: str, draft: Draft, places: dict[str, str]) -> str:
    """Return the room that a sentence says holds now: one of the programme, or one that only the sentence names."""
    room, was_in = room_in(now, places), room_in(before, places)
    if room == was_in:
        room = ""
    if room and fold(room) == fold(draft.room or "") and MOVED.search(said):
        return place_named(now) or room  # "is now in the Attic, the Barn has no projector"
    if room or not (before or SAYS_WHERE.search(said) or SAYS_MOVED.match(said)):
        return room
    ahead, _, behind = said.rpartition(before) if was_in else ("", "", now)
    return place_named(behind, instead=bool(was_in)) or place_instead(ahead)


def _start_before(was: When, held: datetime | None, start: datetime | None, congress: Congress) -> str:
    """Return when a session was to begin that begins at another time now, with its day where that is another one."""
    told = _clock(was.start) or (f"{held:%H:%M}" if held is not None else "")
    is_other_day = held is not None and start is not None and congress.day_of(start) != congress.day_of(held)
    return f"{held:%d.%m.%Y} {told}" if is_other_day else told


def _clock(told: time | None) -> str:
    return f"{told:%H:%M}" if told is not None else ""


def _placed(
    draft: Draft, when: When, congress: Congress, *, keeps_end: bool
) -> tuple[datetime | None, datetime | None]:
    """Return when a session begins and ends as a remark says; where only a start is told it takes as long as before."""
    if draft.start is None or when.start is None and not when.has_day:
        return draft.start, draft.end
    held = draft.start.astimezone(congress.zone)
    on = day_named(when, congress) or congress.day_of(draft.start)
    start = localise(datetime.combine(on, when.start or held.time()), congress.zone)
    if when.end is not None:
        return start, localise(datetime.combine(on, when.end), congress.zone)
    if start is None or draft.end is None or keeps_end and start < draft.end:
        return start, draft.end
    return start, start + (draft.end - draft.start)
