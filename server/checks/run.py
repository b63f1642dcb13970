"""Run the checks and the tests, and end with one summary.

`run.py` runs everything (two processes of tests at a time), `run.py --checks` the checks alone,
`run.py PYTEST-OPTIONS` the tests alone.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "server" / "checks"
WEB = ROOT / "web"
PYTEST = (sys.executable, "-m", "pytest")
IN_REAL_TIME = "browser or sdk"
"""Marks of the tests that hear, speak and watch as fast as people do."""
TESTS = "server/tests"
AT_LEISURE = [f"{TESTS}/{folder}" for folder in ("congress", "dashboard", "documents", "engine", "knowledge", "tools")]
"""Tests that bear to wait for a processor; they take about as long as those in real time."""
OVER_THE_WIRE = [f"{TESTS}/wire"]
"""About half of what is left."""
PYTHON_CODE = ["server", "charlotte"]


def checks() -> dict[str, list[str]]:
    """Return the checks by name: what a machine can judge without running the product."""
    python = [sys.executable, "-m"]
    found = {
        "format": [*python, "ruff", "format", "--check", *PYTHON_CODE],
        "lint": [*python, "ruff", "check", *PYTHON_CODE],
        "types": [*python, "mypy"],
        "arrows": [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ],
        "sizes": [sys.executable, str(HERE / "sizes.py")],
        "settings": [sys.executable, str(HERE / "settings_example.py")],
        "prices": [sys.executable, str(HERE / "prices.py")],
        "protocol": [sys.executable, str(HERE / "contract.py")],
        "links": [sys.executable, str(HERE / "links.py")],
    }
    if (WEB / "package.json").is_file() and "check" in json.loads((WEB / "package.json").read_text())["scripts"]:
        found["page"] = [shutil.which("npm") or "npm", "--prefix", str(WEB), "run", "check"]
    return found


def passes(name: str, command: list[str]) -> bool:
    """Run one check and print its output if it fails."""
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name}: {verdict} ({time.monotonic() - started:.0f} s)", flush=True)
    if done.returncode:
        print(done.stdout.decode(errors="replace"), flush=True)
    return done.returncode == 0


def tests_pass(options: list[str]) -> bool:
    """Run the tests, whose output is shown as it comes: all of them in two processes at a time, or those asked for.

    What is heard and seen in a browser goes in real time; beside it go those that bear to wait.
    """
    if options:
        print("tests:", flush=True)
        return subprocess.run([*PYTEST, *options], cwd=ROOT, stdin=subprocess.DEVNULL).returncode == 0
    rest = [TESTS, *(f"--ignore={folder}" for folder in (*AT_LEISURE, *OVER_THE_WIRE))]
    # Never more than two at once: with a third, what measures time waits too long for a processor.
    stages = ((["-m", IN_REAL_TIME], AT_LEISURE, 15), (["-m", f"not ({IN_REAL_TIME})", *rest], OVER_THE_WIRE, 0))
    passed = []
    for first, second, niceness in stages:
        with started_beside(second, niceness) as beside:
            print("tests, with more beside them:", flush=True)
            passed.append(subprocess.run([*PYTEST, *first], cwd=ROOT, stdin=subprocess.DEVNULL).returncode == 0)
            print("tests beside them:", flush=True)
            passed.append(shown_to_its_end(beside))
    return all(passed)


@dataclass
class Beside:
    """Tests that run in the background, and what they have written that was not shown yet."""

    process: subprocess.Popen[bytes]
    output: TextIO


@contextmanager
def started_beside(paths: list[str], niceness: int) -> Iterator[Beside]:
    """Start the tests under some paths that do not need real time."""
    # Read through a handle of its own: with one for both, what is read would move to where is written.
    with tempfile.NamedTemporaryFile() as written, Path(written.name).open(errors="replace") as output:
        command = ["nice", "-n", str(niceness), *PYTEST, "-m", f"not ({IN_REAL_TIME})", *paths]
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=written, stderr=subprocess.STDOUT
        )
        try:
            yield Beside(process, output)
        finally:
            process.terminate()
            process.wait()


def shown_to_its_end(beside: Beside) -> bool:
    """Print what the tests write until they end; return whether they passed."""
    while True:
        ended = beside.process.poll() is not None
        print(beside.output.read(), end="", flush=True)
        if ended:
            return beside.process.returncode == 0
        time.sleep(1)


def main(options: list[str]) -> int:
    """Run what was asked for and return the exit status."""
    started = time.monotonic()
    os.chdir(ROOT)
    failed: list[str] = []
    if not options or options == ["--checks"]:
        failed += [name for name, command in checks().items() if not passes(name, command)]
    if options != ["--checks"] and not tests_pass(options):
        failed.append("tests")
    seconds = time.monotonic() - started
    print(f"Failed: {', '.join(failed)} ({seconds:.0f} s)" if failed else f"Everything passed ({seconds:.0f} s)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
