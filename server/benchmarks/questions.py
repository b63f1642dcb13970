"""Questions drawn from a programme by chance, so that nobody can prepare for them or choose the easy ones."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path

from charlotte.congress.demo import DEMO
from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda, Session
from charlotte.errors import BadInput

from .speech import Question

WHEN, WHERE, BOTH = "when", "where", "both"
PHRASES = {
    "it": {WHEN: "A che ora comincia «{title}»?", WHERE: "In che sala è «{title}»?", BOTH: "Quando parla {speaker}?"},
    "en": {
        WHEN: "What time does “{title}” start?",
        WHERE: "Which room is “{title}” in?",
        BOTH: "When does {speaker} speak?",
    },
    "fr": {
        WHEN: "À quelle heure commence «{title}»?",
        WHERE: "Dans quelle salle est «{title}»?",
        BOTH: "Quand parle {speaker}?",
    },
    "de": {WHEN: "Wann beginnt „{title}“?", WHERE: "In welchem Raum ist „{title}“?", BOTH: "Wann spricht {speaker}?"},
    "es": {
        WHEN: "¿A qué hora empieza «{title}»?",
        WHERE: "¿En qué sala es «{title}»?",
        BOTH: "¿Cuándo habla {speaker}?",
    },
}
SUBTITLE = re.compile(r"(?<=\w)\s*(?::\s|\s[-–—]\s|\s?\().*")
"""People do not read it out."""


@dataclass(frozen=True)
class Chosen:
    """Questions about one congress."""

    event_id: str
    questions: Sequence[Question]
    now: datetime
    """A moment at which the congress is under way."""


def from_demo(count: int, seed: int) -> Chosen:
    """Return `count` questions about the congress that ships."""
    with as_file(files("charlotte") / "demo" / DEMO) as folder:
        return from_programme(folder, count, seed)


def from_programme(path: Path, count: int, seed: int) -> Chosen:
    """Return `count` questions on sessions, drawn from all that have a time, a room and a speaker.

    None comes twice before all have come once.
    """
    agenda: Agenda = read_path(path).agenda
    chance = random.Random(seed)
    fitting = [s for s in agenda.sessions if s.start and s.room and s.speakers]
    if not fitting:
        raise BadInput(f"{path} has no session with time, room and speaker.", hint="Choose another programme.")
    drawn: list[Session] = []
    while len(drawn) < count:
        drawn += chance.sample(fitting, min(len(fitting), count - len(drawn)))
    known = [code for code in agenda.congress.languages if code in PHRASES] or ["en"]
    begins = sorted(s.start for s in fitting if s.start)
    return Chosen(agenda.congress.id, [_question(s, known, chance) for s in drawn], begins[len(begins) // 3])


def _question(session: Session, known: Sequence[str], chance: random.Random) -> Question:
    language = session.language if session.language in known else known[0]
    sort = chance.choice((WHEN, WHERE, BOTH))
    title = SUBTITLE.sub("", session.title).strip() or session.title
    text = PHRASES[language or "en"][sort].format(title=title, speaker=session.speakers[0].name)
    assert session.start is not None
    times, rooms = _times(session.start), (session.room or "",)
    wanted = {WHEN: (times,), WHERE: (rooms,), BOTH: (times, rooms)}[sort]
    return Question(text, language or "en", (*times, *rooms), wanted)


def _times(start: datetime) -> tuple[str, ...]:
    hour, minute = start.hour, start.minute
    twelve = hour % 12 or 12
    whole = (f"{twelve} {'am' if hour < 12 else 'pm'}",) if minute == 0 else ()
    return (f"{hour}:{minute:02}", f"{hour}.{minute:02}", f"{twelve}:{minute:02}", *whole)
