"""The documents among what an organiser gave as files or as an archive: by the rules of a folder."""

import tempfile
from pathlib import Path, PurePath

from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.material import Material
from charlotte.congress.importers.programme_read import Reading
from charlotte.knowledge.folder import is_facts, read_documents
from charlotte.knowledge.passage import Documents


def documents_of(material: Material, reading: Reading) -> Documents | None:
    """Read the documents that came with a programme; None where none did, and those of before stay.

    Raises `UnreadableFile` where two names cannot be in one folder.
    """
    site = {*reading.site_pages}
    facts = (one for one in material.documents if is_facts(one.name, one.raw))
    pages = [page for page in (*material.pages, *material.docs, *facts) if not is_programme(page.name, reading)]
    named = {page.name: page for page in (*pages, *(one for one in material.site if one.name in site))}
    if not named:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for page in named.values():
            place = Path(folder, PurePath(page.name))
            try:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(page.raw)
            except OSError as error:
                raise UnreadableFile(
                    f"{page.name} cannot be kept beside the other files: {error.strerror}.",
                    hint="Give it a shorter name, which no folder has.",
                ) from error
        return read_documents(Path(folder), pages=[name for name in named if name in site])


def is_programme(name: str, reading: Reading) -> bool:
    """Return whether sessions, or what they name, were read from a file; of what was only looked through none were."""
    if reading.mapping is None:
        return name in reading.files
    holding = [one.table for one in reading.mapping.tables if one.role != "left_out"]
    return name in reading.records or any(table == name or table.startswith(f"{name}:") for table in holding)
