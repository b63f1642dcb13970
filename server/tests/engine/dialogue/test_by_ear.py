"""Rooms and people whose names a recogniser wrote as other words."""

from dataclasses import replace
from pathlib import Path

import pytest

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.titles import Titles
from charlotte.engine.dialogue.grammar import load
from charlotte.engine.dialogue.heard.by_ear import with_nearest, with_people, with_rooms
from support.agendas import DEMO, FOSDEM, programme, search
from support.conversation import conversation

NOW = "2026-04-18T09:25+02:00"


@pytest.mark.parametrize(
    ("congress", "language", "heard", "said"),
    [
        (FOSDEM, "de", "Was läuft um 12 Uhr in K, 4 400 teins?", "Was läuft um 12 Uhr in K.4.401?"),
        (FOSDEM, "es", "¿Qué hay en K, cuatro, doscientos uno ahora?", "¿Qué hay en K.4.201 ahora?"),
        (DEMO, "it", "Cosa c'è ora in salari ci?", "Cosa c'è ora in Sala Ricci?"),
        # An English "cc".
        (DEMO, "en", "I'm outside the Ricky Room, what's on?", "I'm outside the Sala Ricci Room, what's on?"),
        (DEMO, "it", "E dopo nella sala laterale cosa c'è?", "E dopo nella sala laterale cosa c'è?"),
        (DEMO, "fr", "Il y a quoi en salle Andromède ?", "Il y a quoi en salle Andromède ?"),
    ],
)
def test_a_room_is_read_by_its_sound(congress: Path, language: str, heard: str, said: str) -> None:
    assert with_rooms(heard, load(language), Lexicon(search(congress))) == said


@pytest.mark.parametrize(
    ("congress", "language", "heard", "said"),
    [
        (DEMO, "de", "Hertoraldo, wann und wo ist der dran?", "herr Toraldo, wann und wo ist der dran?"),
        (DEMO, "it", "Quando parla tora aldo e dove?", "Quando parla Toraldo e dove?"),
        # The beginning of the name ran into the verb.
        (FOSDEM, "es", "¿Cuándo y dónde hablas, Téphane?", "¿Cuándo y dónde habla Stéphane?"),
        # Beside another strange word it may be somebody else's; a question about no one names nobody.
        (DEMO, "it", "Quando parla Mattia toraaldo?", "Quando parla Mattia toraaldo?"),
        (DEMO, "it", "Cosa consigli di tora aldo?", "Cosa consigli di tora aldo?"),
    ],
)
def test_a_person_is_read_by_the_sound_of_the_name(congress: Path, language: str, heard: str, said: str) -> None:
    assert with_people(heard, load(language), Lexicon(search(congress))) == said


@pytest.mark.parametrize(
    ("language", "heard", "said"),
    [
        ("it", "Senti, la bulesi in che sala parla?", "Senti, la Burresi in che sala parla?"),
        ("it", "Quando parla Barzabucca?", "Quando parla Barzabucca?"),
        # Two words that nobody knows are no single name.
        ("it", "In che sala parla la bulesi di frottole?", "In che sala parla la bulesi di frottole?"),
        ("en", "When does Fitzgerald speak?", "When does Fitzgerald speak?"),
    ],
)
def test_the_nearest_name_must_stand_out(language: str, heard: str, said: str) -> None:
    assert with_nearest(heard, load(language), Lexicon(search(DEMO))) == said


@pytest.mark.parametrize(
    ("language", "heard", "fact"),
    [
        ("it", "Senti, la bulesi in che sala parla e a che ora?", "17:20"),
        ("en", "I'm outside the Ricky Room, what's going on in there right now?", "Sala Ricci"),
        ("it", "Quando parla Barzabucca?", "Barzabucca"),
    ],
)
async def test_they_are_answered(language: str, heard: str, fact: str) -> None:
    assert fact in await conversation(DEMO, NOW, language=language).asks(heard)


def test_words_that_were_run_together_are_those_of_the_title() -> None:
    one, two, *_ = programme(DEMO).sessions
    titles = Titles(
        [replace(one, title="What the Cyber Resilience Act changes"), replace(two, title="A resilient web")]
    )
    assert titles.apart(("cyberresilience", "act")) == ("cyber", "resilience", "act")
    assert titles.apart(("cyberpunk", "resilience")) == ("cyberpunk", "resilience")
    assert titles.find("cyberresilience act")[0].session.id == one.id
