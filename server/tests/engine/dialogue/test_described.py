"""What is described in the middle of a sentence is found, whatever stands around it, in every language."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from charlotte.clock import StoppedClock
from charlotte.engine.dialogue.descriptions.span import described
from charlotte.engine.dialogue.families.family import Family
from charlotte.engine.dialogue.mind import Dialogue
from support.agendas import programme
from support.conversation import Conversation, Shelf, conversation

SESSIONS = [
    ("Biogas at home", "10:00", "Blue hall", "Edda Brandt", "Torfwerk"),
    ("A podcast in class", "11:00", "Green hall", "Jan Holm", "Blue Delta Labs"),
    ("Counting eels", "12:00", "Blue hall", "Carla Bonini", "Rivermouth"),
    ("Listening to frogs", "14:00", "Green hall", "Ada Verne", "Rivermouth"),
    ("Fewer pumps", "15:00", "Blue hall", "Ines Duarte", ""),
]
TOPICS = {
    "en": "my uncle runs a dairy near here, so have you lot got a bit of biogas on?",
    "it": "mio zio ha una stalla qui vicino, avreste mica roba di biogas?",
    "fr": "mon oncle tient une étable, z'auriez pas des machins de biogas par hasard ?",
    "de": "mein Onkel hat einen Stall, hättet ihr womöglich irgendwas mit Biogas auf Lager?",
    "es": "mi tío lleva un establo, ¿no tendríais por ahí cosillas de biogas?",
}
COMPANIES = {
    "en": "Which of the speakers work at Rivermouth?",
    "it": "quali relatori lavorano alla Rivermouth?",
    "fr": "qui travaille chez Rivermouth ?",
    "de": "welche Vortragenden arbeiten bei Rivermouth?",
    "es": "¿quién trabaja en Rivermouth?",
}
UNHEARD = {
    "where are they showing the falconry with the old owl?": "falconry with the old owl",
    "faccio l'apicoltore, avete niente sulle vespe giganti?": "vespe giganti",
    "in che aula è la notaia di Lecce?": "notaia di Lecce",
    "je répare des orgues, vous avez quoi sur les soufflets ?": "soufflets",
    "juste après celle sur les marées, y a quoi ?": "marées",
    "Wo muss ich hin für den Falkner aus dem Allgäu?": "Falkner aus dem Allgäu",
    "gibt's am Sonntag was zu Gletscherspalten?": "Gletscherspalten",
    "¿dónde enseñan el vuelo de los halcones?": "vuelo de los halcones",
    "me dedico a los órganos, ¿hay algo sobre fuelles?": "fuelles",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    rows = ["Title,Date,Start,Room,Speaker,Affiliation"]
    rows += [f"{title},2026-05-08,{start},{room},{who},{of}" for title, start, room, who, of in SESSIONS]
    (tmp_path / "programme.csv").write_text("\n".join(rows) + "\n")
    return tmp_path


class Told:
    """Says of every question the same, as the weights would of one that is like it."""

    def __init__(self, of: Mapping[str, float], asks: Mapping[str, float]) -> None:
        self._family = Family(of, asks)

    async def of(self, question: str) -> Family:
        return self._family


def visitor(folder: Path, language: str, of: Mapping[str, float], asks: Mapping[str, float]) -> Conversation:
    shelf, clock = Shelf({"x": programme(folder)}), StoppedClock(datetime.fromisoformat("2026-05-08T09:00+02:00"))
    return Conversation(Dialogue(shelf, Told(of, asks)), shelf, "x", clock, language)


@pytest.mark.parametrize(("question", "meant"), UNHEARD.items())
def test_the_description_in_a_question_that_nobody_learned_from(question: str, meant: str) -> None:
    said = described(question)
    assert meant in said and len(said.split()) <= len(meant.split()) + 1, said


@pytest.mark.parametrize("language", list(TOPICS))
async def test_a_topic_is_found_between_what_else_is_told(folder: Path, language: str) -> None:
    told = await visitor(folder, language, {"topic": 0.9}, {"list": 0.8}).asks(TOPICS[language])
    assert "Edda Brandt" in told and "10:00" in told.replace("10 h 00", "10:00"), told


@pytest.mark.parametrize("language", list(COMPANIES))
async def test_everybody_of_a_company_is_named(folder: Path, language: str) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(COMPANIES[language])
    assert "Carla Bonini" in told and "Ada Verne" in told, told
    assert "Edda Brandt" not in told, told


@pytest.mark.parametrize(
    ("language", "before", "question"),
    [
        ("es", "¿a qué hora es Counting eels?", "¿y lo lleva quién?"),
        ("en", "when is Counting eels?", "and it's being done by whom then"),
        ("de", "wann ist Counting eels?", "und wer macht das dann eigentlich so"),
    ],
)
async def test_a_question_that_leans_on_the_last_session(
    folder: Path, language: str, before: str, question: str
) -> None:
    of_them = visitor(folder, language, {"follow_up": 0.95}, {"who": 0.95})
    await of_them.asks(before)
    assert "Carla Bonini" in await of_them.asks(question)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "what comes right after the one about biogas?"),
        ("it", "cosa c'è subito dopo quello sul biogas?"),
        ("fr", "juste après celle sur le biogas, il y a quoi ?"),
        ("de", "was kommt gleich nach dem über Biogas?"),
        ("es", "¿qué hay justo después de lo del biogas?"),
    ],
)
async def test_what_follows_something_that_is_described(folder: Path, language: str, question: str) -> None:
    told = await visitor(folder, language, {"slot": 0.9}, {"list": 0.9}).asks(question)
    assert "Counting eels" in told, told


async def test_what_is_not_found_is_named_without_the_sentence_around_it(folder: Path) -> None:
    told = await visitor(folder, "en", {"topic": 0.9}, {"list": 0.8}).asks("I run a foundry, got anything on bells?")
    assert "“bells”" in told and "foundry" not in told, told


async def test_nobody_is_taken_for_a_stranger_of_whom_a_text_speaks(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    rows = ["Title,Date,Start,Room,Speaker,Affiliation,Abstract"]
    rows += [f"{title},2026-05-08,{start},{room},{who},{of}," for title, start, room, who, of in SESSIONS]
    rows.append("Old sluices,2026-05-08,16:00,Blue hall,Pavel Novak,Lockworks,As Magnus Rivermann built them.")
    (tmp_path / "programme.csv").write_text("\n".join(rows) + "\n")
    told = await visitor(tmp_path, "de", {"person": 0.9}, {"when": 0.9}).asks(
        "Und wann hält Magnus Rivermann seinen Vortrag?"
    )
    assert "16:00" not in told, told
