"""A short question that goes on with the last one and replaces a part of it: "and tomorrow?"."""

from dataclasses import replace

from charlotte.engine.dialogue import goals
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.dialogue.slice import ENDS, Slice, continued
from charlotte.engine.dialogue.wish.slicing import says, sliced
from charlotte.engine.dialogue.wish.slot_asked import is_structural

LONGEST = 8
"""Words of a question that goes on with another."""
LONGEST_BARE = 4
"""Words where none of them says that it goes on."""
LIKELY = 0.8
_FACTS = frozenset(("what", "when", "who"))


def goes_on(reading: Reading) -> bool:
    """Return whether a question is too short to stand by itself and names a part of a slice."""
    named = sliced(reading)
    is_part = named.pick in ENDS or _moves(named)
    count = len(reading.words.tokens)
    led = says(reading, "goes_on") or reading.family.wants("ellipsis", above=LIKELY)
    short = count <= LONGEST and led or count <= LONGEST_BARE and not reading.asks - {"what"}
    if not (is_part and short) or reading.pair or reading.people or reading.acts or reading.anchor or reading.breaks:
        return False
    return is_structural(reading) and reading.asks <= _FACTS and "same_room" not in reading.scopes


def renewed(before: goals.Goal, reading: Reading, told: int) -> goals.Goal | None:
    """Return what was asked for before with what this question names instead; nothing where that makes no sense.

    `told`: how many sessions the last answer told, of which "the last one" may be one.
    """
    named = sliced(reading)
    match before:
        case Slice(after_session=None):
            if named.pick in ENDS and before.pick not in ENDS and told > 1 and not _moves(named):
                return None
            return continued(before, named)
        case goals.OfKind(query=None) if _moves(named):
            of_kind = Slice(kind=before.kind, day=before.day, asks=before.asks)
            return continued(of_kind, named)
        case goals.Search(is_topic=True) if named.room or named.day or named.part or named.language:
            return replace(
                before,
                room=named.room or before.room,
                day=named.day or before.day,
                part=named.part or before.part,
                language=named.language or before.language,
            )
        case goals.Break() if named.day and not (named.room or named.at):
            return replace(before, day=named.day)
    return None


def of_the_same_person(before: goals.Goal, reading: Reading, focus: Focus) -> goals.Goal | None:
    """Return what somebody does then of whom was asked before: "and tomorrow?", "and the one in the afternoon?"."""
    named = sliced(reading)
    if focus.person is None or not (named.day or named.part) or named.room or named.at or named.kind:
        return None
    match before:
        case goals.Speaker(asks=asks):
            pass
        case goals.About(asks=asks) | goals.Search(asks=asks, is_topic=False) if says(reading, "pointed"):
            pass
        case _:
            return None
    return goals.Speaker(focus.person, asks, day=named.day, part=named.part)


def _moves(named: Slice) -> bool:
    return any((named.room, named.day, named.kind, named.language, named.at, named.since, named.until, named.part))
