"""A provider that lets people wait: how long nothing is heard over either transport, and whether anything comes twice.

Run as `python -m benchmarks.stalls [--only WORDS]`: the real application, its upstream the embedded engine on another
port whose dialogue stands still, and an attendee who speaks and listens as the page does.
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from benchmarks.faults import SHOWN, kind_of
from benchmarks.listener import Listener
from benchmarks.visits import LISTENERS, listened, money_twice, serving, show, visiting
from charlotte.engine.mind import Call, Prompt, Say
from support.faulty import ANSWER, CHARACTERS_PER_S
from support.hosting import hosting

MS_PER_CHARACTER = 1000 / CHARACTERS_PER_S


@dataclass
class Stalling:
    """A dialogue that says so many sentences of its answer, and then nothing more, for ever."""

    sentences: int
    prompts: list[Prompt] = field(default_factory=list)

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Begin to answer."""
        self.prompts.append(prompt)
        for sentence in ANSWER[: self.sentences]:
            yield Say(sentence, "en")
        await asyncio.Event().wait()


STALLS = {"before the first word": 0, "in mid-answer": 2}


async def tried(transport: str, name: str) -> dict[str, Any]:
    """Return the row of one stall."""
    async with (
        hosting(Stalling(STALLS[name]), ms_per_char=MS_PER_CHARACTER) as provider,
        visiting(transport, provider.settings, MS_PER_CHARACTER) as (here, visitor, listener, signals),
    ):
        await listener.asks()
        asked_at = await _understood(listener)
        await listened(listener, asks_again_after_s=None)
        heard = listener.heard
        begun = STALLS[name] > 0
        phrase_s = heard.phrase_after_s if begun else heard.first_phrase_at - asked_at
        waited_s = heard.longest_gap if begun else heard.first_at - asked_at
        times = [heard.times(sentence) for sentence in ANSWER]
        shown = dict.fromkeys(SHOWN.get(kind_of(told), "") for told in signals)
        return {
            "transport": transport,
            "stall": name,
            "served by": serving(signals),
            "heard and seen": "; ".join(part for part in shown if part) or "nothing unusual",
            "until the phrase, s": round(phrase_s, 1),
            "until served, s": round(waited_s, 1),
            "said twice": sum(count > 1 for count in times),
            "sentences lost": sum(count == 0 for count in times),
            "money twice": await money_twice(here, visitor, questions=1),
        }


async def _understood(listener: Listener) -> float:
    """Return when the end of the question was noticed."""
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(30):
        while all(event["type"] != "input_audio_buffer.speech_stopped" for event in listener.events):
            await asyncio.sleep(0.01)
    return loop.time()


async def main(only: str) -> int:
    """Print the table; the exit status says whether anything was said, lost or paid wrongly."""
    wrong = 0
    heads: set[str] = set()
    for transport in LISTENERS:
        for name in STALLS:
            if only in f"{transport} {name}":
                row = await tried(transport, name)
                wrong += row["said twice"] + row["sentences lost"] + row["money twice"]
                show(row, heads)
    return 1 if wrong else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="", help="Rows whose transport and stall contain these words.")
    sys.exit(asyncio.run(main(parser.parse_args().only)))
