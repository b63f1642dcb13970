"""Which registrations of two lists are the same one: by code, address and name, where that is certain; all pure."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz.fuzz import ratio

from charlotte.congress.importers.attendees.codes import folded_code
from charlotte.congress.importers.attendees.reading import Attendee
from charlotte.congress.search.folding import folded

ALIKE = 80
"""How alike (of 100) two words of a name must be: a slip of the pen that was corrected."""
Likeness: TypeAlias = Literal["same", "unknown", "other"]


@dataclass(frozen=True)
class _Person:
    """What tells somebody apart, as it is compared."""

    code: str
    email: str
    name: tuple[str, ...]

    @property
    def with_code(self) -> tuple[object, ...] | None:
        return (self.code, self.name) if self.code and self.name else None

    @property
    def with_email(self) -> tuple[object, ...] | None:
        return (self.email, self.name) if self.email and self.name else None


def same_registrations(before: Sequence[Attendee], after: Sequence[Attendee]) -> dict[int, int]:
    """Return which of `before` each of `after` is, by position; where it is not certain, none.

    Of several that the lists do not tell apart, those that come first in `before` are kept.
    """
    old, new = [_person(one) for one in before], [_person(one) for one in after]
    codes, emails = _Values(old, new, lambda one: one.code), _Values(old, new, lambda one: one.email)
    same = dict(_twins(old, new))
    for shared, otherwise in (
        (_Values(old, new, lambda one: one.with_code), None),
        (codes, emails),
        (_Values(old, new, lambda one: one.with_email), None),
        (emails, codes),
    ):
        taken = set(same.values())
        for at, was in shared.only():
            if at not in same and was not in taken and _certain(old[was], new[at], otherwise):
                same[at] = was
    return same


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Return whether two names are one person's; a name that is a part of the other is the same."""
    if not one or not other:
        return "unknown"
    shorter, longer = sorted((one, other), key=len)
    return "same" if all(any(ratio(word, known) >= ALIKE for known in longer) for word in shorter) else "other"


class _Values:
    """Something by which people of two lists are told apart."""

    def __init__(self, old: Sequence[_Person], new: Sequence[_Person], of: Callable[[_Person], object]) -> None:
        self._of = of
        self._old, self._new = [of(one) for one in old], [of(one) for one in new]
        self._in_old, self._in_new = Counter(self._old), Counter(self._new)

    def only(self) -> Iterator[tuple[int, int]]:
        """Yield who has a value that stands once in each list: the position in the newer one, and in the one before."""
        places = {value: at for at, value in enumerate(self._old)}
        for at, value in enumerate(self._new):
            if value and self._in_old[value] == self._in_new[value] == 1:
                yield at, places[value]

    def says_other(self, earlier: _Person, later: _Person) -> bool:
        """Return whether these two differ in it, and one of them fits somebody else by it."""
        was, became = self._of(earlier), self._of(later)
        if not was or not became or was == became:
            return False
        return self._in_new[was] > 0 or self._in_old[became] > 0


def _certain(earlier: _Person, later: _Person, otherwise: _Values | None) -> bool:
    """Return whether two that share a code, or an address, are one: the name says so, or nothing speaks against it."""
    alike = likeness(earlier.name, later.name)
    if alike == "unknown" and otherwise is not None:
        return not otherwise.says_other(earlier, later)
    return alike == "same"


def _twins(old: Sequence[_Person], new: Sequence[_Person]) -> Iterator[tuple[int, int]]:
    """Pair off those of whom both lists say the same."""
    waiting: dict[_Person, deque[int]] = {}
    for at, one in enumerate(old):
        waiting.setdefault(one, deque()).append(at)
    for at, one in enumerate(new):
        if held := waiting.get(one):
            yield at, held.popleft()


def _person(one: Attendee) -> _Person:
    name = tuple(sorted(folded(f"{one.first_name} {one.last_name}")))
    return _Person(folded_code(one.code), one.email.casefold(), name)
