"""What the documents say exists: commands, their options, settings and make targets."""

import re
from pathlib import Path

import click
import pytest

from charlotte.cli.main import COMMANDS, charlotte
from charlotte.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BUILD_ONLY = {"CHARLOTTE_SKIP_PAGE"}
"""Read by the package's build, not by the server."""


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Return each `charlotte …` line with its long options; without a command it is `serve`."""
    found = []
    for words in re.findall(r"(?:\./|`)charlotte((?: [^\s`#;,|)]+)*)", text):
        parts = words.split()
        name = parts[0] if parts and re.fullmatch(r"[a-z]+", parts[0]) else "serve"
        found.append((name, [part.split("=")[0] for part in parts if part.startswith("--")]))
    return found


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documented_commands_exist(document: Path) -> None:
    context = click.Context(charlotte)
    for name, options in commands(document.read_text(encoding="utf-8")):
        if name == "test":
            continue
        assert name in COMMANDS
        command = charlotte.get_command(context, name)
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts} | {"--help", "--version"}
        assert set(options) <= known, f"{name} in {document.name}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documented_settings_exist(document: Path) -> None:
    known = {f"CHARLOTTE_{name.upper()}" for name in Settings.model_fields} | BUILD_ONLY
    assert set(re.findall(r"CHARLOTTE_[A-Z_]+", document.read_text(encoding="utf-8"))) <= known


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_documented_make_targets_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert set(re.findall(r"(?:`|^ +)make ([a-z]+)", document.read_text(encoding="utf-8"), re.M)) <= targets


def test_the_readme_starts_with_the_two_commands() -> None:
    blocks = re.findall(r"^(?: {4}|```\w*\n)(\./charlotte.*)$", (ROOT / "README.md").read_text(), re.M)
    assert [block.split("#")[0].strip() for block in blocks[:2]] == ["./charlotte", "./charlotte test"]


def test_ci_runs_the_readmes_test_command() -> None:
    assert "./charlotte test" in (ROOT / ".ci" / "run").read_text()
