"""Sessions that nobody gave a time yet are kept, with their people, as sessions of their own. All data is invented."""

import pytest

from charlotte.congress.model import Agenda
from support.harbour import agenda, by_title

HEAD = "Nr;Titel;Tag;Beginn;Ende;Raum;Vortragende;Status\n"
ROWS = "".join(
    f"H-{number};Gezeiten {number};7.5.2027;{8 + number}:00;{8 + number}:45;Galerie;Ina Groth;bestätigt\n"
    for number in range(1, 10)
)


def held(row: str, rows: str = ROWS, head: str = HEAD) -> Agenda:
    return agenda(("programm.csv", head + rows + row))


@pytest.mark.parametrize(
    "row",
    [
        "H-10;Bienen am Deich;;;;;Zoe Prade;noch nicht terminiert",
        "H-10;Bienen am Deich;;;;;Zoe Prade;bestätigt",
        "H-10;Bienen am Deich;tba;tba;;tba;Zoe Prade;",
        "H-10;Bienen am Deich;offen;;;;Zoe Prade;",
        "H-10;Bienen am Deich;7.5.2027;wird noch bekannt gegeben;;;Zoe Prade;",
        "H-10;Bienen am Deich;;à définir;;à définir;Zoe Prade;",
        "H-10;Bienen am Deich;da definire;;;da definire;Zoe Prade;da programmare",
        "H-10;Bienen am Deich;por confirmar;por confirmar;;;Zoe Prade;por programar",
    ],
)
def test_a_row_without_a_time_is_a_session_that_waits(row: str) -> None:
    bees = by_title(held(row + "\n"))["Bienen am Deich"]
    assert (bees.status, bees.start, bees.subtitle, bees.room) == ("unscheduled", None, None, None)
    assert [one.name for one in bees.speakers] == ["Zoe Prade"]


def test_it_may_stand_anywhere() -> None:
    first, rest = ROWS.split("\n", 1)
    found = held("", f"{first}\nH-10;Bienen am Deich;;;;;Zoe Prade;\n{rest}")
    assert by_title(found)["Bienen am Deich"].status == "unscheduled"


def test_talks_below_a_session_still_belong_to_it() -> None:
    rows = "".join(
        f";Block {number};7.5.2027;{8 + number}:00;{8 + number}:45;Galerie;;\n;Vortrag {number};;;;;Ina Groth;\n"
        for number in range(1, 6)
    )
    talk = by_title(held("", rows))["Vortrag 3"]
    assert (talk.status, talk.subtitle, talk.room) == ("scheduled", "Block 3", "Galerie")


def test_in_a_list_of_records_it_may_be_null() -> None:
    talks = (
        '{"talks": [{"title": "Ebbe", "start": "2027-05-07T09:00", "room": "Galerie", "speakers": ["Ina Groth"]},'
        '{"title": "Bienen am Deich", "start": null, "room": null, "speakers": ["Zoe Prade"]},'
        '{"title": "Flut", "start": "2027-05-07T11:00", "room": "Galerie", "speakers": ["Uwe Kahl"]}]}'
    )
    found = by_title(agenda(("talks.json", talks)))
    assert [*found] == ["Ebbe", "Bienen am Deich", "Flut"]
    assert found["Bienen am Deich"].status == "unscheduled"
