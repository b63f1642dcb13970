"""Build the page and put it inside the package; used by `./charlotte` and by `pip install`.

Standard library only.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
STATIC = ROOT / "server" / "src" / "charlotte" / "static"
STAMP = ".sources"
"""A file in `static/` that holds the digest of the sources it was built from."""
INSTALLED = ".lock-digest"
"""A file in `node_modules` that holds the digest of the lock file it was installed from."""
OLDEST_NODE = 20
NOT_SOURCES = {"node_modules", ".next", "out", "test-results", "playwright-report", "coverage", "next-env.d.ts"}


def sources_digest() -> str | None:
    """Return the digest of the page's sources, or None where only a built page was shipped."""
    if not (WEB / "package.json").is_file():
        return None
    digest = hashlib.sha256()
    for folder, subfolders, names in os.walk(WEB):
        subfolders[:] = sorted(set(subfolders) - NOT_SOURCES)
        for name in sorted(set(names) - NOT_SOURCES):
            path = Path(folder, name)
            if path.suffix != ".tsbuildinfo" and path.is_file():
                digest.update(f"{path.relative_to(WEB)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_current() -> bool:
    """Tell whether the package holds the page of these sources; a shipped page without sources is current."""
    digest = sources_digest()
    if digest is None:
        return True
    try:
        return (STATIC / STAMP).read_text() == digest
    except OSError:
        return False


def node_on_path(path: str | None = None) -> str | None:
    """Return the `node` that can build the page, if one with its `npm` is on the search path."""
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=path) is None:
        return None
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = re.match(r"v(\d+)\.", answer)
    return node if found and int(found.group(1)) >= OLDEST_NODE else None


def packages_are_current() -> bool:
    """Tell whether `node_modules` holds what the lock file says."""
    try:
        return (WEB / "node_modules" / INSTALLED).read_text() == _lock_digest()
    except OSError:
        return False


def install_packages() -> None:
    """Install the page's packages where the lock file changed."""
    if not packages_are_current():
        _npm("ci", "--no-audit", "--no-fund", "--loglevel=http")
        (WEB / "node_modules" / INSTALLED).write_text(_lock_digest())


def build() -> None:
    """Build the page and swap it in as a whole."""
    digest = sources_digest()
    if digest is not None:
        install_packages()
        _npm("run", "build")
        swap_in(WEB / "out", digest)


def swap_in(built: Path, digest: str) -> None:
    """Replace the package's page by `built`; an interruption leaves the old one or none, never a mixture."""
    new, old = STATIC.with_name("static.new"), STATIC.with_name("static.old")
    shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(built, new)
    (new / STAMP).write_text(digest)
    if STATIC.exists():
        STATIC.rename(old)
    new.rename(STATIC)
    shutil.rmtree(old, ignore_errors=True)


def _lock_digest() -> str:
    return hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()


def _npm(*arguments: str) -> None:
    print("npm", *arguments[:2], flush=True)
    environment = {**os.environ, "NEXT_TELEMETRY_DISABLED": "1", "CI": "1"}
    command = [shutil.which("npm") or "npm", *arguments]
    subprocess.run(command, cwd=WEB, env=environment, stdin=subprocess.DEVNULL, check=True)


def main(options: list[str]) -> None:
    """Build the page if its sources changed; with `--packages` install what its checks need."""
    if not is_current():
        build()
    if "--packages" in options and sources_digest() is not None:
        install_packages()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
    except OSError as error:
        sys.exit(str(error))
