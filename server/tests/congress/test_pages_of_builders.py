"""Pages that site builders make: times in pieces, places as badges or with their addresses, days in tabs."""

import pytest

from support.harbour import agenda, told

HELD = [
    ("7 May", "9:00 AM", "9:45 AM", "Opening the Locks", "Main Hall", "Ana Ruiz"),
    ("7 May", "10:00 AM", "10:45 AM", "Rust Never Sleeps", "Room Elm", "Kai Ito"),
    ("7 May", "10:00 AM", "10:45 AM", "Ropes Redux", "Main Hall", "Per Moen"),
    ("8 May", "9:30 AM", "10:30 AM", "Cranes at Dawn", "Room Elm", "Rhoda Finch"),
    ("8 May", "11:00 AM", "12:15 PM", "Closing the Locks", "Main Hall", "Lou Vance"),
]
EXPECTED = [
    ("Closing the Locks", "08 11:00", "12:15", "Main Hall", ["Lou Vance"]),
    ("Cranes at Dawn", "08 09:30", "10:30", "Room Elm", ["Rhoda Finch"]),
    ("Opening the Locks", "07 09:00", "09:45", "Main Hall", ["Ana Ruiz"]),
    ("Ropes Redux", "07 10:00", "10:45", "Main Hall", ["Per Moen"]),
    ("Rust Never Sleeps", "07 10:00", "10:45", "Room Elm", ["Kai Ito"]),
]
ITEMS = {
    "a dash between start and end": (
        '<div class="dyn" role="listitem"><div class="item"><div class="flex"><div class="t-12">{start}</div>'
        '<div class="t-13">–</div><div class="t-12">{end}</div></div><div class="b-7"><h4 class="h-9">{title}</h4>'
        '<div class="t-20">{room}</div><div class="t-31">{who}</div></div></div></div>'
    ),
    "the place as a badge": (
        '<div class="row slot"><div class="col-2"><b>{start}</b><br>{end}</div><div class="col-10"><a href="/t/1">'
        '<h5>{title}</h5></a><span class="badge bg-secondary">{room}</span> <a href="/s/1">{who}</a></div></div>'
    ),
    "a place right behind the time": (
        '<div class="x-item"><div class="x-info"><span class="x-time">{start} - {end}</span><span class="x-location">'
        '<i class="x-pin"></i>{room}</span></div><div><h4 class="x-title">{title}</h4><div class="x-single-speaker">'
        '<a href="/s"><img src="a.jpg" alt=""></a><span>{who}</span></div></div></div>'
    ),
    "a place with its address": (
        '<article class="ev"><div class="ev__datetime"><span class="ev-date-start">{start}</span> - '
        '<span class="ev-time">{end}</span></div><h3 class="ev__title"><a href="/e">{title}</a></h3>'
        '<address class="ev__venue"><span class="ev__venue-title">{room}</span> '
        '<span class="ev__venue-address">Quay 1, Leith</span></address><p class="ev__speakers">{who}</p></article>'
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ITEMS)
@pytest.mark.parametrize("days", ["tabs", "headings"])
def test_what_builders_make_is_read(form: str, days: str) -> None:
    held: dict[str, str] = {}
    for day, start, end, title, room, who in HELD:
        made = ITEMS[form].format(start=start, end=end, title=title, room=room, who=who)
        held[day] = held.get(day, "") + made
    if days == "headings":
        page = "".join(f"<h2>{day}</h2><div>{items}</div>" for day, items in held.items())
    else:
        heads = "".join(f'<li><a href="#" data-id="tab{at}"><b>{day}</b></a></li>' for at, day in enumerate(held))
        panes = "".join(f'<div class="pane" data-id="tab{at}">{items}</div>' for at, items in enumerate(held.values()))
        page = f'<ul class="x-nav">{heads}</ul><div class="wrap">{panes}</div>'
    found = agenda(("schedule.html", f"<html><body><h1>Schedule</h1>{page}</body></html>"))
    assert sorted(map(told, found.sessions)) == EXPECTED
