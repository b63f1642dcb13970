"""The open question stays open when a call ends, and what was awaited from that call is awaited no more."""

from datetime import UTC, datetime
from typing import Any

import pytest

from charlotte.clock import StoppedClock
from charlotte.protocol.codec import read_server_event
from charlotte.session.turns.agreement import Verdict
from charlotte.session.turns.confirming import OpenQuestions
from charlotte.tools.proposals import Proposal
from charlotte.tools.tool import ToolContext
from support.conversation import Shelf

QUESTION = "Shall I tell the information desk: “I lost my bag”?"
NOW = datetime(2026, 4, 18, 9, tzinfo=UTC)


def proposal() -> Proposal:
    context = ToolContext("event", StoppedClock(NOW), "en", "talk_1", Shelf({}))
    return Proposal(context, "call_1", "ask_staff", {}, QUESTION, 0.0, id="conf_1")


def message(role: str, **part: Any) -> Any:
    item = {"type": "message", "id": f"item_{role}", "role": role, "status": "completed", "content": [part]}
    if role == "user":
        return read_server_event({"type": "conversation.item.added", "event_id": "e", "item": item})
    where = {"response_id": "r", "output_index": 0}
    return read_server_event({"type": "response.output_item.done", "event_id": "e", **where, "item": item})


PUT = message("assistant", type="output_audio", transcript=QUESTION)
SPOKEN = message("user", type="input_audio", transcript=None)
YES = message("user", type="input_text", text="yes")


def test_the_question_outlives_its_call_and_its_words() -> None:
    questions = OpenQuestions()
    questions.of("talk_1").proposed(proposal())
    assert questions.of("talk_1").observe(PUT, "first call") is None
    assert questions.of("talk_1").observe(SPOKEN, "first call") is None
    questions.of("talk_1").leave("first call")
    assert questions.of("talk_1").observe(YES, "second call") == Verdict("conf_1", yes=True)


def test_a_call_that_ends_takes_nothing_from_the_one_that_took_over() -> None:
    confirming = OpenQuestions().of("talk_1")
    confirming.proposed(proposal())
    confirming.observe(PUT, "first call")
    confirming.observe(SPOKEN, "second call")
    confirming.leave("first call")
    words = {"item_id": "item_user", "content_index": 0, "transcript": "Yes."}
    heard = {"type": "conversation.item.input_audio_transcription.completed", "event_id": "e", **words}
    assert confirming.observe(read_server_event(heard), "second call") == Verdict("conf_1", yes=True)


@pytest.mark.parametrize("forgotten", [True, False])
def test_a_forgotten_question_is_answered_by_nothing(forgotten: bool) -> None:
    questions = OpenQuestions()
    questions.of("talk_1").proposed(proposal())
    questions.of("talk_1").observe(PUT, "call")
    if forgotten:
        questions.forget("talk_1")
    assert (questions.of("talk_1").observe(YES, "call") is None) is forgotten
