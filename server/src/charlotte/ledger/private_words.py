"""Whether words tell whose registration somebody asks for: an address, or a code of the event's list."""

import re

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.congress.importers.attendees.codes import folded_code, nearly
from charlotte.ledger.sealed_lists import SealedList, opened, registrations, stored_list
from charlotte.ledger.vault import Vault, WordsUnreadable

EMAIL = re.compile(r"[^\s@]+\s?@\s?[^\s@]+\.[^\s@]+")
_PIECE = re.compile(r"\w+")
MOST_PIECES, MOST_APART = 80, 16
"""Of a question; and of a code that is spelled sign by sign."""
LEAST, MOST = 4, 24
"""Signs of a code."""
MOST_HASHED = 20_000
AT_ONCE = 500
"""Databases take so many values in one question."""


async def are_private(connection: AsyncConnection, vault: Vault, event_id: str, words: str) -> bool:
    """Return whether words hold an address, or a code of the event's list as it is written, spelled or misheard."""
    if EMAIL.search(words):
        return True
    stored = await stored_list(connection, event_id)
    if stored is None:
        return False
    try:
        kept = opened(vault, stored)
    except WordsUnreadable:  # of another key file: no row of it can be found
        return False
    hashes = _hashes(kept, words)
    for at in range(0, len(hashes), AT_ONCE):
        wanted = select(registrations.c.id).where(
            registrations.c.event_id == event_id, registrations.c.by_code.in_(hashes[at : at + AT_ONCE])
        )
        if await connection.scalar(wanted.limit(1)) is not None:
            return True
    return False


def _hashes(kept: SealedList, words: str) -> list[str]:
    pieces = _PIECE.findall(words)[:MOST_PIECES]
    codes: dict[str, None] = {}
    for first in range(len(pieces)):
        for last in range(first + 1, min(first + MOST_APART, len(pieces)) + 1):
            code = folded_code("".join(pieces[first:last]))
            if len(code) > MOST:
                break
            if len(code) >= LEAST:
                codes[code] = None
    misheard = {other: None for code in codes if any(map(str.isdigit, code)) for other in nearly(code)}
    return [kept.by_code(code) for code in [*codes, *misheard][:MOST_HASHED]]
