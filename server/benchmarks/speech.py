"""Spoken questions for the benchmarks, said by Charlotte's own voice and cut to where the speech ends."""

import asyncio
import io
import wave
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from charlotte.errors import Unavailable

from .process import charlotte

Pcm = NDArray[np.int16]


@dataclass(frozen=True)
class Question:
    """A question and the facts that answer it."""

    text: str
    language: str
    facts: tuple[str, ...]
    """The first of these in the transcript is where the answer itself begins."""
    wanted: tuple[tuple[str, ...], ...]
    """The answer is right when it holds one form of each."""

    def is_answered(self, said: str) -> bool:
        """Return whether an answer is right."""
        folded = said.casefold()
        return all(any(form.casefold() in folded for form in forms) for forms in self.wanted)


async def spoken(question: Question, folder: Path, voice: str = "natural") -> Path:
    """Say the question into a WAV file below `folder`."""
    target = folder / f"{abs(hash(question)):x}.wav"
    arguments = ["say", "--lang", question.language, "--voice", voice, "--out", str(target), question.text]
    process = await asyncio.create_subprocess_exec(
        *charlotte(*arguments), stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, complaint = await process.communicate()
    if process.returncode:
        raise Unavailable("A question could not be spoken.", hint=complaint.decode())
    return target


def samples(file: Path, rate_hz: int, padding_to: int) -> Pcm:
    """Return the speech in `file` as mono s16 at `rate_hz`, silence trimmed, padded to whole frames."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=rate_hz)
    pieces: list[Pcm] = []
    with av.open(io.BytesIO(file.read_bytes())) as container:
        for frame in container.decode(audio=0):
            pieces += [part.to_ndarray().reshape(-1) for part in resampler.resample(frame)]
    pieces += [part.to_ndarray().reshape(-1) for part in resampler.resample(None)]
    pcm = np.concatenate(pieces)
    loud = np.flatnonzero(np.abs(pcm.astype(np.int32)) > 0.02 * np.abs(pcm.astype(np.int32)).max())
    pcm = pcm[loud[0] : loud[-1] + 1]
    return np.concatenate([pcm, np.zeros(-len(pcm) % padding_to, np.int16)])


def write_wav(file: Path, pcm: Pcm, rate_hz: int) -> None:
    """Write mono s16."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate_hz)
        out.writeframes(pcm.tobytes())
