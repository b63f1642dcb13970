"""Visitors who tell of themselves: what they speak or do not, until when they stay; and who speaks only once."""

from pathlib import Path

import pytest

from support.conversation import Conversation, conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Format,Language
Lievito madre,2026-09-17,9:30,10:15,Sala Forno,Teo Marangoni,Talk,it
Rye comes back,2026-09-17,9:30,10:30,Sala Mulino,Hazel Coombes,Talk,en
Kneten mit der Hand,2026-09-17,9:30,11:30,Backstube,Ute Sanders,Workshop,de
Le four en pierre,2026-09-17,10:30,11:15,Sala Forno,Maxime Roussel,Talk,fr
Tortas de aceite,2026-09-17,14:00,15:30,Backstube,Inés Albarrán,Workshop,es
Crumb and crust,2026-09-17,15:00,16:00,Sala Forno,Teo Marangoni,Talk,en
Grissini a mano,2026-09-18,9:30,11:00,Backstube,Teo Marangoni,Workshop,it
Scoring like a pro,2026-09-18,11:15,12:45,Backstube,Hazel Coombes,Workshop,en
"""
TITLES = [line.partition(",")[0] for line in PROGRAMME.splitlines()[1:]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("spoken")
    (path / "programme.csv").write_text(PROGRAMME, encoding="utf-8")
    (path / "event.json").write_text('{"id": "bread", "name": "Bread", "timezone": "Europe/Rome"}')
    return path


def visitor(folder: Path, language: str) -> Conversation:
    return conversation(folder, "2026-09-17T08:30+02:00", language=language)


FRENCH, ITALIAN, SPANISH = ["Le four en pierre"], ["Lievito madre"], ["Tortas de aceite"]
ENGLISH = ["Rye comes back", "Crumb and crust"]
ASKED = [
    ("en", "My friend understands French but no German – which of today's sessions could she follow?", FRENCH),
    ("en", "What can I see today if I only know Spanish?", SPANISH),
    ("en", "English only please - what's on today?", ENGLISH),
    ("en", "Any French talks today?", FRENCH),
    ("en", "My partner hardly speaks any German. What is there for him in English today?", ENGLISH),
    ("it", "la mia collega sa solo il francese, cosa può seguire oggi?", FRENCH),
    ("it", "qual è l'unico in spagnolo oggi?", SPANISH),
    ("fr", "mon mari ne parle que l'italien, qu'est-ce qu'il peut suivre aujourd'hui ?", ITALIAN),
    ("fr", "c'est lequel, le seul en espagnol aujourd'hui ?", SPANISH),
    ("de", "Unser Gast spricht kein Deutsch, nur Englisch. Was kann er sich heute anhören?", ENGLISH),
    ("de", "welcher ist heute der einzige auf Spanisch?", SPANISH),
    ("de", "Gibt es morgen einen englischen Workshop?", ["Scoring like a pro"]),
    ("es", "mi madre solo habla español, ¿a qué puede ir hoy?", SPANISH),
    ("es", "mi marido no sabe ni jota de alemán, ¿qué hay hoy en francés?", FRENCH),
]


@pytest.mark.parametrize(("language", "asked", "titles"), ASKED)
async def test_only_sessions_that_can_be_followed_are_told(
    folder: Path, language: str, asked: str, titles: list[str]
) -> None:
    told = await visitor(folder, language).asks(asked)
    assert [title for title in TITLES if title in told] == titles


@pytest.mark.parametrize(
    ("language", "asked"), [("en", "do you speak German?"), ("it", "parli tedesco?"), ("fr", "vous parlez allemand ?")]
)
async def test_what_charlotte_speaks_is_no_question_after_sessions(folder: Path, language: str, asked: str) -> None:
    assert "Kneten" not in await visitor(folder, language).asks(asked)


ONCE = [
    ("en", "who gives Rye comes back?", "is that the only time she's on?"),
    ("it", "chi tiene Rye comes back?", "parla solo quella volta?"),
    ("fr", "qui présente Rye comes back ?", "c'est la seule fois où elle passe ?"),
    ("de", "von wem ist Rye comes back?", "ist das ihr einziger Vortrag?"),
    ("es", "¿quién da Rye comes back?", "¿es la única vez que sale?"),
]


@pytest.mark.parametrize(("language", "first", "then"), ONCE)
async def test_whether_somebody_speaks_only_once_is_answered_with_all_they_do(
    folder: Path, language: str, first: str, then: str
) -> None:
    asked = visitor(folder, language)
    await asked.asks(first)
    told = await asked.asks(then)
    assert "Rye comes back" in told and "Scoring like a pro" in told and "Lievito" not in told


STAYING = [
    ("en", "can I stay to the end of Rye comes back and still make the start of Le four en pierre?", "Yes"),
    ("en", "if I stay until the end of Tortas de aceite, will I miss the start of Crumb and crust?", "No"),
    ("en", "will Tortas de aceite be over before Crumb and crust starts?", "No"),
    ("it", "se resto fino alla fine di Rye comes back riesco a vedere l'inizio di Le four en pierre?", "Sì"),
    ("it", "Tortas de aceite finisce prima che cominci Crumb and crust?", "No"),
    ("fr", "Si je reste jusqu'au bout pour Tortas de aceite, j'arrive à l'heure au début de Crumb and crust ?", "Non"),
    ("de", "Wenn ich bis zum Ende bei Tortas de aceite bleibe, komme ich rechtzeitig zum Anfang von Crumb and crust?",
     "Nein"),
    ("de", "Läuft Tortas de aceite eigentlich gleichzeitig mit Crumb and crust?", "Ja"),
    ("es", "si me quedo hasta el final de Rye comes back, ¿llego al principio de Le four en pierre?", "Sí"),
    ("es", "¿Tortas de aceite acaba antes de que empiece Crumb and crust?", "No"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "told"), STAYING)
async def test_staying_to_the_end_of_one_and_being_there_for_the_start_of_another(
    folder: Path, language: str, asked: str, told: str
) -> None:
    answer = await visitor(folder, language).asks(asked)
    assert answer.startswith(told)
    assert sum(title in answer for title in TITLES) == 2


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Ute Sanders, when is she on? I think she kneads by hand and scores like a pro"),
        ("it", "Ute Sanders quando parla? credo che faccia dei grissini"),
        ("de", "wann ist Ute Sanders dran? Ich glaube sie macht das mit dem Sauerteig"),
    ],
)
async def test_what_somebody_believes_behind_a_question_is_not_what_they_ask_for(
    folder: Path, language: str, asked: str
) -> None:
    told = await visitor(folder, language).asks(asked)
    assert "Kneten mit der Hand" in told and "9:30" in told
