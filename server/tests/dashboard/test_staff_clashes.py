"""Before a session is moved into a room that is taken, staff hear which session is there, and until when."""

import json
from pathlib import Path
from typing import Any

from support.desk_staff import StaffMember, staff_member
from support.house import house
from support.minds import ScriptedMind

EVENT = {"id": "quay", "name": "Quay 2026", "timezone": "Europe/Dublin", "start_date": "2026-10-22"}
ROWS = """Date,Start,End,Title,Room,Speakers,Session or Sub
2026-10-22,09:00,09:45,Opening,Pier Hall,,Session
2026-10-22,10:00,10:45,Tides,Pier Hall,,Session
2026-10-22,11:00,12:00,Dikes,Pier Hall,,Session
2026-10-22,11:00,11:20,Sand,Pier Hall,Orla Tighe,Sub
2026-10-22,11:20,12:00,Dunes,Pier Hall,Conn Daly,Sub
2026-10-22,14:00,15:00,First poster,Foyer,,Session
2026-10-22,14:00,15:00,Second poster,Foyer,,Session
2026-10-22,14:30,,Without an end,Yard,,Session
2026-10-22,16:00,17:00,Farewell,Quay,,Session
"""
HERE = "/api/staff/events/quay"


async def opened(staff: StaffMember) -> dict[str, str]:
    """Import the programme and return the ids of its sessions by title."""
    sent = [
        ("files", (name, text.encode(), "text/plain"))
        for name, text in (("event.json", json.dumps(EVENT)), ("plan.csv", ROWS))
    ]
    staff.http.timeout = 60
    draft = (await staff.http.post("/api/staff/imports", files=sent)).json()
    assert (await staff.http.post(f"/api/staff/imports/{draft['id']}/apply")).status_code == 200
    return {row["title"]: row["id"] for row in (await staff.gets(f"{HERE}/sessions"))["sessions"]}


async def meets(staff: StaffMember, session: str, **body: Any) -> list[tuple[str, str, str]]:
    response = await staff.http.post(f"{HERE}/clashes/{session}", json=body)
    assert response.status_code == 200, response.text
    return [(one["title"], one["room"], one["end"][11:16]) for one in response.json()["clashes"]]


async def test_a_decision_is_told_which_sessions_it_would_meet(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        ids = await opened(staff)
        tides, dikes = ids["Tides"], ids["Dikes"]
        assert await meets(staff, tides, action="delay", minutes=15) == [], "it ends when the next begins"
        late = await meets(staff, tides, action="delay", minutes=30)
        assert late[0] == ("Sand", "Pier Hall", "11:20") and late[-1][0] == "Dikes"
        early = await meets(staff, dikes, action="delay", minutes=-30)
        assert early == [("Tides", "Pier Hall", "10:45")], "its own talks go with it and are no obstacle"
        assert await meets(staff, ids["Sand"], action="delay", minutes=10) == [("Dunes", "Pier Hall", "12:00")]
        noon = "2026-10-22T14:45"
        assert await meets(staff, tides, action="move", start=noon, room="Yard") == [
            ("Without an end", "Yard", "15:30")
        ]
        assert await meets(staff, tides, action="move", start="2026-10-22T15:10", room="Foyer") == []
        assert len(await meets(staff, tides, action="move", start=noon, room="Foyer")) == 2
        assert await meets(staff, ids["First poster"], action="delay", minutes=10) == [], "they hung together before"
        assert await meets(staff, tides, action="cancel") == []


async def test_looking_changes_nothing_and_who_was_warned_may_still_do_it(tmp_path: Path) -> None:
    async with house(tmp_path, ScriptedMind()) as here, staff_member(here) as staff:
        ids = await opened(staff)
        opening = ids["Opening"]
        assert await meets(staff, opening, action="delay", minutes=60) == [("Tides", "Pier Hall", "10:45")]
        assert not any(row["decided"] for row in (await staff.gets(f"{HERE}/sessions"))["sessions"])
        body = {"action": "delay", "minutes": 60}
        assert (await staff.http.put(f"{HERE}/sessions/{opening}", json=body)).status_code == 200
        assert (await staff.http.put(f"{HERE}/sessions/{ids['Tides']}", json={"action": "cancel"})).status_code == 200
        restored = await meets(staff, ids["Tides"], action="hold")
        assert restored == [("Opening", "Pier Hall", "10:45")]
        assert (await staff.http.post(f"{HERE}/clashes/nothing", json={"action": "cancel"})).status_code == 404
        bad = await staff.http.post(f"{HERE}/clashes/{opening}", json={"action": "move", "room": "Nowhere"})
        assert bad.status_code == 422
