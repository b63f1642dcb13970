"""Sessions by what their kind is called: the one keynote of a congress is also its "lettura magistrale"."""

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from charlotte.congress.model import Session
from charlotte.congress.search.folding import folded
from charlotte.congress.search.function_words import FUNCTION_WORDS, SESSION_WORDS

NAMES = Path(__file__).with_name("kinds.toml")
FEW = 3
"""So many sessions of one kind can be told apart by asking back."""

Name = tuple[str, ...]


def called_by_kind(sessions: Sequence[Session]) -> Iterator[tuple[Session, Name]]:
    """Yield each session of a kind of which there are few, with each name of the kind as folded words."""
    held: dict[str, list[Session]] = defaultdict(list)
    names: dict[str, dict[Name, None]] = defaultdict(dict)
    for session in sessions:
        if session.happens or session.status == "unscheduled":
            for kind, called in _kinds_of(session).items():
                held[kind].append(session)
                names[kind] |= called
    for kind, found in held.items():
        if len({session.title for session in found}) <= FEW:
            yield from ((session, name) for session in found for name in names[kind])


def without(words: Sequence[str], name: Name) -> Sequence[str] | None:
    """Return the words before and behind a name that stands among them; None where it does not."""
    for at in range(len(words) - len(name) + 1):
        if tuple(words[at : at + len(name)]) == name:
            return (*words[:at], *words[at + len(name) :])
    return None


def _kinds_of(session: Session) -> dict[str, dict[Name, None]]:
    """Return the kinds that a session is of: by the programme's word for it, and by what its title begins with."""
    own = folded(session.called or "")
    found: dict[str, dict[Name, None]] = {" ".join(own): {own: None}} if _tells(own) else {}
    title = folded(session.title)
    for kind, names in known_kinds().items():
        if kind == session.kind or any(_begins(own, name) or _begins(title, name) for name in names):
            found[kind] = dict.fromkeys(name for name in names if _tells(name))
    return found


def _begins(words: Name, name: Name) -> bool:
    return words[: len(name)] == name


def _tells(name: Name) -> bool:
    """Return whether a name says more than that it is a session."""
    return any(word not in FUNCTION_WORDS and word not in SESSION_WORDS and not word.isdigit() for word in name)


@lru_cache
def known_kinds() -> Mapping[str, tuple[Name, ...]]:
    """Return what each kind is called in the five languages."""
    told = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    return {
        kind: tuple(dict.fromkeys(folded(name) for names in by_language.values() for name in names))
        for kind, by_language in told.items()
    }
