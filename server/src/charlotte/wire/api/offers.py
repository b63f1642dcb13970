"""What a browser's offer may contain before it is passed on to an upstream."""

import ipaddress

from charlotte.errors import BadInput

MOST_MEDIA = 4
MOST_CANDIDATES = 32
MOST_LINES = 2_000


class NotAnOffer(BadInput):
    """The body is not an SDP offer."""

    code, status = "not_an_offer", 400


class OfferUnfit(BadInput):
    """The offer holds more than a browser of a visitor sends."""

    code = "offer_refused"


def fit_offer(sdp: str) -> str:
    """Return the offer without addresses of the visitor's own network. Raises `NotAnOffer` or `OfferUnfit`.

    A provider learns the public address from the packets; private ones are none of its business, and names of the local
    network (mDNS) mean nothing to it.
    """
    if not sdp.startswith("v=0"):
        raise NotAnOffer("The body is not an SDP offer.", hint="An offer begins with v=0.")
    lines = [line.rstrip("\r") for line in sdp.rstrip("\n").split("\n")]
    media = [line for line in lines if line.startswith("m=")]
    candidates = [line for line in lines if line.startswith("a=candidate:")]
    if len(lines) > MOST_LINES or any(not line.isprintable() for line in lines):
        raise OfferUnfit("The SDP offer is not one a browser makes.", hint="Reload the page.")
    if not media:
        raise OfferUnfit("The SDP offer has no media section.", hint="Add an audio track or a data channel.")
    if len(media) > MOST_MEDIA:
        raise OfferUnfit(f"The SDP offer has more than {MOST_MEDIA} media sections.", hint="Reload the page.")
    if any(not line.startswith(("m=audio ", "m=application ")) for line in media):
        raise OfferUnfit("Only audio and a data channel can be offered.", hint="Leave video out.")
    if len(candidates) > MOST_CANDIDATES:
        raise OfferUnfit(f"The SDP offer has more than {MOST_CANDIDATES} candidates.", hint="Reload the page.")
    if not any(line.startswith("a=fingerprint:") for line in lines):
        raise OfferUnfit("The SDP offer has no fingerprint, so nothing could be encrypted.", hint="Reload the page.")
    return "".join(f"{line}\r\n" for line in lines if not line.startswith("a=candidate:") or _is_public(line))


def _is_public(candidate: str) -> bool:
    words = candidate.split(" ")
    try:
        return ipaddress.ip_address(words[4]).is_global
    except (IndexError, ValueError):
        return False
