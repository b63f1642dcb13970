"""How many a room holds, as an app's export or the event's own list of rooms tells it."""

from support.harbour import agenda
from support.mill import mill


def test_a_rooms_seats_are_kept_from_wherever_they_are_told() -> None:
    agenda = mill()
    assert {room.name: room.capacity for room in agenda.rooms} == {
        "Sala Betulla": 240, "Sala Ontano": 90, "Loggia": None, "Cantina": 35, "Soffitta": None
    }  # fmt: skip
    assert [session.room for session in agenda.sessions] == ["Sala Betulla", "Loggia"]


def test_seats_in_brackets_behind_a_room_are_no_part_of_its_name() -> None:
    rows = "Title,Date,Start,Room,Speakers\nEbb and flow,2027-05-07,09:00,Galerie Nord (180 pl.),Ada Verne\n"
    rows += "Knots,2027-05-07,10:00,Turmzimmer (max. 40 Plätze),Jan Holm\nRopes,2027-05-07,11:00,Galerie Nord,Bo Ek\n"
    found = agenda(("plan.csv", rows))
    assert [one.room for one in found.sessions] == ["Galerie Nord", "Turmzimmer", "Galerie Nord"]
    seats = {room.name: room.capacity for room in found.rooms}
    assert (seats["Galerie Nord"], seats["Turmzimmer"]) == (180, 40)
