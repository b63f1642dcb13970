"""One attendee's visit to the application whose first upstream fails: who serves, what they hear, what is paid."""

import asyncio
import contextlib
import json
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import websockets

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from benchmarks.faults import rest
from benchmarks.listener import Listener, PhoneListener, SocketListener
from support.ears import InstantEar
from support.faulty import ANSWER
from support.house import House, Visitor, house
from support.minds import ScriptedMind
from support.mouths import ToneMouth
from support.vads import LoudnessVad

LISTENERS: dict[str, type[Listener]] = {"WebSocket": SocketListener, "WebRTC": PhoneListener}
LATEST_S = 75.0


@contextlib.asynccontextmanager
async def visiting(
    transport: str, settings: dict[str, Any], ms_per_char: float
) -> AsyncIterator[tuple[House, Visitor, Listener, list[dict[str, Any]]]]:
    """Have an attendee talk to the application, and collect what it tells their page beside the call."""
    async with contextlib.AsyncExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        here = await stack.enter_async_context(house(data, ScriptedMind(script=rest), **settings))
        here.gets_voices(InstantEar("what is on"), ToneMouth(ms_per_char), LoudnessVad)
        visitor = await stack.enter_async_context(here.visitor())
        await visitor.ticket(mode="voice")
        signals: list[dict[str, Any]] = []
        line = await stack.enter_async_context(
            websockets.connect(
                f"ws://{here.address}/api/session/{visitor.session_id}/signals",
                origin=websockets.Origin(here.url),
                additional_headers={"Cookie": visitor.cookie},
                proxy=None,
            )
        )
        listener = LISTENERS[transport](here, visitor)
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(_signals(line, signals, listener)), tasks.create_task(listener.run())]
            await listener.connected.wait()
            yield here, visitor, listener, signals
            for task in running:
                task.cancel()


async def _signals(line: websockets.ClientConnection, signals: list[dict[str, Any]], listener: Listener) -> None:
    async for text in line:
        signals.append(json.loads(text))
        told = signals[-1]
        if told["type"] == "bridging":
            listener.bridged(answer_owed=told["answer_owed"], words_lost=told["words_lost"])
        if told["type"] == "renew":
            listener.renew(broken=told["broken"])


async def listened(listener: Listener, *, asks_again_after_s: float | None) -> int:
    """Return when the whole answer was heard, or nobody would wait any longer; how often it was asked for again."""
    again = 0
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(LATEST_S):
            while asks_again_after_s is not None and not listener.heard.seconds:
                try:
                    async with asyncio.timeout(asks_again_after_s):
                        await until(lambda: listener.heard.seconds > 0)
                except TimeoutError:
                    again += 1
                    await listener.asks()
            await until(lambda: listener.heard.whole(ANSWER))
    return again


def serving(signals: list[dict[str, Any]]) -> str:
    """Return who serves now."""
    return next((str(told["upstream"]) for told in reversed(signals) if told["type"] == "serving"), "nobody")


async def money_twice(here: House, visitor: Visitor, *, questions: int) -> int:
    """Return how many answers were paid for twice: recorded twice, or whole once more than was asked."""
    logs = await here.logs(visitor.session_id or "")
    paid = Counter(
        event["facts"]["response"]["id"]
        for event in logs["events"]
        if event["type"] == "response.done" and event["facts"]["response"].get("usage")
    )
    return sum(count > 1 for count in paid.values()) + max(0, len(paid) - questions)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something."""
    while not condition():
        await asyncio.sleep(0.02)


def show(row: dict[str, Any], heads: set[str]) -> None:
    """Print a row, and before the first of its kind what its columns are."""
    head = " | ".join(row)
    if head not in heads:
        heads.add(head)
        print(f"\n{head}\n{' | '.join('---' for _ in row)}")
    print(" | ".join(str(value) for value in row.values()), flush=True)
