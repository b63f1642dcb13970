"""Who is named with an office, or one that they held, is the same person without it. All names are invented."""

import pytest

from charlotte.congress.importers.shapes.people.people_told import people_told
from support.workbooks import agenda, workbook

PAIRS = [
    ("Bürgermeisterin a. D. Petra Huber und Landrat Karl Groß", ["Petra Huber", "Karl Groß"]),
    ("Oberstudienrat i. R. Karl Groß, Staatssekretärin a.D. Petra Huber", ["Karl Groß", "Petra Huber"]),
    ("Sindaca Rosa Neri e Assessore Piero Alba", ["Rosa Neri", "Piero Alba"]),
    ("Alcaldesa Inés Ortega y Excmo. Sr. Juan Prado", ["Inés Ortega", "Juan Prado"]),
    ("Maître Anne Roy et Me Luc Prévost", ["Anne Roy", "Luc Prévost"]),
    ("Cllr Ann Orr and Rev. Bo Lie", ["Ann Orr", "Bo Lie"]),
    ("Lord Mayor Ann Orr; Rt Hon. Bo Lie", ["Ann Orr", "Bo Lie"]),
]


@pytest.mark.parametrize(("titled", "names"), PAIRS)
def test_an_office_before_a_name_makes_nobody_else_of_them(titled: str, names: list[str]) -> None:
    rows: list[list[object]] = [["Date", "Start", "End", "Title", "Room", "Speakers"]]
    rows += [
        ["2027-03-05", f"{at}:00", f"{at}:45", f"Salt roads, part {at}", "Hall A", said]
        for at, said in ((9, titled), (10, names[0]), (11, names[1]), (12, "; ".join(names)))
    ]
    found = agenda(("agenda.xlsx", workbook({"Agenda": rows}))).sessions
    who = [[one.id for one in session.speakers] for session in found]
    assert who[0] == [*who[1], *who[2]] == who[3]
    assert len({*who[0]}) == 2


@pytest.mark.parametrize(
    ("titled", "name", "what"),
    [
        ("Oberbürgermeisterin Petra Huber, Stadt Ried", "Petra Huber", "Oberbürgermeisterin, Stadt Ried"),
        ("Landrat a. D. Karl Groß", "Karl Groß", "Landrat a. D."),
        ("Alcalde Juan Prado (Soria)", "Juan Prado", "Alcalde, Soria"),
        ("Bourgmestre Anne Roy", "Anne Roy", "Bourgmestre"),
        ("Dr.ssa Rosa Neri (Lodi)", "Dr.ssa Rosa Neri", "Lodi"),
        ("Bezirkskantorin Petra Huber, Ried", "Petra Huber", "Bezirkskantorin, Ried"),
        ("Anne Roy, bourgmestre de Namur", "Anne Roy", "bourgmestre de Namur"),
        ("Karl Groß, Bürgermeister von Ried", "Karl Groß", "Bürgermeister von Ried"),
        ("Inés Ortega, alcaldesa de Soria", "Inés Ortega", "alcaldesa de Soria"),
    ],
)
def test_an_office_is_what_somebody_is_and_no_part_of_the_name(titled: str, name: str, what: str) -> None:
    rows: list[list[object]] = [["Date", "Start", "End", "Title", "Room", "Speakers"]]
    rows += [["2027-03-05", f"{at}:00", f"{at}:45", f"Salt roads, part {at}", "Hall A", titled] for at in (9, 10, 11)]
    [who] = agenda(("agenda.xlsx", workbook({"Agenda": rows}))).sessions[0].speakers
    assert (who.name, who.affiliation) == (name, what)


def test_given_names_like_an_office_stay() -> None:
    rows: list[list[object]] = [
        ["Date", "Start", "End", "Title", "Room", "Speakers"],
        ["2027-03-05", "9:00", "9:45", "Salt roads", "Hall A", "Ilma Kovács"],
        ["2027-03-05", "10:00", "10:45", "Brine", "Hall A", "Juan Alcalde"],
    ]
    found = agenda(("agenda.xlsx", workbook({"Agenda": rows}))).sessions
    assert [one.id for session in found for one in session.speakers] == ["name:ilma kovács", "name:juan alcalde"]


@pytest.mark.parametrize(
    ("said", "names", "employers"),
    [
        ("Ada Orr, University of Ulm\nEva Lund, Oslo\nBo Ek, principal", ["Ada Orr", "Eva Lund", "Bo Ek"], True),
        ("Inés Vela, Soria\nRamón Ibarra, alcalde", ["Inés Vela", "Ramón Ibarra"], True),
        ("Paul Vidal, Brest\nDr Ana Lopes", ["Paul Vidal", "Dr Ana Lopes"], True),
        ("Ada Orr, Jan\nBo, Eve Moss", ["Ada Orr", "Jan Bo", "Eve Moss"], False),
        ("Ada Orr, Jan\nTheo Bo", ["Ada Orr", "Jan Theo Bo"], False),
    ],
)
def test_a_town_behind_a_comma_is_no_half_of_the_name_in_the_next_line(
    said: str, names: list[str], employers: bool
) -> None:
    assert [one.name for one in people_told(said, employers=employers)[0]] == names
