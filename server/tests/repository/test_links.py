"""The check of links finds what leads nowhere, and nothing else."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CHECK = Path(__file__).resolve().parents[2] / "checks" / "links.py"


@pytest.fixture(scope="module")
def links() -> ModuleType:
    """Load the check by its path; it is a script, not part of the package."""
    spec = importlib.util.spec_from_file_location("links_check", CHECK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("target", "leads_nowhere"),
    [
        ("other.md", False),
        ("other.md#what-to-do-when-", False),
        ("other.md#nothing", True),
        ("gone.md", True),
        ("#here", False),
        ("#there", True),
        ("https://example.org/never-visited", False),
    ],
)
def test_a_link_is_judged(links: ModuleType, tmp_path: Path, target: str, leads_nowhere: bool) -> None:
    (tmp_path / "other.md").write_text("# Other\n\n## What to do when …\n")
    document = tmp_path / "document.md"
    document.write_text(f"# Here\n\n[text]({target})\n")
    assert links.broken(document) == ([target] if leads_nowhere else [])


def test_an_example_in_a_block_is_no_link(links: ModuleType, tmp_path: Path) -> None:
    document = tmp_path / "document.md"
    document.write_text("```\n[text](gone.md)\n```\n")
    assert links.broken(document) == []
