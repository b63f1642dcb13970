"""Which words of an answer are said again, and how one goes on that the mind had not finished."""

import pytest

from charlotte.engine.call.playback import Clause
from charlotte.engine.call.resumption import MOST_RESUMPTIONS, Resumed, Spoken, resumed, unheard
from charlotte.engine.mind import Prompt, Say
from support.minds import ScriptedMind, saying

PIECES = saying("At nine.", " In Hall B.", " With Ada.")
TIMED = {"item": [Clause("At nine.", 1000.0), Clause(" In Hall B.", 2000.0), Clause(" With Ada.", 2600.0)]}
ASKED = Prompt(items=())


def spoken(sounded: int = 3, prompt: Prompt | None = None) -> Spoken:
    return Spoken(tuple(("item", piece) for piece in PIECES), sounded, prompt)


@pytest.mark.parametrize(
    ("heard_ms", "sounded", "rest"),
    [
        (0, 3, ["At nine.", " In Hall B.", " With Ada."]),
        (500, 3, ["At nine.", " In Hall B.", " With Ada."]),
        (950, 3, ["In Hall B.", " With Ada."]),  # too little was missing to say it again
        (1500, 3, ["In Hall B.", " With Ada."]),
        (2100, 3, ["With Ada."]),
        (2600, 3, []),
        (2600, 2, ["With Ada."]),  # all there was of it was heard, but there was more to come
    ],
)
def test_the_rest_begins_with_the_clause_that_was_cut(heard_ms: float, sounded: int, rest: list[str]) -> None:
    assert [said.text for said in unheard(spoken(sounded), TIMED, {"item": heard_ms})] == rest


async def test_what_the_mind_had_not_come_to_is_asked_for_and_nothing_said_twice() -> None:
    mind = ScriptedMind([[*PIECES, *saying(" Bring water.")]])
    going_on = resumed(mind, spoken(prompt=ASKED), tuple(PIECES[2:]))
    assert going_on is not None
    assert await said_by(going_on) == [" With Ada.", " Bring water."]
    again = resumed(going_on, Spoken((("new", PIECES[2]),), 0, ASKED), tuple(PIECES[2:]))
    assert again is not None
    assert await said_by(again) == [" With Ada.", " Bring water."]


async def test_a_mind_that_puts_it_differently_is_not_heard_twice() -> None:
    going_on = resumed(ScriptedMind([saying("It is at nine.")]), spoken(prompt=ASKED), tuple(PIECES[2:]))
    assert going_on is not None
    assert await said_by(going_on) == [" With Ada."]


def test_nothing_left_and_too_often() -> None:
    mind: ScriptedMind | Resumed | None = ScriptedMind()
    assert resumed(ScriptedMind(), spoken(), ()) is None
    for _ in range(MOST_RESUMPTIONS):
        assert mind is not None
        mind = resumed(mind, spoken(), tuple(PIECES))
    assert mind is not None
    assert resumed(mind, spoken(), tuple(PIECES)) is None


async def said_by(mind: Resumed) -> list[str]:
    return [piece.text async for piece in mind.respond(Prompt(items=())) if isinstance(piece, Say)]
