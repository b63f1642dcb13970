"""`/healthz`, `/readyz`, `/metrics`."""

from typing import Any

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field

from charlotte.wire.api.parts import parts_of

router = APIRouter(tags=["operation"])


class Health(BaseModel):
    """The process answers."""

    status: str = "ok"


class Readiness(BaseModel):
    """What can be done already."""

    status: str = Field(description="`ready`, or `warming` while voice models load; typed questions are answered.")
    text: bool
    voice: bool
    models: dict[str, Any] = Field(description="State of each model: `ready`, `loading`, `missing` or `failed`.")
    rehearsed: dict[str, int] | None = Field(
        description="Clauses that will probably be said, and how many of them the natural voice has rendered ahead."
    )
    calls_live: int


@router.get("/healthz", summary="Liveness")
async def healthz() -> Health:
    """Answer as long as the process runs."""
    return Health()


@router.get("/readyz", summary="Readiness", responses={503: {"model": Readiness}})
async def readyz(request: Request, response: Response) -> Readiness:
    """Answer 200 once typed questions are answered, and say which models are still warming."""
    parts = parts_of(request)
    state = parts.readiness()
    ready = Readiness(
        status="ready" if state["text"] and state["voice"] else "warming",
        text=state["text"],
        voice=state["voice"],
        models=state["models"],
        rehearsed=state["rehearsed"],
        calls_live=parts.switchboard.live,
    )
    if not ready.text:
        response.status_code = 503
    return ready


@router.get("/metrics", summary="Prometheus metrics", response_class=Response)
async def metrics(request: Request) -> Response:
    """Return counters and latencies; no ids, no words."""
    return Response(parts_of(request).metrics.exposition(), media_type=CONTENT_TYPE_LATEST)
