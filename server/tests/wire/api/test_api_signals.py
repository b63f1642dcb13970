"""The line beside the call: who serves, and only to whom it concerns."""

import json
from pathlib import Path

import pytest
import websockets

from charlotte.session.signals import WAITING, Bridging, Renew, Serving, Signals, TooSlow
from support.house import House, Visitor, house
from support.minds import ScriptedMind


def line(here: House, visitor: Visitor, *, cookie: str | None = None, origin: str | None = None):  # type: ignore[no-untyped-def]
    return websockets.connect(
        f"ws://{here.address}/api/session/{visitor.session_id}/signals",
        origin=websockets.Origin(origin or here.url),
        additional_headers={"Cookie": visitor.cookie if cookie is None else cookie},
        proxy=None,
    )


async def test_the_page_hears_who_serves_and_when_to_call_again(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, visitor.talking():
        async with line(here, visitor) as signals:
            serving = json.loads(await signals.recv())
            assert serving == {"type": "serving", "rung": "text", "upstream": "embedded", "why": "normal"}
            here.installation.api.signals.tell(visitor.session_id or "", Renew(why="voice", broken=False))
            assert json.loads(await signals.recv()) == {"type": "renew", "why": "voice", "broken": False}


async def test_nobody_else_listens(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, here.visitor() as visitor, here.visitor() as other:
        await visitor.ticket()
        await other.ticket()
        for cookie, origin, status in (("", None, 401), (other.cookie, None, 403), (None, "http://evil.example", 403)):
            with pytest.raises(websockets.InvalidStatus) as refused:
                async with line(here, visitor, cookie=cookie, origin=origin):
                    pass
            assert refused.value.response.status_code == status


async def test_a_page_that_reads_nothing_is_cut_off_and_told_anew() -> None:
    signals = Signals()
    serving = Serving(rung="hosted", upstream="openai")
    signals.tell("talk_1", serving)
    with signals.listen("talk_1") as heard:
        for _ in range(WAITING + 1):
            signals.tell("talk_1", Bridging(answer_owed=True, words_lost=False))
        with pytest.raises(TooSlow):
            async for _ in heard:
                pass
    with signals.listen("talk_1") as again:
        async for first in again:
            assert first == serving
            break
    signals.forget("talk_1")
    assert signals.serving("talk_1") is None
