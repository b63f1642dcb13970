"""Which of several sessions are meant: those of a day, of a part of it, beside another, or on what was said."""

from collections.abc import Sequence
from datetime import date

from charlotte.congress.days import parse_day
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS
from charlotte.congress.search.stems import stems
from charlotte.engine.dialogue.goals import Speaker
from charlotte.engine.dialogue.saying.wording import Wording
from charlotte.tools.moments import PARTS
from charlotte.tools.results import SessionCard, SessionsResult


def days_of(sessions: Sequence[SessionCard]) -> list[date]:
    """Return the days on which sessions are, in order."""
    return sorted({session.day for session in sessions if session.day})


def chosen(
    sessions: Sequence[SessionCard], goal: Speaker, say: Wording, meant: SessionsResult | None
) -> list[SessionCard]:
    """Return those of somebody's sessions that are asked for; all where none is surely meant."""
    kept = [session for session in sessions if session.id != goal.without] or list(sessions)
    if goal.about is not None:  # before the day, which may be what is to be confirmed
        is_telling = len(goal.about.split()) > 1
        kept = _on(goal.about, kept) or (_of(meant, kept) if is_telling else []) or kept
    if goal.day is not None:
        day = parse_day(goal.day, say.today, days_of(sessions))
        kept = [session for session in kept if session.day == day] or kept
    if goal.part is not None:
        kept = [session for session in kept if _begins_in(goal.part, session)] or kept
    return kept


def _begins_in(part: str, session: SessionCard) -> bool:
    begin, until = PARTS.get(part, PARTS["all"])
    if session.start is None:
        return False
    start = session.start.time()
    return begin <= start < until if begin < until else start >= begin or start < until


def lies(session: SessionCard, side: str, near: SessionCard) -> bool:
    """Return whether a session lies on that side of another on the same day."""
    if session.day != near.day or session.start is None or near.start is None:
        return False
    return session.start < near.start if side == "before" else session.start >= (near.end or near.start)


def _on(about: str, sessions: Sequence[SessionCard]) -> list[SessionCard]:
    """Return the sessions whose titles hold most of the words that are said of them; nothing where all are alike."""
    said = [stems(word) for word in folded(about) if word not in FUNCTION_WORDS]
    held = {session.id: sum(1 for word in said if word & _stems(session.title)) for session in sessions}
    most = max(held.values(), default=0)
    found = [session for session in sessions if held[session.id] == most]
    return found if most and len(found) < len(sessions) else []


def _of(meant: SessionsResult | None, sessions: Sequence[SessionCard]) -> list[SessionCard]:
    """Return the one that comes nearest by its meaning, where that is one of them."""
    if meant is None or meant.match not in ("exact", "close") or not meant.sessions:
        return []
    return [session for session in sessions if session.id == meant.sessions[0].id]


def _stems(title: str) -> frozenset[str]:
    return frozenset(stem for word in folded(title) if word not in FUNCTION_WORDS for stem in stems(word))
