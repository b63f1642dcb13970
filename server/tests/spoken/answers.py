"""What she said by the record staff see, and whether a recording is the sound of those words.

The recogniser that judges takes "ten forty-five" now and then for "and for live". Where it does, the record must tell
the facts, and among what she could have said of all sessions the recording must be nearest to what the record has.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import httpx2
from rapidfuzz import fuzz

from spoken.conftest import DATA, Running

LEAST_LIKENESS = 50
"""Of 100; readings full of mishearings have 58 to 95 to what was spoken, and about 40 to other sentences."""


async def journal(server: Running, session_id: str) -> list[dict[str, Any]]:
    """Return a conversation's events with their words."""
    token = (server.data / "keys" / "staff-token").read_text().strip()
    async with httpx2.AsyncClient(base_url=server.url, trust_env=False) as http:
        url = f"/api/session/{session_id}/logs?words=true"
        reply = await http.get(url, headers={"Authorization": f"Bearer {token}"})
    assert reply.status_code == 200, reply.text
    events: list[dict[str, Any]] = reply.json()["events"]
    return events


def last_answer(events: Sequence[Mapping[str, Any]]) -> str:
    """Return the words of the last answer."""
    items = [event["words"]["item"] for event in events if event["type"] == "conversation.item.done"]
    return str([item for item in items if item.get("role") == "assistant"][-1]["content"][0]["transcript"])


def sessions_of(event: str) -> list[dict[str, Any]]:
    """Return what is known of an event's sessions without Charlotte."""
    sessions: list[dict[str, Any]] = json.loads((DATA / "events" / f"{event}.expected.json").read_text())
    return sessions


def is_told_aloud(
    readings: str,
    words: str,
    session: Mapping[str, Any],
    sessions: Sequence[Mapping[str, Any]],
    is_told: Callable[[str], bool],
) -> bool:
    """Return whether `readings` of a recording tell what is asked for, or are the sound of `words` that do."""
    return is_told(readings) or (is_told(words) and is_sound_of(readings, words, session, sessions))


def is_sound_of(readings: str, words: str, session: Mapping[str, Any], sessions: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether one of the `readings` (parted by " / ") is nearer to `words`, which are of `session`, than to
    the same words of any other session."""
    others = [with_other(words, session, other) for other in sessions if other["start"] and other != session]
    for reading in readings.casefold().split(" / "):
        likeness = fuzz.ratio(reading, words.casefold())
        if likeness >= LEAST_LIKENESS and all(fuzz.ratio(reading, other.casefold()) < likeness for other in others):
            return True
    return False


def with_other(words: str, session: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """Return `words` with another session's title, speakers, room and time."""
    for mine, theirs in zip(told_of(session), told_of(other), strict=False):
        words = words.replace(mine, theirs)
    return words


def told_of(session: Mapping[str, Any]) -> list[str]:
    """Return what an answer may hold of a session, as it is written."""
    start = f"{datetime.fromisoformat(session['start']):%H:%M}"
    return [session["title"], str(session["room"]), start, *session["speakers"]]
