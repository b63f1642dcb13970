"""The folder of installed weights. A path is handed out only after the digest was checked."""

import fcntl
import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio

from charlotte.engine.models.failures import ModelDamaged, ModelMissing, NoRoom
from charlotte.engine.models.manifest import Model, ModelFile

LOCK_POLL_S = 0.3


class Store:
    """Installed weights under one folder, a subfolder per model, plus what is still being fetched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._checked: dict[Path, tuple[int, int, int]] = {}

    @property
    def downloads(self) -> Path:
        """Folder of unfinished files and fetched packages."""
        return self.folder / ".downloads"

    def path(self, model: Model, file: ModelFile) -> Path:
        """Return where `file` is or will be."""
        return self.folder / model.name / file.name

    def has(self, model: Model) -> bool:
        """Return whether all files are there with the right size; says nothing about their digest."""
        return all(_size(self.path(model, file)) == file.size for file in model.files)

    def verified(self, model: Model) -> Path:
        """Return the model's folder once every digest is right; reads all bytes the first time in this process.

        Raises `ModelMissing` or `ModelDamaged`.
        """
        for file in model.files:
            if not self.is_good(model, file):
                raise _complaint(model, file, self.path(model, file))
        return self.folder / model.name

    def is_good(self, model: Model, file: ModelFile) -> bool:
        """Return whether `file` is installed and is what its digest says."""
        path = self.path(model, file)
        try:
            stat = path.stat()
        except OSError:
            return False
        mark = (stat.st_size, stat.st_mtime_ns, stat.st_ino)
        if self._checked.get(path) == mark:
            return True
        if stat.st_size != file.size or digest(path) != file.sha256:
            return False
        self._checked[path] = mark
        return True

    def install(self, model: Model, file: ModelFile, fetched: Path) -> None:
        """Move a fetched file into place in one step, if it is what its digest says; else raise `ModelDamaged`."""
        if _size(fetched) != file.size or digest(fetched) != file.sha256:
            fetched.unlink(missing_ok=True)
            raise ModelDamaged(f"What came for {model.name}/{file.name} is not the file that was asked for.")
        target = self.path(model, file)
        target.parent.mkdir(parents=True, exist_ok=True)
        with fetched.open("rb") as written:
            os.fsync(written.fileno())
        fetched.replace(target)

    @asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        """Be the only process that pulls into this folder; waits for another that does."""
        try:
            self.downloads.mkdir(parents=True, exist_ok=True)
            handle = (self.folder / ".lock").open("a")
        except OSError as error:
            raise NoRoom(
                f"The models folder {self.folder} cannot be written: {error.strerror}.",
                hint="Free some space or set CHARLOTTE_MODELS to a folder you may write to.",
            ) from error
        with handle:
            while True:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:  # polled, because a thread blocked in flock cannot be cancelled
                    await anyio.sleep(LOCK_POLL_S)
            yield


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _complaint(model: Model, file: ModelFile, path: Path) -> ModelMissing | ModelDamaged:
    if not path.exists():
        return ModelMissing(
            f"The model {model.name} ({model.purpose}) is not here: {file.name} is missing.",
            hint="Run `charlotte models pull`.",
        )
    return ModelDamaged(
        f"The file {path} is not what its digest says; it will not be loaded.",
        hint="Run `charlotte models pull`: it replaces what is damaged.",
    )
