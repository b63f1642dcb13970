"""Questions as a recogniser wrote them, answered from a real agenda."""

from dataclasses import replace

import pytest

from charlotte.congress.search.strength import CLOSE
from charlotte.congress.search.titles import Titles
from charlotte.engine.dialogue.apart import questions
from support.agendas import DEMO, programme
from support.conversation import conversation

NOW = "2026-04-18T09:25+02:00"


@pytest.mark.parametrize(
    ("language", "heard", "facts"),
    [
        # "uh can I attend both … in full"
        (
            "en",
            "Luca and I attend both Claude Code Internals, and Design patterns 101 with Kotlin in 4.",
            ("Claude Code Internals", "Design patterns 101 with Kotlin"),
        ),
        ("it", "Scusi quando parla la dottolesse Burressi?", ("Irene Burresi", "17:20")),
        ("es", "¿A qué hora hablas ya cómo sergio?", ("Giacomo Sergio",)),
        ("de", "Hilfe, hier am Eingang ist niemand unmächtig geworden.", ("112",)),
    ],
)
async def test_they_get_their_facts(language: str, heard: str, facts: tuple[str, ...]) -> None:
    answer = await conversation(DEMO, NOW, language=language).asks(heard)
    assert all(fact in answer for fact in facts), answer


def test_a_beginning_that_titles_share_names_none_of_them() -> None:
    one, two, three, *_ = programme(DEMO).sessions
    titled = zip((one, two, three), ("The state of Go", "The state of Rust", "Something else"), strict=True)
    titles = Titles([replace(session, title=title) for session, title in titled])
    assert all(
        hit.score < CLOSE or hit.session.title == "The state of Rust" for hit in titles.find("the state of rest")
    )
    assert titles.find("the state of go")[0].session.title == "The state of Go"


def test_the_digits_of_a_room_are_no_question_of_their_own() -> None:
    assert questions("Chi sta parlando adesso in UB? 5.230?") == ()
    assert len(questions("Chi parla adesso in UB5.230? E chi dopo?")) == 2


async def test_the_end_of_a_question_that_asks_nothing_is_no_question_of_its_own() -> None:
    answer = await conversation(DEMO, NOW, language="fr").asks(
        "Où est-ce qu'on parle ton dépompe ? À chaleur du fleuve ?"
    )
    assert answer.count("Je ne trouve") == 1, answer
