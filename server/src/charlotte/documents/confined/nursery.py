"""A process that has loaded what reading takes, and gives every file a child of its own that reads nothing else.

`python -I -m charlotte.documents.confined.nursery < socket`. A request is one byte with three open files: what is to be
read, where it is told, and a line on which the child says its number and, at its end, its status. What is to be read
begins with a line of its own: the module that reads it, and what that is called with.
"""

import json
import os
import signal
import socket
import sys
from importlib import import_module

IDLE_S = 300.0
"""After so long without a file it ends; the next file starts another one."""
LONGEST_LINE = 64 * 1024
FAILED = 1


def main(line: socket.socket) -> None:
    """Serve until the other side is gone, or nothing comes for long."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the children end by themselves, and tell how on their own line
    line.settimeout(IDLE_S)
    while True:
        try:
            asked, files, _, _ = socket.recv_fds(line, 1, 3)
        except TimeoutError:
            return
        if not asked:
            return
        given, told, answer = files
        module, name, *limits = json.loads(_first_line(given))
        reader = import_module(module)
        reader.prepare(name)
        if os.fork() == 0:
            status = FAILED
            try:
                line.close()  # or it could take what others are to read
                _becomes_reader(given, told, answer)
                status = reader.main(name, *limits)
            finally:
                os.write(answer, bytes([status]))
                os._exit(status)
        for file in files:
            os.close(file)


def _first_line(given: int) -> bytes:
    """Read one line and leave the file behind it."""
    line, _, _ = os.pread(given, LONGEST_LINE, 0).partition(b"\n")
    os.lseek(given, len(line) + 1, os.SEEK_SET)
    return line


def _becomes_reader(given: int, told: int, answer: int) -> None:
    """Have the file as standard input, where it is told as standard output, and nothing of who asked."""
    os.setsid()
    os.write(answer, os.getpid().to_bytes(4, "big"))
    os.dup2(given, 0)
    os.dup2(told, 1)
    os.close(given)
    os.close(told)
    sys.stdin, sys.stdout = open(0, closefd=False), open(1, "w", closefd=False)


if __name__ == "__main__":
    with socket.socket(fileno=os.dup(0)) as line:
        main(line)
