"""Which sessions a message speaks of that writes no whole title: told by people, times, rooms and parts of titles."""

import re
from collections.abc import Iterator, Sequence

from charlotte.congress.lexicon import Lexicon, SpottedPerson
from charlotte.congress.model import Session
from charlotte.congress.search.folding import Words, words
from charlotte.congress.search.strength import CLOSE
from charlotte.congress.search.titles import same_talk

SURE_PERSON = 0.9
PERSON, TIME, PLACE, WORDS = 1.0, 1.5, 0.5, 2.0
"""What each sign that a session is meant counts."""
QUOTED = re.compile(r"[«“„\"‹]\s*([^«»“”„\"‹›]{3,120}?)\s*[»“”\"›]")
_CLOCK = re.compile(r"^\d{1,2}:\d\d$")
_HOUR = re.compile(
    r"\b(?:um|a las|a|alle|at|las|le|ore)?\s*(\d{1,2})\s?(?:uhr(?! \d)|h\b(?! ?\d)|o clock|heures?\b(?! \d))"
)
_MOST = 6
_BEGINNING = 2
"""Words of a title that stand for it."""


def quoted_sessions(text: str, lexicon: Lexicon) -> list[Session]:
    """Return the sessions whose titles stand in quotation marks, if only in part, in order."""
    found: list[Session] = []
    for piece in QUOTED.findall(text):
        begun = _begun(words(piece).tokens, lexicon)
        if begun:
            found += [one for one in begun[:1] if one not in found]
            continue
        fits = lexicon.titled(words(piece).text)
        if fits and fits[0].score >= CLOSE and not any(same_talk(fits[0].session, other) for other in found):
            best = [fit.session for fit in fits if fit.score >= fits[0].score - 0.01]
            found.append(next((one for one in best if _hours(words(text)) & _starts(one)), best[0]))
    return found[:_MOST]


def _begun(piece: Sequence[str], lexicon: Lexicon) -> list[Session]:
    """Return the session whose title begins so; nothing where several do."""
    if len(piece) < _BEGINNING:
        return []
    held = [one for one in lexicon.programme.happening if words(one.title).tokens[: len(piece)] == tuple(piece)]
    return held if held and all(same_talk(one, held[0]) for one in held) else []


def told_sessions(text: str, lexicon: Lexicon, asked: str) -> list[Session]:
    """Return the sessions that fit best what a message tells, and what it answers; nothing where little does."""
    said = words(text)
    hours, room = _hours(said), lexicon.room(said)
    people = named_people(said, lexicon)
    by_words = {hit.session.id for hit in lexicon.titled(words(asked).text) if hit.score >= CLOSE} if asked else set()
    worth: dict[str, float] = {}
    for session in _candidates(people, room.name if room else None, hours, lexicon):
        persons = {person.id for person in session.speakers}
        worth[session.id] = (
            PERSON * len(persons & {spotted.person.id for spotted in people})
            + (TIME if hours & _starts(session) else 0)
            + (PLACE if room is not None and session.room == room.name else 0)
            + (WORDS if session.id in by_words else 0)
        )
    most = max(worth.values(), default=0.0)
    if most < PERSON:
        return []
    return [lexicon.programme.by_id[one] for one, value in worth.items() if value == most]


def named_people(said: Words, lexicon: Lexicon) -> list[SpottedPerson]:
    """Return who is surely named in a message, in order."""
    sure = [one for one in lexicon.people(said) if not one.by_sound and one.likeness >= SURE_PERSON]
    taken: list[SpottedPerson] = []
    for one in sorted(sure, key=lambda spotted: (-spotted.likeness, not spotted.whole)):
        if not any(one.first < other.last and other.first < one.last for other in taken):
            taken.append(one)
    return sorted(taken, key=lambda spotted: spotted.first)


def _candidates(
    people: Sequence[SpottedPerson], room: str | None, hours: frozenset[str], lexicon: Lexicon
) -> Iterator[Session]:
    programme = lexicon.programme
    for spotted in people:
        yield from (session for session in programme.by_speaker.get(spotted.person.id, ()) if session.happens)
    if room is not None and not people:
        yield from (session for session in programme.by_room.get(room, ()) if hours & _starts(session))


def _hours(said: Words) -> frozenset[str]:
    exact = {token.zfill(5) for token in said.tokens if _CLOCK.match(token)}
    return frozenset(exact | {f"{int(hour):02}:00" for hour in _HOUR.findall(said.text)})


def _starts(session: Session) -> frozenset[str]:
    return frozenset({session.start.strftime("%H:%M")} if session.start else ())
