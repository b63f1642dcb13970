"""What of an event is a fact and may be kept in clear, and what are words: pure."""

from typing import Any

from charlotte.protocol.base import Frame
from charlotte.protocol.client import InputAudioAppend, SessionUpdate, UnknownClientEvent
from charlotte.protocol.config import Session
from charlotte.protocol.server import OutputAudioDelta, UnknownEvent

FACTS = frozenset(
    {
        "event_id", "response_id", "item_id", "previous_item_id", "call_id", "output_index", "content_index",
        "audio_start_ms", "audio_end_ms", "name", "ok", "code", "tool_ms", "reason", "transport", "upstream",
        "replayed_items", "fields", "template", "brief",
    }
)  # fmt: skip
"""Fields that are ids, counts, codes or names of tools, whatever event they stand in."""

WORDLESS = (
    "input_audio_buffer.",
    "output_audio_buffer.",
    "rate_limits.updated",
    "response.cancel",
    "response.output_audio.",
    "charlotte.call_",
    "charlotte.config_",
    "charlotte.words_",
    "conversation.item.truncate",
    "conversation.item.delete",
    "conversation.item.retrieve",
)
"""Types that carry no words at all, so that nothing needs encrypting."""


def is_sound(event: Frame) -> bool:
    """Tell whether an event is a piece of sound, which is never kept."""
    return isinstance(event, InputAudioAppend | OutputAudioDelta)


def facts(event: Frame) -> dict[str, Any]:
    """Return what may be kept in clear."""
    if isinstance(event, UnknownEvent | UnknownClientEvent):
        return {}
    wire = event.wire()
    kept: dict[str, Any] = {name: value for name, value in wire.items() if name in FACTS and _plain(value)}
    for nested in ("response", "item", "error", "session"):
        value = wire.get(nested)
        if isinstance(value, dict):
            kept[nested] = _nested(nested, value)
    if isinstance(wire.get("usage"), dict):
        kept["usage"] = wire["usage"]
    return kept


def has_words(event: Frame) -> bool:
    """Tell whether an event may carry what somebody said, a name or a tool's arguments."""
    event_type = str(getattr(event, "type", ""))
    return event_type == "conversation.item.retrieved" or not event_type.startswith(WORDLESS)


def words(event: Frame) -> dict[str, Any]:
    """Return the whole event without sound and without the configuration's long texts."""
    wire = event.wire()
    if isinstance(event, SessionUpdate) or isinstance(getattr(event, "session", None), Session):
        return {"type": wire.get("type"), "session": _nested("session", wire["session"])}
    stripped: dict[str, Any] = _without_sound(wire)
    return stripped


def _nested(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    names = {
        "response": ("id", "status", "conversation_id", "output_modalities", "usage"),
        "item": ("id", "type", "role", "status", "call_id", "name"),
        "error": ("type", "code", "param", "event_id"),
        "session": ("id", "model", "output_modalities", "expires_at"),
    }[kind]
    kept = {name: value[name] for name in names if name in value}
    if kind == "response" and isinstance(value.get("status_details"), dict):
        details = value["status_details"]
        kept["reason"] = details.get("reason")
        if isinstance(details.get("error"), dict):
            kept["code"] = details["error"].get("code")
    return kept


def _plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_plain, value))
    # Ids and codes are short; a longer text is not one of them.
    return value is None or isinstance(value, int | float | bool) or (isinstance(value, str) and len(value) <= 64)


def _without_sound(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_sound(inner)
            for name, inner in value.items()
            if not (name in ("audio", "image_url") and isinstance(inner, str))
        }
    if isinstance(value, list):
        return [_without_sound(inner) for inner in value]
    return value
