"""Papers that are called after one thing and have no headings: their title says what every sentence is about."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.engine.embedding.e5 import E5
from charlotte.knowledge.library import Library
from support.guests_papers import guest, papers

pytestmark = pytest.mark.models

EVENT = (
    '{"id": "looms", "name": "Hand Loom Days", "timezone": "Europe/London", "start_date": "2027-06-11",'
    ' "end_date": "2027-06-13", "languages": ["en", "fr"]}'
)
PROGRAMME = """Title,Date,Start,End,Room,Speakers
Warp that never tangles,2027-06-11,10:00,10:45,Dye House,Nora Pell
Madder and weld from one garden,2027-06-11,11:00,11:45,Dye House,Ivo Brandt
How to cover a bar stool in tweed,2027-06-12,10:00,10:45,Carding Room,Lise Aubert
"""
BANQUET = """# Farewell banquet

Saturday 12 June, 19:45, Old Granary, Mill Lane 6.

Fee: 27 £, juice included.

Sign up at the desk until Friday 15:00.

A minibus leaves the school at 19:20 and is back at 22:30.

Soup, then pie with leek or with ham.

Bring a piece of cloth that you wove.
"""
BOOKLET = """# Livret des visiteurs

## Bar du préau
Ouvert de 9 h à 17 h. Limonade 1 €, gâteau 2,50 €.

## Intervenants
Déposez vos diapositives sur l'ordinateur de la salle avant 9 h.

## Badge
Badge perdu : 4 € à l'accueil.

## Sortie au jardin des plantes tinctoriales
Dimanche 13 juin. Un car part de la mairie à 9 h 40. Bottes utiles. 8 €.
"""
MORNING = "2027-06-11T09:00:00+01:00"
SAYS = {
    "de": "In den Unterlagen",
    "es": "En los documentos",
    "fr": "Les documents",
    "it": "Nei documenti",
    "en": "The event's documents",
}


@pytest.fixture
async def library(tmp_path: Path, model: E5) -> AsyncIterator[Library]:
    (tmp_path / "event.json").write_text(EVENT)
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    async with papers(tmp_path, "looms", model, en=BANQUET, fr=BOOKLET) as library:
        yield library


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("de", "Was kostet das Abendessen?", "27 £"),
        ("en", "how much is the dinner?", "27 £"),
        ("it", "dov'è la cena?", "Old Granary"),
        ("fr", "c'est où, le dîner ?", "Old Granary"),
        ("es", "¿hasta cuándo me puedo apuntar a la cena?", "15:00"),
        ("fr", "à quelle heure revient-on du dîner ?", "22:30"),
        ("de", "Was soll ich zum Ausflug mitbringen?", "Bottes"),
        ("it", "a che ora parte il pullman della gita?", "9 h 40"),
        ("en", "when does the bar close?", "17 h"),
        ("it", "ho perso il badge", "4 €"),
    ],
)
async def test_a_title_says_what_sentences_without_a_heading_are_about(  # noqa: PLR0913, PLR0917 - a conversation
    tmp_path: Path, library: Library, model: E5, language: str, question: str, told: str
) -> None:
    answer = await guest(tmp_path, library, model, MORNING, language).asks(question)
    assert answer.startswith(SAYS[language]), answer
    assert told in answer, answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "will the slides be available online?"),
        ("it", "dove trovo le presentazioni dopo l'incontro?"),
        ("fr", "où sont les objets trouvés ?"),
        ("de", "Wo ist das Fundbüro?"),
        ("es", "¿cuánto cuesta el minibús de la cena?"),
        ("it", "quanto costa una limonata durante la gita?"),
        ("en", "when does the excursion finish?"),
    ],
)
async def test_what_is_told_of_a_thing_beside_it_is_no_answer(
    tmp_path: Path, library: Library, model: E5, language: str, question: str
) -> None:
    answer = await guest(tmp_path, library, model, MORNING, language).asks(question)
    assert not answer.startswith(SAYS[language]), answer  # at most it is what comes nearest
