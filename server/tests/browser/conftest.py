"""The page is built before a browser opens it."""

import importlib.util
from pathlib import Path

import pytest

BUILDER = Path(__file__).resolve().parents[2] / "build_page.py"


@pytest.fixture(scope="session", autouse=True)
def built_page() -> None:
    """Build the page of these sources unless it is there."""
    spec = importlib.util.spec_from_file_location("build_page", BUILDER)
    assert spec is not None and spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    if not builder.is_current():
        builder.build()
