"""Who speaks right now, where sessions hold several talks: the talk that is on, whose it is, and in which session."""

from pathlib import Path

import pytest

from support.conversation import Conversation, conversation

DAY = """\
Date,Start,End,Title,Room,Speakers,Level
2027-05-06,09:00,10:00,Symposium: Dyes of the coast,Weir Hall,,Session
2027-05-06,09:00,09:30,Lichen purple,,Orla Tighe,Sub
2027-05-06,09:30,10:00,Madder in peat water,,Conn Daly,Sub
2027-05-06,09:00,10:00,Symposium: Drawlooms,Mill Room,,Session
2027-05-06,09:00,09:30,Cords and lashes,,Bran Quigley,Sub
2027-05-06,09:30,09:50,Sixteen shafts,,Aoife Prunty,Sub
2027-05-06,10:00,10:30,Coffee,Foyer,,Session
"""


def at(folder: Path, moment: str, language: str) -> Conversation:
    event = folder / "wool"
    event.mkdir(exist_ok=True)
    (event / "event.json").write_text('{"id": "wool", "name": "Wool", "timezone": "Europe/Dublin"}', "utf-8")
    (event / "programme.csv").write_text(DAY, "utf-8")
    return conversation(event, f"2027-05-06T{moment}:00+01:00", language=language)


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Who is speaking in Weir Hall right now, and about what?"),
        ("it", "Chi sta parlando adesso in Weir Hall, e di cosa?"),
        ("fr", "Qui parle en ce moment en Weir Hall, et de quoi ?"),
        ("de", "Wer spricht gerade in Weir Hall und worüber?"),
        ("es", "¿Quién está hablando ahora mismo en Weir Hall y de qué?"),
    ],
)
async def test_the_talk_that_is_on_is_told_with_its_session(language: str, question: str, tmp_path: Path) -> None:
    answer = await at(tmp_path, "09:40", language).asks(question)
    assert "Madder in peat water" in answer and "Conn Daly" in answer and "Symposium: Dyes of the coast" in answer
    assert "Lichen" not in answer


async def test_a_time_and_what_comes_next_mean_the_talk_too(tmp_path: Path) -> None:
    answer = await at(tmp_path, "08:00", "en").asks("What's in the Mill Room at 9:10?")
    assert "Cords and lashes" in answer and "Bran Quigley" in answer and "Symposium: Drawlooms" in answer
    answer = await at(tmp_path, "08:50", "de").asks("Was kommt als Nächstes in Weir Hall?")
    assert "Lichen purple" in answer and "Orla Tighe" in answer and "Symposium: Dyes of the coast" in answer


async def test_where_a_talk_without_a_room_is_held_is_where_its_session_is(tmp_path: Path) -> None:
    assert "Weir Hall" in await at(tmp_path, "08:00", "en").asks("Where does Orla Tighe speak?")


async def test_between_its_talks_and_its_end_the_session_itself_is_on(tmp_path: Path) -> None:
    answer = await at(tmp_path, "09:55", "en").asks("What is on in the Mill Room right now?")
    assert "Symposium: Drawlooms" in answer


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What talks are in the Symposium: Dyes of the coast?"),
        ("it", "Quali interventi ci sono nel Symposium: Dyes of the coast?"),
        ("fr", "Quelles interventions y a-t-il dans le Symposium: Dyes of the coast ?"),
        ("de", "Welche Vorträge gibt es im Symposium: Dyes of the coast?"),
        ("es", "¿Qué charlas hay en el Symposium: Dyes of the coast?"),
    ],
)
async def test_what_is_in_a_session_is_told_with_who_speaks(language: str, question: str, tmp_path: Path) -> None:
    answer = await at(tmp_path, "08:30", language).asks(question)
    assert "Lichen purple" in answer and "Conn Daly" in answer and "Cords" not in answer, answer


async def test_a_session_and_its_first_talk_are_one_answer(tmp_path: Path) -> None:
    day = DAY.replace("Lichen purple", "Dyes from lichen").replace("Dyes of the coast", "Dyes and coasts")
    (tmp_path / "wool").mkdir()
    (tmp_path / "wool" / "event.json").write_text('{"id": "wool", "name": "Wool", "timezone": "Europe/Dublin"}')
    (tmp_path / "wool" / "programme.csv").write_text(day, "utf-8")
    asked = conversation(tmp_path / "wool", "2027-05-06T08:30:00+01:00", language="en")
    answer = await asked.asks("Where is the dyes session?")
    assert "Weir Hall" in answer and "Do you mean" not in answer, answer


async def test_a_title_that_holds_the_word_for_tracks_is_a_title(tmp_path: Path) -> None:
    (tmp_path / "wool").mkdir()
    (tmp_path / "wool" / "event.json").write_text('{"id": "wool", "name": "Wool", "timezone": "Europe/Dublin"}')
    day = DAY.replace("Symposium: Drawlooms", "Symposium: Tyres, Tracks and Trams".replace(",", " –"))
    (tmp_path / "wool" / "programme.csv").write_text(day, "utf-8")
    asked = conversation(tmp_path / "wool", "2027-05-06T08:30:00+01:00", language="en")
    answer = await asked.asks("When is Tyres, Tracks and Trams?")
    assert "Mill Room" in answer, answer
