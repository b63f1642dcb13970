"""What each field of a session may hold; shared by session updates and by single responses."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from charlotte.engine.call.refusal import Refused, invalid_value

FORMATS = ("audio/pcm", "audio/pcmu", "audio/pcma")
VOICES = frozenset(
    "auto fast natural alloy ash ballad coral echo fable nova onyx sage shimmer verse marin cedar".split(),
)
"""Ours, and the hosted provider's names, which mean `auto`."""
_VOICE_NAME = re.compile(r"[a-z]{2}[a-z0-9_-]{0,62}", re.IGNORECASE)
_TOOL_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.IGNORECASE)
MAX_TOOLS = 128

_SESSION = frozenset(
    "type object id model instructions output_modalities audio tools tool_choice parallel_tool_calls reasoning"
    " max_output_tokens truncation prompt tracing include expires_at".split()
)
_INPUT = frozenset("format transcription noise_reduction turn_detection".split())
_OUTPUT = frozenset("format voice speed".split())
_TRANSCRIPTION = frozenset("model language languages prompt keywords delay".split())
_SERVER_VAD = frozenset(
    "type threshold prefix_padding_ms silence_duration_ms idle_timeout_ms create_response interrupt_response".split()
)
_SEMANTIC_VAD = frozenset("type eagerness create_response interrupt_response".split())


def check_session(change: Mapping[str, Any], at: str = "session") -> None:
    """Raise `Refused` for the first field of a session (as JSON data) that is unknown or out of bounds."""
    _known(change, _SESSION, at)
    if change.get("type", "realtime") != "realtime":
        raise invalid_value(change["type"], f"{at}.type", "Supported values are: 'realtime'.")
    check_shared(change, at)
    _choice(change, "truncation", ("auto", "disabled"), at, also_mapping=True)
    if isinstance(change.get("truncation"), Mapping):
        _check_retention(change["truncation"], f"{at}.truncation")
    _choice(change, "tracing", ("auto",), at, also_mapping=True)
    for name in change.get("include") or ():
        _one_of(name, ("item.input_audio_transcription.logprobs",), f"{at}.include")
    audio = change.get("audio") or {}
    _known(audio, frozenset(("input", "output")), f"{at}.audio")
    _check_input(audio.get("input") or {}, f"{at}.audio.input")


def check_shared(change: Mapping[str, Any], at: str) -> None:
    """Raise `Refused` for the fields a session and a single response have in common."""
    modalities = change.get("output_modalities")
    if modalities is not None and tuple(modalities) not in {("text",), ("audio",)}:
        supported = "Supported combinations are: ['text'] and ['audio']."
        raise invalid_value(list(modalities), f"{at}.output_modalities", supported)
    limit = change.get("max_output_tokens")
    is_count = isinstance(limit, int) and not isinstance(limit, bool) and 1 <= limit <= 4096
    if limit is not None and limit != "inf" and not is_count:
        raise invalid_value(limit, f"{at}.max_output_tokens", "Expected an integer from 1 to 4096, or 'inf'.")
    check_tools(change.get("tools") or (), f"{at}.tools")
    _choice(change, "tool_choice", ("auto", "none", "required"), at, also_mapping=True)
    choice = change.get("tool_choice")
    if isinstance(choice, Mapping):
        _one_of(choice.get("type"), ("function",), f"{at}.tool_choice.type")
    _check_output((change.get("audio") or {}).get("output") or {}, f"{at}.audio.output")


def check_tools(tools: Collection[Mapping[str, Any]], at: str) -> None:
    """Raise `Refused` unless `tools` are functions with distinct, well-formed names."""
    if len(tools) > MAX_TOOLS:
        raise invalid_value(f"{len(tools)} tools", at, f"At most {MAX_TOOLS} tools are supported.")
    seen: set[str] = set()
    for number, tool in enumerate(tools):
        _one_of(tool.get("type"), ("function",), f"{at}[{number}].type")
        name = tool.get("name")
        if not isinstance(name, str) or not _TOOL_NAME.fullmatch(name):
            raise invalid_value(name, f"{at}[{number}].name", "Expected 1 to 64 letters, digits, '_' or '-'.")
        if name in seen:
            raise invalid_value(name, f"{at}[{number}].name", "Each tool needs a name of its own.")
        seen.add(name)


def _check_input(given: Mapping[str, Any], at: str) -> None:
    _known(given, _INPUT, at)
    _check_format(given.get("format"), f"{at}.format")
    transcription = given.get("transcription")
    if transcription is not None:
        _known(transcription, _TRANSCRIPTION, f"{at}.transcription")
        language = transcription.get("language")
        if language and not _LANGUAGE.fullmatch(language):
            raise invalid_value(language, f"{at}.transcription.language", "Expected an ISO 639-1 code such as 'it'.")
    noise = given.get("noise_reduction")
    if noise is not None:
        _one_of(noise.get("type"), ("near_field", "far_field"), f"{at}.noise_reduction.type")
    detection = given.get("turn_detection")
    if detection is not None:
        _check_turn_detection(detection, f"{at}.turn_detection")


def _check_turn_detection(given: Mapping[str, Any], at: str) -> None:
    _one_of(given.get("type"), ("server_vad", "semantic_vad"), f"{at}.type")
    if given["type"] == "semantic_vad":
        _known(given, _SEMANTIC_VAD, at)
        _choice(given, "eagerness", ("low", "medium", "high", "auto"), at)
        return
    _known(given, _SERVER_VAD, at)
    _between(given, "threshold", 0.0, 1.0, at)
    _between(given, "prefix_padding_ms", 0, 10_000, at)
    _between(given, "silence_duration_ms", 0, 10_000, at)
    _between(given, "idle_timeout_ms", 5_000, 30_000, at)


def _check_output(given: Mapping[str, Any], at: str) -> None:
    _known(given, _OUTPUT, at)
    _check_format(given.get("format"), f"{at}.format")
    _between(given, "speed", 0.25, 1.5, at)
    voice = given.get("voice")
    name = voice.get("id") if isinstance(voice, Mapping) else voice
    if name is not None and not (isinstance(name, str) and (name in VOICES or _VOICE_NAME.fullmatch(name))):
        raise invalid_value(name, f"{at}.voice", f"Supported values are: {_listed(sorted(VOICES))}.")


def _check_format(given: Mapping[str, Any] | None, at: str) -> None:
    if given is None:
        return
    _one_of(given.get("type"), FORMATS, f"{at}.type")
    rate = given.get("rate")
    if given["type"] == "audio/pcm" and rate not in (None, 24_000):
        raise invalid_value(rate, f"{at}.rate", "Supported values are: 24000.")


def _check_retention(given: Mapping[str, Any], at: str) -> None:
    _one_of(given.get("type"), ("retention_ratio",), f"{at}.type")
    _between(given, "retention_ratio", 0.0, 1.0, at)


def _known(given: Mapping[str, Any], names: frozenset[str], at: str) -> None:
    for name in given:
        if name not in names:
            message = f"Unknown parameter: '{at}.{name}'."
            raise Refused(message, wire_code="unknown_parameter", param=f"{at}.{name}")


def _one_of(value: object, supported: Collection[str], at: str) -> None:
    if value is None:
        raise Refused(f"Missing required parameter: '{at}'.", wire_code="missing_required_parameter", param=at)
    if value not in supported:
        raise invalid_value(value, at, f"Supported values are: {_listed(supported)}.")


def _choice(
    given: Mapping[str, Any], name: str, supported: Collection[str], at: str, *, also_mapping: bool = False
) -> None:
    value = given.get(name)
    if value is None or (also_mapping and isinstance(value, Mapping)):
        return
    _one_of(value, supported, f"{at}.{name}")


def _between(given: Mapping[str, Any], name: str, low: float, high: float, at: str) -> None:
    value = given.get(name)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if value is not None and not (is_number and low <= value <= high):
        raise invalid_value(value, f"{at}.{name}", f"Expected a number from {low} to {high}.")


def _listed(values: Collection[str]) -> str:
    quoted = [f"'{value}'" for value in values]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + f", and {quoted[-1]}"
