"""Questions about a break, a meal or the evening: when lunch is, where one has coffee."""

from dataclasses import replace

from charlotte.congress.search.folding import folded
from charlotte.engine.dialogue.goals import Break
from charlotte.engine.dialogue.question.focus import Focus
from charlotte.engine.dialogue.question.reading import Reading

_PARTS_OF_BREAKS = (None, "morning", "midday", "afternoon", "evening")
"""What may be said of a break beside its day; "after lunch" asks for no lunch."""


def break_asked(reading: Reading, focus: Focus) -> Break | None:
    """Return the break that is asked about, and beside which session; none where its word only names a session."""
    wanted = _break(reading)
    if wanted is None or reading.day or reading.part:
        return wanted
    near = reading.wants.by_person or focus.session_ids
    side = _side(reading)
    return replace(wanted, side=side, near=near[0]) if near and side and not wanted.claim else wanted


def _side(reading: Reading) -> str | None:
    """Return on which side of a session the break is asked for: "before it", "afterwards"."""
    if "before_it" in reading.wants.says or reading.grammar.says("want", "sooner", reading.words.text):
        return "before"
    return "after" if "after_it" in reading.wants.says or "after" in reading.scopes else None


def _break(reading: Reading) -> Break | None:
    if not reading.breaks or reading.part not in _PARTS_OF_BREAKS or _names_no_break(reading) or _is_over_then(reading):
        return None
    for sort in ("lunch", "coffee", "social", "any"):
        if sort in reading.breaks:
            part = None if reading.part == "midday" else reading.part
            is_sure = not reading.wants.left or reading.wants.says & {"check", "like_day"}
            claim = reading.claim if is_sure else None
            if claim is not None and reading.part == "midday":  # "at lunchtime" supposes no hour
                claim = replace(claim, time=None)
            return Break(sort, "next" in reading.scopes, reading.day, _with_end(reading), part, claim)
    return None


def _is_over_then(reading: Reading) -> bool:
    """Whether a break is only what comes before something in a room: "it's break now, and then in room 5?"."""
    told = reading.asks_any("when", "where", "duration") or reading.day or reading.part
    return reading.room is not None and bool(reading.scopes & {"next", "after"}) and not told


def _with_end(reading: Reading) -> frozenset[str]:
    return reading.asks | {"duration"} if "until" in reading.wants.says else reading.asks


def _names_no_break(reading: Reading) -> bool:
    """Whether the words surely name a session that is no break, or a break by a name of its own."""
    if not reading.sure_title or reading.subject is None:
        return False
    session = reading.subject.fits[0].session
    is_break = session.kind in ("break", "social")
    return not (is_break and any(reading.grammar.said("breaks", " ".join(folded(session.title)))))
