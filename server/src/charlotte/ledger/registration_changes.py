"""What a newer list of registrations changes: who is new, who is other, and who is missing and loses a check-in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from charlotte.congress.importers.attendees.codes import folded_code
from charlotte.congress.importers.attendees.reading import Attendee


@dataclass(frozen=True)
class Held:
    """A registration that is stored."""

    attendee: Attendee
    checked_in_at: datetime | None = None
    session_id: str | None = None


@dataclass(frozen=True)
class Missing:
    """A registration that a newer list does not hold; who it is, is masked."""

    initials: str
    code_ending: str
    ticket: str
    checked_in_at: datetime | None
    session_id: str | None


@dataclass(frozen=True)
class ListChanges:
    """What a list does to the one before it."""

    added: int
    changed: int
    missing: tuple[Missing, ...]
    """Who is checked in first."""

    @property
    def lost_check_ins(self) -> tuple[Missing, ...]:
        """Those whose check-in goes with them."""
        return tuple(one for one in self.missing if one.checked_in_at is not None)

    def audit(self) -> dict[str, Any]:
        """Return what the staff's journal keeps: numbers, and which check-ins went; nobody's name or code."""
        lost = [
            {"checked_in_at": one.checked_in_at.isoformat(timespec="seconds"), "session_id": one.session_id}
            for one in self.missing
            if one.checked_in_at is not None
        ]
        counts = {"added": self.added, "changed": self.changed, "missing": len(self.missing)}
        return {**counts, "lost_check_ins": lost}


def changes_of(before: Mapping[str, Held], after: Sequence[Attendee]) -> ListChanges:
    """Return what changes; `before` by `identity`."""
    newer = {identity(one): one for one in after}
    gone = [held for key, held in before.items() if key not in newer]
    return ListChanges(
        added=sum(key not in before for key in newer),
        changed=sum(key in before and _differs(before[key].attendee, one) for key, one in newer.items()),
        missing=tuple(_masked(held) for held in sorted(gone, key=lambda held: held.checked_in_at is None)),
    )


def identity(one: Attendee) -> str:
    """Return by what a registration is the same in two lists."""
    return folded_code(one.code) or f"{one.email.casefold()} {one.first_name.casefold()} {one.last_name.casefold()}"


def initials(one: Attendee) -> str:
    """Return what staff see of a name."""
    return "".join(part[0].upper() + "." for part in f"{one.first_name} {one.last_name}".split()[:3])


def _differs(before: Attendee, after: Attendee) -> bool:
    return replace(before, was_checked_in=after.was_checked_in) != after


def _masked(held: Held) -> Missing:
    one = held.attendee
    return Missing(initials(one), one.code[-3:], one.ticket, held.checked_in_at, held.session_id)
