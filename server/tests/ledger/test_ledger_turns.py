"""Latency, measured from events alone."""

from typing import Any

from charlotte.ledger.turns import Turn, fold


def response(id_: str, **fields: Any) -> dict[str, Any]:
    return {"response": {"id": id_, **fields}}


SPOKEN = [
    ("charlotte.call_opened", 0.0, {}),
    ("input_audio_buffer.speech_started", 1.0, {}),
    ("input_audio_buffer.speech_stopped", 3.0, {}),
    ("input_audio_buffer.committed", 3.01, {}),
    ("conversation.item.added", 3.02, {"item": {"role": "user"}}),
    ("response.created", 3.05, response("resp_1")),
    ("charlotte.tool_ran", 3.2, {"tool_ms": 40, "name": "whats_on"}),
    ("response.done", 3.21, response("resp_1", status="completed", usage={"input_tokens": 10, "output_tokens": 2})),
    ("response.created", 3.22, response("resp_2")),
    ("response.output_audio_transcript.delta", 3.3, {}),
    ("output_audio_buffer.started", 3.5, {}),
    ("response.output_audio_transcript.delta", 3.6, {}),
    ("response.done", 4.0, response("resp_2", status="completed", usage={"input_tokens": 20, "output_tokens": 8})),
]


def test_a_spoken_turn_counts_from_the_end_of_speech_over_its_tools() -> None:
    assert fold(SPOKEN) == (
        Turn(
            began_seconds=3.0,
            spoken=True,
            began=True,
            first_text_ms=300,
            first_audio_ms=500,
            tool_ms=40,
            tool_calls=1,
            tools=("whats_on",),
            done_ms=1000,
            status="completed",
            response_ids=("resp_1", "resp_2"),
            input_tokens=30,
            output_tokens=10,
        ),
    )


def test_push_to_talk_counts_from_the_commit_and_typing_from_the_item() -> None:
    committed = [event for event in SPOKEN if "speech" not in event[0]]
    assert fold(committed)[0].first_audio_ms == 490
    typed = [event for event in committed if "committed" not in event[0]]
    assert (fold(typed)[0].first_audio_ms, fold(typed)[0].spoken) == (480, False)


def test_speech_that_nobody_answered_is_no_turn() -> None:
    assert fold(SPOKEN[:5]) == ()


def test_turns_of_two_runs_of_the_server_do_not_mix() -> None:
    again = [(name, seconds - 2.5, facts) for name, seconds, facts in SPOKEN]
    assert [turn.first_audio_ms for turn in fold(SPOKEN + again)] == [500, 500]


def test_a_failed_response_keeps_its_reason() -> None:
    failed = [*SPOKEN[:6], ("response.done", 3.4, response("resp_1", status="failed", code="rate_limit_exceeded"))]
    (turn,) = fold(failed)
    assert (turn.status, turn.error, turn.first_audio_ms) == ("failed", "rate_limit_exceeded", None)
