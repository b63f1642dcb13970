"""A slice of the programme: what narrows it, what is picked of it, and what of that is asked."""

from dataclasses import dataclass, replace
from typing import Literal

Pick = Literal["first", "last", "now", "next", "now_and_next", "rest"]
ENDS: tuple[Pick, ...] = ("first", "last")
_OF_THE_WHOLE = frozenset(("where", "when", "until", "duration"))
"""Facts of a track as a whole; "what" beside them is part of how they are asked for."""


@dataclass(frozen=True)
class Slice:
    """Everything that a question says of a stretch of the programme, at once; what it does not say narrows nothing."""

    room: str | None = None
    track: str | None = None
    day: str | None = None
    kind: str | None = None
    language: str | None = None
    """ISO 639-1 of the sessions."""
    at: str | None = None
    """A time of day as HH:MM, or "in 20 minutes"."""
    begins: bool = False
    """Only what begins at `at`, not what goes on then."""
    since: str | None = None
    """HH:MM, as `until`."""
    until: str | None = None
    part: str | None = None
    """A part of the day, `after_lunch` or `all`."""
    beside: str | None = None
    """Before, during or after a break, as `whats_on` takes it: "after lunch"."""
    after_session: str | None = None
    """Id: what comes after it in its room."""
    longer_than: int | None = None
    """Minutes."""
    before_closing: bool = False
    talks_only: bool = False
    """Without meals and evenings."""
    pick: Pick | None = None
    """Of what fits only this; nothing: all of it."""
    asks: frozenset[str] = frozenset()
    """Facts that are asked of what is found; `end` and `begin`: when the slice as a whole ends or begins."""

    @property
    def when(self) -> str:
        """The stretch of time as `whats_on` takes it: the narrowest thing that is said."""
        if self.beside is not None:
            return self.beside
        if self.at is not None:
            return f"at_once {self.at}" if self.begins else self.at
        if self.pick is not None and not (self.pick == "rest" and self.since):
            return self.pick
        if self.since is not None or self.until is not None:
            return f"after {self.since}" if self.since else f"before {self.until}"
        return self.part or ("all" if self.day else "now")

    @property
    def is_timed(self) -> bool:
        """Whether it is of one day at most; else it is looked for in the whole event. Of a room alone: what is on."""
        return self.says_when or not (self.track or self.language or self.kind)

    @property
    def says_when(self) -> bool:
        """Whether a time, a day or a pick is said."""
        of_a_time = (self.day, self.at, self.since, self.until, self.part, self.beside, self.after_session)
        return any(of_a_time) or self.pick is not None or self.longer_than is not None or self.before_closing

    @property
    def is_span(self) -> bool:
        """Whether of a track it is asked where it is and from when to when, on a day or on all, not what is in it."""
        of_a_time = (self.at, self.since, self.until, self.part, self.beside, self.pick, self.room, self.language)
        asks_what = "what" in self.asks and self.asks.isdisjoint(_OF_THE_WHOLE)
        return self.track is not None and not any(of_a_time) and not asks_what

    def arguments(self) -> dict[str, object]:
        """Return the arguments of the one call of `whats_on` that finds it; None: not given."""
        if self.after_session is not None:
            return {"after_session_id": self.after_session}
        when = self.when
        in_part = (
            self.part not in (when, None, "all") and self.at is None and self.beside is None and self.pick != "now"
        )
        return {
            "when": when,
            "room": self.room,
            "day": self.day,
            "kind": self.kind,
            "track": self.track,
            "language": self.language,
            "since": self.since if when != f"after {self.since}" else None,
            "until": self.until if when != f"before {self.until}" else None,
            "part_of_day": ("afternoon" if self.part == "after_lunch" else self.part) if in_part else None,
            "longer_than_minutes": self.longer_than,
            "before_closing": self.before_closing or None,
            "talks_only": self.talks_only or None,
            "pick": self.pick if self.pick in ENDS and when != self.pick else None,
        }


_PLACE = ("room", "track")
_HOURS = ("at", "begins", "since", "until", "part", "beside", "after_session")
_ALONE = ("kind", "language", "longer_than")


def continued(before: Slice, named: Slice) -> Slice:
    """Return the slice that was asked for before with what a short question names instead: "and tomorrow?"."""
    changed: dict[str, object] = {name: value for name in _ALONE if (value := getattr(named, name)) is not None}
    for group in (_PLACE, _HOURS):
        if any(getattr(named, name) for name in group):
            changed |= {name: getattr(named, name) for name in group}
    if named.day is not None:
        changed["day"] = named.day
    moves = named.day is not None or any(getattr(named, name) for name in _HOURS)
    if named.pick is not None:
        changed |= {"pick": named.pick} | ({} if any(map(changed.__contains__, _HOURS)) else _without_moment(before))
    elif moves and before.pick not in ENDS:  # what was on now is what is on then
        changed["pick"] = None
    return replace(before, **changed)  # type: ignore[arg-type]


def _without_moment(before: Slice) -> dict[str, object]:
    return {"at": None, "begins": False, "after_session": None} if before.at or before.after_session else {}
