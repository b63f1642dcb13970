"""Serves an app with uvicorn inside this process; its lifespan is around it, so that failures come out as they are."""

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from charlotte.errors import CharlotteError
from charlotte.keepalive import PING_S, PONG_S, AliveSocket

BACKLOG = 2048
GRACE_S = 5
"""How long open requests may take to finish when the server stops."""
WS_FRAME_BYTES = 17 * 1024 * 1024
"""15 MiB of base64 sound in one event is allowed by the protocol."""


class PortTaken(CharlotteError):
    """Another program listens there."""

    code = "port_taken"


class AddressUnusable(CharlotteError):
    """This machine has no such address, or this user may not listen there."""

    code = "address_unusable"


@dataclass(frozen=True)
class Tls:
    """Certificate chain and key (PEM)."""

    cert: Path
    key: Path


class Server(uvicorn.Server):
    """A uvicorn server whose signals and lifespan are its owner's."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, then say so."""
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens. Raises `PortTaken` or `AddressUnusable` with what to do."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, proto)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(address)
            listener.listen(BACKLOG)
        except OSError:
            listener.close()
            raise
    except OSError as failure:
        if failure.errno == errno.EADDRINUSE:
            raise PortTaken(
                f"Port {port} is taken by another program.",
                hint=f"Choose another: `charlotte serve --port {port + 1}`. Who has it: `ss -ltnp sport = :{port}`.",
            ) from None
        raise AddressUnusable(
            f"Cannot listen on {host}, port {port}: {failure.strerror or failure}.",
            hint="Use --host 127.0.0.1 for this machine only, --host 0.0.0.0 for the network, and a port above 1023.",
        ) from None
    listener.setblocking(False)
    return listener


@asynccontextmanager
async def serving(app: FastAPI, listener: socket.socket, *, tls: Tls | None = None) -> AsyncIterator[Server]:
    """Run the app's lifespan and serve it on `listener`; yields once it answers.

    Leaving closes open connections gracefully, then ends the lifespan; an error of whoever uses it comes out as it is.
    """
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        ws=AliveSocket,
        ws_max_size=WS_FRAME_BYTES,
        ws_per_message_deflate=False,  # packing base64 sound costs more than it saves
        ws_ping_interval=PING_S,
        ws_ping_timeout=PONG_S,
        timeout_graceful_shutdown=GRACE_S,
        ssl_certfile=str(tls.cert) if tls else None,
        ssl_keyfile=str(tls.key) if tls else None,
    )
    server = Server(config)
    failure: Exception | None = None
    async with app.router.lifespan_context(app), asyncio.TaskGroup() as tasks:
        tasks.create_task(server.serve(sockets=[listener]), name="http")
        await server.ready.wait()
        try:
            yield server
        except Exception as raised:  # noqa: BLE001 - raised again below, outside the groups that would wrap it
            failure = raised
        finally:
            server.should_exit = True
    if failure is not None:
        raise failure
