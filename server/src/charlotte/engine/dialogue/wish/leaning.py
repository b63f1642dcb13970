"""Questions that lean on what was said before, or ask by small words alone: until when, before whom, how many."""

from charlotte.engine.dialogue.goals import (
    About,
    Beside,
    Colleagues,
    Goal,
    Search,
    Speaker,
)
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.question.sides import side_of
from charlotte.engine.dialogue.saying.details import DETAILS
from charlotte.engine.dialogue.wish.slot_asked import is_structural, names_nothing, slot_asked

ORDINALS = ("first_one", "second_one", "third_one")
_TELLING = 5
"""Letters of a word that may name a session."""
_TWO = 2
_SINGLE = frozenset(("when", "where", "who", "about", "duration", "until", "missed", "chair")) | DETAILS


def leaning(reading: Reading, focus: Focus) -> Goal | None:
    """Return what such a question wants; nothing where it names something that must be looked for."""
    if reading.guards - {"practical", "attendance", "left"} or reading.acts:
        return None
    return (
        _supposed(reading)
        or _the_other(reading, focus)
        or _one_of_several(reading, focus)
        or _of_the_person(reading, focus)
        or _with_others(reading)
        or _beside(reading, focus)
        or _of_its_text(reading, focus)
        or _of_the_session(reading, focus)
        or slot_asked(reading)
    )


def _anchors(reading: Reading, focus: Focus) -> tuple[str, ...]:
    """Return the sessions that a question names, or those spoken of where it names none."""
    if reading.sure_title and reading.subject is not None:
        led = reading.subject.led if "chair" in reading.asks else ()
        return ((led or reading.subject.fits)[0].session.id,)
    if reading.wants.left:
        by_words, by_person = reading.wants.by_words, reading.wants.by_person
        return by_words if not by_person or by_words and by_words[0] in by_person else ()
    return reading.wants.by_person or focus.session_ids


def _asks(reading: Reading) -> frozenset[str]:
    asks = reading.asks & _SINGLE
    return asks | {"duration"} if "until" in reading.wants.says else asks


def _supposed(reading: Reading) -> Goal | None:
    """A session of which the question tells when or where it is, to hear whether that is right."""
    claim, wants = reading.claim, reading.wants
    if claim is None or reading.breaks or reading.pair or wants.edge or "overlap" in reading.asks:
        return None
    checks = bool(wants.says & {"check", "like_day"})
    if reading.sure_title and reading.subject is not None:
        named = reading.subject.fits[0].session.id if checks or not reading.tells_more else None
        return About(named, frozenset(), claim=claim) if named else None
    if wants.by_person:
        is_one = len(wants.by_person) == 1 and (checks or not wants.left)
        return About(wants.by_person[0], frozenset(), claim=claim) if is_one else None
    if (found := next(iter(wants.by_words), wants.by_most if checks else None)) is not None:
        return About(found, frozenset(), claim=claim)
    if not checks or not any(len(word) >= _TELLING for word in wants.left):
        return None
    return Search(" ".join(wants.left), frozenset(), False, " ".join(wants.left), claim=claim)


def _one_of_several(reading: Reading, focus: Focus) -> Goal | None:
    """The second of those that were told."""
    if len(focus.session_ids) < 2 or not names_nothing(reading) or reading.room or reading.breaks:
        return None
    said = reading.wants.says
    at = next((at for at, key in enumerate(ORDINALS) if key in said), -1 if "last_one" in said else None)
    if at is None or at >= len(focus.session_ids):
        return None
    return About(focus.session_ids[at], _asks(reading))


def _the_other(reading: Reading, focus: Focus) -> Goal | None:
    """The other one: of two that were told, or of those whom somebody gives besides the one that was told."""
    if "that_other" not in reading.wants.says or not names_nothing(reading) or reading.room or reading.breaks:
        return None
    if len(focus.session_ids) == _TWO:
        return About(focus.session_ids[1], _asks(reading))
    if focus.person is None or not focus.session_ids:
        return None
    named = (reading.day, reading.part)
    return Speaker(focus.person, reading.asks, True, day=named[0], part=named[1], without=focus.session_ids[0])


def _of_the_person(reading: Reading, focus: Focus) -> Goal | None:
    """What else somebody does, and who works where they do."""
    said = reading.wants.says
    if focus.person is None or not is_structural(reading) or reading.room or reading.breaks:
        return None
    if "only_then" in said:
        return Speaker(focus.person, reading.asks, everything=True, day=reading.day)
    if "colleague" in said:
        return Colleagues(focus.person)
    slot = reading.time or reading.kind or reading.scopes & {"now", "next", "same_room"}
    talks = reading.grammar.says("frame", "nouns", reading.words.text) or reading.grammar.says(
        "frame", "speaks", reading.words.text
    )
    does_more = "more" in said and ("person_it" in said or talks or "more" in reading.asks)
    if "besides" in said and not slot:
        return Speaker(focus.person, reading.asks, everything=True, day=reading.day)
    if slot or not does_more or said & {"beside", "before_it", "rest", "asker", "anyone", "still_on"}:
        return None
    return Speaker(focus.person, reading.asks, everything=True, day=reading.day, with_others="who" in reading.asks)


def _with_others(reading: Reading) -> Goal | None:
    """Who takes part along with somebody: of their sessions the one of the kind that is named, or the only one."""
    wants = reading.wants
    if not wants.by_person or "who" not in reading.asks or "together" not in wants.says or reading.sure_title:
        return None
    kind = reading.kind.value if reading.kind else None
    of_kind = [one for one, held in zip(wants.by_person, wants.kinds_by_person, strict=True) if held == kind]
    held = of_kind or wants.by_person
    return About(held[0], frozenset({"who"})) if len(held) == 1 else None


def _beside(reading: Reading, focus: Focus) -> Goal | None:
    """What is before, after or at the same time as a session."""
    said, room = reading.wants.says, reading.room.name if reading.room else None
    anchors = _anchors(reading, focus)
    if not anchors or reading.breaks or reading.anchor or "overlap" in reading.asks and reading.pair:
        return None
    if "beside" in said and not reading.time:
        return Beside("beside", anchors, reading.asks, room)
    if "before_it" in said and not reading.time and (reading.sure_title or "closing" not in said):
        return Beside("before", anchors, reading.asks, room)
    after_person = reading.wants.by_person and reading.wants.follows_name and not reading.wants.left
    follows = bool(reading.scopes & {"next", "after"})
    there = "once_over" in said and (follows or "same_room" in reading.scopes)
    there = there or follows and "same_room" in reading.scopes
    named = reading.wants.by_words or reading.sure_title
    after_session = reading.wants.by_words and "after" in reading.scopes or "after_it" in said or there and named
    after_session = after_session or reading.sure_title and side_of(reading) == "after"
    if (after_person or after_session) and not reading.time:
        return Beside("after", anchors, reading.asks, room)
    return None


def _of_its_text(reading: Reading, focus: Focus) -> Goal | None:
    """What the text of the session spoken of tells: for which age, what to bring."""
    asks = reading.asks & DETAILS
    leans = asks and focus.session_ids and names_nothing(reading) and not reading.room
    return About(focus.session_ids[0], asks) if leans else None


def _of_the_session(reading: Reading, focus: Focus) -> Goal | None:
    """Until when, in which language, under whose lead."""
    said = reading.wants.says
    anchors = _anchors(reading, focus)
    named = reading.sure_title or bool(reading.wants.by_person or reading.wants.by_words)
    if not anchors or reading.breaks or (reading.room and not named) or reading.time or reading.part == "all":
        return None
    if "language_of" in said:
        return _facts(reading, anchors, frozenset({"language"}))
    if "asker" in said and not reading.people:
        return About(anchors[0], frozenset({"chair"}))
    if reading.wants.by_words and "duration" in reading.asks and not reading.sure_title:
        return About(anchors[0], frozenset({"duration"}) | reading.asks & {"where"})
    if reading.wants.track and not reading.wants.by_person:
        return None
    if named and "until" in said and not reading.asks_any("until", "missed") and not reading.scopes & {"next", "after"}:
        return _facts(reading, anchors, frozenset({"duration"}) | reading.asks & {"where"})
    if named or reading.day or reading.scopes & {"first", "last"} or reading.wants.track:
        return None
    if "versus" in said:
        return About(anchors[0], frozenset({"who"}))
    if "until" in said and not reading.grammar.says("want", "whole", reading.words.text):
        return About(anchors[0], frozenset({"duration"}))
    return None


def _facts(reading: Reading, anchors: tuple[str, ...], asks: frozenset[str]) -> Goal:
    if len(anchors) > 1 and reading.wants.by_person:
        return Speaker(reading.people[0].person.name, asks)
    return About(anchors[0], asks)
