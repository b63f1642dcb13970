"""What a question wants: the ends that the dialogue can pursue."""

from dataclasses import dataclass
from typing import TypeAlias

from charlotte.engine.dialogue.question.claims import Claim
from charlotte.engine.dialogue.question.subject import Subject
from charlotte.engine.dialogue.saying.details import DETAILS
from charlotte.engine.dialogue.slice import Slice as Slice

FACTS = frozenset({"when", "where", "who", "about", "duration", "until", "missed", "chair"}) | DETAILS
"""Facts of a session that a question may ask for."""


@dataclass(frozen=True)
class Answer:
    """A fixed text of the phrase book: courtesy, refusals, emergencies."""

    phrase: str


@dataclass(frozen=True)
class About:
    """Facts about one session."""

    session_id: str
    asks: frozenset[str]
    by_words: bool = False
    """Nothing names it: it holds most of the question's words."""
    claim: Claim | None = None
    """What is to be confirmed of it."""


@dataclass(frozen=True)
class Which:
    """Several sessions fit: ask back which is meant, unless one alone is on the day that is named."""

    session_ids: tuple[str, ...]
    asks: frozenset[str] = frozenset()
    day: str | None = None
    or_first: bool = False
    """Whether the first fits so well that it is told where the day does not decide."""


@dataclass(frozen=True)
class Search:
    """Sessions that fit words: a title that was not recognised, or a topic."""

    query: str
    asks: frozenset[str]
    is_topic: bool
    written: str
    room: str | None = None
    day: str | None = None
    part: str | None = None
    language: str | None = None
    is_guess: bool = False
    """Nothing in the words asks for a topic; they may be anything."""
    claim: Claim | None = None


@dataclass(frozen=True)
class Nearest:
    """The sessions that come nearest to a question under whose words nothing is found."""

    asks: frozenset[str]
    claim: Claim | None = None


@dataclass(frozen=True)
class Speaker:
    """What a person does here."""

    name: str
    asks: frozenset[str]
    everything: bool = False
    topic: Subject | None = None
    day: str | None = None
    with_others: bool = False
    claim: Claim | None = None
    """Who speaks along with them is asked for too."""
    part: str | None = None
    """A part of the day."""
    without: str | None = None
    """Id of the session that is known: the other ones are asked for."""
    about: str | None = None
    """What else is said, which may tell one of their sessions from the others."""


@dataclass(frozen=True)
class Beside:
    """What is before or after a session in its room, or beside it elsewhere; of several, the one in `room`."""

    side: str
    """`before`, `after` or `beside`."""
    session_ids: tuple[str, ...]
    asks: frozenset[str]
    room: str | None = None


@dataclass(frozen=True)
class Counted:
    """How many sessions of a kind, of a track, in a room, or inside another there are."""

    inside: str | None = None
    kind: str | None = None
    track: str | None = None
    room: str | None = None
    day: str | None = None
    written: str = ""


@dataclass(frozen=True)
class Colleagues:
    """Who else is of the company or institute of somebody."""

    name: str


@dataclass(frozen=True)
class OfCompany:
    """Everybody who is of a company or institute."""

    name: str


@dataclass(frozen=True)
class OfKind:
    """Keynotes, workshops, panels, lightning talks or prize givings."""

    kind: str
    written: str
    """The kind as the question calls it."""
    asks: frozenset[str] = frozenset()
    day: str | None = None
    query: str | None = None
    """What else names it: "the prize giving of the hackathon"."""


@dataclass(frozen=True)
class Break:
    """Lunch, coffee and other breaks, or social events."""

    sort: str
    is_next: bool
    day: str | None = None
    asks: frozenset[str] = frozenset()
    part: str | None = None
    claim: Claim | None = None
    side: str | None = None
    """`before` or `after` the session `near`."""
    near: str | None = None


@dataclass(frozen=True)
class Place:
    """Where a room is, or how many it holds."""

    name: str
    seats: bool = False


@dataclass(frozen=True)
class Sizes:
    """Which of several rooms is the largest, and how many each holds."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Half:
    """One of two sessions: known, or to be found by what is said of it."""

    said: str
    session_id: str | None = None


@dataclass(frozen=True)
class Both:
    """How two sessions stand to each other."""

    one: Half
    other: Half
    asks: str = "overlap"
    """`overlap`: whether both can be attended; `clash`: whether they overlap; `reach`: whether there is time between;
    `earlier`: which begins first; `order`: whether one is before or after the other; `longer`: which is;
    `longer_than` and `shorter_than`: whether the one is; `facts` of both."""
    otherwise: "Goal | None" = None
    """What the question wants where neither is found: it named no two sessions after all."""


@dataclass(frozen=True)
class Changed:
    """What was moved or cancelled."""

    day: str | None = None


Goal: TypeAlias = (
    Answer
    | About
    | Which
    | Search
    | Nearest
    | Speaker
    | Slice
    | Beside
    | Counted
    | Colleagues
    | OfCompany
    | OfKind
    | Break
    | Place
    | Sizes
    | Both
    | Changed
)
