"""How a talk ends that the visitor did not end: the page goes away, or staff hang up."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from support.browser import WITH_MICROPHONE, chromium, lend_voice, opened
from support.clerk import clerk
from support.desk_staff import staff_member
from support.ears import InstantEar
from support.house import house
from support.waiting import eventually

pytestmark = pytest.mark.browser


async def test_a_page_that_goes_says_so(tmp_path: Path) -> None:
    async with house(tmp_path, clerk()) as here, chromium(*WITH_MICROPHONE) as browser:
        lend_voice(here, InstantEar())
        screen = await opened(browser, here.url)
        await screen.button("Talk").click()
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        switchboard = here.installation.switchboard
        (call,) = switchboard.live_calls()
        # The page stays, so that only its word can have ended the call.
        await screen.page.evaluate("window.dispatchEvent(new Event('pagehide'))")
        await eventually(lambda: call not in switchboard.live_calls())
        await eventually(lambda: bool(switchboard.live_calls()) and call not in switchboard.live_calls(), within_s=20)
        await expect(screen.talk_button).to_have_accessible_name("Talk: Ready", timeout=20_000)
        events = (await here.logs(call.session.id))["events"]
        ended = [event["facts"]["reason"] for event in events if event["type"] == "charlotte.call_ended"]
        assert ended == ["visitor_left"]
        await screen.page.goto("about:blank")
        await eventually(lambda: switchboard.live == 0)
        assert screen.complaints == []


async def test_who_is_hung_up_on_is_told_and_may_begin_again(tmp_path: Path) -> None:
    async with house(tmp_path, clerk()) as here, chromium() as browser, staff_member(here) as staff:
        screen = await opened(browser, here.url)
        await screen.button("Type").click()
        await screen.asks("keynote")
        await screen.settled()
        (row,) = await staff.sessions()
        assert (await staff.http.post(f"/api/staff/sessions/{row['session_id']}/hang-up")).status_code == 204
        await expect(screen.page.get_by_text("the staff ended this conversation")).to_be_visible()
        assert here.installation.switchboard.live == 0
        await screen.button("Try again").click()
        await eventually(lambda: here.installation.switchboard.live == 1)
        await expect(screen.page.get_by_text("the staff ended this conversation")).to_be_hidden()
