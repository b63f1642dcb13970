"""What a programme may say of one session at most: a line without an end would fill the database and the page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charlotte.congress.importers.draft import Draft, DraftPerson
from charlotte.congress.model import RowWarning

LONGEST_TITLE = 500
LONGEST_TEXT = 50_000
"""Of a description: ten times the longest one seen."""
MOST_PEOPLE = 500
LONGEST_NAME = 200


def kept_short(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield drafts with texts of a length that people write; what was cut is a warning."""
    return map(_short, drafts)


def _short(draft: Draft) -> Draft:
    if not _is_long(draft):
        return draft
    message = f"{draft.title[:40]!r} says more than a session may; what is beyond that was cut off."
    return replace(
        draft,
        title=_cut(draft.title, LONGEST_TITLE),
        subtitle=draft.subtitle and _cut(draft.subtitle, LONGEST_TITLE),
        abstract=draft.abstract and _cut(draft.abstract, LONGEST_TEXT),
        track=draft.track and _cut(draft.track, LONGEST_NAME),
        format_name=draft.format_name and _cut(draft.format_name, LONGEST_NAME),
        room=draft.room and _cut(draft.room, LONGEST_TITLE),
        part_of=draft.part_of and _cut(draft.part_of, LONGEST_TITLE),
        speakers=_people(draft.speakers),
        chairs=_people(draft.chairs),
        warnings=(*draft.warnings, RowWarning(draft.row, "text_cut", message, {"title": draft.title[:40]})),
    )


def _is_long(draft: Draft) -> bool:
    names = (draft.track, draft.format_name, *(one.name for one in (*draft.speakers, *draft.chairs)))
    return (
        any(len(text or "") > LONGEST_TITLE for text in (draft.title, draft.subtitle, draft.room, draft.part_of))
        or len(draft.abstract or "") > LONGEST_TEXT
        or any(len(name or "") > LONGEST_NAME for name in names)
        or max(len(draft.speakers), len(draft.chairs)) > MOST_PEOPLE
    )


def _people(people: tuple[DraftPerson, ...]) -> tuple[DraftPerson, ...]:
    return tuple(replace(one, name=_cut(one.name, LONGEST_NAME)) for one in people[:MOST_PEOPLE])


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
