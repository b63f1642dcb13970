"""Questions about a stretch of the programme told by small words: how many, what is left, what begins then."""

from charlotte.congress.ceremonies import CEREMONIES
from charlotte.congress.search.strength import CLOSE
from charlotte.engine.dialogue.goals import FACTS, About, Counted, Goal
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.slice import Pick
from charlotte.engine.dialogue.wish.slicing import says, sliced


def names_nothing(reading: Reading) -> bool:
    """Return whether a question names no session and nobody, only rooms, days and times."""
    return not reading.wants.left and not reading.sure_title and not reading.wants.by_person


def is_structural(reading: Reading) -> bool:
    """Return whether a question names nothing of the programme, though it may hold words that nothing here bears."""
    return not reading.wants.naming and not reading.sure_title and not reading.wants.by_person and not reading.guards


def slot_asked(reading: Reading) -> Goal | None:
    """Return the stretch of the programme that is asked for; nothing where the words name more than that."""
    return (
        _between(reading)
        or _anchored(reading)
        or _how_many(reading)
        or _of_a_kind_now(reading)
        or _at_a_time(reading)
        or _stretch(reading)
        or _of_a_track(reading)
    )


def _anchored(reading: Reading) -> Goal | None:
    """What is before or after a break: right beside it only, where it is said so, else all that is."""
    anchor, said = reading.anchor, reading.wants.says
    if anchor is None or reading.time or not is_structural(reading) or "count" in said:
        return None
    at_once = "immediate" in said or says(reading, "starting") or says(reading, "that_one")
    pick: Pick | None = None
    if anchor.side == "before":
        pick = "last" if at_once or "last" in reading.scopes or anchor.sort == "social" else None
    elif anchor.side == "after":
        lists = "rest" in said and not at_once  # "what is left after the break" is more than what comes first
        pick = "first" if at_once or "first" in reading.scopes or anchor.sort != "lunch" and not lists else None
    return sliced(reading, track=reading.wants.track, pick=pick)


def _between(reading: Reading) -> Goal | None:
    """What is on between the two talks of somebody."""
    gap = reading.wants.between
    names_more = any(not reading.grammar.is_all("two", "both", token) for token in reading.wants.left)
    if gap is None or names_more or reading.sure_title or reading.time or not reading.asks_any("what"):
        return None
    return sliced(reading, day=gap.day, since=gap.since, until=gap.until, kind=None, part=None, pick=None)


def _how_many(reading: Reading) -> Goal | None:
    said, text = reading.wants.says, reading.words.text
    if "count" not in said or reading.asks_any("until", "duration") or reading.guards & {"attendance", "left"}:
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
    kind = reading.kind.value if reading.kind else None
    pick: Pick | None = "now" if "now" in reading.scopes or "beside" in reading.wants.says else None
    pick = "rest" if "rest" in reading.wants.says else pick
    if not reading.time and pick is None:
        if kind and not reading.room:
            written = reading.written(reading.kind) if reading.kind else ""
            return Counted(kind=kind, day=reading.day, written=written)
        if not reading.part and not reading.day:
            return Counted(room=room_of(reading)) if reading.room or _says_talks(reading) else None
    return sliced(reading, kind=kind, pick=pick, asks=reading.asks | {"count"})


def _at_a_time(reading: Reading) -> Goal | None:
    """What is on or begins at, after or before a time of day, where more than "at" is said of it."""
    if not reading.time or reading.breaks or reading.pair:
        return None
    chooses = says(reading, "choose")
    if not (is_structural(reading) if chooses else names_nothing(reading)):
        return None
    if reading.asks_any("duration", "until", "changed") or "still_on" in reading.wants.says and not chooses:
        return None
    if not (reading.wants.edge or _has_kind(reading) or chooses or says(reading, "starting")):
        return None
    return sliced(reading)


def _stretch(reading: Reading) -> Goal | None:
    """What is left, lasts longer, follows a break, or is on: of a room, a kind or everywhere."""
    said = reading.wants.says
    if reading.time or not names_nothing(reading) or reading.pair or "changed" in reading.asks:
        return None
    if "longer" in said and reading.wants.minutes:
        return sliced(reading, part=reading.part or "all", pick=None)
    if "after_break" in said and reading.part != "after_lunch":
        return sliced(reading, beside="after_break", pick=None)
    if (whole := _as_a_whole(reading)) is not None:
        return whole
    if reading.breaks or "still_on" in said and reading.room and "rest" not in said:
        return None
    if "closing" in said and ("last" in reading.scopes or "immediate" in said):
        return sliced(reading, before_closing=True, pick="last")
    if "opening" in said and not reading.guards and reading.asks_any("when", "where", "who"):
        return _so_called(reading) or sliced(reading, kind=None, pick="first")
    if "rest" in said:
        return sliced(reading, pick="rest")
    return _on_now(reading)


def _so_called(reading: Reading) -> Goal | None:
    """The opening lecture where one is called just that: "Conférence d'ouverture : …" is not the welcome before it."""
    subject = reading.subject
    if subject is None or subject.score < CLOSE or not reading.grammar.says("kinds", "keynote", reading.words.text):
        return None
    return About(subject.fits[0].session.id, reading.asks & FACTS)


def _as_a_whole(reading: Reading) -> Goal | None:
    """When it is over, or begins, in a room or on a day: what has no subject is no session."""
    if not (reading.room or reading.day or reading.part) or reading.kind:
        return None
    for key, pick in (("it_begins", "first"), ("it_ends", "last")):
        if says(reading, key):
            part = None if pick == "last" else reading.part  # "tonight" says only when that is
            return sliced(reading, pick=pick, part=part, asks=reading.asks | {"end" if pick == "last" else "begin"})
    return None


def _of_a_kind_now(reading: Reading) -> Goal | None:
    """The lightning talk that is on: its kind is in titles too, but nothing else of them is said."""
    subject, grammar, text = reading.subject, reading.grammar, reading.words.text
    if "now" not in reading.scopes or reading.room or reading.wants.left or subject is None or subject.score < CLOSE:
        return None
    for kind in grammar.groups["kinds"]:
        found = None if kind in CEREMONIES else grammar.search("kinds", kind, text)
        span = reading.words.span(*found.span()) if found else (0, 0)
        if span[0] <= subject.first and subject.last <= span[1]:
            return sliced(reading, kind=kind, pick="now")
    return None


def _on_now(reading: Reading) -> Goal | None:
    if "until" in reading.wants.says and reading.room and not reading.scopes & {"next", "after"}:
        return sliced(reading, pick="now", day=None, part=None)
    if _has_kind(reading) and reading.scopes & {"now", "next"} and not reading.room:
        return sliced(reading)
    return None


def _of_a_track(reading: Reading) -> Goal | None:
    """A track or devroom spoken of as a place: "the one on Ada", "the room of the distributions"."""
    track, said = reading.wants.track, reading.wants.says
    if track is None or reading.room:
        return None
    as_place = any(
        reading.grammar.says(*key, reading.words.text)
        for key in (("frame", "tracks"), ("frame", "rooms"), ("want", "part_of"))
    )
    if not as_place and "until" not in said:
        return None
    return sliced(reading, track=track, kind=None)


def room_of(reading: Reading) -> str | None:
    """Return the name of the room that a question names."""
    return reading.room.name if reading.room else None


def _has_kind(reading: Reading) -> bool:
    return reading.kind is not None and reading.kind.value not in CEREMONIES


def _says_talks(reading: Reading) -> bool:
    return reading.grammar.says("frame", "nouns", reading.words.text)
