"""An answer holds what was asked for: an amount, a time, the day, the row of whoever asks."""

import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from charlotte.knowledge.answer_kinds import holds
from charlotte.knowledge.answering import Quoted
from charlotte.knowledge.query import query_of
from support.libraries import Shelfful, shelfful

EVENT = "brueckenforum"
MONDAY, TUESDAY = date(2027, 6, 14), date(2027, 6, 15)
HINWEISE = """# Hinweise

## Abendveranstaltung

Schifffahrt auf der Donau am Montag. Einlass 18:45 Uhr, Abfahrt 19:15 Uhr, Rückkehr gegen 22:30 Uhr. Karten zu 45 Euro,
Studierende 25 Euro, am Empfang bis Montag 12 Uhr.

## Poster

Poster bitte im Format A1 hoch. Aufhängen bis Montag 10:00 Uhr, abnehmen am Dienstag zwischen 14:00 und 15:00 Uhr.

## Barrierefreiheit

Das Kesselhaus liegt im Untergeschoss und ist nur über eine Treppe mit 18 Stufen zu erreichen.

## Garderobe

Im Foyer, 1 Euro je Stück, montags 8 bis 18 Uhr, dienstags bis 16 Uhr.

## Öffnungszeiten

| Tag | Empfang |
|---|---|
| Montag | 8:00 bis 17:30 Uhr |
| Dienstag | 8:30 bis 14:00 Uhr |

## Parken

Vor dem Haus ist Halteverbot.
"""
ORTO = """# Informazioni

## Quote

| Categoria | Fino a febbraio | Dopo |
|---|---|---|
| Soci | 60 euro | 80 euro |
| Non soci | 95 euro | 120 euro |
| Studenti | 25 euro | 25 euro |

## Laboratorio di innesto

Il laboratorio costa 12 euro. Ci si iscrive in segreteria entro venerdì alle 11:00. I minori di 14 anni vengono con un
genitore.

## Cena sociale

Al ristorante Il Mecenate. La cena costa 38 euro, 20 per gli studenti. Prenotazioni entro le 15:00 di venerdì.
"""
EBRO = """# Cómo llegar

## Accesibilidad

Todo el edificio tiene rampas, excepto el Laboratorio, al que se llega por una escalera.
"""


@pytest.fixture
async def forum(tmp_path: Path) -> AsyncIterator[Shelfful]:
    files = {"hinweise.de.md": HINWEISE, "orto.it.md": ORTO, "llegar.es.md": EBRO}
    async with shelfful(tmp_path, EVENT, files) as opened:
        yield opened


async def best(forum: Shelfful, question: str, language: str, today: date = MONDAY) -> Quoted:
    answered = await forum.library.search(EVENT, question, limit=1, language=language, today=today)
    return answered.quoted[0]


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("quanto costa la cena e entro quando devo prenotare?", "it", ("38 euro", "15:00")),
        ("le vestiaire coûte combien et il ferme à quelle heure ?", "fr", ("1 Euro", "18 Uhr")),
        ("when does the boat set off tonight and when are we back?", "en", ("19:15", "22:30")),
        ("le dîner, c'est combien pour un étudiant ?", "fr", ("20 per gli studenti",)),
        ("no soy socio, ¿cuánto cuesta la inscripción?", "es", ("Non soci", "120")),
        ("bis wann muss mein Poster weg sein?", "de", ("14:00",)),
        ("il laboratorio di innesto si paga? e fino a quando ci si iscrive?", "it", ("12 euro", "11:00")),
    ],
)
async def test_a_sentence_for_each_thing_that_is_asked(
    forum: Shelfful, question: str, language: str, says: tuple[str, ...]
) -> None:
    found = await best(forum, question, language)
    assert found.sureness in ("exact", "close")
    assert all(said in found.quote for said in says), found.quote


@pytest.mark.parametrize(("today", "until"), [(MONDAY, "17:30"), (TUESDAY, "14:00")])
async def test_the_row_of_today(forum: Shelfful, today: date, until: str) -> None:
    found = await best(forum, "bis wann hat der Empfang heute geöffnet?", "de", today)
    assert until in found.quote


@pytest.mark.parametrize(
    ("question", "language", "says"),
    [
        ("je suis en fauteuil roulant, je peux aller au Kesselhaus ?", "fr", "Treppe"),
        ("I use a wheelchair, can I get to the Laboratorio?", "en", "escalera"),
        ("a che piano è il Kesselhaus?", "it", "Untergeschoss"),
    ],
)
async def test_stairs_lifts_and_floors_answer_who_asks_for_the_way(
    forum: Shelfful, question: str, language: str, says: str
) -> None:
    found = await best(forum, question, language)
    assert says in found.quote


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("quanto costa la metropolitana dall'aeroporto?", "it"),
        ("¿cuánto cuesta el desayuno en el hotel?", "es"),
        ("is there vegan food at lunch?", "en"),
        ("il y a une garderie pour les enfants ?", "fr"),
        ("wer bezahlt mein hotel?", "de"),
    ],
)
async def test_prices_and_times_of_something_else_are_no_answer(forum: Shelfful, question: str, language: str) -> None:
    answered = await forum.library.search(EVENT, question, limit=1, language=language, today=MONDAY)
    assert all(found.sureness in ("weak", "none") for found in answered.quoted)


@pytest.mark.parametrize(
    ("kind", "sentence", "is_held"),
    [
        ("price", "Tickets are £15 at the desk.", True),
        ("price", "Il pranzo è compreso nella quota.", True),
        ("price", "Boards are A0 portrait.", False),
        ("time", "Take them down by 15:00.", True),
        ("time", "The certificate comes within ten working days.", True),
        ("time", "Se descarga desde el 22 de marzo.", True),
        ("time", "The exhibition closes on the 3rd of May.", True),
        ("time", "Höchstens 40 Personen, festes Schuhwerk ist Pflicht.", False),
        ("time", "Riservata ai maggiorenni.", False),
    ],
)
def test_what_a_sentence_holds(kind: str, sentence: str, is_held: bool) -> None:
    assert holds(kind, sentence) is is_held


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("la cena sociale me coûterait combien ?", "fr"),
        ("¿cuánto me cobran por otra copia?", "es"),
        ("quanto costerebbe la cena?", "it"),
        ("what do they charge for the boat?", "en"),
    ],
)
def test_a_price_is_asked_in_any_tense(question: str, language: str) -> None:
    assert "price" in query_of(question, language).expects


async def test_a_record_is_quoted_whole_where_what_is_asked_stands_beside(tmp_path: Path) -> None:
    told = {"pier": "Mill quay, 18:15", "ticket sale": "desk, until Tuesday 12:00", "price": "40 euro"}
    facts = json.dumps({"boat evening": told})
    async with shelfful(tmp_path, EVENT, {"facts.json": facts}) as shelf:
        question = "how much are the tickets for the boat evening and until when are they on sale?"
        answered = await shelf.library.search(EVENT, question, limit=1, language="en", today=MONDAY)
    assert "40 euro" in answered.quoted[0].quote and "until Tuesday 12:00" in answered.quoted[0].quote


def test_fare_is_no_price_in_italian() -> None:
    assert "price" not in query_of("può fare il laboratorio?", "it").expects
    assert "price" in query_of("what is the bus fare?", "en").expects
