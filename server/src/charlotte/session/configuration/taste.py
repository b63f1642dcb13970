"""What of a call's configuration depends on who speaks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class UpstreamTaste:
    """What an upstream wants and knows."""

    model: str | None = None
    voice: str | None = None
    voices: tuple[str, ...] = ()
    """Voices it has; empty = not known."""
    transcription_model: str | None = None
    embedded: bool = False

    def voice_for(self, wanted: str | None) -> str | None:
        """Return the voice to ask for: what staff want where this upstream has it, its usual one otherwise."""
        return wanted if wanted and (not self.voices or wanted in self.voices) else self.voice
