"""People asked for by their company or institute: the name they bear is looked up, in every language."""

import json
from pathlib import Path

import pytest

from support.conversation import conversation

SESSIONS = [
    ("Peat and moss", "10:00", "Blue hall", "Edda Brandt", "Head of Research @ Torfwerk", "Bogs store carbon."),
    ("Rivers that move", "11:00", "Green hall", "Jan Holm", "Hydrologist at Blue Delta Labs", "Old maps."),
    ("Counting eels", "12:00", "Blue hall", "Carla Bonini", "University of Leeds", "With nets."),
    ("Listening to frogs", "14:00", "Green hall", "Ada Verne", "University of Leeds", "With microphones."),
    ("Fewer pumps", "15:00", "Blue hall", "Ines Duarte", "", "How we at Aquafin do without half of them."),
]
ASKED = {
    "it": ("Quando parla la signora di Torfwerk?", "dove parla quello di Blue Delta Labs?"),
    "en": ("When does the lady from Torfwerk speak?", "where is the Blue Delta Labs guy?"),
    "fr": ("La dame de chez Torfwerk, elle passe à quelle heure ?", "où parle le type de Blue Delta Labs ?"),
    "de": ("Wann spricht die von Torfwerk?", "wo spricht der Mann von Blue Delta Labs?"),
    "es": ("¿Cuándo habla la señora de Torfwerk?", "¿dónde habla el de Blue Delta Labs?"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    rows = ["Title,Date,Start,Room,Speaker,Affiliation,Abstract"]
    rows += [f"{title},2026-05-08,{start},{room},{who},{of},{text}" for title, start, room, who, of, text in SESSIONS]
    (tmp_path / "programme.csv").write_text("\n".join(rows) + "\n")
    return tmp_path


@pytest.mark.parametrize("language", list(ASKED))
async def test_somebody_of_a_company_is_found(folder: Path, language: str) -> None:
    when, where = ASKED[language]
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(when)
    assert "Edda Brandt" in told and "10:00" in told, told
    told = await conversation(folder, "2026-05-08T09:00", language=language).asks(where)
    assert "Jan Holm" in told and "Green hall" in told, told


async def test_of_several_the_one_whose_session_the_question_speaks_of(folder: Path) -> None:
    visitor = conversation(folder, "2026-05-08T09:00", language="en")
    told = await visitor.asks("What time is the person from Leeds on listening to frogs?")
    assert "Ada Verne" in told and "Bonini" not in told, told


async def test_a_company_that_only_the_text_of_a_session_names(folder: Path) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language="en").asks(
        "Someone from Aquafin is here, which room?"
    )
    assert "Ines Duarte" in told and "Blue hall" in told, told


async def test_a_company_that_nobody_is_of_is_said_to_be_unknown(folder: Path) -> None:
    told = await conversation(folder, "2026-05-08T09:00", language="en").asks("When does the lady from Quuxcorp speak?")
    assert not any(name in told for _, _, _, name, _, _ in SESSIONS), told
