"""A visitor who goes away without a word does not keep a call."""

from pathlib import Path

from support.clocks import ManualClock
from support.house import house
from support.minds import ScriptedMind


async def test_a_page_that_falls_silent_is_hung_up(tmp_path: Path) -> None:
    clock = ManualClock()
    async with house(tmp_path, ScriptedMind(), clock=clock, idle_seconds=9999) as here, here.visitor() as visitor:
        async with visitor.talking() as talker:
            path = f"/api/session/{visitor.session_id}/here"
            for _ in range(3):
                assert (await visitor.http.post(path)).status_code == 204
                clock.advance(60)
                assert (await talker.answer("still there"))["response"]["status"] == "completed"
            clock.advance(31)
            await talker.socket.wait_closed()
            assert talker.socket.close_reason == "visitor_gone"
        assert (await visitor.http.post(path)).status_code == 204, "a page that comes too late is not told off"


async def test_only_the_visitors_own_page_speaks_for_them(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, here.visitor() as stranger:
        async with visitor.talking() as talker:
            await stranger.ticket()
            for word in ("here", "leave"):
                path = f"/api/session/{visitor.session_id}/{word}"
                assert (await stranger.http.post(path)).status_code == 403
                foreign = await visitor.http.post(path, headers={"Origin": "https://evil.example"})
                assert foreign.status_code == 403
            assert (await talker.answer("hi"))["response"]["status"] == "completed"
            assert (await visitor.http.post(f"/api/session/{visitor.session_id}/leave")).status_code == 204
            await talker.socket.wait_closed()
            assert talker.socket.close_reason == "visitor_left"
