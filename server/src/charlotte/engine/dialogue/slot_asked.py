"""Questions about a stretch of the programme told by small words: how many, what is left, what begins then."""

from charlotte.congress.ceremonies import CEREMONIES
from charlotte.congress.search.strength import CLOSE
from charlotte.engine.dialogue.goals import Counted, Goal, Programme, Track
from charlotte.engine.dialogue.reading import Reading


def names_nothing(reading: Reading) -> bool:
    """Return whether a question names no session and nobody, only rooms, days and times."""
    return not reading.wants.left and not reading.sure_title and not reading.wants.by_person


def is_structural(reading: Reading) -> bool:
    """Return whether a question names nothing of the programme, though it may hold words that nothing here bears."""
    return not reading.wants.naming and not reading.sure_title and not reading.wants.by_person and not reading.guards


def slot_asked(reading: Reading) -> Goal | None:
    """Return the stretch of the programme that is asked for; nothing where the words name more than that."""
    return (
        _anchored(reading)
        or _how_many(reading)
        or _of_a_kind_now(reading)
        or _at_a_time(reading)
        or _stretch(reading)
        or _of_a_track(reading)
    )


def _anchored(reading: Reading) -> Goal | None:
    """What is before or after a break: right beside it only, where it is said so, else all that is."""
    anchor, says = reading.anchor, reading.wants.says
    if anchor is None or reading.time or not is_structural(reading) or "count" in says:
        return None
    at_once = "immediate" in says or reading.grammar.says("want", "starting", reading.words.text)
    if anchor.side == "before":
        pick = "last" if at_once or "last" in reading.scopes or anchor.sort == "social" else None
    else:
        pick = "first" if at_once or "first" in reading.scopes or anchor.sort != "lunch" else None
    return Programme(
        anchor.when, reading.asks, _room(reading), reading.day, _kind(reading), reading.wants.track, pick=pick
    )


def _how_many(reading: Reading) -> Goal | None:
    said, text = reading.wants.says, reading.words.text
    if "count" not in said or reading.asks_any("until", "duration") or "attendance" in reading.guards:
        return None
    if reading.wants.whole and not reading.wants.track:
        return Counted(inside=reading.wants.whole)
    if reading.sure_title and not reading.wants.track:
        return None
    if not (reading.kind or reading.grammar.says("want", "countable", text)) or reading.wants.by_person:
        return None
    if reading.wants.track and not reading.room:
        return Counted(track=reading.wants.track, day=reading.day)
    return None if reading.wants.left else _count_of_slot(reading)


def _count_of_slot(reading: Reading) -> Goal | None:
    room, kind = _room(reading), reading.kind.value if reading.kind else None
    when = reading.part
    if reading.time:
        when = _when(reading)
    elif "now" in reading.scopes or "beside" in reading.wants.says:
        when = "now"
    elif kind and not room:
        written = reading.written(reading.kind) if reading.kind else ""
        return Counted(kind=kind, day=reading.day, written=written)
    elif not when and not reading.day:
        return Counted(room=room) if room or _says_talks(reading) else None
    return Programme(when or "all", reading.asks, room, reading.day, kind=kind, counts=True)


def _at_a_time(reading: Reading) -> Goal | None:
    """What is on or begins at, after or before a time of day, where more than "at" is said of it."""
    if not reading.time or reading.breaks or reading.pair:
        return None
    chooses = reading.grammar.says("want", "choose", reading.words.text)
    if not (is_structural(reading) if chooses else names_nothing(reading)):
        return None
    if reading.asks_any("duration", "until", "changed") or "still_on" in reading.wants.says and not chooses:
        return None
    kind = _kind(reading)
    if not (reading.wants.edge or kind or chooses or reading.grammar.says("want", "starting", reading.words.text)):
        return None
    return Programme(_when(reading), reading.asks, _room(reading), reading.day, kind=kind)


def _when(reading: Reading) -> str:
    if reading.wants.edge:
        return f"{reading.wants.edge} {reading.time}"
    at_once = reading.grammar.says("want", "starting", reading.words.text)
    return f"at_once {reading.time}" if at_once else str(reading.time)


def _stretch(reading: Reading) -> Goal | None:
    """What is left, lasts longer, follows a break, or is on: of a room, a kind or everywhere."""
    said, room, kind = reading.wants.says, _room(reading), _kind(reading)
    if reading.time or not names_nothing(reading) or reading.pair or "changed" in reading.asks:
        return None
    asks, day = reading.asks, reading.day
    if "longer" in said and reading.wants.minutes:
        return Programme(reading.part or "all", asks, room, day, kind=kind, longer_than=reading.wants.minutes)
    if "after_break" in said and reading.part != "after_lunch":
        return Programme("after_break", asks, room, day, kind=kind)
    if reading.breaks or "still_on" in said and room and "rest" not in said:
        return None
    if "closing" in said and "last" in reading.scopes:
        return Programme("last", asks, room, day, kind=kind, before_closing=True)
    if "opening" in said and not reading.guards and reading.asks_any("when", "where", "who"):
        return Programme("first", asks, room, day)
    if "rest" in said and not reading.part:
        return Programme("rest", asks, room, day, kind=kind)
    return _on_now(reading)


def _of_a_kind_now(reading: Reading) -> Goal | None:
    """The lightning talk that is on: its kind is in titles too, but nothing else of them is said."""
    subject, grammar, text = reading.subject, reading.grammar, reading.words.text
    if "now" not in reading.scopes or reading.room or reading.wants.left or subject is None or subject.score < CLOSE:
        return None
    for kind in grammar.groups["kinds"]:
        found = None if kind in CEREMONIES else grammar.search("kinds", kind, text)
        span = reading.words.span(*found.span()) if found else (0, 0)
        if span[0] <= subject.first and subject.last <= span[1]:
            return Programme("now", reading.asks, None, reading.day, kind=kind)
    return None


def _on_now(reading: Reading) -> Goal | None:
    room, kind = _room(reading), _kind(reading)
    if "until" in reading.wants.says and room and not reading.scopes & {"next", "after"}:
        return Programme("now", reading.asks, room)
    slots = [scope for scope in ("now", "next") if scope in reading.scopes]
    if kind and slots and not room:  # in one room there is but one thing, whatever it is called
        return Programme(slots[0], reading.asks, None, reading.day, kind=kind)
    return None


def _of_a_track(reading: Reading) -> Goal | None:
    """A track or devroom spoken of as a place: "the one on Ada", "the room of the distributions"."""
    track, said = reading.wants.track, reading.wants.says
    if track is None or reading.room or reading.time:
        return None
    as_place = any(
        reading.grammar.says(*key, reading.words.text)
        for key in (("frame", "tracks"), ("frame", "rooms"), ("want", "part_of"))
    )
    if not as_place and "until" not in said:
        return None
    slots = [scope for scope in ("now", "next", "first", "last") if scope in reading.scopes]
    when = "rest" if "rest" in said else slots[0] if slots else None
    if when is not None:
        return Programme(when, reading.asks, None, reading.day, track=track)
    return Track(track, reading.asks, reading.day)


def _room(reading: Reading) -> str | None:
    return reading.room.name if reading.room else None


def _kind(reading: Reading) -> str | None:
    return reading.kind.value if reading.kind and reading.kind.value not in CEREMONIES else None


def _says_talks(reading: Reading) -> bool:
    return reading.grammar.says("frame", "nouns", reading.words.text)
