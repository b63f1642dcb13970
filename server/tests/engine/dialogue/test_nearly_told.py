"""What documents may say is told as no more than that; what they say of something else is not told."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from charlotte.tools.search_documents import search_documents
from support.agendas import DEMO
from support.conversation import Conversation, conversation
from support.libraries import Shelfful, shelfful

EVENT = "devfest-pisa-2026"
NOON = "2026-04-18T12:00:00+02:00"
INFO = """# Notes for visitors

## By car

The Brewery car park has 300 places. Tariff: 2 euro an hour, daily maximum 14 euro. Four charging points on level -1.

## Funicular

The funicular runs from the river to the upper town, then five minutes on foot. Last ride at about 21:00.

## Stands

One socket for each stand; bring your own extension leads. A glass case with cooling is shared.

## Step-free way in

There is a ramp at 8 Mill Lane, with a bell. A lift goes to the first floor, where the halls are.

## Found things

What was found is kept at the reception.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, {"notes.md": INFO}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str) -> Conversation:
    tool = search_documents(shelf.library)
    return replace(conversation(DEMO, NOON, language=language), more_tools={tool.name: tool})


@pytest.mark.parametrize(
    ("language", "question", "begins", "ends"),
    [
        ("it", "l'ultima funicular quando parte?", "Non sono sicura.", "chieda al banco informazioni."),
        ("fr", "le dernier funicular part quand ?", "Je ne sais pas exactement.", "demandez au point info."),
        ("de", "die letzte Funicular, wann fährt die?", "Das weiß ich nicht genau.", "weiß es der Infopunkt."),
    ],
)
async def test_what_may_answer_is_told_as_no_more(
    shelf: Shelfful, language: str, question: str, begins: str, ends: str
) -> None:
    answer = await visitor(shelf, language).asks(question)
    assert "Last ride at about 21:00" in answer
    assert answer.startswith(begins) and answer.endswith(ends), answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Where can I download the slides afterwards?"),
        ("de", "Was kostet eine Nacht im Hotel am Fluss?"),
        ("it", "Dove si scaricano le slide?"),
        ("fr", "Peut-on fumer quelque part ?"),
        ("es", "¿A qué hora cierra la sauna?"),
    ],
)
async def test_what_is_said_of_something_else_is_not_told(shelf: Shelfful, language: str, question: str) -> None:
    answer = await visitor(shelf, language).asks(question)
    assert not any(said in answer for said in ("socket", "car park", "funicular", "ramp", "reception")), answer
