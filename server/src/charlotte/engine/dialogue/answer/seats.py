"""How many a room holds, as documents of the house tell it: the line that names the room and counts its places."""

import json
import re

from pydantic import ValidationError

from charlotte.congress.search.folding import folded, words
from charlotte.engine.dialogue.answer import documents
from charlotte.engine.dialogue.answer.further import TOOL
from charlotte.engine.dialogue.question.focus import outputs
from charlotte.engine.dialogue.question.reading import Reading
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.knowledge.query import query_of
from charlotte.protocol.items import FunctionCall
from charlotte.tools.results import PassageCard, PassagesResult

PASSAGES = 6
PLACES = re.compile(
    r"\b\d+ (?:\w+ ){0,2}?(?:posti|persone|seats?|places?|people|persons|personnes|couverts|sitz\w*|"
    r"platze\w*|personen|plazas|asientos|personas)\b"
)
"""Of folded words."""
LEADERS = re.compile(r"\s*[.·…_]{3,}\s*")
"""The dots between a name and what stands beside it."""
MOST_BETWEEN = 12
"""Words after a room's name, of which the count of its places is one."""
MOST_COLONS = 2
SENTENCE = re.compile(r"[.!?]\s+[A-ZÄÖÜ]")


def of_room(name: str, reading: Reading, prompt: Prompt, asked_at: int) -> list[Say | Call]:
    """Return the tool's call, or the line of a document that counts the places of a room; nothing where none does."""
    if not any(tool.name == TOOL for tool in prompt.tools):
        return []
    arguments = json.dumps({"query": name, "limit": PASSAGES}, ensure_ascii=False)
    since = prompt.items[asked_at + 1 :]
    made = [item for item in since if isinstance(item, FunctionCall) and item.arguments == arguments]
    if not made:
        return [Call(TOOL, arguments)]
    output = next((result for call, result in outputs(since) if call.call_id == made[-1].call_id), {})
    try:
        found = PassagesResult.model_validate(output).passages
    except ValidationError:
        return []
    told = next((told for passage in found if (told := _line(passage, name)) is not None), None)
    return list(documents.quoted(told, query_of(reading.whole, reading.language), prompt)) if told is not None else []


def _line(passage: PassageCard, name: str) -> PassageCard | None:
    """Return a passage with what it says from a room's name on to the count of its places as its quote."""
    said = words(LEADERS.sub(": ", passage.text))
    wanted = folded(name)
    for first in range(len(said.tokens) - len(wanted) + 1):
        last = first + len(wanted)
        if said.tokens[first:last] != wanted or (after := said.tokens[last : last + MOST_BETWEEN]) == ():
            continue
        if (match := PLACES.search(" ".join(after))) is None:
            continue
        end = last + len(" ".join(after)[: match.end()].split())
        quote = said.written(first, end)
        if quote.count(": ") < MOST_COLONS and not SENTENCE.search(quote):  # nothing of the next room
            return passage.model_copy(update={"quote": quote.replace("\n", " ")})
    return None
