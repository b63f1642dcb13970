"""Run the checks and the tests, and end with one summary.

`run.py` runs everything (two processes of tests at a time), `run.py --checks` the checks alone,
`run.py PYTEST-OPTIONS` the tests alone.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "server" / "checks"
WEB = ROOT / "web"
PYTEST = (sys.executable, "-m", "pytest")
IN_REAL_TIME = "browser or sdk"
"""Marks of the tests that hear, speak and watch as fast as people do."""
TESTS = "server/tests"
FOLDERS = ("engine", "wire", "faults", "congress", "dashboard")
"""Tests that bear to wait for a processor, each folder a process of its own, the longest first."""
PYTHON_CODE = ["server", "charlotte"]


def checks() -> dict[str, list[str]]:
    """Return the checks by name, the longest first: what a machine can judge without running the product."""
    python = [sys.executable, "-m"]
    found: dict[str, list[str]] = {}
    if (WEB / "package.json").is_file() and "check" in json.loads((WEB / "package.json").read_text())["scripts"]:
        found["page"] = [shutil.which("npm") or "npm", "--prefix", str(WEB), "run", "check"]
    return found | {
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


def failing_checks() -> list[str]:
    """Run the checks, two at a time; return the names of those that fail."""
    found = checks()
    with ThreadPoolExecutor(max_workers=2) as two:
        passed = list(two.map(passes, found, found.values()))
    return [name for name, ok in zip(found, passed, strict=True) if not ok]


def passes(name: str, command: list[str]) -> bool:
    """Run one check and print its output if it fails."""
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    told = f"{name}: {verdict} ({time.monotonic() - started:.0f} s)"
    print("\n".join([told, done.stdout.decode(errors="replace")] if done.returncode else [told]), flush=True)
    return done.returncode == 0


def tests_pass(options: list[str]) -> bool:
    """Run the tests asked for, or all of them in two processes at a time.

    What is heard and seen in a browser goes in real time; beside it, and after it, goes what bears to wait.
    """
    if options:
        print("tests:", flush=True)
        return subprocess.run([*PYTEST, *options], cwd=ROOT, stdin=subprocess.DEVNULL).returncode == 0
    folders = [f"{TESTS}/{folder}" for folder in FOLDERS]
    at_leisure = [*([folder] for folder in folders), [TESTS, *(f"--ignore={folder}" for folder in folders)]]
    # Never more than two at once: with a third, what measures time waits too long for a processor.
    with ThreadPoolExecutor(max_workers=2) as two:
        runs = [two.submit(tests_pass_here, [*PYTEST, "-m", IN_REAL_TIME, TESTS])]
        for paths in at_leisure:
            command = ["nice", "-n", "15", *PYTEST, "-m", f"not ({IN_REAL_TIME})", *paths]
            runs.append(two.submit(tests_pass_here, command))
        try:
            return all([run.result() for run in runs])
        finally:
            two.shutdown(wait=False, cancel_futures=True)


def tests_pass_here(command: list[str]) -> bool:
    """Run one process of tests; print the lines of its progress as they come, and all others together at its end."""
    others: list[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(TESTS):
                print(line, end="", flush=True)
            else:
                others.append(line)
    print(f"{' '.join(command)}\n{''.join(others)}", end="", flush=True)
    return process.returncode == 0


def main(options: list[str]) -> int:
    """Run what was asked for and return the exit status."""
    started = time.monotonic()
    os.chdir(ROOT)
    failed: list[str] = []
    if not options or options == ["--checks"]:
        failed += failing_checks()
    if options != ["--checks"] and not tests_pass(options):
        failed.append("tests")
    seconds = time.monotonic() - started
    print(f"Failed: {', '.join(failed)} ({seconds:.0f} s)" if failed else f"Everything passed ({seconds:.0f} s)")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
