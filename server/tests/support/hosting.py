"""The embedded engine on another port, as a provider of its own, behind a line that can break."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Mind
from support.chaos import ChaosProxy, chaos
from support.ears import InstantEar
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import LoudnessVad


@dataclass
class Hosted:
    """A provider."""

    engine: Engine
    line: ChaosProxy
    """The way to it over TCP: HTTP and sockets. Sound over UDP does not pass here."""

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that make it the upstream."""
        return {"upstream": "realtime", "upstream_url": f"http://{self.line.address}/v1", "upstream_key": KEY}

    def breaks(self) -> None:
        """Cut the line, for good."""
        self.line.refuses = True
        self.line.reset()

    def heals(self) -> None:
        """Mend the line."""
        self.line.refuses = False


@asynccontextmanager
async def hosting(mind: Mind, *, words: str = "what is on", ms_per_char: float = 50.0) -> AsyncIterator[Hosted]:
    """Serve a provider with an ear, a voice and `mind`."""
    engine = Engine(Parts(mind, InstantEar(words), ToneMouth(ms_per_char=ms_per_char), LoudnessVad))
    async with serving_engine(engine) as address, chaos(address) as line:
        yield Hosted(engine, line)
