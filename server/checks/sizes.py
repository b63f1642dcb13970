"""Fail when a source file outgrows what a head can hold; generated files do not count."""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 400
SUFFIXES = {".py", ".ts", ".tsx", ".mjs", ".js", ".css", ".sh"}
FOLDERS = ("server", "web", "examples")
NOT_OURS = {"node_modules", ".next", "out", "static", "data", "__pycache__", "coverage"}
GENERATED = ("web/src/protocol/",)
EXCEPTIONS: frozenset[str] = frozenset()


def sources() -> Iterator[Path]:
    """Yield every source file that a person writes."""
    yield ROOT / "charlotte"
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            inside = path.relative_to(ROOT)
            if path.suffix in SUFFIXES and path.is_file() and not NOT_OURS & set(inside.parts):
                if not inside.as_posix().startswith(GENERATED) and inside.as_posix() not in EXCEPTIONS:
                    yield path


def main() -> int:
    """Name each file that is too long."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    long = {path: count for path, count in lines.items() if count > MOST_LINES}
    for path, count in long.items():
        print(f"{path.relative_to(ROOT)}: {count} lines, at most {MOST_LINES}; split it by subject")
    return 1 if long else 0


if __name__ == "__main__":
    sys.exit(main())
