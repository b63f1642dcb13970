"""A network that can be cut: a namespace behind a virtual cable, made and removed here (Linux, root)."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass

from charlotte.errors import Unavailable

HERE, THERE, BITS = "10.213.7.1", "10.213.7.2", 30


@dataclass(frozen=True)
class FarNetwork:
    """The far end of the cable; programs run there are reached at `address`."""

    name: str
    address: str = THERE

    def command(self, *command: str) -> tuple[str, ...]:
        """Return how to run a command there."""
        return ("ip", "netns", "exec", self.name, *command)

    async def cut(self) -> None:
        """Pull the plug at the far end: what is sent meanwhile is lost, and nobody is told."""
        await _ip("-n", self.name, "link", "set", self._far, "down")

    async def mend(self) -> None:
        """Plug it in again."""
        await _ip("-n", self.name, "link", "set", self._far, "up")

    @property
    def _far(self) -> str:
        return f"{self.name}-b"


@contextlib.asynccontextmanager
async def far_network() -> AsyncIterator[FarNetwork]:
    """Lay the cable and remove it afterwards. Raises `Unavailable` for whom it may not be done."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        raise Unavailable("Cutting a network needs root and iproute2.", hint="Run as root on Linux, or leave it out.")
    name = f"ch{os.getpid() % 100_000}"
    near, far = f"{name}-a", f"{name}-b"
    await _ip("netns", "add", name)
    try:
        await _ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", name)
        await _ip("address", "add", f"{HERE}/{BITS}", "dev", near)
        await _ip("link", "set", near, "up")
        await _ip("-n", name, "address", "add", f"{THERE}/{BITS}", "dev", far)
        await _ip("-n", name, "link", "set", "lo", "up")
        await _ip("-n", name, "link", "set", far, "up")
        yield FarNetwork(name)
    finally:
        with contextlib.suppress(Unavailable):
            await _ip("link", "del", near)
        await _ip("netns", "del", name)


async def _ip(*arguments: str) -> None:
    process = await asyncio.create_subprocess_exec("ip", *arguments, stderr=asyncio.subprocess.PIPE)
    _, said = await process.communicate()
    if process.returncode:
        raise Unavailable(f"ip {' '.join(arguments)}: {said.decode().strip()}")
