"""Defaults, merge and refusals of a session's configuration."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.call.config import merge, new_session
from charlotte.engine.call.refusal import Refused
from charlotte.protocol.config import Session


def session(**fields: Any) -> Session:
    return Session.model_validate({"type": "realtime", **fields})


def fresh() -> Session:
    return new_session("sess_1", 1_800_000_000)


def test_an_empty_update_changes_nothing() -> None:
    assert merge(fresh(), session()).wire() == fresh().wire()


def test_only_what_is_present_changes() -> None:
    merged = merge(fresh(), session(instructions="Be brief.", audio={"output": {"speed": 1.25}})).wire()
    expected = fresh().wire()
    expected["instructions"] = "Be brief."
    expected["audio"]["output"]["speed"] = 1.25
    assert merged == expected


def test_empty_and_null_clear() -> None:
    tool = {"type": "function", "name": "f", "parameters": {}}
    full = merge(
        fresh(),
        session(
            instructions="x",
            tools=[tool],
            tracing="auto",
            prompt={"id": "p"},
            audio={"input": {"transcription": {"model": "whisper-1"}, "noise_reduction": {"type": "near_field"}}},
        ),
    )
    nothing = {"transcription": None, "noise_reduction": None}
    cleared = merge(full, session(instructions="", tools=[], tracing=None, prompt=None, audio={"input": nothing}))
    assert cleared.wire() == fresh().wire()


def test_the_model_is_fixed_and_never_an_error() -> None:
    assert merge(fresh(), session(model="gpt-realtime-2.1")).model == fresh().model


def test_turn_detection_takes_defaults_of_its_kind() -> None:
    semantic = merge(fresh(), session(audio={"input": {"turn_detection": {"type": "semantic_vad"}}}))
    assert semantic.wire()["audio"]["input"]["turn_detection"] == {
        "type": "semantic_vad",
        "eagerness": "auto",
        "create_response": True,
        "interrupt_response": True,
    }
    none = merge(semantic, session(audio={"input": {"turn_detection": None}}))
    assert none.wire()["audio"]["input"]["turn_detection"] is None
    server = merge(none, session(audio={"input": {"turn_detection": {"type": "server_vad", "threshold": 0.9}}}))
    again = merge(
        server, session(audio={"input": {"turn_detection": {"type": "server_vad", "silence_duration_ms": 9}}})
    )
    detection = again.wire()["audio"]["input"]["turn_detection"]
    assert (detection["threshold"], detection["silence_duration_ms"]) == (0.9, 9)


def test_any_transcription_model_is_taken() -> None:
    given_ = {"model": "some-model-of-2030", "language": "it"}
    merged = merge(fresh(), session(audio={"input": {"transcription": given_}})).wire()
    assert merged["audio"]["input"]["transcription"] == given_ | {"prompt": None}


def test_the_voice_is_locked_once_she_has_spoken() -> None:
    other = session(instructions="New.", audio={"output": {"voice": "cedar"}})
    with pytest.raises(Refused) as refused:
        merge(fresh(), other, has_spoken=True)
    assert refused.value.wire_code == "cannot_update_voice"
    assert merge(fresh(), session(audio={"output": {"voice": "auto"}}), has_spoken=True).wire() == fresh().wire()


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"output_modalities": ["text", "audio"]}, "session.output_modalities"),
        ({"output_modalities": []}, "session.output_modalities"),
        ({"max_output_tokens": 0}, "session.max_output_tokens"),
        ({"max_output_tokens": 5000}, "session.max_output_tokens"),
        ({"tool_choice": "perhaps"}, "session.tool_choice"),
        ({"tool_choice": {"type": "function", "name": "missing"}}, "session.tool_choice"),
        ({"tools": [{"type": "function", "name": "a b"}]}, "session.tools[0].name"),
        ({"tools": [{"type": "function", "name": "a"}] * 2}, "session.tools[1].name"),
        ({"truncation": "sometimes"}, "session.truncation"),
        ({"audio": {"output": {"speed": 2.0}}}, "session.audio.output.speed"),
        ({"audio": {"output": {"voice": "!"}}}, "session.audio.output.voice"),
        ({"audio": {"input": {"format": {"type": "audio/pcm", "rate": 16000}}}}, "session.audio.input.format.rate"),
        ({"audio": {"input": {"format": {"type": "audio/mp3"}}}}, "session.audio.input.format.type"),
        ({"audio": {"input": {"turn_detection": {"type": "psychic"}}}}, "session.audio.input.turn_detection.type"),
        ({"audio": {"input": {"turn_detection": {"eagerness": "low"}}}}, "session.audio.input.turn_detection.type"),
        (
            {"audio": {"input": {"turn_detection": {"type": "server_vad", "threshold": 1.5}}}},
            "session.audio.input.turn_detection.threshold",
        ),
        (
            {"audio": {"input": {"turn_detection": {"type": "semantic_vad", "threshold": 0.5}}}},
            "session.audio.input.turn_detection.threshold",
        ),
        (
            {"audio": {"input": {"transcription": {"language": "klingon!"}}}},
            "session.audio.input.transcription.language",
        ),
        ({"audio": {"sideways": {}}}, "session.audio.sideways"),
        ({"temperature": 0.8}, "session.temperature"),
    ],
)
def test_what_is_wrong_is_named(fields: dict[str, Any], param: str) -> None:
    with pytest.raises(Refused) as refused:
        merge(fresh(), session(**fields))
    assert refused.value.param == param


good_updates = st.fixed_dictionaries(
    {},
    optional={
        "instructions": st.text(max_size=20),
        "output_modalities": st.sampled_from([["text"], ["audio"], None]),
        "max_output_tokens": st.one_of(st.integers(1, 4096), st.just("inf"), st.none()),
        "model": st.text(min_size=1, max_size=9),
        "tracing": st.sampled_from([None, "auto"]),
        "audio": st.fixed_dictionaries(
            {},
            optional={
                "output": st.fixed_dictionaries({}, optional={"speed": st.floats(0.25, 1.5)}),
                "input": st.fixed_dictionaries(
                    {},
                    optional={
                        "turn_detection": st.sampled_from(
                            [None, {"type": "server_vad"}, {"type": "semantic_vad", "eagerness": "low"}]
                        ),
                        "transcription": st.sampled_from([None, {"model": "m"}, {"language": "fr"}]),
                    },
                ),
            },
        ),
    },
)


@given(st.lists(good_updates, max_size=5))
def test_every_echo_is_whole_and_stable(updates: list[dict[str, Any]]) -> None:
    merged = fresh()
    for update in updates:
        merged = merge(merged, session(**update))
        assert merged.wire().keys() == fresh().wire().keys()
        assert merge(merged, session(**update)).wire() == merged.wire()
        assert merge(merged, Session.model_validate(merged.wire())).wire() == merged.wire()
