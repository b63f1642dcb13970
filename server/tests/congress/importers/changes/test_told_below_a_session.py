"""What stands below a session: where it was to be held, what sends elsewhere, and where one eats."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Room

PAGE = """<html><body><h2>Friday 8 May 2026</h2><table><tr><th>Time<th>Title<th>Speaker<th>Chair<th>Room</tr>
<tr><td>09:00-10:00<td>The lamp that learned<td>Ada Lind<td>Bo Ek<td>Sala Nord</tr>
<tr><td>11:00-12:00<td>Weinbau am Hang<td>Rosa Ebner<td>Kurt Wild<td>Sala Sud</tr>
</table></body></html>"""
NIGHTS = """# Donnerstag, 7. Mai 2026

## Reben im Wind

9.00 – 9.45 Uhr, Sala Nord

Mit: Ada Lind

## Winzerinnenabend

19.30 – 22.30 Uhr, Alte Mühle

Siehe Merkblatt.

# Freitag, 8. Mai 2026

## Hang und Mauer

11.00 – 11.45 Uhr, Sala Nord

Mit: Bo Ek

{remark}
"""


@pytest.mark.parametrize(
    "remark",
    [
        "Verlegt: war für Donnerstag, 13.45 Uhr, Sala Sud angekündigt.",
        "Moved: was announced for Thursday, 13:45, Sala Sud.",
        "Spostato: era per giovedì, ore 13.45, Sala Sud previsto.",
    ],
)
def test_all_that_was_announced_is_what_held_before(remark: str) -> None:
    facts = Facts(
        id="nights",
        timezone="Europe/Rome",
        start_date=day("2026-05-07"),
        end_date=day("2026-05-08"),
        rooms=(Room("Sala Nord"), Room("Sala Sud")),
    )
    read = read_tables([Document("p.md", NIGHTS.replace("{remark}", remark).encode())], facts)
    found = {one.title: one for one in read.agenda.sessions}
    assert (found["Hang und Mauer"].room, found["Hang und Mauer"].status) == ("Sala Nord", "moved")
    assert found["Winzerinnenabend"].people == ()


@pytest.mark.parametrize(("cell", "room"), [("Lunch (Café Gallery)", "Café Gallery"), ("Lunch (Ada Orr)", None)])
def test_what_stands_behind_a_meal_in_brackets_is_a_house_where_it_is_called_one(cell: str, room: str | None) -> None:
    page = PAGE.replace("</table>", f'<tr><td>13:00-14:00<td colspan="4">{cell}</tr></table>')
    facts = Facts(id="meals", timezone="Europe/Rome", start_date=day("2026-05-08"), end_date=day("2026-05-08"))
    read = read_tables([Document("page.html", page.encode())], facts)
    lunch = next(one for one in read.agenda.sessions if one.title.startswith("Lunch"))
    assert room is None or (lunch.room, lunch.people, lunch.kind) == (room, (), "break")
