"""Asked of a session what no programme tells: a document is quoted, or nobody told it; then when the session is."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.engine.embedding.e5 import E5
from charlotte.knowledge.library import Library
from support.conversation import Conversation
from support.guests_papers import guest, papers

pytestmark = pytest.mark.models

EVENT = (
    '{"id": "glass", "name": "Glass Days", "timezone": "Europe/Berlin", "venue": "Old Works", "city": "Rheinfurt",'
    ' "start_date": "2027-06-11", "end_date": "2027-06-12", "languages": ["de"]}'
)
PROGRAMME = """Titel;Datum;Beginn;Ende;Raum;Art;Referenten
Begrüßung;11.06.2027;09:00;09:15;Hüttensaal;Plenum;Hedda Wirth
Solardächer aus Altglas;11.06.2027;10:30;11:15;Hüttensaal;Vortrag;Marit Solberg
Workshop Glasperlen;11.06.2027;13:30;15:00;Schleiferei;Workshop;Amrei Holl
Grillabend an der Hütte;11.06.2027;18:30;22:00;Turmstube;Abend;
Verleihung des Nachwuchspreises;12.06.2027;11:30;12:00;Hüttensaal;Plenum;Hedda Wirth
"""
HINTS = """# Hinweise

## Workshops

Workshop Glasperlen: 10 Plätze, Material 14 €. Ab 14 Jahren. Keine Kunstfasern tragen.

## Aufnahmen

Die Vorträge werden aufgezeichnet und stehen ab Juli bereit; die Workshops nicht.

## Rückfahrt

Der letzte Bus zurück zum Bahnhof geht um 23:20 Uhr.
"""
MORNING = "2027-06-11T08:45:00+02:00"
UNTOLD = {
    "de": ("wie hoch ist das Preisgeld bei der Verleihung des Nachwuchspreises?", "weiß ich leider nicht", "11:30"),
    "en": ("how much money does the winner get at Verleihung des Nachwuchspreises?", "I don't know", "11:30"),
    "es": ("¿cuánto dinero se lleva quien gane en Verleihung des Nachwuchspreises?", "no lo sé", "11:30"),
    "fr": ("combien d'argent pour le lauréat à la Verleihung des Nachwuchspreises ?", "Je ne sais pas", "11:30"),
    "it": ("quanti soldi si vincono alla Verleihung des Nachwuchspreises?", "non lo so", "11:30"),
}
PLAIN = {
    "de": ("Wann ist die Verleihung des Nachwuchspreises?", "11:30"),
    "en": ("when is the Nachwuchspreis awarded?", "11:30"),
    "es": ("¿a qué hora es lo de Solardächer aus Altglas?", "10:30"),
    "fr": ("c'est dans quelle salle, Solardächer aus Altglas ?", "Hüttensaal"),
    "it": ("chi presenta Solardächer aus Altglas?", "Marit Solberg"),
}
QUOTED = {
    "de": ("Wird der Vortrag Solardächer aus Altglas aufgezeichnet?", "stehen ab Juli bereit"),
    "en": ("will Solardächer aus Altglas be recorded?", "stehen ab Juli bereit"),
    "es": ("¿se graba la charla Solardächer aus Altglas?", "stehen ab Juli bereit"),
    "fr": ("Solardächer aus Altglas sera-t-elle enregistrée ?", "stehen ab Juli bereit"),
    "it": ("Solardächer aus Altglas verrà registrato?", "stehen ab Juli bereit"),
}


@pytest.fixture
async def library(tmp_path: Path, model: E5) -> AsyncIterator[Library]:
    (tmp_path / "event.json").write_text(EVENT)
    (tmp_path / "programm.csv").write_text(PROGRAMME)
    async with papers(tmp_path, "glass", model, de=HINTS) as library:
        yield library


def visitor(folder: Path, library: Library, model: E5, language: str) -> Conversation:
    return guest(folder, library, model, MORNING, language)


async def test_what_nobody_told_is_said_to_be_unknown(tmp_path: Path, library: Library, model: E5) -> None:
    for language, (question, unknown, when) in UNTOLD.items():
        answer = await visitor(tmp_path, library, model, language).asks(question)
        assert unknown in answer and when in answer, (question, answer)


@pytest.mark.parametrize(
    ("language", "question", "unknown"),
    [
        ("de", "Was kostet der Vortrag Solardächer aus Altglas?", "weiß ich leider nicht"),
        ("en", "How much is Solardächer aus Altglas?", "I don't know"),
        ("es", "¿Cuánto cuesta Solardächer aus Altglas?", "no lo sé"),
        ("fr", "Combien coûte Solardächer aus Altglas ?", "Je ne sais pas"),
        ("it", "Quanto costa Solardächer aus Altglas?", "non lo so"),
    ],
)
async def test_the_time_of_a_session_does_not_stand_for_its_price(  # noqa: PLR0913 - a conversation
    tmp_path: Path, library: Library, model: E5, language: str, question: str, unknown: str
) -> None:
    answer = await visitor(tmp_path, library, model, language).asks(question)
    assert unknown in answer and "14 €" not in answer, answer


async def test_an_hour_asked_for_is_answered_by_no_quote_without_one(
    tmp_path: Path, library: Library, model: E5
) -> None:
    answer = await visitor(tmp_path, library, model, "it").asks("A che ora apre la mostra di foto della fornace?")
    assert "registr" not in answer and "aufgezeichnet" not in answer, answer
    answer = await visitor(tmp_path, library, model, "it").asks("A che ora parte l'ultimo bus per la stazione?")
    assert "23:20" in answer, answer


async def test_what_the_programme_tells_is_told_as_before(tmp_path: Path, library: Library, model: E5) -> None:
    for language, (question, told) in PLAIN.items():
        answer = await visitor(tmp_path, library, model, language).asks(question)
        unknown = UNTOLD[language][1]
        assert told in answer and unknown not in answer, (question, answer)


async def test_what_a_document_says_is_quoted(tmp_path: Path, library: Library, model: E5) -> None:
    for language, (question, told) in QUOTED.items():
        answer = await visitor(tmp_path, library, model, language).asks(question)
        assert told in answer, (question, answer)


@pytest.mark.parametrize(
    ("language", "before", "question", "told"),
    [
        ("de", "Wo ist der Workshop Glasperlen?", "und was kostet mich das?", "14 €"),
        ("en", "Where is Workshop Glasperlen?", "and what do I have to pay for it?", "14 €"),
        ("es", "¿Dónde es Workshop Glasperlen?", "¿y cuánto hay que pagar?", "14 €"),
        ("fr", "C'est où, Workshop Glasperlen ?", "et c'est combien ?", "14 €"),
        ("it", "Dov'è Workshop Glasperlen?", "e quanto si paga?", "14 €"),
        ("en", "Where is Grillabend an der Hütte?", "and the last bus back?", "23:20"),
        ("fr", "C'est où, Grillabend an der Hütte ?", "et le dernier bus pour rentrer ?", "23:20"),
    ],
)
async def test_what_visitors_need_for_the_session_told_last(  # noqa: PLR0913 - a conversation
    tmp_path: Path, library: Library, model: E5, language: str, before: str, question: str, told: str
) -> None:
    asked = visitor(tmp_path, library, model, language)
    await asked.asks(before)
    assert told in await asked.asks(question)
