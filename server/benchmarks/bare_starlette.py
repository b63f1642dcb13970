"""The floor under every route: Starlette reading and writing a little JSON, under the server's own uvicorn settings.

Run as `python -m benchmarks.bare_starlette PORT`.
"""

import asyncio
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

ANSWER = {"session_id": "talk_" + "x" * 21, "value": "ek_" + "x" * 43, "expires_at": 1_800_000_000, "limits": {"a": 1}}


async def answer(request: Request) -> JSONResponse:
    """Read the body and answer."""
    if request.method == "POST":
        await request.json()
    return JSONResponse(ANSWER)


if __name__ == "__main__":
    app = Starlette(routes=[Route("/", answer, methods=["GET", "POST"])])
    config = uvicorn.Config(app, port=int(sys.argv[1]), lifespan="off", log_config=None, access_log=False)
    asyncio.run(uvicorn.Server(config).serve())
