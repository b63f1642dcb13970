"""The ear of the box: Whisper base, with a shortened window."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from ctranslate2 import StorageView

from charlotte.engine.ear import RATE_HZ, Heard, Names, Samples
from charlotte.engine.hearing.trust import is_looping, is_speech, without_loops
from charlotte.engine.hearing.vocabulary import one_entry, prompt_tokens
from charlotte.engine.hearing.whisper_model import LANGUAGES, Guess, WhisperModel
from charlotte.engine.hearing.windows import windows
from charlotte.engine.workers import Cancelled, Workers

SHORTEST_S = 0.1
"""Shorter than any word."""
SURE = -0.12
"""What scores at least this is understood; below it, names of the programme may be among the words."""
BETTER = 0.02
"""So much likelier the words of a second hearing must be to replace those of the first."""
SILENT = 1e-4
"""Peak below which there is nothing to hear."""


@dataclass
class _Sum:
    """What the windows of one recording add up to."""

    language: str | None
    guesses: list[Guess] = field(default_factory=list)
    spoken: list[Guess] = field(default_factory=list)


class WhisperEar:
    """Recognition in five languages. The threads of `workers` do the work, window by window."""

    def __init__(self, model: WhisperModel, workers: Workers) -> None:
        self._model = model
        self._workers = workers

    async def hear(
        self, samples: Samples, *, language: str | None = None, vocabulary: str = "", names: Names | None = None
    ) -> Heard:
        """Recognise `samples`; `language` None or not one of `LANGUAGES` = identify it.

        A long recording goes through in windows, so that others get their turn between them.
        `cpu_seconds` is of the whole process while this was heard.
        """
        began = time.process_time()
        samples = np.nan_to_num(samples, nan=0.0, posinf=1.0, neginf=-1.0)
        heard = _Sum(language if language in LANGUAGES else None)
        for window in windows(samples):
            await self._workers.run(partial(self._hear, window, heard, vocabulary, names))
        believed = heard.spoken or heard.guesses
        return Heard(
            text=" ".join(guess.text for guess in heard.spoken),
            language=heard.language or LANGUAGES[0],
            no_speech_prob=float(np.mean([guess.no_speech_prob for guess in believed])) if believed else 1.0,
            avg_logprob=float(np.mean([guess.avg_logprob for guess in believed])) if believed else 0.0,
            seconds=samples.size / RATE_HZ,
            cpu_seconds=time.process_time() - began,
        )

    def _hear(self, window: Samples, heard: _Sum, vocabulary: str, names: Names | None, cancelled: Cancelled) -> None:
        if window.size < SHORTEST_S * RATE_HZ or np.abs(window).max() < SILENT:
            return
        encoded = self._model.encode(window)
        cancelled.check()
        language = heard.language or self._model.identify(encoded)
        cancelled.check()
        seconds = window.size / RATE_HZ
        before = prompt_tokens(vocabulary, language, self._model.tokens)
        guess = self._model.decode(encoded, language, seconds, before)
        if is_looping(guess.text, seconds):
            cancelled.check()
            guess = self._model.decode(self._model.encode(window, whole=True), language, seconds, [])
        guess = replace(guess, text=without_loops(guess.text, seconds))
        if names is not None and guess.avg_logprob < SURE and is_speech(guess):
            cancelled.check()
            guess = self._again(encoded, guess, seconds, names(guess.text))
        heard.guesses.append(guess)
        if is_speech(guess):
            heard.language = language
            heard.spoken.append(guess)

    def _again(self, encoded: StorageView, first: Guess, seconds: float, names: Sequence[str]) -> Guess:
        """Return what a second hearing makes of a window that may hold these names, if that is likelier."""
        expected = prompt_tokens(", ".join(one_entry(name) for name in names), first.language, self._model.tokens)
        if not expected:
            return first
        second = self._model.decode(encoded, first.language, seconds, expected)
        if second.avg_logprob < first.avg_logprob + BETTER or is_looping(second.text, seconds):
            return first
        return replace(second, no_speech_prob=first.no_speech_prob)
