"""From the user's sound to words: started early on a guess, told once the turn is over."""

import asyncio
from collections import deque
from collections.abc import Callable

import structlog

from charlotte.engine.call.answer import padding
from charlotte.engine.call.parts import Parts
from charlotte.engine.call.refusal import error_event
from charlotte.engine.call.state import CallState
from charlotte.engine.call.tokens import text_tokens, user_audio_tokens
from charlotte.engine.ear import RATE_HZ, Heard, Names, Samples
from charlotte.errors import CharlotteError, Unavailable
from charlotte.protocol.items import InputAudio, Message
from charlotte.protocol.server import (
    ErrorDetails,
    InputTranscriptCompleted,
    InputTranscriptDelta,
    InputTranscriptFailed,
)
from charlotte.protocol.usage import InputTokens, TranscriptionUsage

log = structlog.get_logger()

NO_SPEECH_ABOVE = 0.6
UNSURE_BELOW = -1.5
"""Whisper's own measures, where coughs, noise and music end up."""


WAITING = 4
"""Items of one call that may wait for the ear: with the longest turns, eight minutes of speech."""


class TooMuchSpeech(CharlotteError):
    """More was said than can be recognised."""

    code = "too_much_speech"


class Transcriber:
    """Recognises the user's items one after another; at most one guess is under way beside them.

    Policy of those that wait: beyond `WAITING` the oldest is given up, since the latest is to be answered.
    """

    def __init__(self, state: CallState, parts: Parts, publish: Callable[..., None]) -> None:
        self._state = state
        self._parts = parts
        self._publish = publish
        self._guess: asyncio.Task[Heard | CharlotteError] | None = None
        self._busy = False
        self._waiting: deque[asyncio.Future[bool]] = deque()
        """Told True when it is their turn, False when they are given up."""

    def prepare(self, samples: Samples, tasks: asyncio.TaskGroup) -> None:
        """Begin to recognise what may turn out to be the whole turn."""
        self.discard()
        if self._parts.ear is not None:
            self._guess = tasks.create_task(self._recognise(samples), name="guess")

    def discard(self) -> None:
        """The turn went on: the guess is void."""
        if self._guess is not None:
            self._guess.cancel()
            self._guess = None

    def transcribe(
        self, item_id: str, samples: Samples, tasks: asyncio.TaskGroup, then: Callable[[str | None], None] | None
    ) -> None:
        """Find the words of an item, from the guess if there is one.

        `then` is told them: "" is no speech, None a failure.
        """
        self._state.transcribing[item_id] = asyncio.Event()
        guess, self._guess = self._guess, None
        tasks.create_task(self._finish(item_id, samples, guess, then), name=f"{item_id}-words")

    async def _finish(
        self,
        item_id: str,
        samples: Samples,
        guess: asyncio.Task[Heard | CharlotteError] | None,
        then: Callable[[str | None], None] | None,
    ) -> None:
        heard = await guess if guess is not None else await self._in_turn(samples)
        if isinstance(heard, CharlotteError):
            self._tell_failure(item_id, heard)
        else:
            self._tell(item_id, samples, words_of(heard), heard.language)
        self._state.transcribing.pop(item_id).set()
        if then is not None:
            then(words_of(heard) if isinstance(heard, Heard) else None)

    async def _in_turn(self, samples: Samples) -> Heard | CharlotteError:
        turn: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        self._begin_next()
        if len(self._waiting) > WAITING:
            self._waiting.popleft().set_result(False)
        if not await turn:
            return TooMuchSpeech("More was said than can be recognised.", hint="Please ask in a few short sentences.")
        try:
            return await self._recognise(samples)
        finally:
            self._busy = False
            self._begin_next()

    def _begin_next(self) -> None:
        while self._waiting and not self._busy:
            turn = self._waiting.popleft()
            if not turn.done():  # it is when the call has ended meanwhile
                self._busy = True
                turn.set_result(True)

    async def _recognise(self, samples: Samples) -> Heard | CharlotteError:
        ear = self._parts.ear
        if ear is None:
            return Unavailable("Speech cannot be understood yet.", hint="The models are still loading; please type.")
        wanted = self._state.session.wire()["audio"]["input"]["transcription"] or {}
        language = (wanted.get("language") or "").split("-")[0].lower() or None
        vocabulary = wanted.get("prompt") or ""
        try:
            return await ear.hear(samples, language=language, vocabulary=vocabulary, names=await self._names())
        except Exception as failure:  # noqa: BLE001 - one recognition failed: it is told, the call goes on
            log.warning("recognition.failed", error=type(failure).__name__)
            return failure if isinstance(failure, CharlotteError) else Unavailable("Speech recognition failed.")

    async def _names(self) -> Names | None:
        if self._parts.names is None:
            return None
        prompt = self._state.session.wire().get("prompt") or {}
        return await self._parts.names({**self._parts.variables(), **(prompt.get("variables") or {})})

    def _tell(self, item_id: str, samples: Samples, text: str, language: str) -> None:
        if text:
            self._state.language = language
        self._put_words(item_id, text)
        if not self._is_wanted():
            return
        audio = user_audio_tokens(len(samples) * 1000 / RATE_HZ)
        usage = TranscriptionUsage(
            type="tokens",
            total_tokens=audio + text_tokens(text),
            input_tokens=audio,
            input_token_details=InputTokens(text_tokens=0, audio_tokens=audio),
            output_tokens=text_tokens(text),
        )
        if text:
            delta = {"item_id": item_id, "content_index": 0, "delta": text, "obfuscation": padding(text)}
            self._publish(InputTranscriptDelta.model_validate(delta))
        self._publish(InputTranscriptCompleted(item_id=item_id, content_index=0, transcript=text, usage=usage))

    def _tell_failure(self, item_id: str, failure: CharlotteError) -> None:
        message = f"{failure.message} {failure.hint or ''}".strip()
        if self._is_wanted():
            details = ErrorDetails(type="transcription_error", code=failure.code, message=message, param=None)
            self._publish(InputTranscriptFailed(item_id=item_id, content_index=0, error=details))
        else:
            self._publish(error_event(message, wire_code="hearing_unavailable", kind="server_error"))

    def _is_wanted(self) -> bool:
        return self._state.session.wire()["audio"]["input"]["transcription"] is not None

    def _put_words(self, item_id: str, text: str) -> None:
        if item_id in self._state.conversation:
            item = self._state.conversation.item(item_id)
            if isinstance(item, Message):
                words = item.model_copy(update={"content": (InputAudio(transcript=text),)})
                self._state.conversation = self._state.conversation.put(words)


def words_of(heard: Heard) -> str:
    """Return what was said, empty when it was no speech."""
    is_speech = heard.no_speech_prob <= NO_SPEECH_ABOVE and heard.avg_logprob >= UNSURE_BELOW
    return heard.text.strip() if is_speech else ""
