"""The fast voice: SVOX Pico in all five languages, in processes of its own."""

import asyncio
import contextlib
import json
import sys

from charlotte.engine.speaking.foreign import unmarked
from charlotte.engine.speaking.pcm import Pcm, resampled
from charlotte.engine.speaking.pico_process import HEADER
from charlotte.errors import Unavailable

VOICES = {"it": "it-IT", "en": "en-US", "fr": "fr-FR", "de": "de-DE", "es": "es-ES"}
RATE_HZ = 16_000
TIMEOUT_S = 5.0
"""A clause takes 20 ms; a process that needs longer hangs."""
_MARKUP = str.maketrans({"<": " ", ">": " ", "\\": " "})


class Pico:
    """Renders a clause in 20 to 60 ms."""

    name = "fast"
    languages = frozenset(VOICES)

    def __init__(self, processes: int = 1) -> None:
        self._all = [_Process() for _ in range(processes)]
        self._idle: asyncio.Queue[_Process] = asyncio.Queue(processes)
        for process in self._all:
            self._idle.put_nowait(process)

    def speakers(self, language: str) -> tuple[str, ...]:
        """Return the names of its voices in `language`; it has one."""
        return ("pico",) if language in VOICES else ()

    async def render(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm:
        """Return the sound of a clause at 24 kHz. Raises `Unavailable`."""
        process = await self._idle.get()
        try:
            sound = await process.speak(unmarked(text).translate(_MARKUP), VOICES[language], speed)
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
            raise Unavailable(
                "The fast voice could not say this.", hint="The text is complete on the screen."
            ) from error
        finally:
            self._idle.put_nowait(process)
        return resampled(sound, RATE_HZ)

    async def close(self) -> None:
        """End the processes."""
        for process in self._all:
            await process.close()


class _Process:
    """One Pico process, started when first needed and again after a fall."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None
        self._asked = 0
        self._header: tuple[int, int] | None = None

    async def speak(self, text: str, voice: str, speed: float) -> bytes:
        """Return 16 kHz s16le mono. May be cancelled anywhere: a late answer is skipped by the next request."""
        try:
            return await self._ask(text, voice, speed)
        except (OSError, asyncio.IncompleteReadError):  # it fell since the last clause
            await self.close()
            return await self._ask(text, voice, speed)
        except TimeoutError:
            await self.close()
            raise

    async def _ask(self, text: str, voice: str, speed: float) -> bytes:
        async with asyncio.timeout(TIMEOUT_S):
            process = self._process or await self._start()
            assert process.stdin is not None and process.stdout is not None
            self._asked += 1
            asked = {"id": self._asked, "text": text, "voice": voice, "speed": None if speed == 1 else speed}
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            while True:
                if self._header is None:
                    self._header = HEADER.unpack(await process.stdout.readexactly(HEADER.size))
                answered, size = self._header
                sound = await process.stdout.readexactly(size)
                self._header = None
                if answered == self._asked:
                    return sound

    async def _start(self) -> asyncio.subprocess.Process:
        self._header = None
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "charlotte.engine.speaking.pico_process"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        return self._process

    async def close(self) -> None:
        """End the process and wait for it; the next request starts another."""
        process, self._process = self._process, None
        if process is None or process.stdin is None:
            return
        process.stdin.close()
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
