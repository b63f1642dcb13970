"""What organisers tell Charlotte about their event by hand: which facts there are, and how a value is made harmless."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from charlotte.errors import BadInput


@dataclass(frozen=True)
class Fact:
    """One thing that can be told; a value has at most `lines` lines of `max_chars` characters."""

    name: str
    max_chars: int = 160
    lines: int = 1


FACTS = (
    Fact("event_name", 120),
    Fact("city", 80),
    Fact("venue", 120),
    Fact("opening_hours"),
    Fact("desk"),
    Fact("registration"),
    Fact("wifi"),
    Fact("toilets"),
    Fact("food", 200),
    Fact("cloakroom"),
    Fact("lost_and_found"),
    Fact("transport", 200),
    Fact("accessibility", 200),
    Fact("certificates", 200),
    Fact("first_aid"),
    Fact("emergency_number", 40),
    Fact("notes", 200, lines=12),
    Fact("pronunciations", 100, lines=30),
)
"""Prompt variables that staff edit, in the order of the page and of the instructions."""

KNOWN = {fact.name: fact for fact in FACTS}

_VOICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}")


class NotAFact(BadInput):
    """A value that cannot go into the instructions."""

    code = "not_a_fact"


@dataclass(frozen=True)
class Brief:
    """What staff told about one event; version 0 = nothing yet."""

    version: int = 0
    variables: Mapping[str, str] = field(default_factory=dict)
    voice: str | None = None
    """Voice to speak with; None = the one that was configured."""


class Briefs(Protocol):
    """Whatever keeps the briefs."""

    async def current(self, event_id: str) -> Brief:
        """Return the brief in force."""
        ...


def plain(text: str) -> str:
    """Return one line of visible text: no control or invisible characters, no line breaks, single spaces."""
    visible = (sign for sign in text if unicodedata.category(sign) not in ("Cf", "Cs", "Co", "Cn"))
    spaced = (" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Zs") else sign for sign in visible)
    return " ".join("".join(spaced).split())


def checked(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the values as they may be stored; empty ones are left out. Raises `NotAFact` that names the field."""
    kept: dict[str, str] = {}
    for name, value in variables.items():
        fact = KNOWN.get(name)
        if fact is None:
            known = ", ".join(KNOWN)
            raise NotAFact(f"There is no prompt variable {name[:40]!r}.", hint=f"There are: {known}.", param=name[:40])
        lines = [line for line in map(plain, re.split(r"[\r\n]+", value)) if line]
        if len(lines) > fact.lines:
            many = "one line" if fact.lines == 1 else f"{fact.lines} lines"
            raise NotAFact(f"{name} may have {many}, not {len(lines)}.", hint="Make it shorter.", param=name)
        longest = max(map(len, lines), default=0)
        if longest > fact.max_chars:
            message = f"A line of {name} may have {fact.max_chars} characters, not {longest}."
            raise NotAFact(message, hint="Make it shorter: it is read out to people.", param=name)
        if lines:
            kept[name] = "\n".join(lines)
    return kept


def checked_voice(voice: str | None, known: tuple[str, ...]) -> str | None:
    """Return the voice as it may be stored. Raises `NotAFact`; `known` empty = any well-formed name."""
    if not voice:
        return None
    if not _VOICE.fullmatch(voice) or (known and voice not in known):
        choice = ", ".join(known) or "a name of letters and digits"
        raise NotAFact(f"There is no voice {voice[:60]!r}.", hint=f"Choose one of: {choice}.", param="voice")
    return voice
