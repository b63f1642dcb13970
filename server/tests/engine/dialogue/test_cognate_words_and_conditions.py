"""Questions in another language than the programme's, with conditions, old times, and needs told of oneself."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.congress.search.cognates import Cognates
from charlotte.congress.search.stems import stem
from charlotte.engine.embedding.e5 import E5
from support.guests_papers import Guests, guests_of

EVENT = (
    '{"id": "occhi", "name": "Giornate dello sguardo", "timezone": "Europe/Rome", "start_date": "2027-03-11",'
    ' "end_date": "2027-03-12", "languages": ["it"]}'
)
PROGRAMME = """Titolo,Data,Inizio,Fine,Sala,Relatori,Tipo,Note
Saluti delle autorità,2027-03-11,9:00,9:30,Loggia,,,
Conferenza inaugurale: Vedere è ricordare,2027-03-11,9:30,10:15,Loggia,Bruno Tassan,keynote,
Oftalmologia di montagna,2027-03-11,10:30,11:15,Loggia,Vera Nardin,,
Intelligenza artificiale e retina,2027-03-11,10:30,11:15,Cantina,Ugo Sartor,,
Sale e pressione negli anziani,2027-03-11,11:30,12:00,Cantina,Ugo Sartor,,
Laboratorio: montare un occhiale,2027-03-11,14:00,15:30,Officina,Vera Nardin,workshop,
Laboratorio: pulire le lenti - parte 1,2027-03-11,15:30,16:30,Officina,Lino Corà,workshop,
Laboratorio: pulire le lenti - parte 2,2027-03-12,15:30,16:30,Officina,Lino Corà,workshop,
Emorragia e urgenza,2027-03-12,9:00,9:45,Loggia,Nora Zin,,spostato da giovedì 11 marzo ore 12:00 in Cantina
Premio per il miglior poster e saluti,2027-03-12,12:00,12:30,Loggia,,,
Passeggiata al faro,2027-03-12,17:00,18:30,Molo,,social,
Tè del pomeriggio,2027-03-11,16:30,17:00,Atrio,,break,
Metalli bianchi e cornee,2027-03-12,10:00,10:45,Loggia,Ada Moro,,
"""
GUIDE = """# Informazioni

## Poster
I poster si appendono giovedì dalle 8:00 e si tolgono venerdì entro le 11:30.

## Cena di giovedì
Alle 20:30 alla trattoria Al Remo, calle dei Squeri 4, a dieci minuti a piedi. Costa 38 euro, prenotazione
in segreteria.

## Attestati
Venerdì dalle 15:00 in segreteria.

## In macchina
Il parcheggio costa 4 euro al giorno: si paga alla segreteria, dove si fa l'iscrizione.

## Pranzo
A pranzo c'è un menù vegetariano e uno senza glutine.

## Se il tempo è brutto
Quando piove la passeggiata al faro si fa nel museo, alle 17:15.

## Oggetti smarriti
Alla segreteria, nell'atrio.

## Asilo
Stanza 12, primo piano, dalle 8:30 alle 18:00; dai 2 anni.
"""
MORNING = "2027-03-11T08:30:00+01:00"


@pytest.fixture
async def guests(tmp_path: Path, model: E5) -> AsyncIterator[Guests]:
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, it=GUIDE) as guests:
        yield guests


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("ophthalmologie", "oftalmologia"),
        ("haemorrhage", "emorragia"),
        ("zytologie", "citologia"),
        ("nutrition", "nutrizione"),
    ],
)
def test_the_same_word_is_known_however_a_language_spells_it(word: str, other: str) -> None:
    assert Cognates([other, "immunita", "cardiologia"]).of(word) == {other}


def test_words_that_only_begin_alike_are_others() -> None:
    assert Cognates(["cardiologia", "immunita"]).of("cardiaque") == frozenset()


def test_a_stem_keeps_enough_to_tell_words_apart() -> None:
    assert stem("saluti", "it") != stem("sale", "it")


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("de", "Gibt es etwas zur Ophthalmologie?", "Oftalmologia di montagna"),
        ("en", "is there anything on haemorrhages?", "Emorragia e urgenza"),
        ("fr", "qui fait la conférence d'ouverture ?", "Bruno Tassan"),
        ("es", "¿quién da la charla de apertura?", "Bruno Tassan"),
        ("en", "who gives the opening lecture tonight?", "Bruno Tassan"),
        ("es", "¿qué va antes hoy, lo de la sal o lo de la inteligencia artificial?", "«Sale e pressione"),
        ("es", "¿cuánto falta para el taller de pulir las lentes?", "parte 1"),
        ("en", "I'm looking for the haemorrhage talk, they told me noon in the Cantina", "9:00"),
    ],
)
async def test_sessions_are_found_from_another_language(
    guests: Guests, language: str, question: str, says: str
) -> None:
    answer = await guests.ask(language, question)
    assert says in answer, answer


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("en", "if I do Vera's workshop this afternoon, can I still see the AI one this morning?", "Yes"),
        ("it", "se vado da Vera Nardin alle dieci e mezza, riesco a sentire anche Sale e pressione?", "Sì"),
        ("de", "Wenn ich zur Oftalmologia di montagna gehe, schaffe ich dann noch den Vortrag über KI?", "Nein"),
        ("fr", "si je vais à Oftalmologia di montagna, est-ce que je peux encore voir celle sur l'IA ?", "Non"),
    ],
)
async def test_two_sessions_of_which_one_is_a_condition_are_compared(
    guests: Guests, language: str, question: str, says: str
) -> None:
    answer = await guests.ask(language, question)
    assert says in answer, answer


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("es", "¿hasta qué hora puedo descolgar mi póster?", "11:30"),
        ("de", "wo war nochmal das Abendessen, welches Lokal?", "Al Remo"),
        ("fr", "je suis venue avec ma petite de trois ans, c'est où la garderie ?", "Stanza 12"),
        ("fr", "c'est où la garderie ?", "Stanza 12"),
        ("es", "¿a partir de qué hora dan el certificado de asistencia?", "15:00"),
        ("de", "Wie komme ich zum Abendessen, ist das weit?", "dieci minuti"),
        ("de", "Was passiert mit dem Spaziergang, wenn's schüttet?", "museo"),
        ("de", "Und wenn es morgen regnet, was ist mit dem Spaziergang?", "museo"),
        ("es", "¿y si llueve, qué pasa con el paseo?", "museo"),
        ("en", "when is tea today?", "16:30"),
        ("es", "¿a qué hora sirven el té hoy?", "16:30"),
    ],
)
async def test_needs_are_answered_from_documents_beside_sessions_that_are_alike(
    guests: Guests, language: str, question: str, says: str
) -> None:
    answer = await guests.ask(language, question)
    assert says in answer, answer


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "will the slides of Ugo Sartor be online somewhere?"),
        ("it", "le relazioni di Ugo Sartor vengono registrate?"),
        ("de", "Bekomme ich die Folien von Frau Nardin?"),
    ],
)
async def test_whether_somebodys_slides_are_to_be_had_is_not_answered_with_when_they_speak(
    guests: Guests, language: str, question: str
) -> None:
    answer = await guests.ask(language, question)
    known = {"en": "I don't know", "it": "non lo so", "de": "Das weiß ich"}
    assert known[language] in answer, answer


@pytest.mark.models
@pytest.mark.parametrize(
    ("language", "question", "never"),
    [
        ("en", "how much is registration for just one day?", "4 euro"),
        ("de", "Was kostet die Anmeldung für einen Tag?", "4 euro"),
        ("es", "¿a qué hora habla el profesor Metcalf?", "Metalli bianchi"),
    ],
)
async def test_what_is_told_of_another_thing_is_no_answer(
    guests: Guests, language: str, question: str, never: str
) -> None:
    answer = await guests.ask(language, question)
    assert never not in answer, answer


@pytest.mark.models
async def test_another_diet_than_the_one_asked_about_is_no_answer(guests: Guests) -> None:
    answer = await guests.ask("en", "is there something lactose-free for lunch?")
    assert "not sure" in answer or "don't" in answer, answer


@pytest.mark.models
async def test_a_session_that_is_over_is_told_so_to_whoever_hurries(guests: Guests) -> None:
    late = "2027-03-11T11:40:00+01:00"
    answer = await guests.ask("de", "Komm ich noch zu Oftalmologia di montagna?", late)
    assert "vorbei" in answer, answer
