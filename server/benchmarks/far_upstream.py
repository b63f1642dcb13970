"""An upstream in a process of its own, so that it can be killed, and in a network of its own, so that this can be cut.

Run as `python -m benchmarks.far_upstream HOST PORT`: the embedded engine as any provider, which answers every question
with the same sentences, half as long as they sound, and leaves out what its instructions say was heard.
"""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests"))

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import Response

from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.serving import listen, serving
from charlotte.wire.v1.app import engine_app
from support.ears import InstantEar
from support.faulty import ANSWER, CHARACTERS_PER_S
from support.mouths import ToneMouth
from support.served import KEY
from support.vads import LoudnessVad

MS_PER_CHARACTER = 1000 / CHARACTERS_PER_S


class Reader:
    """Reads the sentences out, as fast as a provider would send them."""

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Say what the instructions do not tell was heard."""
        _, _, after = prompt.instructions.partition("<heard>")
        heard = after.partition("</heard>")[0]
        for sentence in ANSWER:
            if sentence.strip() not in heard:
                yield Say(sentence, "en")
                await asyncio.sleep(len(sentence) / CHARACTERS_PER_S / 2)


async def serve(host: str, port: int) -> None:
    """Serve until killed."""
    engine = Engine(Parts(Reader(), InstantEar("what is on"), ToneMouth(MS_PER_CHARACTER), LoudnessVad))
    app = engine_app(engine, SecretStr(KEY))

    async def open_calls(_request: Request) -> Response:
        return Response(str(engine.open_calls))

    app.add_route("/open-calls", open_calls)
    async with serving(app, listen(host, port)):
        await asyncio.Event().wait()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(sys.argv[1], int(sys.argv[2])))
