"""Clauses already rendered, as many as fit into some megabytes; the least recently used go first."""

from collections import OrderedDict
from typing import NamedTuple

from charlotte.engine.speaking.pcm import Pcm


class Said(NamedTuple):
    """What makes two renderings the same."""

    text: str
    language: str
    speaker: str
    speed: float


class ClauseCache:
    """Rendered clauses in memory; nothing of it is ever written to disk."""

    def __init__(self, megabytes: float = 32.0) -> None:
        self._limit = int(megabytes * 1e6)
        self._sounds: OrderedDict[Said, Pcm] = OrderedDict()
        self._size = 0

    def get(self, said: Said) -> Pcm | None:
        """Return a clause's sound, if it is still here."""
        sound = self._sounds.get(said)
        if sound is not None:
            self._sounds.move_to_end(said)
        return sound

    def put(self, said: Said, sound: Pcm) -> None:
        """Keep a clause's sound."""
        if sound.nbytes > self._limit or said in self._sounds:
            return
        self._sounds[said] = sound
        self._size += sound.nbytes
        while self._size > self._limit:
            _, dropped = self._sounds.popitem(last=False)
            self._size -= dropped.nbytes

    @property
    def size_bytes(self) -> int:
        """Bytes of sound kept."""
        return self._size
