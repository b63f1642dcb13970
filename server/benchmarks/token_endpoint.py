"""`POST /api/realtime/token` beside a bare Starlette route, in turns: p99 and requests for a second of CPU.

Every ticket is a new device and a new conversation, on disk before it is answered. Requests are sent when they are due,
whether or not the ones before were answered, and timed from then. The servers have one core and the client another; the
speech models are loaded before, and nothing is rendered ahead meanwhile. Run as `python -m benchmarks.token_endpoint`
(Linux, two cores).
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import time
from dataclasses import dataclass
from typing import Any

import httpx2

from benchmarks.process import Server, charlotte, serving
from benchmarks.summary import machine

CONNECTIONS = 100
HUGE = "100000000"
UNLIMITED = ("BLOCK_TICKETS_PER_MINUTE", "DEVICE_TICKETS_PER_MINUTE", "EVENT_TICKETS_PER_MINUTE")
BODY = b'{"mode":"text","language":"en"}'


@dataclass(frozen=True)
class Run:
    """What one burst showed."""

    rate: int
    p50_ms: float
    p99_ms: float
    per_cpu_second: float
    failed: int


async def burst(server: Server, path: str, *, rate: int, seconds: float) -> Run:
    """Send requests at a rate for a while."""
    host, port = server.url.removeprefix("http://").split(":")
    lines = [f"POST {path} HTTP/1.1", f"Host: {host}:{port}", f"Origin: {server.url}"]
    lines += ["Content-Type: application/json", f"Content-Length: {len(BODY)}", "", ""]
    request = "\r\n".join(lines).encode() + BODY
    latencies: list[float] = []
    failed = 0

    async def connection(number: int) -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection(host, int(port))
        due = began + number / rate
        while due < began + seconds:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            await reader.readexactly(int(length.split(b":")[1]))
            latencies.append(time.monotonic() - due)
            failed += not head.startswith(b"HTTP/1.1 200")
            due += CONNECTIONS / rate
        writer.close()

    began = time.monotonic() + 0.2
    cpu = server.cpu_seconds()
    async with asyncio.TaskGroup() as tasks:
        for number in range(CONNECTIONS):
            tasks.create_task(connection(number))
    cpu = server.cpu_seconds() - cpu
    cuts = statistics.quantiles(latencies, n=100)
    return Run(rate, round(cuts[49] * 1000, 1), round(cuts[98] * 1000, 1), round(len(latencies) / cpu, 1), failed)


async def compare(*, rates: list[int], seconds: float, rounds: int) -> dict[str, Any]:
    """Run both in turns at each rate and return the medians."""
    client, server = sorted(os.sched_getaffinity(0))[:2]
    os.sched_setaffinity(0, {client})
    without_limits = [f"CHARLOTTE_{name}={HUGE}" for name in UNLIMITED]
    settings = (*without_limits, "CHARLOTTE_REHEARSAL_MB=0")
    ours = ("env", *settings, *charlotte("serve", "--port", "{port}", "--data", "{data}"))
    bare = (sys.executable, "-m", "benchmarks.bare_starlette", "{port}")
    shown: dict[str, Any] = {"machine": machine()}
    async with serving(*ours, ready="/healthz", core=server) as token, serving(*bare, ready="/", core=server) as floor:
        shown["models"] = await _loaded(token)
        for rate in rates:
            shown[f"{rate}/s"] = await _compared(token, floor, rate, seconds, rounds)
    return shown


async def _compared(token: Server, floor: Server, rate: int, seconds: float, rounds: int) -> dict[str, Any]:
    found: dict[str, list[Run]] = {"token": [], "bare": []}
    await burst(token, "/api/realtime/token", rate=100, seconds=2)
    await burst(floor, "/", rate=100, seconds=2)
    for _ in range(rounds):
        found["token"].append(await burst(token, "/api/realtime/token", rate=rate, seconds=seconds))
        found["bare"].append(await burst(floor, "/", rate=rate, seconds=seconds))
    shown = {name: {field: _median(runs, field) for field in Run.__dataclass_fields__} for name, runs in found.items()}
    ratio = statistics.median(
        mine.per_cpu_second / theirs.per_cpu_second for mine, theirs in zip(found["token"], found["bare"], strict=True)
    )
    return {**shown, "ratio_per_cpu_second": round(ratio, 3)}


async def _loaded(token: Server) -> dict[str, str]:
    """Return what became of each speech model once none is on its way any more."""
    async with httpx2.AsyncClient(base_url=token.url) as http:
        while True:
            models: dict[str, str] = (await http.get("/readyz")).json()["models"]
            if set(models.values()) <= {"ready", "failed"}:
                return models
            await asyncio.sleep(0.5)


def _median(runs: list[Run], field: str) -> float:
    return statistics.median(getattr(run, field) for run in runs)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--rates", type=int, nargs="+", default=[120, 500])
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--rounds", type=int, default=5)
    print(json.dumps(asyncio.run(compare(**vars(parser.parse_args()))), indent=2))
