"""Plans of rooms with the day merged beside the slots, and people known by their address. All data is invented."""

import pytest

from support.harbour import agenda, book, by_title, told
from support.workbooks import agenda as read
from support.workbooks import people, workbook

HEADS = {"de": ("Tag", "Zeit"), "fr": ("Jour", "Horaire"), "en": ("Day", "Time")}
DAYS = {"de": ("Fr 7.5.", "Sa 8.5."), "fr": ("vendredi 7 mai", "samedi 8 mai"), "en": ("Fri 7 May", "Sat 8 May")}


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("between", ["–", " - "])
def test_days_merged_beside_slots_from_when_until_when(language: str, between: str) -> None:
    first, second = DAYS[language]
    rows: list[list[object]] = [
        ["Forum am Hafen"],
        [*HEADS[language], "Galerie", "Speicher 3"],
        [first, f"08:30{between}09:00", "Kaffee", None],
        [None, f"09:00{between}09:45", "Torf und Teer\nAda Moor", "Knoten für alle\nJon Ek, Bo Lind"],
        [None, f"10:00{between}10:45", "Was Muscheln filtern\nEva Moss", None],
        [second, f"09:30{between}10:15", None, "Ebbe im Winter\nIda Brand"],
        [None, f"10:30{between}11:00", "Ausklang\nAda Moor", "Lotsen im Nebel\nTom Kling"],
    ]
    merged = ("A3:A5", "A6:A7", "C3:D3", "D4:D5")
    found = by_title(agenda(("plan.xlsx", book(rows, merged))))
    assert told(found["Torf und Teer"]) == ("Torf und Teer", "07 09:00", "09:45", "Galerie", ["Ada Moor"])
    assert told(found["Knoten für alle"]) == (
        "Knoten für alle", "07 09:00", "10:45", "Speicher 3", ["Jon Ek", "Bo Lind"],
    )  # fmt: skip
    assert told(found["Ebbe im Winter"]) == ("Ebbe im Winter", "08 09:30", "10:15", "Speicher 3", ["Ida Brand"])
    assert told(found["Kaffee"])[1:4] == ("07 08:30", "09:00", None)
    assert len(found) == 7


@pytest.mark.parametrize("employer", ["Company Name", "Organisation Name", "Nom de l'entreprise", "Company"])
def test_people_by_their_address_beside_what_they_work_for(employer: str) -> None:
    sessions: list[list[object]] = [
        ["Session Name", "Date", "Start Time", "End Time", "Location", "Role 1", "People 1"],
        ["Salt roads", "2027-03-05", "09:00", "09:45", "Hall A", "Speaker", "ada@x.org; bo@x.org"],
        ["Lunch", "2027-03-05", "12:00", "13:00", "Hall A", None, None],
        ["Brine", "2027-03-05", "13:00", "13:45", "Hall B", "Speaker", "eve@x.org"],
    ]
    who: list[list[object]] = [
        ["External ID", "First Name", "Last Name", "Email", "Title", employer, "Groups"],
        ["P1", "Ada", "Orr", "ada@x.org", None, "Salt Works Ltd", "Speakers"],
        ["P2", "Bo", "Lie", "bo@x.org", None, "City Museum", "Speakers"],
        ["P3", "Eve", "Moss", "eve@x.org", None, "University of Bergen", "Speakers"],
    ]
    found = {one.title: one for one in read(("app.xlsx", workbook({"Sessions": sessions, "People": who}))).sessions}
    assert people(found["Salt roads"]) == (["Ada Orr", "Bo Lie"], [])
    assert people(found["Brine"]) == (["Eve Moss"], [])
    assert found["Brine"].speakers[0].affiliation == "University of Bergen"


@pytest.mark.parametrize(
    ("hour", "first", "second"),
    [
        ("Heure", "vendredi 7 mai", "samedi 8 mai"),
        ("Hora", "viernes 7 de mayo", "sábado 8 de mayo"),
        ("", "7.5.", "8.5."),
    ],
)
@pytest.mark.parametrize("rooms", [("Galerie", "Speicher 3"), ("Galerie", "Speicher 3", "Deck")])
def test_days_above_the_first_of_their_rooms(hour: str, first: str, second: str, rooms: tuple[str, ...]) -> None:
    gaps = "," * (len(rooms) - 1)
    lines = [
        f",{first},,{second}{gaps}",
        f"{hour},Galerie,Speicher 3,{','.join(rooms)}",
        f"09:00-09:45,Torf und Teer (Ada Moor),Knoten für alle (Jon Ek),{gaps}",
        f"09:30-10:15,,,Ebbe im Winter (Ida Brand){gaps}",
        f"10:00-10:45,,Was Muscheln filtern (Eva Moss),{gaps}",
        f"10:30-11:00,,,{gaps}Lotsen im Nebel (Tom Kling)",
    ]
    found = agenda(("programme.csv", "\n".join(lines))).sessions
    assert sorted(map(told, found)) == [
        ("Ebbe im Winter", "08 09:30", "10:15", "Galerie", ["Ida Brand"]),
        ("Knoten für alle", "07 09:00", "09:45", "Speicher 3", ["Jon Ek"]),
        ("Lotsen im Nebel", "08 10:30", "11:00", rooms[-1], ["Tom Kling"]),
        ("Torf und Teer", "07 09:00", "09:45", "Galerie", ["Ada Moor"]),
        ("Was Muscheln filtern", "07 10:00", "10:45", "Speicher 3", ["Eva Moss"]),
    ]
