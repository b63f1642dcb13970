"""Where in the documents a fact stands that staff told."""

from collections.abc import Iterable, Mapping

from charlotte.knowledge.passage import STAFF, Passage

LEAST = 8
"""Characters of a told value that is looked for; "Hall 12" stands anywhere."""


def places(passages: Iterable[Passage], told: Mapping[str, str]) -> dict[str, str]:
    """Return where in the documents a told value stands word for word, by fact."""
    plain = [(passage, _plain(passage.text)) for passage in passages if passage.document != STAFF]
    found: dict[str, str] = {}
    for fact, value in told.items():
        words = _plain(value)
        if len(words) >= LEAST:
            standing = next((passage for passage, text in plain if words in text), None)
            if standing is not None:
                found[fact] = place_of(standing)
    return found


def place_of(passage: Passage) -> str:
    """Return title, heading and page."""
    page = (f"p. {passage.page}",) if passage.page else ()
    return ", ".join(dict.fromkeys((passage.title, *passage.path[-1:], *page)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
