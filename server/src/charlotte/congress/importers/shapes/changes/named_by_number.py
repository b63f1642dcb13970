"""Sessions that a sentence names by the numbers that the programme's items have: "nos. 19 and 20 swap places"."""

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from datetime import datetime

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import plain, without_mark
from charlotte.congress.search.folding import fold
from charlotte.congress.search.function_words import FUNCTION_WORDS

_WORD = r"(?:nos?\.?|nrn?\.?|n[°ºo]s?\.?|n\.|num(?:ber|mer|[eé]ro)[sn]?|items?|punkte?|points?|punt[oi]s?|pos\.|#)"
_NUMBER = r"\d{1,3}[a-z]?(?!\w|[.,:]\d)"
NUMBERS = re.compile(
    rf"\W*(?:(?:the|die|der|il|la|le|les|el|los|i|gli)\s+)?{_WORD}\s*{_NUMBER}"
    rf"(?:\s*(?:,|&|\+|and|und|et|e|y)\s*(?:{_WORD}\s*)?{_NUMBER})*",
    re.IGNORECASE,
)
"""What a sentence begins with; a number in its midst may be that of a bus."""
ONE = re.compile(_NUMBER, re.IGNORECASE)
SWAPS = re.compile(
    r"(?<!\w)(?:swap\w*|exchange\w*|chang\w+ places|trade\w* places|tausch\w*|getauscht|vertausch\w*|si scambi\w*|"
    r"scambi\w* di posto|invert\w*|intervert\w*|(?:échang|permut)\w*|intercambi\w*|permutan?)(?!\w)",
    re.IGNORECASE,
)
PIECES = re.compile(r"\s*[;:](?!\d)\s+|\.\s+(?=[A-ZÀ-Þ])")
LEAST = 4
"""Letters of a word that may show which session is meant."""
PAIR = 2


def named_by_number(text: str, drafts: Sequence[Draft]) -> list[int]:
    """Return which sessions a sentence names by the numbers that it begins with; none where one may be several."""
    begun = NUMBERS.match(text)
    found: list[int] = []
    for number in ONE.findall(begun[0]) if begun is not None else ():
        own = [
            at for at, one in enumerate(drafts) if not one.repeated and (one.id or "").casefold() == number.casefold()
        ]
        if len(own) != 1:
            return []
        found += own
    return found


def numbered_clauses(text: str, drafts: Sequence[Draft], facts_in: Callable[[str], Set[str]]) -> list[str]:
    """Return what a sentence says of each of the sessions whose numbers it begins with, each with its title ahead.

    Each must be named again by a word that only its title has, and told a time or a room.
    """
    named = named_by_number(text, drafts)
    begun = NUMBERS.match(text)
    if len(named) < PAIR or begun is None:
        return []
    words = {at: _words(f"{drafts[at].title} {' '.join(one.name for one in drafts[at].speakers)}") for at in named}
    found: dict[int, str] = {}
    for piece in PIECES.split(text[begun.end() :]):
        said = _words(piece)
        telling = [at for at in named if said & words[at] - set().union(*(words[one] for one in named if one != at))]
        if facts_in(piece) and len(telling) == 1 and telling[0] not in found:
            found[telling[0]] = piece
    return (
        [f"«{without_mark(plain(drafts[at].title))}»: {found[at]}" for at in named] if len(found) == len(named) else []
    )


def swapped(text: str, named: Sequence[int], drafts: Sequence[Draft]) -> dict[int, tuple[datetime, datetime | None]]:
    """Return when each of two sessions is held that a sentence says swap places: both go on as long as before."""
    if len(named) != PAIR or SWAPS.search(text) is None:
        return {}
    first, last = sorted(named, key=lambda at: str(drafts[at].start))
    one, other = drafts[first], drafts[last]
    if one.start is None or other.start is None:
        return {}
    if one.end is None or other.end is None:
        return {first: (other.start, other.end), last: (one.start, one.end)}
    follow = one.end == other.start or one.start.date() == other.start.date() and one.room == other.room
    begins = other.end - (one.end - one.start) if follow else other.start
    return {first: (begins, begins + (one.end - one.start)), last: (one.start, one.start + (other.end - other.start))}


def at_its_place(draft: Draft, place: tuple[datetime, datetime | None]) -> Draft:
    """Return a draft at the time of the one that it swapped places with."""
    before = f"was {draft.start:%H:%M}" if draft.start is not None else None
    return replace(draft, start=place[0], end=place[1], moved=True, moved_from=draft.moved_from or before)


def _words(text: str) -> Set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", fold(text)) if len(word) >= LEAST and word not in FUNCTION_WORDS}
