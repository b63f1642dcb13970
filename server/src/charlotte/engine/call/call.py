"""One call: its connections, its conversation, and what each client event does to it."""

import asyncio
from dataclasses import dataclass, replace

import orjson
import structlog

from charlotte.engine.call.config import merge
from charlotte.engine.call.formats import decode_base64
from charlotte.engine.call.inbox import Inbox
from charlotte.engine.call.interruption import Cut, Interruption, Then, due, heard, interrupted
from charlotte.engine.call.lines import Line, Lines
from charlotte.engine.call.microphone import Microphone
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.playback import Playback, heard_words
from charlotte.engine.call.refusal import Refused, error_event
from charlotte.engine.call.responses import Responses
from charlotte.engine.call.resumption import resumed, unheard
from charlotte.engine.call.retrieval import sound_without_words, with_sound
from charlotte.engine.call.speaking import Means, Speaking
from charlotte.engine.call.state import CallState
from charlotte.engine.ear import Samples
from charlotte.protocol import client
from charlotte.protocol.codec import BadEvent, read_client_event, write_event
from charlotte.protocol.config import Session
from charlotte.protocol.ids import new_item_id
from charlotte.protocol.response import ResponseRequest
from charlotte.protocol.server import (
    ItemDeleted,
    ItemRetrieved,
    ItemTruncated,
    PlaybackCleared,
    SessionCreated,
    SessionUpdated,
)

log = structlog.get_logger()

MAX_MALFORMED = 20
"""Unreadable events in a row after which a connection is closed."""
TICK_S = 0.25
"""How often the clock is looked at."""
OVERRUN_MS = 250
"""How far past the end a client may truncate: some measure with their own clock."""


class CallOver(Exception):
    """Ends the tasks of a call."""


@dataclass(frozen=True)
class Silenced:
    """An answer cut by what may have been no speech."""

    speaking: Speaking
    asked: ResponseRequest | None
    left_ms: float
    """How much of its sound was still to be heard, as far as the server knew."""

    @property
    def asks(self) -> bool:
        """Whether she had just asked something."""
        spoken = self.speaking.spoken
        return spoken is not None and "".join(said.text for _, said in spoken.pieces).rstrip().endswith("?")


class Call:
    """A session of the Realtime protocol, from `session.created` to the last connection's close."""

    def __init__(self, call_id: str, session: Session, parts: Parts, primary: Line, playback: Playback) -> None:
        self.id = call_id
        self.lines = Lines(primary)
        self._parts = parts
        self._playback = playback
        self._state = CallState(session)
        self._responses = Responses(self._state)
        self._microphone = Microphone(
            self._state,
            parts,
            self.lines.publish,
            playback=playback,
            on_speech=self._interrupt,
            on_turn=self._follow,
        )
        self._interruption = Interruption()
        self._cut: Silenced | None = None
        """The answer that may have to go on."""
        self._tasks: asyncio.TaskGroup | None = None
        self._quiet_since = parts.clock.monotonic()
        self._inbox = Inbox()
        self._over = asyncio.Event()
        self._ends_at = parts.clock.monotonic() + (session.expires_at or 0) - parts.clock.now().timestamp()
        primary.send(write_event(SessionCreated(session=session)))

    async def run(self) -> None:
        """Carry out what comes in until the call is over; leave no task behind."""
        try:
            async with asyncio.TaskGroup() as tasks:
                self._tasks = tasks
                tasks.create_task(self._serve(tasks), name=f"{self.id}-inbox")
                tasks.create_task(self._watch(tasks), name=f"{self.id}-clock")
        except* CallOver:
            pass
        except* Exception as failures:
            log.exception("call.failed", call_id=self.id, error=type(failures.exceptions[0]).__name__)
            self.hang_up(1011, "The server failed; please connect again.")
        finally:
            self.hang_up()

    @property
    def is_over(self) -> bool:
        """Whether the call has been hung up."""
        return self._over.is_set()

    def hang_up(self, code: int = 1000, reason: str = "") -> None:
        """End the call; what was said still goes out."""
        self.lines.close(code, reason)
        self._over.set()

    async def receive(self, line: Line, raw: str | bytes) -> None:
        """Take one event of a connection; waits while too many are queued."""
        try:
            event = read_client_event(raw)
            if isinstance(event, client.UnknownClientEvent):
                raise _unknown(event)
            if isinstance(event, client.SessionUpdate):
                _check_type_named(raw, event)
        except BadEvent as bad:
            self._refuse_malformed(line, bad)
            return
        line.malformed = 0
        await self._inbox.put(line, event, len(raw))

    def refuse_binary(self, line: Line) -> None:
        """Tell a connection that events are JSON text."""
        message = "Binary messages are not supported. Send events as JSON text; audio goes base64-encoded in an event."
        self._refuse_malformed(line, BadEvent(message, code="invalid_event", param=None, event_id=None))

    def _refuse_malformed(self, line: Line, bad: BadEvent) -> None:
        event = error_event(bad.message, wire_code=bad.wire_code, param=bad.param, event_id=bad.event_id)
        line.send(write_event(event))
        line.malformed += 1
        if line.malformed >= MAX_MALFORMED:
            line.close(1008, f"{MAX_MALFORMED} events in a row could not be read.")

    async def _serve(self, tasks: asyncio.TaskGroup) -> None:
        while True:
            line, event = await self._inbox.get()
            try:
                await self._carry_out(event, line, tasks)
            except Refused as refused:
                told = error_event(
                    refused.message, wire_code=refused.wire_code, param=refused.param, event_id=event.event_id
                )
                line.send(write_event(told))
            await asyncio.sleep(0)  # who sends without a pause must not hold up the other calls

    async def hear(self, samples: Samples) -> None:
        """Take the user's sound (mono, the ear's rate) from a transport that does not send it as events."""
        if self._tasks is not None and not self._over.is_set():
            await self._microphone.hear(samples, self._tasks)

    async def _watch(self, tasks: asyncio.TaskGroup) -> None:
        while True:
            self._watch_silence(tasks)
            if self._parts.clock.monotonic() >= self._ends_at:
                message = "Your session hit the maximum duration of 60 minutes."
                self.lines.publish(error_event(message, wire_code="session_expired"))
                self.hang_up(1001, message)
            try:
                await asyncio.wait_for(self._over.wait(), TICK_S)
            except TimeoutError:
                continue
            raise CallOver

    def _watch_silence(self, tasks: asyncio.TaskGroup) -> None:
        """Answer a silence that lasted longer than `idle_timeout_ms`, once an answer has been given and heard."""
        now = self._parts.clock.monotonic()
        busy = self._responses.is_active or self._playback.is_playing() or self._microphone.is_hearing
        if busy or self._state.transcribing or not self._responses.count:
            self._quiet_since = now
            return
        rules = self._microphone.rules
        if rules is None or rules.idle_timeout_ms is None:
            return
        if (now - self._quiet_since) * 1000 >= rules.idle_timeout_ms:
            self._quiet_since = now
            self._microphone.time_out(tasks)
            self._responses.start_when_free(self._means, tasks)

    def _interrupt(self) -> None:
        """The user speaks, or so it seems: fall silent, and keep in mind what that cut."""
        unheard_item = self._responses.unheard_item_id
        self._interruption = interrupted(self._interruption, self._silenced())
        self._responses.cancel("turn_detected")
        self._fall_silent()
        if unheard_item is not None:
            self._truncate(unheard_item, 0, 0)

    def _silenced(self) -> Cut:
        """Return what falls silent now; an answer that was heard is kept in mind."""
        if self._responses.is_silent_yet:
            return Cut.UNHEARD
        last = self._responses.last
        spoken = last[0].spoken if last is not None else None
        sounds = self._responses.is_active or self._playback.is_playing()
        if not sounds or last is None or spoken is None:
            return Cut.NOTHING
        if any(item_id in self._state.heard_ms for item_id, _ in spoken.pieces):
            return Cut.NOTHING  # somebody stopped it before
        self._cut = Silenced(*last, self._playback.left_ms())
        return Cut.QUESTION if self._cut.asks else Cut.ANSWER

    def _follow(self, words: str | None, is_last: bool) -> None:
        """The user's turn is over: respond or go on, after the response under way if there is one."""
        self._interruption = heard(self._interruption, words)
        if not is_last or self._tasks is None:
            return
        then, cut = due(self._interruption), self._cut
        self._interruption, self._cut = Interruption(), None
        if then is Then.ANSWER:
            self._responses.start_when_free(self._means, self._tasks)
        elif then is Then.RESUME and cut is not None and not self._responses.is_active:
            self._resume(cut, self._tasks)

    def _resume(self, cut: "Silenced", tasks: asyncio.TaskGroup) -> None:
        spoken = cut.speaking.spoken
        if spoken is None:
            return
        item_ids = {item_id for item_id, _ in spoken.pieces}
        known = {item: self._state.audio_ms.get(item, 0.0) for item in item_ids}
        reckoned = {item: max(0.0, length_ms - cut.left_ms) for item, length_ms in known.items()}
        rest = unheard(spoken, self._state.clauses, reckoned | self._state.heard_ms)
        mind = resumed(cut.speaking.mind, spoken, rest)
        if mind is not None:
            self._responses.start_when_free(lambda: replace(self._means(), mind=mind), tasks, cut.asked)

    def _forget_cut(self) -> None:
        """The client has gone on by itself: what was cut stays cut."""
        self._interruption, self._cut = replace(self._interruption, cut=Cut.NOTHING), None

    async def _carry_out(self, event: client.ClientEvent, line: Line, tasks: asyncio.TaskGroup) -> None:
        match event:
            case client.InputAudioAppend():
                await self._microphone.append(decode_base64(event.audio), tasks)
            case client.InputAudioCommit():
                self._microphone.commit(tasks)
            case client.InputAudioClear():
                self._microphone.clear()
            case client.SessionUpdate():
                self._update(event)
            case client.ResponseCreate():
                self._forget_cut()
                self._responses.start(event.response, self._means(), tasks)
            case client.ResponseCancel():
                self._cancel(event)
            case client.OutputAudioClear():
                self._forget_cut()
                self._clear_output()
            case _:
                self._edit(event, line)

    def _edit(self, event: client.ClientEvent, line: Line) -> None:
        match event:
            case client.ItemCreate():
                self._create(event)
            case client.ItemRetrieve():
                item = self._state.conversation.item(event.item_id)
                recording = self._state.recordings.get(event.item_id) if line.audio else None
                line.send(write_event(ItemRetrieved(item=with_sound(item, recording))))
            case client.ItemTruncate():
                self._truncate(event.item_id, event.content_index, event.audio_end_ms)
            case client.ItemDelete():
                self._state.conversation = self._state.conversation.delete(event.item_id)
                self._state.forget(event.item_id)
                self.lines.publish(ItemDeleted(item_id=event.item_id))
            case _:
                raise AssertionError(type(event))

    def _create(self, event: client.ItemCreate) -> None:
        item = event.item.model_copy(update={"id": event.item.id or new_item_id()})
        recording = decode_base64(recorded) if (recorded := sound_without_words(item)) else b""
        self._responses.create_item(item, event.previous_item_id, self._means())
        if recording and self._tasks is not None and item.id is not None:
            self._microphone.take_recording(item.id, recording, self._tasks)

    def _update(self, event: client.SessionUpdate) -> None:
        self._state.session = merge(self._state.session, event.session, has_spoken=self._state.has_spoken)
        self._microphone.configure(self._state.session)
        self.lines.publish(SessionUpdated(session=self._state.session))

    def _cancel(self, event: client.ResponseCancel) -> None:
        if not self._responses.cancel("client_cancelled", event.response_id):
            raise Refused("Cancellation failed: no active response found", wire_code="response_cancel_not_active")

    def _clear_output(self) -> None:
        if self._playback.sends_events:
            message = "output_audio_buffer.clear is only supported for WebRTC; on a WebSocket the client plays."
            raise Refused(message, wire_code="invalid_event", param="type")
        self._fall_silent()

    def _fall_silent(self) -> None:
        """Stop the sound and cut the answer to what was heard, where the server plays it."""
        cuts = self._playback.clear()
        for response_id in dict.fromkeys(cut.response_id for cut in cuts):
            self.lines.publish(PlaybackCleared(response_id=response_id))
        for cut in cuts:
            if cut.item_id in self._state.conversation:
                self._truncate(cut.item_id, 0, round(cut.heard_ms))

    def _truncate(self, item_id: str, content_index: int, audio_end_ms: int) -> None:
        state = self._state
        state.conversation.spoken_part(item_id, content_index)
        length_ms = state.audio_ms.get(item_id, 0.0)
        if audio_end_ms < 0 or audio_end_ms > length_ms + OVERRUN_MS:
            message = f"Audio content of {length_ms:.0f}ms is already shorter than {audio_end_ms}ms"
            raise Refused(message, wire_code="invalid_value", param="audio_end_ms")
        heard = heard_words(state.clauses.get(item_id, ()), audio_end_ms)
        state.conversation = state.conversation.truncate(item_id, content_index, heard)
        state.cut(item_id, audio_end_ms)
        self.lines.publish(ItemTruncated(item_id=item_id, content_index=content_index, audio_end_ms=audio_end_ms))

    def _means(self) -> Means:
        parts = self._parts
        return Means(
            mind=parts.mind,
            mouth=parts.mouth,
            builtin=parts.builtin_tools,
            playback=self._playback,
            publish=self.lines.publish,
            variables=parts.variables(),
        )


def _check_type_named(raw: str | bytes, event: client.SessionUpdate) -> None:
    """A typed session always has its type, so the text must tell whether the client gave it."""
    if "type" not in orjson.loads(raw)["session"]:
        param = "session.type"
        message = f"Missing required parameter: '{param}'."
        raise BadEvent(message, code="missing_required_parameter", param=param, event_id=event.event_id)


def _unknown(event: client.UnknownClientEvent) -> BadEvent:
    known = [
        member.model_fields["type"].default
        for member in client.ClientEvent.__subclasses__()
        if member is not client.UnknownClientEvent
    ]
    listed = ", ".join(f"'{name}'" for name in known)
    message = f"Invalid value: {event.type!r:.80}. Supported values are: {listed}."
    return BadEvent(message, code="invalid_value", param="type", event_id=event.event_id)
