"""Titles that say where their session went: "SPOSTATA A SABATO ORE 10.20 – Bees", "Bees (moved to the Blue Room)"."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.times.placing import day_named
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.wording import MOVED_WORDS, SAYS_MOVED, plain, without_mark
from charlotte.congress.model import Congress, RowWarning
from charlotte.congress.search.folding import fold

_SAID = rf"(?P<told>(?:{MOVED_WORDS})\b[^()\[\]]{{3,90}}?)"
AHEAD = re.compile(
    rf"^\W*{_SAID}\s*(?:[)\]]\s*[:–—-]?|\s[–—-]\s|\s?\|\s|:\s+(?=\D)|!\s)\s*(?=\w|[«„“\"])", re.IGNORECASE
)
FROM = re.compile(
    r"\s*[(\[]\s*(?:da(?:l|lla|lle|i)?|dall[’']|vo[nm]|from|d[eu]s?|del|desde(?: el)?|depuis)\s+"
    r"(?P<when>[^()\[\]]{3,40})[)\]]\W*$",
    re.IGNORECASE,
)
BEHIND = re.compile(rf"\s*[(\[]\s*{_SAID}\s*[)\]]\W*$", re.IGNORECASE)
LONGEST = 400


def move_in_title(title: str) -> tuple[str, str]:
    """Return what a title says of a move, and the title without it; nothing and the title where it says none."""
    said = plain(title)
    found = AHEAD.search(said) or BEHIND.search(said)
    if found is None:
        return "", title
    return found["told"].strip(), f"{said[: found.start()]}{said[found.end() :]}".strip()


def move_beside(draft: Draft) -> str:
    """Return what a remark beside a session, or all that its description says, tells of a move; nothing of none."""
    told = (text or "" for text in (draft.moved_from, draft.abstract))
    return next((said for said in told if len(said) <= LONGEST and SAYS_MOVED.match(said)), "")


def without_origins(drafts: Sequence[Draft], congress: Congress) -> list[Draft]:
    """Return drafts whose titles say in brackets from which day or hour they came, "Bees (from Friday)", without that.

    A course "(from Friday)" that is on Friday keeps it, and so does what no other row is called. The brackets may stand
    behind who speaks as well.
    """
    found = list(drafts)
    titles = Counter(fold(move_in_title(without_mark(plain(one.title)))[1]) for one in drafts)
    for at, one in enumerate(drafts):
        bare, origin = _without_origin(one)
        when = read_when(origin) if origin else None
        if when is None or one.start is None or not when.is_plain or not bare.title:
            continue
        on = day_named(when, congress)
        is_other_day = on is not None and on != congress.day_of(one.start)
        own = fold(move_in_title(without_mark(plain(one.title)))[1])
        if is_other_day or titles[fold(plain(bare.title))] > (own == fold(plain(bare.title))):
            found[at] = replace(bare, moved=True, moved_from=one.moved_from or f"was {origin}")
    return found


def _without_origin(draft: Draft) -> tuple[Draft, str]:
    """Return a draft without from when it came, and what its title or the brackets behind a speaker say of that."""
    if (told := FROM.search(draft.title)) is not None:
        return replace(draft, title=draft.title[: told.start()].strip()), told["when"].strip()
    said = [FROM.fullmatch(f"({one.affiliation})") if one.affiliation else None for one in draft.speakers]
    told = next(filter(None, said), None)
    people = (replace(one, affiliation=None) if by else one for one, by in zip(draft.speakers, said, strict=True))
    return replace(draft, speakers=tuple(people)), told["when"].strip() if told is not None else ""


def with_what_is_held_in_them(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """Return drafts as they moved, the talks of a session with it: to its new room, and as much later or earlier."""
    found = list(after)
    wholes = [plain(part.part_of) if part.part_of is not None else None for part in before]
    for was, now in zip(before, after, strict=True):
        if (was.start, was.room) == (now.start, now.room) or was.part_of is not None or was.start is None:
            continue
        title = plain(was.title)
        for at, part in enumerate(before):
            is_inside = wholes[at] == title and part.room == was.room
            if not is_inside or part.start is None or part.start.date() != was.start.date() or found[at] is not part:
                continue
            shift = now.start - was.start if now.start is not None else timedelta()
            end = part.end + shift if part.end is not None else None
            found[at] = replace(part, start=part.start + shift, end=end, room=now.room)
    return found


def each_where_it_moved(
    before: Sequence[Draft], after: Sequence[Draft], leads_to: Callable[[Draft, Draft], bool]
) -> list[Draft]:
    """Return drafts as their titles moved them; what is listed where it went anyway, only there.

    `leads_to` says whether what the first row tells of its move names where the second one stands.
    """
    went = [_slot(one) != _slot(other) for one, other in zip(before, after, strict=True)]
    found, by_title = list(after), dict[str, list[int]]()
    for at, one in enumerate(after):
        by_title.setdefault(fold(without_mark(plain(one.title))), []).append(at)
    for at, one in enumerate(after):
        if one.repeated or not (went[at] or one.moved_from or move_in_title(one.title)[0]):
            continue
        others = (other for other in by_title[fold(without_mark(plain(one.title)))] if other != at and not went[other])
        for there in others:
            stays = found[there]
            is_where_it_went = _slot(stays) == _slot(one) if went[at] else leads_to(one, stays)
            if stays.repeated or not is_where_it_went or not _may_be_one(one, stays):
                continue
            found[there] = replace(stays, moved=True, moved_from=_told_before(before[at]) or stays.moved_from)
            message = f"{one.title[:80]!r} was moved to where {stays.row} lists it, and was read once."
            values = {"title": one.title[:80], "place": stays.row}
            found[at] = replace(one, repeated=True, warnings=(RowWarning(one.row, "repeated_row", message, values),))
            break
    return found


def _may_be_one(one: Draft, other: Draft) -> bool:
    names = [{fold(plain(person.name)) for person in draft.speakers} for draft in (one, other)]
    return not all(names) or bool(names[0] & names[1])


def _told_before(draft: Draft) -> str:
    """Return where and when a draft stood, in words that `place_before` reads."""
    start = f"{draft.start:%d.%m.%Y %H:%M}" if draft.start is not None else ""
    told = ", ".join(filter(None, (draft.room, start)))
    return f"was {told}" if told else ""


def _slot(draft: Draft) -> tuple[object, str]:
    return draft.start, fold(draft.room or "")
