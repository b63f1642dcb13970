"""The congress for clients that run the tools themselves: the shipped dialogue, and a desk where its calls are run."""

import json
from datetime import datetime
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles

from charlotte.clock import StoppedClock
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.tool import ToolContext
from support.agendas import DEMO, programme
from support.conversation import Shelf
from support.ears import InstantEar
from support.mouths import ToneMouth
from support.vads import LoudnessVad

NOW = "2026-04-18T09:00+02:00"
MS_PER_CHAR = 40.0
QUESTION = "When and where does Jacopo Martellini speak?"
FACTS = ("15:35", "Sala Fibonacci")
LONG_QUESTION = "What is on in the afternoon?"
"""Its answer lasts a quarter of a minute."""


def congress_engine() -> Engine:
    """Return an engine with the shipped dialogue and no tools of its own; whoever speaks to it asks `QUESTION`."""
    held = programme(DEMO)
    parts = Parts(
        Dialogue(Shelf({held.congress.id: held})),
        ear=InstantEar(text=QUESTION),
        mouth=ToneMouth(MS_PER_CHAR),
        vad_factory=LoudnessVad,
        variables=lambda: {"event": held.congress.id},
    )
    return Engine(parts)


class Desk:
    """Runs the congress tools for a client."""

    def __init__(self) -> None:
        held = programme(DEMO)
        clock = StoppedClock(datetime.fromisoformat(NOW))
        self._context = ToolContext(held.congress.id, clock, "en", "sess_test", Shelf({held.congress.id: held}))
        self.definitions = [tool.definition() for tool in CONGRESS_TOOLS.values()]

    async def run(self, name: str, arguments: str) -> str:
        """Return a tool's result as JSON."""
        result = await CONGRESS_TOOLS[name].run(self._context, json.loads(arguments))
        return result.model_dump_json(exclude_none=True)

    def app(self, **folders: Path) -> FastAPI:
        """Return the desk as a web server: `/tools`, `/tools/NAME`, and files by folder."""
        app = FastAPI()

        @app.get("/tools")
        async def tools() -> list[object]:
            return [definition.wire() for definition in self.definitions]

        @app.post("/tools/{name}")
        async def run(name: str, request: Request) -> Response:
            arguments = (await request.body()).decode()
            return Response(await self.run(name, arguments), media_type="application/json")

        for path, folder in folders.items():
            app.mount(f"/{path}", StaticFiles(directory=folder))
        return app
