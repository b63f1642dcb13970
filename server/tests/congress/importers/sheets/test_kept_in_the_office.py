"""What an office keeps beside its sessions for itself: notes nobody is read, and rows of one number that it changed."""

from support.workbooks import agenda, people, told, workbook

HEADER = ["Session Id", "Title", "Speaker", "Room", "Starts", "Minutes", "Level", "Office notes"]


def test_only_that_a_session_changed_is_taken_from_notes_for_the_office() -> None:
    rows: list[list[object]] = [
        ["Titolo", "Relatore", "Sala", "Inizio", "Fine", "Note segreteria"],
        ["Lana e feltro", "Ada Conti", "Sala Fuso", "5/3/2027 9:00", "9:30", "ANNULLATO il 12/2 (influenza)"],
        ["Tinture", "Ivo Serra", "Sala Fuso", "5/3/2027 9:30", "10:00", "spostato alle 11:00"],
        ["Telai", "Rita Poli", "Sala Fuso", "5/3/2027 10:00", "10:30", "hotel annullato, IBAN arrivato"],
        ["Fibre", "Ugo Neri", "Sala Fuso", "5/3/2027 10:30", "11:00", None],
    ]
    found = {one.title: one for one in agenda(("elenco.xlsx", workbook({"Elenco": rows}))).sessions}
    assert {title: (one.status, told(one)[0]) for title, one in found.items()} == {
        "Lana e feltro": ("cancelled", "05 09:00"),
        "Tinture": ("moved", "05 11:00"),
        "Telai": ("scheduled", "05 10:00"),
        "Fibre": ("scheduled", "05 10:30"),
    }
    assert not any("IBAN" in (one.abstract or "") for one in found.values())


def test_rows_of_one_number_are_one_session_whoever_changed_one_of_them() -> None:
    rows: list[list[object]] = [
        HEADER,
        ["A-17", "Looms of the north", "Ann Lowe", "Mill", "2027-03-05 09:00", 30, "Beginner", "beamer"],
        ["A-17", "Looms of the north", "Bo Karlsen", "Mill", "2027-03-05 09:00", 30, "Advanced", "beamer"],
        ["A-21", "Madder", "Cy Moss", "Dye house", "2027-03-05 09:00", 30, "Beginner", None],
        ["A-30", "Who spins?", "Dee Reeve", "Mill", "2027-03-05 10:00", 45, "Beginner", None],
        ["A-31", "Who spins?", "Eve Hart", "Mill", "2027-03-05 11:00", 45, "Advanced", None],
    ]
    found = agenda(("flat.xlsx", workbook({"Flat": rows}))).sessions
    assert [(one.title, *told(one), people(one)[0]) for one in found] == [
        ("Looms of the north", "05 09:00", "09:30", "Mill", ["Ann Lowe", "Bo Karlsen"]),
        ("Madder", "05 09:00", "09:30", "Dye house", ["Cy Moss"]),
        ("Who spins?", "05 10:00", "10:45", "Mill", ["Dee Reeve"]),
        ("Who spins?", "05 11:00", "11:45", "Mill", ["Eve Hart"]),
    ]
