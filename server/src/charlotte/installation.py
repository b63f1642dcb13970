"""Everything one server process is made of, and the order in which it starts and stops."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from charlotte.broker.switchboard import Switchboard
from charlotte.congress.congresses import Congresses
from charlotte.congress.demo import load_demo
from charlotte.congress.search.search import Search
from charlotte.dashboard import tables as staff_tables
from charlotte.dashboard.parts import DashboardParts
from charlotte.database import create_tables
from charlotte.engine.call.engine import Engine
from charlotte.engine.models.loading import Loaded
from charlotte.engine.speaking.rehearsal import Rehearsal
from charlotte.errors import CharlotteError
from charlotte.keyring import Keyring
from charlotte.knowledge.library import Library
from charlotte.knowledge.session_meaning import SessionMeanings
from charlotte.knowledge.shelves import Shelves
from charlotte.ledger.ledger import Ledger
from charlotte.serving import listen, serving
from charlotte.settings import Settings
from charlotte.wire.api.parts import ApiParts
from charlotte.wire.api.token import default_event
from charlotte.wire.v1.app import engine_app

log = structlog.get_logger(__name__)

SWEEP_S = 60


@dataclass
class Installation:
    """Everything one server process is made of."""

    settings: Settings
    keyring: Keyring
    engine: Engine
    ledger: Ledger
    congresses: Congresses
    shelves: Shelves
    library: Library
    meanings: SessionMeanings
    switchboard: Switchboard
    api: ApiParts
    dashboard: DashboardParts
    database: AsyncEngine
    voices: Loaded | None
    rehearsal: Rehearsal | None
    closing: AsyncExitStack
    embedded_url: str | None = None
    default_event: str | None = None
    """Congress of calls to `/v1` that name none; looked up again from time to time."""
    prepared: asyncio.Event = field(default_factory=asyncio.Event)
    """What is loaded once has been loaded."""

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run everything behind the routes; leaving ends calls first and the journal last."""
        async with self.closing:
            await self.ledger.prepare()
            await self.congresses.create_tables()
            await self.shelves.create_tables()
            await create_tables(self.database, staff_tables.metadata)
            await load_demo(self.congresses)
            await self._choose_default_event()
            async with asyncio.TaskGroup() as background:
                background.create_task(self.ledger.write(), name="journal")
                try:
                    async with self.engine.running():
                        chores = [background.create_task(self._sweep(), name="sweep")]
                        chores.append(background.create_task(self._prepare(), name="preparation"))
                        chores.append(background.create_task(self.library.reading.run(), name="documents"))
                        chores.append(background.create_task(self.meanings.reading.run(), name="sessions"))
                        chores.append(background.create_task(self.ledger.budgets.watch(), name="budgets"))
                        if self.rehearsal is not None:
                            chores.append(background.create_task(self.rehearsal.run(), name="rehearsal"))
                        try:
                            async with self._upstream_ready(), self.switchboard.open():
                                yield
                        finally:
                            for chore in chores:
                                chore.cancel()
                finally:
                    await self.ledger.close()

    async def _prepare(self) -> None:
        """Bring up, behind the first questions, what makes later ones quick."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._prepare_search(), name="search")
            if self.voices is not None:
                tasks.create_task(self._load_voices(self.voices), name="voices")
        self.prepared.set()

    async def _prepare_search(self) -> None:
        """Build what questions look up, so that nobody's first question waits for it."""
        try:
            for congress in await self.congresses.all():
                programme = await self.congresses.programme(congress.id)
                await Search.ready(programme)
                self.meanings.want(programme)
                await self.library.index(congress.id)
        except (CharlotteError, SQLAlchemyError) as failure:
            log.error("search.not_prepared", error=type(failure).__name__)

    @asynccontextmanager
    async def _upstream_ready(self) -> AsyncIterator[None]:
        """Serve the embedded engine to our own broker, over loopback like any other provider.

        Also when another upstream is preferred: this is what takes over from it.
        """
        listener = listen("127.0.0.1", 0)
        self.embedded_url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        app = engine_app(self.engine, SecretStr(self.keyring.api_key), runs_engine=False)
        async with serving(app, listener):
            yield

    async def _load_voices(self, voices: Loaded) -> None:
        """Hand each model to the engine as soon as it is ready; typed questions are answered meanwhile."""
        try:
            await voices.load()
        except CharlotteError as failure:
            log.error("voice.not_available", code=failure.code, reason=failure.message, hint=failure.hint)
        finally:
            self.hand_over()

    def hand_over(self) -> None:
        """Give the engine what has been loaded so far."""
        if self.voices is not None:
            parts = self.engine.parts
            parts.ear, parts.mouth = self.voices.ear, self.voices.mouth
            parts.vad_factory, parts.end_of_turn = self.voices.vad_factory, self.voices.end_of_turn
            if self.voices.embedder is not None:
                self.library.gets(self.voices.embedder, self.voices.judge)
                self.meanings.gets(self.voices.embedder)

    async def _choose_default_event(self) -> None:
        if await self.congresses.all():
            self.default_event = await default_event(self.api)

    async def _sweep(self) -> None:
        resume = timedelta(minutes=self.settings.resume_minutes)
        retention = timedelta(days=self.settings.retention_days) if self.settings.retention else None
        while True:
            try:
                erased = await self.ledger.sweep(resume=resume, retention=retention)
                for session_id in erased:
                    self.api.desk.forget(session_id)
                    self.ledger.budgets.forget(session_id)
                if erased:
                    log.info("words.erased", sessions=len(erased))
                await self.dashboard.registration_lists.erase_others([one.id for one in await self.congresses.all()])
                await self.shelves.erase_orphans()
                self.dashboard.imports.let_go()
                await self._choose_default_event()
            except SQLAlchemyError as failure:
                log.error("sweep.failed", error=type(failure).__name__)
            await asyncio.sleep(SWEEP_S)
