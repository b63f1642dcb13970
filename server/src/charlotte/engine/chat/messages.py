"""From a prompt to the messages and tools of a chat completion: pure."""

from collections.abc import Iterator, Sequence
from typing import Any

from charlotte.engine.mind import Prompt
from charlotte.protocol.items import FunctionCall, FunctionCallOutput, Item, Message

MOST_CALLS = 6
"""After so many in one turn the model must answer."""
GO_ON = "The line broke in the middle of your last answer. The visitor heard this of it: «{heard}». Say only the rest."

Json = dict[str, Any]


def body(prompt: Prompt, model: str) -> Json:
    """Return the body of `POST /chat/completions`, streamed."""
    messages: list[Json] = [{"role": "system", "content": prompt.instructions}] if prompt.instructions else []
    messages += _messages(prompt.items)
    heard = prompt.variables.get("heard")
    if isinstance(heard, str):
        messages.append({"role": "system", "content": GO_ON.format(heard=heard)})
    made: Json = {"model": model, "messages": messages, "stream": True}
    if prompt.tools and calls_made(prompt.items) < MOST_CALLS and prompt.tool_choice != "none":
        made["tools"] = [
            {
                "type": "function",
                "function": {"name": tool.name, "description": tool.description, "parameters": tool.parameters},
            }
            for tool in prompt.tools
        ]
    return made


def calls_made(items: Sequence[Item]) -> int:
    """Return how many tools were called since the person last said something."""
    made = 0
    for item in reversed(items):
        if isinstance(item, Message) and item.role == "user":
            break
        made += isinstance(item, FunctionCallOutput)
    return made


def _messages(items: Sequence[Item]) -> Iterator[Json]:
    answered = {item.call_id for item in items if isinstance(item, FunctionCallOutput)}
    called = {item.call_id for item in items if isinstance(item, FunctionCall)}
    for item in items:
        if isinstance(item, Message):
            if text := said(item):
                yield {"role": item.role, "content": text}
        elif isinstance(item, FunctionCall) and item.call_id in answered:
            function = {"name": item.name, "arguments": item.arguments or "{}"}
            call = {"id": item.call_id, "type": "function", "function": function}
            yield {"role": "assistant", "content": None, "tool_calls": [call]}
        elif isinstance(item, FunctionCallOutput) and item.call_id in called:
            yield {"role": "tool", "tool_call_id": item.call_id, "content": item.output}


def said(message: Message) -> str:
    """Return the words of a message, typed or transcribed."""
    parts = (getattr(part, "text", None) or getattr(part, "transcript", None) for part in message.content)
    return " ".join(part for part in parts if part)
