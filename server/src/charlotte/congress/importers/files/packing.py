"""Several files kept as one: what was imported must be found again as it came; and archives that come as one file."""

import io
import re
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

ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
OF_LIBRARY = re.compile(r" <ZipInfo [^>]*>")
"""What the library says of its own of a file that is locked."""
UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Letters of a name that a terminal or a page would obey."""


def readable(name: str) -> str:
    """Return a file's name without the letters that nobody sees and that do something where it is shown."""
    return UNREADABLE.sub("_", name)


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


def archive_left(name: str) -> UnreadableFile:
    """Return what is said of an archive that lies among files, or in another one: it is not opened."""
    return UnreadableFile(f"{name} is an archive among other files and was not opened.", hint="Unpack it first.")


def unpacked(document: Document) -> tuple[Document, ...]:
    """Return the files of an archive. Raises `UnreadableFile`."""
    return opened(document)[0]


def opened(document: Document) -> tuple[tuple[Document, ...], tuple[UnreadableFile, ...]]:
    """Return the files of an archive by their paths below the one folder that holds them all, and what was left in it.

    Raises `UnreadableFile` where it is damaged, locked or too large.
    """
    left: list[UnreadableFile] = []
    try:
        with zipfile.ZipFile(io.BytesIO(document.raw)) as archive:
            found = list(_read(document.name, archive, left))
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise UnreadableFile(
            f"{document.name} cannot be unpacked: {OF_LIBRARY.sub('', str(error))}.",
            hint="Zip the folder again, without a password.",
        ) from error
    tops = {path.parts[0] for path, _ in found}
    below = 1 if len(tops) == 1 and all(len(path.parts) > 1 for path, _ in found) else 0
    return tuple(Document(PurePath(*path.parts[below:]).as_posix(), raw) for path, raw in found), tuple(left)


def _read(name: str, archive: zipfile.ZipFile, aside: list[UnreadableFile]) -> Iterator[tuple[PurePath, bytes]]:
    left = MOST_BYTES
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_FILES:
        raise UnreadableFile(f"{name} holds more than {MOST_FILES} files.", hint="Zip the folder of the content alone.")
    for info in infos:
        path = PurePath(readable(info.filename).replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts:
            message = f"{path} in {name} lies outside of the archive and was left out."
            aside.append(UnreadableFile(message, hint="Zip the folder again."))
            continue
        hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
        if not hidden and path.suffix.casefold() in ARCHIVES:
            aside.append(archive_left(f"{path} in {name}"))
        if hidden or path.suffix.casefold() not in READ:
            continue
        with archive.open(info) as file:
            raw = file.read(left + 1)
        left -= len(raw)
        if left < 0:
            raise UnreadableFile(
                f"{name} holds more than {MOST_BYTES // 1024**2} MB.", hint="Zip the folder of the content alone."
            )
        yield path, raw
