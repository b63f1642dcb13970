"""The one door to the tools: checked, once per call, in time, always an answer, nobody else's subject."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from charlotte.clock import SystemClock
from charlotte.errors import NotFound
from charlotte.tools.gateway import ARGUMENTS_LIMIT, Gateway, Outcome
from charlotte.tools.results import Result
from charlotte.tools.tool import Arguments, Tool, ToolContext


class Where(Arguments):
    """Arguments of the tool under test."""

    room: str
    floor: int | None = None


class Found(Result):
    """Result of the tool under test."""

    room: str
    asked_by: str


class Finder:
    """A tool that counts its runs and can be slow or broken."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.runs = 0
        self.failure = failure
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def __call__(self, context: ToolContext, arguments: Where) -> Found:
        self.runs += 1
        await self.may_answer.wait()
        if self.failure:
            raise self.failure
        now = datetime(2026, 5, 1, tzinfo=UTC)
        return Found(
            event_id=context.event_id, timezone="UTC", now=now, match="exact", room=arguments.room,
            asked_by=context.session_id,
        )  # fmt: skip


def gateway(finder: Finder, timeout_s: float = 5.0) -> Gateway:
    return Gateway({"find_room": Tool("find_room", "Finds a room.", Where, finder)}, timeout_s=timeout_s)


def context(session_id: str = "talk_1") -> ToolContext:
    return ToolContext("expo", SystemClock(), "en", session_id, programmes=None)  # type: ignore[arg-type]


async def run(door: Gateway, arguments: Any = None, *, call_id: str = "call_1", **ask: Any) -> Outcome:
    text = arguments if isinstance(arguments, str) else json.dumps(arguments or {"room": "B"})
    return await door.run(
        ask.pop("context", context()), call_id=call_id, name=ask.pop("name", "find_room"), arguments=text
    )


def error_of(outcome: Outcome) -> str:
    code: str = json.loads(outcome.output)["error"]["code"]
    assert (outcome.ok, outcome.code) == (False, code)
    return code


async def test_a_good_call_gives_the_result_on_the_sessions_behalf() -> None:
    outcome = await run(gateway(Finder()))
    result = json.loads(outcome.output)
    assert outcome.ok
    assert (result["room"], result["asked_by"], result["event_id"]) == ("B", "talk_1", "expo")


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"room": 5},
        {"room": "B", "session_id": "talk_2"},
        {"room": "B", "floor": "one"},
        ["B"],
        "not json",
        '{"room": "' + "x" * ARGUMENTS_LIMIT + '"}',
    ],
)
async def test_arguments_that_do_not_fit_never_reach_the_tool(arguments: Any) -> None:
    finder = Finder()
    outcome = await run(gateway(finder), json.dumps(arguments) if not isinstance(arguments, str) else arguments)
    assert error_of(outcome) == "bad_tool_call"
    assert finder.runs == 0


async def test_an_unknown_tool_is_named_and_the_known_ones_told() -> None:
    outcome = await run(gateway(Finder()), name="drop_tables")
    assert error_of(outcome) == "bad_tool_call"
    assert "find_room" in outcome.output


async def test_a_repeated_call_gets_the_same_answer_and_runs_once() -> None:
    finder = Finder()
    door = gateway(finder)
    first, again = await run(door), await run(door, {"room": "other"})
    assert again.output == first.output
    assert (first.repeated, again.repeated, finder.runs) == (False, True, 1)


async def test_two_at_once_run_once() -> None:
    finder = Finder()
    finder.may_answer.clear()
    door = gateway(finder)
    async with asyncio.TaskGroup() as tasks:
        both = [tasks.create_task(run(door)) for _ in range(2)]
        await asyncio.sleep(0)
        finder.may_answer.set()
    assert both[0].result().output == both[1].result().output
    assert finder.runs == 1


async def test_a_call_id_belongs_to_its_session() -> None:
    door = gateway(Finder())
    mine, theirs = await run(door), await run(door, context=context("talk_2"))
    assert json.loads(mine.output)["asked_by"] == "talk_1"
    assert json.loads(theirs.output)["asked_by"] == "talk_2"


async def test_a_slow_tool_is_told_as_not_done() -> None:
    finder = Finder()
    finder.may_answer.clear()
    outcome = await run(gateway(finder, timeout_s=0.01))
    assert error_of(outcome) == "tool_timeout"
    assert "nothing was changed" in outcome.output


async def test_a_refusal_keeps_its_reason() -> None:
    assert error_of(await run(gateway(Finder(NotFound("No such room."))))) == "not_found"


async def test_a_broken_tool_does_not_tell_its_insides() -> None:
    outcome = await run(gateway(Finder(RuntimeError("secret path"))))
    assert error_of(outcome) == "tool_failed"
    assert "secret" not in outcome.output


async def test_an_interrupted_call_can_be_asked_again() -> None:
    finder = Finder()
    finder.may_answer.clear()
    door = gateway(finder)
    async with asyncio.TaskGroup() as tasks:
        call = tasks.create_task(run(door))
        await asyncio.sleep(0)
        call.cancel()
    finder.may_answer.set()
    assert (await run(door)).ok


async def test_a_forgotten_session_is_forgotten() -> None:
    finder = Finder()
    door = gateway(finder)
    await run(door)
    door.forget("talk_1")
    await run(door)
    assert finder.runs == 2
