"""Whatever a model or a person puts into the arguments: a result or a `BadInput`, never anything else."""

import asyncio
from datetime import datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from charlotte.clock import StoppedClock
from charlotte.congress.lexicon import Lexicon
from charlotte.congress.programme import Programme
from charlotte.congress.search.folding import words
from charlotte.errors import BadInput
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.tool import ToolContext
from support.agendas import DEMO, programme, search


class Loaded:
    """The demo's programme, in memory."""

    async def programme(self, event_id: str) -> Programme:
        return programme(DEMO)


CONTEXT = ToolContext(
    "devfest-pisa-2026", StoppedClock(datetime.fromisoformat("2026-04-18T10:30+02:00")), "it", "s", Loaded()
)
WORDS = st.sampled_from(
    "now next first last morning 10:30 24:00 0:00 9999-12-31T23:59 0001-01-01T00:00 2026-04-18 oggi domani sala ricci "
    "corti agenti AI primo giorno 31.2. 29 febbraio 12 am 0 pm \u0336 \U0001f600 dr. prof".split(" ")
)
TEXT = st.lists(WORDS | st.text(max_size=6), max_size=6).map(" ".join)


def ask(name: str, arguments: dict[str, Any]) -> None:
    try:
        result = asyncio.run(CONGRESS_TOOLS[name].run(CONTEXT, arguments))
    except BadInput:
        return
    assert type(result).model_validate_json(result.model_dump_json()) == result


@pytest.mark.parametrize("name", ["find_speaker", "find_place"])
@given(heard=TEXT)
@settings(deadline=None, max_examples=80)
def test_any_name(name: str, heard: str) -> None:
    ask(name, {"name": heard})


@given(query=TEXT, speaker=st.none() | TEXT, room=st.none() | TEXT, day=st.none() | TEXT, track=st.none() | TEXT)
@settings(deadline=None, max_examples=120)
def test_any_search(**arguments: str | None) -> None:
    ask("find_sessions", arguments)


@given(when=TEXT, day=st.none() | TEXT, room=st.none() | TEXT)
@example(when="0001-01-01T00:00", day=None, room=None)
@settings(deadline=None, max_examples=150)
def test_any_moment(**arguments: str | None) -> None:
    ask("whats_on", {key: value for key, value in arguments.items() if value is not None})


@given(sentence=TEXT)
@settings(deadline=None, max_examples=150)
def test_any_sentence(sentence: str) -> None:
    names, said = Lexicon(search(DEMO)), words(sentence)
    for spotted in names.people(said):
        assert 0 <= spotted.first < spotted.last <= len(said.tokens)
        assert 0 < spotted.likeness <= 1
    room = names.room(said)
    assert room is None or 0 <= room.first < room.last <= len(said.tokens)
