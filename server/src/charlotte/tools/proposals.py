"""What a tool would change, put to the attendee first: only their yes makes it happen, and only once."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict

from charlotte.errors import NotFound
from charlotte.protocol.ids import new_id
from charlotte.tools.tool import ToolContext

REMEMBERED = 4096
"""Proposals kept at once; the oldest are forgotten first."""
VALID_S = 300.0
"""A yes that comes later than this is not an answer any more."""

Agreed = Literal["tap", "words"]
WriteState = Literal["begun", "done", "failed", "unknown"]
"""`begun` that stays is a write nobody knows the end of; it is never tried again."""


@dataclass(frozen=True)
class Write:
    """What is about to be changed, for whom: the one audit row of a write."""

    session_id: str
    call_id: str
    event_id: str
    tool: str
    agreed: Agreed


class Writes(Protocol):
    """Whatever remembers for good which calls have written."""

    async def state(self, session_id: str, call_id: str) -> WriteState | None:
        """Return how a call's write stands; None = it never began."""
        ...

    async def claim(self, write: Write) -> bool:
        """Note that a write begins, before it does. False = it began before, so it must not run."""
        ...

    async def settle(self, write: Write, state: WriteState, *, code: str | None) -> None:
        """Note how a write ended."""
        ...


class Confirmation(BaseModel):
    """What a model and the page are told about a call that waits for the attendee's yes, or got a no."""

    model_config = ConfigDict(frozen=True)

    type: Literal["confirmation"] = "confirmation"
    state: Literal["pending", "declined"]
    confirmation_id: str
    tool: str
    question: str
    note: str


PENDING = (
    "Nothing was done yet. Ask the visitor exactly this question and wait for the answer. Only their own yes makes it "
    "happen; when they have answered, call the tool again with the same arguments to learn what came of it. Never say "
    "that it was done before that."
)
DECLINED = "The visitor did not agree. Nothing was done."


@dataclass
class Proposal:
    """One call of a writing tool that waits for an answer."""

    context: ToolContext
    call_id: str
    tool: str
    values: Mapping[str, Any]
    question: str
    put_s: float
    id: str = field(default_factory=lambda: new_id("conf"))
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    outcome: Any = None
    """How it ended, once it has."""
    collected: bool = False
    """The model has been told how it ended."""

    def confirmation(self, state: Literal["pending", "declined"] = "pending") -> Confirmation:
        """Return what is shown and told."""
        return Confirmation(
            state=state,
            confirmation_id=self.id,
            tool=self.tool,
            question=self.question,
            note=PENDING if state == "pending" else DECLINED,
        )


class Proposals:
    """What waits for an answer: at most one proposal a conversation, since one question is asked at a time."""

    def __init__(self) -> None:
        self._latest: OrderedDict[str, Proposal] = OrderedDict()

    def put(self, proposal: Proposal) -> None:
        """Put a question; an unanswered earlier one of the conversation is withdrawn."""
        session_id = proposal.context.session_id
        self._latest[session_id] = proposal
        self._latest.move_to_end(session_id)
        while len(self._latest) > REMEMBERED:
            self._latest.popitem(last=False)

    def same(self, session_id: str, tool: str, values: Mapping[str, Any], *, now_s: float) -> Proposal | None:
        """Return the conversation's proposal if this call repeats it and may still learn what comes of it."""
        known = self._latest.get(session_id)
        if known is None or known.tool != tool or known.values != values or known.collected:
            return None
        return known if now_s - known.put_s <= VALID_S else None

    def find(self, session_id: str, confirmation_id: str, *, now_s: float) -> Proposal:
        """Return a proposal of this conversation. Raises `NothingToConfirm`."""
        known = self._latest.get(session_id)
        if known is None or known.id != confirmation_id or (known.outcome is None and now_s - known.put_s > VALID_S):
            raise NothingToConfirm("This question is no longer open. Nothing was done.", hint="Ask again.")
        return known

    def forget(self, session_id: str) -> None:
        """Forget a conversation's proposal."""
        self._latest.pop(session_id, None)


class NothingToConfirm(NotFound):
    """The question was withdrawn, is too old, or belongs to another conversation."""

    code = "nothing_to_confirm"
