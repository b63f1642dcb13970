"""What a question is likely to be, as a value that decisions take."""

from collections.abc import Mapping
from dataclasses import dataclass, field

FAMILIES = (
    "session",
    "topic",
    "person",
    "slot",
    "meal",
    "compare",
    "changed",
    "practical",
    "order",
    "personal",
    "injection",
    "out_of_scope",
    "courtesy",
    "follow_up",
    "emergency",
)
"""A session, a topic, somebody who speaks, what is on, meals, two sessions, changes, the house and its rules; then what
is declined: errands, other people's data, orders to the system, what is no matter of a congress; then courtesy,
what leans on what was said before, and cries for help."""
ASKED = (
    "when",
    "where",
    "who",
    "chair",
    "duration",
    "until",
    "about",
    "count",
    "list",
    "yes_no",
    "cost",
    "limit",
    "deadline",
    "how",
    "pick_first",
    "pick_last",
    "pick_next",
    "pick_now",
    "pick_rest",
    "since",
    "until_time",
    "want_start",
    "want_end",
    "want_length",
    "want_room",
    "want_who",
    "want_count",
    "want_list",
    "ellipsis",
    "is_slice",
    "compare",
    "relation",
    "role",
    "of_session",
    "practical_doc",
    "beyond",
)
"""Facts, of whatever is spoken of; then how sessions are chosen, from or before which time, and what is wanted of what
the programme lists; whether it makes no sense without the question before, asks for what is on (and not about one
session, person or topic), compares, or goes by another session, by a profession or by what one session takes and
needs; whether documents answer it; and whether it asks for what no programme has a field for."""


@dataclass(frozen=True)
class Family:
    """How likely a question is of each family and asks for each fact; nothing where nobody can say."""

    of: Mapping[str, float] = field(default_factory=dict)
    """Together 1."""
    asks: Mapping[str, float] = field(default_factory=dict)
    """Each by itself."""

    @property
    def likeliest(self) -> str | None:
        """The family that is likeliest."""
        return max(self.of, key=self.of.__getitem__) if self.of else None

    def chance(self, *families: str) -> float:
        """Return how likely it is one of these; 0 where nothing is known."""
        return sum(self.of.get(family, 0.0) for family in families)

    def is_surely(self, *families: str, above: float) -> bool:
        """Whether it is one of these with more than so much of all likelihood."""
        return self.chance(*families) > above

    def is_hardly(self, *families: str, below: float) -> bool:
        """Whether something is known, and it is one of these with less than so much of all likelihood."""
        return bool(self.of) and self.chance(*families) < below

    def wants(self, fact: str, *, above: float) -> bool:
        """Whether a fact is asked for with more than this likelihood."""
        return self.asks.get(fact, 0.0) > above


UNKNOWN = Family()
