"""Papers for the guests of a small congress, read for their meaning by the real model, and guests who ask."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from charlotte.engine.demand import Demand
from charlotte.engine.dialogue.families.learned import LearnedFamilies
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.engine.embedding.e5 import E5, FILE, E5Model
from charlotte.engine.models.loading import EMBEDDER
from charlotte.engine.workers import Workers
from charlotte.knowledge.library import Library
from charlotte.tools.search_documents import search_documents
from support.conversation import Conversation, conversation
from support.libraries import shelfful
from support.speech import model_folder


@contextmanager
def reader_of_meaning() -> Iterator[E5]:
    """Load the model that the product ships."""
    demand = Demand(rest_s=0.0)
    workers, ahead = Workers("questions", 1, demand=demand), Workers("documents", 1, idle=True)
    yield E5(E5Model(model_folder(EMBEDDER) / FILE), workers, ahead, demand)
    workers.close()
    ahead.close()


@asynccontextmanager
async def papers(folder: Path, event: str, model: E5, **held: str) -> AsyncIterator[Library]:
    """Keep Markdown papers by the language they are in, and read them whole."""
    files = {f"papers.{language}.md": text for language, text in held.items()}
    async with shelfful(folder, event, files) as shelf:
        library = shelf.anew(instead=model)
        async with asyncio.TaskGroup() as tasks:
            reading = tasks.create_task(library.reading.run())
            await library.index(event)
            assert await library.reading.is_done(120)
            reading.cancel()
        yield library


def guest(folder: Path, library: Library, model: E5, now: str, language: str) -> Conversation:
    """Return a conversation that may ask the papers of the congress in `folder`."""
    tool = search_documents(library)
    asked = conversation(folder, now, language=language)
    return replace(asked, mind=Dialogue(asked.shelf, LearnedFamilies(lambda: model)), more_tools={tool.name: tool})


@dataclass(frozen=True)
class Guests:
    """Those who come to one congress, each with one question."""

    folder: Path
    library: Library
    model: E5
    now: str

    def one(self, language: str, now: str = "") -> Conversation:
        """Return the conversation of one of them."""
        return guest(self.folder, self.library, self.model, now or self.now, language)

    async def ask(self, language: str, question: str, now: str = "") -> str:
        """Return the answer to one of them."""
        return await self.one(language, now).asks(question)


@asynccontextmanager
async def guests_of(
    folder: Path, model: E5, now: str, *, event: str, programme: str, **held: str
) -> AsyncIterator[Guests]:
    """Open a congress to its guests: its programme (CSV) and its papers, by their language."""
    (folder / "event.json").write_text(event)
    (folder / "programme.csv").write_text(programme)
    async with papers(folder, json.loads(event)["id"], model, **held) as library:
        yield Guests(folder, library, model, now)
