"""Tap to talk, tap to end: the first and the last word are heard, although the finger is as quick as the mouth."""

from pathlib import Path

import pytest

from charlotte.engine.models.loading import Loaded
from spoken.answers import is_told_aloud, journal, last_answer, sessions_of
from spoken.conftest import Running
from spoken.facts import says_time
from spoken.page import VisitorAtPage
from spoken.recording import RECORDED_HZ
from spoken.studio import ATTEMPTS, MICROPHONE_HZ, microphone_file, read_closely, say
from support.browser import chromium, saying

pytestmark = [pytest.mark.models, pytest.mark.browser, pytest.mark.timeout(300)]

ROOM_TONE_S = 8.0
EVENT = "devfest-pisa-2026"


async def test_the_last_word_is_not_clipped(server: Running, voices: Loaded, tmp_path: Path) -> None:
    # The speaker's name ends the question, and nothing but the name decides the answer.
    sessions = sessions_of(EVENT)
    session = next(row for row in sessions if row["speakers"] == ["Lorenzo Spiridioni"])
    speech = await say(voices, f"When does the talk begin that is given by {session['speakers'][0]}", "en")
    microphone = microphone_file(tmp_path / "question.wav", ROOM_TONE_S, speech, 60.0)
    for _ in range(ATTEMPTS):
        ends_s = ROOM_TONE_S + len(speech) / MICROPHONE_HZ
        answer, words = await answered_aloud(server, voices, microphone, ends_s)
        told_aloud = is_told_aloud(answer, words, session, sessions, is_told)
        if told_aloud:
            break
    assert told_aloud, (answer, words)


def is_told(answer: str) -> bool:
    return says_time(answer, 10, 45, "en")


async def answered_aloud(server: Running, voices: Loaded, microphone: Path, ends_s: float) -> tuple[str, str]:
    """Return how her answer is read from what the page played, and how it is recorded."""
    async with chromium(*saying(microphone), languages=("en",)) as context:
        visitor = await VisitorAtPage.arrives(context, server.url, EVENT, "en")
        await visitor.consents_to_talk()
        await visitor.microphone_has_played(ROOM_TONE_S)
        await visitor.talk_button.click()
        await visitor.microphone_has_played(ends_s)
        await visitor.talk_button.click()
        heard = await visitor.listens(at_least_s=1.0, patience_s=45.0)
        words = last_answer(await journal(server, await visitor.session_id()))
    return await read_closely(voices, heard.pcm, RECORDED_HZ, "en", is_told), words
