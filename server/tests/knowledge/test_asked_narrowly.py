"""Near to what is asked is not what is asked: opening is not closing, leaving is not how long a way takes."""

import pytest

from charlotte.knowledge.passage import Passage
from charlotte.knowledge.query import query_of
from charlotte.knowledge.quotes.narrowly import is_of_no_speaker, is_told_otherwise
from charlotte.knowledge.quotes.untold import is_untold


def otherwise(language: str, question: str, quote: str) -> bool:
    return is_told_otherwise(query_of(question, language), quote)


@pytest.mark.parametrize(
    ("language", "question", "untold", "told"),
    [
        ("en", "When does the kiosk open?", "The kiosk closes at 19:00.", "The kiosk opens at 8:00, closes at 19:00."),
        ("it", "A che ora apre l'edicola?", "L'edicola resta fino alle 19.", "L'edicola apre alle 8."),
        (
            "fr",
            "À quelle heure ouvre le kiosque ?",
            "Le kiosque ferme jeudi à 19:00 et samedi à 14:00.",
            "De 8 h à 19 h.",
        ),
        ("de", "Ab wann ist der Kiosk offen?", "Der Kiosk hat bis 19 Uhr offen.", "Der Kiosk hat ab 8 Uhr offen."),
        ("es", "¿A qué hora abre el quiosco?", "El quiosco cierra a las 19:00.", "El quiosco abre a las 8:00."),
        ("en", "By what time must I leave my room?", "Rooms are ready from 15:00.", "Please leave by 11:00."),
    ],
)
def test_when_something_closes_is_not_when_it_opens(language: str, question: str, untold: str, told: str) -> None:
    assert otherwise(language, question, untold)
    assert not otherwise(language, question, told)


@pytest.mark.parametrize(
    ("language", "question", "untold", "told"),
    [
        ("en", "How long does the ferry take?", "The ferry leaves every 20 minutes.", "The ferry takes half an hour."),
        ("it", "Quanto ci mette il traghetto?", "Il traghetto parte alle 9:05.", "Il traghetto impiega 25 minuti."),
        ("de", "Wie lange braucht die Fähre?", "Die Fähre fährt alle 20 Minuten.", "Die Fähre braucht 25 Minuten."),
        ("es", "¿Cuánto tarda el ferry?", "El ferry sale a las 9:05.", "El ferry tarda media hora."),
        ("fr", "Combien de temps met le bac 12 ?", "Le bac 7 met 25 minutes.", "Le bac 12 met 25 minutes."),
    ],
)
def test_when_something_leaves_is_not_how_long_it_takes(language: str, question: str, untold: str, told: str) -> None:
    assert otherwise(language, question, untold)
    assert not otherwise(language, question, told)


def test_hours_of_another_day_are_not_those_of_the_day_that_is_asked_for() -> None:
    question = "Wie lange hat die Bäckerei am Freitag auf?"
    assert otherwise("de", question, "Die Bäckerei hat am Samstag bis 13 Uhr auf.")
    assert not otherwise("de", question, "Die Bäckerei hat werktags bis 18 Uhr auf, am Samstag bis 13 Uhr.")
    assert not otherwise("de", question, "Die Bäckerei hat Montag bis Samstag bis 18 Uhr auf.")


def test_a_double_room_is_no_single_one() -> None:
    assert otherwise("it", "Quanto costa una camera singola?", "Le camere doppie costano 70 euro.")
    assert not otherwise("it", "Quanto costa una camera singola?", "La singola costa 50 euro, la doppia 70.")


def test_who_does_something_is_told_by_a_name_or_by_whom_to_ask() -> None:
    assert otherwise("fr", "Qui juge le concours ?", "Le prix est de 500 euros.")
    assert not otherwise("fr", "Qui juge le concours ?", "Le concours est jugé par Ines Darrieu et deux apiculteurs.")
    assert not otherwise("fr", "Qui peut venir ?", "L'entrée est ouverte aux élèves.")


def test_hotels_for_anybody_are_not_where_the_speakers_sleep() -> None:
    query = query_of("Which hotel do the speakers sleep in?", "en")
    assert is_of_no_speaker(query, "We have no deal with any hotel.")
    assert not is_of_no_speaker(query, "Speakers are put up at the hotel on the quay.")


def test_money_is_given_back_only_where_it_is_said_so() -> None:
    query = query_of("Mi restituite i soldi se non vengo alla gita?", "it")
    quote, back = "In caso di pioggia la gita diventa una visita.", "La quota è rimborsata fino a venerdì."
    assert is_untold(query, quote, Passage("gite.md#1", "gite.md", "Gite", (), None, "it", quote))
    assert not is_untold(query, back, Passage("gite.md#1", "gite.md", "Gite", (), None, "it", back))


@pytest.mark.parametrize(
    ("language", "question", "untold", "told"),
    [
        (
            "en",
            "When does the bus come back from the dinner?",
            "A bus leaves at 19:30. There will be a bus back as well.",
            "A bus leaves at 19:30. The last bus back is at 23:15.",
        ),
        (
            "es",
            "¿A qué hora vuelve el autobús de la cena?",
            "El autobús sale a las 19:30. También habrá autobús de vuelta.",
            "El autobús sale a las 19:30 y el de vuelta a las 23:15.",
        ),
        (
            "de",
            "Wann fährt der Bus vom Abendessen zurück?",
            "Der Bus fährt um 19:30 ab. Auch zurück fährt ein Bus.",
            "Der Bus fährt um 19:30 ab. Rückfahrt ist um 23:15.",
        ),
    ],
)
def test_when_a_bus_leaves_is_not_when_it_comes_back(language: str, question: str, untold: str, told: str) -> None:
    for quote, lacks in ((untold, True), (told, False)):
        passage = Passage("dinner.md#1", "dinner.md", "Dinner", (), None, language, quote)
        assert is_untold(query_of(question, language), quote, passage) is lacks


DINNER = "On Friday at 19:30 in the Old Brewery. Three courses, sold at the desk until noon."
SUPPER = Passage("guide.md#2", "guide.md", "Guide", ("Dinner",), None, "en", DINNER)


@pytest.mark.parametrize(
    ("question", "language", "is_told_elsewhere"),
    [
        ("Alla cena c'è anche musica dal vivo?", "it", True),
        ("Gibt es beim Abendessen auch Musik?", "de", True),
        ("y a-t-il un vestiaire au dîner ?", "fr", True),
        ("where is the dinner?", "en", False),
        ("what do children pay for the dinner?", "en", False),
        ("¿hay menú vegetariano en la cena?", "es", False),
    ],
)
def test_where_one_dines_does_not_say_what_else_there_is(
    question: str, language: str, *, is_told_elsewhere: bool
) -> None:
    assert is_untold(query_of(question, language), DINNER, SUPPER) is is_told_elsewhere


@pytest.mark.parametrize(
    ("question", "is_told_elsewhere"), [("where can I park?", True), ("where do bikes go?", False)]
)
def test_where_bicycles_stand_is_not_where_one_parks(question: str, *, is_told_elsewhere: bool) -> None:
    rack = "There is a covered rack for bicycles in the yard; parking there is free."
    passage = Passage("way.md#3", "way.md", "Getting here", ("By bike",), None, "en", rack)
    assert is_untold(query_of(question, "en"), rack, passage) is is_told_elsewhere
