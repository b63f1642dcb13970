"""Slots of the programme told by breaks, people and suppositions, each in words of its own, in five languages."""

from pathlib import Path

import pytest

from support.conversation import Conversation, conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Track,Format,Abstract
Opening words,2026-05-08,9:00,9:20,Blue hall,Rosa Lindqvist,,Talk
Beekeeping with sensors,2026-05-08,9:30,10:15,Blue hall,Ada Verne,Farming,Talk
Coffee,2026-05-08,10:15,10:45,Foyer,,,Break
Lighthouse keepers,2026-05-08,10:45,11:30,Blue hall,Mira Tanaka,Seaside,Talk
Basket weaving by hand,2026-05-08,10:45,12:30,Green hall,Otto Birk,Crafts,Workshop,For 6 to 11 years. Bring an apron.
Sailing by the stars,2026-05-08,11:30,12:30,Blue hall,Jan Holm,Seaside,Talk
Lunch,2026-05-08,12:30,14:00,Foyer,,,Break
Knots for the harbour,2026-05-08,14:00,15:00,Green hall,Otto Birk,Seaside,Workshop
Songs of the crew,2026-05-08,17:00,18:00,Blue hall,Mira Tanaka,Seaside,Talk
Lantern evening,2026-05-08,20:00,23:00,Old pier,,,Social
Wool from the hills,2026-05-09,9:30,10:45,Green hall,Jan Holm,Crafts,Talk
"""

AFTER_COFFEE = {
    "it": "finita la pausa caffè, cosa parte in Blue hall?",
    "en": "what kicks off in the Blue hall once the coffee break is over?",
    "fr": "une fois la pause café terminée, il y a quoi en Blue hall ?",
    "de": "Womit geht es in Blue hall los, sobald die Kaffeepause vorbei ist?",
    "es": "cuando acabe la pausa del café, ¿qué empieza en Blue hall?",
}
BEFORE_LUNCH = {
    "it": "chi parla in Blue hall subito prima di pranzo?",
    "en": "who is speaking in the Blue hall right before lunch?",
    "fr": "qui parle juste avant le déjeuner en Blue hall ?",
    "de": "Wer spricht in Blue hall direkt vor dem Mittagessen?",
    "es": "¿quién habla en Blue hall justo antes de la comida?",
}
BEFORE_THE_EVENING = {
    "it": "qual è l'ultima cosa prima della Lantern evening?",
    "en": "what is the last thing on before everybody goes to the lantern evening?",
    "fr": "c'est quoi la dernière séance avant la Lantern evening ?",
    "de": "Was kommt als Letztes, bevor alle zum Lantern evening gehen?",
    "es": "¿qué es lo último antes de la Lantern evening?",
}
FREE_AGAIN = {
    "it": "se mi iscrivo al basket weaving, a che ora esco?",
    "en": "if I sign up for the basket weaving, when am I free again?",
    "fr": "si je vais au basket weaving, je sors à quelle heure ?",
    "de": "Wenn ich zum Basket weaving gehe, wann bin ich da wieder raus?",
    "es": "si me apunto a lo del basket weaving, ¿a qué hora salgo?",
}
WHERE_AND_HOW_LONG = {
    "it": "Basket weaving by hand: dov'è e quanto dura?",
    "en": "Basket weaving by hand: which room is it in and how long does it take?",
    "fr": "Basket weaving by hand, c'est où et ça dure combien de temps ?",
    "de": "Wo ist Basket weaving by hand und wie lange dauert es?",
    "es": "Basket weaving by hand, ¿dónde es y cuánto dura?",
}
TODAY = {
    "it": "in che sala posso sentire Jan Holm domani?",
    "en": "which room can I hear Jan Holm in tomorrow?",
    "fr": "dans quelle salle je peux écouter Jan Holm demain ?",
    "de": "In welchem Raum kann ich morgen Jan Holm hören?",
    "es": "¿en qué sala puedo escuchar mañana a Jan Holm?",
}
RIGHT = {
    "it": ("Basket weaving by hand è alle undici meno un quarto in Green hall, giusto?", "Sì."),
    "en": ("Basket weaving by hand is at quarter to eleven in Green hall, is that right?", "Yes."),
    "fr": ("Basket weaving by hand, c'est bien à onze heures moins le quart ?", "Oui."),
    "de": ("Basket weaving by hand ist um Viertel vor elf in Green hall, stimmt das?", "Ja."),
    "es": ("Basket weaving by hand es a las once menos cuarto en Green hall, ¿verdad?", "Sí."),
}
WRONG = {
    "it": ("un collega dice che Lighthouse keepers è domani alle tre, ha ragione?", "No."),
    "en": ("a colleague told me that Lighthouse keepers is tomorrow at three, is he right?", "No."),
    "fr": ("on m'a dit que Lighthouse keepers est demain à quinze heures, c'est vrai ?", "Non."),
    "de": ("Lighthouse keepers ist doch morgen um drei, oder?", "Nein."),
    "es": ("me han dicho que Lighthouse keepers es mañana a las tres, ¿es cierto?", "No."),
}
ELSE = {
    "it": "e oltre a quello fa altro?",
    "en": "and apart from that, is she doing anything else?",
    "fr": "et en dehors de ça, elle fait autre chose ?",
    "de": "Und außer dem macht sie noch etwas?",
    "es": "¿y aparte de eso hace algo más?",
}

LAST_TONIGHT = {
    "it": "qual è l'ultima cosa stasera in Blue hall?",
    "en": "what's the last thing tonight in the Blue hall?",
    "fr": "c'est quoi la dernière séance ce soir en Blue hall ?",
    "de": "Was kommt heute Abend als Letztes in Blue hall?",
    "es": "¿qué es lo último esta noche en Blue hall?",
}
BETWEEN = {
    "it": "Il mio treno arriva domattina alle dieci. Fra che cosa posso scegliere oggi alle due?",
    "en": "I had a coffee at ten. Which sessions could I pick from at quarter to?",
    "fr": "Je sors d'un rendez-vous à dix heures. Entre quelles séances puis-je choisir à onze heures moins le quart ?",
    "de": "Mein Zug kommt um zehn an. Zwischen welchen Vorträgen kann ich mich um Viertel vor entscheiden?",
    "es": "Llego hoy a las diez. ¿Entre qué charlas puedo elegir a las once menos cuarto?",
}
WHICH_AGE = {
    "it": ("Basket weaving by hand: per che età è?", "e cosa bisogna portare?"),
    "en": ("what age is Basket weaving by hand for?", "and what should we bring?"),
    "fr": ("Basket weaving by hand, c'est pour quel âge ?", "et qu'est-ce qu'il faut apporter ?"),
    "de": ("Für welches Alter ist Basket weaving by hand?", "Und was muss man mitbringen?"),
    "es": ("Basket weaving by hand, ¿para qué edad es?", "¿y qué hay que llevar?"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "programme.csv").write_text(PROGRAMME, "utf-8")
    (tmp_path / "event.json").write_text('{"id": "harbour", "name": "Harbour days", "timezone": "Europe/Dublin"}')
    return tmp_path


def at(folder: Path, language: str, time: str = "09:05") -> Conversation:
    return conversation(folder, f"2026-05-08T{time}+01:00", language=language)


@pytest.mark.parametrize("language", list(AFTER_COFFEE))
async def test_a_break_says_when(folder: Path, language: str) -> None:
    answer = await at(folder, language).asks(AFTER_COFFEE[language])
    assert "Lighthouse keepers" in answer and "Sailing" not in answer
    answer = await at(folder, language).asks(BEFORE_LUNCH[language])
    assert "Jan Holm" in answer and "Mira Tanaka" not in answer
    answer = await at(folder, language).asks(BEFORE_THE_EVENING[language])
    assert "Songs of the crew" in answer and "Lantern" not in answer


@pytest.mark.parametrize("language", list(FREE_AGAIN))
async def test_several_facts_of_one_session_are_told_together(folder: Path, language: str) -> None:
    assert "12:30" in await at(folder, language).asks(FREE_AGAIN[language])
    answer = await at(folder, language).asks(WHERE_AND_HOW_LONG[language])
    assert "12:30" in answer and "Green hall" in answer


@pytest.mark.parametrize("language", list(TODAY))
async def test_somebody_is_looked_for_on_one_day_and_then_beside_what_was_told(folder: Path, language: str) -> None:
    answer = await at(folder, language).asks(TODAY[language])
    assert "Green hall" in answer and "11:30" not in answer
    visitor = at(folder, language)
    await visitor.asks("Lighthouse keepers?")
    assert "Songs of the crew" in await visitor.asks(ELSE[language])


@pytest.mark.parametrize("language", list(RIGHT))
async def test_what_is_supposed_is_confirmed_or_corrected_first(folder: Path, language: str) -> None:
    for (question, verdict), clock in ((RIGHT[language], "10:45"), (WRONG[language], "10:45")):
        answer = await at(folder, language).asks(question)
        assert answer.startswith(verdict) and clock in answer, answer


@pytest.mark.parametrize("language", list(BETWEEN))
async def test_what_is_told_before_a_question_says_only_when(folder: Path, language: str) -> None:
    answer = await at(folder, language).asks(BETWEEN[language])
    expected = ("Knots for the harbour",) if language == "it" else ("Lighthouse keepers", "Basket weaving")
    assert all(title in answer for title in expected), answer


@pytest.mark.parametrize("language", list(WHICH_AGE))
async def test_what_only_the_text_of_a_session_tells_is_quoted(folder: Path, language: str) -> None:
    visitor = at(folder, language)
    age, apron = WHICH_AGE[language]
    assert "6 to 11 years" in await visitor.asks(age)
    assert "an apron" in await visitor.asks(apron)


@pytest.mark.parametrize("language", list(LAST_TONIGHT))
async def test_the_last_of_an_evening_in_a_room_is_the_last_of_its_day(folder: Path, language: str) -> None:
    answer = await at(folder, language, "13:00").asks(LAST_TONIGHT[language])
    assert "Songs of the crew" in answer and "17:00" in answer, answer
    answer = await at(folder, language, "13:00").asks(LAST_TONIGHT[language].replace("Blue hall", "Old pier"))
    assert "Lantern evening" in answer and "20:00" in answer, answer
