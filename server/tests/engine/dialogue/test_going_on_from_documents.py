"""A question that only goes on from one that documents answered is asked of them together with it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from charlotte.tools.search_documents import search_documents
from support.agendas import DEMO
from support.conversation import Conversation, conversation
from support.libraries import Shelfful, shelfful

NOON = "2026-04-18T12:00:00+02:00"
INFO = """# Info pratiche

## Parcheggio

Il parcheggio costa 2 € all'ora. Per gli studenti il parcheggio è gratuito.

## Navetta

La navetta per la stazione parte dal cancello nord. L'ultima navetta parte alle 22:40, la domenica alle 19:15.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, "devfest-pisa-2026", {"info.it.md": INFO}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str) -> Conversation:
    tool = search_documents(shelf.library)
    return replace(conversation(DEMO, NOON, language=language), more_tools={tool.name: tool})


@pytest.mark.parametrize(
    ("language", "question", "further", "told"),
    [
        ("it", "Quanto costa il parcheggio?", "e per gli studenti?", "gratuito"),
        ("en", "How much is parking?", "and for students?", "gratuito"),
        ("fr", "Combien coûte le parking ?", "et pour les étudiants ?", "gratuito"),
        ("de", "Was kostet das Parken?", "und für Studierende?", "gratuito"),
        ("es", "¿Cuánto cuesta el aparcamiento?", "¿y para estudiantes?", "gratuito"),
        ("it", "Quando parte l'ultima navetta?", "e la domenica?", "19:15"),
    ],
)
async def test_what_goes_on_keeps_what_it_goes_on_from(
    shelf: Shelfful, language: str, question: str, further: str, told: str
) -> None:
    asked = visitor(shelf, language)
    await asked.asks(question)
    assert told in await asked.asks(further)


async def test_what_names_something_else_is_a_question_of_its_own(shelf: Shelfful) -> None:
    asked = visitor(shelf, "it")
    await asked.asks("Quanto costa il parcheggio?")
    assert "22:40" in await asked.asks("e quando parte l'ultima navetta per la stazione?")
