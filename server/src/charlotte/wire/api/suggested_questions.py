"""Questions a visitor could ask, made from what is really in the programme: pure."""

from datetime import datetime

from charlotte.congress.model import Session
from charlotte.congress.programme import Programme

TITLE_CHARACTERS = 60
"""A longer title does not fit on a button."""

PHRASES = {
    "it": (
        "Quando e dove è «{title}»?",
        "Cosa c'è adesso in {room}?",
        "Quando parla {speaker}?",
        "Cosa c'è dopo?",
    ),
    "en": (
        "When and where is “{title}”?",
        "What's on now in {room}?",
        "When does {speaker} speak?",
        "What's on next?",
    ),
    "fr": (
        "Quand et où est « {title} » ?",
        "Qu'y a-t-il maintenant en {room} ?",
        "Quand parle {speaker} ?",
        "Qu'est-ce qui vient ensuite ?",
    ),
    "de": (
        "Wann und wo ist „{title}“?",
        "Was läuft gerade in {room}?",
        "Wann spricht {speaker}?",
        "Was kommt als Nächstes?",
    ),
    "es": (
        "¿Cuándo y dónde es «{title}»?",
        "¿Qué hay ahora en {room}?",
        "¿Cuándo habla {speaker}?",
        "¿Qué hay después?",
    ),
}
"""By language: about a session, a room, a person, and what comes next."""


def suggested_questions(programme: Programme, now: datetime, language: str) -> list[str]:
    """Return at most four questions whose answers are in the programme, about what is on or comes soonest."""
    session_phrase, room_phrase, speaker_phrase, next_phrase = PHRASES.get(language, PHRASES["en"])
    coming = _coming(programme, now)
    questions: list[str] = []
    titled = next((s for s in coming if s.room and s.speakers and len(s.title) <= TITLE_CHARACTERS), None)
    if titled:
        questions.append(session_phrase.format(title=titled.title))
    others = [session for session in coming if session is not titled]
    speaker = next((s.speakers[0].name for s in others if s.speakers), None)
    if speaker:
        questions.append(speaker_phrase.format(speaker=speaker))
    room = next((s.room for s in programme.on_at(now) if s.room), None)
    if room:
        questions.append(room_phrase.format(room=room))
    if programme.next_after(now):
        questions.append(next_phrase)
    return questions


def _coming(programme: Programme, now: datetime) -> list[Session]:
    talks = [session for session in programme.happening if session.kind not in ("break", "social")]
    ahead = [session for session in talks if session.start and session.start > now]
    return ahead or talks
