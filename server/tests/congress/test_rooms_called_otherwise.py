"""Rooms whose names are made of common words, called in the language of whoever asks."""

from dataclasses import replace

import pytest

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.model import Room
from charlotte.congress.search.folding import words
from charlotte.congress.search.search import Search
from support.agendas import DEMO, programme

PALACE = ("Aula Magna", "Biblioteca", "Sala del Giardino", "Sala Piccola", "Sala Rossa", "Foyer", "Sala Marchetti")
ABBEY = ("Kapitelsaal", "Gartenraum", "Seminarraum 1", "Seminarraum 2", "Turnhalle", "Blauer Salon", "Großer Hörsaal")
SCHOOL = ("Main Hall", "Small Room", "Library", "Chapter House", "Auditorium", "North Hall", "South Hall")
MILL = ("Besprechungsraum Drau", "Meeting Room Gail", "Sala de conferencias Lieser", "Großer Saal")
PORT = ("Auditorio Blas de Otero", "Sala Faro", "Sala Ancla", "Theatre Royal", "Old Library", "Biblioteca Nova")
CASINO = ("Grande salle", "Salle des Fêtes", "Petite salle", "Terrasse", "Réfectoire", "Hall")


def named(rooms: tuple[str, ...], sentence: str) -> str | None:
    held = replace(programme(DEMO), sessions=(), rooms=tuple(map(Room, rooms)))
    spotted = Lexicon(Search(held)).room(words(sentence))
    return spotted.name if spotted else None


@pytest.mark.parametrize(
    ("rooms", "sentence", "name"),
    [
        (PALACE, "what's on in the main hall?", "Aula Magna"),
        (PALACE, "Wann geht es im großen Hörsaal los?", "Aula Magna"),
        (PALACE, "was läuft in der Bibliothek?", "Biblioteca"),
        (PALACE, "qu'y a-t-il dans la petite salle ?", "Sala Piccola"),
        (PALACE, "Was gibt es im Gartensaal?", "Sala del Giardino"),
        (PALACE, "what's next in the red room", "Sala Rossa"),
        (PALACE, "where is the lobby?", "Foyer"),
        (ABBEY, "cosa c'è nel grande anfiteatro?", "Großer Hörsaal"),
        (ABBEY, "who's in the chapter house now?", "Kapitelsaal"),
        (ABBEY, "où est la salle capitulaire ?", "Kapitelsaal"),
        (ABBEY, "cosa c'è nella prima sala seminari?", "Seminarraum 1"),
        (ABBEY, "what is in the second seminar room", "Seminarraum 2"),
        (ABBEY, "¿qué hay en la sala del jardín?", "Gartenraum"),
        (ABBEY, "cosa succede in palestra?", "Turnhalle"),
        (ABBEY, "c'est dans le salon bleu ?", "Blauer Salon"),
        (SCHOOL, "Was läuft als Nächstes im großen Saal?", "Main Hall"),
        (SCHOOL, "¿dónde está el auditorio?", "Auditorium"),
        (SCHOOL, "che cosa c'è nella sala piccola?", "Small Room"),
        (SCHOOL, "cosa c'è in biblioteca?", "Library"),
        (SCHOOL, "y a-t-il quelque chose dans la salle nord ?", "North Hall"),
        (MILL, "qu'est-ce qu'il y a dans la salle Drau ?", "Besprechungsraum Drau"),
        (MILL, "What's on in Gail at ten?", "Meeting Room Gail"),
        (MILL, "cosa c'è in sala Lieser?", "Sala de conferencias Lieser"),
        (PORT, "Was kommt als Nächstes im Auditorium?", "Auditorio Blas de Otero"),
        (PORT, "what's on in the auditorium?", "Auditorio Blas de Otero"),
        (PORT, "qu'y a-t-il dans le théâtre ?", "Theatre Royal"),
        (CASINO, "cosa c'è dopo in sala grande?", "Grande salle"),
        (CASINO, "Wo ist der Festsaal?", "Salle des Fêtes"),
        (CASINO, "where is the canteen?", "Réfectoire"),
        (CASINO, "¿qué hay en la terraza?", "Terrasse"),
    ],
)
def test_a_room_is_known_by_what_its_name_means(rooms: tuple[str, ...], sentence: str, name: str) -> None:
    assert named(rooms, sentence) == name


@pytest.mark.parametrize(
    "sentence",
    [
        "what's on in the library?",
        "is there a talk on the theatre?",
        "qui parle du théâtre populaire ?",
        "who is in the chapel?",
    ],
)
def test_of_two_such_places_none_is_meant_nor_by_what_a_talk_is_on(sentence: str) -> None:
    assert named(PORT, sentence) is None


@pytest.mark.parametrize(
    ("rooms", "sentence"),
    [
        (ABBEY, "what is the first seminar today?"),  # a session
        (ABBEY, "which seminar room is it in?"),  # either
        (PALACE, "is it in the garden?"),
        (PALACE, "who talks about a parsing library"),
        (("Großer Saal Nord", "Großer Saal Süd"), "was läuft im großen Saal?"),
        (("Main Hall", "Aula Magna"), "was läuft im großen Saal?"),
    ],
)
def test_words_that_mean_no_room_or_several_name_none(rooms: tuple[str, ...], sentence: str) -> None:
    assert named(rooms, sentence) is None
