"""Which sessions a sentence names: by title, by a piece of it in quotation marks, by number or code."""

import re
from collections.abc import Sequence
from functools import lru_cache

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.wording import plain, without_mark
from charlotte.congress.search.folding import fold

QUOTED = re.compile(r"[«„“\"‹»](?:\s?)([^«»„“”\"‹›]{4,120}?)\s?[»“”\"›«]")
NUMBERED = re.compile(r"^((?:[^\W\d_]+\s)?[A-Z]{0,3}\d{1,2}[a-z]?|[^\W\d_]{4,}\s[A-Z])(?=[\s:.–—-])")
SHORTEST_TITLE = 8


def named_by_title(text: str, drafts: Sequence[Draft]) -> list[int]:
    """Return which sessions a sentence names: by title, by a part of it in quotation marks, or by number."""
    said = f" {bare_words(text)} "
    live = [(at, bare_words(without_mark(plain(one.title)))) for at, one in enumerate(drafts) if not one.repeated]
    whole = [at for at, title in live if _is_telling(title) and f" {title} " in said]
    if whole:
        longest = [at for at in whole if not any(at != other and _within(drafts, at, other) for other in whole)]
        return _alone(longest, drafts)
    for quoted in QUOTED.findall(text):
        words = bare_words(quoted)
        within = [
            at
            for at, title in live
            if words and (f" {words} " in f" {title} " or title and title in words and _is_telling(title))
        ]
        if within and len({live_title for at, live_title in live if at in within}) == 1:
            return _alone(within, drafts)
    numbers = [(at, found[1]) for at, _ in live if (found := NUMBERED.match(plain(drafts[at].title)))]
    coded = [at for at, number in numbers if any(map(str.isalpha, number)) and _is_numbered(text, number)]
    coded += [
        at
        for at, _ in live
        if (code := drafts[at].id)
        and code[-1:].isdigit()
        and code[:1].isalpha()
        and len(code) < 5
        and f" {bare_words(code)} " in said
    ]
    return list(dict.fromkeys(coded))


def _is_numbered(text: str, number: str) -> bool:
    """Return whether a sentence names a session by its number; "cet atelier d'abord" does not name Atelier D."""
    found = re.search(rf"(?<!\w){re.escape(number)}(?![\w’'])", text, re.IGNORECASE)
    return found is not None and (not number[-1].isalpha() or found[0][-1].isupper())


def _within(drafts: Sequence[Draft], at: int, other: int) -> bool:
    one, around = bare_words(drafts[at].title), bare_words(drafts[other].title)
    return one != around and one in around


def _alone(found: Sequence[int], drafts: Sequence[Draft]) -> list[int]:
    """Return the sessions unless one title stands for several at different times, which the sentence leaves open."""
    titles = {bare_words(drafts[at].title) for at in found}
    return [*found] if len(found) == len(titles) else []


def _is_telling(title: str) -> bool:
    return len(title) >= SHORTEST_TITLE and (" " in title or len(title) >= SHORTEST_TITLE + 2)


@lru_cache(maxsize=50_000)
def bare_words(text: str) -> str:
    """Return the words of a text without its signs, folded."""
    return " ".join(re.findall(r"\w+", fold(text)))
