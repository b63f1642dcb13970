"""What will probably be said is rendered ahead, the most likely first, and follows the programme."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from charlotte.engine.mind import Say
from charlotte.engine.mouth import RATE_HZ
from charlotte.engine.speaking.cache import Said
from charlotte.engine.speaking.pcm import Pcm
from charlotte.engine.speaking.pico import Pico
from charlotte.engine.speaking.rehearsal import Rehearsal
from charlotte.engine.speaking.shelf import Shelf
from charlotte.engine.speaking.voices import Voices
from support.waiting import eventually


@dataclass
class Pages:
    """A script whose lines a test sets."""

    texts: tuple[str, ...]

    failures: int = 0

    async def version(self) -> object:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("the database is locked")
        return self.texts

    async def lines(self) -> Iterable[Say]:
        return [Say(text, "en") for text in self.texts]


@dataclass
class Studio:
    """A natural voice that notes what it renders; the first `busy` times it gives way."""

    busy: int = 0
    rendered: list[str] = field(default_factory=list)
    name: str = "natural"
    languages: frozenset[str] = frozenset({"en"})

    def speakers(self, language: str) -> tuple[str, ...]:
        return ("anna",) if language == "en" else ()

    async def render(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm:
        raise AssertionError("nobody speaks in these tests")

    async def render_ahead(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm | None:
        await asyncio.sleep(0)
        if self.busy:
            self.busy -= 1
            return None
        self.rendered.append(text)
        return np.full(RATE_HZ // 10, 5000, np.int16)


@asynccontextmanager
async def _rehearsing(folder: Path, script: Pages, studio: Studio, megabytes: float = 1) -> AsyncIterator[Rehearsal]:
    shelf = Shelf(folder, megabytes)
    await shelf.open("studio")
    voices = Voices(Pico(), shelf=shelf)
    voices.natural = studio
    rehearsal = Rehearsal(voices, shelf, script, "auto", again_s=0.01)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(rehearsal.run())
        yield rehearsal
        running.cancel()


def _said(text: str) -> Said:
    return Said(text, "en", "anna", 1.0)


async def test_the_most_likely_first_each_once(tmp_path: Path) -> None:
    script, studio = Pages(("Second of May.", "First things come. Second of May.")), Studio()
    async with _rehearsing(tmp_path, script, studio) as rehearsal:
        await eventually(lambda: rehearsal.progress.rendered == 2)
    assert studio.rendered == ["second of May.", "first things come."]
    assert rehearsal.progress.clauses == 2
    async with _rehearsing(tmp_path, script, again := Studio()) as rehearsal:
        await eventually(lambda: rehearsal.progress.rendered == 2)
    assert again.rendered == [], "a restart finds it on the disk"


async def test_a_clause_that_gave_way_is_tried_again(tmp_path: Path) -> None:
    studio = Studio(busy=3)
    async with _rehearsing(tmp_path, Pages(("Just a moment.",)), studio) as rehearsal:
        await eventually(lambda: rehearsal.progress.rendered == 1)
    assert studio.rendered == ["just a moment."]


async def test_a_failure_is_no_end(tmp_path: Path) -> None:
    studio = Studio()
    async with _rehearsing(tmp_path, Pages(("Just a moment.",), failures=2), studio) as rehearsal:
        await eventually(lambda: rehearsal.progress.rendered == 1)


async def test_a_changed_programme_replaces_what_it_no_longer_says(tmp_path: Path) -> None:
    script, studio = Pages(("In the old room.", "At nine o'clock.")), Studio()
    async with _rehearsing(tmp_path, script, studio) as rehearsal:
        await eventually(lambda: rehearsal.progress.rendered == 2)
        script.texts = ("In the new room.", "At nine o'clock.")
        await eventually(lambda: "in the new room." in studio.rendered and rehearsal.progress.rendered == 2)
    assert len(studio.rendered) == 3
    shelf = Shelf(tmp_path, 1)
    await shelf.open("studio")
    assert _said("in the old room.") not in shelf and _said("at nine o'clock.") in shelf


async def test_what_is_more_likely_takes_the_room_of_what_is_less(tmp_path: Path) -> None:
    script, studio = Pages(("The first of all.", "The second of all.", "The third of all.")), Studio()
    async with _rehearsing(tmp_path, script, studio, megabytes=0.02) as rehearsal:
        await eventually(lambda: rehearsal.progress.rendered == 2)
        script.texts = ("The newest of all.", *script.texts)
        await eventually(lambda: "the newest of all." in studio.rendered)
        await eventually(lambda: rehearsal.progress.rendered == 2)
    shelf = Shelf(tmp_path, 1)
    await shelf.open("studio")
    assert _said("the newest of all.") in shelf and _said("the first of all.") in shelf
    assert _said("the second of all.") not in shelf
