"""How many a room holds: from the programme's places, else from a document of the house, else it is not known.

What is sold in a room is asked of the documents all the same, though the programme knows the room.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from charlotte.clock import StoppedClock
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.tools.search_documents import search_documents
from support.conversation import Conversation, Shelf
from support.libraries import Shelfful, shelfful
from support.mill import mill

pytestmark = pytest.mark.anyio

ROOMS = """I LUOGHI (Mulino)

Loggia .......... primo piano, 55 posti, ascensore
Soffitta ........ terzo piano, scala di legno

BAR

Alla Loggia una birra costa 4 euro, un bicchiere di sidro 3 euro.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, "fair", {"luoghi.txt": ROOMS}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str) -> Conversation:
    agenda = mill()
    programmes = Shelf({"fair": Programme(agenda.congress, agenda.sessions, agenda.rooms)})
    clock = StoppedClock(datetime.fromisoformat("2027-03-04T08:30+01:00"))
    tool = search_documents(shelf.library)
    return Conversation(Dialogue(programmes), programmes, "fair", clock, language, more_tools={tool.name: tool})


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("de", "Wie viele Leute passen in die Betulla?", "Sala Betulla hat 240 Plätze."),
        ("fr", "combien de places dans la Sala Ontano ?", "Sala Ontano compte 90 places."),
        ("en", "how many people fit in the Cantina?", "Cantina has 35 seats."),
        ("es", "¿cuántas plazas tiene la Loggia?", "Loggia: primo piano, 55 posti"),
        ("it", "quanti posti ha la Soffitta?", "Non ho questa informazione"),
    ],
)
async def test_a_rooms_seats_are_told_as_far_as_they_are_known(
    shelf: Shelfful, language: str, asked: str, told: str
) -> None:
    assert told in await visitor(shelf, language).asks(asked)


@pytest.mark.parametrize(
    ("language", "first", "then", "told"),
    [
        ("it", "dov'è Colle animali?", "quanta gente ci sta lì dentro?", "240 posti"),
        ("es", "¿dónde es Piena del fiume?", "¿cuánta gente cabe ahí dentro?", "55 posti"),
        ("en", "where is Colle animali?", "how many people fit in there?", "240 seats"),
    ],
)
async def test_in_there_is_the_room_of_the_session_spoken_of(
    shelf: Shelfful, language: str, first: str, then: str, told: str
) -> None:
    asked = visitor(shelf, language)
    await asked.asks(first)
    assert told in await asked.asks(then)


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        (
            "fr",
            "entre la Sala Ontano et la Sala Betulla, laquelle est la plus grande, et combien de places chacune ?",
            "Sala Betulla compte 240 places. Sala Ontano compte 90 places.",
        ),
        ("en", "which is bigger, Sala Ontano or Sala Betulla?", "Sala Betulla has 240 seats."),
        ("it", "qual è la sala più grande?", "Sala Betulla ha 240 posti."),
        ("de", "Welcher Raum ist der größte?", "Sala Betulla hat 240 Plätze."),
        ("es", "¿cuál es la sala más grande?", "Sala Betulla tiene 240 plazas."),
    ],
)
async def test_the_largest_of_several_rooms_is_told_first(
    shelf: Shelfful, language: str, asked: str, told: str
) -> None:
    assert (await visitor(shelf, language).asks(asked)).startswith(told)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("it", "quanto costa una birra alla Loggia?"),
        ("en", "how much is a beer in the Loggia tonight?"),
        ("fr", "la bière elle est à combien à la Loggia ce soir ?"),
        ("de", "Was kostet ein Bier in der Loggia?"),
        ("es", "¿cuánto cuesta una cerveza en la Loggia?"),
    ],
)
async def test_a_price_asked_of_a_room_is_told_by_the_documents(shelf: Shelfful, language: str, asked: str) -> None:
    assert "una birra costa 4 euro" in await visitor(shelf, language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("fr", "la bière elle est à combien dans le grenier ce soir ?"),
        ("en", "how much is a beer in the attic tonight?"),
        ("it", "quanto costa una birra in Soffitta stasera?"),
    ],
)
async def test_a_price_that_no_document_tells_of_a_room_is_not_answered_with_its_programme(
    shelf: Shelfful, language: str, asked: str
) -> None:
    answer = await visitor(shelf, language).asks(asked)
    assert "Soffitta" not in answer or "4 euro" in answer
