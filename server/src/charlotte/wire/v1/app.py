"""The embedded engine as an application of its own."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import SecretStr

from charlotte.engine.call.engine import Engine
from charlotte.wire.v1.http import engine_router
from charlotte.wire.webrtc.calls import RtcTransport
from charlotte.wire.webrtc.transport import AiortcTransport


def engine_app(
    engine: Engine,
    standard_key: SecretStr,
    new_transport: Callable[[], RtcTransport] = AiortcTransport,
    *,
    runs_engine: bool = True,
) -> FastAPI:
    """Return an ASGI app that serves `engine` under `/v1`.

    With `runs_engine` its lifespan owns the engine's tasks; without, another app's does.
    """

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        if not runs_engine:
            yield
            return
        async with engine.running():
            yield

    app = FastAPI(title="Charlotte embedded engine", lifespan=lifespan, docs_url=None, redoc_url=None)
    app.include_router(engine_router(engine, standard_key, new_transport))
    return app
