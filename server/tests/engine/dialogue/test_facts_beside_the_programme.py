"""What no programme says of what it lists, as its price and who may come; in the document's own words."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from charlotte.congress.importers.wording import kind_of
from charlotte.engine.dialogue.answer.gloss import glosses, is_yes_or_no, opens_with
from charlotte.knowledge.query import query_of
from charlotte.tools.search_documents import search_documents
from support.agendas import DEMO
from support.conversation import Conversation, conversation
from support.libraries import Shelfful, shelfful

EVENT, MORNING = "devfest-pisa-2026", "2026-04-18T10:00:00+02:00"
INFO = """# Info pratiche

## Pranzo

Il pranzo costa 9 euro, 5 per gli studenti. I buoni si ritirano all'ingresso entro le 11:30.

## Build a photo restoration app using Genkit Go and Nano Banana Pro

Il laboratorio costa 7 euro. Portare un portatile.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, {"info.it.md": INFO}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str) -> Conversation:
    tool = search_documents(shelf.library)
    return replace(conversation(DEMO, MORNING, language=language), more_tools={tool.name: tool})


async def test_the_programme_tells_when_and_the_document_what_it_costs(shelf: Shelfful) -> None:
    answer = await visitor(shelf, "it").asks("a che ora è Build a photo restoration app, e quanto costa?")
    assert answer.startswith("Oggi alle 11:10") and "«Il laboratorio costa 7 euro." in answer


async def test_a_price_alone_is_asked_of_the_documents(shelf: Shelfful) -> None:
    answer = await visitor(shelf, "fr").asks("le déjeuner coûte combien pour un étudiant ?")
    assert "5 per gli studenti" in answer and "Oggi" not in answer and "Aujourd" not in answer


async def test_when_one_eats_is_no_answer_to_what_one_can_eat(shelf: Shelfful) -> None:
    answer = await visitor(shelf, "en").asks("is there halal food at lunch?")
    assert answer.startswith("I don't have information on that")


async def test_a_private_number_is_nobodys_to_give(shelf: Shelfful) -> None:
    asked = visitor(shelf, "en")
    assert "personal data" in await asked.asks("could you give me Matthias Geisler's mobile number please")
    assert "personal data" not in await asked.asks("which room is Matthias Geisler in?")


@pytest.mark.parametrize(
    ("quote", "spoken_in", "question", "language", "meanings"),
    [
        ("Im ganzen Gebäude ist das Rauchen untersagt.", "de", "si può fumare dentro?", "it", ["vietato"]),
        ("I cani non sono ammessi nelle sale.", "it", "can I bring my dog?", "en", ["not allowed"]),
        ("Nur über eine Treppe mit 18 Stufen.", "de", "je suis en fauteuil roulant, ça va ?", "fr", ["escalier"]),
        (
            "Boole Room: first floor, lift",
            "en",
            "¿en qué planta está y hay ascensor?",
            "es",
            ["ascensor", "primera planta"],
        ),
        ("Hearing loop, step-free throughout.", "en", "ist das stufenlos für den Rollstuhl?", "de", ["stufenlos"]),
        (
            "Riservata ai maggiorenni.",
            "it",
            "mein sohn ist 16 jahre alt, darf er mit?",
            "de",
            ["vorbehalten", "Erwachsene"],
        ),
        ("Gluten-free dishes are labelled.", "en", "c'est gratuit ?", "fr", []),
        ("Nein, hier haben nur Mitglieder Zutritt.", "de", "may I come in?", "en", ["members only"]),
        ("Solo i laboratori.", "it", "werden die Vorträge aufgezeichnet?", "de", ["nur"]),
        ("Pide la llave en acreditaciones.", "es", "who has the key?", "en", ["registration desk"]),
        ("Hay un montacargas al fondo.", "es", "how do I get up in a wheelchair?", "en", ["goods lift"]),
    ],
)
def test_the_words_that_decide_are_explained(
    quote: str, spoken_in: str, question: str, language: str, meanings: list[str]
) -> None:
    polar = is_yes_or_no(question, language)
    found = glosses(quote, spoken_in, query_of(question, language), is_yes_or_no=polar)
    assert [meaning for _, meaning in found] == meanings


@pytest.mark.parametrize(
    ("quote", "language", "answer"),
    [
        ("Leider nicht, es mangelt an Helfern.", "de", "no"),
        ("Ja, kostenlos.", "de", "yes"),
        ("No, pero hay taquillas.", "es", "no"),
        ("No dogs beyond the foyer.", "en", None),
        ("Non-membres : 120 euros.", "fr", None),
        ("Boards are A0 portrait.", "en", None),
        ("Jede Person bekommt ein Heft.", "de", None),
    ],
)
def test_a_document_that_answers_with_yes_or_no_is_opened_so(quote: str, language: str, answer: str | None) -> None:
    assert opens_with(quote, language) == answer


@pytest.mark.parametrize(
    ("question", "language", "is_one"),
    [
        ("la pizza maison, elle est de retour cette année ?", "fr", True),
        ("kann ich am tag selbst noch karten kaufen?", "de", True),
        ("¿se puede aparcar delante?", "es", True),
        ("is there a cloakroom?", "en", True),
        ("mio figlio può venire?", "it", True),
        ("when does the boat leave?", "en", False),
        ("wo ist die garderobe?", "de", False),
        ("quanto costa la cena?", "it", False),
    ],
)
def test_what_wants_a_yes_or_a_no(question: str, language: str, is_one: bool) -> None:
    assert is_yes_or_no(question, language) is is_one


def test_a_dinner_that_its_source_calls_a_break_is_a_social_event() -> None:
    assert kind_of("Break", "Workshop dinner", False) == "social"
    assert kind_of("Break", "Lunch", False) == "break"
