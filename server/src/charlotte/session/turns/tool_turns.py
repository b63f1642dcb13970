"""When tool calls run and when the model is asked to go on: pure, because it is a race by nature."""

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from charlotte.protocol.base import Frame
from charlotte.protocol.ids import new_event_id
from charlotte.protocol.items import FunctionCall, Message
from charlotte.protocol.server import (
    ErrorRaised,
    ItemAdded,
    OutputItemDone,
    ResponseCreated,
    ResponseDone,
)

CALLS_PER_TURN = 10
"""More than any honest answer needs, to two questions in one breath as well; a model in a loop stops here."""


@dataclass(frozen=True)
class RunTool:
    """Run a tool and report its output with `ToolTurns.finished`."""

    call_id: str
    name: str
    arguments: str


@dataclass(frozen=True)
class GiveOutput:
    """Put the tool's output into the conversation."""

    call_id: str
    output: str


@dataclass(frozen=True)
class GiveLate:
    """Put in, as a call of its own, what a tool answered after its failure had been told."""

    name: str
    arguments: str
    output: str


@dataclass(frozen=True)
class AskToGoOn:
    """Ask for the response that uses the outputs; without tools once the turn has used up its calls."""

    event_id: str
    with_tools: bool


Effect: TypeAlias = RunTool | GiveOutput | GiveLate | AskToGoOn

TOO_MANY_CALLS = '{"error":{"code":"too_many_calls","message":"No more tool calls in this turn. Answer with what you have, or say what could not be found."}}'  # noqa: E501


@dataclass(frozen=True)
class ToolTurns:
    """Where the tool calls of a conversation stand; one response of a provider may hold several."""

    active: bool = False
    """A response of the default conversation is under way."""
    running: frozenset[str] = frozenset()
    """Calls whose output the model still waits for."""
    seen: frozenset[str] = frozenset()
    """Calls of this turn, so that none runs twice."""
    owed: bool = False
    """Outputs were given that no response has used yet."""
    spent: bool = False
    """The turn has used up its calls."""
    asked_event_id: str | None = None
    """Our last `response.create`, until it is taken."""
    unanswered: str | None = None
    """A user item of ours, for which nobody else asks for a response."""

    def observe(self, event: Frame) -> tuple["ToolTurns", list[Effect]]:
        """Take in what the upstream says."""
        match event:
            case ResponseCreated() if not self._unbound(event):
                return replace(self, active=True, asked_event_id=None), []
            case OutputItemDone(item=FunctionCall(call_id=str(), status="completed") as call):
                return self._call(call)
            case ResponseDone() if not self._unbound(event):
                return replace(self, active=False)._go_on(stopped=event.response.status == "cancelled")
            case ItemAdded(item=Message(role="user", id=item_id)):
                # A new turn makes its own response; outputs of the old one are told but not answered again.
                ours = item_id is not None and item_id == self.unanswered
                turn = replace(self, running=frozenset(), seen=frozenset(), spent=False)
                return replace(turn, owed=ours, unanswered=None if ours else self.unanswered)._go_on()
            case ErrorRaised() if self.asked_event_id and event.error.event_id == self.asked_event_id:
                busy = event.error.code == "conversation_already_has_active_response"
                return replace(self, owed=busy, active=busy, asked_event_id=None), []
            case _:
                return self, []

    def finished(self, call_id: str, output: str) -> tuple["ToolTurns", list[Effect]]:
        """Take in a tool's output."""
        give: list[Effect] = [GiveOutput(call_id, output)]
        if call_id not in self.running:
            return self, give
        after, asked = replace(self, running=self.running - {call_id}, owed=True)._go_on()
        return after, give + asked

    def answering(self, item_id: str) -> "ToolTurns":
        """Note a user item that we put in for the visitor, such as a tap: the response to it is ours to ask for."""
        return replace(self, unanswered=item_id)

    def late(self, asked: RunTool, output: str) -> tuple["ToolTurns", list[Effect]]:
        """Take in an output whose call had been told to have failed: it is said once, unless the visitor went on."""
        give: list[Effect] = [GiveLate(asked.name, asked.arguments, output)]
        if asked.call_id not in self.seen:
            return self, give
        after, going_on = replace(self, owed=True)._go_on()
        return after, give + going_on

    def _call(self, call: FunctionCall) -> tuple["ToolTurns", list[Effect]]:
        call_id = call.call_id
        assert call_id is not None
        if call_id in self.seen:
            return self, []
        if len(self.seen) >= CALLS_PER_TURN:
            after = replace(self, seen=self.seen | {call_id}, spent=True, owed=True)
            return after, [GiveOutput(call_id, TOO_MANY_CALLS)]
        after = replace(self, seen=self.seen | {call_id}, running=self.running | {call_id})
        return after, [RunTool(call_id, call.name, call.arguments)]

    def _go_on(self, *, stopped: bool = False) -> tuple["ToolTurns", list[Effect]]:
        if stopped:
            # The visitor interrupted or pressed stop: nothing more is said unasked.
            return replace(self, running=frozenset(), owed=False), []
        if not self.owed or self.active or self.running or self.asked_event_id:
            return self, []
        ask = AskToGoOn(new_event_id(), with_tools=not self.spent)
        return replace(self, owed=False, asked_event_id=ask.event_id), [ask]

    @staticmethod
    def _unbound(event: ResponseCreated | ResponseDone) -> bool:
        """Tell whether a response stands outside the conversation (`conversation: "none"`)."""
        fields: dict[str, Any] = event.response.wire()
        return "conversation_id" in fields and fields["conversation_id"] is None
