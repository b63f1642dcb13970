"""Who leads a walk or chairs a debate, as its description says at its end, in lists with a column for speakers."""

import pytest

from support.harbour import agenda, by_title

HEADER = "Data;Inizio;Fine;Titolo;Sala;Relatori;Descrizione\n"
ROWS = [
    ("09:00", "Sale e vento", "Ada Neri", "Come si misura il vento nelle saline."),
    ("09:30", "Il pane nero", "Bo Lie, Carla Conti", "Storia di una farina."),
]


@pytest.mark.parametrize(
    ("title", "said", "speakers", "chairs"),
    [
        ("Visita alle saline", "Passeggiata tra le vasche. Guida: Piero Salis", ["Piero Salis"], []),
        ("Rundgang zum Siel", "Feste Schuhe! Leitung: Marta Olm, Uni Kiel", ["Marta Olm"], []),
        ("Taller: nudos", "Traiga una cuerda.\nImparte: Ida Riva", ["Ida Riva"], []),
        ("Symposium Licht", "Vier Vorträge. Leitung: Eva Boll", [], ["Eva Boll"]),
        ("Qui paie le sel ?", "Débat public. Modération : Luc Roy. Avec : Anne Petit", ["Anne Petit"], ["Luc Roy"]),
        ("Marsh birds", "Guide: see the notice board. Bring boots.", [], []),
        ("Salt tasting", "Guide: Ann Orr will not be there this year.", [], []),
    ],
)
def test_whom_a_description_names_last_behind_a_label(
    title: str, said: str, speakers: list[str], chairs: list[str]
) -> None:
    rows = [f'2027-05-07;{at};{at[:2]}:25;{name};Aula 1;{who};"{text}"' for at, name, who, text in ROWS]
    rows.append(f'2027-05-07;11:00;12:00;{title};Molo;;"{said}"')
    found = by_title(agenda(("programma.csv", HEADER + "\n".join(rows) + "\n")))[title]
    assert [one.name for one in found.speakers] == speakers
    assert [one.name for one in found.chairs] == chairs


def test_who_speaks_by_the_column_stays_and_the_chair_stands_behind_a_question() -> None:
    rows = [f"2027-05-07;{at};{at[:2]}:25;{name};Aula 1;{who};{text}" for at, name, who, text in ROWS]
    rows.append("2027-05-07;11:00;12:00;Tavola rotonda;Aula 1;Ada Neri, Bo Lie;Chi paga il sale? Modera: Ida Riva")
    found = by_title(agenda(("programma.csv", HEADER + "\n".join(rows) + "\n")))["Tavola rotonda"]
    assert [one.name for one in found.speakers] == ["Ada Neri", "Bo Lie"]
    assert [one.name for one in found.chairs] == ["Ida Riva"]
