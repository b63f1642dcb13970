"""CPU and memory of one more conversation: everyone's microphone is open, everyone asks in turn, models are instant.

The floor is an echo server over the same transport with as many sessions: what the transport alone costs.
"""

import asyncio
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import httpx2

from . import webrtc, websocket
from .attendee import Attendee, Turn, mint
from .latency import RATES
from .process import Server, serving
from .speech import Pcm, samples
from .summary import machine, p50_p95

GAP_S = 1.5
FRAMES_PER_S = 50


async def run(sessions: Sequence[int], seconds: int, models: Path, speech: Path) -> dict[str, Any]:
    """Return one row per transport and number of sessions."""
    servers = {
        "charlotte": ((sys.executable, "-m", "benchmarks.instant_server", "{port}", str(models)), "/up"),
        "echo": ((sys.executable, "-m", "benchmarks.echo_server", "{port}"), "/up"),
    }
    report: dict[str, Any] = {"machine": machine(), "runs": []}
    for transport in ("webrtc", "websocket"):
        for count in sessions:
            row: dict[str, Any] = {"transport": transport, "sessions": count}
            for name, (command, ready) in servers.items():
                async with serving(*command, ready=ready) as server:
                    figures = await _load(server, transport, count, seconds, speech)
                row |= figures if name == "charlotte" else {f"floor_{key}": value for key, value in figures.items()}
            row["cpu_ratio_to_floor"] = round(row["cpu_per_session"] / max(row["floor_cpu_per_session"], 1e-6), 2)
            report["runs"].append(row)
    return report


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
        await asyncio.sleep(2)
        cpu, began = server.cpu_seconds(), asyncio.get_running_loop().time()
        until = began + seconds
        talks = await asyncio.gather(*(_talk(one, question, until, n) for n, one in enumerate(attendees)))
        lasted = asyncio.get_running_loop().time() - began
        turns = [turn for talk in talks for turn in talk]
        first = [(t.first_sound_at - t.speech_ended_at) * 1000 for t in turns if t.first_sound_at and t.speech_ended_at]
        return {
            "cpu_per_session": round((server.cpu_seconds() - cpu) / lasted / count, 4),
            "rss_mb_per_session": round((server.rss_mb() - before_mb) / count, 2),
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
