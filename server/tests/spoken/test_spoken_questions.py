"""The promise of the product: ask aloud, hear the right time and room. Only recorded sound is judged."""

from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from charlotte.engine.models.loading import Loaded
from spoken.answers import is_told_aloud, journal, last_answer, sessions_of
from spoken.conftest import Running
from spoken.facts import says_room, says_time
from spoken.page import VisitorAtPage
from spoken.recording import RECORDED_HZ
from spoken.studio import ATTEMPTS, microphone_file, read_closely, say
from support.browser import chromium, saying

pytestmark = [pytest.mark.models, pytest.mark.browser, pytest.mark.timeout(300)]

ROOM_TONE_S = 8.0
"""The microphone's file begins to play when the page opens the microphone, and the call must be open by then."""

QUESTIONS = [
    ("devfest-pisa-2026", "it", "A che ora comincia {title}?", "1149301"),
    ("devfest-pisa-2026", "it", "In che sala e a che ora parla {speaker}?", "1125184"),
    ("fosdem-2025", "en", "What time does {speaker} speak, and in which room?", "4694"),
    ("fosdem-2025", "en", "What time does {speaker} speak, and in which room?", "5586"),
]


@pytest.mark.parametrize(("event", "language", "phrase", "session_id"), QUESTIONS)
async def test_a_spoken_question_is_answered_aloud(
    server: Running, voices: Loaded, tmp_path: Path, event: str, language: str, phrase: str, session_id: str
) -> None:
    sessions = sessions_of(event)
    session = next(row for row in sessions if row["id"] == session_id)
    question = phrase.format(title=session["title"], speaker=session["speakers"][0])
    speech = await say(voices, question, language)
    microphone = microphone_file(tmp_path / "question.wav", ROOM_TONE_S, speech, 60.0)
    start, room = datetime.fromisoformat(str(session["start"])), str(session["room"])

    def is_told(answer: str) -> bool:
        return says_time(answer, start.hour, start.minute, language) and says_room(answer, room)

    for _ in range(ATTEMPTS):
        sound, words = await answered_aloud(server, microphone, event, language)
        answer = await read_closely(voices, sound, RECORDED_HZ, language, is_told)
        told_aloud = is_told_aloud(answer, words, session, sessions, is_told)
        if told_aloud:
            break
    assert told_aloud, (answer, words)


async def answered_aloud(server: Running, microphone: Path, event: str, language: str) -> tuple[NDArray[np.int16], str]:
    """Return what the page played, and how the answer is recorded."""
    async with chromium(*saying(microphone), languages=(language,)) as context:
        visitor = await VisitorAtPage.arrives(context, server.url, event, language)
        await visitor.consents_to_talk()
        await visitor.hands_free()
        heard = await visitor.listens(at_least_s=1.0, patience_s=45.0)
        return heard.pcm, last_answer(await journal(server, await visitor.session_id()))
