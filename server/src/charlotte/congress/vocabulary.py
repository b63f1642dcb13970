"""The words a recogniser should expect: names, rooms and acronyms of the sessions nearest to now."""

import re
from collections.abc import Iterator
from datetime import datetime

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS, QUESTION_WORDS
from charlotte.congress.search.phonetics import sounds_like

TOKENS = 200
"""What Whisper's prompt holds beside the sentence before; more pushes the first words out."""
LETTERS_PER_TOKEN = 3.0
"""Of names, measured low on purpose: their tokens are shorter than those of running text."""
TERM = re.compile(r"\b(?:[A-Z][a-z]*[A-Z0-9][\w.]*|[A-Z]{2,}[\w.]*)\b")


def recognition_vocabulary(programme: Programme, now: datetime, tokens: int = TOKENS) -> str:
    """Return a comma-separated text of at most about `tokens` tokens: the event, its rooms, then names and terms."""
    chosen: dict[str, str] = {}
    left = tokens * LETTERS_PER_TOKEN
    for term in _terms(programme, now):
        key = fold(term)
        if key in chosen or not key.strip():
            continue
        left -= len(term) + 2
        if left < 0:
            break
        chosen[key] = term
    return ", ".join(chosen.values())


def _terms(programme: Programme, now: datetime) -> Iterator[str]:
    yield programme.congress.name
    nearest = sorted(programme.sessions, key=lambda session: _distance(session, now))
    # Rooms are named in most questions; of a large venue, those in use soon.
    rooms = dict.fromkeys(session.room for session in nearest if session.room)
    yield from list(rooms)[:12]
    for session in nearest:
        yield from (person.name for person in session.people if not _sounds_like_a_question(person.name))
        yield from _acronyms(session.title)


def _distance(session: Session, now: datetime) -> tuple[float, str]:
    if session.start is None:
        return (float("inf"), session.id)
    seconds = (session.start - now).total_seconds()
    # What is over is asked for less than what is to come, as if it lay three times as far away.
    return (seconds if seconds >= 0 else -3 * seconds, session.id)


def _acronyms(title: str) -> Iterator[str]:
    yield from (term for term in TERM.findall(title) if fold(term) not in FUNCTION_WORDS)


def _sounds_like_a_question(name: str) -> bool:
    # A recogniser told to expect a Ms Wen writes "Wen does it start?".
    asked = [word for words in QUESTION_WORDS.values() for word in words]
    return any(sounds_like(word, question) for word in fold(name).split() for question in asked)
