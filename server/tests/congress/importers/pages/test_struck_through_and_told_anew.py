"""Pages on which what held before is struck through beside what holds now: a room, a time, who speaks."""

import pytest

from support.workbooks import agenda, people, told

ITEM = (
    "<div class='item'><div class='time'>{}</div><h4 class='title'>{}</h4><p class='speakers'>{}</p>"
    "<p class='room'>{}</p></div>"
)
ITEMS = (
    ("9:00 – 9:30", "Opening", "Ada Orr", "Great Hall"),
    ("{0}9:30{1} 9:45 – 10:30", "Ropes", "{0}Bo Lie{1} Eva Moss", "{0}Room 2{1} Great Hall"),
    ("11:00 – 11:30", "{0}Sails{1}", "Ian Rhys", "Room 2"),
)


@pytest.mark.parametrize(
    "struck",
    [("<s>", "</s>"), ("<del>", "</del>"), ("<span style='text-decoration: line-through'>", "</span>")],
)
def test_what_is_struck_through_holds_no_longer(struck: tuple[str, str]) -> None:
    items = "".join(ITEM.format(*(cell.format(*struck) for cell in item)) for item in ITEMS)
    page = f"<html><body><h2>Friday 5 March 2027</h2>{items}</body></html>"
    found = {one.title: one for one in agenda(("programme.html", page)).sessions}
    assert told(found["Ropes"]) == ("05 09:45", "10:30", "Great Hall")
    assert people(found["Ropes"])[0] == ["Eva Moss"]
    assert found["Sails"].status == "cancelled"
    assert found["Opening"].status != "cancelled"
