"""What a browser's offer may contain."""

import pytest

from charlotte.errors import BadInput
from charlotte.wire.api.offers import MOST_CANDIDATES, fit_offer

FINGERPRINT = "a=fingerprint:sha-256 AA:BB\n"
AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111\n" + FINGERPRINT
CHANNEL = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\n"
HEAD = "v=0\no=- 1 1 IN IP4 0.0.0.0\ns=-\nt=0 0\n"


def candidate(address: str) -> str:
    return f"a=candidate:1 1 udp 2122260223 {address} 40000 typ host generation 0\n"


def test_an_ordinary_offer_passes_with_its_line_ends_mended() -> None:
    assert fit_offer(HEAD + AUDIO + CHANNEL) == (HEAD + AUDIO + CHANNEL).replace("\n", "\r\n")
    windows = (HEAD + AUDIO).replace("\n", "\r\n")
    assert fit_offer(windows) == windows


@pytest.mark.parametrize(
    "address",
    ["192.168.1.7", "10.0.0.1", "127.0.0.1", "169.254.1.1", "::1", "fe80::1", "fd00::1", "0.0.0.0", "100.64.0.1",
     "1c5f0b6a-7d9e-4a53-8f6e-1f0d3b1e9c55.local", "evil.example", "::ffff:127.0.0.1"],
)  # fmt: skip
def test_the_visitors_own_network_stays_at_home(address: str) -> None:
    assert "candidate" not in fit_offer(HEAD + AUDIO + candidate(address))


def test_public_candidates_are_passed_on() -> None:
    assert "9.9.9.9" in fit_offer(HEAD + AUDIO + candidate("9.9.9.9"))


@pytest.mark.parametrize(
    ("sdp", "code"),
    [
        ("", "not_an_offer"),
        ("hello", "not_an_offer"),
        (HEAD, "offer_refused"),
        (HEAD + AUDIO + CHANNEL * 4, "offer_refused"),
        (HEAD + AUDIO + "m=video 9 UDP/TLS/RTP/SAVPF 96\n", "offer_refused"),
        (HEAD + AUDIO + candidate("9.9.9.9") * (MOST_CANDIDATES + 1), "offer_refused"),
        (HEAD + CHANNEL, "offer_refused"),
        (HEAD + AUDIO + "a=x\n" * 2000, "offer_refused"),
        (HEAD + AUDIO + "a=\x00\n", "offer_refused"),
    ],
)
def test_what_no_browser_sends_is_refused(sdp: str, code: str) -> None:
    with pytest.raises(BadInput) as raised:
        fit_offer(sdp)
    assert raised.value.code == code
    assert raised.value.hint
