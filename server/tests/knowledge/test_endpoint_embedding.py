"""An embeddings endpoint reads documents instead of the model in the box; where it fails, words alone find them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response
from httpx2 import AsyncClient

from charlotte.knowledge.endpoint_embedding import EmbeddingFailed, EndpointEmbedder
from support.served import serving


@dataclass
class EmbeddingPeer:
    """What it was asked, and how it answers; its vectors are not of length 1, and come in another order."""

    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    answer: Response | None = None

    async def embed(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        self.keys.append(request.headers.get("authorization"))
        if self.answer is not None:
            return self.answer
        rows = [{"index": at, "embedding": [3.0 * len(text), 4.0 * len(text)]} for at, text in enumerate(body["input"])]
        return JSONResponse({"data": rows[::-1]})


@asynccontextmanager
async def embedding() -> AsyncIterator[tuple[EmbeddingPeer, EndpointEmbedder]]:
    peer, app = EmbeddingPeer(), FastAPI()
    app.add_api_route("/v1/embeddings", peer.embed, methods=["POST"])
    async with serving(app) as address, AsyncClient(trust_env=False) as http:
        peer.url = f"http://{address}/v1"
        yield peer, EndpointEmbedder(http, peer.url, "bge", "sk-embed")


async def test_vectors_come_in_order_and_of_length_one() -> None:
    async with embedding() as (peer, embedder):
        rows = await embedder.passages(["one", "seventeen"])
        assert np.allclose(rows, [[0.6, 0.8], [0.6, 0.8]])
        assert np.allclose(await embedder.question("two"), [0.6, 0.8])
    assert peer.asked[0] == {"model": "bge", "input": ["one", "seventeen"], "encoding_format": "float"}
    assert set(peer.keys) == {"Bearer sk-embed"}
    assert "sk-embed" not in repr(embedder) and embedder.name.startswith("bge at http://")


@pytest.mark.parametrize(
    "answer",
    [
        JSONResponse({"error": "no"}, 503),
        Response("not JSON"),
        JSONResponse({"data": []}),
        JSONResponse({"data": [{"index": 0, "embedding": [0.0, 0.0]}]}),
        JSONResponse({"data": [{"index": 0, "embedding": "abc"}]}),
    ],
    ids=["status", "text", "too few", "no direction", "no numbers"],
)
async def test_whatever_is_no_vector_is_refused(answer: Response) -> None:
    async with embedding() as (peer, embedder):
        peer.answer = answer
        with pytest.raises(EmbeddingFailed):
            await embedder.question("two")


async def test_nobody_there_is_said_as_such() -> None:
    async with embedding() as (_, embedder):
        gone = EndpointEmbedder(embedder.http, "http://127.0.0.1:9/v1", "bge")
        with pytest.raises(EmbeddingFailed, match="cannot be asked"):
            await gone.passages(["one"])
