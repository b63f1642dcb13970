"""The embedded engine with instant models: what is left is transport, voice detection and protocol.

Run as `python -m benchmarks.instant_server PORT MODELS_DIR`. Its token route gives every attendee an `ek_` of the
engine itself, so that nothing but the engine is measured.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import uvicorn
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.ear import RATE_HZ, Heard, Names, Samples
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.engine.models.loading import Loaded
from charlotte.engine.mouth import RATE_HZ as OUT_HZ
from charlotte.wire.v1.app import engine_app

KEY = "sk-benchmark"
ANSWER_S = 2.0


class InstantEar:
    """Understands everything at once."""

    async def hear(
        self, samples: Samples, *, language: str | None = None, vocabulary: str = "", names: Names | None = None
    ) -> Heard:
        """Return the same words for any speech."""
        return Heard("where is the main hall", language or "en", 0.0, -0.1, len(samples) / RATE_HZ, 0.0)


class InstantMind:
    """Knows one answer."""

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Say one sentence."""
        yield Say("The main hall is on the first floor, at 14:30.", "en")


class InstantMouth:
    """Hums for `ANSWER_S` seconds."""

    def __init__(self) -> None:
        seconds = np.arange(int(ANSWER_S * OUT_HZ)) / OUT_HZ
        self._tone = (9000 * np.sin(2 * np.pi * 440 * seconds)).astype("<i2").tobytes()

    def choose(self, voice: str, *, language: str) -> str:
        """Keep the voice wished for."""
        return voice

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        """Yield the tone in one piece."""
        yield self._tone


async def serve(port: int, models: Path) -> None:
    """Serve until ended."""
    voices = Loaded(models)
    await voices.load(may_pull=False, wanted=("silero-vad",))
    engine = Engine(Parts(InstantMind(), InstantEar(), InstantMouth(), voices.vad_factory))
    app = engine_app(engine, SecretStr(KEY))

    async def token(request: Request) -> Response:
        secret = engine.secrets.mint(engine.configure(), 600).value
        host = f"{request.url.netloc}/v1/realtime"
        return JSONResponse({"value": secret, "calls_url": f"http://{host}/calls", "ws_url": f"ws://{host}"})

    async def up(_request: Request) -> Response:
        return Response("ok")

    app.add_route("/api/realtime/token", token, methods=["POST"])
    app.add_route("/up", up)
    await uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning")).serve()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
