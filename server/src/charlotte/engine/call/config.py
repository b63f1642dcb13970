"""The session's configuration: the server's defaults, and the merge of what an update brings."""

from collections.abc import Mapping
from typing import Any

from charlotte.engine.call.config_rules import check_session
from charlotte.engine.call.refusal import Refused
from charlotte.protocol.config import Session

MODEL = "charlotte"
"""The model's name when the caller names none."""

_TURN_DETECTION: Mapping[str, Mapping[str, Any]] = {
    "server_vad": {
        "type": "server_vad",
        "threshold": 0.5,
        "prefix_padding_ms": 300,
        "silence_duration_ms": 500,
        "idle_timeout_ms": None,
        "create_response": True,
        "interrupt_response": True,
    },
    "semantic_vad": {
        "type": "semantic_vad",
        "eagerness": "auto",
        "create_response": True,
        "interrupt_response": True,
    },
}
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "audio/pcm": {"type": "audio/pcm", "rate": 24000},
    "audio/pcmu": {"type": "audio/pcmu"},
    "audio/pcma": {"type": "audio/pcma"},
}
_CLEARED: Mapping[str, Any] = {
    "instructions": "",
    "output_modalities": ["audio"],
    "tools": [],
    "tool_choice": "auto",
    "max_output_tokens": "inf",
    "truncation": "auto",
}
"""What null means for fields that always have a value."""
_NOT_THE_CALLERS = ("id", "object", "expires_at", "model")
"""Set by the server for the life of a call; the SDKs send other models with each update, so that is no error."""
_OPTIONAL = ("parallel_tool_calls", "reasoning")
"""Echoed only once they have been set."""


def new_session(session_id: str, expires_at: int, model: str = MODEL) -> Session:
    """Return the configuration a call begins with."""
    return Session.model_validate(
        {
            "type": "realtime",
            "object": "realtime.session",
            "id": session_id,
            "model": model,
            "output_modalities": ["audio"],
            "instructions": "",
            "tools": [],
            "tool_choice": "auto",
            "max_output_tokens": "inf",
            "tracing": None,
            "truncation": "auto",
            "prompt": None,
            "expires_at": expires_at,
            "audio": {
                "input": {
                    "format": _FORMATS["audio/pcm"],
                    "transcription": None,
                    "noise_reduction": None,
                    "turn_detection": _TURN_DETECTION["server_vad"],
                },
                "output": {"format": _FORMATS["audio/pcm"], "voice": "auto", "speed": 1.0},
            },
            "include": None,
        }
    )


def merge(current: Session, update: Session, *, has_spoken: bool = False) -> Session:
    """Return `current` with the fields present in `update`; "", [] and null clear.

    Raises `Refused` and changes nothing when any field is wrong, or when the voice would change after the
    assistant `has_spoken`.
    """
    change = update.wire()
    check_session(change)
    merged = current.wire()
    for name, value in change.items():
        if name in _NOT_THE_CALLERS or (name in _OPTIONAL and value is None):
            continue
        if name == "audio":
            _merge_audio(merged["audio"], value or {})
        else:
            merged[name] = _CLEARED.get(name) if value is None else value
    _check_tool_choice(merged)
    if has_spoken and merged["audio"]["output"]["voice"] != current.wire()["audio"]["output"]["voice"]:
        message = "Cannot update a conversation's voice if assistant audio is present."
        raise Refused(message, wire_code="cannot_update_voice", param="session.audio.output.voice")
    return Session.model_validate(merged)


def _merge_audio(audio: dict[str, Any], change: Mapping[str, Any]) -> None:
    into, given = audio["input"], change.get("input") or {}
    if "format" in given:
        into["format"] = _format(given["format"])
    if "transcription" in given:
        into["transcription"] = _transcription(into["transcription"], given["transcription"])
    if "noise_reduction" in given:
        into["noise_reduction"] = given["noise_reduction"]
    if "turn_detection" in given:
        into["turn_detection"] = _turn_detection(into["turn_detection"], given["turn_detection"])
    out, given = audio["output"], change.get("output") or {}
    if "format" in given:
        out["format"] = _format(given["format"])
    if "voice" in given:
        out["voice"] = given["voice"] or "auto"
    if "speed" in given:
        out["speed"] = 1.0 if given["speed"] is None else float(given["speed"])


def _format(given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return _FORMATS[given["type"] if given else "audio/pcm"]


def _transcription(current: Mapping[str, Any] | None, given: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if given is None:
        return None
    return {"model": None, "language": None, "prompt": None} | dict(current or {}) | dict(given)


def _turn_detection(current: Mapping[str, Any] | None, given: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if given is None:
        return None
    defaults = _TURN_DETECTION[given["type"]]
    kept = current if current and current["type"] == given["type"] else {}
    chosen = {
        name: defaults[name] if value is None and name != "idle_timeout_ms" else value for name, value in given.items()
    }
    return {**defaults, **kept, **chosen}


def _check_tool_choice(merged: Mapping[str, Any]) -> None:
    choice = merged["tool_choice"]
    if not isinstance(choice, Mapping):
        return
    if choice.get("name") not in [tool.get("name") for tool in merged["tools"]]:
        message = f"Tool choice '{choice.get('name')}' not found in 'tools' parameter."
        raise Refused(message, wire_code="invalid_value", param="session.tool_choice")
