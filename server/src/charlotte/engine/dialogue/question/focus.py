"""What the conversation is about so far, read from its items alone."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from charlotte.congress.lexicon import Lexicon
from charlotte.congress.search.folding import words
from charlotte.engine.backchannel import is_backchannel
from charlotte.engine.dialogue.question.recalled import named_people, quoted_sessions, told_sessions
from charlotte.protocol.items import FunctionCall, FunctionCallOutput, Item, Message

_LOOK_BACK_ITEMS = 24
_QUESTIONS = 3
"""So many are kept: one may go on with another that goes on with a third."""


@dataclass(frozen=True)
class Focus:
    """The sessions, people and room spoken of last; earlier ones are forgotten as new ones come."""

    session_ids: tuple[str, ...] = ()
    person: str | None = None
    room: str | None = None
    day: str | None = None
    choices: tuple[str, ...] = ()
    """Ids of the sessions that Charlotte last asked back about."""
    asked: tuple[str, ...] = ()
    """What was asked before, the last question last."""


def text_of(item: Message) -> str:
    """Return what a message says, typed or transcribed."""
    parts = (getattr(content, "text", None) or getattr(content, "transcript", None) for content in item.content)
    return " ".join(part for part in parts if part)


def last_turn(items: Sequence[Item]) -> tuple[int, str]:
    """Return where the last user message stands and what it says; -1 and "" when there is none.

    A sound without words or an "mhm" before anything has been answered leaves the question before it open.
    """
    last: tuple[int, str] | None = None
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if not isinstance(item, Message):
            continue
        said = text_of(item)
        if item.role == "user" and (said.strip() and not is_backchannel(said)):
            return at, said
        if item.role == "user":
            last = last or (at, said)
        elif item.role == "assistant" and said and last is not None:
            return last
    return last or (-1, "")


def earlier_answer(items: Sequence[Item]) -> str | None:
    """Return what Charlotte said last."""
    for item in reversed(items):
        if isinstance(item, Message) and item.role == "assistant" and (said := text_of(item)):
            return said
    return None


def outputs(items: Sequence[Item]) -> Iterator[tuple[FunctionCall, dict[str, Any]]]:
    """Yield each tool call with what it returned; outputs that are not JSON objects are left out."""
    calls = {item.call_id: item for item in items if isinstance(item, FunctionCall)}
    for item in items:
        if isinstance(item, FunctionCallOutput) and item.call_id in calls:
            try:
                result = json.loads(item.output)
            except ValueError:
                continue
            if isinstance(result, dict):
                yield calls[item.call_id], result


def focus_of(items: Sequence[Item], lexicon: Lexicon) -> Focus:
    """Return what the items before a question leave in mind."""
    focus = Focus()
    calls = {item.call_id: item for item in items if isinstance(item, FunctionCall)}
    asked, questions = "", []
    for item in items[-_LOOK_BACK_ITEMS:]:
        if isinstance(item, Message) and item.role in ("user", "assistant"):
            focus = _after_words(focus, text_of(item), item.role, lexicon, asked)
            asked = text_of(item) if item.role == "user" else ""
            questions += [asked] if asked.strip() and not is_backchannel(asked) else []
        elif isinstance(item, FunctionCallOutput) and item.call_id in calls:
            for _, result in outputs((calls[item.call_id], item)):
                focus = _after_result(focus, result)
    return replace(focus, asked=tuple(questions[-_QUESTIONS:]))


def _after_words(focus: Focus, text: str, role: str, lexicon: Lexicon, asked: str) -> Focus:
    said = words(text)
    if not said.tokens:
        return focus
    before, mentioned = focus, lexicon.mentioned(said)
    room = lexicon.room(said)
    if mentioned:
        ids = tuple(session.id for session in mentioned)
        focus = Focus(session_ids=ids, choices=ids if role == "assistant" and text.rstrip().endswith("?") else ())
        if len(mentioned) == 1:
            names = [person.name for person in mentioned[0].speakers]
            # Whoever was asked for is still meant where the answer says only when and where.
            same = before.person if before.person in names else names[0] if len(names) == 1 else None
            focus = replace(focus, room=mentioned[0].room, person=same)
    if role == "assistant":
        people = [found for found in lexicon.people(said) if found.whole]
        if people:
            person = min(people, key=lambda found: found.first).person
            focus = replace(focus, person=person.name)
        if not mentioned and (told := quoted_sessions(text, lexicon) or told_sessions(text, lexicon, asked)):
            names = [one.name for one in told[0].speakers]
            person_named = focus.person or (names[0] if len(names) == 1 else None)
            room_told = told[0].room if len(told) == 1 else None
            ids = tuple(session.id for session in told)
            focus = replace(focus, session_ids=ids, choices=(), person=person_named, room=room_told or focus.room)
    elif people_asked := [found for found in named_people(said, lexicon) if found.whole]:
        focus = replace(focus, person=people_asked[0].person.name)
    return replace(focus, room=room.name) if room else focus


def _after_result(focus: Focus, result: dict[str, Any]) -> Focus:
    understood = result.get("understood") or {}
    kind = result.get("type")
    if kind == "speaker" and (speaker := result.get("speaker")):
        ids = tuple(session["id"] for session in speaker["sessions"])
        rooms = {session["room"] for session in speaker["sessions"]}
        return Focus(ids, speaker["name"], rooms.pop() if len(rooms) == 1 else None)
    if kind == "session" and (session := result.get("session")):
        speakers = session["speakers"]
        return Focus((session["id"],), speakers[0] if speakers else None, session["room"], session["day"])
    if kind in ("sessions", "whats_on"):
        shown = result["sessions"] or result.get("next_sessions") or []
        room = understood.get("room") or (shown[0]["room"] if len(shown) == 1 else None)
        return Focus(tuple(session["id"] for session in shown), None, room, understood.get("day"))
    if kind == "place" and (place := result.get("place")):
        return Focus((), None, place["name"])
    return focus
