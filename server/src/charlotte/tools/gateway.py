"""The one door to the tools: schema checked, on the session's behalf, once per call, in time, always answered."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
import structlog
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from charlotte.errors import CharlotteError
from charlotte.tools.tool import Tool, ToolContext

log = structlog.get_logger(__name__)

REMEMBERED_CALLS = 4096
"""Finished calls whose answer is kept for a repeated request; the oldest are forgotten first."""

ARGUMENTS_LIMIT = 16_384
"""Characters of arguments; no tool needs a hundredth of it."""


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


class Gateway:
    """Runs tool calls for sessions."""

    def __init__(self, tools: Mapping[str, Tool[Any]], *, timeout_s: float) -> None:
        self._tools = tools
        self._checks = {name: Draft202012Validator(tool.parameters) for name, tool in tools.items()}
        self._timeout_s = timeout_s
        self._done: OrderedDict[tuple[str, str], Outcome] = OrderedDict()
        self._locks: dict[tuple[str, str], asyncio.Lock] = {}

    @property
    def tools(self) -> Mapping[str, Tool[Any]]:
        """The tools a session may use."""
        return self._tools

    async def run(self, context: ToolContext, *, call_id: str, name: str, arguments: str) -> Outcome:
        """Run a call once and return its outcome; a repeated `call_id` of the session gets the same answer.

        Never raises but for cancellation: a failure is told to the model, so that it can tell the person.
        """
        key = (context.session_id, call_id)
        lock = self._locks.setdefault(key, asyncio.Lock())
        try:
            async with lock:
                known = self._done.get(key)
                if known is not None:
                    return Outcome(**{**known.__dict__, "repeated": True})
                outcome = await self._attempt(context, call_id, name, arguments)
                self._done[key] = outcome
                while len(self._done) > REMEMBERED_CALLS:
                    self._done.popitem(last=False)
                return outcome
        finally:
            if not lock.locked():
                self._locks.pop(key, None)

    def forget(self, session_id: str) -> None:
        """Forget the answers given to a session."""
        for key in [key for key in self._done if key[0] == session_id]:
            del self._done[key]

    async def _attempt(self, context: ToolContext, call_id: str, name: str, arguments: str) -> Outcome:
        began = time.perf_counter()
        code: str | None = None
        try:
            async with asyncio.timeout(self._timeout_s):
                values = self._checked(name, arguments)
                result = await self._tools[name].run(context, values)
            output = result.model_dump_json(exclude_none=True)
        except TimeoutError:
            code = "tool_timeout"
            output = _failure(code, f"{name} did not answer in time. Nothing was found out and nothing was changed.")
        except CharlotteError as refusal:
            code = refusal.code
            output = _failure(code, refusal.message)
        except Exception:  # noqa: BLE001 - whatever breaks in a tool, the person is told and the call goes on
            code = "tool_failed"
            log.exception("tool.failed", tool=name, session_id=context.session_id)
            output = _failure(code, f"{name} failed. Nothing was found out and nothing was changed.")
        tool_ms = round((time.perf_counter() - began) * 1000)
        return Outcome(call_id, name, output, ok=code is None, code=code, tool_ms=tool_ms)

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


def _failure(code: str, message: str) -> str:
    return orjson.dumps({"error": {"code": code, "message": message}}).decode()
