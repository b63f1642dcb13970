"""What stands in a column, whatever it is called: times, days, names of people, long texts, a few words repeated."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from charlotte.congress.importers.shapes.people.name_order import BREAKS, initials_first
from charlotte.congress.importers.shapes.people.names import AND, COMMA, looks_like_person, unlabelled
from charlotte.congress.importers.shapes.rows import Table
from charlotte.congress.importers.shapes.times.lengths import read_length, says_length
from charlotte.congress.importers.shapes.times.when import read_when
from charlotte.congress.importers.shapes.values.states import state_of
from charlotte.congress.importers.shapes.values.words import Field
from charlotte.congress.importers.wording import MARK, language_code, plain

SAMPLE = 400
LONGEST_PEOPLE = 300
MOSTLY, NEARLY_ALL = 0.5, 0.9
ROOM_WORDS = re.compile(
    r"\b(?:sala|saletta|salone|aula|auletta|(?:board|ball|court|drawing|tea|common|meeting|assembly)?room|\w*raum|\w*saal|salle|salon|sal[oó]n|hall|h[öo]rsaal|auditori\w*|auditoires?|amphi\w*|stage|palco|b[üu]hne|theat\w*|"
    r"teatro|lab|aud|foyer|plenar\w*|zimmer|stanza|scena|sc[eè]ne|stand|pavilion|padiglione|floor|piano|etage|lobby|atrium|arena|"
    r"studio \d\w?|"
    r"ristorante|restaurant\w*|gasthaus|mensa|cafeteria|kantine|terrasse|terrazza|chiostro|claustro|clo[iî]tre|kreuzgang|vest[ií]bulo|patio|cortile|comedor|refettorio|r[ée]fectoire|"
    r"lab\w*\.? ?\d+\w?)\b",
    re.IGNORECASE,
)
STATUS_WORDS = re.compile(
    r"cancel|annul|abgesagt|entf[aä]llt|suspend|supprim|confirm|conferm|best[aä]tigt|scheduled|accept|withdrawn|moved|"
    r"rinviat",
    re.IGNORECASE,
)
KEY = re.compile(
    r"\S+\.(?:png|jpe?g|jfif|gif|svg|webp|pdf|mp4)|(?=\S*\d)[0-9a-f]{8}-[0-9a-f-]{8,}|(?=\S*\d)[0-9a-f]{16,}|#[0-9a-f]{3,8}",
    re.IGNORECASE,
)
FLAGS = frozenset(
    "true false yes no y n x 1 0 si ja nein oui non sì sí s vero verdadero falso wahr falsch vrai faux".split()
)


SPOKEN: frozenset[Field] = frozenset(
    {"title", "room", "speakers", "chairs", "track", "kind", "abstract", "affiliation"}
)
"""Fields that people read aloud: no flag is one, and no file."""


@dataclass(frozen=True)
class Profile:
    """Shares of a column's filled cells, from 0 to 1."""

    filled: int
    share_filled: float
    unique: float
    repeated: bool
    length: float
    clock: float
    day: float
    weekday_number: float
    length_said: float
    length_read: float
    person: float
    long: float
    url: float
    email: float
    language: float
    room: float
    letters: float
    marked: float
    flag: float
    status: float
    state: float
    id_like: float
    number: float
    said: float
    """What has a letter or a digit: "…" and "–" say nothing."""
    key: float
    """What only machines read: files, pictures, hashes."""


def profile(table: Table, column: str) -> Profile:
    """Look at a column's values."""
    values = list(table.values(column, SAMPLE))
    count = len(values)
    rows = min(len(table.rows), SAMPLE)

    def share(hits: Sequence[object] | int) -> float:
        return (hits if isinstance(hits, int) else len(hits)) / count if count else 0.0

    whens = [read_when(value) for value in values]
    told = tuple(zip(whens, values, strict=True))
    folded = Counter(value.casefold() for value in values)
    return Profile(
        filled=count,
        share_filled=sum(1 for row in table.rows[:SAMPLE] if row.text(column)) / rows if rows else 0.0,
        unique=share(len(folded)),
        repeated=count >= 3 and len(folded) <= 0.6 * count,
        length=sum(len(value) for value in values) / count if count else 0.0,
        clock=share([w for w, v in told if w.has_clock and len(w.rest) <= 12 and not (w.rest and ROOM_WORDS.match(v))]),
        day=share([when for when in whens if when.has_day and len(when.rest) <= 20]),
        weekday_number=share([value for value in values if re.fullmatch(r"[0-7]", value)]),
        length_said=share([value for value in values if says_length(value)]),
        length_read=share([value for value in values if read_length(value) is not None]),
        person=share([value for value in values if _names_people(value)]),
        long=share([value for value in values if len(value) > 160]),
        url=share([value for value in values if re.match(r"(?:https?://|www\.)\S+$", value)]),
        email=share([value for value in values if re.search(r"\S@\S+\.\w", value)]),
        language=share(
            [value for value in values if len(value) <= 12 and not re.search(r"\d", value) and language_code(value)]
        ),
        room=share([value for value in values if len(value) < 60 and ROOM_WORDS.search(value)]),
        letters=share([value for value in values if sum(map(str.isalpha, value)) >= max(2, len(value) // 3)]),
        marked=share([value for value in values if MARK.search(plain(value)) and len(value) < 40]),
        flag=share([value for value in values if value.casefold() in FLAGS]),
        status=share([value for value in values if len(value) < 60 and STATUS_WORDS.search(value)]),
        state=share([value for value in values if len(value) < 60 and state_of(value) is not None]),
        id_like=share([value for value in values if re.fullmatch(r"[\w.#:/-]{1,64}", value)]),
        number=share([value for value in values if re.fullmatch(r"\d+(?:[.,]\d+)?", value)]),
        said=share([value for value in values if any(map(str.isalnum, value))]),
        key=share([value for value in values if KEY.fullmatch(value)]),
    )


def fit(field: Field, seen: Profile) -> float:  # noqa: C901 - one line a field
    """Return how well a column's values suit a field; 0 = they cannot be that."""
    if not seen.filled or seen.email > 0.5:
        return 0.0
    if field in SPOKEN and (max(seen.flag, seen.key) > 0.5 or seen.said < MOSTLY):
        return 0.0
    words = seen.letters * (1 - seen.url) * (1 - 0.9 * max(seen.clock, seen.day, seen.length_said))
    match field:
        case "start" | "end":
            return seen.clock if seen.clock >= 0.5 else 0.4 * seen.number * (seen.length >= 3)
        case "date":
            return seen.day if seen.day >= 0.5 else 0.4 * max(seen.weekday_number, seen.number * (4 < seen.length < 14))
        case "duration":
            return max(seen.length_said, 0.8 * seen.length_read) if seen.length_read >= 0.5 else 0.0
        case "title":
            apart = 0.5 + 0.5 * seen.unique - 0.3 * (seen.repeated and seen.unique < 0.5)
            no_place = 1 - 0.5 * (seen.repeated and seen.room > 0.6)
            return words * (1 - 0.6 * seen.person) * (1 - 0.5 * seen.long) * apart * no_place
        case "speakers" | "chairs":
            if seen.person >= MOSTLY > seen.room and seen.person + seen.room >= NEARLY_ALL:
                return words * (1 - seen.long)  # who speaks, and beside the breaks where they are held
            return words * (0.3 + 0.7 * seen.person) * (1 - seen.long) * (1 - 0.7 * seen.room)
        case "room":
            brief = 1.0 if seen.length < 40 else 0.2
            return (
                brief
                * (1 - max(seen.clock, seen.length_said))
                * (1 - seen.long)
                * (1 - 0.8 * seen.person * (1 - seen.room))
                * (0.5 + 0.5 * seen.room)
                * (1 - seen.url)
            )
        case "track" | "kind" | "affiliation":
            return words * (1 - seen.long) * (1 - 0.5 * seen.person) * (0.6 if field != "affiliation" else 0.5)
        case "before":
            return 1.0 if seen.length < 120 else 0.0
        case "details":
            return 1.0 - seen.url if seen.length < 300 else 0.0
        case "notes":
            return words * (1 - seen.url) if seen.length > 2 else 0.0
        case "abstract":
            return words * (0.3 + 0.7 * seen.long)
        case "language":
            return seen.language if seen.language >= 0.6 else 0.0
        case "status":
            return max(
                seen.marked,
                seen.state,
                seen.status * (seen.length < 60),
                0.6 * seen.flag,
                0.4 * words * (seen.length < 25),
            )
        case "url":
            return seen.url if seen.url >= 0.5 else 0.0
        case "id" | "session":
            return seen.id_like * (0.3 + 0.7 * seen.unique) if field == "id" else 0.5 * seen.id_like
        case "first_name" | "last_name":
            return words * (1 - seen.long) * (seen.length < 30)
        case _:
            return words


def _names_people(text: str) -> bool:
    if len(text) > LONGEST_PEOPLE:
        return False
    pieces = [initials_first(unlabelled(piece)) for piece in BREAKS.split(text)]
    parts = [part for piece in pieces for part in COMMA.split(piece) if part.strip()]
    parts = [half for part in parts for half in AND.split(part) if half and half.strip()]
    if not parts:
        return False
    named = [looks_like_person(re.split(r"\s[-–—(]", part)[0]) for part in parts]
    # A title with who speaks below it is no list of people.
    return sum(named) >= 0.5 * len(parts) and (named[0] or "\n" not in text)
