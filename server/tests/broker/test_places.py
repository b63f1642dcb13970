"""What a call left unfinished is somebody's words: kept for the next call, and no longer than anybody waits for it."""

from pathlib import Path

from charlotte.broker.places import REMEMBERED_S, Places
from charlotte.session.handover.unfinished import Unfinished
from support.clocks import ManualClock
from support.house import house
from support.minds import ScriptedMind
from support.waiting import eventually

LEFT = Unfinished(item_id="item_1", said="The keynote is at nine.", answer_owed=True)


def test_it_is_told_once_and_in_time() -> None:
    places = Places(max_live=1, device_live=1)
    places.remember("talk_1", LEFT, now=0.0)
    assert places.recall("talk_1", now=REMEMBERED_S) == LEFT
    assert places.recall("talk_1", now=REMEMBERED_S) == Unfinished()
    places.remember("talk_1", LEFT, now=0.0)
    assert places.recall("talk_1", now=REMEMBERED_S + 1) == Unfinished()


async def test_a_running_server_forgets_it_though_nobody_comes_back(tmp_path: Path) -> None:
    clock = ManualClock()
    async with house(tmp_path, ScriptedMind(), clock=clock) as here:
        places = here.installation.switchboard._places
        places.remember("talk_1", LEFT, clock.monotonic())
        clock.advance(REMEMBERED_S + 1)
        await eventually(lambda: "keynote" not in repr(vars(places)))
