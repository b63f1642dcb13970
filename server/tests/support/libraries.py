"""Documents of a congress, read, stored and searched as in production."""

import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import numpy as np

from charlotte.clock import SystemClock
from charlotte.congress.importers.material import DOCS_FOLDER
from charlotte.database import connect, writing
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.folder import read_documents
from charlotte.knowledge.index import Vectors
from charlotte.knowledge.library import Library
from charlotte.knowledge.passage import Documents
from charlotte.knowledge.shelves import Shelves
from charlotte.knowledge.vectors import passage_vectors


@cache
def _read(files: tuple[tuple[str, str | bytes], ...]) -> Documents:
    """Return documents as a folder's import reads them; each in its own process, so only once a run."""
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / DOCS_FOLDER
        docs.mkdir()
        for name, content in files:
            (docs / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return read_documents(Path(folder))


class Shelfful:
    """A library whose documents can be replaced."""

    def __init__(self, folder: Path, event_id: str, url: str | None) -> None:
        self._event_id = event_id
        self.engine = connect(folder / "data", url)
        self._shelves = Shelves(self.engine, SystemClock())
        self.library = self.anew()

    def anew(self, instead: Embedder | None = None) -> Library:
        """Return another library over the same rows, as after a restart."""
        return Library(self._shelves, passage_vectors(self.engine), instead=instead)

    async def holds(self, files: Mapping[str, str | bytes]) -> None:
        """Import these documents instead of those before."""
        documents = _read(tuple(files.items()))
        await self._shelves.create_tables()
        async with writing(self.engine) as connection:
            await self._shelves.put(connection, self._event_id, documents)

    async def close(self) -> None:
        await self.engine.dispose()


@asynccontextmanager
async def shelfful(
    folder: Path, event_id: str, files: Mapping[str, str | bytes], url: str | None = None
) -> AsyncIterator[Shelfful]:
    """Open the library of a congress with these documents in it."""
    made = Shelfful(folder, event_id, url)
    try:
        await made.holds(files)
        yield made
    finally:
        await made.close()


class TrigramReader:
    """A small model: texts are near that share letters three by three."""

    name = "trigrams"
    width = 512

    def __init__(self) -> None:
        self.read: list[str] = []

    async def question(self, text: str) -> Vectors:
        return self._vector(text)

    async def passages(self, texts: Sequence[str]) -> Vectors:
        self.read += texts
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> Vectors:
        made = np.zeros(self.width, dtype=np.float32)
        folded = f" {text.lower()} "
        for at in range(len(folded) - 2):
            made[sum(ord(sign) * 31**place for place, sign in enumerate(folded[at : at + 3])) % self.width] += 1
        return np.asarray(made / np.linalg.norm(made), dtype=np.float32)
