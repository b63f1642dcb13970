"""How many a room holds, as an app's export or the event's own list of rooms tells it."""

from support.mill import mill


def test_a_rooms_seats_are_kept_from_wherever_they_are_told() -> None:
    agenda = mill()
    assert {room.name: room.capacity for room in agenda.rooms} == {
        "Sala Betulla": 240, "Sala Ontano": 90, "Loggia": None, "Cantina": 35, "Soffitta": None
    }  # fmt: skip
    assert [session.room for session in agenda.sessions] == ["Sala Betulla", "Loggia"]
