"""The mouth of the box: one port, two voices, and the choice between them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from charlotte.clock import Clock, SystemClock
from charlotte.engine.mouth import RATE_HZ
from charlotte.engine.speaking.cache import ClauseCache, Said
from charlotte.engine.speaking.clauses import FIRST, clauses
from charlotte.engine.speaking.foreign import closed, speakable_with_titles
from charlotte.engine.speaking.keeping_up import Pace, keeps_up, measured
from charlotte.engine.speaking.pcm import Pcm, trimmed
from charlotte.engine.speaking.shelf import Shelf
from charlotte.engine.speaking.speakable import speakable
from charlotte.errors import CharlotteError

FALLBACK_LANGUAGE = "en"
SLOWEST, FASTEST = 0.25, 1.5
PIECE = RATE_HZ // 5
"""Samples handed out at once, 200 ms."""
PAUSE_MS = {".": 260, "!": 260, "?": 260, "…": 260, ":": 180, ";": 180, ",": 110}
"""Silence after a clause, by the sign it ends with."""
OTHER_PAUSE_MS = 60
NATURAL_FIRST = 36
"""Characters of the natural voice's first clause: it takes 50 ms of one core for each."""
STALLED_S = 10.0
"""A clause that takes longer will not come; usual ones take up to 4 s of one core."""
OUT_S = 30.0
"""How long nobody gets the natural voice after it failed."""
WARM_UP = "One moment, please."
"""Rendered twice: the first run of a network is slower than all others."""


class Voice(Protocol):
    """Something that renders clauses."""

    name: str
    languages: frozenset[str]

    def speakers(self, language: str) -> tuple[str, ...]:
        """Return the names of its voices in `language`, the usual one first."""
        ...

    async def render(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm:
        """Return the sound of one clause."""
        ...


class NaturalVoice(Voice, Protocol):
    """A voice slow enough that what will be said is better rendered ahead."""

    async def render_ahead(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm | None:
        """Return the sound of a clause that nobody waits for yet; None when it gave way to somebody who waited."""
        ...


class Voices:
    """A `Mouth` with a fast voice and, once it is loaded and while the machine keeps up, a natural one."""

    def __init__(
        self,
        fast: Voice,
        *,
        cache: ClauseCache | None = None,
        shelf: Shelf | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Without a `shelf` nothing is rendered ahead."""
        self.natural: NaturalVoice | None = None
        self.shelf = shelf
        self._fast = fast
        self._cache = cache or ClauseCache()
        self._clock = clock or SystemClock()
        self._pace = Pace()
        self._out_until = 0.0

    async def warm_up(self, natural: Voice) -> None:
        """Render with the natural voice until it shows whether the machine keeps up."""
        first = Said(WARM_UP, "en", natural.speakers("en")[0], 1.0)
        await natural.render(first.text, language=first.language, speaker=first.speaker, speed=first.speed)
        try:
            await self._timed(natural, first)
        except TimeoutError:
            self._out_until = self._clock.monotonic() + OUT_S

    def choose(self, voice: str, *, language: str) -> str:
        """Return the voice that a whole answer in `language` should keep, for a wish such as `auto`.

        `speak` takes what this returns as it is, unless that voice fails.
        """
        language = self._known(language)
        is_out = self._clock.monotonic() < self._out_until
        natural = self.natural.speakers(language) if self.natural and not is_out else ()
        fast = self._fast.speakers(language)
        if voice in natural:
            return voice
        if not natural or voice in ("fast", *fast):
            return fast[0]
        if voice == "natural" or self._is_natural(voice) or keeps_up(self._pace, self._clock.monotonic()):
            return natural[0]
        return fast[0]

    async def speak(self, text: str, *, language: str, voice: str, speed: float = 1.0) -> AsyncIterator[bytes]:
        """Yield PCM (s16le mono, 24 kHz) clause by clause; any text will do."""
        language = self._known(language)
        speaker = self.choose(voice, language=language)
        speed = min(FASTEST, max(SLOWEST, speed))
        for said in self._cut(text, language, speaker, speed):
            speaker = self.choose(speaker, language=language)
            sound = await self._sound(said._replace(speaker=speaker))
            for start in range(0, sound.size, PIECE):
                yield sound[start : start + PIECE].tobytes()

    def worth_preparing(self, text: str, *, language: str, voice: str) -> list[Said]:
        """Return the clauses of `text` that the natural voice would have to render if it were said now."""
        language = self._known(language)
        natural = self.natural.speakers(language) if self.natural else ()
        if not natural or voice in ("fast", *self._fast.speakers(language)):
            return []
        return self._cut(text, language, voice if voice in natural else natural[0], 1.0)

    async def prepare(self, said: Said) -> bool:
        """Render one clause onto the shelf while nobody waits; return False when it gave way to somebody."""
        if self.natural is None or self.shelf is None:
            return True
        sound = await self.natural.render_ahead(
            said.text, language=said.language, speaker=said.speaker, speed=said.speed
        )
        if sound is not None:
            await self.shelf.put(said, _ready(said, sound))
        return sound is not None

    def _cut(self, text: str, language: str, speaker: str, speed: float) -> list[Said]:
        hurry = self._is_natural(speaker)
        said = speakable_with_titles(text, language) if hurry else speakable(text, language)
        cut = closed(clauses(said, language, first=NATURAL_FIRST if hurry else FIRST, hurry=hurry))
        return [Said(_same_in_mid_sentence(each) if hurry else each, language, speaker, speed) for each in cut]

    async def _sound(self, said: Said) -> Pcm:
        kept = self._cache.get(said)
        if kept is None and self.shelf is not None:
            kept = await self.shelf.get(said)
        if kept is not None:
            self._cache.put(said, kept)
            return kept
        natural = self.natural
        if natural is not None and said.speaker in natural.speakers(said.language):
            try:
                return self._kept(said, await self._timed(natural, said))
            except (CharlotteError, TimeoutError):  # the answer goes on in the other voice, from the same word
                self._out_until = self._clock.monotonic() + OUT_S
                said = said._replace(speaker=self._fast.speakers(said.language)[0])
        sound = await self._fast.render(said.text, language=said.language, speaker=said.speaker, speed=said.speed)
        return self._kept(said, sound)

    def _kept(self, said: Said, sound: Pcm) -> Pcm:
        ready = _ready(said, sound)
        self._cache.put(said, ready)
        return ready

    async def _timed(self, natural: Voice, said: Said) -> Pcm:
        began = self._clock.monotonic()
        async with asyncio.timeout(STALLED_S):
            sound = await natural.render(said.text, language=said.language, speaker=said.speaker, speed=said.speed)
        now = self._clock.monotonic()
        if sound.size:
            self._pace = measured(self._pace, (now - began) * RATE_HZ / sound.size, now)
        return sound

    def _is_natural(self, voice: str) -> bool:
        """Return whether `voice` is a natural one, though of another language."""
        natural = self.natural
        return natural is not None and any(voice in natural.speakers(language) for language in natural.languages)

    def _known(self, language: str) -> str:
        return language if language in self._fast.languages else FALLBACK_LANGUAGE


def _ready(said: Said, sound: Pcm) -> Pcm:
    return trimmed(sound, PAUSE_MS.get(said.text.rstrip("\"'”»)")[-1:], OTHER_PAUSE_MS))


def _same_in_mid_sentence(clause: str) -> str:
    """Return the clause with a small first letter, so that "At nine," and "at nine," are one sound; "IT" stays."""
    return clause[0].lower() + clause[1:] if clause[1:2].islower() else clause
