"""Who leads a session without speaking in it: said apart from who speaks, and found by name."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Moderator
Session 2: Peat and moss,2026-05-08,10:00,11:30,Blue hall,,Prof. Edda Brandt
Panel: Who owns the river?,2026-05-08,14:00,15:00,Green hall,Ada Verne; Jan Holm,Carla Bonini
"""
ASKED = {
    "it": "Chi modera il panel sul fiume, Who owns the river?",
    "en": "Who is moderating the panel on who owns the river?",
    "fr": "Qui modère le panel Who owns the river ?",
    "de": "Wer moderiert das Podium Who owns the river?",
    "es": "¿Quién modera el panel Who owns the river?",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    return tmp_path


@pytest.mark.parametrize("language", list(ASKED))
async def test_who_moderates_is_named_apart_from_who_speaks(folder: Path, language: str) -> None:
    answer = await conversation(folder, "2026-05-08T09:00", language=language).asks(ASKED[language])
    chair, _, speakers = answer.partition("Who owns the river?")
    assert "Carla Bonini" in chair and "Ada Verne" in speakers and "Bonini" not in speakers, answer


async def test_a_session_of_which_only_the_chair_is_known(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language="en")
    assert "Chair: Prof. Edda Brandt" in await visitor.asks("Who chairs the session on peat and moss?")
    where = await conversation(folder, "2026-05-08T09:00", language="en").asks("Where is Edda Brandt?")
    assert "Blue hall" in where, where


PARTS = """Title,Date,Start,End,Room,Speakers,Moderator,Part of
Session 3: Wunden und Narben,2026-05-08,10:00,11:30,Blue hall,,Edda Brandt,
Wunden richtig fotografieren,2026-05-08,10:00,10:45,Blue hall,Ada Verne,,Session 3: Wunden und Narben
Wunden zu Hause pflegen,2026-05-08,10:45,11:30,Blue hall,Jan Holm,,Session 3: Wunden und Narben
Moose im Moor,2026-05-08,12:00,12:45,Green hall,Carla Bonini,,
"""


@pytest.mark.parametrize(
    ("language", "asked"),
    [("de", "Wer leitet denn die Sitzung über Wunden?"), ("en", "Who chairs the session about Wunden?")],
)
async def test_who_leads_a_session_whose_talks_are_about_the_same(tmp_path: Path, language: str, asked: str) -> None:
    (tmp_path / "programme.csv").write_text(PARTS)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    answer = await conversation(tmp_path, "2026-05-08T09:00", language=language).asks(asked)
    assert "Edda Brandt" in answer and "Ada Verne" not in answer, answer
