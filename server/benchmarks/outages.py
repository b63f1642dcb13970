"""Dead upstreams and dead networks by real means, and planned renewals: what an attendee hears and sees.

The upstream is a process behind a virtual cable in a network of its own. It is killed with SIGKILL, or its end of the
cable is pulled for a while; the attendee talks over the WebSocket, or by WebRTC and calls again when told to, as the
page does. Run as root on Linux: `python -m benchmarks.outages [--only WORDS]`.
"""

import argparse
import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from benchmarks.far_network import FarNetwork, far_network
from benchmarks.far_upstream import MS_PER_CHARACTER
from benchmarks.faults import SHOWN, kind_of
from benchmarks.listener import QUESTION_MS, Listener
from benchmarks.process import free_port
from benchmarks.visits import LISTENERS, listened, money_twice, serving, show, until, visiting
from support.faulty import ANSWER
from support.house import House, Visitor
from support.served import KEY

PATIENCE_S = 7.0
"""After this long without an answer people ask again."""
SPEECH_MS = 2_000
PAUSES_S = (0.0, 0.1, 0.2, 0.4)
"""From the wish for a renewal to the attendee's first word."""
AFTERWARDS_S = 30.0
"""How long after the network is back no call may be left open, and paid for."""


@dataclass(frozen=True)
class Outage:
    """What happens, and when."""

    name: str
    seconds: float | None
    """How long the network is gone; None = the upstream is killed."""
    in_answer: bool


OUTAGES = (
    Outage("killed in mid-answer", None, in_answer=True),
    Outage("killed while idle", None, in_answer=False),
    *(Outage(f"network gone for {seconds} s in mid-answer", seconds, in_answer=True) for seconds in (1, 5, 30)),
    *(Outage(f"network gone for {seconds} s, then asked", seconds, in_answer=False) for seconds in (1, 5, 30)),
)


@dataclass(frozen=True)
class FarUpstream:
    """The upstream's process, and the way to it."""

    process: asyncio.subprocess.Process
    network: FarNetwork
    port: int

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that make it the upstream."""
        url = f"http://{self.network.address}:{self.port}/v1"
        return {"upstream": "realtime", "upstream_url": url, "upstream_key": KEY, "upstream_model": "far"}

    async def fails(self, outage: Outage) -> None:
        """Do what the outage says; return when it is over, if it ends."""
        if outage.seconds is None:
            self.process.send_signal(signal.SIGKILL)
            return
        await self.network.cut()
        await asyncio.sleep(outage.seconds)
        await self.network.mend()

    async def open_calls(self) -> int:
        """Return how many calls it would charge for at this moment."""
        if self.process.returncode is not None:
            return 0
        async with httpx2.AsyncClient(trust_env=False) as http:
            return int((await http.get(f"http://{self.network.address}:{self.port}/open-calls", timeout=20)).text)


@contextlib.asynccontextmanager
async def far_upstream(network: FarNetwork) -> AsyncIterator[FarUpstream]:
    """Run the upstream in its network."""
    port = free_port()
    command = network.command(sys.executable, "-m", "benchmarks.far_upstream", network.address, str(port))
    process = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[1])
    try:
        async with asyncio.timeout(60), httpx2.AsyncClient(trust_env=False) as http:
            while True:
                with contextlib.suppress(httpx2.TransportError):
                    await http.get(f"http://{network.address}:{port}/open-calls")
                    break
                await asyncio.sleep(0.1)
        yield FarUpstream(process, network, port)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def tried(transport: str, outage: Outage, network: FarNetwork) -> dict[str, Any]:
    """Return the row of one outage."""
    async with visiting_far(transport, network) as (here, visitor, far, listener, signals):
        loop = asyncio.get_running_loop()
        await listener.asks()
        async with asyncio.TaskGroup() as tasks:
            if outage.in_answer:
                await until(lambda: listener.heard.seconds > 1.2)
                failing = tasks.create_task(far.fails(outage))
                asked_again = await listened(listener, asks_again_after_s=None)
                waited, silent = listener.heard.longest_gap, listener.heard.longest_silence
            else:
                await listened(listener, asks_again_after_s=None)
                listener.heard.forget()
                failing = tasks.create_task(far.fails(outage))
                await asyncio.sleep(0.5)
                await listener.asks()
                asked_at = loop.time() + QUESTION_MS / 1000
                asked_again = await listened(listener, asks_again_after_s=PATIENCE_S)
                heard = listener.heard
                waited = heard.first_at - asked_at
                silent = max(heard.longest_silence, min(heard.first_phrase_at, heard.first_at) - asked_at)
            await failing
        served_by = serving(signals)
        left_open = await _left_open(far, signals)
        twice = await money_twice(here, visitor, questions=(1 if outage.in_answer else 2) + asked_again)
        times = [listener.heard.times(sentence) for sentence in ANSWER]
        shown = dict.fromkeys(SHOWN.get(kind_of(told), "") for told in signals)
        return {
            "transport": transport,
            "fault": outage.name,
            "served by": served_by,
            "heard and seen": "; ".join(part for part in shown if part) or "nothing unusual",
            "until served, s": round(waited, 1),
            "longest silence, s": round(silent, 1),
            "asked again": asked_again,
            "said twice": sum(count > 1 for count in times),
            "words lost": sum(
                len(sentence.split()) for sentence, count in zip(ANSWER, times, strict=True) if count == 0
            ),
            "calls left open": left_open,
            "money twice": twice,
        }


@contextlib.asynccontextmanager
async def visiting_far(
    transport: str, network: FarNetwork
) -> AsyncIterator[tuple[House, Visitor, FarUpstream, Listener, list[dict[str, Any]]]]:
    """Have an attendee talk to the application, whose first upstream is far away."""
    async with (
        far_upstream(network) as far,
        visiting(transport, far.settings, MS_PER_CHARACTER) as (here, visitor, listener, signals),
    ):
        yield here, visitor, far, listener, signals


async def _left_open(far: FarUpstream, signals: list[dict[str, Any]]) -> int:
    """Return how many calls too many the upstream still has once everything has settled."""
    left = 1
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(AFTERWARDS_S):
            while left > 0:
                await asyncio.sleep(0.2)
                with contextlib.suppress(httpx2.TransportError):  # the way there may not be known again yet
                    left = await far.open_calls() - (serving(signals) == "realtime")
    return max(left, 0)


async def renewed(transport: str, network: FarNetwork, *, she_speaks: bool) -> dict[str, Any]:
    """Return the row of a planned renewal: what is missing of her sound, or of the attendee's."""
    async with visiting_far(transport, network) as (here, visitor, far, listener, signals):
        switchboard, session_id = here.installation.switchboard, visitor.session_id or ""
        if she_speaks:
            await listener.asks()
            await until(lambda: listener.heard.seconds > 1.2)
            before = switchboard.live_call(session_id)
            switchboard.renew(session_id, "cap")
            await listened(listener, asks_again_after_s=None)
            gap_ms = listener.heard.longest_silence * 1000
            await until(lambda: switchboard.live_call(session_id) not in (None, before))
        else:
            whole_ms = await _understood(listener)
            gap_ms = 0.0
            for pause_s in PAUSES_S:
                before = switchboard.live_call(session_id)
                switchboard.renew(session_id, "cap")
                await asyncio.sleep(pause_s)
                gap_ms = max(gap_ms, whole_ms - await _understood(listener))
                await until(lambda before=before: switchboard.live_call(session_id) not in (None, before))  # type: ignore[misc]
        return {
            "transport": transport,
            "planned renewal": "she is speaking" if she_speaks else "the attendee begins to speak around it",
            "sound missing, ms": round(max(gap_ms, 0.0)),
            "served by": serving(signals),
            "calls left open": await _left_open(far, signals),
            "money twice": await money_twice(here, visitor, questions=1 if she_speaks else 1 + len(PAUSES_S)),
        }


async def _understood(listener: Listener) -> float:
    """Have the attendee speak and be answered; return how much of it was taken for speech, in ms."""
    listener.heard.forget()
    listener.events.clear()
    await listener.speaks(SPEECH_MS)
    await listened(listener, asks_again_after_s=None)
    await asyncio.sleep(0.5)
    sides = {"input_audio_buffer.speech_stopped": "audio_end_ms", "input_audio_buffer.speech_started": "audio_start_ms"}
    marks = [(event["type"], event[sides[event["type"]]]) for event in listener.events if event["type"] in sides]
    return float(sum(ms if kind.endswith("stopped") else -ms for kind, ms in marks))


async def main(only: str) -> int:
    """Print the tables; the exit status says whether anything was said twice, lost or paid wrongly."""
    wrong = 0
    heads: set[str] = set()
    async with far_network() as network:
        for transport in LISTENERS:
            for outage in OUTAGES:
                if only in f"{transport} {outage.name}":
                    row = await tried(transport, outage, network)
                    wrong += row["said twice"] + row["words lost"] + row["money twice"] + row["calls left open"]
                    show(row, heads)
            for she_speaks in (True, False):
                if only in f"{transport} renewal":
                    row = await renewed(transport, network, she_speaks=she_speaks)
                    wrong += row["calls left open"] + row["money twice"]
                    show(row, heads)
    return 1 if wrong else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the cable is removed also then
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="Rows whose transport and fault contain these words.")
    sys.exit(asyncio.run(main(parser.parse_args().only)))
