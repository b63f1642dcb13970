"""Who has a call now: at most one for each conversation, two while one takes over from the other."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from charlotte.errors import CharlotteError, Unavailable
from charlotte.session.call import Call
from charlotte.session.endings import Ending
from charlotte.session.handover.bridging import Bridge
from charlotte.session.handover.unfinished import Unfinished
from charlotte.session.identity import Session

REPLACE_S = 5.0
"""How long a conversation's earlier call may take to end before the next one is refused."""
REMEMBERED_S = 60.0
"""After this long nobody waits for the rest of an answer any more."""
REMEMBERED = 2_000


class Full(Unavailable):
    """Every place is taken."""

    code = "full"


class DeviceBusy(CharlotteError):
    """This device has too many calls open."""

    code, status, retryable = "device_busy", 429, True


@dataclass
class Place:
    """A conversation's place on the board, from before its call opens until it is over."""

    session: Session
    call: Call | None = None
    upstream: str = ""
    best: str | None = None
    """Who would serve its next call, when that was looked at last."""
    ending: Ending | None = None
    renew: Callable[[str], None] | None = None
    """Asks for another call in place of this one, whatever that takes."""
    handing_over: bool = False
    """The page was asked for the call that takes over from this one."""
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def end(self, reason: Ending) -> None:
        """End the call, or the one that is about to open."""
        self.ending = self.ending or reason
        if self.call is not None:
            self.call.end(reason)


class Places:
    """All places of this server."""

    def __init__(self, max_live: int, device_live: int) -> None:
        self._max_live = max_live
        self._device_live = device_live
        self._places: dict[str, list[Place]] = {}
        self._left: OrderedDict[str, tuple[Unfinished, float]] = OrderedDict()
        self._heard: OrderedDict[str, tuple[str, float]] = OrderedDict()

    @property
    def live(self) -> int:
        """How many calls are open."""
        return sum(len(places) for places in self._places.values())

    def all(self) -> list[Place]:
        """Return every place."""
        return [place for places in self._places.values() for place in places]

    def of(self, session_id: str) -> Place | None:
        """Return a conversation's newest place."""
        places = self._places.get(session_id)
        return places[-1] if places else None

    async def take(self, session: Session, *, may_take_over: bool) -> tuple[Place, Place | None]:
        """Return a place for a conversation, and the one it takes over from; any other call of it ends first."""
        before = self.of(session.id)
        if before is None or not (may_take_over and before.handing_over and len(self._places[session.id]) == 1):
            before = None
            await self.hang_up(session.id, "replaced")
        others = [place for place in self.all() if place.session.id != session.id]
        if len(others) >= self._max_live:
            raise Full("All lines are busy.", hint="Try again in a minute.")
        if sum(place.session.device_id == session.device_id for place in others) >= self._device_live:
            raise DeviceBusy("This device has too many conversations open.", hint="Close one of them.")
        if before is None and session.id in self._places:
            raise Unavailable("Another call of this conversation is opening.", hint="Try again in a moment.")
        place = Place(session)
        self._places.setdefault(session.id, []).append(place)
        return place, before

    def last(self, place: Place) -> bool:
        """Tell whether the conversation has no other call."""
        return all(each is place for each in self._places.get(place.session.id, ()))

    def leave(self, place: Place) -> None:
        """Give a place back; who waits for the end of its call goes on."""
        mine = self._places.get(place.session.id, [])
        if place in mine:
            mine.remove(place)
        if not mine:
            self._places.pop(place.session.id, None)
        place.over.set()

    async def hang_up(self, session_id: str, reason: Ending) -> None:
        """End a conversation's calls and wait until they are over."""
        for place in list(self._places.get(session_id, ())):
            place.end(reason)
            try:
                async with asyncio.timeout(REPLACE_S):
                    await place.over.wait()
            except TimeoutError:
                raise Unavailable(
                    "The conversation's earlier call is still ending.", hint="Try again in a moment."
                ) from None

    def remember(self, session_id: str, left: Unfinished, now: float) -> None:
        """Keep what a call left unfinished for the one that follows."""
        self._left.pop(session_id, None)
        if left != Unfinished():
            self._left[session_id] = (left, now)
        while len(self._left) > REMEMBERED:
            self._left.popitem(last=False)

    def forget_old(self, now: float) -> None:
        """Drop what nobody waits for any more: they are somebody's words."""
        for session_id in [each for each, (_, at) in self._left.items() if now - at > REMEMBERED_S]:
            del self._left[session_id]

    def bridged(self, session_id: str, now: float) -> None:
        """Note that the page says a bridging phrase from now on, if the next call has anything to make good."""
        if session_id in self._left:
            left, at = self._left[session_id]
            self._left[session_id] = (replace(left, bridge=Bridge(now)), at)

    def was_heard(self, session_id: str, response_id: str, seconds: float) -> None:
        """Take in what a page says: for how long that response sounded there until its call broke."""
        self._heard.pop(session_id, None)
        self._heard[session_id] = (response_id, seconds)
        while len(self._heard) > REMEMBERED:
            self._heard.popitem(last=False)

    def recall(self, session_id: str, now: float) -> Unfinished:
        """Return what was left unfinished, once."""
        left, at = self._left.pop(session_id, (Unfinished(), now))
        if heard := self._heard.pop(session_id, None):
            left = left.as_heard(*heard)
        return left if now - at <= REMEMBERED_S else Unfinished()
