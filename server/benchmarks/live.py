"""Proves the hosted path against a real provider, with a spend cap: `make live`.

Takes the upstream from the settings (`CHARLOTTE_UPSTREAM_KEY` …), serves Charlotte in a process and a data folder of
her own, talks to her as a visitor does, and prints what passed and what did not. It costs a few cents.
"""

import argparse
import asyncio
import json
import secrets
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from pydantic import ValidationError
from websockets.asyncio.client import connect

from charlotte.protocol.client import ItemCreate, ResponseCreate, SessionUpdate
from charlotte.protocol.codec import read_server_event, write_event
from charlotte.protocol.config import Session
from charlotte.protocol.items import InputText, Message
from charlotte.protocol.server import ErrorRaised, InputTranscriptCompleted, ResponseDone, ServerEvent
from charlotte.settings import Settings

from . import webrtc
from .attendee import Grant
from .process import charlotte, serving
from .questions import from_demo
from .speech import Question, samples, spoken

PATIENCE_S = 30.0
BACK_S = 30.0
"""How long a provider that failed one step is waited for before the next one."""
KEPT_S = 1.0
"""Of an idle connection: the server closes its end after five seconds, and a busy machine would ask on it just then."""
USD_PER_MILLION = {
    ("input_token_details", "text_tokens"): 4.0,
    ("input_token_details", "audio_tokens"): 32.0,
    ("output_token_details", "text_tokens"): 24.0,
    ("output_token_details", "audio_tokens"): 64.0,
}
"""Of gpt-realtime-2.1, the dearest model known, in November 2026; nothing is counted as cached."""


class NotAsExpected(Exception):
    """A step did not do what it should."""


class CapReached(Exception):
    """The next step might cost more than is allowed."""


@dataclass
class Trial:
    """A running server, and what was spent there."""

    http: httpx2.AsyncClient
    staff: dict[str, str]
    upstream: str
    event: str
    question: Question
    speech: Path
    session_ids: list[str] = field(default_factory=list)

    async def ticket(self, mode: str, session_id: str | None = None) -> Grant:
        body = {"event": self.event, "mode": mode, "language": self.question.language, "session_id": session_id}
        began = time.monotonic()
        while True:
            reply = await self.http.post("/api/realtime/token", json=body)
            expect(reply.status_code == 200, f"no ticket: {reply.text[:200]}")
            token = reply.json()
            waited_s = time.monotonic() - began
            if token["upstream"] == self.upstream:
                break
            expect(waited_s < BACK_S, f"{token['upstream']} would speak, not {self.upstream}")
            body["session_id"] = token["session_id"]
            await asyncio.sleep(2.0)
        if waited_s > 1.0:
            print(f"  note  {self.upstream} had failed, and was back after {waited_s:.0f} s", flush=True)
        if token["session_id"] not in self.session_ids:
            self.session_ids.append(token["session_id"])
        cookie = "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())
        return Grant(token["value"], token["calls_url"], token["ws_url"], cookie)

    async def journal(self, session_id: str) -> list[dict[str, Any]]:
        reply = await self.http.get(f"/api/session/{session_id}/logs", headers=self.staff)
        expect(reply.status_code == 200, f"no logs: {reply.text[:200]}")
        events: list[dict[str, Any]] = reply.json()["events"]
        return events

    async def journalled(self, session_id: str, type_: str, times: int = 1) -> dict[str, Any]:
        """Wait until an event is in the journal that often and return the last one."""
        found: list[dict[str, Any]] = []
        for _ in range(int(PATIENCE_S / 0.5)):
            found = [event for event in await self.journal(session_id) if event["type"] == type_]
            if len(found) >= times:
                return found[-1]
            await asyncio.sleep(0.5)
        raise NotAsExpected(f"{type_} is {len(found)} times in the journal, not {times}")

    async def spent_usd(self) -> float:
        """Return at most what was spent."""
        usd = 0.0
        for session_id in self.session_ids:
            for event in await self.journal(session_id):
                usage = (event["facts"].get("response") or {}).get("usage") or event["facts"].get("usage") or {}
                usd += most_usd(usage)
        return usd


def most_usd(usage: dict[str, Any]) -> float:
    """Return at most what a response cost; tokens of no known kind count as the dearest."""
    known = {place: (usage.get(place[0]) or {}).get(place[1]) or 0 for place in USD_PER_MILLION}
    rest = max(0, (usage.get("total_tokens") or 0) - sum(known.values()))
    dearest = max(USD_PER_MILLION.values())
    return (sum(count * USD_PER_MILLION[place] for place, count in known.items()) + rest * dearest) / 1e6


@asynccontextmanager
async def typing(trial: Trial, session_id: str | None = None) -> AsyncIterator[Callable[[str], Awaitable[str]]]:
    """Open a typed conversation; yields what asks one question and returns the words of the answer."""
    grant = await trial.ticket("text", session_id)
    headers = {"Authorization": f"Bearer {grant.value}", "Cookie": grant.cookie, "Origin": str(trial.http.base_url)}
    async with connect(grant.ws_url, additional_headers=headers, max_size=None, proxy=None) as socket:

        async def asks(text: str) -> str:
            for event in typed(text):
                await socket.send(write_event(event))
            async with asyncio.timeout(PATIENCE_S):
                while True:
                    said = words_of(read_server_event(await socket.recv()))
                    if said is not None:
                        return said

        yield asks


def typed(text: str) -> tuple[ItemCreate, ResponseCreate]:
    """Return the events of a typed question."""
    return ItemCreate(item=Message(role="user", content=(InputText(text=text),))), ResponseCreate()


def words_of(event: ServerEvent) -> str | None:
    """Return the words of an answer that is complete; None = not yet. Raises `NotAsExpected` when it failed."""
    if isinstance(event, ErrorRaised):
        raise NotAsExpected(f"the provider says: {event.error.message}")
    if not isinstance(event, ResponseDone):
        return None
    wire = event.response.wire()
    expect(wire["status"] == "completed", f"the response is {wire['status']}: {wire.get('status_details')}")
    parts = [part for item in wire["output"] if item["type"] == "message" for part in item["content"]]
    return " ".join(part.get("text") or part.get("transcript") or "" for part in parts) or None


def expect(holds: bool, otherwise: str) -> None:
    """Raise `NotAsExpected` unless it holds."""
    if not holds:
        raise NotAsExpected(otherwise)


async def text(trial: Trial) -> str:
    """A typed question is answered in writing, and its tokens are in the journal."""
    async with typing(trial) as asks:
        said = await asks("Say hello in one short sentence.")
    done = await trial.journalled(trial.session_ids[-1], "response.done")
    expect((done["facts"]["response"].get("usage") or {}).get("total_tokens", 0) > 0, "no usage is in the journal")
    return said


async def tool(trial: Trial) -> str:
    """A question about the programme makes the model call a tool, which runs here."""
    async with typing(trial) as asks:
        said = await asks(trial.question.text)
    ran = await trial.journalled(trial.session_ids[-1], "charlotte.tool_ran")
    expect(ran["facts"]["ok"], f"the tool failed: {ran['facts']}")
    expect(any(fact.casefold() in said.casefold() for fact in trial.question.facts), f"the fact is missing: {said!r}")
    return f"{ran['facts']['name']}: {said}"


async def voice(trial: Trial) -> str:
    """A spoken question is heard, and answered with sound, over WebRTC."""
    grant = await trial.ticket("voice")
    async with webrtc.calling(trial.http, grant) as attendee:
        turn = await attendee.ask(samples(trial.speech, webrtc.RATE_HZ, webrtc.FRAME), PATIENCE_S)
    expect(turn.first_sound_at is not None, "no sound came back")
    heard = [event.transcript for _, event in turn.events if isinstance(event, InputTranscriptCompleted)]
    expect(bool(heard), "what was said was not transcribed")
    assert turn.first_sound_at is not None and turn.speech_ended_at is not None
    return f"heard {heard[0]!r}, first sound after {turn.first_sound_at - turn.speech_ended_at:.2f} s"


async def sideband(trial: Trial) -> str:
    """The server follows a WebRTC call, and puts back what a page overwrites."""
    grant = await trial.ticket("voice")
    session_id = trial.session_ids[-1]
    async with webrtc.calling(trial.http, grant) as attendee:
        await trial.journalled(session_id, "charlotte.call_opened")
        await attendee.send(SessionUpdate(session=Session(type="realtime", instructions="Say only: overwritten.")))
        back = await trial.journalled(session_id, "charlotte.config_reasserted")
        for event in typed("Say hello in one short sentence."):
            await attendee.send(event)
        await trial.journalled(session_id, "response.done")
    return f"put back: {', '.join(back['facts']['fields'])}"


async def renewal(trial: Trial) -> str:
    """Another call of the same conversation knows what was said in the first."""
    async with typing(trial) as asks:
        await asks("My badge number is 4711. Only say that you noted it.")
    session_id = trial.session_ids[-1]
    async with typing(trial, session_id) as asks:
        said = await asks("Say hello in one short sentence.")
    opened = await trial.journalled(session_id, "charlotte.call_opened", times=2)
    expect(opened["facts"].get("replayed_items", 0) >= 2, "the history was not replayed")
    return f"{opened['facts']['replayed_items']} items replayed; {said}"


async def hang_up(trial: Trial) -> str:
    """The server ends a call that the browser keeps open."""
    grant = await trial.ticket("voice")
    session_id = trial.session_ids[-1]
    async with webrtc.calling(trial.http, grant) as attendee:
        await trial.journalled(session_id, "charlotte.call_opened")
        reply = await trial.http.post(f"/api/session/{session_id}/leave")
        expect(reply.status_code == 204, f"leaving failed: {reply.text[:200]}")
        began = asyncio.get_running_loop().time()
        while attendee.channel.readyState != "closed":
            expect(asyncio.get_running_loop().time() - began < PATIENCE_S, "the provider did not end the call")
            await asyncio.sleep(0.1)
        seconds = asyncio.get_running_loop().time() - began
    ended = await trial.journalled(session_id, "charlotte.call_ended")
    return f"{ended['facts']['reason']}, channel closed after {seconds:.1f} s"


STEPS: dict[str, Callable[[Trial], Awaitable[str]]] = {
    "text": text,
    "tool": tool,
    "voice": voice,
    "sideband": sideband,
    "renewal": renewal,
    "hang-up": hang_up,
}


async def run(steps: Sequence[str], cap_usd: float, upstream: str) -> bool:
    """Run the steps, print the table and return whether all passed."""
    chosen = from_demo(1, seed=3)
    token = secrets.token_urlsafe(24)
    command = charlotte("serve", "--port", "{port}", "--data", "{data}")
    passed = True
    with tempfile.TemporaryDirectory(prefix="charlotte-live-") as folder:
        needs_speech = "voice" in steps
        speech = await spoken(chosen.questions[0], Path(folder), "fast") if needs_speech else Path(folder)
        limits = ("CHARLOTTE_SESSION_MINUTES=3", "CHARLOTTE_IDLE_SECONDS=60", f"CHARLOTTE_STAFF_TOKEN={token}")
        async with (
            serving("env", *limits, *command, ready="/readyz") as server,
            httpx2.AsyncClient(
                base_url=server.url,
                headers={"Origin": server.url},
                timeout=PATIENCE_S,
                limits=httpx2.Limits(keepalive_expiry=KEPT_S),
                trust_env=False,
            ) as http,
        ):
            staff = {"Authorization": f"Bearer {token}"}
            trial = Trial(http, staff, upstream, chosen.event_id, chosen.questions[0], speech)
            for name in steps:
                passed = await report(trial, name, cap_usd) and passed
            print(f"spent at most {await trial.spent_usd():.3f} USD of {cap_usd:.2f}")
    return passed


async def report(trial: Trial, name: str, cap_usd: float) -> bool:
    """Run one step and print its line."""
    try:
        spent = await trial.spent_usd()
        if spent >= cap_usd:
            raise CapReached(f"not tried: up to {spent:.3f} USD are spent")
        told, good = await STEPS[name](trial), True
    except (NotAsExpected, CapReached) as failure:
        told, good = str(failure), False
    except Exception as whatever:  # noqa: BLE001 - it is this step's result, and the next one is tried
        failure: BaseException = whatever
        while isinstance(failure, BaseExceptionGroup):
            failure = failure.exceptions[0]
        told, good = f"{type(failure).__name__}: {failure}", False
    print(f"{'pass' if good else 'FAIL'}  {name:<9} {json.dumps(told, ensure_ascii=False)[1:-1][:160]}", flush=True)
    return good


def main() -> int:
    """Read the command line and return the exit status."""
    parser = argparse.ArgumentParser(prog="make live", description=__doc__)
    parser.add_argument("--cap", type=float, default=0.5, metavar="USD", help="spend at most this (0.50)")
    parser.add_argument("--steps", default=",".join(STEPS), help="comma-separated, of: " + ", ".join(STEPS))
    options = parser.parse_args()
    steps = options.steps.split(",")
    if unknown := [name for name in steps if name not in STEPS]:
        parser.error(f"no such step: {', '.join(unknown)}")
    try:
        hosted = Settings().hosted
    except ValidationError as failure:
        parser.error("; ".join(fault["msg"] for fault in failure.errors(include_url=False, include_input=False)))
    if not hosted:
        parser.error("no provider is configured: set CHARLOTTE_UPSTREAM_KEY to an OpenAI key, or the URL of another")
    print(f"{hosted[0].name}: {hosted[0].url}, model {hosted[0].model or 'of its choice'}")
    return 0 if asyncio.run(run(steps, options.cap, hosted[0].name)) else 1


if __name__ == "__main__":
    sys.exit(main())
