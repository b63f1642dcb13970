"""`charlotte serve` as a process: it says where it is, stops politely, and explains what keeps it from starting."""

import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner
from httpx2 import Client

from charlotte.access.local_authority import local_certificate
from charlotte.cli.serve import command
from charlotte.clock import SystemClock
from charlotte.errors import CharlotteError

PROGRAM = (sys.executable, "-c", "from charlotte.cli.main import main; main()")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the program and yield it with what it printed once it was ready."""
    environment = {"CHARLOTTE_MODELS": str(folder / "no-models"), "CHARLOTTE_LOG_LEVEL": "error", "PIP_NO_INDEX": "1"}
    process = subprocess.Popen(
        [*PROGRAM, "serve", "--data", str(folder / "data"), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**environment, "PATH": "/usr/bin:/bin", "PYTHONUNBUFFERED": "1", "HOME": str(folder)},
    )
    assert process.stdout is not None
    printed = ""
    try:
        for line in process.stdout:
            printed += line
            if "Only this machine" in line:
                break
        yield process, printed
    finally:
        process.kill()
        process.communicate()


def test_it_says_where_it_is_lets_staff_in_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    with serve(tmp_path, "--port", str(port), "--now", "2026-04-18T10:30") as (process, printed):
        assert f"http://127.0.0.1:{port}/" in printed
        link = re.search(r"http://\S+/api/staff/sign-in\?code=\S+", printed)
        assert link is not None
        with Client(trust_env=False) as http:
            assert http.get(f"http://127.0.0.1:{port}/readyz").json()["text"] is True
            assert http.get(link[0]).status_code == 303
            assert http.get(f"http://127.0.0.1:{port}/api/staff/me").json() == {"staff": True, "name": "Staff"}
            assert http.get(link[0]).status_code == 401
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


def refusal(*arguments: str) -> str:
    """Return how the program refuses to start."""
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code != 0
    failure = result.exception
    return f"{failure.message} {failure.hint}" if isinstance(failure, CharlotteError) else result.output


def test_a_taken_port_is_explained(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = refusal("--port", str(port), "--data", str(tmp_path))
    assert f"Port {port} is taken" in said and f"--port {port + 1}" in said


@pytest.mark.parametrize(("option", "value"), [("--now", "yesterday"), ("--port", "0"), ("--host", "no.such.host")])
def test_a_bad_option_is_explained(tmp_path: Path, option: str, value: str) -> None:
    assert value in refusal(option, value, "--data", str(tmp_path))


def test_https_with_an_own_authority(tmp_path: Path) -> None:
    port = free_port()
    with serve(tmp_path, "--port", str(port), "--tls") as (_, printed):
        assert f"https://127.0.0.1:{port}/" in printed
        trust = ssl.create_default_context(cafile=str(tmp_path / "data" / "tls" / "authority.pem"))
        with Client(verify=trust, trust_env=False) as http:
            answer = http.post(f"https://127.0.0.1:{port}/api/realtime/token", json={"mode": "text"})
    assert answer.json()["ws_url"].startswith("wss://")
    assert "secure" in answer.headers["set-cookie"].lower()


def test_a_certificate_is_kept_until_it_no_longer_fits(tmp_path: Path) -> None:
    first = local_certificate(tmp_path, "127.0.0.1", SystemClock())
    before = first.cert.read_bytes()
    assert local_certificate(tmp_path, "127.0.0.1", SystemClock()).cert.read_bytes() == before
    authority = first.authority.read_bytes()
    assert local_certificate(tmp_path, "hall.example", SystemClock()).cert.read_bytes() != before
    assert first.authority.read_bytes() == authority, "phones that trust the authority keep trusting it"
    assert first.key.stat().st_mode & 0o777 == 0o600
