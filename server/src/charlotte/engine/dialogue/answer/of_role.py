"""Somebody who is asked for by what they are, and not by a name: "is there a notary, who is it and when?"."""

import json
from typing import Any

from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.mind import Call, Prompt

TOOL = "find_speaker"
QUESTION_CHARACTERS = 300


def pursue(reading: Reading, prompt: Prompt, asked_at: int) -> Call | dict[str, Any] | None:
    """Return the call that looks for somebody by what they are, or what it found; None where it found nobody."""
    if not any(tool.name == TOOL for tool in prompt.tools):
        return None
    question = reading.whole.strip()[:QUESTION_CHARACTERS]
    arguments = json.dumps({"described": question}, ensure_ascii=False)
    found = next(
        (result for call, result in outputs(prompt.items[asked_at + 1 :]) if call.arguments == arguments), None
    )
    if found is None:
        return Call(TOOL, arguments)
    return found if found.get("match") in ("exact", "close") else None
