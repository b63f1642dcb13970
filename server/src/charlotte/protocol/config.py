"""The session object: what a caller may configure and what the server echoes in full."""

from typing import Annotated, Any, Literal, TypeAlias

from charlotte.protocol.base import Frame, OpenUnion


class AudioFormat(Frame):
    """`audio/pcm` at 24000 Hz mono s16le, or `audio/pcmu` / `audio/pcma` at 8000 Hz."""

    type: str
    rate: int | None = None


class Transcription(Frame):
    """How the user's speech becomes text; `language` is ISO 639-1, `prompt` biases the words."""

    model: str | None = None
    language: str | None = None
    prompt: str | None = None


class ServerVad(Frame):
    """A turn ends after a silence."""

    type: Literal["server_vad"] = "server_vad"
    threshold: float | None = None
    prefix_padding_ms: int | None = None
    silence_duration_ms: int | None = None
    idle_timeout_ms: int | None = None
    create_response: bool | None = None
    interrupt_response: bool | None = None


class SemanticVad(Frame):
    """A turn ends when the sentence sounds finished."""

    type: Literal["semantic_vad"] = "semantic_vad"
    eagerness: str | None = None
    create_response: bool | None = None
    interrupt_response: bool | None = None


class UnknownTurnDetection(Frame):
    """Turn detection of a kind this version does not know."""

    type: str | None = None


TurnDetection: TypeAlias = Annotated[
    ServerVad | SemanticVad | UnknownTurnDetection,
    OpenUnion(),
]


class AudioInput(Frame):
    """The user's side of the sound."""

    format: AudioFormat | None = None
    transcription: Transcription | None = None
    noise_reduction: dict[str, Any] | None = None
    turn_detection: TurnDetection | None = None


class AudioOutput(Frame):
    """The assistant's side of the sound."""

    format: AudioFormat | None = None
    voice: str | dict[str, Any] | None = None
    speed: float | None = None


class Audio(Frame):
    """Both sides of the sound."""

    input: AudioInput | None = None
    output: AudioOutput | None = None


class FunctionTool(Frame):
    """A tool the caller runs; `parameters` is a JSON Schema."""

    type: Literal["function"] = "function"
    name: str
    description: str | None = None
    parameters: dict[str, Any] | None = None


class McpTool(Frame):
    """Tools of an MCP server, run by the provider."""

    type: Literal["mcp"] = "mcp"
    server_label: str


class UnknownTool(Frame):
    """A tool of a kind this version does not know."""

    type: str | None = None


Tool: TypeAlias = Annotated[
    FunctionTool | McpTool | UnknownTool,
    OpenUnion(),
]


class PromptReference(Frame):
    """A stored prompt and the values for its variables."""

    id: str
    version: str | None = None
    variables: dict[str, Any] | None = None


class Session(Frame):
    """The configuration of a call; every field but `type` is optional in an update and present in an echo."""

    type: Literal["realtime", "transcription"] = "realtime"
    object: str | None = None
    id: str | None = None
    model: str | None = None
    instructions: str | None = None
    output_modalities: tuple[str, ...] | None = None
    audio: Audio | None = None
    tools: tuple[Tool, ...] | None = None
    tool_choice: str | dict[str, Any] | None = None
    parallel_tool_calls: bool | None = None
    reasoning: dict[str, Any] | None = None
    max_output_tokens: int | str | None = None
    truncation: str | dict[str, Any] | None = None
    prompt: PromptReference | None = None
    tracing: str | dict[str, Any] | None = None
    include: tuple[str, ...] | None = None
    expires_at: int | None = None
