"""Questions that lean on what was said, or ask of the programme by small words alone, in five languages."""

import json
from pathlib import Path

import pytest

from charlotte.protocol.items import InputText, Message, OutputText
from support.conversation import Conversation, conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Track,Format,Language
Opening words,2026-05-08,9:00,9:20,Blue hall,Rosa Lindqvist,,Talk,en
Beekeeping with sensors,2026-05-08,9:30,10:15,Blue hall,Ada Verne,Farming,Talk,en
Wool from the hills,2026-05-08,9:30,10:45,Green hall,Jan Holm,Crafts,Talk,de
Lighthouse keepers,2026-05-08,10:30,11:15,Blue hall,Mira Tanaka,Seaside,Talk,it
Tea break,2026-05-08,11:15,11:30,Foyer,,,Break,
Sailing by the stars,2026-05-08,11:30,12:00,Blue hall,Jan Holm,Seaside,Talk,en
Ropes and knots,2026-05-08,11:30,13:00,Green hall,Otto Birk,Seaside,Workshop,en
Farewell,2026-05-08,17:30,18:00,Blue hall,,,Talk,en
"""
ABOUT_LIGHTHOUSES = "Mira Tanaka, 10:30, Blue hall."
TWO = "“Beekeeping with” (9:30) / “Lighthouse keepers” (10:30)."

UNTIL_WHEN = {
    "it": "e fino a che ora dura?",
    "en": "and how late does that run?",
    "fr": "et ça finit quand ?",
    "de": "bis wann geht das denn?",
    "es": "¿y hasta qué hora?",
}
BEFORE = {
    "it": "e chi c'è subito prima nella stessa sala?",
    "en": "who is on right before that in the same room?",
    "fr": "et juste avant elle, dans la même salle ?",
    "de": "und wer ist direkt davor im selben Saal dran?",
    "es": "¿y quién va justo antes en esa sala?",
}
AFTER = {
    "it": "e subito dopo di lei?",
    "en": "who follows her in there?",
    "fr": "et qui passe juste après ?",
    "de": "und wer kommt gleich danach im gleichen Raum?",
    "es": "¿y justo después en la misma sala?",
}
BESIDE = {
    "it": "e nello stesso momento in Green hall?",
    "en": "what's running parallel to that in Green hall?",
    "fr": "et en même temps en Green hall ?",
    "de": "und parallel dazu in Green hall?",
    "es": "¿y a la misma hora en Green hall?",
}
SECOND = {
    "it": "il secondo a che ora è?",
    "en": "what time's the second one?",
    "fr": "le deuxième, c'est à quelle heure ?",
    "de": "wann ist der zweite?",
    "es": "¿el segundo a qué hora es?",
}
MORE = {
    "it": "quel signore fa anche un altro intervento?",
    "en": "does he do anything else here?",
    "fr": "il fait autre chose aussi ?",
    "de": "hält der Herr noch einen weiteren Vortrag?",
    "es": "¿ese señor da alguna otra charla?",
}
NOW = {
    "it": "chi sta parlando in questo istante, e dove?",
    "en": "what are my two options right now?",
    "fr": "qui est en train de parler là maintenant, et où ?",
    "de": "was habe ich jetzt gerade zur Auswahl?",
    "es": "¿quién está hablando ahora mismo y en qué sala?",
}
LEFT = {
    "it": "cosa resta oggi in Blue hall dopo quello in corso?",
    "en": "what's left in Blue hall after the current talk?",
    "fr": "qu'est-ce qu'il reste en Blue hall aujourd'hui ?",
    "de": "was kommt heute noch in Blue hall?",
    "es": "¿qué queda todavía en Blue hall cuando acabe esta charla?",
}
NOBODY_AFTER = {
    "it": "dopo Otto Birk in Green hall parla ancora qualcuno?",
    "en": "does anybody come after Otto Birk in Green hall?",
    "fr": "quelqu'un passe après Otto Birk en Green hall ?",
    "de": "kommt nach Otto Birk in Green hall noch jemand?",
    "es": "¿viene alguien después de Otto Birk en Green hall?",
}
LONGER = {
    "it": "cosa dura più di un'ora in Green hall?",
    "en": "which of the things in Green hall go on for more than an hour?",
    "fr": "en Green hall, qu'est-ce qui dure plus d'une heure ?",
    "de": "was dauert in Green hall länger als eine Stunde?",
    "es": "¿qué sesiones de Green hall duran más de una hora?",
}
AFTER_THE_BREAK = {
    "it": "dopo la pausa cosa comincia in Blue hall?",
    "en": "what starts in Blue hall after the short break?",
    "fr": "après la petite pause, qu'est-ce qui commence en Blue hall ?",
    "de": "was beginnt nach der kleinen Pause in Blue hall?",
    "es": "después de la pausa, ¿qué empieza en Blue hall?",
}
AT_ONCE = {
    "it": "quanti interventi iniziano alle 11:30?",
    "en": "how many talks start at 11:30?",
    "fr": "combien de sessions commencent à 11h30 ?",
    "de": "wie viele Vorträge beginnen um 11:30 Uhr?",
    "es": "¿cuántas charlas empiezan a las 11:30?",
}
LANGUAGE = {
    "it": ("in che lingua parla Mira Tanaka?", "italiano"),
    "en": ("what language does Mira Tanaka speak in?", "Italian"),
    "fr": ("Mira Tanaka parle en quelle langue ?", "italien"),
    "de": ("in welcher Sprache spricht Mira Tanaka?", "Italienisch"),
    "es": ("¿en qué idioma habla Mira Tanaka?", "italiano"),
}
LANGUAGES = list(UNTIL_WHEN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME)
    (tmp_path / "event.json").write_text(json.dumps({"id": "x", "name": "X", "timezone": "Europe/Rome"}))
    return tmp_path


def at(folder: Path, time: str, language: str, answered: str = "") -> Conversation:
    """Return a conversation in which something was answered already."""
    visitor = conversation(folder, f"2026-05-08T{time}+02:00", language=language)
    if answered:
        visitor.items += [
            Message(role="user", content=(InputText(text="…?"),)),
            Message(role="assistant", content=(OutputText(text=answered),)),
        ]
    return visitor


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_was_told_is_meant_where_a_question_names_nothing(folder: Path, language: str) -> None:
    async def asked(question: dict[str, str], answered: str = ABOUT_LIGHTHOUSES) -> str:
        return await at(folder, "09:05", language, answered).asks(question[language])

    assert "11:15" in await asked(UNTIL_WHEN)
    assert "Beekeeping" in await asked(BEFORE)
    assert "Sailing" in await asked(AFTER)
    assert "Wool" in await asked(BESIDE)
    assert "10:30" in (second := await asked(SECOND, TWO)) and "9:30" not in second
    more = await asked(MORE, "Jan Holm, 9:30, Green hall.")
    assert "Sailing" in more and "Lighthouse" not in more


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_stretch_of_the_programme_is_asked_for_by_small_words(folder: Path, language: str) -> None:
    async def asked(question: dict[str, str], time: str = "10:40") -> str:
        return await at(folder, time, language).asks(question[language])

    now = await asked(NOW)
    assert "Wool" in now and "Lighthouse" in now and "Sailing" not in now
    left = await asked(LEFT)
    assert "Sailing" in left and "Farewell" in left and "Lighthouse" not in left
    longer = await asked(LONGER)
    assert "Wool" in longer and "Ropes" in longer
    assert "Sailing" in await asked(AFTER_THE_BREAK, "11:16")
    assert "2" in await asked(AT_ONCE)
    nobody = await asked(NOBODY_AFTER)
    assert "Green hall" in nobody and "Ropes" not in nobody


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_language_of_a_talk_is_told(folder: Path, language: str) -> None:
    question, name = LANGUAGE[language]
    assert name in await at(folder, "09:05", language).asks(question)


async def test_a_title_of_small_words_is_still_a_title(folder: Path) -> None:
    assert "17:30" in await at(folder, "09:05", "en", ABOUT_LIGHTHOUSES).asks("when is the farewell?")


async def test_what_is_named_is_not_what_was_told(folder: Path) -> None:
    visitor = at(folder, "09:05", "en", ABOUT_LIGHTHOUSES)
    assert "13:00" in await visitor.asks("until when does Ropes and knots go on?")


async def test_the_track_is_meant_where_it_is_spoken_of_as_one(folder: Path) -> None:
    asked = at(folder, "09:05", "en")
    assert "13:00" in await asked.asks("until when does the part on Seaside go on?")
    assert "3" in await asked.asks("how many talks are in the Seaside track?")


async def test_the_last_talk_before_the_closing_is_no_farewell(folder: Path) -> None:
    answer = await at(folder, "09:05", "en").asks("what is the very last session before the closing, and who gives it?")
    assert "Farewell" not in answer and "Sailing" in answer
