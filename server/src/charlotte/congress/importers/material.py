"""What an organiser gives: a folder, one file and what lies beside it, or what was uploaded; nothing parsed."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from charlotte.congress.importers.document import Document, read_document
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.files.latex_files import FILES as SOURCES
from charlotte.congress.importers.files.latex_files import with_included
from charlotte.congress.importers.files.listing import listed, within_limits
from charlotte.congress.importers.files.mails import ENDINGS as MAILS
from charlotte.congress.importers.files.mails import is_mail, parts_of
from charlotte.congress.importers.files.packing import is_archive, opened, readable
from charlotte.congress.importers.files.true_names import BARE, DISGUISES, called_truly
from charlotte.congress.importers.known.event_file import EVENT_FILE
from charlotte.congress.importers.shapes.sites.records import DATA, has_front_matter
from charlotte.congress.importers.shapes.sites.records import PAGES as SITE_PAGES
from charlotte.congress.importers.shapes.texts.pages import ENDINGS as PAGES

MAPPING_FILE = "mapping.json"
DOCS_FOLDER = "docs"
ABOUT_FILES = ("license", "licence", "notice", "changelog")
FRONT_PAGES = ("readme",)
"""Tell about a folder, and its programme only where no other page is there to do so."""
DATA_FILES = (".xml", ".json", ".ndjson", ".jsonl", ".js", ".mjs", ".ts", ".sql", ".yml", ".yaml", ".toml")
TEXTS = (*DATA_FILES, ".ics", ".ical", ".vcs", ".txt", ".csv", ".tsv")
ENDINGS = (*TEXTS, ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""What may be a programme or lie beside one; pictures are no business of an importer."""
MOST_SITE_FILES = 5_000
"""Of a static site: one for each session and for each speaker, in each language."""
MOST_SITE_BYTES = 16 * 1024 * 1024
"""Of all its pages, and again of all its data."""
MOST_WRITTEN_BYTES = 2 * 1024 * 1024
"""Of one file of a site; what is larger are no words that somebody wrote."""
HANDED = (".pdf", ".docx", ".odt", ".rtf", ".pptx", ".ppsx", ".odp", ".html", ".htm")
"""Documents, in whatever folder they lie."""
BUILT = frozenset("node_modules vendor themes dist build public resources i18n layouts target".split())
"""Folders of a static site that hold no content."""
CONFIGURATION = frozenset(
    "_config config hugo package package-lock tsconfig docusaurus.config renovate composer".split()
)


@dataclass(frozen=True)
class Material:
    """Files, sorted by what they can be."""

    name: str
    documents: tuple[Document, ...] = ()
    """What may hold the programme, or a part of it."""
    pages: tuple[Document, ...] = ()
    """Documents to read: they hold the programme only where nothing else does."""
    site: tuple[Document, ...] = ()
    """Files of a static site, each by its path: pages with front matter, and the data beside them."""
    docs: tuple[Document, ...] = ()
    """What an archive holds in its folder of documents."""
    event: Document | None = None
    mapping: Document | None = None
    alone: Document | None = None
    """The one file that is meant, where one is; the others only lie beside it."""
    faults: tuple[UnreadableFile, ...] = ()


def gather(path: Path) -> Material:
    """Read the files of a folder or of its archive, or a file and what lies beside it. Raises `UnreadableFile`."""
    if path.is_dir():
        files, left = within_limits(path, _files(path), PAGES)
        documents, faults = _read(files)
        return _sorted(str(path), documents, [*faults, *left], _read_below(path))
    if not path.exists():
        raise UnreadableFile(f"{path} does not exist.", hint="Check the path.")
    alone = called_truly(read_document(path))
    if is_archive(alone):
        return material_of([alone])
    beside = [other for other in _files(path.parent) if other.suffix == ".json" and other.name != path.name]
    documents, _faults = _read(beside)
    if alone.name.casefold().endswith(SOURCES[0]):
        alone = _with_sources_beside(alone, path)
    if is_mail(alone):
        facts = [one for one in documents if one.name in (EVENT_FILE, MAPPING_FILE)]
        return replace(material_of([alone, *facts]), name=path.name)
    found = _sorted(path.name, documents, [])
    return Material(alone.name, found.documents, event=found.event, mapping=found.mapping, alone=alone)


def _with_sources_beside(alone: Document, path: Path) -> Document:
    """Return a source with what it includes of the files beside it."""
    others = [one for one in _files(path.parent) if one.name != path.name and _ends(one.name, SOURCES)]
    told = with_included([alone, *_read(others)[0]])
    return next((one for one in told if one.name == alone.name), alone)


def material_of(documents: Sequence[Document]) -> Material:
    """Sort files that were uploaded; a single one is the programme, whatever its name ends in.

    What lies in an archive counts as uploaded. Raises `UnreadableFile`.
    """
    documents = [replace(document, name=readable(document.name)) for document in documents]
    name = " + ".join(document.name for document in documents)
    held = [opened(document) if is_archive(document) else ((document,), ()) for document in documents]
    given = [one for inside, _ in held for one in inside]
    left = [fault for _, faults in held for fault in faults]
    is_alone = sum(one.name not in (EVENT_FILE, MAPPING_FILE) for one in given) == 1
    files = with_included([part for one in given for part in _opened(one, is_alone=is_alone)])
    inside = [one for one in files if "/" in one.name and not is_aside(PurePath(one.name))]
    found = _sorted(name, [one for one in files if "/" not in one.name], left, inside)
    found = replace(found, docs=tuple(one for one in inside if is_handed(PurePath(one.name))))
    meant = [one for one in files if one.name not in (EVENT_FILE, MAPPING_FILE)]
    return replace(found, documents=(), pages=(), site=(), docs=(), alone=meant[0]) if len(meant) == 1 else found


def _sorted(
    name: str, documents: Iterable[Document], faults: Sequence[UnreadableFile], inside: Sequence[Document] = ()
) -> Material:
    named = {document.name: document for document in sorted(with_included([*documents]), key=lambda one: one.sent)}
    event, mapping = named.pop(EVENT_FILE, None), named.pop(MAPPING_FILE, None)
    read = [one for one in named.values() if _ends(one.name, PAGES) and _stem(one.name) not in ABOUT_FILES]
    pages = [one for one in read if _stem(one.name) not in FRONT_PAGES]
    written = [one for one in (*pages, *inside) if _ends(one.name, SITE_PAGES) and has_front_matter(one)]
    data = [one for one in inside if _ends(one.name, DATA)] if written else []
    if written:
        data += [one for one in named.values() if _ends(one.name, (".toml",)) and _stem(one.name) not in CONFIGURATION]
        named = {key: one for key, one in named.items() if _stem(key) not in CONFIGURATION}
    in_site = {one.name for one in data}
    tables = tuple(one for one in named.values() if _ends(one.name, ENDINGS) and one.name not in in_site)
    pages = pages if pages or written or faults else read
    return Material(name, tables, tuple(pages), (*written, *data), (), event, mapping, faults=tuple(faults))


def _read_below(folder: Path) -> list[Document]:
    """Read what a static site keeps in its folders: pages, and where they are of a site, data.

    What cannot be read there is none of it.
    """
    paths: list[Path] = []
    for place, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not is_aside(PurePath(name, "x")))
        found = [Path(place, name) for name in sorted(files) if _ends(name, (*SITE_PAGES, *DATA))]
        paths += [path for path in found if path.is_file() and not path.is_symlink()]
    pages = _small(path for path in paths if _ends(path.name, SITE_PAGES))
    if not any(has_front_matter(one) for _, one in pages):
        return []
    inside = [*pages, *_small(path for path in paths if _ends(path.name, DATA) and path.parent != folder)]
    return [replace(one, name=path.relative_to(folder).as_posix()) for path, one in inside if path.parent != folder]


def _small(paths: Iterable[Path]) -> list[tuple[Path, Document]]:
    """Return files that somebody may have written, as many as a site has."""
    found: list[tuple[Path, Document]] = []
    left = MOST_SITE_BYTES
    for path in islice(paths, MOST_SITE_FILES):
        try:
            size = path.stat().st_size
            if size <= min(left, MOST_WRITTEN_BYTES):
                found.append((path, read_document(path)))
                left -= size
        except (OSError, UnreadableFile):
            continue
    return found


def is_handed(path: PurePath) -> bool:
    """Return whether a file in a folder is a document: all are in that of documents, and some wherever they lie."""
    folders = path.parts[:-1]
    if folders[:1] == (DOCS_FOLDER,):
        return True
    is_frame = any(folder.startswith("_") for folder in folders)  # `_layouts`, `_includes`
    return _ends(path.name, HANDED) and not is_frame and not is_aside(path)


def is_aside(path: PurePath) -> bool:
    """Return whether a file lies in a folder that is hidden or that a generator fills."""
    return any(part.startswith(".") or part in BUILT for part in path.parts[:-1])


def _read(paths: Iterable[Path]) -> tuple[list[Document], list[UnreadableFile]]:
    documents: list[Document] = []
    faults: list[UnreadableFile] = []
    given = list(paths)
    is_alone = sum(path.name not in (EVENT_FILE, MAPPING_FILE) for path in given) == 1
    for path in given:
        try:
            documents += _opened(read_document(path), is_alone=is_alone)
        except UnreadableFile as error:
            faults.append(error)
    return documents, faults


def _files(folder: Path) -> list[Path]:
    return listed(folder, (*ENDINGS, *PAGES, *MAILS, *DISGUISES, *SOURCES), BARE)


def _opened(document: Document, *, is_alone: bool = False) -> tuple[Document, ...]:
    """Return the parts of a mail; what is none, alone; each called by what it is."""
    return tuple(map(called_truly, parts_of(document, is_alone=is_alone) if is_mail(document) else (document,)))


def _ends(name: str, endings: tuple[str, ...]) -> bool:
    return PurePath(name).suffix.lower() in endings


def _stem(name: str) -> str:
    return PurePath(name).stem.casefold()
