"""How long the rest of an answer waits for the phrase that the page says."""

from pathlib import Path

import av
import pytest

from charlotte.session.handover.bridging import HEAD_START_S, LONGEST_S, PHRASE_S, Bridge

CLIPS = Path(__file__).parents[3] / "web" / "public" / "clips"


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "it"])
def test_the_phrase_is_as_long_as_the_clip_of_the_page(language: str) -> None:
    with av.open(str(CLIPS / language / "bridge.mp3")) as file:
        seconds = sum(frame.samples / frame.sample_rate for frame in file.decode(audio=0))
    assert PHRASE_S[language] == pytest.approx(seconds, abs=0.06)


def test_the_rest_waits_from_when_the_phrase_began_and_not_from_when_the_next_call_did() -> None:
    bridge = Bridge(10.0)
    assert bridge.pause_s(10.0, "de", "webrtc") == pytest.approx(PHRASE_S["de"])
    assert bridge.pause_s(10.5, "de", "webrtc") == pytest.approx(PHRASE_S["de"] - 0.5)
    assert bridge.pause_s(15.0, "de", "webrtc") == 0.0
    assert bridge.pause_s(10.0, None, "webrtc") == bridge.pause_s(10.0, "eo", "webrtc") == pytest.approx(LONGEST_S)
    assert bridge.pause_s(10.0, "fr", "websocket") == pytest.approx(HEAD_START_S), "the page lines sound up itself"
