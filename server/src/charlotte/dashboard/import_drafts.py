"""Uploads that staff look at before they are applied: a handful, in memory, each read in a confined process."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from charlotte.clock import Clock
from charlotte.congress.changes import Changes
from charlotte.congress.congresses import Against, Beside, Congresses, ProgrammeChanged, Saved
from charlotte.congress.importers.confined.sandbox import read_confined
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.material import Material, material_of
from charlotte.congress.importers.programme_read import Reading
from charlotte.congress.importers.shapes.columns.mapping import FieldMapping
from charlotte.errors import NotFound
from charlotte.knowledge.document_changes import DocumentChanges
from charlotte.knowledge.of_material import documents_of
from charlotte.knowledge.passage import Documents
from charlotte.knowledge.shelves import DocumentsChanged, Shelves
from charlotte.protocol.ids import new_id

MOST_DRAFTS = 8
KEPT = timedelta(hours=2)
"""Since it was uploaded or corrected; eight of the largest take half a gigabyte."""


class ImportGone(NotFound):
    """An upload that was applied, dropped, or not applied in time."""

    code = "import_gone"


@dataclass(frozen=True)
class ImportDraft:
    """What was uploaded, what it reads as, and what it would change."""

    id: str
    material: Material
    event_id: str | None
    reading: Reading
    documents: Documents | None
    """None = no document came with it, and those of before stay."""
    changes: Changes
    base_version: int | None
    """The congress's version that the changes are against; None = it is new."""
    at: datetime
    document_changes: DocumentChanges = DocumentChanges()
    is_same: bool = False
    """Whether it says of the programme what is stored already."""
    documents_version: int = 0
    """The version of the documents that these changes are against."""


class ImportDrafts:
    """The drafts of one server process."""

    def __init__(self, congresses: Congresses, shelves: Shelves, clock: Clock) -> None:
        self._congresses = congresses
        self._shelves = shelves
        self._clock = clock
        self._drafts: dict[str, ImportDraft] = {}
        self._reading = asyncio.Semaphore(1)  # one at a time: each may take a gigabyte

    async def upload(self, documents: Sequence[Document], event_id: str | None) -> ImportDraft:
        """Read an upload for a congress, unless its `event.json` names another; nothing is stored.

        Raises a `BadInput` that says what is wrong with it.
        """
        draft_id = new_id("import")
        draft = await self._read(draft_id, await asyncio.to_thread(material_of, documents), event_id, None)
        self.let_go()
        kept = list(self._drafts.values())[-(MOST_DRAFTS - 1) :]
        self._drafts = {one.id: one for one in (*kept, draft)}
        return draft

    def let_go(self) -> None:
        """Forget what was not applied in time; the sweep calls it, so that nothing stays because nobody uploads."""
        now = self._clock.now()
        self._drafts = {one.id: one for one in self._drafts.values() if now - one.at < KEPT}

    async def correct(self, draft_id: str, mapping: FieldMapping) -> ImportDraft:
        """Read an upload again by another mapping."""
        draft = self.get(draft_id)
        corrected = await self._read(draft_id, draft.material, draft.event_id, mapping)
        self._drafts[draft_id] = corrected
        return corrected

    def get(self, draft_id: str) -> ImportDraft:
        """Return a draft. Raises `ImportGone`."""
        self.let_go()
        draft = self._drafts.get(draft_id)
        if draft is None:
            raise ImportGone(
                "This upload is not here any more: it is kept for two hours. Nothing was imported.",
                hint="Upload the files again.",
            )
        return draft

    def drop(self, draft_id: str) -> None:
        """Forget a draft."""
        self._drafts.pop(draft_id, None)

    async def apply(self, draft_id: str, who: str, *, beside: Beside) -> Saved:
        """Store a draft and what `beside` stores: all of it or nothing.

        Raises `ProgrammeChanged` or `DocumentsChanged` when it was made against another version.
        """
        draft = self.get(draft_id)

        async def with_documents(connection: AsyncConnection, saved: Saved) -> None:
            if draft.documents is not None:
                await self._check_documents(saved.congress.id, draft.documents_version)
                await self._shelves.put(connection, saved.congress.id, draft.documents, who)
            await beside(connection, saved)

        against = Against(draft.base_version)
        try:
            saved = await self._congresses.save(draft.reading, beside=with_documents, against=against)
        except (ProgrammeChanged, DocumentsChanged):
            self._drafts[draft_id] = await self._compared(draft)
            raise
        self.drop(draft_id)
        return saved

    async def _read(
        self, draft_id: str, material: Material, event_id: str | None, mapping: FieldMapping | None
    ) -> ImportDraft:
        known = {congress.id: await self._known(congress.id) for congress in await self._congresses.all()}
        async with self._reading:
            reading = await asyncio.to_thread(read_confined, material, None, mapping, known, event_id)
            documents = await asyncio.to_thread(documents_of, material, reading)
        draft = ImportDraft(draft_id, material, event_id, reading, documents, Changes(), None, self._clock.now())
        return await self._compared(draft)

    async def _compared(self, draft: ImportDraft) -> ImportDraft:
        event_id = draft.reading.agenda.congress.id
        version = await self._congresses.version(event_id)
        found = await self._congresses.compare(draft.reading)
        compared = replace(draft, changes=found.changes, is_same=found.is_same, base_version=version)
        if draft.documents is None:
            return compared
        documents_version = await self._shelves.version(event_id)
        document_changes = await self._shelves.compare(event_id, draft.documents)
        return replace(compared, document_changes=document_changes, documents_version=documents_version)

    async def _check_documents(self, event_id: str, seen: int) -> None:
        if await self._shelves.version(event_id) == seen:
            return
        past = await self._shelves.past(event_id)
        who = (past[0].undone_by or past[0].who) if past else None
        raise DocumentsChanged(
            f"{who or 'Somebody'} has changed the documents meanwhile; nothing was imported.",
            hint="Look at what it would change now, and apply again.",
            who=who,
        )

    async def _known(self, event_id: str) -> Facts:
        """Return what is known of a congress that is loaded, which an upload for it need not say again."""
        programme = await self._congresses.programme(event_id)
        congress = programme.congress
        return Facts(
            id=congress.id,
            name=congress.name,
            timezone=congress.timezone,
            venue=congress.venue,
            city=congress.city,
            start_date=congress.start_date,
            end_date=congress.end_date,
            languages=congress.languages,
            rooms=programme.rooms,
        )
