"""Ways of asking that hide what is meant: two rooms at once, a kind beside a word, "or" that looks like "where"."""

from datetime import date

import pytest

from charlotte.congress.importers.draft import Facts
from support import small_congress
from support.conversation import Conversation

pytestmark = pytest.mark.anyio

FACTS = Facts(id="chor", name="Chortage", timezone="Europe/Vienna", start_date=date(2027, 5, 7), languages=("de", "en"))
PROGRAMME = """title,start,end,room,speakers,type,abstract
Wetterlieder der Fischer,2027-05-07 09:00,2027-05-07 09:40,Festsaal,Ida Brandt,Vortrag,
Atmen im Takt,2027-05-07 09:00,2027-05-07 10:00,Kapelle,Uwe Kessler,Vortrag,With a saxophone.
Kaffeepause,2027-05-07 10:00,2027-05-07 10:30,Foyer,,Pause,
Saxofone und Atem,2027-05-07 10:30,2027-05-07 12:00,Kapelle,Marta Ohm,Workshop,
Singing with children,2027-05-07 10:30,2027-05-07 11:00,Festsaal,Jan Petersen,Vortrag,
Tanz und Stimme,2027-05-07 11:10,2027-05-07 12:00,Festsaal,Ruth Adler,Vortrag,
"""


def visitor(language: str) -> Conversation:
    return small_congress.visitor(PROGRAMME, FACTS, "2027-05-07T08:30+02:00", language)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "what's on at nine in the Festsaal and in the Kapelle?"),
        ("it", "alle 9 cosa c'è in Festsaal e in Kapelle?"),
        ("de", "was läuft um neun im Festsaal und in der Kapelle?"),
    ],
)
async def test_what_is_on_is_told_of_each_room_that_is_named(language: str, asked: str) -> None:
    answer = await visitor(language).asks(asked)
    assert "Wetterlieder der Fischer" in answer and "Atmen im Takt" in answer


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("it", "quanto manca alla pausa caffè?", "1 ora"),
        ("en", "how long until the coffee break?", "1 hour"),
        ("fr", "dans combien de temps est la pause-café ?", "1 heure"),
        ("de", "wie lange dauert es noch bis zur Kaffeepause?", "1 Stunde"),
        ("es", "¿cuánto falta para la pausa del café?", "1 hora"),
    ],
)
async def test_how_long_it_is_until_a_break(language: str, asked: str, told: str) -> None:
    assert told in await visitor(language).asks(asked)


async def test_a_kind_says_which_of_several_is_meant() -> None:
    assert "Marta Ohm" in await visitor("en").asks("which person is running the saxophone workshop?")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        (
            "es",
            "Si voy a la charla Singing with children entera, ¿llego después a ver Tanz und Stimme desde el principio?",
        ),
        ("en", "I'd like to hear all of Singing with children, can I do Tanz und Stimme too?"),
    ],
)
async def test_two_whole_titles_are_two_sessions(language: str, asked: str) -> None:
    answer = await visitor(language).asks(asked)
    assert "Singing with children" in answer and "Tanz und Stimme" in answer and "11:10" in answer


async def test_or_is_no_where_for_whoever_writes_accents() -> None:
    answer = await visitor("fr").asks("La danse ou la chorale, vous avez ça au programme d'aujourd'hui ?")
    assert "Tanz und Stimme" in answer


async def test_a_word_of_a_title_that_begins_like_a_stranger_is_ours() -> None:
    assert "9:00" in await visitor("de").asks("Wann gehts mit den Wetterliedern los?")


async def test_in_the_same_room_after_the_coffee() -> None:
    asked = visitor("en")
    await asked.asks("what's on in the Festsaal at nine?")
    assert "Singing with children" in await asked.asks("and then, in that same hall, after the coffee?")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "There's an alarm going off in the building, where do we go?"),
        ("it", "sta suonando l'allarme, dove andiamo?"),
        ("fr", "l'alarme sonne, on sort par où ?"),
        ("de", "der Feueralarm geht los, wohin?"),
        ("es", "está sonando la alarma, ¿por dónde salimos?"),
    ],
)
async def test_an_alarm_is_an_emergency(language: str, asked: str) -> None:
    assert "112" in await visitor(language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked", "told"),
    [
        ("en", "just got off the train, have I missed the workshop with the saxophones?", "10:30"),
        ("de", "komme gerade vom Bahnhof, wann ist der Vortrag mit den Fischern?", "9:00"),
        ("it", "ho appena lasciato la giacca al guardaroba, a che ora è quello con i sassofoni?", "10:30"),
    ],
)
async def test_what_is_told_before_a_comma_is_no_part_of_the_question(language: str, asked: str, told: str) -> None:
    assert told in await visitor(language).asks(asked)


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("it", "per che ora è finito tutto oggi? poi ho un treno"),
        ("fr", "aujourd'hui tout est fini à quelle heure ?"),
        ("de", "Bis wann ist heute alles durch?"),
        ("en", "By what time is everything over today?"),
        ("es", "¿A qué hora se acaba todo hoy?"),
    ],
)
async def test_by_when_everything_is_over(language: str, asked: str) -> None:
    answer = await visitor(language).asks(asked)
    assert "Tanz und Stimme" in answer and "12" in answer, answer


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("es", "Estoy en Festsaal, ¿qué viene ahora?"),
        ("it", "sono in Festsaal, cosa viene adesso?"),
        ("de", "Bin im Festsaal, was kommt jetzt?"),
        ("fr", "Je suis en Festsaal, qu'est-ce qui vient maintenant ?"),
    ],
)
async def test_what_comes_now_is_what_has_not_begun(language: str, asked: str) -> None:
    at_nine = small_congress.visitor(PROGRAMME, FACTS, "2027-05-07T09:10+02:00", language)
    answer = await at_nine.asks(asked)
    assert "Singing with children" in answer and "10:30" in answer, answer
