"""A real server on a loopback port, for the length of a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from pydantic import SecretStr

from charlotte import serving as real
from charlotte.engine.call.engine import Engine
from charlotte.wire.v1.app import engine_app

KEY = "sk-test-standard-key"


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """Serve `app` as the product does and yield its `host:port`."""
    with real.listen("127.0.0.1", 0) as listener:
        host, port = listener.getsockname()
        async with real.serving(app, listener):
            yield f"{host}:{port}"


@asynccontextmanager
async def serving_engine(engine: Engine) -> AsyncIterator[str]:
    """Serve an engine under `/v1` with `KEY` and yield its `host:port`."""
    async with serving(engine_app(engine, SecretStr(KEY))) as address:
        yield address
