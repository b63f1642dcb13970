"""A `Mind` that asks a chat model, and the dialogue wherever words are fixed or the model fails."""

import json
from collections.abc import AsyncIterator

import structlog

from charlotte.engine.chat.endpoint import ChatFailed, Endpoint
from charlotte.engine.chat.messages import body
from charlotte.engine.chat.plain import plain, whole_clauses
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.engine.mind import Call, Prompt, Say

log = structlog.get_logger(__name__)


class ChatMind:
    """Asks a model with the same tools; it keeps nothing of a conversation.

    Emergencies, orders to the system, other people's data and what waits for a yes are answered by the dialogue, whose
    words are approved. So is everything when the model fails before its first word.
    """

    def __init__(self, endpoint: Endpoint, dialogue: Dialogue) -> None:
        self._endpoint = endpoint
        self._dialogue = dialogue

    async def respond(self, prompt: Prompt) -> AsyncIterator[Say | Call]:
        """Yield the answer clause by clause, or a tool's call."""
        standing = await self._dialogue.standing(prompt)
        if standing.is_fixed:
            async for piece in self._dialogue.respond(prompt):
                yield piece
            return
        spoke = False
        try:
            async for piece in self._asked(prompt, standing.language):
                spoke = True
                yield piece
        except ChatFailed as failure:
            log.warning("chat.failed", reason=failure.message, spoke=spoke)
            if spoke:
                yield Say(" " + standing.broke_off, standing.language)
                return
            async for piece in self._dialogue.respond(prompt):
                yield piece

    async def _asked(self, prompt: Prompt, language: str) -> AsyncIterator[Say | Call]:
        waiting, any_words = "", False
        known = {tool.name for tool in prompt.tools}
        async for piece in self._endpoint.stream(body(prompt, self._endpoint.model)):
            if piece.name:
                if piece.name not in known or not _is_object(piece.arguments):
                    raise ChatFailed("The chat model called a tool that there is not, or with arguments that are none.")
                yield Call(piece.name, piece.arguments or "{}")
                return
            clauses, waiting = whole_clauses(waiting + piece.text)
            for clause in clauses:
                if (words := plain(clause)).strip():
                    any_words = True
                    yield Say(words, language)
        if (words := plain(waiting)).strip():
            yield Say(words.rstrip(), language)
        elif not any_words:
            raise ChatFailed("The chat model said nothing.")


def _is_object(arguments: str) -> bool:
    try:
        return isinstance(json.loads(arguments or "{}"), dict)
    except ValueError:
        return False
