"""What an organiser gives: a folder, one file and what lies beside it, or what was uploaded; nothing parsed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from charlotte.congress.importers.document import Document, read_document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.event_file import EVENT_FILE
from charlotte.congress.importers.shapes.pages import ENDINGS as PAGES

MAPPING_FILE = "mapping.json"
ABOUT_FILES = ("readme", "license", "licence", "notice", "changelog")
ENDINGS = (".xml", ".json", ".ics", ".ical", ".txt", ".csv", ".tsv", ".yml", ".yaml", ".xlsx", ".xlsm", ".ods")
"""What may be a programme or lie beside one; pictures are no business of an importer."""
MOST_FILES = 200


@dataclass(frozen=True)
class Material:
    """Files, sorted by what they can be."""

    name: str
    documents: tuple[Document, ...] = ()
    """What may hold the programme, or a part of it."""
    pages: tuple[Document, ...] = ()
    """Documents to read: they hold the programme only where nothing else does."""
    event: Document | None = None
    mapping: Document | None = None
    alone: Document | None = None
    """The one file that is meant, where one is; the others only lie beside it."""
    faults: tuple[UnreadableFile, ...] = ()


def gather(path: Path) -> Material:
    """Read the files of a folder, or a file and what lies beside it. Raises `UnreadableFile`."""
    if path.is_dir():
        return _sorted(str(path), *_read(_files(path)))
    if not path.exists():
        raise UnreadableFile(f"{path} does not exist.", hint="Check the path.")
    beside = [other for other in _files(path.parent) if other.suffix == ".json" and other.name != path.name]
    documents, _faults = _read(beside)
    found = _sorted(path.name, documents, [])
    return Material(path.name, found.documents, (), found.event, found.mapping, alone=read_document(path))


def material_of(documents: Sequence[Document]) -> Material:
    """Sort files that were uploaded; a single one is the programme, whatever its name ends in."""
    name = " + ".join(document.name for document in documents)
    found = _sorted(name, documents, [])
    meant = [one for one in documents if one.name not in (EVENT_FILE, MAPPING_FILE)]
    return replace(found, documents=(), pages=(), alone=meant[0]) if len(meant) == 1 else found


def _sorted(name: str, documents: Iterable[Document], faults: Sequence[UnreadableFile]) -> Material:
    named = {document.name: document for document in documents}
    event, mapping = named.pop(EVENT_FILE, None), named.pop(MAPPING_FILE, None)
    pages = [one for one in named.values() if _ends(one.name, PAGES) and _stem(one.name) not in ABOUT_FILES]
    tables = tuple(one for one in named.values() if _ends(one.name, ENDINGS))
    return Material(name, tables, tuple(pages), event, mapping, faults=tuple(faults))


def _read(paths: Iterable[Path]) -> tuple[list[Document], list[UnreadableFile]]:
    documents, faults = [], []
    for path in paths:
        try:
            documents.append(read_document(path))
        except UnreadableFile as error:
            faults.append(error)
    return documents, faults


def _files(folder: Path) -> list[Path]:
    try:
        listed = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise UnreadableFile(f"{folder} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
    return [path for path in listed if _ends(path.name, (*ENDINGS, *PAGES))][:MOST_FILES]


def _ends(name: str, endings: tuple[str, ...]) -> bool:
    return PurePath(name).suffix.lower() in endings


def _stem(name: str) -> str:
    return PurePath(name).stem.casefold()
