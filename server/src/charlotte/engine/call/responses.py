"""The responses of a call: one at a time may write the conversation, others run beside it."""

import asyncio
from collections.abc import Callable

from charlotte.engine.call.answer import Answer
from charlotte.engine.call.conversation import accepted
from charlotte.engine.call.refusal import Refused, error_event
from charlotte.engine.call.request import new_request
from charlotte.engine.call.speaking import Means, Speaking
from charlotte.engine.call.state import CallState
from charlotte.protocol.items import FunctionCallOutput, Item
from charlotte.protocol.response import ResponseRequest
from charlotte.protocol.server import ItemAdded, ItemDone

MAX_BESIDE = 8
"""Out-of-band responses at the same time."""
MAX_DEFERRED = 64


class Responses:
    """Starts, cancels and ends responses."""

    def __init__(self, state: CallState) -> None:
        self._state = state
        self._active: Speaking | None = None
        self._last: tuple[Speaking, ResponseRequest | None] | None = None
        """The response that wrote the conversation last, and how it was asked for."""
        self._running: dict[str, tuple[Speaking, asyncio.Task[None], Means]] = {}
        self.count = 0
        """Responses begun in the conversation."""
        self._next: Callable[[], None] | None = None
        self._deferred: list[tuple[Item, str | None]] = []

    @property
    def is_active(self) -> bool:
        """Whether a response is writing the conversation."""
        return self._active is not None

    def start(self, asked: ResponseRequest | None, means: Means, tasks: asyncio.TaskGroup) -> None:
        """Begin a response. Raises `Refused`."""
        request = new_request(self._state.session, asked, self._state.conversation)
        if request.in_conversation and self._active is not None:
            raise Refused(
                "Conversation already has an active response in progress: "
                f"{self._active.answer.id}. Wait until the response is finished before creating a new one.",
                wire_code="conversation_already_has_active_response",
            )
        if len(self._running) >= MAX_BESIDE:
            message = f"Too many responses at once: at most {MAX_BESIDE}. Wait until one is finished."
            raise Refused(message, wire_code="rate_limit_exceeded")
        speaking = Speaking(self._state, Answer(request, self._state.conversation_id), means)
        if request.in_conversation:
            self._active = speaking
            self._last = speaking, asked
            self.count += 1
        means.publish(speaking.answer.created())
        task = tasks.create_task(self._run(speaking, means), name=speaking.answer.id)
        self._running[speaking.answer.id] = speaking, task, means

    def start_when_free(
        self, means: Callable[[], Means], tasks: asyncio.TaskGroup, asked: ResponseRequest | None = None
    ) -> None:
        """Begin a response now, or as soon as the one under way has ended; several wishes make one response."""
        if self._active is not None:
            self._next = lambda: self.start_when_free(means, tasks, asked)
            return
        try:
            self.start(asked, means(), tasks)
        except Refused as refused:
            means().publish(error_event(refused.message, wire_code=refused.wire_code, param=refused.param))

    @property
    def is_silent_yet(self) -> bool:
        """Whether a response is under way of which nothing was heard so far."""
        return self._active is not None and not self._active.has_sounded

    @property
    def unheard_item_id(self) -> str | None:
        """The item of speech whose words stand in the conversation although nothing of it was heard so far."""
        if self._active is None or not self.is_silent_yet or self._active.spoken is None:
            return None
        item_id = self._active.answer.item_id
        return item_id if item_id is not None and item_id in self._state.conversation else None

    @property
    def last(self) -> tuple[Speaking, ResponseRequest | None] | None:
        """The response that wrote the conversation last, and how it was asked for; None when the client stopped it."""
        return self._last

    def cancel(self, reason: str, response_id: str | None = None) -> bool:
        """End the response under way, or the one named; return whether there was one."""
        chosen = response_id or (self._active.answer.id if self._active else "")
        if chosen not in self._running:
            return False
        speaking, task, means = self._running[chosen]
        if reason != "turn_detected" and self._last is not None and self._last[0] is speaking:
            self._last = None
        self._give_up_next(speaking)
        speaking.end("cancelled", {"type": "cancelled", "reason": reason})
        task.cancel()
        self._finish(speaking, means)  # here, because a task cancelled before its first step runs nothing
        return True

    def create_item(self, item: Item, previous_item_id: str | None, means: Means) -> None:
        """Add a client's item; a tool's output waits for the end of the response that asked for it."""
        if self._active is not None and isinstance(item, FunctionCallOutput) and len(self._deferred) < MAX_DEFERRED:
            self._deferred.append((item, previous_item_id))
            return
        self._add(item, previous_item_id, means)

    def _add(self, item: Item, previous_item_id: str | None, means: Means) -> None:
        kept = accepted(item)
        self._state.conversation = self._state.conversation.add(kept, previous_item_id)
        previous = self._state.conversation.previous_id(kept.id or "")
        means.publish(ItemAdded(item=kept, previous_item_id=previous), ItemDone(item=kept, previous_item_id=previous))

    async def _run(self, speaking: Speaking, means: Means) -> None:
        try:
            await speaking.run()
        except asyncio.CancelledError:
            self._give_up_next(speaking)  # the call is over
            raise
        finally:
            self._finish(speaking, means)

    def _give_up_next(self, speaking: Speaking) -> None:
        """Begin nothing after `speaking`; a response beside it says nothing about what waits."""
        if self._active is speaking:
            self._next = None

    def _finish(self, speaking: Speaking, means: Means) -> None:
        self._running.pop(speaking.answer.id, None)
        if self._active is speaking:
            self._active = None
        if self._active is not None:
            return
        waiting, self._deferred = self._deferred, []
        for item, previous_item_id in waiting:
            try:
                self._add(item, previous_item_id, means)
            except Refused as refused:
                means.publish(error_event(refused.message, wire_code=refused.wire_code, param=refused.param))
        begin, self._next = self._next, None
        if begin is not None:
            begin()
