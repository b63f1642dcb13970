"""A venue's pages with practical facts, put on the shelf of a running house."""

from pathlib import Path

from charlotte.database import writing
from charlotte.knowledge.folder import read_documents
from charlotte.knowledge.passage import Documents
from support.house import EVENT, House

VENUE = """# Guida alla sede

## Wi-Fi

La rete Wi-Fi è PalazzoGuest, la password è girasole2026.

## Guardaroba

Il guardaroba è al piano terra, accanto alla biglietteria.

## Attestati ed ECM

I crediti ECM si registrano in segreteria dopo il test finale.
"""


def papers(folder: Path) -> Documents:
    """Write the pages and read them."""
    folder.mkdir()
    (folder / "sede.it.md").write_text(VENUE)
    return read_documents(folder)


async def shelved(here: House, folder: Path) -> None:
    """Put the pages on the shelf, as an import does."""
    documents = papers(folder)
    async with writing(here.installation.database) as connection:
        await here.installation.shelves.put(connection, EVENT, documents)
