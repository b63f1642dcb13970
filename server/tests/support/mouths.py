"""A mouth that hums."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import numpy as np

from charlotte.engine.mouth import RATE_HZ


@dataclass
class ToneMouth:
    """Speaks a 440 Hz tone of `ms_per_char` for each character, in pieces of 100 ms."""

    ms_per_char: float = 50.0
    failure: Exception | None = None
    spoken: list[tuple[str, str, str]] = field(default_factory=list)

    def choose(self, voice: str, *, language: str) -> str:
        return voice

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        self.spoken.append((text, language, voice))
        if self.failure is not None:
            raise self.failure
        count = int(len(text) * self.ms_per_char * RATE_HZ / 1000 / speed)
        tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(count) / RATE_HZ)).astype("<i2")
        for start in range(0, count, RATE_HZ // 10):
            yield tone[start : start + RATE_HZ // 10].tobytes()
