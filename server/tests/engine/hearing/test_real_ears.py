"""Real people, real models."""

import asyncio
from collections.abc import Iterator

import numpy as np
import pytest

from charlotte.engine.ear import RATE_HZ, Samples
from charlotte.engine.hearing.audio_file import read_audio
from charlotte.engine.hearing.silero import SileroModel, SileroVad
from charlotte.engine.hearing.smart_turn import SmartTurn
from charlotte.engine.hearing.whisper import WhisperEar
from charlotte.engine.hearing.whisper_model import WhisperModel
from charlotte.engine.vad import FRAME
from charlotte.engine.workers import Workers
from support.speech import model_folder, no_speech, recordings, wrong_words

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def ear() -> Iterator[WhisperEar]:
    workers = Workers("ear", 1)
    yield WhisperEar(WhisperModel(model_folder("whisper-base"), 1), workers)
    workers.close()


@pytest.fixture(scope="module")
def silero() -> SileroModel:
    return SileroModel(model_folder("silero-vad") / "silero_vad.onnx")


@pytest.fixture(scope="module")
def turn() -> Iterator[SmartTurn]:
    workers = Workers("turn", 1)
    yield SmartTurn(model_folder("smart-turn") / "smart-turn-v3.2-cpu.onnx", workers)
    workers.close()


@pytest.mark.parametrize(("language", "most_percent"), [("it", 12), ("en", 8)])
async def test_people_are_understood(ear: WhisperEar, language: str, most_percent: float) -> None:
    wrong = said = 0
    for recording in recordings(language):
        heard = await ear.hear(read_audio(recording.path))
        assert heard.language == language
        assert heard.cpu_seconds > 0
        missed, words = wrong_words(recording.text, heard.text, language)
        wrong, said = wrong + missed, said + words
    assert 100 * wrong / said <= most_percent


async def test_no_words_are_invented(ear: WhisperEar) -> None:
    for name, sound in no_speech():
        for vocabulary in ("", "Anna Bianchi, Sala Rossa, Kubernetes, keynote, workshop"):
            heard = await ear.hear(sound, vocabulary=vocabulary)
            assert heard.text == "", (name, heard)


async def test_a_monologue_of_minutes_keeps_all_its_sentences(ear: WhisperEar) -> None:
    sentences = recordings("en")
    pause = np.zeros(RATE_HZ // 2, np.float32)
    parts = [part for sentence in sentences * 3 for part in (read_audio(sentence.path), pause)]
    heard = await ear.hear(np.concatenate(parts))
    assert heard.seconds > 60
    wrong, said = wrong_words(" ".join(s.text for s in sentences * 3), heard.text, "en")
    assert wrong / said < 0.15


async def test_one_who_goes_on_speaking_cancels_and_the_next_is_heard(ear: WhisperEar) -> None:
    sound = read_audio(recordings("en")[0].path)
    tasks = [asyncio.ensure_future(ear.hear(sound)) for _ in range(4)]
    await asyncio.sleep(0)
    for task in tasks[:-1]:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(result, asyncio.CancelledError) for result in results[:-1])
    last = results[-1]
    assert not isinstance(last, BaseException) and last.text


async def test_broken_samples_do_no_harm(ear: WhisperEar) -> None:
    assert (await ear.hear(np.full(RATE_HZ, np.nan, np.float32))).text == ""
    assert (await ear.hear(np.zeros(0, np.float32))).text == ""


def _speech(silero: SileroModel, sound: Samples) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    vad = SileroVad(silero)
    frames = range(0, sound.size - FRAME + 1, FRAME)
    return np.array([vad.probability(sound[i : i + FRAME]) > 0.5 for i in frames])


def test_voice_is_detected_and_nothing_else(silero: SileroModel) -> None:
    pause = np.zeros(RATE_HZ, np.float32)
    for recording in (*recordings("it"), *recordings("en")):
        sound = read_audio(recording.path)
        spoken = _speech(silero, np.concatenate((pause, sound, pause)))
        assert spoken[:28].sum() == 0, recording.path.name
        assert spoken.sum() * FRAME > 0.5 * sound.size, recording.path.name
        assert spoken[-20:].sum() == 0, recording.path.name
    for name, sound in no_speech():
        assert _speech(silero, sound).sum() <= 3, name


def test_a_cough_is_short(silero: SileroModel) -> None:
    cough = dict(no_speech())["cough"]
    assert _speech(silero, cough).sum() * FRAME / RATE_HZ < 0.2


def test_words_after_long_noise_are_still_found(silero: SileroModel) -> None:
    sound = read_audio(recordings("it")[0].path)
    noise = np.tile(dict(no_speech())["melody"], 5)
    assert _speech(silero, np.concatenate((noise, sound)))[noise.size // FRAME :].mean() > 0.4


async def test_finished_sentences_end_a_turn_more_than_cut_ones(turn: SmartTurn) -> None:
    finished, cut = [], []
    for recording in (*recordings("it"), *recordings("en")):
        sound = read_audio(recording.path)
        pause = np.zeros(RATE_HZ // 5, np.float32)
        finished.append(await turn.probability(np.concatenate((sound, pause))))
        cut.append(await turn.probability(np.concatenate((sound[: sound.size // 2], pause))))
    assert np.mean(np.array(finished) > 0.5) > 0.8
    assert np.mean(cut) < np.mean(finished) - 0.2
