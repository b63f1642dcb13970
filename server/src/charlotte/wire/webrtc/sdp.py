"""An offer checked and made safe before any network code sees it."""

from charlotte.engine.call.refusal import Refused

MAX_SDP_BYTES = 64 * 1024
MAX_MEDIA = 4
MAX_CANDIDATES = 32
MAX_LINES = 2_000


class BadOffer(Refused):
    """The SDP offer cannot be answered."""

    code = "invalid_offer"

    def __init__(self, message: str) -> None:
        super().__init__(message, wire_code="invalid_offer", param="sdp")


def checked_offer(sdp: str) -> str:
    """Return the offer without its candidates. Raises `BadOffer`.

    The client finds us by the answer's candidates. Its own are dropped, so that an offer cannot make the server
    send packets to, or resolve, addresses of the sender's choice.
    """
    lines = [line.rstrip("\r") for line in sdp.strip().split("\n")]
    if not lines or lines[0].strip() != "v=0":
        raise BadOffer("The body is not an SDP offer: it must begin with 'v=0'.")
    if len(lines) > MAX_LINES:
        raise BadOffer(f"The SDP offer has more than {MAX_LINES} lines.")
    media = [line for line in lines if line.startswith("m=")]
    if not media:
        raise BadOffer("The SDP offer has no media section; add an audio track or a data channel.")
    if len(media) > MAX_MEDIA:
        raise BadOffer(f"The SDP offer has more than {MAX_MEDIA} media sections.")
    if any(not line.startswith(("m=audio ", "m=application ")) for line in media):
        raise BadOffer("Only audio and a data channel are supported.")
    if sum(line.startswith("m=audio ") for line in media) > 1:
        raise BadOffer("Only one audio section is supported.")
    if sum(line.startswith("a=candidate:") for line in lines) > MAX_CANDIDATES:
        raise BadOffer(f"The SDP offer has more than {MAX_CANDIDATES} candidates.")
    if not any(line.startswith("a=fingerprint:") for line in lines):
        raise BadOffer("The SDP offer has no DTLS fingerprint.")
    kept = [line for line in lines if not line.startswith(("a=candidate:", "a=end-of-candidates"))]
    return "\r\n".join(kept) + "\r\n"


def advertised(answer: str, hosts: tuple[str, ...]) -> str:
    """Return the answer with a candidate more for each of `hosts`, on the ports the server listens on."""
    if not hosts:
        return answer
    lines: list[str] = []
    for line in answer.split("\r\n"):
        lines.append(line)
        words = line.split(" ")
        if line.startswith("a=candidate:") and words[6:8] == ["typ", "host"] and words[4] not in hosts:
            lines += [" ".join([f"{words[0]}{n}", *words[1:4], host, *words[5:]]) for n, host in enumerate(hosts)]
    return "\r\n".join(lines)
