"""One response under way: the mind's words go out as text and sound, its calls as function calls."""

import asyncio
import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from charlotte.engine.builtin import BuiltinTools
from charlotte.engine.call.answer import Answer
from charlotte.engine.call.formats import Outgoing
from charlotte.engine.call.playback import BYTES_PER_MS, Clause, Playback
from charlotte.engine.call.refusal import error_event
from charlotte.engine.call.resumption import Spoken
from charlotte.engine.call.state import CallState
from charlotte.engine.call.tokens import assistant_audio_tokens, clip, context_tokens, text_tokens, usage
from charlotte.engine.mind import Call, Mind, Prompt, Say
from charlotte.engine.mouth import Mouth
from charlotte.errors import CharlotteError, Unavailable
from charlotte.protocol.ids import new_call_id, new_item_id
from charlotte.protocol.items import FunctionCall, FunctionCallOutput, Item
from charlotte.protocol.server import ServerEvent

log = structlog.get_logger()

CLAUSES_AHEAD = 8
"""Clauses the mind may be ahead of the voice; then it waits."""
TOOL_ROUNDS = 6
"""Tools the engine runs inside one response, one after another."""
CHUNK_BYTES = 200 * BYTES_PER_MS
"""Sound in one event."""


@dataclass(frozen=True)
class Means:
    """What a response is made with."""

    mind: Mind
    mouth: Mouth | None
    builtin: BuiltinTools | None
    playback: Playback
    publish: Callable[..., None]
    variables: Mapping[str, Any]
    """Defaults beneath the prompt's own variables."""


class Speaking:
    """One response; `run` returns when it has ended, `end` ends it at once."""

    def __init__(self, state: CallState, answer: Answer, means: Means) -> None:
        self.answer = answer
        self.ended = False
        self._state = state
        self._means = means
        self._request = answer.request
        self._clauses: asyncio.Queue[tuple[str, Say]] | None = None
        self._mute = False
        self._voice: str | None = None
        """The one voice of this answer, chosen with its first clause."""
        self._text_tokens = 0
        self._audio_ms = 0.0
        self._inside: list[Item] = []
        """Calls of built-in tools and their outputs, which only the mind sees."""
        self._context: tuple[Item, ...] = ()
        self._pieces: list[tuple[str, Say]] = []
        self._sounded = 0
        """How many of the pieces were given out whole."""
        self._asked: Prompt | None = None
        """What the mind is answering."""

    @property
    def has_sounded(self) -> bool:
        """Whether any sound of it went out."""
        return self._audio_ms > 0

    @property
    def mind(self) -> Mind:
        """Whatever answers here."""
        return self._means.mind

    @property
    def spoken(self) -> Spoken | None:
        """What it says and how far the voice is with it, None when it is not to be heard."""
        if self._clauses is None or self._mute:
            return None
        return Spoken(tuple(self._pieces), self._sounded, self._asked)

    async def run(self) -> None:
        """Make the response. Whatever goes wrong ends in its `response.done`."""
        try:
            await self._words_known()
            limited = await self._perform()
        except asyncio.CancelledError:
            self.end("cancelled", {"type": "cancelled", "reason": "client_cancelled"})
            raise
        except Exception as failure:  # noqa: BLE001 - the root of a response: its failure is told, the call goes on
            cause = failure.exceptions[0] if isinstance(failure, ExceptionGroup) else failure
            log.warning("response.failed", error=type(cause).__name__)
            code = cause.code if isinstance(cause, CharlotteError) else "internal_error"
            self.end("failed", {"type": "failed", "error": {"type": "server_error", "code": code}})
        else:
            details = {"type": "incomplete", "reason": "max_output_tokens"}
            self.end(*(("incomplete", details) if limited else ("completed", None)))

    def end(self, status: str, details: Mapping[str, Any] | None) -> None:
        """Close what is open and publish `response.done`; the first call counts."""
        if self.ended:
            return
        self._close_message("completed" if status == "completed" else "incomplete")
        self.ended = True
        spent = usage(
            context_tokens(self._context, self._overhead(), self._state.audio_ms),
            self._text_tokens,
            assistant_audio_tokens(self._audio_ms),
        )
        self._means.publish(*self.answer.done(status, details, spent))
        self._means.playback.finish(self.answer.id)

    async def _words_known(self) -> None:
        """Wait until what the user said has been recognised."""
        for known in tuple(self._state.transcribing.values()):
            await known.wait()

    async def _perform(self) -> bool:
        """Return whether the answer ran into its limit of tokens."""
        if not self._request.spoken:
            return await self._think()
        if self._means.mouth is None:
            self._lose_voice(Unavailable("The voice is still loading.", hint="The answer comes as text meanwhile."))
            return await self._think()
        self._clauses = asyncio.Queue(CLAUSES_AHEAD)
        async with asyncio.TaskGroup() as tasks:
            voice = tasks.create_task(self._sound(self._means.mouth, self._clauses))
            limited = await self._think()
            await self._clauses.join()
            voice.cancel()
        return limited

    async def _think(self) -> bool:
        for _ in range(TOOL_ROUNDS):
            wanted: Call | None = None
            self._asked = self._prompt()
            async for piece in self._means.mind.respond(self._asked):
                if isinstance(piece, Call):
                    wanted = piece
                    break
                if await self._say(piece):
                    self._asked = None
                    return True
            self._asked = None
            if wanted is None:
                return False
            if not await self._run_inside(wanted):
                await self._call(wanted)
                return False
        return False

    def _prompt(self) -> Prompt:
        request = self._request
        base = self._state.conversation.items if request.items is None else request.items
        base = tuple(item for item in base if getattr(item, "status", None) != "in_progress")
        self._context = (*base, *self._inside)
        return Prompt(
            items=self._context,
            instructions=request.instructions,
            tools=request.tools or tuple(self._builtin.tools if self._builtin else ()),
            tool_choice=request.tool_choice,
            language=request.language or self._state.language,
            spoken=request.spoken,
            variables=self._variables(),
        )

    @property
    def _builtin(self) -> BuiltinTools | None:
        """The engine's own tools, if the client brought none and has not forbidden them."""
        allowed = not self._request.tools and self._request.tool_choice != "none"
        return self._means.builtin if allowed else None

    def _variables(self) -> Mapping[str, Any]:
        return {**self._means.variables, **self._request.variables}

    def _overhead(self) -> tuple[object, ...]:
        return (self._request.instructions, *(tool.wire() for tool in self._request.tools))

    async def _say(self, said: Say) -> bool:
        """Publish a clause and hand it to the voice; return whether the limit of tokens is reached."""
        limit = self._request.max_output_tokens
        room = limit - self._spent() if isinstance(limit, int) else None
        text = said.text if room is None else clip(said.text, room)
        if text:
            if self.answer.item_id is None:
                self._open_message()
            self._text_tokens += text_tokens(text)
            self._publish(self.answer.words(text))
            if self._clauses is not None and self.answer.item_id is not None:
                self._pieces.append((self.answer.item_id, Say(text, said.language)))
                await self._clauses.put((self.answer.item_id, Say(text, said.language)))
        return text != said.text

    def _spent(self) -> int:
        return self._text_tokens + assistant_audio_tokens(self._audio_ms)

    async def _sound(self, mouth: Mouth, clauses: asyncio.Queue[tuple[str, Say]]) -> None:
        """Speak clause after clause; a voice that fails leaves the text whole."""
        while True:
            item_id, said = await clauses.get()
            try:
                if not self._mute:
                    await self._speak(mouth, item_id, said)
                    self._sounded += 1
            except CharlotteError as failure:
                self._lose_voice(failure)
            finally:
                clauses.task_done()

    async def _speak(self, mouth: Mouth, item_id: str, said: Say) -> None:
        request = self._request
        encoder = Outgoing(request.audio.output.format if request.audio.output else None)
        if self._voice is None:
            self._voice = mouth.choose(request.voice, language=said.language)
        clauses = self._state.clauses.setdefault(item_id, [])
        clauses.append(Clause(said.text, self._state.audio_ms.get(item_id, 0.0)))
        pieces = mouth.speak(said.text, language=said.language, voice=self._voice, speed=request.speed)
        async for pcm in pieces:
            for start in range(0, len(pcm), CHUNK_BYTES):
                await self._play(item_id, pcm[start : start + CHUNK_BYTES], encoder)
                # kept true at each piece: an interruption may come before the clause is whole
                clauses[-1] = Clause(said.text, self._state.audio_ms[item_id])

    async def _play(self, item_id: str, pcm: bytes, encoder: Outgoing) -> None:
        duration_ms = len(pcm) / BYTES_PER_MS
        self._audio_ms += duration_ms
        self._state.has_spoken = True
        self._state.audio_ms[item_id] = self._state.audio_ms.get(item_id, 0.0) + duration_ms
        self._state.record(item_id, pcm)
        if self._means.playback.sends_events:
            self._publish(self.answer.sound(base64.b64encode(encoder.encode(pcm)).decode()))
        await self._means.playback.play(self.answer.id, item_id, pcm)
        await asyncio.sleep(0)  # a voice that never waits must not hold up the other calls

    def _lose_voice(self, failure: CharlotteError) -> None:
        self._mute = True
        message = f"{failure.message} {failure.hint or ''}".strip()
        self._publish(error_event(message, wire_code="voice_unavailable", kind="server_error"))

    def _open_message(self) -> None:
        item, events = self.answer.open_message(self._state.conversation.last_id)
        if self._request.in_conversation:
            self._state.conversation = self._state.conversation.add(item)
        self._publish(*events)

    def _close_message(self, status: str) -> None:
        if self.answer.item_id is None:
            return
        item, events = self.answer.close_message(status)
        if self._request.in_conversation:
            self._state.conversation = self._state.conversation.put(item)
        self._publish(*events)

    async def _call(self, wanted: Call) -> None:
        if self._clauses is not None:
            await self._clauses.join()
        self._close_message("completed")
        item, events = self.answer.call(wanted.name, wanted.arguments, self._state.conversation.last_id)
        self._text_tokens += text_tokens(wanted.name) + text_tokens(wanted.arguments)
        if self._request.in_conversation:
            self._state.conversation = self._state.conversation.add(item)
        self._publish(*events)

    async def _run_inside(self, wanted: Call) -> bool:
        """Run a built-in tool; return whether there was one of that name."""
        builtin = self._builtin
        if builtin is None or wanted.name not in {tool.name for tool in builtin.tools}:
            return False
        output = await builtin.run(wanted.name, wanted.arguments, self._variables())
        call_id = new_call_id()
        self._inside += [
            FunctionCall(id=new_item_id(), name=wanted.name, call_id=call_id, arguments=wanted.arguments),
            FunctionCallOutput(id=new_item_id(), call_id=call_id, output=output),
        ]
        return True

    def _publish(self, *events: ServerEvent) -> None:
        if not self.ended:  # a step already scheduled when the response was cut
            self._means.publish(*events)
