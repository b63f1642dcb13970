"""A call that could not be hung up is tried again until the provider has heard it, and no longer."""

import asyncio

from httpx2 import AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from charlotte.broker.hanging_up import HangingUp
from charlotte.broker.upstream import Upstream
from support.served import serving
from support.waiting import eventually


async def hung_up(*statuses: int) -> tuple[int, int]:
    """Hang up at a provider that answers so, one after another; return how often it was asked, and of those at once."""
    left, asked = list(statuses), 0

    async def answer(_request: Request) -> Response:
        nonlocal asked
        asked += 1
        return Response(status_code=left.pop(0))

    app = Starlette(routes=[Route("/v1/realtime/calls/rtc_1/hangup", answer, methods=["POST"])])
    async with (
        serving(app) as address,  # type: ignore[arg-type]
        AsyncClient(trust_env=False) as http,
        asyncio.TaskGroup() as tasks,
    ):
        hanging_up = HangingUp(http, again_after_s=0.01)
        running = tasks.create_task(hanging_up.run())
        upstream = Upstream(kind="realtime", name="far", base_url=f"http://{address}/v1", key="sk-x")
        await hanging_up.hang_up(upstream, "rtc_1")
        at_once = asked
        await eventually(lambda: not left)
        running.cancel()
    return asked, at_once


async def test_a_provider_that_can_be_reached_is_asked_once() -> None:
    assert await hung_up(200) == (1, 1)


async def test_a_provider_that_fails_is_asked_again_until_it_has_heard() -> None:
    assert await hung_up(503, 500, 200) == (3, 1)


async def test_a_call_that_is_over_or_not_ours_is_left_alone() -> None:
    assert await hung_up(404) == (1, 1)
    assert await hung_up(401) == (1, 1)
