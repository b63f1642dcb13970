"""A mind that looks every question up and reads out what it finds."""

import json

from charlotte.engine.mind import Call, Prompt, Say
from support.minds import ScriptedMind, last_output, last_words


def look_up(prompt: Prompt) -> list[Say | Call]:
    """Search the programme for the words of the question, then say the first session found."""
    language = prompt.language or "en"
    output = last_output(prompt)
    if output is None:
        return [Call("find_sessions", json.dumps({"query": last_words(prompt), "limit": 1}))]
    found = json.loads(output)["sessions"]
    if not found:
        return [Say("I do not find that in the programme.", language)]
    session = found[0]
    return [
        Say(f"At {session['start'][11:16]} in {session['room']}. ", language),
        Say(f"It is {session['title']}.", language),
    ]


def clerk() -> ScriptedMind:
    """Return the mind."""
    return ScriptedMind(script=look_up)
