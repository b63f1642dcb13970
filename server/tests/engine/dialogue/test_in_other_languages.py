"""Words of a title and of a document are found in whichever of the five languages somebody asks, without a model."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from charlotte.congress.importers.draft import Facts
from charlotte.congress.search.meanings import WordsByMeaning
from support import small_congress
from support.conversation import Conversation
from support.libraries import Shelfful, shelfful

pytestmark = pytest.mark.anyio

PROGRAMME = """title,start,end,room,speakers
Schimmel in alten Mauern,2027-05-07 09:00,2027-05-07 09:40,Saal Nord,Ida Brandt
Lehrlinge gesucht,2027-05-07 09:50,2027-05-07 10:30,Saal Nord,Uwe Kessler
Schiefer spalten von Hand,2027-05-07 11:00,2027-05-07 11:40,Saal Süd,Marta Ohm
Der Leuchtturm von Westerhever,2027-05-07 11:50,2027-05-07 12:30,Saal Süd,Jan Petersen
Fledermäuse unter dem Dach,2027-05-07 14:00,2027-05-07 14:40,Saal Nord,Ruth Adler
Regenwasser sammeln,2027-05-07 14:50,2027-05-07 15:30,Saal Nord,Paul Wirth
Messer aus dem Moor,2027-05-07 16:50,2027-05-07 17:10,Saal Süd,Lena Vogt
Klimawandel und Dachstuhl,2027-05-07 15:35,2027-05-07 15:55,Saal Süd,Nora Lind
Glas aus Sand,2027-05-07 16:00,2027-05-07 16:40,Saal Süd,Eva Horn
"""
FACTS = Facts(id="bau", name="Bautage", timezone="Europe/Berlin", start_date=date(2027, 5, 7), languages=("de",))
HOUSE = """# Hinweise

## Werkzeug

Hämmer und Sägen gibt es leihweise an der Theke im Hof.
"""


@pytest.fixture
async def shelf(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, "bau", {"hinweise.md": HOUSE}) as opened:
        yield opened


def visitor(shelf: Shelfful, language: str) -> Conversation:
    return small_congress.visitor(PROGRAMME, FACTS, "2027-05-07T08:30+02:00", language, shelf)


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("fr", "à quelle heure on parle de moisissure ?", "Schimmel"),
        ("es", "¿a qué hora es la charla del moho?", "Schimmel"),
        ("it", "quando si parla di apprendisti?", "Lehrlinge"),
        ("en", "when is the talk about bats?", "Fledermäuse"),
        ("it", "c'è qualcosa sui fari?", "Leuchtturm"),
        ("fr", "qui parle du verre ?", "Eva Horn"),
        ("en", "what can you tell me about knives?", "Messer"),
        ("it", "a che ora è l'intervento sui pipistrelli?", "Fledermäuse"),
        ("it", "chi parla del cambiamento climatico?", "Nora Lind"),
        ("en", "when is the one on climate change?", "Klimawandel"),
    ],
)
async def test_a_talk_is_found_by_what_its_title_means(shelf: Shelfful, language: str, asked: str, told: str) -> None:
    assert told in await visitor(shelf, language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "where can I borrow a hammer?"),
        ("it", "posso avere in prestito un martello?"),
        ("fr", "je peux emprunter un marteau ?"),
    ],
)
async def test_a_document_is_found_by_what_its_words_mean(shelf: Shelfful, language: str, asked: str) -> None:
    assert "Hämmer und Sägen" in await visitor(shelf, language).asks(asked)


async def test_what_no_title_means_is_not_found(shelf: Shelfful) -> None:
    answer = await visitor(shelf, "it").asks("quando si parla di astronomia?")
    assert "astronomia" in answer and "Non trovo" in answer


def test_inflected_words_mean_what_their_dictionary_form_means() -> None:
    forest = WordsByMeaning(("scuro", "lupo"), ("it",))
    assert "scuro" in forest.alike("dunkler", "de") and "scuro" in forest.alike("dunkles", "de")
    assert forest.alike("wolves", "en") == {"lupo"}


def test_a_word_is_read_in_the_language_it_is_asked_in() -> None:
    bakery = WordsByMeaning(("brot", "pferd"), ("de",))
    assert bakery.alike("pain", "fr") == {"brot"}
    assert bakery.alike("pain", "en") == frozenset() and bakery.alike("horse", "en") == {"pferd"}


def test_a_phrase_means_what_its_words_do_not() -> None:
    hall = WordsByMeaning(("oiseau migrateur", "oiseau", "eaux usees"), ("fr",))
    assert hall.alike("zugvogel", "de") == {"oiseau migrateur"}
    assert dict(hall.of_phrases(("neues", "sea", "level"), "en")) == {}
    weather = WordsByMeaning(("klimawandel", "wandel"), ("de",))
    assert dict(weather.of_phrases(("talk", "climate", "change"), "en")) == {"climate change": {"klimawandel"}}


def test_of_a_compound_that_nothing_else_means_one_half_is_enough() -> None:
    assert WordsByMeaning(("leuchtturm",), ("de",)).alike("torre", "it") == {"leuchtturm"}
    assert WordsByMeaning(("leuchtturm", "turm"), ("de",)).alike("torre", "it") == {"turm"}
