"""Recordings of any rate come in; what is no recording gets a clear error."""

import wave
from pathlib import Path

import numpy as np
import pytest

from charlotte.engine.hearing.audio_file import read_audio
from charlotte.errors import BadInput, NotFound
from support.speech import recordings


def _write_wav(path: Path, rate_hz: int, channels: int, seconds: float = 1.0) -> Path:
    tone = 12_000 * np.sin(2 * np.pi * 440 * np.arange(int(rate_hz * seconds)) / rate_hz)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(np.repeat(tone.astype("<i2"), channels).tobytes())
    return path


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (16_000, 1), (44_100, 2), (48_000, 2)])
def test_any_rate_and_channels(tmp_path: Path, rate_hz: int, channels: int) -> None:
    samples = read_audio(_write_wav(tmp_path / "a.wav", rate_hz, channels))
    assert abs(samples.size - 16_000) < 200
    spectrum = np.abs(np.fft.rfft(samples))
    assert abs(np.argmax(spectrum) * 16_000 / samples.size - 440) < 3
    assert samples.dtype == np.float32 and np.abs(samples).max() <= 1


def test_flac() -> None:
    assert read_audio(recordings("it")[0].path).size > 16_000


@pytest.mark.parametrize("content", [b"", b"RIFF", b"this is no sound" * 100, b"fLaC" + bytes(200)])
def test_what_is_no_recording(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(BadInput) as failure:
        read_audio(path)
    assert failure.value.hint


def test_a_header_without_sound(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_audio(_write_wav(tmp_path / "a.wav", 16_000, 1, seconds=0))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_audio(tmp_path / "missing.wav")
