"""Renders what will probably be said while nobody needs the models, the most likely first."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import structlog

from charlotte.engine.mind import Say
from charlotte.engine.speaking.cache import Said
from charlotte.engine.speaking.shelf import Shelf
from charlotte.engine.speaking.voices import Voices

log = structlog.get_logger()

AGAIN_S = 20.0
"""Between two looks at what will be said."""


class Script(Protocol):
    """Whatever knows what will probably be said."""

    async def version(self) -> object:
        """Return something that changes when `lines` would."""
        ...

    async def lines(self) -> Iterable[Say]:
        """Return texts, the most likely first."""
        ...


@dataclass
class Progress:
    """Clauses of the script, and those of them that are rendered."""

    clauses: int = 0
    rendered: int = 0


class Rehearsal:
    """Keeps the shelf filled with the clauses of a script, in one voice a language."""

    def __init__(self, voices: Voices, shelf: Shelf, script: Script, voice: str, *, again_s: float = AGAIN_S) -> None:
        self.progress = Progress()
        self._voices = voices
        self._shelf = shelf
        self._script = script
        self._voice = voice
        self._again_s = again_s
        self._done: object = None

    async def run(self) -> None:
        """Rehearse for as long as the server runs."""
        while True:
            try:
                await self._once()
            except Exception as failure:  # noqa: BLE001 - the root of a chore nobody waits for: the server goes on
                log.warning("rehearsal.interrupted", error=type(failure).__name__)
            await asyncio.sleep(self._again_s)

    async def _once(self) -> None:
        version = await self._script.version()
        if self._voices.natural is None or version == self._done:
            return
        wanted = await self._wanted()
        await self._shelf.keep_only(wanted)
        self.progress = Progress(len(wanted), sum(said in self._shelf for said in wanted))
        for at, said in enumerate(wanted):
            if said in self._shelf:
                continue
            if self._shelf.is_full and not await self._make_room(wanted[at + 1 :]):
                break
            while not await self._voices.prepare(said):
                pass  # it gave way to somebody, and waits for quiet by itself
            self.progress.rendered += 1
            if await self._script.version() != version:
                return
        self._done = version

    async def _wanted(self) -> list[Said]:
        wanted: dict[Said, None] = {}
        for line in await self._script.lines():
            # in a thread: the first of them loads what tells languages apart, a second of one core
            cut = partial(self._voices.worth_preparing, line.text, language=line.language, voice=self._voice)
            wanted.update(dict.fromkeys(await asyncio.to_thread(cut)))
        return list(wanted)

    async def _make_room(self, less_likely: list[Said]) -> bool:
        """Drop the least likely clause that is rendered; return whether there was one."""
        victim = next((said for said in reversed(less_likely) if said in self._shelf), None)
        if victim is not None:
            await self._shelf.drop([victim])
            self.progress.rendered -= 1
        return victim is not None
