"""What is expected to be said is what the dialogue says."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from charlotte.clock import Clock, StoppedClock
from charlotte.congress.congresses import Congresses
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.script import ProgrammeScript
from support.agendas import DEMO, FOSDEM, congresses, programme, read
from support.conversation import conversation


@dataclass
class Clocks:
    """It is the same moment at every congress."""

    at: datetime

    def of(self, _programme: Programme) -> Clock:
        return StoppedClock(self.at)


async def _expected(held: Congresses, folder: Path, now: str) -> set[tuple[str, str]]:
    await held.save(read(folder))
    script = ProgrammeScript(held, Clocks(datetime.fromisoformat(now)))
    return {(line.language, line.text) for line in await script.lines()}


@pytest.mark.parametrize(
    ("folder", "now", "question", "language"),
    [
        (DEMO, "2026-04-18T14:00+02:00", "Quando parla Christian Liebel?", "it"),
        (DEMO, "2026-04-18T14:00+02:00", "Che cosa c'è adesso in Sala Ricci?", "it"),
        (DEMO, "2026-04-18T14:00+02:00", "In che sala è Hack the Job Title?", "it"),
        (DEMO, "2026-04-18T14:00+02:00", "What is next in Sala Fibonacci?", "en"),
        (DEMO, "2026-04-18T14:00+02:00", "¿Quién eres?", "es"),
    ],
)
async def test_an_answer_is_expected_word_by_word(
    tmp_path: Path, folder: Path, now: str, question: str, language: str
) -> None:
    visitor = conversation(folder, now, language=language)
    visitor.spoken = True
    await visitor.asks(question)
    async with congresses(tmp_path) as held:
        expected = await _expected(held, folder, now)
    missing = [clause.text for clause in visitor.clauses if (language, clause.text) not in expected]
    assert not missing


async def test_the_openings_of_every_hour_and_room_of_a_large_congress_are_expected(tmp_path: Path) -> None:
    async with congresses(tmp_path) as held:
        expected = await _expected(held, FOSDEM, "2025-02-01T10:00+01:00")
    english = " ".join(text for language, text in expected if language == "en")
    for session in programme(FOSDEM).happening:
        assert session.start is not None
        assert f"{session.start:%-H:%M}" in english
        assert session.room is None or session.room in english


async def test_a_congress_that_is_not_on_is_not_rehearsed(tmp_path: Path) -> None:
    async with congresses(tmp_path) as held:
        assert await _expected(held, FOSDEM, "2026-02-01T10:00+01:00") == set()
        script = ProgrammeScript(held, Clocks(datetime.fromisoformat("2026-02-01T10:00+01:00")))
        assert await script.version() == ()


async def test_a_new_version_or_another_hour_is_another_script(tmp_path: Path) -> None:
    async with congresses(tmp_path) as held:
        await held.save(read(FOSDEM))
        clocks = Clocks(datetime.fromisoformat("2025-02-01T10:00+01:00"))
        script = ProgrammeScript(held, clocks)
        first = await script.version()
        assert await script.version() == first
        clocks.at = datetime.fromisoformat("2025-02-01T11:00+01:00")
        second = await script.version()
        whole = read(FOSDEM)
        first_session, *others = whole.agenda.sessions
        edited = (replace(first_session, title="Another title"), *others)
        await held.save(replace(whole, agenda=replace(whole.agenda, sessions=edited)))
        assert len({first, second, await script.version()}) == 3
