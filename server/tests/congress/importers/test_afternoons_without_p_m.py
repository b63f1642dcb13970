"""Hours told as on a clock's face: what leaves p.m. out behind noon, or in a session that tells it, is no night."""

import pytest

from charlotte.congress.importers.shapes.times.afternoons import ends_in_afternoon, in_afternoon_of, with_afternoons
from support.workbooks import agenda

HEAD = "# Programme\n\n## Friday 5 March 2027\n\n| Time | Session | Room |\n|---|---|---|\n"
PLAIN = [
    ("7.00", "Breakfast", "", "05 07:00"),
    ("9.30–11.00", "Warp and weft", "Loft", "05 09:30"),
    ("12.30", "Lunch", "", "05 12:30"),
    ("1.45–3.00", "Knots", "Loft", "05 13:45"),
    ("3.30", "Felt", "Mill", "05 15:30"),
    ("7.30", "Dinner", "Mill", "05 19:30"),
]
MARKED = [
    ("9.30–11.00 am", "Warp and weft", "Loft", "05 09:30"),
    ("9.30", "Why wool?", "Loft", "05 09:30"),
    ("12.30 pm", "Lunch", "", "05 12:30"),
    ("1.30–3.00 pm", "Knots", "Loft", "05 13:30"),
    ("1.30", "Reef knots", "Loft", "05 13:30"),
    ("2:15", "Sheet bends", "Loft", "05 14:15"),
    ("3.30–4.15", "Felt", "Mill", "05 15:30"),
]
TEXT = """Friday 5 March 2027

9.30-11.00 am Warp and weft, Loft

1.30–3.00 pm Session A: Knots
Lecture Theatre
Chair: Ada Orr

1.30 Reef knots
Bo Lie (Ulm)

2.15 Sheet bends
Eva Moss (Kiel)

3.30–5.00 pm Session B: Felt
Blue Room
3.30-4.15 Felt and rain
Ian Rhys (York)
"""
SHEET = """Day,Start,End,Title,Room
Friday 5 March,1:30,3:00,Knots,Loft
Friday 5 March,11:30,1:00,Felt,Mill
Friday 5 March,7:00,8:00,Yoga,Loft
Friday 5 March,9:30,11:00,Warp and weft,Loft
"""


def begins(*file: str) -> dict[str, str]:
    name, text = file
    return {one.title: f"{one.start:%d %H:%M}" for one in agenda((name, text)).sessions if one.start is not None}


@pytest.mark.parametrize("rows", [PLAIN, MARKED])
def test_small_hours_behind_noon_are_of_the_afternoon(rows: list[tuple[str, str, str, str]]) -> None:
    table = "".join(f"| {time} | {title} | {room} |\n" for time, title, room, _ in rows)
    assert begins("plan.md", HEAD + table) == {title: start for _, title, _, start in rows}


def test_talks_take_the_half_of_the_day_of_their_session() -> None:
    found = {one.title: one for one in agenda(("programme.txt", TEXT)).sessions}
    told = {title: (f"{one.start:%H:%M}", one.room) for title, one in found.items()}
    assert told["Reef knots"] == ("13:30", "Lecture Theatre")
    assert told["Sheet bends"] == ("14:15", "Lecture Theatre")
    assert told["Felt and rain"] == ("15:30", "Blue Room")


def test_a_sheet_in_no_order_counts_to_twelve_too() -> None:
    found = {one.title: f"{one.start:%H:%M}-{one.end:%H:%M}" for one in agenda(("p.csv", SHEET)).sessions if one.end}
    assert found == {
        "Knots": "13:30-15:00",
        "Felt": "11:30-13:00",
        "Yoga": "07:00-08:00",
        "Warp and weft": "09:30-11:00",
    }


@pytest.mark.parametrize(
    "times",
    [
        ["9.30", "14.00", "23.30", "1.30"],
        ["10 Uhr", "12 Uhr", "3 Uhr"],
        ["10h", "12h", "3h"],
    ],
)
def test_who_counts_to_twenty_four_means_the_night(times: list[str]) -> None:
    assert with_afternoons([("Friday", time) for time in times]) == times


def test_what_is_told_in_a_session_of_the_afternoon() -> None:
    assert in_afternoon_of("1.30–3.00 pm", "2.25") == "14:25"
    assert in_afternoon_of("1.30–3.00 pm", "1.30–2.00") == "13:30 - 14:00"
    assert in_afternoon_of("10.45 am–12.15 pm", "11.15") == "11.15"
    assert ends_in_afternoon("11:30", "1:00") == "13:00"
    assert ends_in_afternoon("22:30", "1:00") == "1:00"
