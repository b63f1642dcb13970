"""A session asked for in words of one's own, and in another language than its title, is found by what it means."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import func, select

from charlotte.clock import StoppedClock, SystemClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.edits import Edits
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.times import day
from charlotte.congress.programme import Programme
from charlotte.database import connect
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.session_choice import nearest
from charlotte.knowledge.session_meaning import AT_ONCE, SessionMeanings
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.tables import SESSION_VECTOR
from charlotte.knowledge.vectors import session_vectors
from charlotte.tools.find_sessions import find_sessions_tool
from support.conversation import Conversation, Shelf

pytestmark = pytest.mark.anyio

TITLES = (
    "Swarms in the orchard,Hall A", "Slate roofs repaired,Hall B", "Ferries of the north,Hall A",
    "Bread before ovens,Hall B", "Glass from sand,Hall A", "Letters by balloon,Hall B", "Salt roads,Hall A",
    "Clocks without hands,Hall B", "Rope and knots,Hall A", "Ink from oak galls,Hall B",
)  # fmt: skip
SAME = (
    ("swarms", "orchard", "bienen", "obstgarten", "abeilles"), ("slate", "roofs", "schiefer", "toits"),
    ("ferries", "north", "fähren"), ("bread", "ovens", "pain"), ("glass", "sand", "verre"), ("letters", "balloon"),
    ("salt", "roads"), ("clocks", "hands", "horloges"), ("rope", "knots"), ("ink", "oak"),
)  # fmt: skip


class Dictionary:
    """A model of ten meanings, each with its words in a few languages; what it does not know means nothing."""

    name = "dictionary"
    read = 0

    async def question(self, text: str) -> Vectors:
        return self._vector(text)

    async def passages(self, texts: Sequence[str]) -> Vectors:
        self.read += len(texts)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        said = "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()
        found = np.array([0.1 + sum(word in said for word in words) for words in SAME], dtype=np.float32)
        return found / np.float32(np.linalg.norm(found))


def fair() -> Reading:
    rows = "".join(f"{title},2026-06-0{1 + at // 5},{9 + at % 5}:00\n" for at, title in enumerate(TITLES))
    facts = Facts(id="fair", timezone="Europe/Dublin", start_date=day("2026-06-01"), end_date=day("2026-06-02"))
    return read_tables([Document("fair.csv", f"Title,Room,Date,Start\n{rows}".encode())], facts)


def programme() -> Programme:
    agenda = fair().agenda
    return Programme(agenda.congress, agenda.sessions, agenda.rooms)


@asynccontextmanager
async def reading(path: Path, model: Dictionary) -> AsyncIterator[SessionMeanings]:
    """Have a model read in the background, as the server does."""
    database = connect(path, None)
    congresses = Congresses(database, SystemClock())
    await Shelves(database, SystemClock()).create_tables()
    await congresses.create_tables()
    await congresses.save(fair())
    meanings = SessionMeanings(session_vectors(database))
    async with asyncio.TaskGroup() as background:
        chore = background.create_task(meanings.reading.run())
        meanings.gets(model)
        yield meanings
        chore.cancel()
    await database.dispose()


async def test_what_a_question_clearly_speaks_of(tmp_path: Path) -> None:
    held = programme()
    async with reading(tmp_path, Dictionary()) as meanings:
        asked = "Was gibt es zu Bienen im Obstgarten?"
        assert not (await meanings.nearest(held, asked)).sessions  # nothing is read yet
        assert await meanings.reading.is_done(10)
        found = await meanings.nearest(held, asked)
        assert found.is_sure and [one.title for one in found.sessions] == ["Swarms in the orchard"]
        assert not (await meanings.nearest(held, "Wer repariert mein Fahrrad?")).sessions  # near to all alike
        of_two = await meanings.nearest(held, "Obstgarten oder Schiefer?")
        assert not of_two.is_sure
        assert {one.title for one in of_two.sessions} == {"Swarms in the orchard", "Slate roofs repaired"}


async def test_sessions_that_did_not_change_are_not_read_again(tmp_path: Path) -> None:
    first, second = Dictionary(), Dictionary()
    async with reading(tmp_path, first) as meanings:
        meanings.want(programme())
        assert await meanings.reading.is_done(10)
    async with reading(tmp_path, second) as meanings:
        meanings.want(programme())
        assert await meanings.reading.is_done(10)
        assert (await meanings.nearest(programme(), "abeilles")).is_sure
    assert (first.read > 0, second.read) == (True, 0)


async def test_vectors_of_what_is_no_more_are_dropped(tmp_path: Path) -> None:
    async def kept() -> int:
        async with database.connect() as connection:
            return await connection.scalar(select(func.count()).select_from(SESSION_VECTOR)) or 0

    database = connect(tmp_path, None)
    whole, model = programme(), Dictionary()
    async with reading(tmp_path, model) as meanings:
        meanings.want(whole)
        assert await meanings.reading.is_done(10)
        every = await kept()
        meanings.want(Programme(whole.congress, whole.sessions[:-1], whole.rooms))
        assert await meanings.reading.is_done(10)
        assert 0 < await kept() < every
        await Edits(database, SystemClock()).undo_import("fair", "Anna")
        await Shelves(database, SystemClock()).erase_orphans()
        assert await kept() == 0
        meanings.want(whole)  # as one who had asked just before
        assert await meanings.reading.is_done(10)
        assert await kept() == 0
    await database.dispose()


async def test_the_dialogue_tells_facts_of_what_was_meant(tmp_path: Path) -> None:
    held = programme()
    shelf = Shelf({"fair": held})
    async with reading(tmp_path, Dictionary()) as meanings:
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:00+01:00"))
        talk = Conversation(
            Dialogue(shelf), shelf, "fair", clock, more_tools={"find_sessions": find_sessions_tool(meanings)}
        )
        answer = await talk.asks("Wann und wo ist der Vortrag über die Bienen im Obstgarten?")
        assert "9:00" in answer and "Hall A" in answer and "Swarms in the orchard" in answer
        assert "9:00" in await talk.asks("à quelle heure est l'exposé sur les abeilles ?")
        unknown = await talk.asks("Gibt es einen Vortrag über Waschmaschinen?")
        assert not any(title.partition(",")[0] in unknown for title in TITLES)


NOT_SURE = {
    "en": ("When is the talk on bienen, or the one on schiefer?", "I can't find exactly that"),
    "it": ("A che ora è l'intervento su bienen, oppure schiefer?", "Non trovo esattamente questo"),
    "fr": ("À quelle heure est l'exposé sur bienen, ou bien schiefer ?", "Je ne trouve pas exactement cela"),
    "de": ("Wann ist der Vortrag über abeilles, oder waren es toits?", "Genau das finde ich nicht"),
    "es": ("¿A qué hora es la charla sobre bienen, o quizá schiefer?", "No encuentro exactamente eso"),
}


@pytest.mark.parametrize("language", NOT_SURE)
@pytest.mark.parametrize("spoken", [True, False])
async def test_what_only_comes_nearest_is_told_as_such(tmp_path: Path, language: str, *, spoken: bool) -> None:
    held = programme()
    shelf = Shelf({"fair": held})
    async with reading(tmp_path, Dictionary()) as meanings:
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:00+01:00"))
        find = {"find_sessions": find_sessions_tool(meanings)}
        talk = Conversation(Dialogue(shelf), shelf, "fair", clock, more_tools=find, spoken=spoken)
        asked, unsure = NOT_SURE[language]
        answer = await talk.asks(asked)
        assert answer.startswith(unsure)
        assert "Swarms in the orchard" in answer and "Slate roofs repaired" in answer


TWO = {
    "en": ("Can I see both the one on bienen in the obstgarten and the fähren?", "Yes"),
    "it": ("Riesco a sentire sia quello su bienen e obstgarten sia quello sui fähren?", "Sì"),
    "fr": ("Puis-je suivre les bienen im obstgarten et aussi les fähren ?", "Oui"),
    "de": ("Schaffe ich die Abeilles im Obstgarten und auch die Fähren?", "Ja"),
    "es": ("¿Puedo ver tanto la de bienen en el obstgarten como la de fähren?", "Sí"),
}


@pytest.mark.parametrize("language", TWO)
async def test_each_of_two_is_found_by_what_it_means(tmp_path: Path, language: str) -> None:
    held = programme()
    shelf = Shelf({"fair": held})
    asked, lead = TWO[language]
    async with reading(tmp_path, Dictionary()) as meanings:
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:00+01:00"))
        find = {"find_sessions": find_sessions_tool(meanings)}
        talk = Conversation(Dialogue(shelf), shelf, "fair", clock, language=language, more_tools=find)
        answer = await talk.asks(asked)
        assert answer.startswith(lead) and "Swarms in the orchard" in answer and "Ferries of the north" in answer
        assert "9:00" in answer and "11:00" in answer


async def test_nobody_is_taken_for_an_unknown_person(tmp_path: Path) -> None:
    held = programme()
    shelf = Shelf({"fair": held})
    async with reading(tmp_path, Dictionary()) as meanings:
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:00+01:00"))
        find = {"find_sessions": find_sessions_tool(meanings)}
        talk = Conversation(Dialogue(shelf), shelf, "fair", clock, more_tools=find)
        for asked in (
            "When does Bienen Schiefer speak?",
            "When is Bienen Schiefer on?",
            "Wann spricht Konrad Schiefer?",
        ):
            answer = await talk.asks(asked)
            assert not any(title.partition(",")[0] in answer for title in TITLES)


async def test_where_words_point_elsewhere_meaning_decides(tmp_path: Path) -> None:
    held = programme()
    shelf = Shelf({"fair": held})
    asked = "Who tells of ferries for abeilles and bienen in the obstgarten?"
    clock = StoppedClock(datetime.fromisoformat("2026-06-01T08:00+01:00"))
    by_words = Conversation(Dialogue(shelf), shelf, "fair", clock)
    assert "Ferries of the north" in await by_words.asks(asked)
    async with reading(tmp_path, Dictionary()) as meanings:
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        find = {"find_sessions": find_sessions_tool(meanings)}
        talk = Conversation(Dialogue(shelf), shelf, "fair", clock, more_tools=find)
        assert "Swarms in the orchard" in await talk.asks(asked)


class Halting(Dictionary):
    """Reads what is said of sessions only once it may."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.may = asyncio.Event()

    async def passages(self, texts: Sequence[str]) -> Vectors:
        if any("described" in text for text in texts):
            self.asked.set()
            await self.may.wait()
        return await super().passages(texts)


async def test_of_many_sessions_titles_are_read_first_and_make_nothing_sure(tmp_path: Path) -> None:
    rows = "".join(f"{title},2026-06-01,9:00,described\n" for title in TITLES)
    rows += "".join(f"Lecture {at},Hall C,2026-06-02,{8 + at // 60}:{at % 60:02},described\n" for at in range(AT_ONCE))
    facts = Facts(id="fair", timezone="Europe/Dublin", start_date=day("2026-06-01"), end_date=day("2026-06-02"))
    table = f"Title,Room,Date,Start,Abstract\n{rows}"
    agenda = read_tables([Document("fair.csv", table.encode())], facts).agenda
    held, model = Programme(agenda.congress, agenda.sessions, agenda.rooms), Halting()
    asked = "Was gibt es zu Bienen im Obstgarten?"
    async with reading(tmp_path, model) as meanings:
        small = programme()
        small = Programme(replace(small.congress, id="small"), small.sessions, small.rooms)
        meanings.want(held)
        meanings.want(small)
        async with asyncio.timeout(30):
            await model.asked.wait()
        assert (await meanings.nearest(small, asked)).is_sure  # it did not have to wait
        found = await meanings.nearest(held, asked)
        assert not found.is_sure and found.sessions[0].title == "Swarms in the orchard"
        model.may.set()
        assert await meanings.reading.is_done(10)
        assert (await meanings.nearest(held, asked)).is_sure
    again = Dictionary()
    async with reading(tmp_path, again) as meanings:
        meanings.want(held)
        assert await meanings.reading.is_done(10)
        assert again.read == 0


def test_what_is_near_to_any_question_is_no_sign() -> None:
    sessions = programme().sessions
    near = np.full(len(sessions), 0.1, dtype=np.float32)
    near[0] = 0.9
    none = np.zeros(len(sessions), dtype=np.float32)
    assert nearest(sessions, near, none, usual=0.1, said=2).sessions == (sessions[0],)
    assert nearest(sessions, near - near, none, usual=0.1, said=2).sessions == ()


def test_shared_words_decide_between_two_that_are_as_near() -> None:
    sessions = programme().sessions
    near = np.full(len(sessions), 0.1, dtype=np.float32)
    near[0] = near[1] = 0.9
    shares = np.zeros(len(sessions), dtype=np.float32)
    assert not nearest(sessions, near, shares, usual=0.5, said=2).is_sure
    shares[1] = 3.0
    found = nearest(sessions, near, shares, usual=0.5, said=2)
    assert found.is_sure and found.sessions == (sessions[1],)


def test_among_a_few_sessions_none_stands_out() -> None:
    sessions = programme().sessions[:4]
    few = np.array([0.9, 0.1, 0.1, 0.1], dtype=np.float32)
    assert not nearest(sessions, few, np.zeros(4, dtype=np.float32), usual=0.1, said=4).sessions


class Longer(Dictionary):
    """Another model under the same name: its vectors have more numbers."""

    def _vector(self, text: str) -> Vectors:
        return np.concatenate([super()._vector(text), np.zeros(3, dtype=np.float32)])


async def test_another_model_under_the_same_name_reads_the_sessions_again(tmp_path: Path) -> None:
    asked = "Was gibt es zu Bienen im Obstgarten?"
    for model in (Dictionary(), Longer()):
        async with reading(tmp_path, model) as meanings:
            meanings.want(programme())
            assert await meanings.reading.is_done(10)
            assert (await meanings.nearest(programme(), asked)).is_sure
            assert model.read > 0
