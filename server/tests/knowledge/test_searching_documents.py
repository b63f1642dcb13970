"""Questions in five languages find the sentence that answers, and where it stands; others find nothing."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import func, select

from charlotte.knowledge.answering import Quoted
from charlotte.knowledge.concepts import concepts, of_word
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.library import Library
from charlotte.knowledge.query import query_of
from charlotte.knowledge.tables import VECTOR
from charlotte.knowledge.wording import listed
from support.libraries import Shelfful, TrigramReader, shelfful
from support.papers import pdf
from support.waiting import eventually

EVENT = "expo"
GUIDE = """# Besucherinfo

## Anreise mit dem Auto

Der Parkplatz West hat 300 Stellplätze. Das Parken kostet 4 € am Tag.
Die Adresse ist:

> Messeallee 7\\
> 39100 Bozen

## Gibt es WLAN?

Ja!
Das Netz heißt ExpoGast, ein Passwort ist nicht nötig.

## Toiletten

Ja! Neben jeder Treppe.

## Essen

- Halle A
  - Mittagessen von 12:00 bis 14:30 Uhr
  - vegetarische Gerichte am Stand 2
- Foyer
  - Kaffee den ganzen Tag

## Öffnungszeiten

| Tag | geöffnet |
|---|---|
| Freitag | 9:00-18:30 |
| Samstag | 9:30-17:00 |

## Bar

Die Bar öffnet um 8:30. Sie schließt um 20:00.

## Garderobe

TODO: Öffnungszeiten der Garderobe eintragen
"""
REGOLAMENTO = [
    [(18, "Animali"), (10, "I cani sono ammessi solo al guinzaglio.")],
    [(10, "È vietato fumare nei padiglioni.")],
]


FILES = {"info.de.md": GUIDE, "regolamento.it.pdf": pdf(REGOLAMENTO)}


@pytest.fixture
async def expo(tmp_path: Path) -> AsyncIterator[Shelfful]:
    async with shelfful(tmp_path, EVENT, FILES) as opened:
        yield opened


async def best(expo: Shelfful, question: str) -> Quoted | None:
    answered = await expo.library.search(EVENT, question, limit=3)
    return answered.quoted[0] if answered.quoted else None


ASKED = [
    ("Was kostet das Parken?", "Das Parken kostet 4 € am Tag."),
    ("Where can I park and what does it cost?", "Das Parken kostet 4 € am Tag."),
    ("Quanto costa il parcheggio?", "Das Parken kostet 4 € am Tag."),
    ("Dove si lascia la macchina e quanto si paga?", "Das Parken kostet 4 € am Tag."),
    ("Quelle est l'adresse ?", "Die Adresse ist: Messeallee 7, 39100 Bozen"),
    ("¿Cómo me conecto a la wifi?", "Das Netz heißt ExpoGast, ein Passwort ist nicht nötig."),
    ("Gibt es Toiletten?", "Ja! Neben jeder Treppe."),
    ("Is there anything vegetarian?", "Halle A: vegetarische Gerichte am Stand 2"),
    ("Wann gibt es Mittagessen?", "Halle A: Mittagessen von 12:00 bis 14:30 Uhr"),
    ("What are the opening hours on Saturday?", "Tag: Samstag; geöffnet: 9:30-17:00"),
    ("Wann öffnet die Bar?", "Die Bar öffnet um 8:30."),
    ("Can I bring my dog?", "I cani sono ammessi solo al guinzaglio."),
    ("Où peut-on fumer ?", "È vietato fumare nei padiglioni."),
]


@pytest.mark.parametrize(("question", "quote"), ASKED)
async def test_the_sentence_that_answers_is_found_in_any_language(expo: Shelfful, question: str, quote: str) -> None:
    found = await best(expo, question)
    assert found is not None and found.quote == quote
    assert found.sureness in ("exact", "close")


async def test_it_is_said_where_it_stands(expo: Shelfful) -> None:
    smoking = await best(expo, "Dove si può fumare?")
    assert smoking is not None
    passage = smoking.found.passage
    assert (passage.document, passage.page, passage.language) == ("docs/regolamento.it.pdf", 2, "it")
    lunch = await best(expo, "Wann gibt es Mittagessen?")
    assert lunch is not None and lunch.found.passage.path == ("Essen",)


@pytest.mark.parametrize(
    "question",
    [
        "Where is the swimming pool?",
        "Gibt es eine Sauna im Hotel?",
        "Wann öffnet die Garderobe?",
        "Can I rent a car here?",
        "Chi ha vinto il premio?",
        "?!",
        'NEAR("a" b) OR *',
    ],
)
async def test_what_is_not_written_is_not_made_up(expo: Shelfful, question: str) -> None:
    found = await best(expo, question)
    assert found is None or found.sureness in ("weak", "none") or not found.quote


async def test_a_congress_without_documents_has_nothing_to_say(expo: Shelfful) -> None:
    assert (await expo.library.search("other", "Where can I park?", limit=3)).quoted == ()


async def test_new_documents_are_searched_at_once(expo: Shelfful) -> None:
    assert await best(expo, "Was kostet das Parken?")
    await expo.holds({"info.de.md": GUIDE.replace("4 €", "6 €")})
    found = await best(expo, "Was kostet das Parken?")
    assert found is not None and found.quote == "Das Parken kostet 6 € am Tag."
    dog = await best(expo, "Can I bring my dog?")
    assert dog is None or dog.sureness == "none"


async def test_a_model_reads_in_the_background_and_only_what_is_new(tmp_path: Path, database_url: str | None) -> None:
    model = TrigramReader()
    async with shelfful(tmp_path, EVENT, FILES, database_url) as expo, asyncio.TaskGroup() as tasks:
        library = expo.library
        reading = tasks.create_task(library.reading.run())
        first = await library.search(EVENT, "Stellplätze", limit=3)
        assert first.quoted and not first.by_meaning, "words alone, until the model is there"
        library.gets(model)
        await _read(library)
        assert (await library.search(EVENT, "Parkplatzes", limit=3)).by_meaning
        count = len(model.read)
        await expo.holds({"info.de.md": GUIDE.replace("Foyer", "Foyer Nord")})
        await library.index(EVENT)
        await _read(library)
        assert [text for text in model.read[count:]] == [text for text in model.read[count:] if "Foyer Nord" in text]
        count = len(model.read)
        again = expo.anew()
        restarted = tasks.create_task(again.reading.run())
        again.gets(model)
        await again.index(EVENT)
        await _read(again)
        assert len(model.read) == count, "what was read before the restart is kept"
        reading.cancel()
        restarted.cancel()


async def _read(library: Library) -> None:
    index = await library.index(EVENT)
    await eventually(lambda: index.vectors is not None)


def test_concepts_are_no_words_of_asking() -> None:
    generic = {word for word in listed("question", "generic") if of_word(word)}
    assert generic == set(), "what says nothing must not decide what is asked"
    assert len({concept.name for concept in concepts()}) == len(concepts())


def test_a_question_is_what_it_asks_for() -> None:
    query = query_of("Wie viel kostet das Parken am Hauptbahnhof?")
    assert query.concepts == {"price", "parking", "station"}
    assert "price" in query.expects
    assert [term.written for term in query_of("Which bus goes from the main station?").terms] == ["main station", "bus"]


async def test_a_hosted_model_is_told_what_is_asked_most(expo: Shelfful) -> None:
    told = await expo.library.overview(EVENT)
    assert told[0].startswith("Besucherinfo › Öffnungszeiten: Tag: Freitag")
    assert told[1] == "Besucherinfo › Gibt es WLAN?: Ja! Das Netz heißt ExpoGast, ein Passwort ist nicht nötig."
    assert any(text.startswith("Besucherinfo › Anreise mit dem Auto: Der Parkplatz West hat 300") for text in told)
    assert len(told) == len(set(told)), "a passage about two things is told once"
    await expo.holds({"other.md": "# Garderobe\n\nIm Keller."})
    assert await expo.library.overview(EVENT) == ("Garderobe: Im Keller.",)
    assert await expo.library.overview("other") == ()


async def test_an_endpoint_that_was_chosen_is_not_replaced_by_the_model_in_the_box(tmp_path: Path) -> None:
    chosen, in_the_box = TrigramReader(), TrigramReader()
    async with shelfful(tmp_path, EVENT, {"info.md": "# Info\n\nThe car park costs two euros.\n"}) as shelf:
        library = shelf.anew(instead=chosen)
        library.gets(in_the_box)
        assert library.embedder is chosen


class OfLength:
    """A model whose vectors have this many numbers; another one may answer under the same name."""

    name = "bge at http://embeddings/v1"

    def __init__(self, numbers: int) -> None:
        self.numbers = numbers

    async def question(self, text: str) -> Vectors:
        return np.full(self.numbers, self.numbers**-0.5, dtype=np.float32)

    async def passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([await self.question(text) for text in texts])


async def test_another_model_under_the_same_name_takes_nothing_down(tmp_path: Path) -> None:
    files = {"info.md": "# Parking\n\nThe car park costs two euros.\n"}
    async with shelfful(tmp_path, EVENT, files) as shelf:

        async def asks(numbers: int) -> bool:
            library = shelf.anew(instead=OfLength(numbers))
            async with asyncio.TaskGroup() as tasks:
                reading = tasks.create_task(library.reading.run())
                await library.index(EVENT)
                assert await library.reading.is_done(10)
                answered = await library.search(EVENT, "What does the car park cost?", limit=3)
                reading.cancel()
            assert answered.quoted
            return answered.by_meaning

        assert await asks(8)
        await shelf.holds({**files, "food.md": "# Food\n\nLunch is at noon in the hall.\n"})
        assert await asks(16), "all was read again by the model that is there now"
        library = shelf.anew(instead=(swapped := OfLength(16)))
        async with asyncio.TaskGroup() as tasks:
            reading = tasks.create_task(library.reading.run())
            await library.index(EVENT)
            assert await library.reading.is_done(10)
            swapped.numbers = 8  # while the server runs
            answered = await library.search(EVENT, "What does the car park cost?", limit=3)
            assert answered.quoted and not answered.by_meaning
            reading.cancel()


async def test_what_a_model_made_of_a_document_goes_with_it(tmp_path: Path) -> None:
    files = {"info.md": "# Parking\n\nThe car park costs two euros.\n", "food.md": "# Food\n\nLunch is at noon.\n"}
    async with shelfful(tmp_path, EVENT, files) as shelf:

        async def kept() -> int:
            async with shelf.engine.connect() as connection:
                return await connection.scalar(select(func.count()).select_from(VECTOR)) or 0

        library = shelf.anew(instead=OfLength(8))
        async with asyncio.TaskGroup() as tasks:
            reading = tasks.create_task(library.reading.run())
            await library.index(EVENT)
            assert await library.reading.is_done(10)
            reading.cancel()
        assert await kept() == 2
        del files["food.md"]
        await shelf.holds(files)
        assert await kept() == 1, "at once, though no model has read since"
        await shelf.holds({})
        assert await kept() == 0


async def test_where_a_told_value_stands_follows_the_documents_and_what_is_told(tmp_path: Path) -> None:
    parking = "Das Parken kostet 4 € am Tag."
    async with shelfful(tmp_path, EVENT, {"guide.md": GUIDE}) as opened:
        library = opened.library
        assert await library.places(EVENT, {}) == {}
        for _ in range(2):
            assert await library.places(EVENT, {"transport": parking}) == {
                "transport": "Besucherinfo, Anreise mit dem Auto"
            }
        assert await library.places(EVENT, {"food": "Pizza im Hof, bis Mitternacht"}) == {}
        await opened.holds({"other.md": f"# Anfahrt\n\n{parking}\n"})
        assert await library.places(EVENT, {"transport": parking}) == {"transport": "Anfahrt"}
