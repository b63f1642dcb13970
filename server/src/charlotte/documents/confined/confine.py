"""What the reading process gives up before it touches a document: memory, time, files, programs and the network."""

import ctypes
import os
import resource
import sys
import zoneinfo
from typing import Any

NEW_NETWORK = 0x40000000
NEW_USER = 0x10000000

FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.kill",
    "shutil.",
    "urllib.",
    "ctypes.",
)
"""Audit events of the interpreter that end what caused them."""

_confined = False

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Confined(Exception):
    """A document made its reader do what a reader has no business doing."""


def confine(*, memory_bytes: int, cpu_s: int, output_bytes: int) -> bool:
    """Give it all up, for good; return whether the kernel took the network away too, as some systems do not allow."""
    os.chdir("/")
    sys.dont_write_bytecode = True  # what is loaded late, for the first time
    limits = {
        resource.RLIMIT_CPU: cpu_s,
        resource.RLIMIT_FSIZE: output_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: 64,
    }
    if sys.platform == "linux":  # macOS does not hold to it, and may refuse it
        limits[resource.RLIMIT_AS] = memory_bytes
    for what, limit in limits.items():
        resource.setrlimit(what, (limit, limit))
    unplugged = _unplug()
    sys.addaudithook(_refuse)
    global _confined
    _confined = True
    return unplugged


def is_confined() -> bool:
    """Return whether this process has given it up."""
    return _confined


def _unplug() -> bool:
    """Move into a network of its own, which leads nowhere."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(flags) == 0 for flags in (NEW_NETWORK, NEW_USER | NEW_NETWORK))


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = details
        if _writes(mode, flags) or not _is_ours(path):
            raise Confined(f"open {path!r}")
    elif event.startswith(FORBIDDEN):
        raise Confined(event)


def _writes(mode: Any, flags: Any) -> bool:
    if isinstance(mode, str) and set(mode) & set("wax+"):
        return True
    return isinstance(flags, int) and bool(flags & WRITING)


def _is_ours(path: Any) -> bool:
    """Return whether a file belongs to Python, its packages or its time zones, which are loaded as they are needed."""
    if isinstance(path, int):
        return True
    try:
        real = os.path.realpath(os.fsdecode(path))
    except (TypeError, ValueError):
        return False
    places = (sys.prefix, sys.base_prefix, *filter(os.path.isdir, (*sys.path, *zoneinfo.TZPATH)))
    return any(real.startswith(os.path.realpath(place) + os.sep) for place in places)
