"""Bringing the voice side up in the background: pull what is missing, check it, load it, part by part."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import structlog

from charlotte.engine.demand import Demand
from charlotte.engine.ear import Ear
from charlotte.engine.embedding.e5 import FILE as E5_FILE
from charlotte.engine.embedding.e5 import load_e5
from charlotte.engine.hearing.silero import SileroModel, SileroVad
from charlotte.engine.hearing.smart_turn import SmartTurn
from charlotte.engine.hearing.whisper import WhisperEar
from charlotte.engine.hearing.whisper_model import WhisperModel
from charlotte.engine.models.manifest import model, models
from charlotte.engine.models.progress import Report, Step, silent
from charlotte.engine.models.pull import pull
from charlotte.engine.models.store import Store
from charlotte.engine.mouth import Mouth
from charlotte.engine.speaking.kokoro import Kokoro
from charlotte.engine.speaking.phonemes import is_installed
from charlotte.engine.speaking.pico import Pico
from charlotte.engine.speaking.rehearsal import Rehearsal, Script
from charlotte.engine.speaking.shelf import Shelf
from charlotte.engine.speaking.voices import NaturalVoice, Voices
from charlotte.engine.vad import EndOfTurn, Vad
from charlotte.engine.workers import Workers
from charlotte.errors import CharlotteError, Unavailable
from charlotte.knowledge.embedding import Embedder
from charlotte.knowledge.quotes.judged import Judge

log = structlog.get_logger()

State = Literal["missing", "pulling", "loading", "ready", "failed"]
Part = TypeVar("Part")
EMBEDDER = "multilingual-e5-small"


class Loaded:
    """The voice side of the engine. Parts are None until their model is ready; `mouth` speaks from the start."""

    def __init__(
        self,
        models_dir: Path,
        report: Report = silent,
        *,
        threads: int | None = None,
        warm_up: bool = True,
        shelf: Shelf | None = None,
    ) -> None:
        """`shelf` keeps what the natural voice renders ahead; without it, nothing is."""
        self.store = Store(models_dir)
        self.states: dict[str, State] = {each.name: "missing" for each in models()}
        """For `/readyz`, by the name of the model."""
        self.failures: dict[str, CharlotteError] = {}
        """Why a model failed, with what to do."""
        self.ear: Ear | None = None
        self.vad_factory: Callable[[], Vad] | None = None
        self.end_of_turn: EndOfTurn | None = None
        self.embedder: Embedder | None = None
        """Reads documents for their meaning."""
        self.judge: Judge | None = None
        """Reads a question and a sentence together."""
        self._threads = threads or max(1, min(4, (os.cpu_count() or 2) // 2))
        self._warm_up = warm_up
        self._pico = Pico()
        self._voices = Voices(self._pico, shelf=shelf)
        self._shelf = shelf
        self._demand = Demand()
        self.mouth: Mouth = self._voices
        self._report = report
        self._workers: list[Workers] = []

    async def load(self, *, may_pull: bool = True, wanted: tuple[str, ...] | None = None) -> None:
        """Bring up the models, those needed first first. A model that fails leaves the others alone.

        Raises the failure of the first required model; without `wanted` all of them are brought up.
        """
        for each in models():
            if wanted is None or each.name in wanted:
                await self._bring_up(each.name, may_pull)
        for each in models():
            if each.required and each.name in self.failures:
                raise self.failures[each.name]

    def rehearsal(self, script: Script, voice: str) -> Rehearsal | None:
        """Return what renders ahead with the natural voice, None where nothing is kept of it."""
        return Rehearsal(self._voices, self._shelf, script, voice) if self._shelf is not None else None

    async def close(self) -> None:
        """End the threads and processes."""
        for workers in self._workers:
            workers.close()
        await self._pico.close()

    @property
    def is_ready(self) -> bool:
        """Whether spoken questions can be heard and answered."""
        return self.ear is not None and self.vad_factory is not None

    @property
    def natural(self) -> NaturalVoice | None:
        """The natural voice itself, once it is there."""
        return self._voices.natural

    async def _bring_up(self, name: str, may_pull: bool) -> None:
        load: dict[str, Callable[[Path], Awaitable[None]]] = {
            "silero-vad": self._load_vad,
            "whisper-base": self._load_ear,
            "smart-turn": self._load_end_of_turn,
            EMBEDDER: self._load_embedder,
            "kokoro": self._load_natural_voice,
        }
        wanted = model(name)
        try:
            if may_pull:
                self.states[name] = "missing" if self.store.has(wanted) else "pulling"
                await pull(self.store, [wanted], self._report)
            self.states[name] = "loading"
            self._report(Step(name, "loading", wanted.size, wanted.size))
            await load[name](await asyncio.to_thread(self.store.verified, wanted))
        except CharlotteError as failure:
            self._fail(name, failure)
        except Exception as cause:  # noqa: BLE001 - runtimes of models raise anything; the others must still come up
            hint = "Run `charlotte doctor`; the voice needs about 1 GB of memory and a 64-bit processor."
            message = f"The model {name} does not load: {type(cause).__name__}: {cause}"
            self._fail(name, Unavailable(message, hint=hint))
        else:
            self.states[name] = "ready"
            self._report(Step(name, "ready", wanted.size, wanted.size))

    def _fail(self, name: str, failure: CharlotteError) -> None:
        self.states[name] = "failed"
        self.failures[name] = failure
        log.warning("model.failed", model=name, code=failure.code, reason=failure.message)
        self._report(Step(name, f"failed: {failure.message}"))

    async def _load_vad(self, folder: Path) -> None:
        silero = await asyncio.to_thread(SileroModel, folder / "silero_vad.onnx")
        self.vad_factory = lambda: SileroVad(silero)

    async def _load_ear(self, folder: Path) -> None:
        whisper = await asyncio.to_thread(WhisperModel, folder, self._threads)
        self.ear = WhisperEar(whisper, self._new_workers("ear", self._threads))

    async def _load_end_of_turn(self, folder: Path) -> None:
        workers = self._new_workers("end-of-turn", 1)
        self.end_of_turn = await asyncio.to_thread(SmartTurn, folder / "smart-turn-v3.2-cpu.onnx", workers)

    async def _load_embedder(self, folder: Path) -> None:
        ahead = Workers("documents", 1, idle=True)
        self._workers.append(ahead)
        e5 = await load_e5(folder / E5_FILE, self._new_workers("questions", 1), ahead, self._demand)
        self.embedder, self.judge = e5, e5

    async def _load_natural_voice(self, folder: Path) -> None:
        if not is_installed():
            raise Unavailable("The natural voice needs the program espeak-ng.", hint="Install the package espeak-ng.")
        workers = self._new_workers("natural-voice", 1)
        ahead = Workers("natural-voice-ahead", 1, idle=True)
        self._workers.append(ahead)
        kokoro = await asyncio.to_thread(partial(Kokoro, folder, workers, 1, ahead=ahead, demand=self._demand))
        if self._shelf is not None:
            await self._shelf.open("".join(file.sha256[:8] for file in model("kokoro").files))
        if self._warm_up:
            await self._voices.warm_up(kokoro)
        self._voices.natural = kokoro

    def _new_workers(self, name: str, threads: int) -> Workers:
        self._workers.append(Workers(name, threads, demand=self._demand))
        return self._workers[-1]
