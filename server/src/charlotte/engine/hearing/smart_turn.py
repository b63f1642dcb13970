"""smart-turn: a finished sentence or only a pause?"""

from pathlib import Path

import numpy as np
import onnxruntime as ort

from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.hearing.mel import log_mel
from charlotte.engine.workers import Workers

SECONDS = 8
"""How much of the end of a turn the network looks at."""


class SmartTurn:
    """End of turn by the sound of the voice (60 ms of one core)."""

    def __init__(self, path: Path, workers: Workers) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._workers = workers

    async def probability(self, samples: Samples) -> float:
        """Return how likely the turn in `samples` (shape (n,), 16 kHz) is finished, 0 to 1."""
        return await self._workers.run(lambda _: self._judge(samples))

    def _judge(self, samples: Samples) -> float:
        turn = np.zeros(SECONDS * RATE_HZ, dtype=np.float32)
        kept = samples[-turn.size :]
        turn[turn.size - kept.size :] = kept
        turn = (turn - turn.mean()) / np.sqrt(turn.var() + 1e-7)
        (output,) = self._session.run(None, {"input_features": log_mel(turn, SECONDS)[None]})
        return float(output.reshape(-1)[0])
