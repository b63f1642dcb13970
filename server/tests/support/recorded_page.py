"""What a page plays, recorded in the page itself, and whether an announcement of the page is in it."""

import asyncio
import base64
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from playwright.async_api import BrowserContext, Page

from spoken.recording import RECORDED_HZ, Heard

RECORDER = Path(__file__).parents[1] / "spoken" / "recorder.js"
CLIPS = Path(__file__).parents[3] / "web" / "public" / "clips"
SNIPPET = RECORDED_HZ // 2
HOP = RECORDED_HZ // 10
"""A busy machine may lose some of an announcement's sound, or let the end of an answer run into it."""
ALIKE = 0.7
"""Correlation of half a second of sound with itself, played through the page on a busy machine."""


async def recording(context: BrowserContext) -> None:
    """Have every page of a browser record what it plays from now on."""
    await context.add_init_script(path=RECORDER)


async def recorded(page: Page) -> Heard:
    """Return everything the page has played so far."""
    text = await page.evaluate("window.recordedSound()")
    return Heard(np.frombuffer(base64.b64decode(text), np.int16))


async def hears(page: Page, clip: str, language: str, within_s: float = 30.0) -> None:
    """Wait until the page has played an announcement. Raises `TimeoutError` when it never does."""
    async with asyncio.timeout(within_s):
        while not plays(await recorded(page), clip, language):  # noqa: ASYNC110 - sound has no event of its own
            await asyncio.sleep(0.5)


def plays(heard: Heard, clip: str, language: str) -> bool:
    """Tell whether an announcement sounds in a recording: whether any half second of it is there."""
    with av.open(str(CLIPS / language / f"{clip}.mp3")) as file:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RECORDED_HZ)
        frames = [piece for frame in file.decode(audio=0) for piece in resampler.resample(frame)]
    sound = np.concatenate([frame.to_ndarray().reshape(-1) for frame in frames])
    snippets = [sound[start : start + SNIPPET] for start in range(0, len(sound) - SNIPPET, HOP)]
    return any(_likeness(heard.pcm, snippet) > ALIKE for snippet in snippets if np.abs(snippet).max() > 3000)


def _likeness(whole: NDArray[np.int16], part: NDArray[np.int16]) -> float:
    """Return the highest normalised correlation of `part` with any place of `whole`."""
    if len(whole) < len(part):
        return 0.0
    long, short = whole.astype(np.float64), part.astype(np.float64)
    size = len(long) + len(short)
    product = np.fft.irfft(np.fft.rfft(long, size) * np.conj(np.fft.rfft(short, size)), size)[: len(long) - len(short)]
    power = np.concatenate([[0.0], np.cumsum(long**2)])
    energy = power[len(short) : len(long)] - power[: len(long) - len(short)]
    return float(np.max(product / np.sqrt(np.maximum(energy, 1.0) * (short**2).sum()), initial=0.0))
