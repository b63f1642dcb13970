"""Damaged, huge and hostile documents end as a clear message, and what reads them can do nothing else."""

import io
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from charlotte.documents.confined.sandbox import Limits, read_paper
from charlotte.documents.errors import UnreadableDocument
from support.papers import docx, odt, paragraph, pdf

ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{("&" + before + ";") * 20}">' for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * (60 * 1024 * 1024) + b"</w>")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("cut.pdf", pdf([[(10, "Hello there")]])[:60], "cut.pdf"),
        ("none.pdf", b"PK\x03\x04 no pdf at all", "no PDF"),
        ("cut.docx", docx(paragraph("Hello"))[:90], "damaged or cut off"),
        ("bomb.docx", bomb(), "unpacks to more"),
        ("laughs.docx", docx(paragraph("&h;"), before=ENTITIES + "]>"), "laughs.docx"),
        ("cut.odt", odt("<text:p>Hello</text:p>")[:90], "damaged or cut off"),
        ("laughs.odt", odt("<text:p>&h;</text:p>", before=ENTITIES + "]>"), "laughs.odt"),
        ("deep.odt", odt("<text:section>" * 200 + "</text:section>" * 200), "nested too deeply"),
        ("letter.odt", docx(paragraph("Hello")), "no OpenDocument text"),
        ("binary.txt", bytes(range(1, 20)) * 40, "not text"),
        ("half.json", b'{"wifi": ', "not valid JSON"),
        ("empty.html", b" \n ", "is empty"),
        ("sheet.xlsx", b"PK", "no document that can be read"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, raw: bytes, told: str) -> None:
    with pytest.raises(UnreadableDocument) as failure:
        read_paper(name, raw)
    assert told in failure.value.message and failure.value.hint


def test_limits_of_size_and_time() -> None:
    with pytest.raises(UnreadableDocument, match="more than 1 MB"):
        read_paper("big.txt", b"a" * 1024 * 1024 + b"a", Limits(file_bytes=1024 * 1024))
    with pytest.raises(UnreadableDocument, match="too long"):
        read_paper("slow.txt", b"Hello there.\n\n" * 60_000, Limits(wall_s=0.001))
    with pytest.raises(UnreadableDocument, match="more time, memory or text"):
        read_paper("long.txt", b"Hello there.\n\n" * 9000, Limits(output_bytes=4096))


def test_a_page_nested_without_end_is_read_as_far_as_it_makes_sense() -> None:
    deep = "<div>" * 20_000 + "<p>down here</p>"
    assert read_paper("deep.html", (deep + "</div>" * 20_000).encode()).blocks == ()


ATTEMPTS = {
    "open('/etc/passwd')": "Confined",
    "open('/tmp/written', 'w')": "Confined",
    "__import__('subprocess').run(['true'])": "Confined",
    "__import__('socket').create_connection(('127.0.0.1', 1))": "Confined",
    "bytearray(1 << 30)": "MemoryError",
}


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as opened:
        yield opened


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_the_reader_can_neither_look_around_nor_call_out(attempt: str) -> None:
    code = (
        "import sys, subprocess, socket\nfrom charlotte.documents.confined.confine import confine\n"
        f"confine(memory_bytes=1 << 29, cpu_s=20, output_bytes=4096)\n"
        f"try:\n    {attempt}\nexcept BaseException as refused:\n    print(type(refused).__name__)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ATTEMPTS[attempt]


def test_where_the_kernel_allows_it_there_is_no_network_at_all(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    code = (
        "import ctypes, sys\nfrom charlotte.documents.confined import confine\n"
        "libc = ctypes.CDLL(None)\n"
        "unplugged = confine._unplug()\n"
        "import socket\nprobe = socket.socket()\nprobe.settimeout(2)\n"
        f"print(unplugged, probe.connect_ex(('127.0.0.1', {port})) == 0)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    unplugged, reached = done.stdout.split()
    assert reached == str(unplugged != "True")


def test_a_module_that_was_never_compiled_is_read_in_confinement(tmp_path: Path) -> None:
    module = tmp_path / "late.py"
    module.write_text("WORD = 'late'\n")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from charlotte.documents.confined.confine import confine; "
        "confine(memory_bytes=2**30, cpu_s=10, output_bytes=2**20); import late; print(late.WORD)"
    )
    ran = subprocess.run([sys.executable, "-I", "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "late"), ran.stderr
    assert not (tmp_path / "__pycache__").exists()
