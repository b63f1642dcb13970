"""Whatever is sent, the answer is a clear error and the call goes on; nobody else notices."""

import base64
import os
from typing import Any

import pytest
import websockets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from support.minds import ScriptedMind
from support.mouths import ToneMouth
from support.served import serving_engine
from support.talker import talking

USER = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hi"}]}


@pytest.mark.parametrize(
    ("event", "code", "param"),
    [
        ({"type": "session.become"}, "invalid_value", "type"),
        ({"no": "type"}, "missing_required_parameter", "type"),
        ({"type": "session.update", "session": {"type": "realtime", "nose": 1}}, "unknown_parameter", "session.nose"),
        (
            {"type": "session.update", "session": {"type": "realtime", "output_modalities": ["text", "audio"]}},
            "invalid_value",
            "session.output_modalities",
        ),
        ({"type": "session.update"}, "missing_required_parameter", "session"),
        ({"type": "session.update", "session": {}}, "missing_required_parameter", "session.type"),
        ({"type": "conversation.item.create"}, "missing_required_parameter", "item"),
        ({"type": "conversation.item.create", "item": {"type": "song"}}, "invalid_value", "item.type"),
        (
            {"type": "conversation.item.create", "item": USER, "previous_item_id": "gone"},
            "item_create_invalid_previous_item_id",
            "previous_item_id",
        ),
        ({"type": "conversation.item.retrieve", "item_id": "gone"}, "item_retrieve_invalid_item_id", "item_id"),
        ({"type": "conversation.item.delete", "item_id": "gone"}, "item_delete_invalid_item_id", "item_id"),
        (
            {"type": "conversation.item.truncate", "item_id": "gone", "content_index": 0, "audio_end_ms": 1},
            "item_truncate_invalid_item_id",
            "item_id",
        ),
        ({"type": "response.cancel"}, "response_cancel_not_active", None),
        ({"type": "response.create", "response": {"conversation": "both"}}, "invalid_value", "response.conversation"),
        ({"type": "output_audio_buffer.clear"}, "invalid_event", "type"),
        ({"type": "input_audio_buffer.append", "audio": "not base64!"}, "invalid_value", "audio"),
        ({"type": "input_audio_buffer.append", "audio": 7}, "invalid_value", "audio"),
        ({"type": "input_audio_buffer.append", "audio": "d\u00e9j\u00e0"}, "invalid_value", "audio"),
        (
            {
                "type": "session.update",
                "session": {"type": "realtime", "truncation": {"type": "retention_ratio", "retention_ratio": "half"}},
            },
            "invalid_value",
            "session.truncation.retention_ratio",
        ),
        (
            {
                "type": "session.update",
                "session": {"type": "realtime", "tool_choice": {"type": "function", "name": {}}},
            },
            "invalid_value",
            "session.tool_choice",
        ),
        ({"type": "input_audio_buffer.commit"}, "input_audio_buffer_commit_empty", None),
    ],
)
async def test_errors_name_what_is_wrong(event: dict[str, Any], code: str, param: str | None) -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as talker:
        fields = {name: value for name, value in event.items() if name != "type"}
        if "type" in event:
            await talker.send(event["type"], event_id="mine", **fields)
        else:
            await talker.socket.send('{"no": "type", "event_id": "mine"}')
        error = (await talker.until("error"))["error"]
        assert (error["code"], error["param"], error["event_id"]) == (code, param, "mine")
        assert error["type"] == "invalid_request_error"
        assert (await talker.answer("Still there?"))["response"]["status"] == "completed"


async def test_an_event_nested_too_deep_is_refused() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as talker:
        deep = "[" * 300 + "]" * 300
        await talker.socket.send(
            f'{{"type": "session.update", "session": {{"type": "realtime", "tracing": {{"a": {deep}}}}}}}'
        )
        assert (await talker.until("error"))["error"]["code"] == "invalid_event"
        await talker.socket.send(f'{{"type": "input_audio_buffer.clear", "more": {deep}}}')
        assert (await talker.until("error"))["error"]["code"] == "invalid_event"
        assert (await talker.answer("Still there?"))["response"]["status"] == "completed"


async def test_a_text_too_long_to_be_a_question_is_refused() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as talker:
        content = [{"type": "input_text", "text": "where is it " * 200}] * 2
        item = {"type": "message", "role": "user", "content": content}
        await talker.send("conversation.item.create", item=item, event_id="mine")
        error = (await talker.until("error"))["error"]
        assert (error["code"], error["param"], error["event_id"]) == ("string_above_max_length", "item.content", "mine")
        assert (await talker.answer("Still there?"))["response"]["status"] == "completed"


async def test_binary_and_broken_json_are_refused_and_counted() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as talker:
        for frame in (b"\x00\x01", "{", "[]", "null", '"text"'):
            await talker.socket.send(frame)
            assert (await talker.until("error"))["error"]["message"]
        await talker.configure()
        for _ in range(20):
            await talker.socket.send("{")
        with pytest.raises(websockets.ConnectionClosed) as closed:
            for _ in range(30):
                await talker.until("error")
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1008


async def test_audio_beyond_the_limit_is_refused() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as talker:
        await talker.send("input_audio_buffer.append", audio="A" * (15 * 1024 * 1024 + 4))
        error = (await talker.until("error"))["error"]
        assert "15 MiB" in error["message"]
        await talker.configure()


async def test_a_frame_beyond_the_limit_closes_only_its_own_socket() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as honest:
        async with talking(address) as talker:
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await talker.send("input_audio_buffer.append", audio="A" * 18 * 1024 * 1024)
                await talker.until("session.updated")
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 1009
        assert (await honest.answer("Are you well?"))["response"]["status"] == "completed"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
TYPES = [
    "session.update",
    "input_audio_buffer.append",
    "input_audio_buffer.clear",
    "conversation.item.create",
    "conversation.item.retrieve",
    "conversation.item.truncate",
    "conversation.item.delete",
    "response.create",
    "response.cancel",
    "output_audio_buffer.clear",
]
NAMES = ["session", "item", "item_id", "content_index", "audio_end_ms", "response", "audio", "previous_item_id"]
events = st.builds(
    lambda type_, fields: {"type": type_} | fields,
    st.sampled_from(TYPES),
    st.dictionaries(st.sampled_from(NAMES), json_values, max_size=4),
)


async def test_no_event_ends_the_call() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address:

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
        @given(st.lists(events, max_size=6))
        def sends(batch: list[dict[str, Any]]) -> None:
            batches.append(batch)

        batches: list[list[dict[str, Any]]] = []
        sends()
        async with talking(address) as talker:
            for batch in batches:
                for event in batch:
                    await talker.send(event["type"], **{k: v for k, v in event.items() if k != "type"})
                await talker.send("session.update", session={"type": "realtime"})
                while True:
                    try:
                        await talker.until("session.updated")
                        break
                    except AssertionError:
                        continue


async def test_random_bytes_do_no_harm() -> None:
    async with serving_engine(Engine(Parts(ScriptedMind(), mouth=ToneMouth()))) as address, talking(address) as talker:
        noise = base64.b64encode(os.urandom(96_000)).decode()
        await talker.configure(audio={"input": {"turn_detection": None, "format": {"type": "audio/pcmu"}}})
        await talker.send("input_audio_buffer.append", audio=noise)
        await talker.send("input_audio_buffer.clear")
        await talker.until("input_audio_buffer.cleared")
