"""Mails that list below each time what is held then, with the room before each title."""

from collections.abc import Iterable
from datetime import UTC, datetime

from charlotte.congress.importers.draft import Draft
from charlotte.congress.importers.shapes.drafting.rooms_in_titles import with_rooms_ahead
from support.harbour import agenda, by_title, told

MAIL = """Bonjour,

VENDREDI 7 MAI 2027

8h30 - 9h
 * Hall : Café d'accueil

9h - 9h45
 * Grande salle : Mot du port (Ada Orr, Bo Lie)

10h - 10h45
 * Grande salle : Coques : le bois revient (Cleo Mar)
 * Salle Ancre : Lire une carte (Dan Roux)

10h45 - 11h15
 * Hall : Pause

11h15 - 12h
 * Grande salle : Voiles et filets (Eva Lind)
 * Salle Ancre : ANNULÉ Nœuds de pêche (Finn Mars)
 * Atelier : Calfater (Gus Noël)
"""
ITEMS = MAIL.replace(" * ", " - ")


def test_each_item_is_held_at_its_time_in_the_room_before_its_colon() -> None:
    for text in (MAIL, ITEMS):
        found = by_title(agenda(("programme.txt", text)))
        assert told(found["Coques : le bois revient"])[1:] == ("07 10:00", "10:45", "Grande salle", ["Cleo Mar"])
        assert told(found["Lire une carte"])[1:4] == ("07 10:00", "10:45", "Salle Ancre")
        assert told(found["Pause"])[1:4] == ("07 10:45", "11:15", "Hall")
        assert told(found["Calfater"])[3:] == ("Atelier", ["Gus Noël"])


def test_a_mark_before_a_title_is_said_once() -> None:
    found = by_title(agenda(("programme.txt", MAIL)))
    assert found["Nœuds de pêche"].status == "cancelled"
    assert [one.name for one in found["Nœuds de pêche"].speakers] == ["Finn Mars"]


TOLD = (
    ("Salle Ancre : Coques", 9),
    ("Salle Boa : Voiles", 9),
    ("Salle Ancre : Mâts", 10),
    ("Salle Boa : Rames", 10),
    ("Salle Ancre : CANCELLED: Quilles", 11),
    ("Quai : Apéritif", 18),
)


def drafts(told: Iterable[tuple[str, int]]) -> list[Draft]:
    return [Draft(str(at), title, datetime(2027, 5, 7, hour, tzinfo=UTC)) for at, (title, hour) in enumerate(told)]


def test_titles_that_all_begin_with_a_room_are_held_there() -> None:
    found = {one.title: one for one in with_rooms_ahead(drafts(TOLD))}
    assert (found["Mâts"].room, found["Rames"].room, found["Apéritif"].room) == ("Salle Ancre", "Salle Boa", "Quai")
    assert (found["Quilles"].room, found["Quilles"].cancelled) == ("Salle Ancre", True)


def test_kinds_before_titles_and_rooms_of_two_at_once_are_none() -> None:
    kinds = [
        (title.replace("Salle Ancre", "Atelier").replace("Salle Boa", "Conférence").replace("Quai", "Soirée"), hour)
        for title, hour in TOLD
    ]
    assert all(one.room is None for one in with_rooms_ahead(drafts(kinds)))
    assert all(one.room is None for one in with_rooms_ahead(drafts([*TOLD, ("Salle Boa : Filets", 10)])))
