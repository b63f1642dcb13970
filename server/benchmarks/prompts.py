"""Human recordings with transcripts: the telephone prompts that Debian ships (asterisk-core-sounds-XX and -g722)."""

import gzip
from dataclasses import dataclass
from pathlib import Path

TRANSCRIPTS = "/usr/share/doc/asterisk-core-sounds-{0}/core-sounds-{0}.txt.gz"
SOUNDS = Path("/usr/share/asterisk/sounds")
UNUSABLE = frozenset("?[](<\ufffd/*#")
"""Lost accents, remarks and names of keys: such a line is not what was said."""
LEAST_WORDS = 3


@dataclass(frozen=True)
class Prompt:
    """One recording and what is said in it."""

    name: str
    path: Path
    text: str


def prompts(language: str) -> list[Prompt]:
    """Return every prompt whose transcript can be trusted. Raises `SystemExit` if the packages are not installed."""
    transcript = Path(TRANSCRIPTS.format(language))
    if not transcript.exists():
        raise SystemExit(f"install asterisk-core-sounds-{language} and asterisk-core-sounds-{language}-g722")
    found = []
    with gzip.open(transcript, "rt", encoding="utf-8-sig", errors="replace") as lines:
        for line in lines:
            name, colon, text = line.strip().partition(":")
            path = SOUNDS / language / f"{name}.g722"
            usable = colon and not line.startswith(";") and not UNUSABLE & set(text) and ".." not in text
            if usable and len(text.split()) >= LEAST_WORDS and path.exists():
                found.append(Prompt(name, path, text.strip()))
    return found
