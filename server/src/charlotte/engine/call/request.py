"""What one response is to be: the session's configuration with the request's overrides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charlotte.engine.call.config_rules import check_shared
from charlotte.engine.call.conversation import Conversation, accepted
from charlotte.engine.call.refusal import invalid_value
from charlotte.protocol.config import Audio, AudioOutput, FunctionTool, Session
from charlotte.protocol.items import Item, ItemReference
from charlotte.protocol.response import ResponseRequest

MAX_METADATA = 16


@dataclass(frozen=True)
class Request:
    """One response to make."""

    items: tuple[Item, ...] | None
    """The context if it was given, None = the conversation."""
    in_conversation: bool
    """False = out of band: beside the conversation, in parallel."""
    instructions: str
    spoken: bool
    tools: tuple[FunctionTool, ...]
    tool_choice: str | Mapping[str, Any]
    max_output_tokens: int | str
    audio: Audio
    """The output side as a response shows it: format and voice."""
    voice: str
    speed: float
    language: str | None
    variables: Mapping[str, Any]
    metadata: dict[str, Any] | None


def new_request(session: Session, asked: ResponseRequest | None, conversation: Conversation) -> Request:
    """Merge what was asked over the session. Raises `Refused` when something asked cannot be."""
    given = asked.wire() if asked else {}
    check_shared(given, "response")
    _check_metadata(given.get("metadata"))
    if given.get("conversation") not in (None, "auto", "none"):
        raise invalid_value(given["conversation"], "response.conversation", "Supported values are: 'auto' and 'none'.")
    chosen = session.wire() | {name: value for name, value in given.items() if value is not None and name != "audio"}
    output = dict(session.wire()["audio"]["output"]) | dict((given.get("audio") or {}).get("output") or {})
    transcription = session.wire()["audio"]["input"]["transcription"] or {}
    tools = tuple(FunctionTool.model_validate(tool) for tool in chosen["tools"])
    voice = output["voice"]
    return Request(
        items=None if asked is None or asked.input is None else tuple(_found(i, conversation) for i in asked.input),
        in_conversation=given.get("conversation") != "none",
        instructions=chosen["instructions"],
        spoken=tuple(chosen["output_modalities"]) == ("audio",),
        tools=tools if chosen["tool_choice"] != "none" else (),
        tool_choice=chosen["tool_choice"],
        max_output_tokens=chosen["max_output_tokens"],
        audio=Audio(output=AudioOutput.model_validate({"format": output["format"], "voice": voice})),
        voice=str(voice["id"]) if isinstance(voice, Mapping) else str(voice),
        speed=output["speed"],
        language=_language(transcription.get("language")),
        variables=(chosen.get("prompt") or {}).get("variables") or {},
        metadata=given.get("metadata"),
    )


def _language(tag: str | None) -> str | None:
    return tag.split("-")[0].lower() if tag else None


def _found(item: Item, conversation: Conversation) -> Item:
    return conversation.item(item.id) if isinstance(item, ItemReference) else accepted(item)


def _check_metadata(metadata: Mapping[str, Any] | None) -> None:
    if metadata is not None and len(metadata) > MAX_METADATA:
        raise invalid_value(f"{len(metadata)} pairs", "response.metadata", f"At most {MAX_METADATA} pairs.")
