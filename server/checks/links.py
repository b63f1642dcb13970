"""Fail when a link between our documents, to a file or to a heading leads nowhere, or a required part is not there."""

import re
import sys
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|<img[^>]+src=\"([^\"]+)\"")
FENCE = re.compile(r"```.*?```", re.S)


def documents() -> list[Path]:
    """Return every document that people read on the forge."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def anchors(document: Path) -> set[str]:
    """Return the headings of a document, written as the forge writes their anchors."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", document.read_text(encoding="utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(document: Path) -> list[str]:
    """Return the links of one document that lead nowhere; addresses on the web are not visited."""
    found = []
    for groups in LINK.findall(FENCE.sub("", document.read_text(encoding="utf-8"))):
        target = unquote(groups[0] or groups[1])
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        path = (document.parent / place).resolve() if place else document
        if not path.exists() or (anchor and path.suffix == ".md" and anchor not in anchors(path)):
            found.append(target)
    return found


def missing_parts() -> list[str]:
    """Return the paths that the requirements name as the place or the proof of something and that do not exist."""
    rows = re.findall(r"^\|.*\|$", (ROOT / "docs" / "requirements.md").read_text(encoding="utf-8"), re.M)
    paths = [path for row in rows for path in re.findall(r"`([a-z./][\w./-]*)`", row.split("|", 2)[2])]
    whole = {"charlotte/": "server/src/charlotte/", "tests/": "server/tests/"}
    for short, full in whole.items():
        paths = [full + path.removeprefix(short) if path.startswith(short) else path for path in paths]
    return [path for path in paths if not (ROOT / path).exists()]


def main() -> int:
    """Name each broken link."""
    wrong = [f"docs/requirements.md: {path}" for path in missing_parts()]
    wrong += [f"{document.relative_to(ROOT)}: {link}" for document in documents() for link in broken(document)]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
