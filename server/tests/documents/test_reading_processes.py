"""Every file is read by a process of its own, and what becomes of one is nothing to the others."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from charlotte.documents import children
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.sandbox import Limits, read_paper
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
