"""Voice detection by loudness: tests speak in tones and pauses."""

from dataclasses import dataclass, field

import numpy as np

from charlotte.engine.ear import Samples


class LoudnessVad:
    """Takes every frame louder than a whisper for speech."""

    def probability(self, frame: Samples) -> float:
        return 0.95 if float(np.sqrt(np.mean(frame**2))) > 0.02 else 0.02

    def reset(self) -> None:
        pass


@dataclass
class ScriptedEndOfTurn:
    """Answers with `probabilities` one after another, the last again and again."""

    probabilities: list[float] = field(default_factory=lambda: [0.95])
    asked: list[int] = field(default_factory=list)

    async def probability(self, samples: Samples) -> float:
        self.asked.append(len(samples))
        return self.probabilities[min(len(self.asked), len(self.probabilities)) - 1]


def voice(duration_ms: float, rate_hz: int = 24_000) -> bytes:
    """Return a loud tone as s16le."""
    count = int(duration_ms * rate_hz / 1000)
    return (9000 * np.sin(2 * np.pi * 220 * np.arange(count) / rate_hz)).astype("<i2").tobytes()


def silence(duration_ms: float, rate_hz: int = 24_000) -> bytes:
    """Return digital silence as s16le."""
    return bytes(2 * int(duration_ms * rate_hz / 1000))
