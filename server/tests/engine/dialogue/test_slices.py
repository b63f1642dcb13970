"""Slices of the programme: several restrictions at once, what is picked of them, what of that is asked."""

from pathlib import Path

import pytest

from support.conversation import Conversation, conversation

PROGRAMME = """Title,Date,Start,End,Room,Speakers,Track,Format,Language
Morning bells,2026-05-08,9:00,9:30,Blue hall,Rosa Lindqvist,,Talk,en
Oars and rowing,2026-05-08,9:30,10:15,Blue hall,Ada Verne,Seaside,Talk,de
Felt slippers,2026-05-08,9:30,11:00,Green hall,Otto Birk,Crafts,Workshop,en
Gulls of the bay,2026-05-08,11:00,12:00,Blue hall,Mira Tanaka,Seaside,Talk,fr
Lunch,2026-05-08,12:30,14:00,Foyer,,,Break,
Five minutes of fog,2026-05-08,12:45,13:00,Green hall,Jan Holm,Seaside,Lightning talk,en
Sea shanties,2026-05-08,13:00,13:30,Blue hall,Rosa Lindqvist,Seaside,Talk,en
Tar and rope,2026-05-08,14:00,15:00,Blue hall,Jan Holm,Crafts,Talk,en
Willow baskets,2026-05-08,16:00,17:00,Green hall,Otto Birk,Crafts,Workshop,de
Harbour lights,2026-05-08,16:00,17:00,Blue hall,Mira Tanaka,Seaside,Talk,fr
Tides by moonlight,2026-05-08,17:15,18:45,Blue hall,Ada Verne,Seaside,Talk,en
Salt and smoke,2026-05-09,9:30,10:30,Blue hall,Rosa Lindqvist,Seaside,Talk,fr
Pottery wheels,2026-05-09,10:45,12:15,Green hall,Otto Birk,Crafts,Workshop,en
Old sails,2026-05-09,15:00,16:00,Blue hall,Jan Holm,Crafts,Talk,de
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("slices")
    (path / "programme.csv").write_text(PROGRAMME, encoding="utf-8")
    (path / "event.json").write_text('{"id": "tides", "name": "Tides", "timezone": "Europe/Dublin"}')
    return path


def at(folder: Path, now: str, language: str) -> Conversation:
    return conversation(folder, f"{now}+01:00", language=language)


FROM_FOUR_IN_A_LANGUAGE = {
    "it": "cosa resta in inglese dalle quattro in poi?",
    "en": "My German is poor. What's left in English from four o'clock onwards?",
    "fr": "qu'est-ce qu'il reste en anglais à partir de 16 heures ?",
    "de": "Was gibt es ab vier Uhr noch auf Englisch?",
    "es": "¿qué queda en inglés de las cuatro en adelante?",
}


@pytest.mark.parametrize("language", FROM_FOUR_IN_A_LANGUAGE)
async def test_a_language_and_an_hour_narrow_together(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T12:00", language).asks(FROM_FOUR_IN_A_LANGUAGE[language])
    assert "Tides by moonlight" in told
    assert not any(title in told for title in ("Harbour lights", "Willow baskets", "Tar and rope", "Sea shanties"))


IT_ENDS = {
    "it": "a che ora si chiude oggi in Blue hall?",
    "en": "what time do things wrap up in the Blue hall today?",
    "fr": "à quelle heure ça finit ce soir en Blue hall ?",
    "de": "Wann ist heute in der Blue hall Schluss?",
    "es": "¿a qué hora se acaba hoy en Blue hall?",
}


@pytest.mark.parametrize("language", IT_ENDS)
async def test_when_it_is_over_in_a_room_is_the_end_of_the_last(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T16:30", language).asks(IT_ENDS[language])
    assert "18:45" in told


WITH_WHICH = {
    "it": ("con quale intervento si apre la traccia Crafts?", "con quale intervento si chiude Blue hall, e quando?"),
    "en": ("which talk does the Crafts track open with?", "which session closes the Blue hall, and when?"),
    "fr": ("par quelle conférence commence la partie Crafts ?", "par quelle conférence ça finit en Blue hall ?"),
    "de": ("Mit welchem Vortrag beginnt der Crafts-Track?", "Mit welchem Vortrag ist in Blue hall Schluss, und wann?"),
    "es": ("¿con qué charla empieza la parte de Crafts?", "¿con qué charla se cierra en Blue hall?"),
}


@pytest.mark.parametrize("language", WITH_WHICH)
async def test_with_which_it_begins_and_with_which_it_ends(folder: Path, language: str) -> None:
    visitor = at(folder, "2026-05-08T08:30", language)
    begins, ends = WITH_WHICH[language]
    assert "Felt slippers" in await visitor.asks(begins)
    told = await visitor.asks(ends)
    assert "Tides by moonlight" in told and "17:15" in told


OF_A_TRACK_AT = {
    "it": "della traccia Seaside cosa inizia alle quattro?",
    "en": "what from the Seaside track starts at four?",
    "fr": "du track Seaside, qu'est-ce qui commence à 16 heures ?",
    "de": "Was aus dem Seaside-Track fängt um vier an?",
    "es": "del track Seaside, ¿qué empieza a las cuatro?",
}


@pytest.mark.parametrize("language", OF_A_TRACK_AT)
async def test_a_track_and_the_minute_narrow_together(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T12:00", language).asks(OF_A_TRACK_AT[language])
    assert "Harbour lights" in told and "Willow baskets" not in told and "Tides" not in told


NOW_AND_NEXT = {
    "it": "cosa c'è adesso in Blue hall e cosa viene dopo?",
    "en": "what's on in the Blue hall now, and what's next?",
    "fr": "il y a quoi maintenant en Blue hall et ensuite ?",
    "de": "Was läuft gerade in Blue hall und was kommt danach?",
    "es": "¿qué hay ahora en Blue hall y qué viene luego?",
}


@pytest.mark.parametrize("language", NOW_AND_NEXT)
async def test_now_and_next_tells_both(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T16:30", language).asks(NOW_AND_NEXT[language])
    assert "Harbour lights" in told and "Tides by moonlight" in told and "17:15" in told


DURING_LUNCH = {
    "it": "che interventi brevi ci sono durante il pranzo?",
    "en": "which short talks are there during lunch?",
    "fr": "quelles petites sessions courtes y a-t-il pendant le repas de midi ?",
    "de": "Welche Kurzvorträge gibt es während der Mittagspause?",
    "es": "¿qué charlas cortas hay durante la comida?",
}


@pytest.mark.parametrize("language", DURING_LUNCH)
async def test_a_kind_within_a_break(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T09:10", language).asks(DURING_LUNCH[language])
    assert "Five minutes of fog" in told and "Sea shanties" not in told and "Gulls" not in told


AFTER_EATING = {
    "it": "dopo mangiato a che ora si ricomincia?",
    "en": "what time do things get going again after lunch?",
    "fr": "à quelle heure ça reprend après le repas ?",
    "de": "Wann geht es nach dem Essen weiter?",
    "es": "después de comer, ¿a qué hora se reanuda?",
}


@pytest.mark.parametrize("language", AFTER_EATING)
async def test_when_it_goes_on_after_a_meal(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T12:10", language).asks(AFTER_EATING[language])
    assert "14:00" in told and "Tar and rope" in told and "Harbour lights" not in told


ENDS_AND_FOLLOWS = {
    "it": "a che ora finisce Harbour lights e cosa viene dopo in quella sala?",
    "en": "when does Harbour lights end, and what comes next in that room?",
    "fr": "à quelle heure finit Harbour lights et qu'est-ce qui suit dans cette salle ?",
    "de": "Wann ist Harbour lights zu Ende, und was kommt danach in dem Saal?",
    "es": "¿a qué hora acaba Harbour lights y qué viene luego en esa sala?",
}


@pytest.mark.parametrize("language", ENDS_AND_FOLLOWS)
async def test_an_end_and_what_follows_are_both_told(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T15:30", language).asks(ENDS_AND_FOLLOWS[language])
    assert "17:00" in told and "Tides by moonlight" in told


ONCE_OVER = {
    "it": "quando hanno finito con Harbour lights, cosa segue in quella sala?",
    "en": "once they are done with Harbour lights, what's next in that room?",
    "fr": "quand ils auront fini avec Harbour lights, qu'est-ce qui suit dans cette salle ?",
    "de": "Wenn sie mit Harbour lights fertig sind, was kommt danach in dem Saal?",
    "es": "cuando acaben con Harbour lights, ¿qué sigue en esa sala?",
}


@pytest.mark.parametrize("language", ONCE_OVER)
async def test_what_follows_once_a_session_is_over(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T15:30", language).asks(ONCE_OVER[language])
    assert "Tides by moonlight" in told


FIRST_THEN_LAST = {
    "it": ("qual è il primo intervento oggi in Blue hall?", "e l'ultimo?"),
    "en": ("what's the first talk in the Blue hall today?", "and the last one?"),
    "fr": ("c'est quoi la première conférence aujourd'hui en Blue hall ?", "et la dernière ?"),
    "de": ("Was ist heute der erste Vortrag in Blue hall?", "und der letzte?"),
    "es": ("¿cuál es la primera charla de hoy en Blue hall?", "¿y la última?"),
}


@pytest.mark.parametrize("language", FIRST_THEN_LAST)
async def test_the_last_one_is_that_of_the_same_room(folder: Path, language: str) -> None:
    visitor = at(folder, "2026-05-08T08:30", language)
    first, last = FIRST_THEN_LAST[language]
    assert "Morning bells" in await visitor.asks(first)
    assert "Tides by moonlight" in await visitor.asks(last)


TODAY_THEN = {
    "it": ("cosa c'è oggi in Green hall?", "e domani?", "e in Blue hall?"),
    "en": ("what's on in the Green hall today?", "and tomorrow?", "what about the Blue hall?"),
    "fr": ("il y a quoi aujourd'hui en Green hall ?", "et demain ?", "et en Blue hall ?"),
    "de": ("Was läuft heute in Green hall?", "und morgen?", "und in Blue hall?"),
    "es": ("¿qué hay hoy en Green hall?", "¿y mañana?", "¿y en Blue hall?"),
}


@pytest.mark.parametrize("language", TODAY_THEN)
async def test_another_day_keeps_the_room_and_another_room_the_day(folder: Path, language: str) -> None:
    visitor = at(folder, "2026-05-08T08:30", language)
    today, tomorrow, elsewhere = TODAY_THEN[language]
    assert "Willow baskets" in await visitor.asks(today)
    told = await visitor.asks(tomorrow)
    assert "Pottery wheels" in told and "Salt and smoke" not in told
    told = await visitor.asks(elsewhere)
    assert "Salt and smoke" in told and "Old sails" in told and "Morning bells" not in told


ANOTHER_LANGUAGE = {
    "it": ("quali interventi sono in inglese oggi pomeriggio?", "e in francese?", "e domani?"),
    "en": ("which talks are in English this afternoon?", "and in French?", "and tomorrow?"),
    "fr": ("quelles conférences sont en anglais cet après-midi ?", "et en français ?", "et demain ?"),
    "de": ("Welche Vorträge sind heute Nachmittag auf Englisch?", "und auf Französisch?", "und morgen?"),
    "es": ("¿qué charlas hay en inglés esta tarde?", "¿y en francés?", "¿y mañana?"),
}


@pytest.mark.parametrize("language", ANOTHER_LANGUAGE)
async def test_another_language_keeps_the_hours(folder: Path, language: str) -> None:
    visitor = at(folder, "2026-05-08T08:30", language)
    english, french, _ = ANOTHER_LANGUAGE[language]
    told = await visitor.asks(english)
    assert "Tar and rope" in told and "Felt slippers" not in told
    told = await visitor.asks(french)
    assert "Harbour lights" in told and "Gulls of the bay" not in told and "Tar and rope" not in told
