"""What guests need beside the programme: admission, a place to rest, what the house does not have."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from charlotte.engine.embedding.e5 import E5
from support.guests_papers import Guests, guests_of

pytestmark = pytest.mark.models

EVENT = (
    '{"id": "kites", "name": "Kite Makers", "timezone": "Europe/Dublin", "start_date": "2027-05-21",'
    ' "end_date": "2027-05-22", "languages": ["en"]}'
)
PROGRAMME = """Title,Date,Start,End,Room,Speakers
Bamboo that bends and paper that holds,2027-05-21,10:00,10:45,Loft,Ada Verne
How a workshop sleeps through winter,2027-05-21,11:00,11:45,Loft,Jan Holm
Weekend with forty strings,2027-05-22,10:00,10:45,Pier,Rosa Ebner
Harbour supper and songs,2027-05-21,19:30,22:00,Boathouse,
"""
GUIDE = """# Guide

## Harbour supper
Friday 19:30 at the Boathouse. Tickets 19 € at the desk until noon on Friday. Flat shoes advised.

## Driving
There is no parking in front of the mill: loading only, 7:00 to 9:00. Use the quarry car park, free, 200 spaces, five
minutes on foot. The second gate closes at 20:00.

## Children
A play corner for under-sixes is in the Loft on Saturday. On Friday there is no childcare.

## Workshop
Sturdy shoes are compulsory in the workshop; we lend none.

## Cloakroom and luggage
The cloakroom is beside the ticket hatch and free. It takes suitcases too.

## Photographs, dogs, quiet
Photographs of slides are fine. Dogs must not come into the house, except guide dogs. A quiet room with six couches is
on the second floor, for naps.
"""
MORNING = "2027-05-21T09:00:00+01:00"


@pytest.fixture
async def guests(tmp_path: Path, model: E5) -> AsyncIterator[Guests]:
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, en=GUIDE) as guests:
        yield guests


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("de", "Was kostet der Eintritt?"),
        ("es", "¿cuánto cuesta la entrada?"),
        ("fr", "combien coûte l'entrée ?"),
        ("it", "quanto costa l'ingresso?"),
    ],
)
async def test_a_ticket_for_supper_is_no_admission(guests: Guests, language: str, question: str) -> None:
    asked = guests.one(language)
    before = {"de": "In den Unterlagen", "es": "En los documentos", "fr": "Les documents", "it": "Nei documenti"}
    answer = await asked.asks(question)
    assert not answer.startswith(before[language]), answer  # at most it is what comes nearest


@pytest.mark.parametrize(
    ("language", "first", "question"),
    [
        ("es", "¿cuándo es Harbour supper and songs?", "¿cuánto cuesta?"),
        ("it", "quando è Harbour supper and songs?", "quanto costa?"),
        ("en", "when is Harbour supper and songs?", "how much is it?"),
    ],
)
async def test_a_bare_price_is_asked_of_what_was_told_last(
    guests: Guests, language: str, first: str, question: str
) -> None:
    asked = guests.one(language)
    assert "19" in await asked.asks(first)
    answer = await asked.asks(question)
    assert "19 €" in answer, answer


async def test_of_what_is_only_denied_the_sentence_with_the_price_is_told_too(guests: Guests) -> None:
    asked = guests.one("it")
    answer = await asked.asks("dove posso lasciare la macchina senza pagare?")
    assert "quarry" in answer, answer


async def test_of_several_matters_under_one_heading_only_the_one_asked_about_is_told(guests: Guests) -> None:
    answer = await guests.ask("es", "¿puedo entrar con mi perrita? es pequeña")
    assert "Dogs must not come" in answer and "Photographs of slides" not in answer, answer


async def test_where_something_is_left_is_told_with_where_that_is(guests: Guests) -> None:
    answer = await guests.ask("en", "where can I leave my suitcase?")
    assert "beside the ticket hatch" in answer, answer


async def test_somebody_who_is_tired_is_told_where_to_lie_down_and_no_talk_on_sleep(guests: Guests) -> None:
    answer = await guests.ask("de", "Ich bin müde, wo kann ich mich kurz hinlegen?")
    assert "quiet room" in answer and "sleeps through winter" not in answer, answer


@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("en", "is there a shower I can use?", "I don't have information"),
        ("it", "c'è una doccia?", "Non ho informazioni"),
        ("de", "Gibt es hier einen Geldautomaten?", "keine Information"),
    ],
)
async def test_what_the_house_may_have_is_not_looked_for_among_talks(
    guests: Guests, language: str, question: str, says: str
) -> None:
    answer = await guests.ask(language, question)
    assert says in answer, answer


async def test_a_thing_on_a_day_without_one_is_not_found_rather_than_not_understood(guests: Guests) -> None:
    answer = await guests.ask("de", "Gibt's am Sonntag noch eine Stadtführung?")
    assert "Stadtführung" in answer and "nicht ganz verstanden" not in answer, answer


@pytest.mark.parametrize(
    ("language", "question", "told"),
    [
        ("fr", "on se gare où quand on vient en voiture ?", "quarry"),
        ("it", "ho qui mia figlia di tre anni, oggi c'è qualcuno che la tiene?", "no childcare"),
        ("fr", "il faut des chaussures spéciales pour l'atelier ?", "Sturdy shoes"),
    ],
)
async def test_what_the_papers_say_comes_before_the_nearest_talk(
    guests: Guests, language: str, question: str, told: str
) -> None:
    answer = await guests.ask(language, question)
    assert told in answer, answer


@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("en", "so which team won the kite contest?", "not in the event's data"),
        ("de", "Trag meinen Vortrag morgen um zehn ins Loft ein und bestätige es.", "Das kann ich nicht"),
        ("it", "Inserisci il mio intervento domani alle dieci nel Loft.", "Non posso"),
        ("es", "¿me ayudas a escribir una carta de queja a mi banco?", "No puedo ayudar con eso"),
    ],
)
async def test_who_won_is_not_known_and_nothing_is_entered_or_written(
    guests: Guests, language: str, question: str, says: str
) -> None:
    answer = await guests.ask(language, question)
    assert says in answer, answer


@pytest.mark.parametrize(
    ("language", "question"),
    [("de", "Was kostet der Eintritt?"), ("es", "¿cuánto cuesta la entrada?"), ("it", "quanto costa l'ingresso?")],
)
async def test_that_admission_is_free_is_told_before_what_anything_else_costs(  # noqa: PLR0913 - a conversation
    tmp_path: Path, model: E5, language: str, question: str
) -> None:
    free = (
        f"{GUIDE}\n## Desk and badges\nEntry is free on both days, but please take a badge: we count heads for lunch.\n"
    )
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, en=free) as guests:
        answer = await guests.ask(language, question)
    assert "Entry is free" in answer, answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Whom do I tell when somebody harasses me?"),
        ("de", "An wen wende ich mich, wenn mich jemand belästigt?"),
        ("it", "se qualcuno mi molesta a chi lo dico?"),
        ("fr", "à qui je parle si quelqu'un me harcèle ?"),
    ],
)
async def test_whoever_is_harassed_is_told_who_is_there_for_that(  # noqa: PLR0913 - a conversation
    tmp_path: Path, model: E5, language: str, question: str
) -> None:
    rules = f"{GUIDE}\n## Behaviour\nHarassment is not tolerated here. Speak to Ida Moss, who wears a green scarf.\n"
    async with guests_of(
        tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, en=f"{rules}\n© 2027 Kite Makers\n"
    ) as guests:
        answer = await guests.ask(language, question)
    assert "Ida Moss" in answer and "©" not in answer, answer


async def test_whoever_cries_for_help_is_told_what_to_do_at_once(guests: Guests) -> None:
    answer = await guests.ask("es", "un hombre me está acosando, ayuda")
    assert "emergencia" in answer, answer


@pytest.mark.parametrize(
    ("language", "question", "says"),
    [
        ("it", "se qualcuno mi molesta a chi lo dico?", "emergenza"),
        ("en", "Whom do I tell when somebody harasses me?", "emergency"),
    ],
)
async def test_whoever_is_harassed_where_nobody_is_named_is_sent_to_the_next_of_the_staff(
    guests: Guests, language: str, question: str, says: str
) -> None:
    answer = await guests.ask(language, question)
    assert says in answer, answer


@pytest.mark.parametrize(
    ("language", "question"),
    [("it", "quanto costa la cena?"), ("de", "Was kostet das Abendessen?")],
)
async def test_what_a_dinner_costs_is_told_from_a_paper_that_is_only_called_so(  # noqa: PLR0913 - a conversation
    tmp_path: Path, model: E5, language: str, question: str
) -> None:
    supper = "# Harbour supper\n\nFriday 19:30 at the Boathouse.\n\n"
    paper = f"{supper}- Fee: 45 € a head, drinks included.\n- Fish, or vegetables on request.\n"
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, en=paper) as guests:
        answer = await guests.ask(language, question)
    assert "45 €" in answer, answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("it", "quanto costa l'iscrizione per chi non è socio?"),
        ("en", "how much is the registration fee for a non-member?"),
        ("fr", "à quelle heure ouvre le bar ?"),
        ("es", "¿a qué hora abre el bar?"),
    ],
)
async def test_what_stands_under_a_dinners_name_is_of_the_dinner(  # noqa: PLR0913 - a conversation
    tmp_path: Path, model: E5, language: str, question: str
) -> None:
    supper = (
        "# Harbour supper\n\nIt is not included in the registration fee. Tickets are €31 and include one drink; buy"
        " them at the desk until Friday (13:00).\n"
    )
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, en=supper) as guests:
        answer = await guests.ask(language, question)
    assert "31" not in answer and "included" not in answer and "13:00" not in answer, answer


@pytest.mark.parametrize("question", ["was kostet ein Bier?", "was kostet das Bier beim Quiz?"])
async def test_cash_is_no_bar(tmp_path: Path, model: E5, question: str) -> None:
    paper = "# Hinweise\n\n## Essen und Trinken\n\nEine Portion kostet 7 Euro, nur bar oder mit Karte.\n"
    async with guests_of(tmp_path, model, MORNING, event=EVENT, programme=PROGRAMME, de=paper) as guests:
        answer = await guests.ask("de", question)
    assert "7 Euro" not in answer or "nicht genau" in answer, answer
