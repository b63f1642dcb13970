"""The documents of a congress's folder: what lies in `docs`, and what beside or below the programme is a document."""

import hashlib
import os
from collections.abc import Collection, Iterator
from pathlib import Path, PurePath

from charlotte.congress.importers.known.event_file import EVENT_FILE
from charlotte.congress.importers.material import CONFIGURATION, MAPPING_FILE, is_aside, is_handed
from charlotte.congress.orders import without_orders
from charlotte.documents.confined.sandbox import LIMITS, Limits, read_paper
from charlotte.documents.errors import UnreadableDocument
from charlotte.documents.facts import are_facts
from charlotte.documents.formats import is_read
from charlotte.documents.paper import Block, Paper
from charlotte.knowledge.chunking import document_of
from charlotte.knowledge.floors import contradicted
from charlotte.knowledge.passage import Document, Documents, DocumentWarning

BESIDE = frozenset(".pdf .docx .odt .rtf .pptx .ppsx .odp .html .htm .md .markdown .mdx".split())
"""Beside the programme; text and data of any shape belong to `docs`, where nothing else is expected."""
NOT_FOR_VISITORS = frozenset(("readme", "license", "licence", "notice", "changelog", "contributing"))
MOST_DOCUMENTS = 200
MOST_FACTS = 1024 * 1024
"""Bytes of facts that somebody wrote; what is larger is an export."""


def read_documents(
    folder: Path, *, programme: Collection[str] = (), pages: Collection[str] = (), limits: Limits = LIMITS
) -> Documents:
    """Read all documents of a folder but those that are the programme; what cannot be read is a warning.

    `pages` are documents too, wherever they lie.
    """
    documents: list[Document] = []
    warnings: list[DocumentWarning] = []
    for path in _files(folder, pages):
        name = path.relative_to(folder).as_posix()
        if name in programme:
            continue
        if len(documents) >= MOST_DOCUMENTS:
            message = f"Only the first {MOST_DOCUMENTS} documents are read."
            warnings.append(DocumentWarning(name, message, "documents_cut", {"most": MOST_DOCUMENTS}))
            break
        try:
            raw = _bytes(path, name, limits)
        except UnreadableDocument as fault:
            warnings.append(_unreadable(name, fault))
            continue
        document, odd = read_one(name, raw, limits)
        warnings += odd
        if document is not None:
            documents.append(document)
    return Documents(tuple(documents), (*warnings, *contradicted(documents)))


def read_one(name: str, raw: bytes, limits: Limits = LIMITS) -> tuple[Document | None, tuple[DocumentWarning, ...]]:
    """Return one document and what is odd about it; None = nothing of it can be read."""
    try:
        paper = read_paper(PurePath(name).name, raw, limits)
    except UnreadableDocument as fault:
        return None, (_unreadable(name, fault),)
    paper, cut = _without_orders(paper)
    told: list[DocumentWarning] = []
    if cut:
        message = f"{cut} passages that speak to machines and not to visitors were left out."
        told.append(DocumentWarning(name, message, "passages_to_machines", {"count": cut}))
    document = document_of(name, paper, hashlib.sha256(raw).hexdigest())
    told += [DocumentWarning(name, one.message, one.code, one.values) for one in paper.warnings]
    if not document.passages and not paper.warnings:
        told.append(DocumentWarning(name, "It holds no text.", "no_text"))
    return document if document.passages else None, tuple(told)


def _unreadable(name: str, fault: UnreadableDocument) -> DocumentWarning:
    return DocumentWarning(name, fault.message, "unreadable", {"detail": fault.message})


def _files(folder: Path, pages: Collection[str]) -> Iterator[Path]:
    every = sorted(folder.glob("*")) if folder.is_dir() else []
    beside = [path for path in every if path.suffix.lower() in BESIDE or path.is_file() and _holds_facts(path)]
    inside = [path for path in _below(folder) if is_read(path.name)]
    for path in sorted({*beside, *inside, *(folder / page for page in pages)}):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not path.is_symlink() and not hidden and path.stem.lower() not in NOT_FOR_VISITORS:
            yield path


def is_facts(name: str, raw: bytes) -> bool:
    """Return whether a file beside a programme is JSON that tells facts: "wifi", "cloakroom"."""
    is_own = name in (EVENT_FILE, MAPPING_FILE) or PurePath(name).stem in CONFIGURATION
    return name.lower().endswith(".json") and not is_own and are_facts(raw)


def _holds_facts(path: Path) -> bool:
    is_small = path.suffix.lower() == ".json" and not path.is_symlink() and path.stat().st_size <= MOST_FACTS
    return is_small and is_facts(path.name, path.read_bytes())


def _below(folder: Path) -> Iterator[Path]:
    """Yield the documents in a folder's folders; what a generator fills is not looked through."""
    for place, names, files in os.walk(folder):
        names[:] = [name for name in names if not is_aside(PurePath(name, "x"))]
        paths = (Path(place, name) for name in files if Path(place) != folder)
        yield from (path for path in paths if is_handed(path.relative_to(folder)))


def _without_orders(paper: Paper) -> tuple[Paper, int]:
    """Return a document without what speaks to machines, and in how many of its blocks something did."""
    cut = 0
    kept: dict[str, tuple[Block, ...]] = {}
    for name, told in (("blocks", paper.blocks), ("told", paper.told)):
        blocks = [block.model_copy(update={"text": without_orders(block.text)}) for block in told]
        cut = max(cut, sum(block.text != before.text for block, before in zip(blocks, told, strict=True)))
        kept[name] = tuple(block for block in blocks if block.text.strip())
    return paper.model_copy(update=kept), cut


def _bytes(path: Path, name: str, limits: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise UnreadableDocument(f"{name} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
