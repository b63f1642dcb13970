"""Clauses of the programme, rendered ahead and kept on disk; what people said is never among them."""

import asyncio
import hashlib
import os
import shutil
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

import numpy as np

from charlotte.engine.speaking.cache import Said
from charlotte.engine.speaking.pcm import Pcm

EDITION = 1
"""Of phonemes, cutting and trimming: raise it when the same clause would sound different."""
SUFFIX = ".pcm"


class Shelf:
    """A folder of sounds named by what is said and by which voice, so that a changed programme never finds an old one.

    Its owner decides what goes when it is full.
    """

    def __init__(self, folder: Path, megabytes: float) -> None:
        self._root = folder
        self._folder = folder
        self._limit = int(megabytes * 1e6)
        self._sizes: dict[str, int] = {}

    async def open(self, voice: str) -> None:
        """Find what is there of this model (named by its digests); sounds of another are deleted."""
        self._folder = self._root / f"{EDITION}-{hashlib.sha256(voice.encode()).hexdigest()[:16]}"
        self._sizes = await asyncio.to_thread(self._scan)

    def __contains__(self, said: Said) -> bool:
        """Return whether a clause is here."""
        return _name(said) in self._sizes

    @property
    def is_full(self) -> bool:
        """Whether nothing more is taken."""
        return self.size_bytes >= self._limit

    @property
    def size_bytes(self) -> int:
        """Bytes of sound kept."""
        return sum(self._sizes.values())

    async def get(self, said: Said) -> Pcm | None:
        """Return a clause's sound, if it is here."""
        name = _name(said)
        if name not in self._sizes:
            return None
        try:
            return await asyncio.to_thread(self._read, name)
        except OSError:  # somebody tidied up: it is rendered again
            self._sizes.pop(name, None)
            return None

    async def put(self, said: Said, sound: Pcm) -> None:
        """Keep a clause's sound. Raises `OSError` when the disk does not take it."""
        name = _name(said)
        await asyncio.to_thread(self._write, name, sound)
        self._sizes[name] = sound.nbytes

    async def drop(self, said: Iterable[Said]) -> None:
        """Delete clauses."""
        await self._delete({_name(each) for each in said})

    async def keep_only(self, wanted: Collection[Said]) -> None:
        """Delete what no programme says any more."""
        await self._delete(self._sizes.keys() - {_name(said) for said in wanted})

    async def _delete(self, names: Collection[str]) -> None:
        gone = [name for name in names if self._sizes.pop(name, None) is not None]
        await asyncio.to_thread(self._unlink, gone)

    def _scan(self) -> dict[str, int]:
        self._folder.mkdir(parents=True, exist_ok=True)
        for other in self._root.iterdir():
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)
        found = {}
        for entry in os.scandir(self._folder):
            size = entry.stat().st_size
            if entry.name.endswith(SUFFIX) and size and size % 2 == 0:
                found[entry.name] = size
            else:
                with suppress(OSError):
                    os.unlink(entry)
        return found

    def _unlink(self, names: Iterable[str]) -> None:
        for name in names:
            (self._folder / name).unlink(missing_ok=True)

    def _read(self, name: str) -> Pcm:
        return np.fromfile(self._folder / name, dtype="<i2")

    def _write(self, name: str, sound: Pcm) -> None:
        unfinished = self._folder / f"{name}.part"
        sound.astype("<i2").tofile(unfinished)
        unfinished.rename(self._folder / name)


def _name(said: Said) -> str:
    return hashlib.sha256("\0".join(map(str, said)).encode(errors="replace")).hexdigest()[:32] + SUFFIX
