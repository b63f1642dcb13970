"""CPU and memory of one more conversation: everyone's microphone is open, everyone asks in turn, models are instant.

The floor is an echo server over the same transport with as many sessions: what the transport alone costs. Beside it,
what the real server costs while nobody talks, its models loaded and nothing left to render ahead.
"""

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx2

from . import webrtc, websocket
from .attendee import Attendee, Turn, mint
from .latency import RATES
from .process import Server, charlotte, serving
from .speech import Pcm, samples
from .summary import machine, p50_p95

GAP_S = 1.5
SETTLE_S = 3.0
IDLE_S = 20.0
LOADED_S = 180.0


async def run(sessions: Sequence[int], seconds: int, models: Path, speech: Path) -> dict[str, Any]:
    """Return one row per transport and number of sessions."""
    servers = {
        "charlotte": ((sys.executable, "-m", "benchmarks.instant_server", "{port}", str(models)), "/up"),
        "echo": ((sys.executable, "-m", "benchmarks.echo_server", "{port}"), "/up"),
    }
    report: dict[str, Any] = {"machine": machine(), "idle_server": await _idle(), "runs": []}
    for transport in ("webrtc", "websocket"):
        for count in sessions:
            row: dict[str, Any] = {"transport": transport, "sessions": count}
            for name, (command, ready) in servers.items():
                async with serving(*command, ready=ready) as server:
                    figures = await _load(server, transport, count, seconds, speech)
                row |= figures if name == "charlotte" else {f"floor_{key}": value for key, value in figures.items()}
            row["sessions_per_core"] = round(1 / max(row["cpu_per_session"], 1e-6), 1)
            row["floor_sessions_per_core"] = round(1 / max(row["floor_cpu_per_session"], 1e-6), 1)
            row["load_average"] = [round(load, 2) for load in os.getloadavg()]
            row["cpu_ratio_to_floor"] = round(row["cpu_per_session"] / max(row["floor_cpu_per_session"], 1e-6), 2)
            report["runs"].append(row)
    return report


async def _idle() -> dict[str, float]:
    """Return the share of a core, and the memory, of a server that nobody talks to."""
    command = ("env", "CHARLOTTE_REHEARSAL_MB=0", *charlotte("serve", "--port", "{port}", "--data", "{data}"))
    async with serving(*command, ready="/readyz") as server, httpx2.AsyncClient(base_url=server.url) as http:
        async with asyncio.timeout(LOADED_S):
            while not _loaded((await http.get("/readyz")).json()):
                await asyncio.sleep(0.5)
        await asyncio.sleep(SETTLE_S)
        before = server.cpu_seconds()
        await asyncio.sleep(IDLE_S)
        return {"cpu": round((server.cpu_seconds() - before) / IDLE_S, 4), "rss_mb": round(server.rss_mb(), 1)}


def _loaded(state: dict[str, Any]) -> bool:
    return all(each in ("ready", "failed") for each in state["models"].values())


async def _load(server: Server, transport: str, count: int, seconds: int, speech: Path) -> dict[str, Any]:
    question = samples(speech, *RATES[transport])
    async with contextlib.AsyncExitStack() as stack:
        before_mb = server.rss_mb()
        attendees: list[Attendee] = []
        for _ in range(count):
            http = await stack.enter_async_context(httpx2.AsyncClient(base_url=server.url))
            grant = await mint(http, "", None)
            calling = webrtc.calling(http, grant) if transport == "webrtc" else websocket.calling(grant)
            attendees.append(await stack.enter_async_context(calling))
        await asyncio.sleep(SETTLE_S)
        idle_mb = server.rss_mb() - before_mb
        cpu, began = server.cpu_seconds(), asyncio.get_running_loop().time()
        until = began + seconds
        talks = await asyncio.gather(*(_talk(one, question, until, n) for n, one in enumerate(attendees)))
        lasted = asyncio.get_running_loop().time() - began
        turns = [turn for talk in talks for turn in talk]
        first = [(t.first_sound_at - t.speech_ended_at) * 1000 for t in turns if t.first_sound_at and t.speech_ended_at]
        return {
            "cpu_per_session": round((server.cpu_seconds() - cpu) / lasted / count, 4),
            "rss_mb_per_session": round((server.rss_mb() - before_mb) / count, 2),
            "rss_mb_per_idle_session": round(idle_mb / count, 2),
            "late_frames": sum(turn.late_frames for turn in turns),
            "turns": len(turns),
            "first_sound_ms": p50_p95(first),
        }


async def _talk(attendee: Attendee, question: Pcm, until: float, place: int) -> list[Turn]:
    turns: list[Turn] = []
    await asyncio.sleep(place * 0.37 % 3)
    while asyncio.get_running_loop().time() < until:
        turns.append(await attendee.ask(question, 5.0))
        await asyncio.sleep(GAP_S)
    return turns
