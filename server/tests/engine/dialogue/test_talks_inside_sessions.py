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
