"""A real server on a loopback port, for the length of a test."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr

from charlotte.engine.call.engine import Engine
from charlotte.wire.v1_app import SOCKET_OPTIONS, engine_app

KEY = "sk-test-standard-key"


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """Serve `app` with uvicorn and yield its `host:port`."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(128)
    config = uvicorn.Config(app, log_level="warning", **SOCKET_OPTIONS)
    server = _Server(config)
    host, port = listener.getsockname()
    failure: Exception | None = None
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(sockets=[listener]))
        await server.ready.wait()
        try:
            yield f"{host}:{port}"
        except Exception as raised:  # noqa: BLE001 - raised again below, outside the group that would wrap it
            failure = raised
        finally:
            server.should_exit = True
    if failure is not None:
        raise failure


@asynccontextmanager
async def serving_engine(engine: Engine) -> AsyncIterator[str]:
    """Serve an engine under `/v1` with `KEY` and yield its `host:port`."""
    async with serving(engine_app(engine, SecretStr(KEY))) as address:
        yield address
