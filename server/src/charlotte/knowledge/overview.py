"""What a model is told from the documents before anybody asks: the passages about what is asked most."""

from charlotte.knowledge.index import Index
from charlotte.knowledge.passage import Passage
from charlotte.knowledge.quotable import readable

TOPICS = (
    "opening_hours",
    "wifi",
    "arrival",
    "address",
    "parking",
    "food",
    "registration",
    "price",
    "cloakroom",
    "toilets",
    "accessibility",
    "children",
    "photos",
    "certificate",
    "first_aid",
)
"""Concepts, in the order in which visitors ask for them."""
LONGEST = 500
IN_ALL = 4_000
"""Characters: about a thousand tokens, which every call of the event begins with."""


def overview(index: Index) -> tuple[str, ...]:
    """Return the passages, each once and with its place; nothing that speaks to machines."""
    texts: dict[str, str] = {}
    for topic in TOPICS:
        for at in index.by_concept(topic, 1):
            passage = index.passages[at]
            if passage.id not in texts and (text := readable(passage.text)):
                texts[passage.id] = f"{_place(passage)}: {' '.join(text.split())}"[:LONGEST]
    kept: list[str] = []
    for text in texts.values():
        if sum(map(len, kept)) + len(text) > IN_ALL:
            break
        kept.append(text)
    return tuple(kept)


def _place(passage: Passage) -> str:
    page = (f"page {passage.page}",) if passage.page else ()
    return " › ".join(dict.fromkeys((passage.title, *passage.path, *page)))
