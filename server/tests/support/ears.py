"""An ear that answers at once."""

import asyncio
from dataclasses import dataclass, field

from charlotte.engine.ear import RATE_HZ, Heard, Names, Samples


@dataclass
class InstantEar:
    """Hears `text` in whatever it gets; keeps what it was given."""

    text: str = "what time is it"
    language: str = "en"
    no_speech_prob: float = 0.01
    avg_logprob: float = -0.2
    failure: Exception | None = None
    heard: list[Samples] = field(default_factory=list)
    asked: list[tuple[str | None, str]] = field(default_factory=list)
    names: list[Names] = field(default_factory=list)
    may_answer: asyncio.Event | None = None

    async def hear(
        self, samples: Samples, *, language: str | None = None, vocabulary: str = "", names: Names | None = None
    ) -> Heard:
        self.heard.append(samples)
        self.asked.append((language, vocabulary))
        self.names += [names] if names is not None else []
        if self.may_answer is not None:
            await self.may_answer.wait()
        if self.failure is not None:
            raise self.failure
        return Heard(
            text=self.text,
            language=language or self.language,
            no_speech_prob=self.no_speech_prob,
            avg_logprob=self.avg_logprob,
            seconds=len(samples) / RATE_HZ,
            cpu_seconds=0.0,
        )
