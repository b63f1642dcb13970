"""Whether to believe what the recogniser wrote: it must not invent words."""

import re
import zlib

from charlotte.engine.hearing.loops import Loop, find_loop
from charlotte.engine.hearing.whisper_model import Guess

LEAST_LOGPROB = -1.15
"""Noise and tones score -1.3 and below; speech about -0.15, through babble about -0.7. Of 240 recordings of people
only one scored lower, and it was not understood."""
DOUBTFUL, DOUBTFUL_LOGPROB = 0.25, -0.95
SILENT, SILENT_LOGPROB = 0.6, -0.25
"""From this probability of no speech on, only words that the recogniser is very sure of count."""
DENSEST = 2.4
"""Text that zlib shrinks more than this repeats itself."""
DENSE_FROM = 80
"""Shorter text cannot be judged by how far it shrinks."""
FASTEST_WORDS_PER_S = 4.5
"""A phrase said twice at this speed was said once: the short window makes the recogniser start again."""
PHRASE_WORDS = 3
_STUTTER = re.compile(r"([^\W\d_]{1,8}[’'-]?)\1{5,}", re.IGNORECASE)
"""A piece of a word that follows itself, as in "qu’qu’qu’qu’"."""
STUCK_TIMES = 4
"""So many times the same words in a row is a loop at any speed."""


def is_speech(guess: Guess) -> bool:
    """Return whether there were words at all."""
    if not any(character.isalnum() for character in guess.text):
        return False
    if guess.no_speech_prob > SILENT:
        return guess.avg_logprob >= SILENT_LOGPROB
    return guess.avg_logprob >= (DOUBTFUL_LOGPROB if guess.no_speech_prob > DOUBTFUL else LEAST_LOGPROB)


def is_looping(text: str, seconds: float) -> bool:
    """Return whether the recogniser got stuck on a recording of this length."""
    data = text.encode()
    dense = len(text) >= DENSE_FROM and len(data) / len(zlib.compress(data)) > DENSEST
    return dense or _STUTTER.search(text) is not None or _stuck_loop(text.split(), seconds) is not None


def without_loops(text: str, seconds: float) -> str:
    """Return `text` with each loop said once."""
    words = _STUTTER.sub(r"\1", text).split()
    while (loop := _stuck_loop(words, seconds)) is not None:
        words[loop.start + loop.length : loop.end] = []
    return " ".join(words)


def _stuck_loop(words: list[str], seconds: float) -> Loop | None:
    loop = find_loop(words)
    if loop is None:
        return None
    hurried = loop.length >= PHRASE_WORDS and len(words) > FASTEST_WORDS_PER_S * seconds
    return loop if loop.times >= STUCK_TIMES or hurried else None
