"""The whole hosted path: browser, broker, a provider on another port with a key of its own, and the sideband."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Route, expect

from charlotte.broker.problems import CallsNotOffered
from charlotte.engine.call.engine import Engine
from charlotte.engine.call.parts import Parts
from support.browser import WITH_MICROPHONE, chromium, opened
from support.clerk import clerk
from support.ears import InstantEar
from support.house import House, house
from support.mouths import ToneMouth
from support.served import KEY, serving_engine
from support.vads import LoudnessVad
from support.waiting import eventually

pytestmark = pytest.mark.browser


@asynccontextmanager
async def served_by_another(
    tmp_path: Path, ear: InstantEar, *, direct: bool = False
) -> AsyncIterator[tuple[House, Engine]]:
    """Serve the application with a provider that knows nothing of it: no tools, no congress, only its own key."""
    engine = Engine(Parts(mind=clerk(), ear=ear, mouth=ToneMouth(ms_per_char=10), vad_factory=LoudnessVad))
    async with serving_engine(engine) as address:
        settings = {"upstream": "realtime", "upstream_url": f"http://{address}/v1", "upstream_key": KEY}
        async with house(tmp_path, None, upstream_direct=direct, **settings) as here:
            yield here, engine


async def journal(here: House, session_id: str) -> dict[str, dict[str, Any]]:
    """Return the last facts of each type of event."""
    return {event["type"]: event["facts"] for event in (await here.logs(session_id))["events"]}


async def test_a_typed_question_goes_to_the_other_provider_and_its_tools_run_here(tmp_path: Path) -> None:
    async with served_by_another(tmp_path, InstantEar()) as (here, engine), chromium() as browser:
        screen = await opened(browser, here.url)
        await expect(screen.page.get_by_text("127.0.0.1").first).to_be_visible()
        async with screen.page.expect_response("**/api/realtime/token") as minted:
            await screen.button("Type").click()
        token = await (await minted.value).json()
        assert token["upstream"] == "realtime" and KEY not in str(token)
        await screen.asks("Shift left with performance testing")
        await expect(screen.page.get_by_role("article")).to_be_visible()
        await screen.settled()
        facts = await journal(here, token["session_id"])
        opened_as = facts["charlotte.call_opened"]
        assert (opened_as["transport"], opened_as["upstream"]) == ("websocket", "realtime")
        assert facts["charlotte.tool_ran"]["ok"] is True
        assert screen.complaints == []


@pytest.mark.parametrize("direct", [False, True], ids=["brokered", "direct"])
async def test_a_spoken_question_is_followed_by_the_sideband_and_hung_up(tmp_path: Path, direct: bool) -> None:
    ear = InstantEar(text="Shift left with performance testing")
    async with served_by_another(tmp_path, ear, direct=direct) as (here, engine), chromium(*WITH_MICROPHONE) as browser:
        screen = await opened(browser, here.url)
        async with (
            screen.page.expect_response("**/api/realtime/token") as minted,
            screen.page.expect_response("**/realtime/calls") as called,
        ):
            await screen.button("Talk").click()
        session_id = (await (await minted.value).json())["session_id"]
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        assert (await called.value).url.startswith(here.url) is not direct
        call_id = str((await called.value).headers["location"]).rpartition("/")[2]
        await screen.talk_button.hover()
        await screen.page.mouse.down()
        await screen.page.wait_for_timeout(1_500)  # how long somebody speaks, not a race
        await screen.page.mouse.up()
        await expect(screen.page.get_by_text("I heard:")).to_be_visible()
        await expect(screen.page.get_by_role("article")).to_be_visible()
        call = engine.find(call_id)
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready")
        facts = await journal(here, session_id)
        assert facts["charlotte.call_opened"]["transport"] == "webrtc"
        assert facts["charlotte.call_opened"]["call_id"] == call_id
        assert facts["charlotte.tool_ran"]["ok"] is True
        assert screen.complaints == []
        await here.installation.switchboard.hang_up(session_id, "staff")
        await eventually(lambda: call.is_over)


async def test_a_provider_without_brokered_calls_is_talked_to_over_the_websocket(tmp_path: Path) -> None:
    ear = InstantEar(text="Shift left with performance testing")
    async with served_by_another(tmp_path, ear) as (here, engine), chromium(*WITH_MICROPHONE) as browser:
        screen = await opened(browser, here.url)
        problem = CallsNotOffered("The voice provider takes no WebRTC calls from a server.")

        async def refuse(route: Route) -> None:
            await route.fulfill(status=problem.status, json={"code": problem.code, "message": problem.message})

        await screen.page.route("**/api/realtime/calls", refuse)
        async with screen.page.expect_websocket(lambda socket: "/api/realtime/ws" in socket.url):
            await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        assert screen.complaints == []
