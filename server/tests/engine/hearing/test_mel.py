"""The spectrogram is the one Whisper was trained on."""

import numpy as np

from charlotte.engine.hearing.mel import BANDS, log_mel
from support.speech import RECORDINGS


def test_equals_the_reference_of_the_transformers_library() -> None:
    t = np.arange(8 * 16_000) / 16_000
    chirp = (0.4 * np.sin(2 * np.pi * (100 * t + 350 * t * t)) * (t < 6)).astype(np.float32)
    reference = np.load(RECORDINGS / "mel-of-a-chirp.npy")  # every 20th frame of WhisperFeatureExtractor's output
    assert np.abs(log_mel(chirp, 8.0)[:, ::20] - reference).max() < 1e-4


def test_cuts_and_pads_to_the_window() -> None:
    assert log_mel(np.ones(100, np.float32), 2.0).shape == (BANDS, 200)
    assert log_mel(np.ones(16_000 * 5, np.float32), 2.0).shape == (BANDS, 200)
