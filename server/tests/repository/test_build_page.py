"""The page is built when its sources change, and swapped in as a whole."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def build_page(tmp_path: Path) -> ModuleType:
    """Load a copy of the builder whose repository is a folder of the test's own."""
    copy = tmp_path / "server" / "build_page.py"
    copy.parent.mkdir()
    copy.write_text((ROOT / "server" / "build_page.py").read_text())
    spec = importlib.util.spec_from_file_location("build_page_copy", copy)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "web" / "src").mkdir(parents=True)
    (tmp_path / "web" / "package.json").write_text("{}")
    (tmp_path / "web" / "src" / "page.tsx").write_text("one")
    module.STATIC.parent.mkdir(parents=True)
    return module


def built(build_page: ModuleType, text: str) -> Path:
    out: Path = build_page.WEB / "out"
    out.mkdir(exist_ok=True)
    (out / "index.html").write_text(text)
    return out


def test_only_a_change_of_sources_asks_for_a_build(build_page: ModuleType) -> None:
    assert not build_page.is_current()
    build_page.swap_in(built(build_page, "first"), build_page.sources_digest())
    assert build_page.is_current()
    (build_page.WEB / "node_modules").mkdir()
    (build_page.WEB / "node_modules" / "new.js").write_text("not a source")
    assert build_page.is_current()
    (build_page.WEB / "src" / "page.tsx").write_text("two")
    assert not build_page.is_current()


def test_a_renamed_source_is_a_change(build_page: ModuleType) -> None:
    before = build_page.sources_digest()
    (build_page.WEB / "src" / "page.tsx").rename(build_page.WEB / "src" / "other.tsx")
    assert build_page.sources_digest() != before


def test_the_new_page_replaces_all_of_the_old(build_page: ModuleType) -> None:
    build_page.swap_in(built(build_page, "first"), "1")
    (build_page.STATIC / "stale.js").write_text("old")
    build_page.swap_in(built(build_page, "second"), "2")
    assert (build_page.STATIC / "index.html").read_text() == "second"
    assert not (build_page.STATIC / "stale.js").exists()
    assert [path.name for path in build_page.STATIC.parent.iterdir()] == ["static"]


def test_a_shipped_page_without_sources_is_used_as_it_is(build_page: ModuleType) -> None:
    (build_page.WEB / "package.json").unlink()
    assert build_page.is_current()


@pytest.mark.parametrize(("version", "good"), [("v18.19.0", False), ("v20.20.2", True), ("v24.1.0", True), ("", False)])
def test_only_a_recent_node_builds_the_page(build_page: ModuleType, tmp_path: Path, version: str, good: bool) -> None:
    for name in ("node", "npm"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
    assert (build_page.node_on_path(str(tmp_path / "bin")) is not None) is good


def test_node_without_npm_does_not_count(build_page: ModuleType, tmp_path: Path) -> None:
    program = tmp_path / "node"
    program.write_text("#!/bin/sh\necho v22.0.0\n")
    os.chmod(program, 0o755)
    assert build_page.node_on_path(str(tmp_path)) is None
