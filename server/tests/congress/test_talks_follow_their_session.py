"""A session that staff move or cancel takes the talks inside of it along, through every import that follows."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from charlotte.clock import StoppedClock, SystemClock
from charlotte.congress.changed import changes_in
from charlotte.congress.congresses import Congresses
from charlotte.congress.edits import Edits
from charlotte.congress.following import wholes_of
from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import Reading
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.overrides import Override
from charlotte.congress.programme import Programme
from charlotte.database import connect
from support.agendas import DEMO, read

FACTS = Facts(id="salt", name="Salt", timezone="Europe/Dublin", start_date=day("2027-05-06"))
PLAN = """\
Date,Start,End,Title,Room,Speakers,Session or Sub
2027-05-06,09:00,10:00,Brine,Weir Hall,,Session
2027-05-06,09:00,09:20,Pans of iron,Weir Hall,Orla Tighe,Sub
2027-05-06,09:20,09:40,Wind and sun,Weir Hall,Conn Daly,Sub
2027-05-06,09:40,10:00,Seeing a pan,Yard,Nessa Roe,Sub
2027-05-06,10:30,11:30,Rock,Mill Room,,Session
2027-05-06,10:30,11:00,Old shafts,Mill Room,Bran Quigley,Sub
2027-05-06,14:00,15:00,Brine,Mill Room,,Session
2027-05-06,14:00,14:30,Springs,Mill Room,Una Crowe,Sub
"""
AT = datetime(2027, 5, 6, 7, tzinfo=UTC)


def reading(text: str = PLAN) -> Reading:
    told = read_tables([Document("plan.csv", text.encode())], FACTS)
    return replace(read(DEMO), agenda=told.agenda, document=Document("plan.csv", text.encode()))


def ids(programme: Programme) -> dict[str, str]:
    return {f"{one.title} {one.start:%H}" if one.title == "Brine" else one.title: one.id for one in programme.sessions}


def held(programme: Programme, title: str) -> tuple[str, str | None, str]:
    (one,) = (one for one in programme.sessions if one.title == title)
    return (f"{one.start:%H:%M}-{one.end:%H:%M}", one.room, one.status)


async def test_talks_go_where_their_session_goes_and_come_back_with_it(tmp_path: Path) -> None:
    engine = connect(tmp_path)
    opened, staff = Congresses(engine, SystemClock()), Edits(engine, StoppedClock(AT))
    await opened.create_tables()
    await opened.save(reading())
    first = await opened.programme("salt")
    named = ids(first)
    nine = first.by_id[named["Brine 09"]].start
    assert nine is not None

    own = Override("moved", nine + timedelta(hours=7), None, "Yard")
    await staff.decide("salt", named["Wind and sun"], own, "Anna")
    done = await staff.decide("salt", named["Brine 09"], Override("moved", nine + timedelta(hours=3)), "Anna")
    assert {one.title for one in done.inside} == {"Pans of iron", "Seeing a pan"}
    done = await staff.decide(
        "salt", named["Brine 09"], Override("moved", nine + timedelta(hours=3), None, "Mill Room"), "Anna"
    )
    assert {one.title for one in done.inside} == {"Pans of iron"}, "the other has a room of its own"
    for _ in range(2):
        now = await opened.programme("salt")
        assert held(now, "Pans of iron") == ("12:00-12:20", "Mill Room", "moved")
        assert held(now, "Seeing a pan") == ("12:40-13:00", "Yard", "moved"), "a room of its own stays its own"
        assert held(now, "Wind and sun") == ("16:00-16:20", "Yard", "moved"), "what staff decided of it alone holds"
        assert held(now, "Springs") == ("14:00-14:30", "Mill Room", "scheduled"), "another session of that title"
        assert "Pans of iron: moved, now 2027-05-06 12:00, Mill Room, before 2027-05-06 09:00, Weir Hall" in (
            changes_in(now)
        )
        await opened.save(reading(PLAN + "2027-05-06,16:00,17:00,Supper,Yard,,Session\n"))

    await staff.decide("salt", named["Rock"], Override("cancelled"), "Anna")
    assert held(await opened.programme("salt"), "Old shafts") == ("10:30-11:00", "Mill Room", "cancelled")
    await staff.decide("salt", named["Rock"], None, "Anna")
    back = await staff.decide("salt", named["Brine 09"], None, "Anna")
    assert {one.title for one in back.inside} == {"Pans of iron", "Seeing a pan"}
    last = await opened.programme("salt")
    assert {one.title for one in last.sessions if one.status != "scheduled"} == {"Wind and sun"}
    await engine.dispose()


async def test_a_session_that_takes_place_after_all_holds_its_talks_too(tmp_path: Path) -> None:
    engine = connect(tmp_path)
    opened, staff = Congresses(engine, SystemClock()), Edits(engine, StoppedClock(AT))
    await opened.create_tables()
    await opened.save(reading(PLAN.replace("Rock", "CANCELLED: Rock")))
    named = ids(await opened.programme("salt"))
    assert held(await opened.programme("salt"), "Old shafts")[2] == "cancelled"
    await staff.decide("salt", named["Rock"], Override("held"), "Anna")
    assert held(await opened.programme("salt"), "Old shafts")[2] == "scheduled"
    # Its talk may be taken out again by itself.
    await staff.decide("salt", named["Old shafts"], Override("cancelled"), "Anna")
    now = await opened.programme("salt")
    assert (held(now, "Rock")[2], held(now, "Old shafts")[2]) == ("scheduled", "cancelled")
    await engine.dispose()


def test_a_talk_is_inside_of_the_session_it_begins_in_and_of_none_where_two_would_do() -> None:
    sessions = reading().agenda.sessions
    titles = {one.id: one.title for one in sessions}
    found = {titles[part]: titles[whole] for part, whole in wholes_of(sessions).items()}
    assert found["Springs"] == found["Seeing a pan"] == "Brine" and found["Old shafts"] == "Rock"
    twice = [
        replace(one, start=one.start and one.start.replace(hour=9), end=one.end and one.end.replace(hour=10, minute=0))
        if one.title == "Brine"
        else one
        for one in sessions
    ]
    found = {titles[part] for part in wholes_of(twice)}
    assert "Pans of iron" in found and "Seeing a pan" not in found, "the room tells of two at once, or nothing does"
