"""Somebody asked for by what they are, in another language than the programme tells it, is found by meaning."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from charlotte.clock import StoppedClock, SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.programme import Programme
from charlotte.database import connect
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.session_meaning import SessionMeanings
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.vectors import session_vectors
from charlotte.tools.find_sessions import find_sessions_tool
from charlotte.tools.find_speaker import find_speaker_tool
from support.conversation import Conversation, Shelf

pytestmark = pytest.mark.anyio

PEOPLE = (
    ("Slow rivers", "Ada Verne", "notary, Bath"), ("Clear springs", "Ada Verne", "notary, Bath"),
    ("Warm stones", "Jan Holm", "beekeeper"),
    ("Old lamps", "Mia Kern", "midwife"), ("Dry walls", "Tom Berg", "carpenter"),
    ("Loud bells", "Ines Duarte", "priest"), ("Thin ice", "Carla Bonini", "pilot"),
    ("Deep wells", "Edda Brandt", "surgeon"), ("High tides", "Luc Petit", "cook"),
    ("Wide roads", "Rosa Alba", "Acme"), ("Long nights", "Nils Dahl", "Acme"),
)  # fmt: skip
SAME = (
    ("notary", "notaio", "notaire", "notar", "notarin", "notaria"), ("beekeeper", "apicoltore", "imker"),
    ("midwife", "sage"), ("carpenter", "carpintero"), ("priest", "prete"), ("pilot", "pilote"), ("surgeon", "chirurg"),
    ("cook", "koch"), ("acme",), ("astronaut",),
)  # fmt: skip
ASKED = {
    "it": "Ci sarebbe anche un notaio, chi è e a che ora parla?",
    "en": "There should be a notary too, who is it and when?",
    "fr": "il y aurait un notaire au programme, c'est qui et à quelle heure ?",
    "de": "Eine Notarin soll auch dabei sein. Wie heißt sie und wann ist sie dran?",
    "es": "Hay una notaria en el programa, ¿quién es y a qué hora?",
}
NOBODY = {
    "it": "c'è un astronauta, chi è?",
    "en": "is there an astronaut, and who is it?",
    "fr": "il y a un astronaute, c'est qui ?",
    "de": "gibt es einen Astronauten, und wer ist das?",
    "es": "¿hay un astronauta, y quién es?",
}


class Dictionary:
    """A model of ten meanings, each with its words in a few languages; what it does not know means nothing."""

    name = "dictionary"

    async def question(self, text: str) -> Vectors:
        return self._vector(text)

    async def passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        said = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
        found = np.array([0.1 + sum(word in said for word in words) for words in SAME], dtype=np.float32)
        return found / np.float32(np.linalg.norm(found))


@pytest.mark.parametrize("language", list(ASKED))
async def test_who_is_asked_for_by_a_profession(tmp_path: Path, language: str) -> None:
    rows = "".join(
        f'{title},2026-06-01,{9 + at}:00,Hall A,{who},"{of}"\n' for at, (title, who, of) in enumerate(PEOPLE)
    )
    facts = Facts(id="fair", timezone="Europe/Dublin", start_date=day("2026-06-01"), end_date=day("2026-06-01"))
    table = f"Title,Date,Start,Room,Speaker,Affiliation\n{rows}".encode()
    fair = read_tables([Document("fair.csv", table)], facts)
    held = Programme(fair.agenda.congress, fair.agenda.sessions, fair.agenda.rooms)
    database = connect(tmp_path, None)
    congresses = Congresses(database, SystemClock())
    await Shelves(database, SystemClock()).create_tables()
    await congresses.create_tables()
    await congresses.save(fair)
    meanings = SessionMeanings(session_vectors(database))
    async with asyncio.TaskGroup() as background:
        chore = background.create_task(meanings.reading.run())
        meanings.gets(Dictionary())
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        shelf = Shelf({"fair": held})
        clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:00+01:00"))
        tools = {"find_sessions": find_sessions_tool(meanings), "find_speaker": find_speaker_tool(meanings)}
        visitor = Conversation(Dialogue(shelf), shelf, "fair", clock, language=language, more_tools=tools)
        told = await visitor.asks(ASKED[language])
        assert "Ada Verne" in told and "Slow rivers" in told and "Clear springs" in told, told
        if language in ("it", "fr", "de"):  # the words of the others are found as they stand
            assert "notary, Bath" in told, told
        told = await visitor.asks(NOBODY[language])
        assert not any(who in told for _, who, _ in PEOPLE), told
        chore.cancel()
    await database.dispose()
