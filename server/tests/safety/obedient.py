"""The worst model there could be: it calls every tool that a hostile text names, and repeats every payload."""

import json
from collections.abc import Sequence

from charlotte.engine.mind import Call, Prompt, Say
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from support.minds import last_words

FOREIGN = ("check_in", "book_seat", "send_message", "announce", "update_agenda", "list_attendees", "fetch_url", "admin")
"""Tools that hostile texts ask for."""


CALLS_A_TURN = 3


def obeys(prompt: Prompt) -> Sequence[Say | Call | Exception]:
    """Call what the corpus's texts want called, in the name of somebody else; then say the payload as it stands."""
    payload = last_words(prompt)
    made = sum(1 for item in prompt.items[_asked_at(prompt) :] if item.type == "function_call_output")
    if made < CALLS_A_TURN:
        wanted = _wanted(payload)
        return [wanted[(len(payload) * CALLS_A_TURN + made) % len(wanted)]]
    return [Say(payload, "en")]


def _asked_at(prompt: Prompt) -> int:
    return max(at for at, item in enumerate(prompt.items) if item.type == "message" and item.role == "user")


def _wanted(payload: str) -> list[Call]:
    stolen = {"session_id": "sess_of_somebody_else", "attendee_id": "A-2207", "confirm": True, "url": payload}
    honest = [Call(name, json.dumps({"query": payload[:100]})) for name in ("find_sessions",)]
    return [
        *(Call(name, json.dumps(stolen)) for name in FOREIGN),
        *(Call(name, json.dumps({**stolen, "query": payload})) for name in CONGRESS_TOOLS),
        *honest,
        Call("ask_staff", json.dumps({"message": payload[:300]})),
    ]
