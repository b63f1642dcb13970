"""Of all sentences, items and rows of documents the one that answers is quoted, in any language, or none."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from charlotte.engine.demand import Demand
from charlotte.engine.embedding.e5 import E5, FILE, E5Model
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.workers import Workers
from charlotte.knowledge.library import Library
from support.libraries import shelfful
from support.speech import model_folder

pytestmark = pytest.mark.models

GUIDE = """# Glass Week: guide for guests

## Tickets
- One day: 16 €
- Whole week: 48 €
- Students: 9 € a day

A ticket can be handed back until 3 September; later there is no refund.

## Banquet
The banquet is on Friday at 20:00 in the Kiln House. It costs 44 €, for students 26 €. A coach takes guests back to the
station at 23:20.

## Animals
Dogs may come into the garden on a lead. In the studios they are not allowed.

## Filming
Demonstrations in the Furnace Hall are filmed. Demonstrations in the Cutting Room are not.

## Hearing
The Furnace Hall is the only room with an induction loop.

## Lost property
At the welcome desk; after the congress, at the harbour office.

## Safety
In an emergency call 112 and tell the staff. The first aid kit hangs beside the door of the Furnace Hall.
"""
LISTE = """# Aussteller und Unterkunft

## Aussteller

| Name | Angebot | Halle | Stand |
|---|---|---|---|
| Perlen Haas | Glasperlen | 1 | 12 |
| Ofenbau Lerch | Schmelzöfen | 2 | 20 |
| Fensterwerk Ost | Bleiglas | 2 | 23 |
| Optik Sand | Linsen | 1 | 15 |

## Unterkunft

| Haus | Einzelzimmer | Entfernung |
|---|---|---|
| Hotel Kristall | 99 € | 300 m |
| Pension Quarz | 61 € | 900 m |
| Gasthof Linse | 78 € | 500 m |
"""
EVENT = "glass"
SURE = ("exact", "close")


ANSWERED = {
    ("en", "One day or the whole week: what does each cost?"): ("16 €", "48 €"),
    ("de", "Bis wann hätte man die Karte zurückgeben können?"): ("3 September",),
    ("fr", "combien coûte le banquet pour les étudiants ?"): ("26 €",),
    ("it", "a che ora torna il pullman dalla cena?"): ("23:20",),
    ("de", "Darf mein Dackel mit in die Studios?"): ("not allowed",),
    ("it", "mi perdo la dimostrazione in Cutting Room: la filmate?"): ("Cutting Room are not",),
    ("es", "llevo audífono, ¿qué sala tiene bucle magnético?"): ("Furnace Hall",),
    ("en", "How much is the banquet? and for students?"): ("26 €",),
    ("fr", "quels exposants sont dans le hall 2 ?"): ("Ofenbau Lerch", "Fensterwerk Ost"),
    ("de", "Welches Haus ist das billigste und was kostet dort ein Einzelzimmer?"): ("Pension Quarz", "61 €"),
}
NOWHERE = (
    ("en", "How much is the parking?"),
    ("de", "Was kostet ein Doppelzimmer im Schloss?"),
    ("it", "qual è la password del wi-fi?"),
    ("fr", "à quelle heure parle Hélène Dubreuil ?"),
    ("es", "¿qué premio gana el mejor expositor?"),
    ("es", "¿Dónde se puede fumar en el centro de congresos?"),
    ("de", "Wo darf man im Kongresszentrum rauchen?"),
)


@pytest.fixture
def model() -> Iterator[E5]:
    demand = Demand(rest_s=0.0)
    workers, ahead = Workers("questions", 1, demand=demand), Workers("documents", 1, idle=True)
    yield E5(E5Model(model_folder(EMBEDDER) / FILE), workers, ahead, demand)
    workers.close()
    ahead.close()


async def read_whole(library: Library) -> None:
    async with asyncio.TaskGroup() as tasks:
        reading = tasks.create_task(library.reading.run())
        await library.index(EVENT)
        assert await library.reading.is_done(120)
        reading.cancel()


FACTS = """{"desk": {"lieu": "Hall Mosaïque"}, "vestiaire": {"lieu": "niveau -1", "remarque": "Ferme à 18h30."},
"soiree": {"prix": "CHF 75.-", "tenue": "Prévoir une veste, pont ouvert."}, "allaitement": {"lieu": "Salle Pervenche"},
"menu": {"chef": "Prévenir la cuisine des allergies une semaine avant."}}"""
HEADED = {
    ("en", "Where's the cloakroom?"): "niveau -1",
    ("de", "Wo ist die Garderobe?"): "niveau -1",
    ("it", "Dov'è il guardaroba?"): "niveau -1",
    ("es", "¿Dónde está el guardarropa?"): "niveau -1",
    ("fr", "Où est le vestiaire ?"): "niveau -1",
    ("en", "I have a peanut allergy, what can I eat?"): "allergies",
    ("es", "Soy alérgico al marisco, ¿puedo comer en el almuerzo?"): "allergies",
}


async def test_a_fact_under_the_name_of_what_is_asked_answers_and_so_does_what_is_said_of_allergies(
    tmp_path: Path, model: E5
) -> None:
    async with shelfful(tmp_path, EVENT, {"infos.json": FACTS}) as shelf:
        library = shelf.anew()
        library.gets(model, model)
        await read_whole(library)
        for (language, question), told in HEADED.items():
            best = (await library.search(EVENT, question, limit=1, language=language)).quoted[0]
            assert best.sureness in SURE and told in best.quote, (question, best)


async def test_a_sentence_in_any_language_answers_or_none_does(tmp_path: Path, model: E5) -> None:
    async with shelfful(tmp_path, EVENT, {"guide.en.md": GUIDE, "liste.de.md": LISTE}) as shelf:
        library = shelf.anew()
        library.gets(model, model)
        await read_whole(library)
        missed = []
        for (language, question), told in ANSWERED.items():
            best = (await library.search(EVENT, question, limit=1, language=language)).quoted[0]
            if best.sureness not in SURE or not all(one in best.quote for one in told):
                missed.append((question, best.sureness, best.quote))
        for language, question in NOWHERE:
            best = (await library.search(EVENT, question, limit=1, language=language)).quoted[0]
            if best.sureness in SURE:
                missed.append((question, best.sureness, best.quote))
        assert missed == []


SUPPER = """# Harbour days

## Supper

The supper is not included in the fee and takes place on Friday 6 June on the tug Minerva.
Boarding is at 19:40 at pier 3. It costs 52 euro. The tug is back in the harbour shortly before midnight.
Soup, fish and a dish without fish are served on both decks, and a trio plays on the upper one.
Seats are not numbered.

## Refunds

Whoever cannot come writes to cashier@quay.example before 1 June and gets the fee back. The list hangs in room 7.
Speak to Ms Orsolic (orsolic@quay.example) about receipts.
"""
EXACTLY = {
    ("fr", "combien coûte le souper ?"): ("52 euro", "fee"),
    ("it", "a che ora si sale a bordo per la cena?"): ("19:40", "6 June"),
    ("en", "until when can I get my fee back?"): ("before 1 June", "cashier@"),
    ("de", "Wen frage ich wegen einer Quittung?"): ("Orsolic", "orsolic@"),
}


async def test_an_amount_an_hour_and_what_stands_beside_a_mailbox_are_told(tmp_path: Path, model: E5) -> None:
    async with shelfful(tmp_path, EVENT, {"supper.en.md": SUPPER}) as shelf:
        library = shelf.anew()
        library.gets(model, model)
        await read_whole(library)
        for (language, question), (told, untold) in EXACTLY.items():
            best = (await library.search(EVENT, question, limit=1, language=language)).quoted[0]
            assert told in best.quote and untold not in best.quote, (question, best)
