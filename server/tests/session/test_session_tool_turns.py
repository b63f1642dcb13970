"""Tool calls against the order of events: outputs at once, the next response only when it can be taken."""

from typing import Any

from charlotte.protocol.codec import read_server_event
from charlotte.protocol.server import ServerEvent
from charlotte.session.turns.tool_turns import CALLS_PER_TURN, TOO_MANY_CALLS, AskToGoOn, GiveOutput, RunTool, ToolTurns


def created(response_id: str = "resp_1", conversation_id: str | None = "conv_1") -> ServerEvent:
    return event("response.created", response=response(response_id, "in_progress", conversation_id))


def done(status: str = "completed", conversation_id: str | None = "conv_1") -> ServerEvent:
    return event("response.done", response=response("resp_1", status, conversation_id))


def call(call_id: str, status: str = "completed") -> ServerEvent:
    item = {"type": "function_call", "id": f"item_{call_id}", "call_id": call_id, "name": "find", "arguments": "{}"}
    return event("response.output_item.done", response_id="resp_1", output_index=0, item={**item, "status": status})


def asks() -> ServerEvent:
    item = {"type": "message", "id": "item_u", "role": "user", "content": [{"type": "input_text", "text": "hi"}]}
    return event("conversation.item.added", item=item)


def event(type_: str, **fields: Any) -> ServerEvent:
    return read_server_event({"type": type_, "event_id": "event_1", **fields})


def response(id_: str, status: str, conversation_id: str | None) -> dict[str, Any]:
    return {"object": "realtime.response", "id": id_, "status": status, "conversation_id": conversation_id}


def play(turns: ToolTurns, *steps: ServerEvent | tuple[str, str]) -> tuple[ToolTurns, list[Any]]:
    """Feed events and (call_id, output) pairs; return the effects of the last step."""
    effects: list[Any] = []
    for step in steps:
        turns, effects = turns.finished(*step) if isinstance(step, tuple) else turns.observe(step)
    return turns, effects


def test_a_call_runs_once_even_if_it_is_told_twice() -> None:
    turns, effects = play(ToolTurns(), created(), call("call_1"))
    assert effects == [RunTool("call_1", "find", "{}")]
    assert play(turns, call("call_1"))[1] == []


def test_an_unfinished_call_does_not_run() -> None:
    assert play(ToolTurns(), created(), call("call_1", "incomplete"))[1] == []


def test_output_before_the_response_ended_goes_at_once_and_the_request_waits() -> None:
    turns, effects = play(ToolTurns(), created(), call("call_1"), ("call_1", "out"))
    assert effects == [GiveOutput("call_1", "out")]
    turns, effects = play(turns, done())
    assert [type(effect) for effect in effects] == [AskToGoOn]
    assert effects[0].with_tools


def test_output_after_the_response_ended_asks_at_once() -> None:
    _, effects = play(ToolTurns(), created(), call("call_1"), done(), ("call_1", "out"))
    assert [type(effect) for effect in effects] == [GiveOutput, AskToGoOn]


def test_several_calls_of_a_response_make_one_request() -> None:
    turns, effects = play(ToolTurns(), created(), call("call_1"), call("call_2"), done(), ("call_2", "b"))
    assert effects == [GiveOutput("call_2", "b")]
    turns, effects = play(turns, ("call_1", "a"))
    assert [type(effect) for effect in effects] == [GiveOutput, AskToGoOn]
    assert play(turns, created("resp_2"), done())[1] == []


def test_a_request_that_came_too_early_is_made_again() -> None:
    turns, effects = play(ToolTurns(), created(), call("call_1"), done(), ("call_1", "a"))
    busy = {"code": "conversation_already_has_active_response", "event_id": effects[-1].event_id}
    turns, effects = play(turns, event("error", error=busy))
    assert effects == []
    _, effects = play(turns, done())
    assert [type(effect) for effect in effects] == [AskToGoOn]


def test_a_new_question_takes_over_from_the_old_tools() -> None:
    _, effects = play(ToolTurns(), created(), call("call_1"), done(), asks(), ("call_1", "late"))
    assert effects == [GiveOutput("call_1", "late")]


def test_after_an_interruption_nothing_is_said_unasked() -> None:
    _, effects = play(ToolTurns(), created(), call("call_1"), done("cancelled"), ("call_1", "out"))
    assert effects == [GiveOutput("call_1", "out")]


def test_a_loop_ends_with_an_answer_without_tools() -> None:
    turns = play(ToolTurns(), asks())[0]
    for number in range(CALLS_PER_TURN):
        turns, effects = play(turns, created(), call(f"call_{number}"), done(), (f"call_{number}", "out"))
        assert effects[-1].with_tools
    turns, effects = play(turns, created(), call("call_more"))
    assert effects == [GiveOutput("call_more", TOO_MANY_CALLS)]
    turns, effects = play(turns, done())
    assert [(type(effect), effect.with_tools) for effect in effects] == [(AskToGoOn, False)]
    turns = play(turns, created(), done(), asks())[0]
    assert play(turns, created(), call("call_next"))[1] == [RunTool("call_next", "find", "{}")]


def test_a_response_outside_the_conversation_changes_nothing() -> None:
    turns, _ = play(ToolTurns(), created(), call("call_1"), done())
    assert play(turns, created("resp_x", None), done(conversation_id=None))[0] == turns
