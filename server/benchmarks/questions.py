"""Questions made from the demo congress, so that nobody can prepare for them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import as_file, files

from charlotte.congress.demo import DEMO
from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session

from .speech import Question

PHRASES = {
    "it": ("A che ora comincia {title}?", "In che sala è {title}?", "Quando e dove parla {speaker}?"),
    "en": ("What time does {title} start?", "Which room is {title} in?", "When and where does {speaker} speak?"),
}
LONGEST_TITLE = 6
"""Words: people do not read out whole subtitles."""


@dataclass(frozen=True)
class Chosen:
    """Questions about one congress."""

    event_id: str
    questions: Sequence[Question]


def from_demo(count: int, seed: int) -> Chosen:
    """Return `count` questions on sessions of the demo congress that have a time and a room."""
    with as_file(files("charlotte") / "demo" / DEMO) as folder:
        agenda = read_path(folder).agenda
    chance = random.Random(seed)
    fitting = [s for s in agenda.sessions if s.start and s.room and s.speakers and _short(s)]
    chosen = chance.choices(fitting, k=count)
    return Chosen(agenda.congress.id, [_question(session, chance) for session in chosen])


def _short(session: Session) -> bool:
    return len(session.title.split()) <= LONGEST_TITLE


def _question(session: Session, chance: random.Random) -> Question:
    language = session.language if session.language in PHRASES else "en"
    phrase = chance.choice(PHRASES[language])
    text = phrase.format(title=session.title, speaker=session.speakers[0].name)
    assert session.start is not None
    return Question(text, language, (*_times(session.start), session.room or ""))


def _times(start: datetime) -> tuple[str, ...]:
    hour, minute = start.hour, start.minute
    twelve = hour % 12 or 12
    whole = (f"{twelve} {'am' if hour < 12 else 'pm'}",) if minute == 0 else ()
    return (f"{hour}:{minute:02}", f"{hour}.{minute:02}", f"{twelve}:{minute:02}", *whole)
