"""`./charlotte` reads on old interpreters, shows what its children say, and names the remedy."""

import ast
import fcntl
import importlib.machinery
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "charlotte"


@pytest.fixture(scope="module")
def bootstrap() -> ModuleType:
    """Load the script as a module; it has no ending that Python imports by itself."""
    loader = importlib.machinery.SourceFileLoader("bootstrap", str(SCRIPT))
    spec = importlib.util.spec_from_loader("bootstrap", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    before, quiet = list(sys.path), sys.dont_write_bytecode
    loader.exec_module(module)
    sys.path[:], sys.dont_write_bytecode = before, quiet
    return module


def test_an_old_interpreter_can_read_it() -> None:
    ast.parse(SCRIPT.read_text(), feature_version=(3, 7))


def test_an_old_interpreter_gets_a_sentence(tmp_path: Path) -> None:
    source = SCRIPT.read_text().replace("OLDEST = (3, 11)", "OLDEST = (3, 99)")
    old = tmp_path / "charlotte"
    old.write_text(source)
    done = subprocess.run([sys.executable, old], capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_needs_no_set_up(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    shutil.copy(SCRIPT, tmp_path)
    shutil.copy(ROOT / "server" / "build_page.py", tmp_path / "server")
    done = subprocess.run([tmp_path / "charlotte", "--help"], capture_output=True, text=True)
    assert done.returncode == 0
    assert "./charlotte test" in done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["charlotte", "server"]


def test_a_failed_step_shows_its_last_lines(bootstrap: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    child = "print('halfway'); raise SystemExit('OSError: [Errno 28] No space left on device')"
    with pytest.raises(bootstrap.Stop) as failure:
        bootstrap.run("Installing something", [sys.executable, "-c", child])
    assert "Installing something: failed" in str(failure.value)
    assert "The disk is full" in str(failure.value)
    assert "halfway" in capfd.readouterr().err


def test_a_step_that_works_says_so(bootstrap: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    bootstrap.run("Counting", [sys.executable, "-c", "print(1)"])
    assert "Counting: done in" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("output", "remedy"),
    [
        ("npm error code ENOSPC", "The disk is full"),
        ("error: Hash mismatch for `click==8.5.0`", "not the file that was pinned"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the file that was pinned"),
        ("Temporary failure in name resolution", "A download failed"),
        ("npm error code ENOTFOUND", "A download failed"),
        ("The virtual environment was not created because ensurepip is not available", "-venv"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "Cannot write in"),
        ("SyntaxError", "last lines above"),
    ],
)
def test_each_failure_has_its_remedy(bootstrap: ModuleType, output: str, remedy: str) -> None:
    assert remedy in bootstrap.remedy(output)


def test_a_second_set_up_waits_for_the_first(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    shutil.copy(SCRIPT, tmp_path)
    shutil.copy(ROOT / "server" / "build_page.py", tmp_path / "server")
    descriptor = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    load = "from importlib.machinery import SourceFileLoader as L; m = L('m', 'charlotte').load_module(); m.locked(); "
    waiting = [sys.executable, "-W", "ignore", "-c", load + "m.say('mine')"]
    with subprocess.Popen(waiting, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as second:
        assert second.stderr is not None
        assert "waiting until it has finished" in second.stderr.readline()
        os.close(descriptor)
        assert second.stderr.readline().strip() == "mine"
