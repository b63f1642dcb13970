"""What is installed to run is what is installed to test."""

import re
from pathlib import Path

SERVER = Path(__file__).resolve().parents[2]


def pins(name: str) -> dict[str, str]:
    """Return package, with its marker, to version."""
    lines = (SERVER / name).read_text().splitlines()
    found = [re.match(r"([\w.-]+)==(\S+)(.*?) ?\\?$", line) for line in lines]
    return {match[1] + match[3]: match[2] for match in found if match}


def test_the_server_runs_with_the_versions_that_are_tested() -> None:
    run, test = pins("requirements.txt"), pins("requirements-test.txt")
    assert run
    assert run.items() <= test.items()


def test_every_package_is_pinned_by_hash() -> None:
    for path in SERVER.glob("requirements*.txt"):
        blocks = re.split(r"^(?=\S)", path.read_text(), flags=re.M)
        assert all("--hash=sha256:" in block for block in blocks if block.strip()), path.name
