"""Voice to voice latency of a real server with real models, beside the floor of the same transports.

A question is spoken in real time; the clock starts at the last sample of the speech and stops at the first sound
of the answer, and at the first sound of the clause that holds the fact. Answers that are not right count for the first
sound only.
"""

import asyncio
import contextlib
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import httpx2

from charlotte.protocol.server import (
    FunctionArgumentsDone,
    InputAudioCommitted,
    OutputTranscriptDelta,
    ServerEvent,
    SpeechStopped,
)

from . import webrtc, websocket
from .attendee import Attendee, Turn, mint, with_voice
from .process import Server, charlotte, serving
from .speech import Question, samples, spoken
from .summary import machine, p50_p95, percentile

PATIENCE_S = 20.0
BUSY_S = 60.0
"""A machine that others load may take so long to answer."""
RATES = {"webrtc": (webrtc.RATE_HZ, webrtc.FRAME), "websocket": (websocket.RATE_HZ, websocket.FRAME)}
STAGES: dict[str, type[ServerEvent]] = {
    "speech_stopped": SpeechStopped,
    "committed": InputAudioCommitted,
    "tool_called": FunctionArgumentsDone,
    "first_words": OutputTranscriptDelta,
}


@dataclass(frozen=True)
class Plan:
    """What to measure."""

    event: str
    questions: Sequence[Question]
    voices: Sequence[str]
    transports: Sequence[str]
    prepare_s: float
    """How long the natural voice may render ahead before anybody asks, where it is measured."""
    programme: Path | None = None
    """What to import; None = the demo."""
    now: str | None = None
    """When the congress's clock starts."""


async def run(plan: Plan) -> dict[str, Any]:
    """Return the whole report (milliseconds)."""
    report: dict[str, Any] = {"machine": machine(), "runs": []}
    screen = click.get_text_stream("stderr")
    with tempfile.TemporaryDirectory(prefix="charlotte-speech-") as folder:
        with click.progressbar(plan.questions, label="Speaking the questions", file=screen) as bar:
            files = [(question, await spoken(question, Path(folder))) for question in bar]
        floors = {transport: await _floor(transport, files[0][1]) for transport in plan.transports}
        now = ("--now", plan.now) if plan.now else ()
        command = charlotte("serve", "--port", "{port}", "--data", "{data}", *now)
        first = charlotte("import", str(plan.programme), "--data", "{data}") if plan.programme else ()
        async with serving(*command, ready="/readyz", first=first) as server:
            report["rehearsed"] = await _prepared(server, plan.prepare_s if "natural" in plan.voices else 0.0)
            report["load_average"] = [round(load, 2) for load in os.getloadavg()]
            for transport in plan.transports:
                for voice in plan.voices:
                    label = f"Asking by {transport}, {voice} voice"
                    with click.progressbar(files, label=label, file=screen) as bar:
                        turns = [
                            (question, await _ask(server, plan.event, transport, voice, question, file))
                            for question, file in bar
                        ]
                    report["runs"].append(_summary(transport, voice, turns[1:], floors[transport]))
    report["floor_ms"] = round(min(floors.values()), 1)
    return report


async def _prepared(server: Server, prepare_s: float) -> dict[str, int] | None:
    """Wait until the voice models are there and, for a while, until the natural voice has rendered ahead."""
    until = f", then up to {prepare_s:.0f} s for the voice" if prepare_s else ""
    click.echo(f"Waiting for the models{until}", err=True)
    async with httpx2.AsyncClient(base_url=server.url, timeout=BUSY_S) as http:
        deadline: float | None = None
        while True:
            state = (await http.get("/readyz")).json()
            rehearsed: dict[str, int] | None = state["rehearsed"]
            if all(each in ("ready", "failed") for each in state["models"].values()):
                deadline = deadline or time.monotonic() + prepare_s
                done = rehearsed is None or 0 < rehearsed["clauses"] == rehearsed["rendered"]
                if done or time.monotonic() >= deadline:
                    return rehearsed
            await asyncio.sleep(0.5)


async def _ask(server: Server, event: str, transport: str, voice: str, question: Question, file: Path) -> Turn:
    async with (
        httpx2.AsyncClient(base_url=server.url, headers={"Origin": server.url}) as http,
        _call(http, transport, event, question.language) as attendee,
    ):
        await attendee.send(with_voice(voice))
        return await attendee.ask(samples(file, *RATES[transport]), PATIENCE_S)


@contextlib.asynccontextmanager
async def _call(http: httpx2.AsyncClient, transport: str, event: str, language: str | None) -> AsyncIterator[Attendee]:
    grant = await mint(http, event, language)
    calling = webrtc.calling(http, grant) if transport == "webrtc" else websocket.calling(grant)
    async with calling as attendee:
        yield attendee


async def _floor(transport: str, file: Path) -> float:
    """Return milliseconds from speaking a sample to hearing it back from a server that only echoes."""
    command = (sys.executable, "-m", "benchmarks.echo_server", "{port}")
    async with (
        serving(*command, ready="/up") as server,
        httpx2.AsyncClient(base_url=server.url) as http,
        _call(http, transport, "", None) as attendee,
    ):
        tone = samples(file, *RATES[transport])[: RATES[transport][1] * 5]
        loops: list[float] = []
        for _ in range(10):
            turn = await attendee.ask(tone, 0.6)
            if turn.speech_ended_at and turn.last_sound_at:
                loops.append((turn.last_sound_at - turn.speech_ended_at) * 1000)
        return percentile(loops, 0.5)


def _summary(transport: str, voice: str, turns: list[tuple[Question, Turn]], floor_ms: float) -> dict[str, Any]:
    sounds, facts, wrong = [], [], []
    stages: dict[str, list[float]] = {name: [] for name in STAGES}
    for question, turn in turns:
        ended, fact = turn.speech_ended_at or 0.0, turn.fact_at(question.facts)
        if turn.first_sound_at is not None:
            sounds.append((turn.first_sound_at - ended) * 1000)
        if not question.is_answered(turn.said):
            wrong.append({"asked": question.text, "heard": turn.heard, "said": turn.said})
        elif fact is not None:
            facts.append((fact - ended) * 1000)
        for name, kind in STAGES.items():
            if (at := turn.arrival(kind)) is not None:
                stages[name].append((at - ended) * 1000)
    return {
        "transport": transport,
        "voice": voice,
        "n": len(turns),
        "first_sound_ms": p50_p95(sounds),
        "first_fact_ms": p50_p95(facts),
        "stages_ms": {name: round(percentile(values, 0.5), 1) for name, values in stages.items() if values},
        "floor_ms": round(floor_ms, 1),
        "answered_right": round(1 - len(wrong) / len(turns), 2),
        "answered_wrong": wrong,
    }
