"""Questions about the place are answered with what organisers told; without it nothing is made up."""

import json
import tomllib
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from charlotte.congress.emergency_numbers import SERVICES
from charlotte.engine.dialogue.answer.practical import with_told
from charlotte.engine.dialogue.grammar import LANGUAGES
from charlotte.engine.speaking.verbalise import spoken_form
from charlotte.session.configuration.brief import KNOWN
from support.agendas import DEMO
from support.conversation import conversation

NOON = "2026-04-18T12:00:00+02:00"
TOLD = {
    "desk": "Hall A, by the stairs",
    "opening_hours": "8:30-19:00",
    "wifi": "Expo, password pisa2026",
    "food": "bar in the foyer",
    "cloakroom": "basement",
    "registration": "foyer",
    "first_aid": "room 012",
}
ASKED = [
    ("en", "Where is the information desk?", "desk"),
    ("en", "What are the opening hours?", "opening_hours"),
    ("en", "Where can I eat?", "food"),
    ("en", "Where do I get my badge?", "registration"),
    ("en", "I want to speak to a person", "desk"),
    ("it", "Dov'è il punto informazioni?", "desk"),
    ("it", "Qual è la password del wifi?", "wifi"),
    ("it", "Dove posso lasciare il cappotto?", "cloakroom"),
    ("de", "Was sind die Öffnungszeiten?", "opening_hours"),
    ("de", "Gibt es WLAN?", "wifi"),
    ("fr", "Où est le vestiaire ?", "cloakroom"),
    ("fr", "Quels sont les horaires d'ouverture ?", "opening_hours"),
    ("es", "¿Dónde están los primeros auxilios?", "first_aid"),
    ("es", "¿Dónde se puede comer?", "food"),
]


@pytest.mark.parametrize(("language", "question", "topic"), ASKED)
async def test_what_was_told_is_said_in_the_visitors_language(language: str, question: str, topic: str) -> None:
    asked = conversation(DEMO, NOON, language=language)
    assert TOLD[topic] not in await asked.asks(question)
    asked = replace(conversation(DEMO, NOON, language=language), told=TOLD)
    assert TOLD[topic] in await asked.asks(question)
    assert asked.calls == []


async def test_an_emergency_names_the_number_and_where_first_aid_is() -> None:
    asked = replace(conversation(DEMO, NOON, language="en"), told={**TOLD, "emergency_number": "118"})
    answer = await asked.asks("Somebody fainted!")
    assert "call 118" in answer and "112" not in answer
    assert answer.endswith("First aid: room 012.")
    unusable = with_told(
        "emergency", "Call 112.", question="", language="en", variables={"emergency_number": "ask Bob"}
    )
    assert unusable == "Call 112."


AT_HOME = [
    ("Europe/Rome", "it", "Qualcuno è svenuto!", "chiami il 112."),
    ("America/Toronto", "de", "Hilfe, hier ist gerade jemand umgekippt!", "rufen Sie die 911."),
    ("America/Montreal", "fr", "Quelqu'un s'est évanoui !", "appelez le 911."),
    ("Europe/London", "en", "Somebody fainted!", "call 999."),
    ("Australia/Sydney", "es", "¡Alguien se ha desmayado!", "llame al 000."),
    ("Asia/Tokyo", "en", "Somebody fainted!", "call 119 (ambulance, fire brigade) or 110 (police)."),
    ("America/Sao_Paulo", "it", "Qualcuno è svenuto!", "il 192 (ambulanza) o 193 (vigili del fuoco) o 190 (polizia)."),
    ("Etc/UTC", "en", "Somebody fainted!", "call 112."),
]


@pytest.mark.parametrize(("timezone", "language", "cry", "says"), AT_HOME)
async def test_an_emergency_names_the_number_of_the_country(
    timezone: str, language: str, cry: str, says: str, tmp_path: Path
) -> None:
    event = tmp_path / "congress"
    event.mkdir()
    (event / "event.json").write_text(json.dumps({"id": "away", "name": "Away", "timezone": timezone}), "utf-8")
    (event / "programme.csv").write_text(
        "Date,Start,End,Room,Title\n2026-08-19,09:00,10:00,Hall C,Lamps\n2026-08-19,10:00,11:00,Hall C,Lenses\n",
        "utf-8",
    )
    asked = conversation(event, "2026-08-19T09:00:00+00:00", language=language)
    assert says in await asked.asks(cry)
    by_hand = replace(asked, items=[], told={"emergency_number": "911 4040"})
    assert "911 4040" in await by_hand.asks(cry)
    unusable = replace(asked, items=[], told={"emergency_number": "ask Bob"})
    assert says in await unusable.asks(cry)


def test_a_voice_says_an_emergency_number_figure_by_figure() -> None:
    told = with_told("emergency", "Call 112.", question="", language="en", variables={"timezone": "Australia/Perth"})
    assert told == "Call 0 0 0."
    assert spoken_form(told, "en") == "Call zero zero zero."


def test_every_country_of_the_data_has_a_number_for_each_service() -> None:
    data = tomllib.loads(resources.files("charlotte.congress").joinpath("emergency_numbers.toml").read_text("utf-8"))
    of_all = " ".join(data["one"].values()).split()
    assert len(set(of_all)) == len(of_all) and not set(of_all) & set(data["several"])
    for numbers in (*data["several"].values(), *data["one"]):
        assert all(number.isdigit() and 2 <= len(number) <= 4 for number in numbers.split()), numbers
    assert all(len(numbers.split()) == len(SERVICES) for numbers in data["several"].values())


async def test_who_is_sent_to_the_desk_hears_where_it_is() -> None:
    asked = replace(conversation(DEMO, NOON, language="en"), told=TOLD)
    assert (await asked.asks("Are you a robot?")).endswith("The information desk is here: Hall A, by the stairs.")


def test_every_language_knows_the_same_topics() -> None:
    data = tomllib.loads(
        resources.files("charlotte.engine.dialogue.answer").joinpath("practical.toml").read_text("utf-8")
    )
    assert set(data) == set(LANGUAGES)
    topics = set(data["it"]["asked"])
    assert topics <= set(KNOWN), "each is something staff can tell"
    for language in LANGUAGES:
        assert set(data[language]["asked"]) == set(data[language]["said"]) == topics
        assert all(sentence.count("{value}") == 1 for sentence in data[language]["said"].values())
