"""Every file is read by a process of its own, and what becomes of one is nothing to the others."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from charlotte.documents.confined import children
from charlotte.documents.confined.sandbox import Limits, read_paper
from charlotte.documents.errors import UnreadableDocument
from support.papers import pdf

LONG = b"Hello there.\n\n" * 9000
SHORT = {"one.txt": b"Hello", "two.md": b"# Two\n\nHello", "three.pdf": pdf([[(10, "Hello")]])}


def words(name: str) -> str:
    return read_paper(name, SHORT[name]).blocks[-1].text


def test_files_are_read_beside_each_other_whatever_ends_one_of_them() -> None:
    def is_ended(limits: Limits) -> bool:
        with pytest.raises(UnreadableDocument):
            read_paper("long.txt", LONG, limits)
        return True

    with ThreadPoolExecutor(4) as threads:
        ended = threads.map(is_ended, [Limits(output_bytes=4096), Limits(wall_s=0.001)] * 3)
        assert list(threads.map(words, [*SHORT] * 3)) == ["Hello"] * 9
        assert all(ended)


def test_when_the_process_that_they_come_from_is_gone_there_is_another() -> None:
    assert words("one.txt") == "Hello"
    assert children._nursery is not None
    os.kill(children._nursery.process.pid, signal.SIGKILL)
    assert words("one.txt") == "Hello"


def test_they_know_nothing_of_what_the_server_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARLOTTE_UPSTREAM_KEY", "sk-planted")
    children._end()
    assert words("one.txt") == "Hello"
    assert children._nursery is not None
    environment = Path(f"/proc/{children._nursery.process.pid}/environ")
    if environment.exists():
        assert b"LC_ALL" in environment.read_bytes() and b"CHARLOTTE" not in environment.read_bytes()


LOOKS_AROUND = """
import json, os, socket, sys, tempfile, types
from charlotte.documents.confined import nursery

def main(name, *limits):
    open_files = [os.stat(int(each)) for each in os.listdir("/dev/fd") if os.path.exists(f"/dev/fd/{each}")]
    print(line_itself in [(one.st_dev, one.st_ino) for one in open_files], flush=True)
    return 0

sys.modules["looks_around"] = types.SimpleNamespace(prepare=lambda name: None, main=main)
asking, line = socket.socketpair()
line_itself = (os.fstat(line.fileno()).st_dev, os.fstat(line.fileno()).st_ino)
hearing, answer = socket.socketpair()
with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
    given.write(json.dumps(["looks_around", "a.txt"]).encode() + b"\\n")
    given.flush()
    with asking, answer:
        socket.send_fds(asking, [b"?"], [given.fileno(), told.fileno(), answer.fileno()])
    nursery.main(line)
    while hearing.recv(8):
        pass
    told.seek(0)
    print(told.read().decode().strip())
"""


def test_one_that_is_taken_over_cannot_take_what_others_are_to_read() -> None:
    done = subprocess.run([sys.executable, "-I", "-c", LOOKS_AROUND], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
