"""What comes when a break is over, whether a talk is in a language, and which of two titles is meant when one tells of
the other."""

from datetime import date

import pytest

from charlotte.congress.importers.draft import Facts
from support import small_congress
from support.conversation import Conversation

pytestmark = pytest.mark.anyio

FACTS = Facts(id="mosaici", name="Giornate del mosaico", timezone="Europe/Rome", start_date=date(2027, 5, 7))
PROGRAMME = """title,start,end,room,speakers,language
Tessere romane,2027-05-07 09:00,2027-05-07 10:00,Amphi A,Livia Corvi,it
Glass and gold,2027-05-07 09:00,2027-05-07 10:00,Amphi B,Ruth Abel,en
Pausa caffè,2027-05-07 10:00,2027-05-07 10:30,Cortile,,
Gara di posa,2027-05-07 10:30,2027-05-07 11:30,Amphi A,Ugo Dini,it
Chemins de pierre,2027-05-07 10:30,2027-05-07 11:30,Amphi B,Anne Roux,fr
Pranzo,2027-05-07 12:30,2027-05-07 13:30,Cortile,,
Premiazione della Gara di posa,2027-05-07 16:00,2027-05-07 16:30,Amphi A,Ugo Dini,it
Quanto resta da fare,2027-05-07 17:00,2027-05-07 17:40,Amphi B,Livia Corvi,it
"""


def visitor(language: str, now: str = "08:30") -> Conversation:
    return small_congress.visitor(PROGRAMME, FACTS, f"2027-05-07T{now}+02:00", language)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("it", "cosa comincia adesso?"),
        ("en", "what's on right now?"),
        ("de", "was läuft gerade?"),
        ("fr", "qu'est-ce qu'il y a maintenant ?"),
        ("es", "¿qué hay ahora?"),
    ],
)
async def test_during_a_break_what_comes_after_it_is_told_too(language: str, asked: str) -> None:
    answer = await visitor(language, "10:10").asks(asked)
    assert "Pausa caffè" in answer
    assert "Gara di posa" in answer and "Chemins de pierre" in answer and "10:30" in answer


async def test_while_something_is_held_only_that_is_told() -> None:
    answer = await visitor("it", "09:20").asks("cosa c'è adesso?")
    assert "Tessere romane" in answer and "Gara di posa" not in answer


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "is Ruth Abel's talk in English?", "Yes"),
        ("it", "l'intervento di Anne Roux è in italiano?", "No. In francese"),
        ("fr", "la conférence de Livia Corvi est en italien ?", "2 conférences"),
        ("de", "ist der Vortrag „Glass and gold“ auf Englisch?", "Ja"),
        ("es", "¿la charla de Anne Roux es en francés?", "Sí"),
    ],
)
async def test_whether_a_talk_is_in_a_language(language: str, asked: str, told: str) -> None:
    answer = await visitor(language).asks(asked)
    assert told in answer
    assert "non lo so" not in answer and "Je ne sais pas" not in answer and "no lo sé" not in answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [("es", "la gara de posa, ¿dónde y cuándo arranca?"), ("it", "la gara quando comincia?")],
)
async def test_a_session_comes_before_one_that_only_tells_of_it(language: str, asked: str) -> None:
    answer = await visitor(language).asks(asked)
    assert "10:30" in answer and "16:00" not in answer


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("de", "wie lange ist es noch bis Glass and gold?", "30 Minuten"),
        ("it", "quanto manca a Tessere romane?", "30 minuti"),
        ("it", "quando parlano di quanto resta da fare?", "17:00"),
    ],
)
async def test_words_of_asking_beside_a_title_ask(language: str, asked: str, told: str) -> None:
    assert told in await visitor(language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("es", "¿cuál es la última charla en el anfiteatro B?"),
        ("de", "was ist das Letzte im Amphitheater B?"),
        ("it", "qual è l'ultimo intervento nell'anfiteatro B?"),
    ],
)
async def test_a_room_by_what_its_kind_is_called_elsewhere(language: str, asked: str) -> None:
    assert "Quanto resta da fare" in await visitor(language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("es", "¿qué hay nada más comer?"),
        ("it", "cosa c'è appena mangiato?"),
        ("fr", "il y a quoi après avoir mangé ?"),
        ("en", "what's on after we've eaten?"),
        ("de", "was kommt nach dem Essen?"),
    ],
)
async def test_after_the_meal_is_after_lunch(language: str, asked: str) -> None:
    assert "Premiazione" in await visitor(language).asks(asked)


async def test_when_everything_is_over() -> None:
    assert "17:40" in await visitor("de").asks("um wie viel Uhr ist heute alles zu Ende?")


@pytest.mark.parametrize(
    ("language", "asked"), [("de", "gibt es etwas über Musik?"), ("it", "c'è qualcosa di musica?")]
)
async def test_a_short_word_that_other_languages_spell_otherwise(language: str, asked: str) -> None:
    told = PROGRAMME.replace("Chemins de pierre", "Pierres et musique")
    visit = small_congress.visitor(told, FACTS, "2027-05-07T08:30+02:00", language)
    assert "Pierres et musique" in await visit.asks(asked)


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("it", "quando c'è il mercatino?", "oggi tutto il giorno"),
        ("en", "when is the Mercatino delle tessere?", "Today all day"),
        ("de", "wann ist der Mercatino delle tessere?", "Heute ganztägig"),
    ],
)
async def test_what_lasts_all_day_is_on_its_day_and_has_no_hours(language: str, asked: str, told: str) -> None:
    market = "Mercatino delle tessere,2027-05-07 00:00,2027-05-08 00:00,Cortile,,\n"
    visit = small_congress.visitor(PROGRAMME + market, FACTS, "2027-05-07T08:30+02:00", language)
    assert told.lower() in (await visit.asks(asked)).lower()


async def test_a_talk_that_moved_is_nobodys_whereabouts() -> None:
    answer = await visitor("en").asks("the talk on glass and gold was moved, wasn't it? when and where is it now?")
    assert "9:00" in answer and "Amphi B" in answer


async def test_what_somebody_sells_is_not_told_by_when_they_speak() -> None:
    assert "I don't know" in await visitor("en").asks("where can I buy the book by Ruth Abel?")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("it", "dov'è «Fughe e stucchi»?"),
        ("en", "where is Fughe e stucchi?"),
        ("de", "in welchem Raum ist Fughe e stucchi?"),
    ],
)
async def test_where_a_session_is_that_is_listed_in_two_rooms(language: str, asked: str) -> None:
    twice = "".join(f"Fughe e stucchi,2027-05-07 15:00,2027-05-07 15:40,Amphi {room},Ugo Dini,it\n" for room in "AB")
    visit = small_congress.visitor(PROGRAMME + twice, FACTS, "2027-05-07T08:30+02:00", language)
    answer = await visit.asks(asked)
    assert "Amphi A" in answer and "Amphi B" in answer
