"""What a newer list of registrations changes: who is new, who is other, and who is missing and loses a check-in."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from charlotte.congress.importers.attendees.reading import Attendee
from charlotte.ledger.registration_matches import same_registrations

MOST_WRITTEN = 50
"""Lost check-ins that the staff's journal names one by one; all are counted."""


@dataclass(frozen=True)
class Held:
    """A registration that is stored."""

    id: str
    attendee: Attendee
    checked_in_at: datetime | None = None
    session_id: str | None = None


@dataclass(frozen=True)
class Missing:
    """A registration that a newer list does not hold; who it is, is masked."""

    id: str
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
            for one in self.lost_check_ins[:MOST_WRITTEN]
            if one.checked_in_at is not None
        ]
        counts = {"added": self.added, "changed": self.changed, "missing": len(self.missing)}
        return {**counts, "lost_check_ins_count": len(self.lost_check_ins), "lost_check_ins": lost}


@dataclass(frozen=True)
class Comparison:
    """A list beside the one in force."""

    version: str
    """Of the list in force and of the check-ins that would go: whoever saw this saw what would happen."""
    changes: ListChanges | None
    """None = there was no list."""
    kept: Mapping[int, Held]
    """Who is in both, by the position in the newer list."""


def compared(version: str | None, held: Sequence[Held], after: Sequence[Attendee]) -> Comparison:
    """Compare a list with the one of that version; None = there is none."""
    # Who is checked in comes first: of two that nothing tells apart, one may be missing.
    before = sorted(held, key=lambda one: one.checked_in_at is None)
    same = same_registrations([one.attendee for one in before], after)
    changes = _changes(before, after, same)
    lost = ",".join(one.id for one in changes.lost_check_ins)
    return Comparison(
        version=f"{version or 'none'}.{hashlib.sha256(lost.encode()).hexdigest()[:16]}",
        changes=changes if version is not None else None,
        kept={at: before[was] for at, was in same.items()},
    )


def _changes(before: Sequence[Held], after: Sequence[Attendee], same: Mapping[int, int]) -> ListChanges:
    kept = set(same.values())
    return ListChanges(
        added=len(after) - len(same),
        changed=sum(_differs(before[was].attendee, after[at]) for at, was in same.items()),
        missing=tuple(_masked(held) for at, held in enumerate(before) if at not in kept),
    )


def initials(one: Attendee) -> str:
    """Return what staff see of a name."""
    return "".join(part[0].upper() + "." for part in f"{one.first_name} {one.last_name}".split()[:3])


def _differs(before: Attendee, after: Attendee) -> bool:
    return replace(before, was_checked_in=after.was_checked_in) != after


def _masked(held: Held) -> Missing:
    one = held.attendee
    return Missing(held.id, initials(one), one.code[-3:], one.ticket, held.checked_in_at, held.session_id)
