"""What was said, folded from events, and told again to a new call in text only."""

from typing import Any

from charlotte.protocol.codec import read_server_event
from charlotte.protocol.items import FunctionCall, FunctionCallOutput
from charlotte.session.history import History


def tell(*events: dict[str, Any]) -> History:
    history = History()
    for number, event in enumerate(events):
        history = history.apply(read_server_event({"event_id": f"event_{number}", **event}))
    return history


def added(item: dict[str, Any], previous: str | None = None) -> dict[str, Any]:
    return {"type": "conversation.item.added", "item": item, "previous_item_id": previous}


def message(id_: str, role: str, *content: dict[str, Any]) -> dict[str, Any]:
    return {"type": "message", "id": id_, "role": role, "content": list(content), "status": "completed"}


SPOKEN = added(message("item_1", "user", {"type": "input_audio", "transcript": None}))
HEARD = {
    "type": "conversation.item.input_audio_transcription.completed",
    "item_id": "item_1",
    "content_index": 0,
    "transcript": "where is hall B",
}
ANSWER = added(message("item_2", "assistant", {"type": "output_audio", "transcript": "First floor."}), "item_1")


def texts(history: History) -> list[str]:
    return [event.item.content[0].text for event in history.replay() if event.item.type == "message"]


def test_speech_is_told_as_text_in_order_and_first() -> None:
    replay = tell(SPOKEN, HEARD, ANSWER).replay()
    assert [event.wire() for event in replay] == [
        {
            "type": "conversation.item.create",
            "previous_item_id": "root",
            "item": {
                "type": "message",
                "id": "item_1",
                "role": "user",
                "content": [{"type": "input_text", "text": "where is hall B"}],
            },
        },
        {
            "type": "conversation.item.create",
            "previous_item_id": "item_1",
            "item": {
                "type": "message",
                "id": "item_2",
                "role": "assistant",
                "content": [{"type": "output_text", "text": "First floor."}],
            },
        },
    ]


def test_a_transcript_survives_a_later_copy_without_it() -> None:
    again = {"type": "conversation.item.done", "item": SPOKEN["item"], "previous_item_id": None}
    assert texts(tell(SPOKEN, HEARD, ANSWER, again)) == ["where is hall B", "First floor."]


def test_speech_without_words_is_not_told() -> None:
    assert tell(SPOKEN).replay() == ()


def test_deleted_and_unheard_items_are_gone() -> None:
    gone = {"type": "conversation.item.deleted", "item_id": "item_1"}
    unheard = {"type": "conversation.item.truncated", "item_id": "item_2", "content_index": 0, "audio_end_ms": 0}
    assert tell(SPOKEN, HEARD, ANSWER, gone, unheard).items == ()


def cut_after(audio_end_ms: int) -> dict[str, Any]:
    return {
        "type": "conversation.item.truncated",
        "item_id": "item_2",
        "content_index": 0,
        "audio_end_ms": audio_end_ms,
    }


def retrieved(**part: Any) -> dict[str, Any]:
    item = message("item_2", "assistant", {"type": "output_audio", **part})
    return {"type": "conversation.item.retrieved", "item": item}


def test_of_an_answer_cut_short_only_what_can_have_been_heard_is_told() -> None:
    assert texts(tell(SPOKEN, HEARD, ANSWER, cut_after(600))) == ["where is hall B", "First"]
    assert texts(tell(SPOKEN, HEARD, ANSWER, cut_after(100))) == ["where is hall B"]
    assert texts(tell(SPOKEN, HEARD, ANSWER, cut_after(9000))) == ["where is hall B", "First floor."]


def test_an_upstream_that_knows_what_was_heard_is_believed() -> None:
    assert texts(tell(SPOKEN, HEARD, ANSWER, cut_after(9000), retrieved(transcript="First"))) == [
        "where is hall B",
        "First",
    ]
    assert texts(tell(SPOKEN, HEARD, ANSWER, cut_after(9000), retrieved(transcript=""))) == ["where is hall B"]
    assert texts(tell(SPOKEN, HEARD, ANSWER, cut_after(600), retrieved())) == ["where is hall B", "First"]
    assert tell(retrieved(transcript="First")).items == ()


def test_an_item_goes_where_it_says() -> None:
    late = added(message("item_0", "user", {"type": "input_text", "text": "between"}), "item_1")
    assert texts(tell(SPOKEN, HEARD, ANSWER, late)) == ["where is hall B", "between", "First floor."]


def test_calls_are_told_only_with_their_outputs() -> None:
    call = {"type": "function_call", "id": "item_c", "call_id": "call_1", "name": "find", "arguments": "{}"}
    output = {"type": "function_call_output", "id": "item_o", "call_id": "call_1", "output": "{}"}
    question = added(message("item_1", "user", {"type": "input_text", "text": "when?"}))
    assert len(tell(question, added(call, "item_1")).replay()) == 1
    whole = tell(question, added(call, "item_1"), added(output, "item_c"))
    assert [type(event.item) for event in whole.replay()[1:]] == [FunctionCall, FunctionCallOutput]


def test_a_long_history_is_told_from_a_message_on() -> None:
    events: list[dict[str, Any]] = []
    for number in range(50):
        events.append(added(message(f"item_u{number}", "user", {"type": "input_text", "text": f"q{number}"})))
        call = {"type": "function_call", "id": f"item_c{number}", "call_id": f"c{number}", "name": "f", "arguments": ""}
        events.append(added(call))
        events.append(
            added({"type": "function_call_output", "id": f"item_o{number}", "call_id": f"c{number}", "output": "x"})
        )
    replay = tell(*events).replay(limit=10)
    assert len(replay) <= 10
    assert replay[0].item.type == "message"
    assert replay[0].previous_item_id == "root"
    assert replay[-1].item.id == "item_o49"
