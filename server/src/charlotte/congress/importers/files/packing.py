"""Several files kept as one: what was imported must be found again as it came; and archives that come as one file."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.errors import UnreadableFile

MOST_NAMED = 8
MOST_FILES = 10_000
MOST_BYTES = 64 * 1024 * 1024
"""Of all files of an archive together, unpacked."""
READ = (
    ".md .markdown .mdx .json .ndjson .jsonl .yml .yaml .toml .csv .tsv .xlsx .xlsm .xls .xlsb .ods .xml .ics .ical "
    ".vcs .txt .html .htm .docx .odt .rtf .doc .pptx .ppsx .pptm .odp .tex .sty .cls .wiki .mediawiki .pdf .eml "
    ".adoc .asciidoc .org .rst .dokuwiki .idml .icml"
).split()
"""Endings of what an import reads; pictures in an archive are left in it."""


def packed(documents: Sequence[Document]) -> Document:
    """Return an archive of documents, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for document in documents:
            archive.writestr(zipfile.ZipInfo(document.name), document.raw, zipfile.ZIP_DEFLATED)
    named = [document.name for document in documents[:MOST_NAMED]]
    more = [f"{len(documents) - MOST_NAMED} more files"] if len(documents) > MOST_NAMED else []
    return Document(" + ".join((*named, *more)), buffer.getvalue())


def is_archive(document: Document) -> bool:
    """Return whether a file is an archive of others; workbooks and papers, which are zipped too, are none."""
    return document.name.casefold().endswith(".zip")


def unpacked(document: Document) -> tuple[Document, ...]:
    """Return the files of an archive by their paths below the one folder that holds them all.

    Raises `UnreadableFile` where it is damaged, locked or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(document.raw)) as archive:
            found = list(_read(document.name, archive))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableFile(
            f"{document.name} cannot be unpacked: {error}.", hint="Zip the folder again, without a password."
        ) from error
    tops = {path.parts[0] for path, _ in found}
    below = 1 if len(tops) == 1 and all(len(path.parts) > 1 for path, _ in found) else 0
    return tuple(Document(PurePath(*path.parts[below:]).as_posix(), raw) for path, raw in found)


def _read(name: str, archive: zipfile.ZipFile) -> Iterator[tuple[PurePath, bytes]]:
    left = MOST_BYTES
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES:
        raise UnreadableFile(f"{name} holds more than {MOST_FILES} files.", hint="Zip the folder of the content alone.")
    for info in infos:
        path = PurePath(info.filename.replace("\\", "/"))
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
        if path.is_absolute() or ".." in path.parts or hidden or path.suffix.casefold() not in READ:
            continue
        with archive.open(info) as file:
            raw = file.read(left + 1)
        left -= len(raw)
        if left < 0:
            raise UnreadableFile(
                f"{name} holds more than {MOST_BYTES // 1024**2} MB.", hint="Zip the folder of the content alone."
            )
        yield path, raw
