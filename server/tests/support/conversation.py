"""A visitor who talks to the shipped dialogue: real understanding, real tools, a stopped clock."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from charlotte.clock import Clock, StoppedClock
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.engine.mind import Call, Prompt, Say
from charlotte.errors import NotFound
from charlotte.protocol.items import FunctionCall, FunctionCallOutput, InputText, Item, Message, OutputText
from charlotte.session.turns.tool_turns import CALLS_PER_TURN
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.tool import Tool, ToolContext
from support.agendas import programme

MOST_STEPS = CALLS_PER_TURN


@dataclass(frozen=True)
class Shelf:
    """Programmes straight from their files."""

    held: Mapping[str, Programme]

    async def programme(self, event_id: str) -> Programme:
        if event_id not in self.held:
            raise NotFound(f"No congress {event_id!r}.")
        return self.held[event_id]


@dataclass
class Conversation:
    """One conversation; `asks` returns the whole answer."""

    mind: Dialogue
    shelf: Shelf
    event: str
    clock: Clock
    language: str | None = None
    spoken: bool = False
    items: list[Item] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    clauses: list[Say] = field(default_factory=list)
    tools: tuple[str, ...] = tuple(CONGRESS_TOOLS)
    said_before_a_call: list[Say] = field(default_factory=list)
    """What a response said although it then called a tool."""
    told: Mapping[str, str] = field(default_factory=dict)
    """What organisers told by hand."""
    more_tools: Mapping[str, Tool[Any]] = field(default_factory=dict)
    """Beside those of the programme."""

    async def asks(self, text: str) -> str:
        self.items.append(Message(role="user", content=(InputText(text=text),)))
        self.calls = []
        for _ in range(MOST_STEPS):
            said, wanted = await self._respond()
            if not wanted:
                self.clauses = said
                answer = "".join(clause.text for clause in said)
                self.items.append(Message(role="assistant", content=(OutputText(text=answer),)))
                return answer
            self.said_before_a_call += said
            for call in wanted:
                await self._run(call)
        raise AssertionError(f"still calling tools after {MOST_STEPS} steps: {self.calls}")

    async def goes_on(self, heard: str) -> str:
        """Return the rest of the last answer, of which part was heard before a line broke."""
        said, wanted = await self._respond(heard=heard)
        assert not wanted
        return "".join(clause.text for clause in said)

    @property
    def _offered(self) -> Mapping[str, Tool[Any]]:
        return {**{name: CONGRESS_TOOLS[name] for name in self.tools}, **self.more_tools}

    async def _respond(self, **variables: str) -> tuple[list[Say], list[Call]]:
        prompt = Prompt(
            items=tuple(self.items),
            tools=tuple(tool.definition() for tool in self._offered.values()),
            language=self.language,
            spoken=self.spoken,
            variables={"event": self.event, **self.told, **variables},
        )
        parts = [part async for part in self.mind.respond(prompt)]
        return [part for part in parts if isinstance(part, Say)], [part for part in parts if isinstance(part, Call)]

    async def _run(self, call: Call) -> None:
        call_id = f"call_{len(self.items)}"
        self.calls.append(call)
        self.items.append(FunctionCall(name=call.name, call_id=call_id, arguments=call.arguments))
        context = ToolContext(self.event, self.clock, self.language, "sess_test", self.shelf)
        result = await self._offered[call.name].run(context, json.loads(call.arguments))
        self.items.append(FunctionCallOutput(call_id=call_id, output=result.model_dump_json(exclude_none=True)))


def conversation(path: Path, at: str, *, language: str | None = None, spoken: bool = False) -> Conversation:
    """Begin a conversation at a congress, at a moment (ISO 8601 with offset)."""
    loaded = programme(path)
    shelf = Shelf({loaded.congress.id: loaded})
    clock = StoppedClock(datetime.fromisoformat(at).astimezone(loaded.congress.zone))
    return Conversation(Dialogue(shelf), shelf, loaded.congress.id, clock, language, spoken)
