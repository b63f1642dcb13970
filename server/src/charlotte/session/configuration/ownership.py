"""What the server owns in a call's configuration: what to put back when a client changed it, what to renew: pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charlotte.protocol.client import SessionUpdate
from charlotte.protocol.config import Session

DEFAULTS: Mapping[str, Any] = {
    "instructions": "",
    "tools": [],
    "tool_choice": "auto",
    "prompt": None,
    "max_output_tokens": "inf",
    "truncation": "auto",
    "include": None,
    "tracing": None,
}
"""Fields of a session that are never the visitor's, and what a provider has when nobody sets them."""
MAYBE = ("parallel_tool_calls", "reasoning")
"""Owned too, but their default is the model's: they are compared only where we set them."""
STUBBORN = ("tracing",)
"""A provider may refuse to change these once they are set, and refuses an update whole: they go in one of their own."""

HEARING = ("model", "prompt", "keywords")
"""What of the transcription is ours: which model, and the words it should expect."""
KNOWN_BY = 100
"""Characters by which the words we gave the recogniser are known again."""


@dataclass(frozen=True)
class Restored:
    """Updates that bring our configuration back, and the fields they are about."""

    updates: tuple[SessionUpdate, ...]
    fields: tuple[str, ...]


def put_back(echo: Session, ours: Session) -> Restored | None:
    """Return what restores the server's part of a configuration as an upstream told it; None = all is well."""
    told, wanted = echo.wire(), ours.wire()
    restore: dict[str, Any] = {}
    for name, default in DEFAULTS.items():
        mine = wanted.get(name, default)
        if not _same(name, told.get(name, default), mine):
            restore[name] = mine
    for name in MAYBE:
        if name in wanted and told.get(name) != wanted[name]:
            restore[name] = wanted[name]
    transcription = None if _hears_as(told, wanted) else _transcription(told, wanted)
    fields = (*restore, *(("transcription",) if transcription else ()))
    if not fields:
        return None
    alone = [{name: restore.pop(name)} for name in STUBBORN if name in restore]
    if transcription:
        restore["audio"] = {"input": {"transcription": transcription}}
    return Restored(tuple(_update(part) for part in (restore, *alone) if part), fields)


def renewed(before: Session, after: Session, *, with_voice: bool) -> Restored | None:
    """Return what tells a running call that our configuration changed; the voice goes alone, as it may be refused."""
    old, new = before.wire(), after.wire()
    names = (*DEFAULTS, *MAYBE)
    change = {name: new.get(name, DEFAULTS.get(name)) for name in names if new.get(name) != old.get(name)}
    fields = list(change)
    if any(_heard(old).get(name) != _heard(new).get(name) for name in HEARING):
        change["audio"] = {"input": {"transcription": _transcription(old, new)}}
        fields.append("transcription")
    updates = [_update(change)] if change else []
    voice = _voice(new)
    if with_voice and voice and voice != _voice(old):
        updates.append(_update({"audio": {"output": {"voice": voice}}}))
        fields.append("voice")
    return Restored(tuple(updates), tuple(fields)) if updates else None


def _same(name: str, told: Any, mine: Any) -> bool:
    if name == "tools":
        return _tools(told or []) == _tools(mine or [])
    if name == "prompt":
        return bool(_prompt(told) == _prompt(mine))
    if name in ("instructions", "include"):
        return bool((told or None) == (mine or None))
    return bool(told == mine)


def _tools(tools: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what a model reads of its tools, whatever else a provider writes beside it."""
    return {
        str(tool.get("name") or tool.get("server_label")): (
            tool.get("type"),
            tool.get("description") or None,
            tool.get("parameters") or None,
        )
        for tool in tools
    }


def _prompt(prompt: dict[str, Any] | None) -> Any:
    return prompt and (prompt.get("id"), prompt.get("variables") or {})


def _hears_as(told: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Tell whether speech is transcribed as we want it; a provider may write out a model's date or cut our words."""
    heard, ours = _heard(told), _heard(wanted)
    return all(str(heard.get(name) or "").startswith(str(ours[name])[:KNOWN_BY]) for name in HEARING if ours.get(name))


def _transcription(told: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Return the transcription with our words and our model; its language is the visitor's."""
    heard, ours = _heard(told), _heard(wanted)
    kept = {name: ours[name] for name in HEARING if ours.get(name)}
    return {**kept, **({"language": heard["language"]} if heard.get("language") else {})}


def _heard(session: Mapping[str, Any]) -> dict[str, Any]:
    audio = session.get("audio") or {}
    return dict((audio.get("input") or {}).get("transcription") or {})


def _voice(session: Mapping[str, Any]) -> Any:
    return ((session.get("audio") or {}).get("output") or {}).get("voice")


def _update(fields: Mapping[str, Any]) -> SessionUpdate:
    return SessionUpdate(session=Session.model_validate({"type": "realtime", **fields}))
