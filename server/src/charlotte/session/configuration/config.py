"""The configuration a call gets from us, and what a visitor's page may change in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charlotte.protocol.config import (
    Audio,
    AudioInput,
    AudioOutput,
    FunctionTool,
    PromptReference,
    Session,
)
from charlotte.session.configuration.instructions import VERSION, instructions
from charlotte.session.configuration.taste import UpstreamTaste
from charlotte.session.identity import Mode

SERVER_VAD: dict[str, Any] = {
    "type": "server_vad",
    "threshold": 0.5,
    "prefix_padding_ms": 300,
    "silence_duration_ms": 500,
    "create_response": True,
    "interrupt_response": True,
}
"""The provider's own defaults, written out because client libraries read the flags from the echo."""


@dataclass(frozen=True)
class CallConfig:
    """What the server decides about a call."""

    tools: tuple[FunctionTool, ...]
    variables: Mapping[str, str]
    """What the instructions are filled with; `event` is the id of the congress."""
    language: str | None
    """ISO 639-1; None = find out from what is said."""
    mode: Mode
    model: str | None = None
    voice: str | None = None
    vocabulary: str = ""
    """Words the recogniser should expect: names, rooms, titles."""
    transcription_model: str | None = None
    embedded: bool = False
    """The upstream is our own engine, whose dialogue takes the variables instead of reading the instructions."""
    taste: UpstreamTaste = UpstreamTaste()
    """The upstream it was made for."""
    brief: int = 0
    """Version of what staff told about the event."""
    retrieved: tuple[str, ...] = ()
    """What the documents say about what is asked most."""
    template: str = VERSION
    """Version of the instructions' template."""

    def session(self) -> Session:
        """Return the configuration as the wire carries it."""
        transcription: dict[str, Any] = {}
        if self.language:
            transcription["language"] = self.language
        if self.transcription_model:
            transcription["model"] = self.transcription_model
        if self.vocabulary:
            transcription |= expected_words(self.vocabulary, self.transcription_model)
        fields: dict[str, Any] = {
            "type": "realtime",
            "instructions": instructions(self.variables, language=self.language, retrieved=self.retrieved),
            "output_modalities": ("text",) if self.mode == "text" else ("audio",),
            "tools": self.tools,
            "tool_choice": "auto",
            "audio": Audio(
                input=AudioInput.model_validate({"transcription": transcription, "turn_detection": SERVER_VAD}),
                **({"output": AudioOutput(voice=self.voice)} if self.voice else {}),
            ),
        }
        if self.model:
            fields["model"] = self.model
        if self.embedded:
            fields["prompt"] = PromptReference(id="charlotte", variables=dict(self.variables))
        return Session(**fields)


def expected_words(vocabulary: str, model: str | None) -> dict[str, Any]:
    """Return what tells a transcription model which words to expect; some take a prompt, some a list, some nothing."""
    if model in ("gpt-transcribe", "gpt-live-transcribe"):
        return {"keywords": [word for part in vocabulary.split(",") if (word := part.strip())]}
    return {} if model == "gpt-realtime-whisper" else {"prompt": vocabulary}


def visitors_changes(asked: Session, *, languages: tuple[str, ...]) -> Session | None:
    """Return the part of a page's `session.update` that is the visitor's to decide; None = nothing of it is."""
    fields: dict[str, Any] = {}
    if asked.output_modalities is not None:
        fields["output_modalities"] = asked.output_modalities
    wire = asked.wire().get("audio") or {}
    audio: dict[str, Any] = {}
    heard = wire.get("input") or {}
    spoken = wire.get("output") or {}
    if "turn_detection" in heard:
        audio.setdefault("input", {})["turn_detection"] = heard["turn_detection"]
    transcription = heard.get("transcription") or {}
    if "language" in transcription and transcription["language"] in (None, *languages):
        audio.setdefault("input", {})["transcription"] = {"language": transcription["language"]}
    if spoken.get("voice"):
        audio.setdefault("output", {})["voice"] = spoken["voice"]
    if audio:
        fields["audio"] = Audio.model_validate(audio)
    return Session(type="realtime", **fields) if fields else None


def language_of(session: Session) -> str | None:
    """Return the language a configuration sets, if any."""
    heard = session.audio.input if session.audio else None
    return heard.transcription.language if heard and heard.transcription else None
