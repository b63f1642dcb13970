"""Cutting long sound into windows that Whisper can take, in the pauses between words."""

from collections.abc import Iterator

import numpy as np

from charlotte.engine.ear import RATE_HZ, Samples

LONGEST_S = 28.0
"""Leaves room for the silence after the words."""
SEARCH_S = 8.0
"""How far before the limit a pause is looked for."""
PAUSE_S = 0.2


def windows(samples: Samples) -> Iterator[Samples]:
    """Yield `samples` in pieces of at most 28 s, each cut where it is quietest."""
    longest = round(LONGEST_S * RATE_HZ)
    while samples.size > longest:
        cut = _quietest(samples, longest - round(SEARCH_S * RATE_HZ), longest)
        yield samples[:cut]
        samples = samples[cut:]
    yield samples


def _quietest(samples: Samples, first: int, last: int) -> int:
    """Return the middle of the quietest `PAUSE_S` between the positions `first` and `last`."""
    pause = round(PAUSE_S * RATE_HZ)
    summed = np.concatenate(([0.0], np.cumsum(np.square(samples[first:last], dtype=np.float64))))
    energy = summed[pause:] - summed[:-pause]
    return first + int(np.argmin(energy)) + pause // 2
