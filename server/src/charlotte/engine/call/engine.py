"""The embedded engine: opens calls and knows those that are open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from charlotte.engine.call.call import Call
from charlotte.engine.call.config import MODEL, merge, new_session
from charlotte.engine.call.lines import Line
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.playback import ClientPlayback, Playback
from charlotte.engine.call.playout import ServerPlayback
from charlotte.engine.call.secrets import ClientSecrets
from charlotte.errors import NotFound, Unavailable
from charlotte.protocol.config import Session
from charlotte.protocol.ids import new_id

SESSION_S = 60 * 60
"""The longest a call may last."""
MAX_CALLS = 2_000


class Engine:
    """A Realtime provider inside this process; `async with engine.running():` while it serves."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.secrets = ClientSecrets(parts.clock)
        self._calls: dict[str, Call] = {}
        self._tasks: asyncio.TaskGroup | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Own the tasks of calls that outlive a request; at the end every call is hung up."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            try:
                yield
            finally:
                self._tasks = None
                for call in tuple(self._calls.values()):
                    call.hang_up(1001, "The server is going away.")

    @property
    def tasks(self) -> asyncio.TaskGroup:
        """The task group of calls that outlive a request."""
        if self._tasks is None:
            raise Unavailable("The engine is not running.", hint="Try again in a moment.")
        return self._tasks

    def configure(self, given: Session | None = None, *, model: str | None = None) -> Session:
        """Return a new session's whole configuration. Raises `Refused` when what is given is wrong."""
        expires_at = int(self.parts.clock.now().timestamp()) + SESSION_S
        fresh = new_session(new_id("sess"), expires_at, model or (given.model if given else None) or MODEL)
        return merge(fresh, given) if given else fresh

    def open_socket(self, session: Session) -> Call:
        """Open a call over a WebSocket; the client plays the sound. The caller runs it."""
        return self.open(session.id or new_id("sess"), session, Line(audio=True), ClientPlayback(self._monotonic))

    def open_media(self, session: Session) -> tuple[Call, ServerPlayback]:
        """Open a call whose sound travels beside the events; the transport pulls it from the playback."""
        playback = ServerPlayback()
        call = self.open(new_id("rtc"), session, Line(audio=False), playback)
        playback.publish = call.lines.publish
        return call, playback

    def open(self, call_id: str, session: Session, primary: Line, playback: Playback) -> Call:
        """Open a call over `primary`. The caller runs it and closes it."""
        if len(self._calls) >= MAX_CALLS:
            raise Unavailable("The engine has no room for another call.", hint="Try again in a minute.")
        call = self._calls[call_id] = Call(call_id, session, self.parts, primary, playback)
        return call

    def close(self, call: Call) -> None:
        """Forget a call that is over."""
        call.hang_up()
        self._calls.pop(call.id, None)

    def find(self, call_id: str) -> Call:
        """Return an open call. Raises `NotFound`."""
        if call_id not in self._calls or self._calls[call_id].is_over:
            raise NotFound(f"No call found with id '{call_id}'.", hint="It may have ended.")
        return self._calls[call_id]

    @property
    def open_calls(self) -> int:
        """How many calls are open."""
        return len(self._calls)

    def _monotonic(self) -> float:
        return self.parts.clock.monotonic()
