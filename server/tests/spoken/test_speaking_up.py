"""The visitor speaks while she is speaking: she falls silent, and what she had not said yet was never said."""

from pathlib import Path
from typing import Any

import pytest

from charlotte.engine.models.loading import Loaded
from spoken.answers import is_told_aloud, journal, last_answer, sessions_of
from spoken.conftest import Running
from spoken.facts import says_time
from spoken.page import VisitorAtPage
from spoken.recording import RECORDED_HZ, Heard
from spoken.studio import ATTEMPTS, MICROPHONE_HZ, microphone_file, read_closely, say
from support.browser import chromium, saying

pytestmark = [pytest.mark.models, pytest.mark.browser, pytest.mark.timeout(300)]

ROOM_TONE_S = 8.0
EVENT = "devfest-pisa-2026"
LONG = "Which talks are there about artificial intelligence?"
"""She would speak for half a minute."""
SHORT = "When does the talk begin that is given by Lorenzo Spiridioni"
LISTENS_S = 12.0
"""How long the visitor lets her think and speak."""


async def test_her_answer_ends_where_the_visitor_speaks(server: Running, voices: Loaded, tmp_path: Path) -> None:
    sessions = sessions_of(EVENT)
    session = next(session for session in sessions if session["speakers"] == ["Lorenzo Spiridioni"])
    long, short = [await say(voices, text, "en") for text in (LONG, SHORT)]
    microphone = microphone_file(tmp_path / "both.wav", ROOM_TONE_S, long, LISTENS_S, short, 60.0)
    asked_s = ROOM_TONE_S + len(long) / MICROPHONE_HZ
    speaks_up_s = asked_s + LISTENS_S
    asked_again_s = speaks_up_s + len(short) / MICROPHONE_HZ
    for _ in range(ATTEMPTS):
        heard, shown, session_id = await asks_twice(server, microphone)
        events = await journal(server, session_id)
        said = await read_closely(voices, heard.stretches()[-1].pcm, RECORDED_HZ, "en", is_told)
        told_aloud = is_told_aloud(said, last_answer(events), session, sessions, is_told)
        if told_aloud:
            break

    # Of sound alone: she was speaking, had stopped before an answer was due, and answered the second question.
    cut, answer = heard.stretches()
    thinks_s = cut.from_s - asked_s
    assert cut.from_s < speaks_up_s < cut.to_s < asked_again_s + thinks_s < answer.to_s
    assert told_aloud, said

    # Only what was heard is kept, by the journal and on the page.
    truncated = next(event["facts"] for event in events if event["type"] == "conversation.item.truncated")
    assert truncated["audio_end_ms"] / 1000 == pytest.approx(cut.to_s - cut.from_s, abs=1.5)
    told = words(events, "conversation.item.done", truncated["item_id"])
    kept = words(events, "conversation.item.retrieved", truncated["item_id"])
    assert told.startswith(kept) and 0 < len(kept) < len(told) / 2
    assert f"{kept} (interrupted)" in shown


def is_told(answer: str) -> bool:
    return says_time(answer, 10, 45, "en")


async def asks_twice(server: Running, microphone: Path) -> tuple[Heard, str, str]:
    """Return what the page played, how it shows the answer that was cut, and the conversation's id."""
    async with chromium(*saying(microphone), languages=("en",)) as context:
        visitor = await VisitorAtPage.arrives(context, server.url, EVENT, "en")
        await visitor.consents_to_talk()
        await visitor.hands_free()
        heard = await visitor.listens(at_least_s=2.0, patience_s=60.0, answers=2)
        shown = await visitor.page.get_by_label("Earlier").get_by_role("listitem").last.inner_text()
        return heard, shown, await visitor.session_id()


def words(events: list[dict[str, Any]], type_: str, item_id: str) -> str:
    """Return the words an item had in the last event of a type."""
    found = [
        event["words"]["item"]["content"][0]["transcript"]
        for event in events
        if event["type"] == type_ and event["facts"]["item"]["id"] == item_id
    ]
    return str(found[-1])
