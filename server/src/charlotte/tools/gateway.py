"""The one door to the tools: checked, on the session's behalf, once per call, in time; writes only after a yes."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import orjson
import structlog
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from charlotte.errors import CharlotteError
from charlotte.tools.proposals import Agreed, Proposal, Proposals, Write, Writes, WriteState
from charlotte.tools.tool import Tool, ToolContext

log = structlog.get_logger(__name__)

REMEMBERED_CALLS = 4096
"""Finished calls whose answer is kept for a repeated request; the oldest are forgotten first."""

ARGUMENTS_LIMIT = 16_384
"""Characters of arguments; no tool needs a hundredth of it."""

LATE_S = 30.0
"""How long a tool that missed its time may still answer."""


@dataclass(frozen=True)
class Outcome:
    """How one call went; `output` is the JSON text for the model, whatever happened."""

    call_id: str
    name: str
    output: str
    ok: bool
    code: str | None
    tool_ms: int
    repeated: bool = False
    """This call was already answered; nothing ran again."""
    late: bool = False
    """The tool answered after its failure had been told."""
    proposal: Proposal | None = None
    """What the attendee must agree to first; nothing was done."""


Overdue: TypeAlias = Callable[[Outcome], Awaitable[None]]
"""Told when a tool has missed its time; what it answers after all is then the outcome, marked `late`."""


class Gateway:
    """Runs tool calls for sessions."""

    def __init__(self, tools: Mapping[str, Tool[Any]], *, timeout_s: float, writes: Writes | None = None) -> None:
        writing = sorted(name for name, tool in tools.items() if tool.writes)
        if writing and writes is None:
            raise ValueError(f"{', '.join(writing)} would write without a record of writes")
        self._tools = tools
        self._checks = {name: Draft202012Validator(tool.parameters) for name, tool in tools.items()}
        self._timeout_s = timeout_s
        self._writes = writes
        self._proposals = Proposals()
        self._done: OrderedDict[tuple[str, str], Outcome] = OrderedDict()
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    @property
    def tools(self) -> Mapping[str, Tool[Any]]:
        """The tools a session may use."""
        return self._tools

    async def run(
        self, context: ToolContext, *, call_id: str, name: str, arguments: str, overdue: Overdue | None = None
    ) -> Outcome:
        """Run a call once and return its outcome; a repeated `call_id` of the session gets the same answer.

        A tool that writes is not run but proposed: `confirm` runs it. Never raises but for cancellation: a failure is
        told to the model, so that it can tell the person.
        """
        key = (context.session_id, call_id)
        lock = self._locks.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                known = self._done.get(key)
                if known is not None:
                    return replace(known, repeated=True)
                outcome = await self._attempt(context, call_id, name, arguments, overdue)
                if outcome.proposal is None:
                    self._keep(key, outcome)
                return outcome
        finally:
            if not lock.locked():
                self._locks.pop(key, None)

    async def confirm(
        self,
        session_id: str,
        confirmation_id: str,
        *,
        yes: bool,
        agreed: Agreed,
        overdue: Overdue | None = None,
    ) -> Outcome:
        """Do what was proposed, or not, by the attendee's own answer; a second answer changes nothing.

        Raises `NothingToConfirm` when this conversation has no such open question.
        """
        proposal = self._proposals.find(session_id, confirmation_id, now_s=time.monotonic())
        async with proposal.lock:
            ended: Outcome | None = proposal.outcome
            if ended is not None:
                return replace(ended, repeated=True)
            if yes:
                outcome = await self._write(proposal, agreed, overdue)
            else:
                output = proposal.confirmation("declined").model_dump_json()
                outcome = Outcome(proposal.call_id, proposal.tool, output, ok=True, code="declined", tool_ms=0)
            proposal.outcome = outcome
            self._keep((session_id, proposal.call_id), outcome)
            return outcome

    def forget(self, session_id: str) -> None:
        """Forget the answers given to a session."""
        self._proposals.forget(session_id)
        for key in [key for key in self._done if key[0] == session_id]:
            del self._done[key]

    def _keep(self, key: tuple[str, str], outcome: Outcome) -> None:
        self._done[key] = outcome
        while len(self._done) > REMEMBERED_CALLS:
            self._done.popitem(last=False)

    async def _attempt(
        self, context: ToolContext, call_id: str, name: str, arguments: str, overdue: Overdue | None
    ) -> Outcome:
        try:
            values = self._checked(name, arguments)
            tool = self._tools[name]
            if tool.writes:
                return await self._propose(tool, context, call_id, values)
        except CharlotteError as refusal:
            return Outcome(call_id, name, _failure(refusal.code, refusal.message), False, refusal.code, tool_ms=0)
        return await self._run_in_time(tool, context, call_id, values, overdue)

    async def _propose(self, tool: Tool[Any], context: ToolContext, call_id: str, values: Mapping[str, Any]) -> Outcome:
        assert self._writes is not None
        now_s = time.monotonic()
        same = self._proposals.same(context.session_id, tool.name, values, now_s=now_s)
        if same is not None:
            async with same.lock:  # an answer may be on its way through
                ended: Outcome | None = same.outcome
                if ended is not None:
                    same.collected = True
                    return replace(ended, call_id=call_id, repeated=True)
            return _asked(call_id, same)
        state = await self._writes.state(context.session_id, call_id)
        if state is not None:
            return _settled(call_id, tool.name, state)
        proposal = Proposal(context, call_id, tool.name, values, tool.ask(values, context.language), now_s)
        self._proposals.put(proposal)
        return _asked(call_id, proposal)

    async def _write(self, proposal: Proposal, agreed: Agreed, overdue: Overdue | None) -> Outcome:
        assert self._writes is not None
        context, call_id, name = proposal.context, proposal.call_id, proposal.tool
        write = Write(context.session_id, call_id, context.event_id, name, agreed)
        if not await self._writes.claim(write):
            state = await self._writes.state(context.session_id, call_id)
            return _settled(call_id, name, state or "unknown")
        outcome = await self._run_in_time(self._tools[name], context, call_id, proposal.values, overdue)
        state = "done" if outcome.ok else "unknown" if outcome.code in UNSURE else "failed"
        await self._writes.settle(write, state, code=outcome.code)
        return outcome

    async def _run_in_time(
        self,
        tool: Tool[Any],
        context: ToolContext,
        call_id: str,
        values: Mapping[str, Any],
        overdue: Overdue | None,
    ) -> Outcome:
        began = time.perf_counter()

        def outcome(code: str | None, output: str, *, late: bool = False) -> Outcome:
            tool_ms = round((time.perf_counter() - began) * 1000)
            return Outcome(call_id, tool.name, output, code is None, code, tool_ms, late=late)

        missed = ("tool_timeout", _failure("tool_timeout", f"{tool.name} did not answer in time. {_nothing(tool)}"))
        late = False
        async with asyncio.TaskGroup() as tasks:
            answering = tasks.create_task(_answer(tool, context, values), name=f"tool {tool.name}")
            await asyncio.wait({answering}, timeout=self._timeout_s)
            if not answering.done() and (overdue is not None or tool.writes):
                if overdue is not None:
                    await overdue(outcome(*missed))
                    late = True
                await asyncio.wait({answering}, timeout=LATE_S)
            answering.cancel()
        return outcome(*(missed if answering.cancelled() else answering.result()), late=late)

    def _checked(self, name: str, arguments: str) -> dict[str, Any]:
        if name not in self._tools:
            known = ", ".join(sorted(self._tools))
            raise BadCall(f"There is no tool {name!r}. Tools: {known}.")
        if len(arguments) > ARGUMENTS_LIMIT:
            raise BadCall(f"The arguments are longer than {ARGUMENTS_LIMIT} characters.")
        try:
            values = orjson.loads(arguments or "{}")
        except orjson.JSONDecodeError as failure:
            raise BadCall(f"The arguments are not JSON: {failure}.") from None
        fault: ValidationError | None = best_match(self._checks[name].iter_errors(values))
        if fault is not None:
            where = ".".join(str(part) for part in fault.absolute_path) or "arguments"
            raise BadCall(f"{where}: {fault.message}", param=where)
        assert isinstance(values, dict)
        return values


class BadCall(CharlotteError):
    """A model called a tool in a way that does not fit its schema."""

    code, status = "bad_tool_call", 422


UNSURE = frozenset({"tool_timeout", "tool_failed", "outcome_unknown"})
"""Codes after which nobody knows whether a write was done."""


async def _answer(tool: Tool[Any], context: ToolContext, values: Mapping[str, Any]) -> tuple[str | None, str]:
    """Run a tool; return a code when it failed, and the text for the model either way."""
    try:
        result = await tool.run(context, values)
        return None, result.model_dump_json(exclude_none=True)
    except CharlotteError as refusal:
        return refusal.code, _failure(refusal.code, refusal.message)
    except Exception:  # noqa: BLE001 - whatever breaks in a tool, the person is told and the call goes on
        log.exception("tool.failed", tool=tool.name, session_id=context.session_id)
        return "tool_failed", _failure("tool_failed", f"{tool.name} failed. {_nothing(tool)}")


def _nothing(tool: Tool[Any]) -> str:
    if tool.writes:
        return "It is not known whether it was done. Do not say that it was."
    return "Nothing was found out and nothing was changed."


def _asked(call_id: str, proposal: Proposal) -> Outcome:
    output = proposal.confirmation().model_dump_json()
    return Outcome(call_id, proposal.tool, output, True, "confirmation_needed", tool_ms=0, proposal=proposal)


def _settled(call_id: str, name: str, state: WriteState) -> Outcome:
    """Return what is known of a write that began before, when its answer is gone."""
    if state == "done":
        output = orjson.dumps({"type": "done", "tool": name, "note": "Done before; it was not done again."}).decode()
        return Outcome(call_id, name, output, ok=True, code=None, tool_ms=0, repeated=True)
    code = "tool_failed" if state == "failed" else "outcome_unknown"
    told = "It was tried before and failed." if state == "failed" else "It was tried before; how it ended is not known."
    return Outcome(call_id, name, _failure(code, f"{told} It was not tried again."), False, code, 0, repeated=True)


def _failure(code: str, message: str) -> str:
    return orjson.dumps({"error": {"code": code, "message": message}}).decode()
