"""The ear of the box: Whisper base, with a shortened window."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
from ctranslate2 import StorageView

from charlotte.engine.ear import RATE_HZ, Grasp, Heard, Names, Samples
from charlotte.engine.hearing.casing import as_sentence
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
WORSE = 0.1
"""So much less likely words may be and still be meant, where they name something and the likelier ones say nothing."""
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
            text=as_sentence(
                " ".join(guess.text for guess in heard.spoken), heard.language or LANGUAGES[0], vocabulary
            ),
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
        guesses = self._model.decode(encoded, language, seconds, before)
        if is_looping(guesses[0].text, seconds):
            cancelled.check()
            guesses = self._model.decode(self._model.encode(window, whole=True), language, seconds, [])
        guess = replace(guesses[0], text=without_loops(guesses[0].text, seconds))
        if names is not None and guess.avg_logprob < SURE and is_speech(guess):
            cancelled.check()
            guess = self._again(encoded, [guess, *guesses[1:]], seconds, names, cancelled)
        heard.guesses.append(guess)
        if is_speech(guess):
            heard.language = language
            heard.spoken.append(guess)

    def _again(
        self, encoded: StorageView, first: Sequence[Guess], seconds: float, names: Names, cancelled: Cancelled
    ) -> Guess:
        """Return what hearing a window again makes of it, where it may hold one of the names."""
        language, kept = first[0].language, first[0]
        second = self._expecting(encoded, names.near([kept.text]), language, seconds)
        if second and second[0].avg_logprob >= kept.avg_logprob + BETTER:
            kept = second[0]
        if names.grasp(kept.text, language) is Grasp.LOST:
            cancelled.check()
            readings = [*second, *first]
            readings += self._expecting(encoded, names.nearest([one.text for one in readings]), language, seconds)
            kept = _naming(readings, kept, seconds, names)
        return replace(kept, no_speech_prob=first[0].no_speech_prob)

    def _expecting(self, encoded: StorageView, names: Sequence[str], language: str, seconds: float) -> list[Guess]:
        expected = prompt_tokens(", ".join(map(one_entry, names)), language, self._model.tokens)
        heard = self._model.decode(encoded, language, seconds, expected) if expected else []
        return [guess for guess in heard if not is_looping(guess.text, seconds)]


def _naming(readings: Sequence[Guess], kept: Guess, seconds: float, names: Names) -> Guess:
    """Return the likeliest of the readings that names something, if it is nearly as likely as the one to keep."""
    for one in sorted(readings, key=lambda one: -one.avg_logprob):
        if one.avg_logprob < kept.avg_logprob - WORSE:
            break
        if not is_looping(one.text, seconds) and names.grasp(one.text, one.language) is Grasp.NAMED:
            return one
    return kept
