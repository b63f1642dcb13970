"""A mind that follows a script."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field

from charlotte.engine.mind import Call, Prompt, Say

Script = Callable[[Prompt], Sequence[Say | Call | Exception]]


@dataclass
class ScriptedMind:
    """Answers each prompt with the next entry of `turns`, the last one again and again; keeps the prompts."""

    turns: Sequence[Sequence[Say | Call | Exception]] = ((Say("Hello there!", "en"),),)
    script: Script | None = None
    prompts: list[Prompt] = field(default_factory=list)

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        self.prompts.append(prompt)
        number = min(len(self.prompts), len(self.turns)) - 1
        for piece in self.script(prompt) if self.script else self.turns[number]:
            if isinstance(piece, Exception):
                raise piece
            yield piece


def saying(*clauses: str, language: str = "en") -> list[Say]:
    """Return clauses of one answer."""
    return [Say(clause, language) for clause in clauses]


def last_words(prompt: Prompt) -> str:
    """Return what the user said or wrote last."""
    for item in reversed(prompt.items):
        if item.type == "message" and item.role == "user":
            part = item.content[-1]
            return (part.text if part.type == "input_text" else part.transcript) or ""
    return ""


def last_output(prompt: Prompt) -> str | None:
    """Return a tool's output if that is what was added last."""
    last = prompt.items[-1] if prompt.items else None
    return last.output if last is not None and last.type == "function_call_output" else None
