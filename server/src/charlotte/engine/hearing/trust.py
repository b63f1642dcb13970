"""Whether to believe what the recogniser wrote: it must not invent words."""

import re
import zlib

from charlotte.engine.hearing.whisper_model import Guess

NO_SPEECH = 0.6
LEAST_LOGPROB = -1.5
"""Silence, noise and tones score -1.9 and below; speech about -0.15, through babble about -0.7."""
DENSEST = 2.4
"""Text that zlib shrinks more than this repeats itself."""
DENSE_FROM = 80
"""Shorter text cannot be judged by how far it shrinks."""
LOOPS = 4
"""So many times the same words in a row is a loop, not speech."""
_LOOP = re.compile(r"(?P<unit>\b\S[^\n]{0,60}?)(?:[\s,.;!?]*(?P=unit)\b){" + str(LOOPS - 1) + r",}", re.IGNORECASE)


def is_speech(guess: Guess) -> bool:
    """Return whether there were words at all."""
    return guess.no_speech_prob <= NO_SPEECH and guess.avg_logprob >= LEAST_LOGPROB and _has_letters(guess.text)


def is_looping(text: str) -> bool:
    """Return whether the recogniser got stuck."""
    data = text.encode()
    dense = len(text) >= DENSE_FROM and len(data) / len(zlib.compress(data)) > DENSEST
    return dense or _LOOP.search(text) is not None


def without_loops(text: str) -> str:
    """Return `text` with each loop said once."""
    return _LOOP.sub(lambda match: match["unit"], text)


def _has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)
