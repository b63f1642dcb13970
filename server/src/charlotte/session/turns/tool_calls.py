"""Runs the tools that a call's model asks for, and has it go on with what came of them."""

import asyncio
from contextlib import suppress
from typing import Protocol

from charlotte.protocol.base import Frame
from charlotte.protocol.client import ClientEvent, ItemCreate, ResponseCreate
from charlotte.protocol.ids import new_call_id, new_item_id
from charlotte.protocol.items import FunctionCall, FunctionCallOutput
from charlotte.protocol.response import ResponseRequest
from charlotte.protocol.server import ServerEvent
from charlotte.session.happened import Source, ToolRan
from charlotte.session.identity import Session
from charlotte.session.turns.agreement import Verdict
from charlotte.session.turns.confirming import Confirming
from charlotte.session.turns.tool_turns import AskToGoOn, Effect, GiveLate, GiveOutput, RunTool, ToolTurns
from charlotte.tools.gateway import Outcome, Overdue
from charlotte.tools.proposals import Agreed, NothingToConfirm


class ToolDesk(Protocol):
    """Whatever runs the tools of a conversation."""

    async def run_tool(self, session: Session, asked: RunTool, overdue: Overdue | None = None) -> Outcome:
        """Run a tool call; what writes is only proposed."""
        ...

    async def confirm(
        self, session_id: str, confirmation_id: str, *, yes: bool, agreed: Agreed, overdue: Overdue | None = None
    ) -> Outcome:
        """Do, or drop, what was proposed to the attendee. Raises `NothingToConfirm`."""
        ...


class Caller(Protocol):
    """The call whose model asks for tools."""

    session: Session

    def publish(self, event: Frame, source: Source) -> None:
        """Put something that happened on the bus."""
        ...

    async def put_in(self, event: ClientEvent) -> None:
        """Tell the upstream something on the server's own behalf."""
        ...

    async def ask(self, asked: ResponseCreate) -> None:
        """Ask the upstream for an answer that nobody else asks for."""
        ...


class ToolCalls:
    """The tool calls of one call, and the attendee's yes that some of them wait for."""

    def __init__(self, desk: ToolDesk, confirming: Confirming, caller: Caller) -> None:
        self._desk = desk
        self._confirming = confirming
        self._caller = caller
        self._turns = ToolTurns()

    def answering(self, item_id: str) -> None:
        """Note a user item that the server puts in: the response to it is ours to ask for."""
        self._turns = self._turns.answering(item_id)

    async def observe(self, event: ServerEvent, tasks: asyncio.TaskGroup, *, again: bool) -> None:
        """Take in what the upstream says; tools run in `tasks`. `again`: it only repeats what it was told."""
        verdict = None if again else self._confirming.observe(event, self._caller)
        if verdict is not None:
            tasks.create_task(self._confirm(verdict), name="confirm")
        self._turns, effects = self._turns.observe(event)
        await self._apply(effects, tasks)

    def leave(self) -> None:
        """Note that the call is over; its open question is not."""
        self._confirming.leave(self._caller)

    async def _apply(self, effects: list[Effect], tasks: asyncio.TaskGroup) -> None:
        for effect in effects:
            match effect:
                case RunTool():
                    tasks.create_task(self._run(effect, tasks), name=f"tool {effect.name}")
                case GiveOutput(call_id, output):
                    await self._give(call_id, output)
                case GiveLate(name, arguments, output):
                    call_id = new_call_id()
                    again = FunctionCall(id=new_item_id(), call_id=call_id, name=name, arguments=arguments)
                    await self._caller.put_in(ItemCreate(item=again))
                    await self._give(call_id, output)
                case AskToGoOn(event_id, with_tools):
                    extra = {} if with_tools else {"response": ResponseRequest(tool_choice="none")}
                    await self._caller.ask(ResponseCreate(event_id=event_id, **extra))

    async def _give(self, call_id: str, output: str) -> None:
        item = FunctionCallOutput(id=new_item_id(), call_id=call_id, output=output)
        await self._caller.put_in(ItemCreate(item=item))

    async def _run(self, asked: RunTool, tasks: asyncio.TaskGroup) -> None:
        async def told(outcome: Outcome) -> None:
            self._caller.publish(tool_ran(outcome, asked.arguments), "charlotte")
            self._turns, effects = self._turns.finished(outcome.call_id, outcome.output)
            await self._apply(effects, tasks)

        await self._confirming.heard(asked.name)
        outcome = await self._desk.run_tool(self._caller.session, asked, told)
        if outcome.proposal is not None:
            self._confirming.proposed(outcome.proposal)
        if not outcome.late:
            await told(outcome)
        elif outcome.ok:
            self._caller.publish(tool_ran(outcome, asked.arguments), "charlotte")
            self._turns, effects = self._turns.late(asked, outcome.output)
            await self._apply(effects, tasks)

    async def _confirm(self, verdict: Verdict) -> None:
        """Do what the attendee agreed to; the model learns of it by asking again, the journal at once."""
        with suppress(NothingToConfirm):
            outcome = await self._desk.confirm(
                self._caller.session.id, verdict.confirmation_id, yes=verdict.yes, agreed="words"
            )
            if not outcome.repeated:
                self._caller.publish(tool_ran(outcome, ""), "charlotte")


def tool_ran(outcome: Outcome, arguments: str) -> ToolRan:
    """Return the audit record of a tool call."""
    return ToolRan(
        call_id=outcome.call_id,
        name=outcome.name,
        ok=outcome.ok,
        code=outcome.code,
        tool_ms=outcome.tool_ms,
        arguments=arguments,
        output=outcome.output,
    )
