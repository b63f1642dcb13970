"""One mouth: any text, five languages, one voice through an answer. The fast voice is the real one."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import pytest

from charlotte.engine.mouth import RATE_HZ
from charlotte.engine.speaking.pcm import AUDIBLE, Pcm
from charlotte.engine.speaking.pico import Pico
from charlotte.engine.speaking.shelf import Shelf
from charlotte.engine.speaking.voices import Voices
from charlotte.errors import Unavailable
from support.clocks import ManualClock


@dataclass
class SlowVoice:
    """A natural voice whose speed the test sets; says a tone as long as the text."""

    clock: ManualClock
    factor: float = 0.5
    fails: bool = False
    rendered: int = 0
    name: str = "natural"
    languages: frozenset[str] = frozenset({"it", "en"})

    def speakers(self, language: str) -> tuple[str, ...]:
        return (f"anna_{language}",) if language in self.languages else ()

    async def render_ahead(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm | None:
        return await self.render(text, language=language, speaker=speaker, speed=speed)

    async def render(self, text: str, *, language: str, speaker: str, speed: float) -> Pcm:
        self.rendered += 1
        if self.fails:
            raise Unavailable("broken")
        sound = np.full(len(text) * RATE_HZ // 15, 5000, np.int16)
        self.clock.advance(self.factor * sound.size / RATE_HZ)
        return sound


@pytest.fixture
async def pico() -> AsyncIterator[Pico]:
    pico = Pico()
    yield pico
    await pico.close()


async def _said(voices: Voices, text: str, language: str = "it", voice: str = "fast", speed: float = 1.0) -> Pcm:
    pieces = [piece async for piece in voices.speak(text, language=language, voice=voice, speed=speed)]
    return np.frombuffer(b"".join(pieces), np.int16)


@pytest.mark.parametrize("language", ["it", "en", "fr", "de", "es", "ja"])
async def test_the_fast_voice_speaks_each_language(pico: Pico, language: str) -> None:
    sound = await _said(Voices(pico), "Alpha, beta, gamma.", language)
    assert 0.8 < sound.size / RATE_HZ < 4
    assert np.flatnonzero(np.abs(sound.astype(int)) > AUDIBLE)[0] < RATE_HZ * 0.03


@pytest.mark.parametrize(
    "text",
    ["x" * 5000, "ciao " * 500, "1" * 300, "a<b & <speed level='10'>c", "\ud800 è\x00?", "[[h@]] ciao", "你好 ciao"],
)
async def test_odd_text_is_survived(pico: Pico, text: str) -> None:
    voices = Voices(pico)
    assert (await _said(voices, text)).size > 0
    assert (await _said(voices, "Fine.")).size > 0


@pytest.mark.parametrize("text", ["", "   ", "🎉", "...", "\x00"])
async def test_nothing_to_say(pico: Pico, text: str) -> None:
    assert (await _said(Voices(pico), text)).size == 0


async def test_speed(pico: Pico) -> None:
    voices = Voices(pico)
    usual, slow, quick = [(await _said(voices, "Nella sala grande.", speed=s)).size for s in (1.0, 0.5, 1.5)]
    assert slow > 1.6 * usual
    assert quick < 0.85 * usual


async def test_an_interrupted_clause_does_not_sound_in_the_next_answer(pico: Pico) -> None:
    voices = Voices(pico)
    alone = await _said(Voices(pico), "Uno.")
    for _ in range(5):
        task = asyncio.ensure_future(_said(voices, "Questa frase è molto più lunga e viene interrotta a metà"))
        for _ in range(3):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    after = await _said(voices, "Uno.")
    assert after.size == alone.size
    assert np.abs(after.astype(int) - alone).max() < 100  # Pico dithers


async def test_a_voice_process_that_dies_is_replaced(pico: Pico) -> None:
    voices, others = Voices(pico), psutil.Process().children()
    await _said(voices, "Uno.")
    (child,) = (each for each in psutil.Process().children() if each not in others)
    child.kill()
    assert (await _said(voices, "Due.")).size > 0


async def test_the_loop_is_free_while_it_speaks(pico: Pico) -> None:
    voices = Voices(pico)
    task = asyncio.ensure_future(_said(voices, "Una frase dopo l'altra. " * 20))
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    assert turns > 200


async def test_auto_is_natural_where_it_can_be(pico: Pico) -> None:
    clock = ManualClock()
    voices = Voices(pico, clock=clock)
    assert voices.choose("auto", language="it") == "pico"
    voices.natural = SlowVoice(clock)
    assert voices.choose("auto", language="it") == "anna_it"
    assert voices.choose("marin", language="en") == "anna_en"
    assert voices.choose("natural", language="de") == "pico"
    assert voices.choose("fast", language="it") == "pico"
    assert voices.choose("anna_it", language="en") == "anna_en"
    assert voices.choose("pico", language="en") == "pico"


async def test_a_slow_machine_takes_the_fast_voice_from_the_next_answer_on(pico: Pico) -> None:
    clock = ManualClock()
    voices = Voices(pico, clock=clock)
    voices.natural = natural = SlowVoice(clock, factor=3.0)
    voice = voices.choose("auto", language="it")
    await _said(voices, "La sala è al primo piano del palazzo. Le scale sono in fondo a destra.", voice=voice)
    assert natural.rendered == 2, "the answer under way keeps its voice"
    assert voices.choose("auto", language="it") == "pico"
    clock.advance(400)
    assert voices.choose("auto", language="it") == "anna_it"


async def test_a_broken_natural_voice_is_replaced_from_the_same_word(pico: Pico) -> None:
    clock = ManualClock()
    voices = Voices(pico, clock=clock)
    voices.natural = natural = SlowVoice(clock, fails=True)
    text = "La sala è in fondo a destra. Le scale sono dietro il banco."
    broken, usual = await _said(voices, text, voice="natural"), await _said(Voices(pico), text)
    assert broken.size == usual.size
    assert natural.rendered == 1, "the rest of the answer does not wait for it again"
    assert voices.choose("natural", language="it") == "pico"
    natural.fails = False
    clock.advance(60)
    assert voices.choose("auto", language="it") == "anna_it"


async def test_what_was_rendered_ahead_is_not_rendered_again(pico: Pico, tmp_path: Path) -> None:
    clock = ManualClock()
    shelf = Shelf(tmp_path, megabytes=1)
    await shelf.open("anna")
    voices = Voices(pico, clock=clock, shelf=shelf)
    voices.natural = natural = SlowVoice(clock)
    for text in ("Un attimo solo.", "Oggi alle 14:30, in Sala Verdi."):
        for said in voices.worth_preparing(text, language="it", voice="auto"):
            assert await voices.prepare(said)
    assert natural.rendered == 3
    assert (await _said(voices, "Un attimo solo.", voice="natural")).size > 0
    assert (await _said(voices, "In Sala Verdi.", voice="natural")).size > 0
    assert natural.rendered == 3
    assert (await _said(voices, "In Sala Rossi.", voice="natural")).size > 0
    assert natural.rendered == 4


async def test_only_the_natural_voice_prepares(pico: Pico) -> None:
    voices = Voices(pico)
    assert voices.worth_preparing("Hello.", language="en", voice="auto") == []
    voices.natural = SlowVoice(ManualClock())
    assert voices.worth_preparing("Hello there.", language="en", voice="fast") == []
    assert voices.worth_preparing("Guten Morgen.", language="de", voice="natural") == []
    assert [said.speaker for said in voices.worth_preparing("Hello there.", language="en", voice="auto")] == ["anna_en"]


async def test_a_call_that_changes_its_language_changes_its_voice_with_it(pico: Pico) -> None:
    clock = ManualClock()
    voices = Voices(pico, clock=clock)
    voices.natural = natural = SlowVoice(clock)
    for turn, (language, rendered) in enumerate((("it", 1), ("de", 1), ("en", 2), ("de", 2), ("it", 3))):
        voice = voices.choose("auto", language=language)
        assert (voice == "pico") is (language == "de")
        assert (await _said(voices, f"Alpha {turn}.", language, voice)).size > 0
        assert natural.rendered == rendered
