"""The natural voice: Kokoro-82M int8 in English, Italian, French and Spanish."""

from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from charlotte.engine.demand import Demand
from charlotte.engine.speaking.kokoro_symbols import SYMBOLS
from charlotte.engine.speaking.pcm import Pcm
from charlotte.engine.speaking.phonemes import phonemes
from charlotte.engine.workers import Abandoned, Cancelled, Workers
from charlotte.errors import Unavailable

SPEAKERS = {
    "en": ("af_heart", "am_michael", "bf_emma"),
    "it": ("if_sara", "im_nicola"),
    "fr": ("ff_siwis",),
    "es": ("ef_dora", "em_alex"),
}
MOST_SYMBOLS = 509
STYLE = 256


class Kokoro:
    """Renders a clause in half to three quarters of its length, on one thread."""

    name = "natural"
    languages = frozenset(SPEAKERS)

    def __init__(self, folder: Path, workers: Workers, threads: int, *, ahead: Workers, demand: Demand) -> None:
        """`ahead` renders what nobody waits for yet, as long as there is no `demand`."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        model = str(folder / "kokoro-v1.0.int8.onnx")
        self._session = ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._workers = workers
        self._ahead = ahead
        self._demand = demand
        self._styles: dict[str, NDArray[np.float32]] = {
            speaker: np.fromfile(folder / f"{speaker}.bin", dtype="<f4").reshape(-1, 1, STYLE)
            for speakers in SPEAKERS.values()
            for speaker in speakers
        }

    def speakers(self, language: str) -> tuple[str, ...]:
        """Return the names of its voices in `language`, the usual one first."""
        return SPEAKERS.get(language, ())

    async def render(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm:
        """Return the sound of a clause. Raises `Unavailable`."""
        return await self._render(self._workers, text, language, speaker, speed)

    async def render_ahead(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm | None:
        """Return the sound of a clause that nobody waits for yet; None when it gave way to somebody who waited."""
        return await self._demand.give_way(lambda: self._render(self._ahead, text, language, speaker, speed))

    async def _render(self, workers: Workers, text: str, language: str, speaker: str, speed: float) -> Pcm:
        known = [SYMBOLS[symbol] for symbol in await phonemes(text, language) if symbol in SYMBOLS][:MOST_SYMBOLS]
        if not known:
            return np.zeros(0, np.int16)
        return await workers.run(lambda cancelled: self._infer(known, self._styles[speaker], speed, cancelled))

    def _infer(self, symbols: list[int], style: NDArray[np.float32], speed: float, cancelled: Cancelled) -> Pcm:
        fed = {
            "tokens": np.array([[0, *symbols, 0]], dtype=np.int64),
            "style": style[len(symbols) - 1],
            "speed": np.array([speed], dtype=np.float32),
        }
        run = ort.RunOptions()
        cancelled.on_set(lambda: setattr(run, "terminate", True))
        try:
            (sound,) = self._session.run(None, fed, run)
        except Exception as error:  # noqa: BLE001 - onnxruntime's errors have no common class
            if cancelled.is_set:
                raise Abandoned from error
            raise Unavailable("The natural voice failed.", hint="The fast voice goes on instead.") from error
        loud: NDArray[np.float32] = np.clip(sound, -1.0, 1.0) * 32767
        return loud.astype(np.int16)
