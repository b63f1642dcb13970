"""Two things asked in one breath: each is answered, or told as not known; and what is one question stays one."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from charlotte.engine.dialogue.question.halves import cuts_of
from charlotte.tools.search_documents import search_documents
from support.conversation import Conversation, conversation
from support.libraries import Shelfful, shelfful

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Format
Accueil des équipages,2027-08-20,8:30,9:00,Voilerie,,Break
Cerfs-volants de Bali,2027-08-20,9:00,9:45,Salle des Vents,Ketut Wiratma,Talk
Nouer une bride qui tient,2027-08-20,9:00,10:30,Hangar,Maïwenn Le Goff,Workshop
Pause café,2027-08-20,10:30,11:00,Voilerie,,Break
Photographier depuis le ciel,2027-08-20,11:00,11:45,Salle des Vents,Anselm Brodowski,Talk
Déjeuner,2027-08-20,12:30,14:00,Cantine du Phare,,Break
Météo de plage,2027-08-20,14:00,14:45,Salle des Vents,Maïwenn Le Goff,Talk
Pause café,2027-08-20,15:30,16:00,Voilerie,,Break
Toiles et coutures,2027-08-20,16:00,16:45,Hangar,Anselm Brodowski,Talk
Apéritif des équipages,2027-08-20,18:00,19:30,Jetée,,Social
Dîner au phare,2027-08-20,20:00,23:00,Phare de Goulven,,Social
"""
INFO = """# Infos pratiques

## Dîner au phare

Le dîner coûte 31 euros, boissons comprises. On s'inscrit à la voilerie jusqu'à midi.

## Consigne

Les valises se déposent à la conciergerie, derrière le hangar.

## Atelier de bride

L'atelier « Nouer une bride qui tient » est gratuit ; inscription obligatoire à la voilerie, douze places.
"""
EVENT = "cerfs-volants"
DINNER, LUGGAGE, WORKSHOP = "31 euros", "conciergerie", "inscription obligatoire"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kites")
    (path / "programme.csv").write_text(PROGRAMME, encoding="utf-8")
    (path / "event.json").write_text(f'{{"id": "{EVENT}", "name": "Vents", "timezone": "Europe/Paris"}}')
    return path


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, {"infos.fr.md": INFO}) as opened:
        yield opened


def visitor(folder: Path, language: str) -> Conversation:
    return conversation(folder, "2027-08-20T08:00+02:00", language=language)


def reader(folder: Path, shelf: Shelfful, language: str) -> Conversation:
    tool = search_documents(shelf.library)
    return replace(visitor(folder, language), more_tools={tool.name: tool})


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("fr", "à quelle heure est le dîner et combien ça coûte ?", ("20:00", DINNER)),
        ("es", "¿a qué hora es la cena y cuánto cuesta?", ("20:00", DINNER)),
        ("de", "wann ist das Abendessen und was kostet es?", ("20:00", DINNER)),
        ("it", "a che ora è la cena e quanto costa?", ("20:00", DINNER)),
        ("en", "when is the dinner and how much is it?", ("20:00", DINNER)),
        ("fr", "quand passe Ketut Wiratma et où est-ce que je laisse ma valise ?", ("9:00", LUGGAGE)),
        ("es", "¿cuándo habla Brodowski de fotografiar y dónde puedo dejar la maleta?", ("11:00", LUGGAGE)),
        ("fr", "c'est où Nouer une bride, et faut-il s'inscrire ?", ("Hangar", WORKSHOP)),
    ],
)
async def test_both_halves_are_answered(
    folder: Path, shelf: Shelfful, language: str, asked: str, told: tuple[str, ...]
) -> None:
    answer = await reader(folder, shelf, language).asks(asked)
    assert all(piece in answer for piece in told), answer


@pytest.mark.parametrize(
    ("language", "asked", "unknown"),
    [
        ("fr", "c'est quand Météo de plage et est-ce qu'il y a une crèche ?", "point info"),
        ("it", "quando parla Wiratma e c'è un asilo nido?", "banco informazioni"),
    ],
)
async def test_a_half_that_nobody_knows_is_told_as_such(
    folder: Path, shelf: Shelfful, language: str, asked: str, unknown: str
) -> None:
    answer = await reader(folder, shelf, language).asks(asked)
    assert unknown in answer and ("14:00" in answer or "9:00" in answer), answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "when is Brodowski on about photography and where do I get coffee before it?"),
        ("it", "quando parla Brodowski di photographier e dove prendo un caffè prima?"),
        ("fr", "quand est Photographier depuis le ciel et où boire un café avant ?"),
    ],
)
async def test_the_break_before_a_session_is_the_one_right_before_it(folder: Path, language: str, asked: str) -> None:
    answer = await visitor(folder, language).asks(asked)
    assert "11:00" in answer and "10:30" in answer and "15:30" not in answer and "8:30" not in answer, answer


async def test_the_break_after_a_session_is_the_next_one(folder: Path) -> None:
    answer = await visitor(folder, "de").asks("wo ist Météo de plage und gibt es danach Kaffee?")
    assert "Salle des Vents" in answer and "15:30" in answer and "10:30" not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("es", "¿quién presenta lo de Bali y en qué sala?"),
        ("fr", "c'est où Cerfs-volants de Bali et qui en parle ?"),
        ("en", "hello, where and when is the talk on Bali?"),
    ],
)
async def test_facts_of_one_session_are_one_answer(folder: Path, language: str, asked: str) -> None:
    answer = await visitor(folder, language).asks(asked)
    assert "Salle des Vents" in answer and "Ketut Wiratma" in answer and answer.count("Bali") == 1, answer


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I use a wheelchair, can I get into the hall?"),
        ("en", "when this is over, what is on in the hall?"),
        ("fr", "Quand parle Wiratma ? Je crois qu'il passe deux fois."),
        ("fr", "une fois la pause finie, il y a quoi au hangar ?"),
        ("de", "Wann sind Toiles und Brides?"),
    ],
)
def test_what_only_goes_with_a_question_is_no_half(language: str, said: str) -> None:
    assert not list(cuts_of(said, language))


def test_a_spanish_half_keeps_its_mark() -> None:
    assert list(cuts_of("¿dónde se come y cuánto cuesta?", "es")) == [("¿dónde se come?", "¿cuánto cuesta?")]


async def test_a_dinner_is_no_reception(folder: Path) -> None:
    answer = await visitor(folder, "es").asks("¿a qué hora es la cena?")
    assert "20:00" in answer and "18:00" not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [("es", "¿y cuánto cuesta?"), ("fr", "combien ça coûte ?"), ("en", "is it free?"), ("it", "bisogna prenotare?")],
)
async def test_a_price_alone_is_asked_of_what_was_spoken_of(
    folder: Path, shelf: Shelfful, language: str, asked: str
) -> None:
    talk = reader(folder, shelf, language)
    await talk.asks("Dîner au phare ?")
    assert DINNER in await talk.asks(asked)


@pytest.mark.parametrize(
    ("language", "first", "then", "told", "not_told"),
    [
        ("en", "when is Photographier depuis le ciel?", "and the other one?", "Toiles", "Photographier"),
        ("es", "¿cuándo es Photographier depuis le ciel?", "¿y la otra?", "Toiles", "Photographier"),
        ("it", "quando parla Brodowski?", "e nel pomeriggio?", "Toiles", "Photographier"),
        ("fr", "quand passe Anselm Brodowski ?", "et celui de l'après-midi ?", "Toiles", "Photographier"),
    ],
)
async def test_the_other_one_is_somebodys_other_session(
    folder: Path, language: str, first: str, then: str, told: str, not_told: str
) -> None:
    talk = visitor(folder, language)
    await talk.asks(first)
    answer = await talk.asks(then)
    assert told in answer and not_told not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("de", "wann redet Brodowski über Toiles?"),
        ("es", "¿a qué hora habla Brodowski de toiles?"),
        ("en", "when does Brodowski speak about coutures?"),
    ],
)
async def test_of_somebodys_sessions_the_one_on_what_is_said_is_told(folder: Path, language: str, asked: str) -> None:
    answer = await visitor(folder, language).asks(asked)
    assert "16:00" in answer and "11:00" not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "what's the one before lunch?"),
        ("fr", "c'est quoi celle d'avant le déjeuner ?"),
        ("es", "¿cuál es la de antes de comer?"),
        ("it", "qual è quello prima di pranzo?"),
        ("de", "was ist der Vortrag vor dem Mittagessen?"),
    ],
)
async def test_the_one_before_lunch_is_one(folder: Path, language: str, asked: str) -> None:
    answer = await visitor(folder, language).asks(asked)
    assert "Photographier" in answer and "Bali" not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "what's the last talk today?"),
        ("es", "¿cuál es la última charla de hoy?"),
        ("fr", "c'est quoi la dernière conférence aujourd'hui ?"),
    ],
)
async def test_the_last_talk_is_no_dinner(folder: Path, language: str, asked: str) -> None:
    answer = await visitor(folder, language).asks(asked)
    assert "Toiles et coutures" in answer and "phare" not in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [("es", "¿Ketut cuándo sale?"), ("fr", "Ketut fait quoi ?"), ("it", "Ketut quando parla?")],
)
async def test_a_first_name_alone_is_somebody(folder: Path, language: str, asked: str) -> None:
    assert "Bali" in await visitor(folder, language).asks(asked)


async def test_what_begins_in_an_hour_begins_about_then(folder: Path) -> None:
    talk = conversation(folder, "2027-08-20T10:05+02:00", language="fr")
    assert "Photographier" in await talk.asks("qu'est-ce qui commence dans une heure ?")


async def test_what_she_speaks_about_is_no_wish_to_hear_it_again(folder: Path) -> None:
    talk = visitor(folder, "fr")
    await talk.asks("quand passe Ketut Wiratma ?")
    assert "Bali" in await talk.asks("il parle de quoi ?")


async def test_what_comes_after_a_break_in_a_room_is_in_that_room(folder: Path) -> None:
    talk = conversation(folder, "2027-08-20T10:05+02:00", language="es")
    answer = await talk.asks("¿dónde pillo un café y qué viene después en la Salle des Vents?")
    assert "Voilerie" in answer and "Photographier" in answer, answer
