"""Questions in people's own words: several at once, about employers and floors, about breaks of half a day."""

from datetime import datetime

import pytest

from charlotte.clock import StoppedClock
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.protocol.items import InputText, Message, OutputText
from support.conversation import Conversation, Shelf

pytestmark = pytest.mark.anyio

ROWS = """Title,Room,Speaker,Organisation,Date,Start,End
Kites over the fjord,Oak Hall,Ida Holm,Windworks,2026-06-01,09:00,09:30
Coffee break,Gallery,,,2026-06-01,10:00,10:30
Lighthouse keepers,Oak Hall,Per Dahl,Harbour Museum,2026-06-01,09:30,10:00
Nets and needles,Elm Room,Siv Lund,Rope School,2026-06-01,11:00,12:00
Coffee break,Gallery,,,2026-06-01,15:30,16:00
Herring by moonlight,Oak Hall,Siv Lund,Rope School,2026-06-01,16:00,17:00
"""


def fair(language: str, rows: str = ROWS) -> Conversation:
    facts = Facts(id="fair", timezone="Europe/Dublin", start_date=day("2026-06-01"), end_date=day("2026-06-01"))
    agenda = read_tables([Document("fair.csv", rows.encode())], facts).agenda
    shelf = Shelf({"fair": Programme(agenda.congress, agenda.sessions, agenda.rooms)})
    clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:30+01:00"))
    return Conversation(Dialogue(shelf), shelf, "fair", clock, language)


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "which company is Ida Holm with?", "Windworks"),
        ("it", "per quale azienda lavora Ida Holm?", "Windworks"),
        ("fr", "pour quelle entreprise travaille Ida Holm ?", "Windworks"),
        ("de", "Für welche Firma arbeitet Ida Holm?", "Windworks"),
        ("es", "¿para qué empresa trabaja Ida Holm?", "Windworks"),
        ("en", "when is the coffee break this afternoon?", "15:30"),
        ("fr", "la pause café de cet après-midi, elle est à quelle heure ?", "15:30"),
        ("it", "a che ora è la pausa caffè di questo pomeriggio?", "15:30"),
        ("de", "Wann ist die Kaffeepause heute Nachmittag?", "15:30"),
        ("it", "a che ora comincia l'intervento di Holm, e chi modera?", "9:00"),
        ("en", "what is the last thing on the programme today?", "Herring by moonlight"),
        ("es", "¿cuál es la última cosa del programa hoy?", "Herring by moonlight"),
        ("en", "what's on in an hour?", "Lighthouse keepers"),
        ("de", "Was läuft in einer halben Stunde in der Oak Hall?", "Kites over the fjord"),
    ],
)
async def test_what_is_asked_is_told(language: str, asked: str, told: str) -> None:
    assert told in await fair(language).asks(asked)


@pytest.mark.parametrize(
    ("language", "where", "then"),
    [
        ("en", "where is Kites over the fjord?", "and what's on straight after that in there?"),
        ("it", "dov'è Kites over the fjord?", "e dopo di lei lì dentro cosa c'è?"),
        ("es", "¿dónde es Kites over the fjord?", "¿y qué hay justo después en esa misma sala?"),
    ],
)
async def test_what_comes_after_that_in_the_same_room(language: str, where: str, then: str) -> None:
    visitor = fair(language)
    assert "Oak Hall" in await visitor.asks(where)
    assert "Lighthouse keepers" in await visitor.asks(then)


async def test_the_employer_of_whoever_was_spoken_of() -> None:
    visitor = fair("en")
    assert "9:30" in await visitor.asks("when does Per Dahl speak?")
    assert "Harbour Museum" in await visitor.asks("which company is he with?")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "on which floor is Oak Hall?"),
        ("it", "la Oak Hall a che piano è?"),
        ("es", "¿dónde está Oak Hall, en qué planta?"),
        ("de", "In welchem Stockwerk ist die Oak Hall?"),
        ("fr", "Oak Hall, c'est à quel étage ?"),
    ],
)
async def test_the_floor_of_a_room_is_asked_of_the_room(language: str, asked: str) -> None:
    visitor = fair(language)
    await visitor.asks(asked)
    assert [call.name for call in visitor.calls][0] == "find_place"


async def test_two_people_of_one_name_are_both_told() -> None:
    rows = ROWS + "Gulls at dawn,Elm Room,Ane Holm,Bird Club,2026-06-01,14:00,14:30\n"
    visitor = fair("en", rows)
    answer = await visitor.asks("when does Holm speak?")
    assert "Ida Holm" in answer and "Ane Holm" in answer and "9:00" in answer and "14:00" in answer


async def test_what_a_named_person_does_is_what_is_spoken_of() -> None:
    visitor = fair("it")
    visitor.items += [
        Message(role="user", content=(InputText(text="a che ora parla Ida Holm?"),)),
        Message(role="assistant", content=(OutputText(text="Ida Holm parla alle 9:00."),)),
    ]
    answer = await visitor.asks("e di cosa tratta, e quanto dura?")
    assert "Kites over the fjord" in answer and "30 minuti" in answer


async def test_an_hour_is_no_number_of_a_room() -> None:
    rows = ROWS.replace("Elm Room", "Room 2").replace("Oak Hall", "Room 4")
    visitor = fair("de", rows)
    assert "Nets and needles" in await visitor.asks("Was gibt es um elf?")
    await visitor.asks("Was läuft um vier?")
    assert '"room"' not in visitor.calls[0].arguments


async def test_the_first_thing_after_lunch_is_of_the_afternoon() -> None:
    answer = await fair("it").asks("dopo pranzo qual è la prima cosa in Oak Hall?")
    assert "Herring by moonlight" in answer and "Kites over the fjord" not in answer


async def test_whoever_works_somewhere_is_found_by_that() -> None:
    assert "9:30" in await fair("it").asks("a che ora parla quello del Harbour Museum?")


@pytest.mark.parametrize(
    ("language", "asked"),
    [("de", "Wann ist Quer durch den Wald?"), ("en", "when does Let us all get over it start?")],
)
async def test_a_word_of_a_title_does_not_ask_until_when(language: str, asked: str) -> None:
    rows = ROWS + "Quer durch den Wald,Elm Room,Ane Holm,Bird Club,2026-06-01,14:00,14:30\n"
    rows += "Let us all get over it,Elm Room,Ane Holm,Bird Club,2026-06-01,14:00,14:30\n"
    answer = await fair(language, rows).asks(asked)
    assert "14:00" in answer and "30 min" not in answer.casefold(), answer
