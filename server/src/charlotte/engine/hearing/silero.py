"""Silero voice detection: the network is shared, its memory belongs to one session."""

from pathlib import Path

import numpy as np
import onnxruntime as ort

from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.vad import FRAME

CONTEXT = 64
"""Samples of the frame before that the network wants to see again."""
QUIET = 0.1
"""Below this a frame is clearly not speech."""
QUIET_FRAMES = 5
MUSTY_FRAMES = 2 * RATE_HZ // FRAME
"""After so long without speech the memory is cleared: music and noise make the network miss the words that follow."""


class SileroModel:
    """The network, loaded once in a process."""

    def __init__(self, path: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class SileroVad:
    """Voice detection of one session (0.2 ms a frame)."""

    def __init__(self, model: SileroModel) -> None:
        self._model = model
        self._rate = np.array(RATE_HZ, dtype=np.int64)
        self._state = np.zeros((2, 1, 128), dtype=np.float32)
        self._context: Samples = np.zeros(CONTEXT, dtype=np.float32)
        self._age = self._quiet = 0

    def probability(self, frame: Samples) -> float:
        """Return how likely `frame` (shape (`FRAME`,)) is speech, 0 to 1."""
        heard = np.concatenate((self._context, frame)).astype(np.float32, copy=False)[None, :]
        fed = {"input": heard, "state": self._state, "sr": self._rate}
        output, self._state = self._model.session.run(None, fed)
        self._context = frame[-CONTEXT:]
        speech = float(output[0, 0])
        self._freshen(speech)
        return speech

    def reset(self) -> None:
        """Forget what was heard."""
        self._state = np.zeros_like(self._state)
        self._context = np.zeros_like(self._context)
        self._age = self._quiet = 0

    def _freshen(self, speech: float) -> None:
        self._age += 1
        self._quiet = self._quiet + 1 if speech < QUIET else 0
        if self._age >= MUSTY_FRAMES and self._quiet >= QUIET_FRAMES:
            self.reset()
