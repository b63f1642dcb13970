"""Rooms of pages without classes: headings below each day, and the last words of a sentence. Invented."""

from support.harbour import agenda, told


def test_rooms_as_headings_below_each_day_whatever_one_of_them_is_called() -> None:
    days = {
        "Friday 7 May 2027": {"Room 1": ["9.00 Knots (Ann Orr)", "10.00 Splices (Bo Lie)"], "Room 2": ["9.00 Sails"]},
        "Saturday 8 May 2027": {"Room 1": ["9.30 Tides (Eve Moss)"], "Slipway": ["10.00 Tar (Ann Orr)"]},
    }
    page = "".join(
        f"<h2>{day}</h2>"
        + "".join(
            f"<h3>{room}</h3><ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" for room, lines in rooms.items()
        )
        for day, rooms in days.items()
    )
    found = agenda(("programme.html", f"<h1>Harbour days</h1>{page}")).sessions
    assert sorted((title, start, room) for title, start, _, room, _ in map(told, found)) == [
        ("Knots", "07 09:00", "Room 1"),
        ("Sails", "07 09:00", "Room 2"),
        ("Splices", "07 10:00", "Room 1"),
        ("Tar", "08 10:00", "Slipway"),
        ("Tides", "08 09:30", "Room 1"),
    ]


def test_a_room_that_ends_its_sentence_has_no_stop() -> None:
    slots = [("9.00", "Knots", "Room 1"), ("10.00", "Splices", "Aula magna"), ("11.00", "Tar", "Hall 12")]
    folds = "".join(
        f"<details><summary>{at} – {title}</summary><p>With Ann Orr (Ely), {room}.</p></details>"
        for at, title, room in slots
    )
    found = agenda(("programme.html", f"<h2>Friday 7 May 2027</h2>{folds}")).sessions
    assert sorted((title, room) for title, _, _, room, _ in map(told, found)) == [
        ("Knots", "Room 1"),
        ("Splices", "Aula magna"),
        ("Tar", "Hall 12"),
    ]
