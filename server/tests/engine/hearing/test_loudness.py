"""Where a voice ends in a frame, in a silent room and in a loud one."""

import numpy as np

from charlotte.engine.hearing.loudness import Loudness
from charlotte.engine.vad import FRAME

ROOM = np.random.default_rng(1)


def frames(room: float, count: int) -> list[np.ndarray]:
    return [(room * ROOM.standard_normal(FRAME)).astype(np.float32) for _ in range(count)]


def voice(room: float) -> np.ndarray:
    return (0.3 * np.sin(np.arange(FRAME) / 8) + room * ROOM.standard_normal(FRAME)).astype(np.float32)


def test_the_last_sound_of_a_frame_is_found_to_the_slice() -> None:
    for room in (0.0, 1e-4, 1e-2):
        loudness = Loudness()
        for frame in frames(room, 60):
            loudness.loud_ms(frame)
        assert loudness.loud_ms(voice(room)) == 32
        cut = voice(room)
        cut[200:] = room * ROOM.standard_normal(FRAME - 200)
        assert loudness.loud_ms(cut) == 16
        assert [loudness.loud_ms(frame) for frame in frames(room, 20)] == [0] * 20
        assert loudness.is_quiet(frames(room, 1)[0][:320])
        assert not loudness.is_quiet(voice(room)[:320])


def test_a_long_steady_voice_is_never_taken_for_the_room() -> None:
    loudness = Loudness()
    assert all(loudness.loud_ms(voice(1e-4)) == 32 for _ in range(1000))
