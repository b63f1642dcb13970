"""The phrase that the page says when a line breaks, and how long the rest of the answer waits for it. Pure."""

from dataclasses import dataclass

PHRASE_S = {"de": 1.1, "en": 0.95, "es": 1.0, "fr": 0.75, "it": 0.95}
"""How long `bridge` of the page's clips sounds."""
LONGEST_S = max(PHRASE_S.values())
HEAD_START_S = 0.3
"""The phrase is told on a line of its own: where the page itself lines sound up, it comes before the answer's."""


@dataclass(frozen=True)
class Bridge:
    """A bridging phrase that a page was told to say."""

    at: float
    """When; monotonic seconds."""

    def pause_s(self, now: float, language: str | None, transport: str) -> float:
        """Return how long the rest of the answer is not to be asked for yet."""
        whole_s = PHRASE_S.get(language or "", LONGEST_S)
        # Over WebRTC the upstream's sound would mix with it.
        lasts_s = min(HEAD_START_S, whole_s) if transport == "websocket" else whole_s
        return max(0.0, self.at + lasts_s - now)
