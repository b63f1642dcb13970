"""The processes that read files, one for each, born where everything that reading takes is loaded already."""

import atexit
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass

STARTS_WITHIN_S = 60.0
"""Until a child is there; the first of them waits until everything is loaded."""
DIED = -1
"""The status of a child that ended without a word: the kernel ended it at one of its limits."""


@dataclass(frozen=True)
class _Nursery:
    """The process that the children come from, and the line to it."""

    process: subprocess.Popen[bytes]
    line: socket.socket


_lock = threading.Lock()
_nursery: _Nursery | None = None


def run_child(given: int, told: int, wall_s: float) -> int:
    """Have what an open file says read by a new process that tells in another; return its status. Blocks.

    Raises `TimeoutError` when it takes longer than `wall_s`.
    """
    while True:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                again = _ask([given, told, theirs.fileno()])
            ours.settimeout(STARTS_WITHIN_S)
            number = ours.recv(4, socket.MSG_WAITALL)
            if number:
                ours.settimeout(wall_s)
                return _status(ours, int.from_bytes(number, "big"))
            if not again:
                return DIED


def _status(line: socket.socket, child: int) -> int:
    try:
        said = line.recv(1)
    except TimeoutError:
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        raise
    return said[0] if said else DIED


def _ask(files: list[int]) -> bool:
    """Send for a child; return whether the nursery was there already, and may just have ended."""
    global _nursery
    with _lock:
        if _nursery is not None:
            try:
                socket.send_fds(_nursery.line, [b"?"], files)
                return True
            except OSError:
                _end()
        _nursery = _started()
        socket.send_fds(_nursery.line, [b"?"], files)
        return False


def _started() -> _Nursery:
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-I", "-m", "charlotte.documents.confined.nursery"],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
            cwd="/",
            start_new_session=True,
        )
    return _Nursery(process, ours)


@atexit.register
def _end() -> None:
    global _nursery
    if _nursery is not None:
        _nursery.line.close()
        _nursery.process.wait()
        _nursery = None
