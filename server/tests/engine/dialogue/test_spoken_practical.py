"""Practical questions as people speak them find what the documents say, and nothing where they do not say it."""

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
INFO = """# Info pratiche

## Come arrivare

- In bicicletta: rastrelliera coperta dietro il cancello nord
- In auto: parcheggio multipiano di via Bonanno
- La navetta dalla stazione è gratuita per tutti.

## Che connettori e che risoluzione hanno i proiettori?

- Risoluzione consigliata: 1920x1080 (`displayset --auto`)
- Connettori: HDMI e DisplayPort

## Posso portare i bambini?

Certo, purché accompagnati da un adulto.

## TODO: altre domande

- Cani, bagagli, oggetti smarriti
"""
BICYCLE, CONNECTOR, SHUTTLE, CHILDREN = (
    "rastrelliera coperta",
    "HDMI e DisplayPort",
    "è gratuita per tutti",
    "un adulto",
)


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, {"info.it.md": INFO}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str) -> Conversation:
    tool = search_documents(shelf.library)
    return replace(conversation(DEMO, NOON, language=language), more_tools={tool.name: tool})


@pytest.mark.parametrize(
    ("language", "question", "said"),
    [
        ("it", "Dove si può legare la bicicletta?", BICYCLE),
        ("it", "Sono arrivata in bici, dove la posso lasciare?", BICYCLE),
        ("fr", "Je suis arrivé à vélo, je peux le mettre où ?", BICYCLE),
        ("de", "Ich bin mit dem Rad gekommen, wo stelle ich es hin?", BICYCLE),
        ("en", "What cable do I need to plug in my laptop to the projector?", CONNECTOR),
        ("it", "Con quale cavo si collega il proiettore?", CONNECTOR),
        ("es", "¿Qué conector tiene el proyector?", CONNECTOR),
        ("es", "¿Hay que pagar la lanzadera?", SHUTTLE),
        ("en", "Do I need to pay for the shuttle from the station?", SHUTTLE),
        ("fr", "Mon fils peut venir avec moi ?", CHILDREN),
        ("de", "Darf ich meine Tochter mitbringen?", CHILDREN),
    ],
)
async def test_a_question_in_ones_own_words_is_answered(
    shelf: Shelfful, language: str, question: str, said: str
) -> None:
    assert said in await visitor(shelf, language).asks(question)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Can I bring my dog inside?"),
        ("de", "Wo kann ich meinen Koffer lassen?"),
        ("it", "Ho perso il portafoglio, lo avete trovato?"),
        ("fr", "Où est-ce que je peux fumer une cigarette ?"),
        ("es", "¿Dónde puedo llenar mi botella?"),
        ("en", "Is there a place to change a nappy?"),
        ("fr", "Vous donnez une attestation de présence ?"),
    ],
)
async def test_what_the_documents_do_not_say_is_not_quoted(shelf: Shelfful, language: str, question: str) -> None:
    answer = await visitor(shelf, language).asks(question)
    assert "Info pratiche" not in answer


async def test_a_commands_option_is_no_word(shelf: Shelfful) -> None:
    assert "1920x1080" not in await visitor(shelf, "it").asks("Dove lascio la macchina?")


async def test_who_asks_a_price_is_told_in_their_language_that_it_is_free(shelf: Shelfful) -> None:
    answer = await visitor(shelf, "en").asks("Do I need to pay for the shuttle from the station?")
    assert answer.endswith("“gratuita” means: free of charge.")
    assert "vuol dire" not in await visitor(shelf, "it").asks("La navetta dalla stazione si paga?")
