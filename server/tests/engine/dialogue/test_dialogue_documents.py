"""Practical questions that staff did not answer are answered from documents, in their words, or not at all."""

import tomllib
from collections.abc import AsyncIterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from charlotte.engine.dialogue.grammar import LANGUAGES
from charlotte.tools.search_documents import search_documents
from support.agendas import DEMO
from support.conversation import Conversation, conversation
from support.libraries import Shelfful, shelfful

EVENT = "devfest-pisa-2026"
NOON = "2026-04-18T12:00:00+02:00"
INFO = """# Info pratiche

## Parcheggio

Il parcheggio costa 2 € all'ora.

## Ristoro

I piatti vegetariani e senza glutine sono al banco 2.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, {"info.it.md": INFO}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str, *, spoken: bool = False) -> Conversation:
    tool = search_documents(shelf.library)
    return replace(conversation(DEMO, NOON, language=language, spoken=spoken), more_tools={tool.name: tool})


async def test_the_documents_own_words_are_the_answer(shelf: Shelfful) -> None:
    asked = visitor(shelf, "it")
    answer = await asked.asks("Quanto costa il parcheggio?")
    assert answer == (
        "Nei documenti dell'evento si legge: «Il parcheggio costa 2 € all'ora.» (Info pratiche, Parcheggio)."
    )
    assert [call.name for call in asked.calls] == ["search_documents"]


async def test_in_another_language_it_is_said_which_one_follows(shelf: Shelfful) -> None:
    asked = visitor(shelf, "en", spoken=True)
    answer = await asked.asks("How much is parking?")
    assert answer == "The event's documents say, in Italian: “Il parcheggio costa 2 € all'ora.”"
    assert [clause.language for clause in asked.clauses] == ["en", "it"], "each is spoken in its own language"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("it", "Ci sono piatti vegetariani?"),
        ("en", "Is there gluten-free food?"),
        ("fr", "Est-ce qu'il y a des repas végétariens ?"),
        ("de", "Gibt es vegetarisches Essen?"),
        ("es", "¿Hay comida sin gluten?"),
    ],
)
async def test_diets_are_quoted_and_sent_to_staff(shelf: Shelfful, language: str, question: str) -> None:
    asked = visitor(shelf, language)
    answer = await asked.asks(question)
    assert "I piatti vegetariani e senza glutine sono al banco 2." in answer
    data = tomllib.loads(
        resources.files("charlotte.engine.dialogue.answer").joinpath("documents.toml").read_text("utf-8")
    )
    assert answer.endswith(data[language]["diet"])


async def test_what_staff_told_comes_before_documents(shelf: Shelfful) -> None:
    asked = replace(visitor(shelf, "it"), told={"transport": "parcheggio P3, gratuito"})
    assert "P3" in await asked.asks("Dove posso parcheggiare?")
    assert asked.calls == []


async def test_what_is_nowhere_is_admitted(shelf: Shelfful) -> None:
    asked = visitor(shelf, "en")
    answer = await asked.asks("Is there a cloakroom?")
    assert "info desk" in answer and "“" not in answer
    assert "search_documents" in [call.name for call in asked.calls]


async def test_the_programme_is_asked_first_about_the_programme(shelf: Shelfful) -> None:
    asked = visitor(shelf, "en")
    await asked.asks("What is on now?")
    await asked.asks("Which room is the raku pottery workshop in?")
    assert "banco" not in await asked.asks("Who won the best talk award last year?")


def test_every_language_has_the_same_texts() -> None:
    data = tomllib.loads(
        resources.files("charlotte.engine.dialogue.answer").joinpath("documents.toml").read_text("utf-8")
    )
    assert set(data) == set(LANGUAGES)
    for language in LANGUAGES:
        assert set(data[language]) == set(data["it"]) and set(data[language]["languages"]) == set(LANGUAGES)


SHORT = """# Info

## Wi-Fi

The network is called KILN-GUEST. The password is salt-glaze-7. One device each.

## Luggage

Suitcases are kept at level -1.
"""


async def test_a_short_section_is_heard_out(tmp_path: Path) -> None:
    async with shelfful(tmp_path, EVENT, {"info.en.md": SHORT}) as opened:
        answer = await visitor(opened, "en").asks("what's the wifi password?")
    assert "KILN-GUEST" in answer and "salt-glaze-7" in answer and "Suitcases" not in answer, answer


async def test_of_allergies_staff_are_asked_where_the_documents_say_nothing(shelf: Shelfful) -> None:
    answer = await visitor(shelf, "en").asks("I am allergic to nuts. Is the lunch safe for me?")
    assert "ask the staff to confirm" in answer, answer


async def test_what_documents_say_of_allergies_is_quoted(tmp_path: Path) -> None:
    info = "# Info\n\n## Food\n\nAll lunches are vegetarian. Tell the kitchen about allergies a week before.\n"
    async with shelfful(tmp_path, EVENT, {"info.en.md": info}) as shelf:
        answer = await visitor(shelf, "en").asks("I have a peanut allergy, what can I eat?")
        assert "Tell the kitchen about allergies" in answer and "ask the staff to confirm" in answer, answer


async def test_allergies_as_a_subject_are_no_question_of_what_to_eat(tmp_path: Path) -> None:
    info = "# Info\n\n## Food\n\nAll lunches are vegetarian. Tell the kitchen about allergies a week before.\n"
    async with shelfful(tmp_path, EVENT, {"info.en.md": info}) as shelf:
        answer = await visitor(shelf, "en").asks("I work with children: is there anything on paediatric allergy?")
        assert "kitchen" not in answer and "ask the staff to confirm" not in answer, answer
