"""A chat completion streamed from an OpenAI-compatible endpoint."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx2
import orjson

from charlotte.errors import CharlotteError

DATA = "data:"
DONE = "[DONE]"
LONGEST_LINE = 1_000_000


class ChatFailed(CharlotteError):
    """The chat model cannot be asked, or its answer broke off."""

    code = "chat_failed"


@dataclass
class Piece:
    """A part of an answer: words, or a call that is whole once the stream has ended."""

    text: str = ""
    name: str = ""
    arguments: str = ""


@dataclass(frozen=True)
class Endpoint:
    """Where the model is; `url` ends in `/v1`."""

    http: httpx2.AsyncClient
    url: str
    model: str
    key: str | None
    first_s: float
    """How long the first sign of an answer, and then each further one, may take."""

    async def stream(self, body: dict[str, Any]) -> AsyncIterator[Piece]:
        """Yield words as they come, then at most one call. Raises `ChatFailed`."""
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        timeout = httpx2.Timeout(self.first_s)
        call = Piece()
        try:
            async with self.http.stream(
                "POST", f"{self.url}/chat/completions", json=body, headers=headers, timeout=timeout
            ) as response:
                if response.status_code != 200:
                    raise ChatFailed(f"The chat model answered with status {response.status_code}.")
                async for line in response.aiter_lines():
                    delta = _delta(line)
                    if text := delta.get("content"):
                        yield Piece(text=str(text))
                    for part in delta.get("tool_calls") or ():
                        if isinstance(part, dict) and part.get("index", 0) == 0:
                            function = part.get("function") or {}
                            call.name += function.get("name") or ""
                            call.arguments += function.get("arguments") or ""
        except httpx2.HTTPError as failure:
            raise ChatFailed(f"The chat model cannot be asked: {type(failure).__name__}.") from failure
        if call.name:
            yield call


def _delta(line: str) -> dict[str, Any]:
    if not line.startswith(DATA) or (text := line[len(DATA) :].strip()) == DONE or len(text) > LONGEST_LINE:
        return {}
    try:
        event = orjson.loads(text)
    except orjson.JSONDecodeError as failure:
        raise ChatFailed("The chat model sent something that is no event.") from failure
    if not isinstance(event, dict):
        return {}
    if event.get("error"):
        raise ChatFailed("The chat model broke off with an error.")
    choices = event.get("choices")
    delta = choices[0].get("delta") if isinstance(choices, list) and choices and isinstance(choices[0], dict) else None
    return delta if isinstance(delta, dict) else {}
