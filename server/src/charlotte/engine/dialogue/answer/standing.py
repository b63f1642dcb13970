"""What organisers told and a document says too: looked up before it is said, so that its place is on the card."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from charlotte.engine.dialogue.answer.practical import told_topic
from charlotte.engine.dialogue.goals import Answer, Goal
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.mind import Call, Prompt
from charlotte.protocol.items import FunctionCall, Item
from charlotte.tools.told_facts import TOPICS

TOOL = "practical_facts"


def look_up(goal: Goal, reading: Reading, prompt: Prompt, since: Sequence[Item]) -> Call | None:
    """Return the call that shows a told fact with its place; None = there is no place, or it was made already."""
    if not isinstance(goal, Answer) or not any(tool.name == TOOL for tool in prompt.tools):
        return None
    topic = told_topic(goal.phrase, reading.words.text, reading.language, prompt.variables)
    if topic not in TOPICS or not _stands(topic, prompt.variables):
        return None
    call = Call(TOOL, json.dumps({"topics": [topic]}))
    made = any(isinstance(item, FunctionCall) and item.arguments == call.arguments for item in since)
    return None if made else call


def _stands(topic: str, variables: Mapping[str, Any]) -> bool:
    return bool(variables.get(f"{topic}_source"))
