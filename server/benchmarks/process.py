"""A server as its users run it: the real command, in a process of its own, with a data folder of its own."""

import asyncio
import contextlib
import os
import socket
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpx2

from charlotte.errors import Unavailable

HERE = Path(__file__).parents[1]
"""Where `python -m benchmarks.…` works."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    pid: int

    def cpu_seconds(self) -> float:
        """Return the CPU time the process has used (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def rss_mb(self) -> float:
        """Return the resident memory of the process (Linux)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def free_port() -> int:
    """Return a loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextlib.asynccontextmanager
async def serving(
    *command: str, ready: str, first: Sequence[str] = (), patience_s: float = 180, core: int | None = None
) -> AsyncIterator[Server]:
    """Run `command` (`{port}` and `{data}` are filled in) until `ready` answers 200; end it afterwards.

    `first` is run to its end before; `core` is the only one it may use (Linux).
    """
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="charlotte-bench-") as data, tempfile.TemporaryFile() as log:
        if first:
            before = await asyncio.create_subprocess_exec(
                *(part.format(data=data) for part in first), stdout=log, stderr=log, cwd=HERE
            )
            if await before.wait():
                raise Unavailable("The server could not be prepared.", hint=_end_of(log))
        process = await asyncio.create_subprocess_exec(
            *(part.format(port=port, data=data) for part in command),
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=None if core is None else lambda: os.sched_setaffinity(0, {core}),
            cwd=HERE,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            if not await _becomes_ready(process, url + ready, patience_s):
                raise Unavailable(f"The server was not ready within {patience_s:.0f} s.", hint=_end_of(log))
            yield Server(url, process.pid)
        finally:
            if process.returncode is None:
                process.terminate()
            try:
                async with asyncio.timeout(15):
                    await process.wait()
            except TimeoutError:
                process.kill()
                await process.wait()


def charlotte(*arguments: str) -> tuple[str, ...]:
    """Return the command line of `charlotte` in this environment."""
    return (sys.executable, "-c", "from charlotte.cli.main import main; main()", *arguments)


def _end_of(log: IO[bytes]) -> str:
    log.seek(0)
    return "\n".join(log.read().decode(errors="replace").splitlines()[-15:])


async def _becomes_ready(process: asyncio.subprocess.Process, url: str, patience_s: float) -> bool:
    deadline = time.monotonic() + patience_s
    async with httpx2.AsyncClient() as http:
        while time.monotonic() < deadline and process.returncode is None:
            with contextlib.suppress(httpx2.TransportError):
                if (await http.get(url)).status_code == httpx2.codes.OK:
                    return True
            await asyncio.sleep(0.2)
    return False
