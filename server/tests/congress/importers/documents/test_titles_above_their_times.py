"""Sessions told in lines that nothing sets apart: title, when and where, who speaks, in whatever order. Invented."""

import pytest

from support.harbour import agenda, told
from support.papers import docx

DAYS = {
    "Vendredi 7 mai 2027": [
        ("Les digues bougent", "9h00–10h00, Salle 1", "Ève Nodier (Brest)"),
        ("Crabes et casiers", "10h00–10h30, Salle 2", "Luc Abel (Vannes)"),
        ("Pause café", "10h30–10h45, Hall", ""),
        ("La vase pour tous", "10h45–11h30, Salle 1", "Mina Rey (Lorient)"),
    ],
    "Samedi 8 mai 2027": [
        ("Reflux", "9h30–10h00, Salle 1", "Ève Nodier (Brest), Mina Rey (Lorient)"),
        ("Qui a volé la mer ?", "10h00–11h00", "Paul Aubin (Nantes)"),
        ("Dernier tour de table", "11h00–11h30, Salle 1", ""),
    ],
}
FOUND = [
    ("Crabes et casiers", "07 10:00", "10:30", "Salle 2", ["Luc Abel"]),
    ("Dernier tour de table", "08 11:00", "11:30", "Salle 1", []),
    ("La vase pour tous", "07 10:45", "11:30", "Salle 1", ["Mina Rey"]),
    ("Les digues bougent", "07 09:00", "10:00", "Salle 1", ["Ève Nodier"]),
    ("Pause café", "07 10:30", "10:45", "Hall", []),
    ("Qui a volé la mer ?", "08 10:00", "11:00", None, ["Paul Aubin"]),
    ("Reflux", "08 09:30", "10:00", "Salle 1", ["Ève Nodier", "Mina Rey"]),
]


def _paragraphs(order: str, *, apart: bool, theme: bool, greeting: bool) -> list[list[str]]:
    found = [["Journées du littoral"], ["Chers tous,", "voici le programme."]]
    for day, sessions in DAYS.items():
        found += [[day], *([["Thème du jour : l’eau"]] if theme else [])]
        for title, time, people in sessions:
            lines = [line for sign in order if (line := {"T": title, "W": time, "P": people}[sign])]
            found += [[line] for line in lines] if apart else [lines]
    return [*found, *([["Bien à vous", "Mina"]] if greeting else [])]


@pytest.mark.parametrize("greeting", [True, False])
@pytest.mark.parametrize("theme", [True, False])
@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("order", ["TWP", "TPW", "WTP"])
@pytest.mark.parametrize("form", ["docx", "txt"])
def test_titles_above_or_below_their_times(form: str, order: str, apart: bool, theme: bool, greeting: bool) -> None:
    paragraphs = _paragraphs(order, apart=apart, theme=theme, greeting=greeting)
    made: str | bytes = "\n\n".join("\n".join(lines) for lines in paragraphs)
    if form == "docx":
        broken = ("<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in one) for one in paragraphs)
        made = docx("".join(f"<w:p>{runs}</w:p>" for runs in broken))
    assert sorted(map(told, agenda((f"programme.{form}", made)).sessions)) == FOUND


def test_lines_behind_their_times_stay_what_they_are() -> None:
    lines = ["Friday 7 May 2027", "The day begins at the quay", "9.00 Room 1", "Knots.", "10.00 Room 2", "Splices."]
    text = "\n".join([*lines, "11.00 Room 1", "Sails.", "12.00 Lunch"])
    found = agenda(("plan.txt", text)).sessions
    assert sorted(told(one)[:2] for one in found) == [
        ("Knots", "07 09:00"),
        ("Lunch", "07 12:00"),
        ("Sails", "07 11:00"),
        ("Splices", "07 10:00"),
    ]
