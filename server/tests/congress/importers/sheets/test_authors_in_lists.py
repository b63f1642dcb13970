"""Authors as systems for abstracts list them: the last name first, with the numbers of where they work."""

import pytest

from charlotte.congress.importers.shapes.people.names import people_in
from charlotte.congress.importers.shapes.people.surnames_first import writes_last_name_first
from support.workbooks import agenda, people

HEAD = "session_title;session_start;session_end;session_room"


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (("van den Berg, Marieke (1)", "Le Goff, Anne Marie (1); Torres Vidal, José Luis (2,3)"), True),
        (("Oliveira Santos, Maria Inês; Dias, Rui", "Abril, Nuno Miguel", "Pais, Luz"), True),
        (("Nowak-Wójcik, Zofia¹; Lis, Jan²", "De Santis, Maria Grazia¹"), True),
        (("Maria Rossi, Regione Marche; Anna Kern, sommelier", "Ute Brandt, Stadtwerke Ulm"), False),
        (("Jane Dow, Leeds; Omar Haddad, Lyon", "Nora Lunde, Bergen"), False),
        (("Gómez Prado, Luis; Ibarra Soto, Ana", "Vega Marcos, Pilar"), True),
        (("Paola Verdi, Bari; Luca Neri, Lecce", "Sara Bianchi, Foggia Nord"), False),
        (("Rossi, Comune di Bari; Verdi, Università di Lecce", "Neri, Istituto Foscolo"), False),
    ],
)
def test_whether_last_names_stand_first(cells: tuple[str, ...], first: bool) -> None:
    assert writes_last_name_first(cells) is first


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ana Lima (1), Rui Sá (1,2)", ["Ana Lima", "Rui Sá"]),
        ("Jan Novák¹; Eva Malá²,³", ["Jan Novák", "Eva Malá"]),
        ("Tom Reed [1]; Ida Holm [2; 3]", ["Tom Reed", "Ida Holm"]),
    ],
)
def test_numbers_behind_authors_are_no_part_of_their_names(cell: str, names: list[str]) -> None:
    assert [one.name for one in people_in(cell)] == names


def test_papers_of_a_session_with_authors_last_names_first() -> None:
    head = f"{HEAD};p1_paperID;p1_title;p1_authors;p2_paperID;p2_title;p2_authors\n"
    rows = (
        "Marés;2027-03-05 09:00;2027-03-05 10:30;Sala 1;11;Vento norte;Costa e Silva, Rita (1);"
        "12;Areia fina;Paz, Ivo (1); Moura Brandão, Ana Rita (2)\n"
    ).replace("Paz, Ivo (1); Moura Brandão, Ana Rita (2)", '"Paz, Ivo (1); Moura Brandão, Ana Rita (2)"')
    read = {one.title: one for one in agenda(("sessions.csv", head + rows)).sessions}
    assert people(read["Vento norte"])[0] == ["Rita Costa e Silva"]
    assert people(read["Areia fina"])[0] == ["Ivo Paz", "Ana Rita Moura Brandão"]
    assert read["Areia fina"].room == "Sala 1"


def test_the_one_speaker_of_each_row_in_two_columns() -> None:
    rows = (
        "Talk title,Presenter first name,Presenter last name,Presenter affiliation,Start,End,Room\n"
        "Vento norte,Rita,Costa,IPMA,2027-03-05 09:00,2027-03-05 09:30,Sala 1\n"
        "Areia fina,Ivo,Paz,,2027-03-05 09:30,2027-03-05 10:00,Sala 1\n"
        "Marés vivas,Luz,da Silva,UA,2027-03-05 10:30,2027-03-05 11:00,Sala 2\n"
    )
    wind, sand, tides = agenda(("talks.csv", rows)).sessions
    assert [people(one)[0] for one in (wind, sand, tides)] == [["Rita Costa"], ["Ivo Paz"], ["Luz da Silva"]]
    assert wind.speakers[0].affiliation == "IPMA"


def test_people_of_a_cell_in_items_and_in_quotes() -> None:
    rows = (
        "Title,Day,Time,Room,Speakers\n"
        'Vento norte,5.3.2027,9:00–9:30,<b>Sala 1</b>,"<ul><li>Rita Costa, <em>IPMA</em></li>'
        '<li>Ivo Paz, <em>UA</em></li></ul>"\n'
        'Areia fina,5.3.2027,9:30–10:00,<b>Sala 2</b>,"<ul><li>Luz Pais, <em>UA</em></li></ul>"\n'
    )
    wind, _ = agenda(("talks.csv", rows)).sessions
    assert (people(wind)[0], wind.room) == (["Rita Costa", "Ivo Paz"], "Sala 1")
    rows = (
        "Title,Day,Time,Room,People\n"
        'Vento norte,5.3.2027,9:00–9:30,Sala 1,"""Costa, Rita"",""Paz, Ivo"""\n'
        'Areia fina,5.3.2027,9:30–10:00,Sala 2,"""Pais, Luz"""\n'
    )
    wind, sand = agenda(("talks.csv", rows)).sessions
    assert (people(wind)[0], people(sand)[0]) == (["Rita Costa", "Ivo Paz"], ["Luz Pais"])
