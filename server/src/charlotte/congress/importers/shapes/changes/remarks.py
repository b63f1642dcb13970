"""What a page says beside its programme about sessions that changed: "« Fondre la cire » a lieu en salle Colette"."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import partial

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.changes.as_told import as_changed, as_told, facts_in, room_in, when_in
from charlotte.congress.importers.shapes.changes.before_and_now import before_and_now
from charlotte.congress.importers.shapes.changes.change_words import CHANGES, MOVED, tells_change
from charlotte.congress.importers.shapes.changes.clauses import clauses_of
from charlotte.congress.importers.shapes.changes.moved_titles import (
    each_where_it_moved,
    move_beside,
    move_in_title,
    with_what_is_held_in_them,
    without_origins,
)
from charlotte.congress.importers.shapes.changes.named_by_number import (
    at_its_place,
    named_by_number,
    numbered_clauses,
    swapped,
)
from charlotte.congress.importers.shapes.changes.named_by_title import SHORTEST_TITLE, bare_words, named_by_title
from charlotte.congress.importers.shapes.changes.named_otherwise import (
    named_by_speaker,
    named_by_time,
    named_in_its_own_words,
    place_named,
)
from charlotte.congress.importers.shapes.changes.told_changes import LONGEST, ToldChange
from charlotte.congress.importers.shapes.changes.withdrawals import with_withdrawals
from charlotte.congress.importers.shapes.times.placing import day_named
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.wording import is_cancelled, plain, says_changed, without_mark
from charlotte.congress.model import Congress
from charlotte.congress.search.folding import fold


def with_remarks(
    drafts: Iterable[Draft], remarks: Sequence[ToldChange], congress: Congress, rooms: Iterable[str]
) -> Iterator[Draft]:
    """Yield drafts as the remarks change them; each change is a warning. What a row itself says is not said again."""
    read = list(drafts)
    places = {fold(room): room for room in (*(one.room for one in read if one.room), *rooms)}
    places = {folded: room for folded, room in places.items() if len(folded) > 2}
    congress = _on_days_of(read, congress)
    found = without_origins(read, congress)
    moved = [_as_its_title_says(one, congress, places) for one in found]
    leads_to = partial(_leads_to, congress=congress, places=places)
    found = each_where_it_moved(found, with_what_is_held_in_them(found, moved), leads_to)
    told_in = partial(_told_in, places=places)
    found, told = with_withdrawals(found, remarks)
    for remark in (part for one in told for part in _each_of(one, found, told_in)):
        if remark.mark:
            found = _with_footnotes(found, remark, congress, places)
            continue
        named = _named(remark, found, congress)
        places_swapped = swapped(remark.text, named, found) if not when_in(remark.text).has_clock else {}
        for at in named:
            if at in places_swapped:
                found[at] = as_changed(at_its_place(found[at], places_swapped[at]), remark)
                continue
            now = as_told(remark, found[at], congress, places)
            if now is None:
                continue
            for other, part in enumerate(found):  # what is held in a session moves with it
                if part.part_of == found[at].title and part.room == found[at].room and now.room != part.room:
                    found[other] = replace(part, room=now.room)
            found[at] = now
    yield from found


def _named(remark: ToldChange, drafts: Sequence[Draft], congress: Congress) -> list[int]:
    """Return which sessions a remark tells a change of, by whatever it names them."""
    text = remark.text
    named = (
        named_by_title(text, drafts)
        or named_by_number(text, drafts)
        or named_in_its_own_words(text, drafts)
        or _named_by_time(text, drafts, congress)
        or named_by_speaker(text, drafts)
        or (named_by_speaker(f"{remark.ahead}. {text}", drafts) if remark.ahead else [])
    )
    if named and not remark.is_clause and not tells_change(_without_titles(text, drafts)):
        return []  # "Sequence and change" is what a talk is called
    if len(named) > 1 and is_cancelled(text) and _is_first_cancelled(text, [drafts[at] for at in named]):
        return []  # its own line, "CANCELLED: Bees", and the next session beside it
    return named


def _each_of(
    remark: ToldChange, drafts: Sequence[Draft], facts_in: Callable[[str], Set[str]]
) -> tuple[ToldChange, ...]:
    """Return the parts of a remark that each tell of one session."""
    clauses = (
        [remark.text]
        if remark.mark
        else clauses_of(remark.text, drafts, facts_in, lambda text: tells_change(_without_titles(text, drafts)))
    )
    if len(clauses) < 2 and not remark.mark:
        clauses = numbered_clauses(remark.text, drafts, facts_in)
    if len(clauses) < 2:
        return (remark,)
    return tuple(replace(remark, text=clause, is_clause=True) for clause in clauses)


def _is_first_cancelled(text: str, drafts: Sequence[Draft]) -> bool:
    """Return whether the session that a text names first is known to be cancelled."""
    said = bare_words(text)
    first = min(drafts, key=lambda one: said.find(bare_words(without_mark(plain(one.title)))))
    return first.cancelled or is_cancelled(first.title)


def _on_days_of(drafts: Iterable[Draft], congress: Congress) -> Congress:
    """Return the congress with its days, where nothing else tells them those of its sessions: "moved to Friday"."""
    days = [congress.day_of(one.start) for one in drafts if one.start is not None]
    if congress.start_date is not None or not days:
        return congress
    return replace(congress, start_date=min(days), end_date=max(days))


def _leads_to(draft: Draft, other: Draft, congress: Congress, places: dict[str, str]) -> bool:
    """Return whether all that a draft's title or remark says of where it moved holds of another."""
    told = move_in_title(draft.title)[0] or draft.moved_from or ""
    if other.start is None or len(told) > LONGEST or not MOVED.search(told):
        return False
    now, _ = before_and_now(told, partial(facts_in, places=places))
    room, clock, day = room_in(now, places), when_in(now), read_when(now)
    held = other.start.astimezone(congress.zone)
    return (
        bool(room or clock.has_clock or day.on_any_day)
        and (not room or fold(room) == fold(other.room or ""))
        and (not clock.has_clock or clock.start == held.time())
        and (not day.on_any_day or day_named(day, congress) == congress.day_of(other.start))
    )


def _as_its_title_says(draft: Draft, congress: Congress, places: dict[str, str]) -> Draft:
    """Return a draft as its title or a remark beside it changes it: "Moved to Friday, 11:30, Blue Room: Bees"."""
    told, title = move_in_title(draft.title)
    told = told or move_beside(draft)
    when = when_in(told)
    where = room_in(told, places) or place_named(told)
    if draft.repeated or not told or not (when.has_clock or when.has_day or where):
        return draft
    bare = replace(draft, title=title, moved_from=None)
    changed = as_told(ToldChange(told, draft.row), bare, congress, places)
    if changed is None:
        return draft
    is_other_day = changed.start is not None and draft.start is not None and changed.start.date() != draft.start.date()
    is_apart = changed.room != draft.room or is_other_day
    if (changed.start, changed.room) != (draft.start, draft.room):  # struck through, because it is elsewhere now
        changed = replace(changed, cancelled=False, title=without_mark(changed.title))
    return replace(changed, part_of=None) if is_apart else changed


def _named_by_time(text: str, drafts: Sequence[Draft], congress: Congress) -> list[int]:
    """Return the one session that a sentence names by its time, "the round table on Friday at 16:30 moves"."""
    begins = [change.start() for one in CHANGES if (change := one.search(text)) is not None]
    return named_by_time(text[: min(begins, default=0)], drafts, congress, when_in)


def _without_titles(text: str, drafts: Sequence[Draft]) -> str:
    """Return a sentence without the titles that it names."""
    for title in {without_mark(plain(one.title)) for one in drafts}:
        if len(title) >= SHORTEST_TITLE and title.casefold() in text.casefold():
            text = re.sub(re.escape(title), " ", text, flags=re.IGNORECASE)
    return text


def _with_footnotes(
    drafts: Sequence[Draft], remark: ToldChange, congress: Congress, places: dict[str, str]
) -> list[Draft]:
    """Return drafts with what a footnote says, and what is held in a session where that is held now."""
    changed = [_with_footnote(one, remark, congress, places) for one in drafts]
    for one, now in zip(drafts, changed, strict=True):
        for at, part in enumerate(changed if now is not one else ()):
            if part.part_of == one.title:
                room = now.room if part.room == one.room else part.room
                changed[at] = replace(part, part_of=now.title, room=room)
    return changed


def _with_footnote(draft: Draft, remark: ToldChange, congress: Congress, places: dict[str, str]) -> Draft:
    """Return a draft with what the footnote says to which a sign behind its title points, and without the sign."""
    title = draft.title.rstrip()
    bare = title.removesuffix(remark.mark).removesuffix(f"({remark.mark})")
    if draft.repeated or bare == title or not bare or bare[-1] == remark.mark[0]:
        return draft
    draft = replace(draft, title=bare.rstrip(" ("))
    told = as_told(remark, draft, congress, places)
    if told is None and says_changed(remark.text) == "moved":
        told = replace(as_changed(draft, remark), moved=True, moved_from=draft.moved_from or remark.text)
    return told or replace(draft, abstract="\n\n".join(filter(None, (draft.abstract, remark.text))))


def _told_in(text: str, places: dict[str, str]) -> set[str]:
    """Return the kinds of facts that a text tells, also where it names a room that the programme does not have."""
    return facts_in(text, places) | ({"room"} if place_named(text) else set())
