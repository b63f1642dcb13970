"""The files of a folder that an import looks into: not more of them, nor more bytes, than it can hold."""

from collections.abc import Collection, Sequence
from pathlib import Path

from charlotte.congress.importers.document import MAX_BYTES
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.files.packing import ARCHIVES, archive_left

MOST_FILES = 200
MOST_BYTES = 64 * 1024 * 1024
"""Of all files together."""
MEANT = "Put the files of the programme into a folder of their own."


def listed(folder: Path, endings: Collection[str], names: Collection[str] = ()) -> list[Path]:
    """Return the files of a folder with one of these endings, or names. Raises `UnreadableFile`."""
    try:
        every = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise UnreadableFile(f"{folder} cannot be read: {error.strerror}.", hint="Check its permissions.") from error
    return [path for path in every if path.suffix.lower() in endings or path.name in names]


def within_limits(
    folder: Path, files: Sequence[Path], pages: Collection[str]
) -> tuple[list[Path], list[UnreadableFile]]:
    """Return the files that are read, and what is left out and why.

    Data may all be the programme: too much of it is refused, for a part would be worse than nothing. Of documents, with
    endings of `pages`, those that are too many are only not looked through for sessions. Raises `UnreadableFile`.
    """
    faults = [_link_left(path.name) for path in files if _leads_out(path, folder)]
    inside = [path for path in files if not _leads_out(path, folder)]
    sizes = {path: path.stat().st_size for path in inside}
    data = [path for path in inside if path.suffix.lower() not in pages]
    each = (sizes[path] for path in data)  # what is larger than one may be is not read, and told by itself
    room, left = MOST_FILES - len(data), MOST_BYTES - sum(size for size in each if size <= MAX_BYTES)
    if room < 0:
        told = f"{folder} holds {len(data)} files that may be a programme; at most {MOST_FILES} are read."
        raise UnreadableFile(told, hint=MEANT)
    if left < 0:
        told = f"{folder} holds more than {MOST_BYTES // 1024**2} MB of data."
        raise UnreadableFile(told, hint=MEANT)
    kept = {*data}
    for path in inside:
        if path not in kept and room > 0 and sizes[path] <= left:
            kept.add(path)
            room, left = room - 1, left - sizes[path]
    if over := len(inside) - len(kept):
        faults.append(UnreadableFile(f"{over} of its documents were not looked through for sessions.", hint=MEANT))
    archives = sorted(path.name for path in folder.iterdir() if path.suffix.lower() in ARCHIVES)
    return [path for path in inside if path in kept], [*faults, *map(archive_left, archives)]


def _leads_out(path: Path, folder: Path) -> bool:
    """Return whether a file is a link to somewhere else: whoever packed the folder may mean a file of this machine."""
    return path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())


def _link_left(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"{name} is a link that leads out of the folder and was left out.", hint="Copy the file there."
    )
