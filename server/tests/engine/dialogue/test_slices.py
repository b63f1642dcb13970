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


WITH_TIMES = {
    "it": "dimmi i laboratori di domani, sabato, con gli orari",
    "en": "list the workshops tomorrow, Saturday, with times",
    "fr": "donne-moi les ateliers de demain samedi avec les horaires",
    "de": "nenn mir die Workshops morgen am Samstag mit Uhrzeiten",
    "es": "dime los talleres de mañana sábado con sus horas",
}


@pytest.mark.parametrize("language", WITH_TIMES)
async def test_a_day_named_twice_is_one_day(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T09:10", language).asks(WITH_TIMES[language])
    assert "Pottery wheels" in told and "10:45" in told and "Willow baskets" not in told


IN_A_TRACK = {
    "it": "cosa c'è oggi della traccia Crafts?",
    "en": "what's on today in the Crafts track?",
    "fr": "il y a quoi aujourd'hui dans le track Crafts ?",
    "de": "Was gibt es heute im Crafts-Track?",
    "es": "¿qué hay hoy del track de Crafts?",
}
WHERE_A_TRACK_IS = {
    "it": "dov'è la traccia Crafts?",
    "en": "where and when is the Crafts track?",
    "fr": "c'est où, le track Crafts ?",
    "de": "Wo ist der Crafts-Track?",
    "es": "¿dónde es el track Crafts?",
}


@pytest.mark.parametrize("language", IN_A_TRACK)
async def test_what_is_in_a_track_is_listed_and_where_it_is_is_told(folder: Path, language: str) -> None:
    visitor = at(folder, "2026-05-08T09:10", language)
    told = await visitor.asks(IN_A_TRACK[language])
    assert all(title in told for title in ("Felt slippers", "Tar and rope", "Willow baskets"))
    assert "Pottery wheels" not in told
    told = await visitor.asks(WHERE_A_TRACK_IS[language])
    assert "Green hall" in told and "Felt slippers" not in told


NO_GERMAN = {
    "it": "il mio tedesco è pessimo. Quali interventi di oggi in Blue hall posso seguire in francese?",
    "en": "My German isn't very good. Which Blue hall talks today can I follow in French?",
    "fr": "mon allemand n'est pas terrible. Quelles conférences en Blue hall aujourd'hui sont en français ?",
    "de": "Mein Deutsch ist leider schlecht. Welche Vorträge heute in Blue hall sind auf Französisch?",
    "es": "mi alemán es muy malo, ¿qué charlas de Blue hall puedo seguir hoy en francés?",
}
THE_ONLY_ONE = {
    "it": "l'unico intervento in tedesco di domani, chi lo fa e in che sala?",
    "en": "the only talk in German tomorrow, who gives it and in which room?",
    "fr": "le seul exposé en allemand demain, c'est qui et dans quelle salle ?",
    "de": "der einzige Vortrag auf Deutsch morgen, wer hält den und in welchem Raum?",
    "es": "la única charla en alemán mañana, ¿quién la da y en qué sala?",
}
NONE_IN_SPANISH = {
    "it": ("c'è qualche intervento in spagnolo domani?", "lingua"),
    "en": ("Is there a talk in Spanish at all tomorrow?", "language"),
    "fr": ("y a-t-il une conférence en espagnol demain ?", "langue"),
    "de": ("Gibt es morgen überhaupt einen Vortrag auf Spanisch?", "Sprache"),
    "es": ("¿hay alguna charla en italiano mañana?", "idioma"),
}


@pytest.mark.parametrize("language", NO_GERMAN)
async def test_a_language_that_is_not_spoken_names_no_session(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T08:30", language).asks(NO_GERMAN[language])
    assert "Gulls of the bay" in told and "Harbour lights" in told
    assert "Oars and rowing" not in told and "Tar and rope" not in told


@pytest.mark.parametrize("language", THE_ONLY_ONE)
async def test_a_talk_in_a_language_is_told_by_it(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T08:30", language).asks(THE_ONLY_ONE[language])
    assert "Old sails" in told and "Jan Holm" in told and "Blue hall" in told


@pytest.mark.parametrize("language", NONE_IN_SPANISH)
async def test_where_nothing_is_in_a_language_that_is_said(folder: Path, language: str) -> None:
    question, word = NONE_IN_SPANISH[language]
    assert word in await at(folder, "2026-05-08T08:30", language).asks(question)


UP_EARLY = {
    "it": "mi sveglio presto: domani c'è qualcosa prima delle dieci?",
    "en": "I'm up early: is there anything before ten tomorrow?",
    "fr": "je me lève tôt : demain il y a quelque chose avant dix heures ?",
    "de": "Ich stehe früh auf: gibt es morgen etwas vor zehn?",
    "es": "madrugo mucho: ¿mañana hay algo antes de las diez?",
}


@pytest.mark.parametrize("language", UP_EARLY)
async def test_what_stands_before_a_colon_names_nothing(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T09:10", language).asks(UP_EARLY[language])
    assert "Salt and smoke" in told and "9:30" in told and "Pottery wheels" not in told


SHORT = {
    "it": ("cosa c'è ogg pomeriggio in Green hall?", "Willow baskets"),
    "en": ("whats on tmrw in the Green hall?", "Pottery wheels"),
    "fr": ("il y a quoi auj. en Green hall ?", "Willow baskets"),
    "de": ("wann ist heut Schluss?", "18:45"),
    "es": ("¿qué hay aora en Green hall?", "Felt slippers"),
}


@pytest.mark.parametrize("language", SHORT)
async def test_days_and_moments_may_be_shortened(folder: Path, language: str) -> None:
    question, wanted = SHORT[language]
    assert wanted in await at(folder, "2026-05-08T10:40", language).asks(question)


BETWEEN_TWO = {
    "it": "cosa c'è in Blue hall tra i due interventi di Mira Tanaka?",
    "en": "What's on in the Blue hall between Mira Tanaka's two talks today?",
    "fr": "il y a quoi en Blue hall entre les deux conférences de Mira Tanaka ?",
    "de": "Was läuft in der Blue hall zwischen den beiden Vorträgen von Mira Tanaka?",
    "es": "¿qué hay en Blue hall entre las dos charlas de Mira Tanaka?",
}


@pytest.mark.parametrize("language", BETWEEN_TWO)
async def test_what_is_on_between_the_two_talks_of_somebody(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T09:10", language).asks(BETWEEN_TWO[language])
    assert "Sea shanties" in told and "Tar and rope" in told
    assert not any(title in told for title in ("Gulls", "Harbour lights", "Five minutes"))


BEFORE_GOODBYE = {
    "it": "cosa c'è oggi in Blue hall subito prima della chiusura?",
    "en": "what's on in the Blue hall today right before the closing?",
    "fr": "il y a quoi aujourd'hui en Blue hall juste avant la clôture ?",
    "de": "Was läuft heute in der Blue hall direkt vor dem Abschluss?",
    "es": "¿qué hay hoy en la Blue hall justo antes de la despedida?",
}


@pytest.mark.parametrize("language", BEFORE_GOODBYE)
async def test_right_before_the_end_is_the_last(folder: Path, language: str) -> None:
    told = await at(folder, "2026-05-08T12:00", language).asks(BEFORE_GOODBYE[language])
    assert "Tides by moonlight" in told and "Morning bells" not in told
