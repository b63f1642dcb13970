"""A TCP proxy that misbehaves: resets, swallows, refuses."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class ChaosProxy:
    """Passes bytes on until told otherwise."""

    target: tuple[str, int]
    address: str = ""
    swallows: bool = False
    """What comes in either direction goes nowhere, as behind a dead link."""
    refuses: bool = False
    """New connections are reset at once."""
    _open: set[asyncio.StreamWriter] = field(default_factory=set)

    def reset(self) -> None:
        """Cut every connection without a word."""
        for writer in tuple(self._open):
            writer.transport.abort()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.refuses:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection(*self.target)
        except OSError:
            writer.transport.abort()
            return
        self._open |= {writer, far_writer}
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._pass(reader, far_writer))
                tasks.create_task(self._pass(far_reader, writer))
        finally:
            self._open -= {writer, far_writer}
            writer.transport.abort()
            far_writer.transport.abort()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65_536):
                if not self.swallows:
                    writer.write(data)
                    await writer.drain()
            writer.transport.abort() if writer.transport.is_closing() else writer.close()


@asynccontextmanager
async def chaos(target: str) -> AsyncIterator[ChaosProxy]:
    """Serve a proxy in front of `host:port`."""
    host, _, port = target.partition(":")
    proxy = ChaosProxy((host, int(port)))
    connections: set[asyncio.Task[None]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        connections.add(task)
        try:
            with suppress(asyncio.CancelledError):
                await proxy.serve(reader, writer)
        finally:
            connections.discard(task)

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    proxy.address = "{}:{}".format(*server.sockets[0].getsockname())
    try:
        yield proxy
    finally:
        server.close()
        proxy.reset()
        for task in tuple(connections):
            task.cancel()
        if connections:
            await asyncio.wait(tuple(connections), timeout=2)
