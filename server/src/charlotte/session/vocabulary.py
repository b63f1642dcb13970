"""The words a recogniser should expect at a congress: pure."""

from collections.abc import Iterable
from datetime import datetime

from charlotte.congress.programme import Programme

CHARACTERS = 700
"""About what fits beside the audio in Whisper's 224 tokens of prompt; names cost more tokens than plain words."""


def vocabulary(programme: Programme, now: datetime) -> str:
    """Return rooms, then speakers and titles of what is on or comes soonest, as one line of text."""
    words: list[str] = [programme.congress.name, *(room.name for room in programme.rooms)]
    coming = sorted(
        (session for session in programme.happening if (programme.end(session) or now) >= now),
        key=lambda session: session.start or now,
    )
    for session in coming or programme.happening:
        words.extend(person.name for person in session.speakers)
    for session in coming or programme.happening:
        words.append(session.title)
    return _within(dict.fromkeys(word.strip() for word in words if word.strip()))


def _within(words: Iterable[str]) -> str:
    line = ""
    for word in words:
        longer = f"{line}, {word}" if line else word
        if len(longer) > CHARACTERS:
            break
        line = longer
    return line
