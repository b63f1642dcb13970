"""Each fault of a provider: what the attendee hears and sees, until when, and what is lost or paid twice.

Run as `python -m benchmarks.faults`: the real application, its first upstream the faulty peer of the tests, an attendee
who listens over the WebSocket, and the signals from which the page makes what it shows and says.
"""

import asyncio
import base64
import json
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import websockets

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from benchmarks.listener import Heard
from support.ears import InstantEar
from support.faulty import ANSWER, FaultyPeer, faulty
from support.house import House, Visitor, house
from support.minds import ScriptedMind, saying
from support.mouths import ToneMouth
from support.talker import Talker
from support.vads import LoudnessVad
from support.waiting import eventually

SHOWN = {
    "bridging": "bridging phrase, banner",
    "serving:fault": "banner: another voice",
    "serving:back": "notice: the voice is back",
}
NAMELESS = "http://provider.invalid/v1"
"""A name that no resolver knows (RFC 6761)."""
DELTA, SOUND = "response.output_audio_transcript.delta", "response.output_audio.delta"


@dataclass(frozen=True)
class Fault:
    """How the peer is made to fail, and when the clock starts."""

    name: str
    how: dict[str, Any]
    since: Literal["ticket", "question", "sound"] = "sound"
    """`sound`: the last that was heard before."""


FAULTS = (
    *(Fault(f"call refused: {status}", {"refuses": status}, since="ticket") for status in (401, 404, 429, 500, 503)),
    Fault("call answered late", {"slow_s": 6.0}, since="ticket"),
    Fault("nobody listens", {"unreachable": True}, since="ticket"),
    Fault("name that is not found", {"nameless": True}, since="ticket"),
    Fault("nothing comes of a question", {"fault": "ignores"}, since="question"),
    Fault("stall before the first word", {"fault": "stall", "after": 0}, since="question"),
    Fault("stall between two messages", {"fault": "between"}),
    Fault("stall in mid-answer", {"fault": "stall"}),
    Fault("line reset in mid-answer", {"fault": "reset"}),
    Fault("line closed in mid-answer", {"fault": "close"}),
    Fault("response failed", {"fault": "failed"}),
    Fault("rate limited in mid-answer", {"fault": "rate_limited"}),
    Fault("burst of server errors", {"fault": "errors"}),
    Fault("session expired", {"fault": "session_expired"}),
    Fault("unknown events", {"odd": True}),
)


def rest(prompt: Any) -> Any:
    """Say what was not heard, as the shipped dialogue does."""
    heard = str(prompt.variables.get("heard") or "")
    return saying(*(sentence for sentence in ANSWER if sentence.strip() not in heard))


async def tried(fault: Fault, data: Path) -> dict[str, Any]:
    """Return the row of one fault."""
    how = dict(fault.how)
    unreachable, nameless = how.pop("unreachable", False), how.pop("nameless", False)
    other = {"upstream_url": NAMELESS} if nameless else {}
    async with faulty(**how) as peer, house(data, ScriptedMind(script=rest), **{**peer.settings, **other}) as here:
        here.gets_voices(InstantEar(), ToneMouth(ms_per_char=1000 / 15), LoudnessVad)
        if unreachable and peer.proxy is not None:
            peer.proxy.refuses = True
        async with here.visitor() as visitor:
            row = await _visit(fault, peer, here, visitor)
        # What the peer itself still has to do ends inside the measurement.
        await asyncio.sleep(peer.slow_s)
        await eventually(lambda: peer.open_calls == 0)
        return row


async def _visit(fault: Fault, peer: FaultyPeer, here: House, visitor: Visitor) -> dict[str, Any]:
    loop = asyncio.get_running_loop()
    began = asked = loop.time()
    value = (await visitor.ticket(mode="voice"))["value"]
    signals: list[dict[str, Any]] = []
    heard = Heard()
    async with (
        websockets.connect(
            f"ws://{here.address}/api/session/{visitor.session_id}/signals",
            origin=websockets.Origin(here.url),
            additional_headers={"Cookie": visitor.cookie},
            proxy=None,
        ) as line,
        asyncio.TaskGroup() as tasks,
    ):
        listening = tasks.create_task(_listen(line, signals, heard))
        async with visitor.talking(value) as talker:
            asked = loop.time()
            await talker.writes("what is on?")
            said = await _answer(talker, heard)
        listening.cancel()
    logs = await here.logs(visitor.session_id)
    paid = Counter(
        event["facts"]["response"]["id"]
        for event in logs["events"]
        if event["type"] == "response.done" and event["facts"]["response"].get("usage")
    )
    times = Counter(sentence for sentence in ANSWER for _ in range("".join(said).count(sentence)))
    since = {"ticket": began, "question": asked}.get(fault.since)
    waits = heard.longest_gap if since is None else heard.first_at - since
    silent = heard.longest_silence if since is None else min(heard.first_phrase_at, heard.first_at) - since
    shown = dict.fromkeys(SHOWN.get(kind_of(signal), "") for signal in signals)
    return {
        "fault": fault.name,
        "served by": signals[-1]["upstream"] if signals[-1]["type"] == "serving" else _last_serving(signals),
        "heard and seen": "; ".join(part for part in shown if part) or "nothing unusual",
        "until served, s": round(waits, 1),
        "longest silence, s": round(silent, 1),
        "said twice": sum(count > 1 for count in times.values()),
        "sentences lost": sum(times[sentence] == 0 for sentence in ANSWER),
        "most calls at once": peer.most_open,
        "money twice": sum(count > 1 for count in paid.values()),
    }


async def _listen(line: websockets.ClientConnection, signals: list[dict[str, Any]], heard: Heard) -> None:
    async for text in line:
        signals.append(json.loads(text))
        if signals[-1]["type"] == "bridging" and signals[-1]["answer_owed"]:
            heard.phrase(asyncio.get_running_loop().time())


async def _answer(talker: Talker, heard: Heard) -> list[str]:
    """Return the words of the answer; its sound is noted as the page plays it, piece after piece."""
    loop = asyncio.get_running_loop()
    words: list[str] = []
    async with asyncio.timeout(60):
        while True:
            event = json.loads(await talker.socket.recv())
            if event["type"] == DELTA:
                words.append(event["delta"])
            elif event["type"] == SOUND:
                heard.sound(event["response_id"], len(base64.b64decode(event["delta"])) / 48_000, loop.time())
            elif event["type"] == "response.done" and event["response"]["status"] == "completed":
                return words


def kind_of(signal: dict[str, Any]) -> str:
    return f"serving:{signal['why']}" if signal["type"] == "serving" else str(signal["type"])


def _last_serving(signals: list[dict[str, Any]]) -> str:
    return next((str(signal["upstream"]) for signal in reversed(signals) if signal["type"] == "serving"), "nobody")


async def main() -> int:
    """Print the table; the exit status says whether anything was said, lost or paid wrongly."""
    wrong = 0
    rows = []
    for fault in FAULTS:
        with tempfile.TemporaryDirectory() as folder:
            row = await tried(fault, Path(folder))
        rows.append(row)
        wrong += row["said twice"] + row["sentences lost"] + row["money twice"]
        print(" | ".join(str(value) for value in row.values()) if len(rows) > 1 else _head(row), flush=True)
    return 1 if wrong else 0


def _head(row: dict[str, Any]) -> str:
    lines = (" | ".join(row), " | ".join("---" for _ in row), " | ".join(str(value) for value in row.values()))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
