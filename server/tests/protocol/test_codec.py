"""The codec is tolerant to upstreams, exact with clients, and loses nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.protocol.client import InputAudioAppend, ItemCreate, UnknownClientEvent
from charlotte.protocol.codec import BadEvent, read_client_event, read_server_event, write_event
from charlotte.protocol.items import Message, OutputText, UnknownItem
from charlotte.protocol.server import ItemAdded, ResponseDone, SpeechStarted, UnknownEvent

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), json_values, max_size=6), st.text(min_size=1))
def test_an_unknown_server_event_comes_back_as_it_came(fields: dict[str, object], name: str) -> None:
    data = {**fields, "event_id": "event_1", "type": f"private.{name}"}
    event = read_server_event(data)
    assert isinstance(event, UnknownEvent)
    assert json.loads(write_event(event)) == data


@given(st.dictionaries(st.sampled_from(["annotations", "logprobs", "x"]), json_values))
def test_unknown_fields_of_known_events_are_kept(extra: dict[str, object]) -> None:
    data = {"type": "input_audio_buffer.speech_started", "event_id": "e", "item_id": "i", "audio_start_ms": 3, **extra}
    event = read_server_event(data)
    assert isinstance(event, SpeechStarted)
    assert json.loads(write_event(event)) == data


@given(json_values)
def test_a_known_event_of_another_shape_is_unknown_and_kept(response: object) -> None:
    data = {"type": "response.done", "event_id": "e", "response": response}
    event = read_server_event(data)
    assert isinstance(event, UnknownEvent | ResponseDone)
    assert json.loads(write_event(event)) == data


@given(st.binary(max_size=64) | st.text(max_size=64) | json_values.map(json.dumps))
def test_whatever_a_client_sends_is_an_event_or_a_clear_error(raw: str | bytes) -> None:
    try:
        read_client_event(raw)
    except BadEvent as error:
        assert error.message
        assert error.wire_code


@pytest.mark.parametrize(
    ("raw", "code", "param"),
    [
        ("{", "invalid_json", None),
        ("[]", "invalid_event", None),
        ('{"event_id": "mine"}', "missing_required_parameter", "type"),
        ('{"event_id": "mine", "type": "input_audio_buffer.append"}', "missing_required_parameter", "audio"),
        ('{"event_id": "mine", "type": "conversation.item.delete", "item_id": 3}', "invalid_value", "item_id"),
    ],
)
def test_a_bad_client_event_says_what_is_wrong(raw: str, code: str, param: str | None) -> None:
    with pytest.raises(BadEvent) as raised:
        read_client_event(raw)
    assert (raised.value.wire_code, raised.value.param) == (code, param)
    assert raised.value.event_id == ("mine" if "mine" in raw else None)


def test_an_unknown_client_event_is_typed_so_that_it_can_be_refused() -> None:
    assert isinstance(read_client_event('{"type": "session.explode"}'), UnknownClientEvent)


def test_an_authored_frame_holds_what_was_set_and_its_constants() -> None:
    item = Message(id="item_1", role="assistant", content=(OutputText(text="Hall B"),))
    event = ItemAdded(item=item, previous_item_id=None)
    data = json.loads(write_event(event))
    assert data.pop("event_id").startswith("event_")
    assert data == {
        "type": "conversation.item.added",
        "previous_item_id": None,
        "item": {
            "id": "item_1",
            "type": "message",
            "role": "assistant",
            "content": [{"type": "output_text", "text": "Hall B"}],
        },
    }
    assert json.loads(write_event(InputAudioAppend(audio=""))) == {"type": "input_audio_buffer.append", "audio": ""}


def test_an_item_of_an_unknown_kind_passes_through() -> None:
    raw = {"type": "conversation.item.create", "item": {"type": "dance", "steps": [1, 2]}}
    event = read_client_event(json.dumps(raw))
    assert isinstance(event, ItemCreate)
    assert isinstance(event.item, UnknownItem)
    assert json.loads(write_event(event)) == raw
