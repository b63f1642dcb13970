"""One call of a conversation: listens, runs the tools it asks for, keeps the configuration, ends in time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace

import structlog

from charlotte.clock import Clock
from charlotte.errors import CharlotteError, Unavailable
from charlotte.protocol.base import Frame
from charlotte.protocol.client import ClientEvent, ItemCreate, ItemRetrieve, ResponseCancel, ResponseCreate
from charlotte.protocol.ids import new_item_id
from charlotte.protocol.items import InputText, Message
from charlotte.protocol.response import ResponseRequest
from charlotte.protocol.response_events import ResponseCreated
from charlotte.protocol.server import (
    ItemAdded,
    ItemDone,
    ItemTruncated,
    OutputAudioDelta,
    OutputTranscriptDelta,
    PlaybackStarted,
    ServerEvent,
    SessionUpdated,
)
from charlotte.session.bus import Bus, Reader
from charlotte.session.channel import Channel, LineDead, silence_of
from charlotte.session.configuration.config import CallConfig, language_of
from charlotte.session.configuration.ownership import Restored, put_back, renewed
from charlotte.session.endings import Ending
from charlotte.session.guards.limits import Life, Limits
from charlotte.session.guards.pace import TOO_FAST, Pace
from charlotte.session.guards.watchdog import Patience, Watch
from charlotte.session.handover.beginning import Beginning
from charlotte.session.handover.closing import closing
from charlotte.session.handover.unfinished import Going, Unfinished
from charlotte.session.handover.visitors_side import VisitorsSide
from charlotte.session.happened import CallEnded, CallOpened, ConfigChanged, ConfigReasserted, Happened, Source
from charlotte.session.history import History
from charlotte.session.identity import Session
from charlotte.session.turns.tool_calls import ToolCalls, ToolDesk

log = structlog.get_logger(__name__)

REASSERTIONS = 5
"""A page that overwrites the configuration more often than this is not ours; the call ends."""

FELL_SILENT = frozenset({"stalled", "slow"})

Follower = Callable[[Reader], Awaitable[None]]


class CallOver(CharlotteError):
    """The call has ended; `message` is the reason."""

    code = "call_over"


class Call:
    """What the server does while an upstream's call serves a conversation."""

    def __init__(  # noqa: PLR0913 - each is a separate port
        self,
        session: Session,
        channel: Channel,
        *,
        config: CallConfig,
        limits: Limits,
        clock: Clock,
        tools: ToolDesk,
        beginning: Beginning,
        opened: CallOpened,
        patience: Patience | None = None,
    ) -> None:
        self.session = session
        self.bus = Bus()
        self.going = Going(before=beginning.said, characters_per_s=beginning.characters_per_s)
        self.visitors_side = VisitorsSide()
        self.ready = asyncio.Event()
        """The history has been told."""
        self.once_ready: Callable[[], Awaitable[None]] | None = None
        """What follows the history: words that came before it."""
        self.page_here = asyncio.Event()
        """The page's own settings have arrived: it is connected."""
        self.quiet = asyncio.Event()
        """Nobody says anything; the moment to switch to another call."""
        self.quiet.set()
        self._channel = channel
        self._config = config
        self._clock = clock
        self._tool_calls = ToolCalls(tools, beginning.confirming, self)
        self._greeting: ResponseRequest | None = None
        self._beginning = beginning
        self._told: set[str | None] = set()
        self._opened = opened
        now = clock.monotonic()
        self._watch = Watch(patience, unseen=opened.transport == "webrtc", last=now)
        self.began = now if beginning.began is None else beginning.began
        self._life = Life(limits, began=self.began, active=now)
        self._left: Unfinished | None = None
        self._pace = Pace(limits)
        self._reassertions = 0
        self._has_spoken = False
        self._over = asyncio.Event()
        self._reason: Ending = "upstream_closed"

    @property
    def upstream(self) -> str:
        """The name of whoever serves it."""
        return self._opened.upstream

    def end(self, reason: Ending) -> None:
        """Ask the call to end, from anywhere."""
        if not self._over.is_set():
            self._reason = reason
            self._over.set()

    @property
    def left(self) -> Unfinished:
        """What is unfinished: at this moment, or when the call ended."""
        return self._left or self.going.unfinished(self._clock.monotonic())

    def publish(self, event: Frame, source: Source) -> None:
        """Put something that happened on the bus."""
        now = self._clock.monotonic()
        self._life = self._life.observe(event, now)
        if source in ("upstream", "visitor"):
            self._note(event, source)
        self.bus.publish(Happened(event, source, self._clock.now(), now))

    def _note(self, event: Frame, source: Source) -> None:
        now = self._clock.monotonic()
        self._watch = self._watch.observe(event, now)
        self.going = self.going.observe(event, source, now)
        self.visitors_side = self.visitors_side.observe(event, source)
        if self.going.quiet:
            self.quiet.set()
        else:
            self.quiet.clear()

    async def send(self, event: ClientEvent) -> None:
        """Pass on what the visitor's page asks for."""
        self.publish(event, "visitor")
        await self._channel.send(event)

    async def repeat(self, told: Sequence[ClientEvent]) -> None:
        """Pass on what the page has said already, to another call."""
        for event in told:
            self._note(event, "visitor")
            await self._channel.send(event)

    async def put_in(self, event: ClientEvent) -> None:
        """Tell the upstream something on the server's own behalf."""
        await self._channel.send(event)

    async def ask(self, asked: ResponseCreate) -> None:
        """Ask the upstream for an answer that nobody else asks for; it is nobody's haste."""
        self._pace = self._pace.expecting()
        self._note(asked, "visitor")
        await self._channel.send(asked)

    def greet(self, greeting: ResponseRequest) -> None:
        """Have this said first, before anybody has asked anything."""
        self._greeting = greeting

    async def answer(self, text: str) -> None:
        """Put in, as the visitor's words, what they answered by a tap, and have it answered."""
        item_id = new_item_id()
        self._tool_calls.answering(item_id)
        self._note(ResponseCreate(), "visitor")  # should the call break first, the next one answers
        await self.send(ItemCreate(item=Message(id=item_id, role="user", content=(InputText(text=text),))))

    def here(self) -> None:
        """Note that the visitor's page is still there; once it has said so it must go on."""
        self._life = replace(self._life, here=self._clock.monotonic())

    def silent(self, response_id: str, seconds: float) -> None:
        """Note that this response has not sounded at the page for so long; there alone it is known over WebRTC."""
        self._watch = self._watch.silent(response_id, seconds, self._clock.monotonic())

    @property
    def config(self) -> CallConfig:
        """The configuration in force."""
        return self._config

    @property
    def has_spoken(self) -> bool:
        """Whether her voice was heard in this call, which locks it."""
        return self._has_spoken

    async def reconfigure(self, config: CallConfig) -> bool:
        """Serve by another configuration from now on; False = its voice must wait for the next call.

        The language stays the visitor's.
        """
        before = self._config
        waits = config.voice != before.voice and self._has_spoken
        voice = before.voice if waits else config.voice
        self._config = replace(config, language=before.language, mode=before.mode, voice=voice)
        change = renewed(before.session(), self._config.session(), with_voice=not waits)
        if change is not None:
            await self._change(change)
        return not waits

    async def run(self, *followers: Follower) -> Ending:
        """Serve the call until it ends; return why. Followers read the bus to its end."""
        silent_s = 0.0
        async with asyncio.TaskGroup() as readers:
            for follower in followers:
                readers.create_task(_follow(follower, self.bus.subscribe(5000)))
            try:
                self.publish(self._opened, "charlotte")
                await self._serve()
            except* CallOver:
                pass
            except* LineDead as dead:
                self._reason, silent_s = "upstream_silent", silence_of(dead)
            except* Unavailable:
                self._reason = self._watch.verdict(self._clock.monotonic()) or "upstream_lost"
            finally:
                left = self.going.unfinished(self._clock.monotonic() - silent_s)
                self._left = left.having_run_out() if self._reason in FELL_SILENT else left
                self._tool_calls.leave()
                for event in closing(self.going, self._left):
                    self.publish(event, "charlotte")
                self.publish(CallEnded(reason=self._reason), "charlotte")
                self.bus.close()
        return self._reason

    async def _serve(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._end_in_time(), name="limits")
            await self.tell(self._beginning.history)
            await self.repeat(self._beginning.again)
            if self._greeting is not None:
                await self._channel.send(ResponseCreate(response=self._greeting))
            if self._beginning.resume is not None:
                tasks.create_task(self._resume(self._beginning.resume), name="resume")
            self.ready.set()
            if self.once_ready is not None:
                await self.once_ready()
            async for said in self._channel.events():
                again = isinstance(said, ItemAdded | ItemDone) and said.item.id in self._told
                self.publish(said, "replay" if again else "upstream")
                await self._observe(said, tasks, again=again)
            self._reason = self._watch.verdict(self._clock.monotonic()) or self._reason
            raise CallOver(self._reason)

    async def tell(self, history: History) -> None:
        """Tell the upstream what was said and it does not know yet."""
        for event in history.replay():
            if event.item.id not in self._told:
                self._told.add(event.item.id)
                await self._channel.send(event)

    async def _resume(self, asked: ResponseCreate) -> None:
        await asyncio.sleep(self._beginning.pause_s)
        self._note(asked, "visitor")
        await self._channel.send(asked)

    async def _observe(self, event: ServerEvent, tasks: asyncio.TaskGroup, *, again: bool) -> None:
        if isinstance(event, OutputAudioDelta | OutputTranscriptDelta | PlaybackStarted):
            self._has_spoken = True
        if isinstance(event, SessionUpdated):
            self.page_here.set()
            await self._keep_config(event)
        await self._keep_pace(event)
        if isinstance(event, ItemTruncated) and event.audio_end_ms and self._opened.transport == "webrtc":
            # What was heard is told only to who asks for it; over a WebSocket the page's own question passes by.
            await self._channel.send(ItemRetrieve(item_id=event.item_id))
        await self._tool_calls.observe(event, tasks, again=again)

    async def _keep_config(self, event: SessionUpdated) -> None:
        language = language_of(event.session)
        if language != self._config.language:
            # The page may change the language at any moment; what the server owns follows it.
            before = self._config.session()
            self._config = replace(self._config, language=language)
            self.session = replace(self.session, language=language)
            if put_back(event.session, before) is None:
                change = renewed(before, self._config.session(), with_voice=False)
                return await self._change(change) if change else None
        restore = put_back(event.session, self._config.session())
        if restore is None:
            return
        self._reassertions += 1
        log.warning("call.config_reasserted", session_id=self.session.id, fields=restore.fields)
        self.publish(ConfigReasserted(fields=restore.fields), "charlotte")
        if self._reassertions > REASSERTIONS:
            self.end("config_fight")
            return
        for update in restore.updates:
            await self._channel.send(update)

    async def _change(self, change: Restored) -> None:
        told = ConfigChanged(fields=change.fields, template=self._config.template, brief=self._config.brief)
        self.publish(told, "charlotte")
        for update in change.updates:
            await self._channel.send(update)

    async def _keep_pace(self, event: ServerEvent) -> None:
        self._pace, within = self._pace.step(event, self._clock.monotonic())
        if within:
            return
        if isinstance(event, ResponseCreated):
            await self._channel.send(ResponseCancel(response_id=event.response.id))
        if self._pace.insists:
            self.end(TOO_FAST)

    async def _end_in_time(self) -> None:
        while not self._over.is_set():
            now = self._clock.monotonic()
            self._watch = self._watch.look(now)
            reason = self._life.verdict(now) or self._watch.verdict(now, self.going.characters_per_s)
            if reason is not None:
                self.end(reason)
                break
            with suppress(TimeoutError):
                # The limits move with what is said, so look again soon.
                soon_s = self._watch.wait_seconds(now, self.going.characters_per_s)
                async with asyncio.timeout(min(self._life.wait_seconds(now), soon_s)):
                    await self._over.wait()
        raise CallOver(self._reason)


async def _follow(follower: Follower, reader: Reader) -> None:
    await follower(reader)
