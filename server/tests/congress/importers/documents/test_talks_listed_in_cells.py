"""Talks that a cell of a programme lists, each with who gives it in the line below."""

import pytest

from charlotte.congress.importers.shapes.cells.cell_text import CellText, read_lines


def _talks(found: CellText) -> list[tuple[str, str]]:
    return [(talk.title, talk.people) for talk in found.parts]


@pytest.mark.parametrize("sign", ["•", "–", "*", "▪"])
def test_items_with_names_below_them_are_the_talks_of_a_session(sign: str) -> None:
    found = read_lines(
        [
            "Lire les nuages",
            "Modération : Ida Roux",
            f"{sign} Cirrus, ou le temps de demain",
            "Paul Vidal, Météo Brest",
            f"{sign} Pourquoi l’orage gronde-t-il ?",
            "Dr Ana Lopes (Porto)",
        ]
    )
    assert (found.title, found.people, found.chairs) == ("Lire les nuages", [], ["Ida Roux"])
    assert _talks(found) == [
        ("Cirrus, ou le temps de demain", "Paul Vidal, Météo Brest"),
        ("Pourquoi l’orage gronde-t-il ?", "Dr Ana Lopes (Porto)"),
    ]


def test_titles_and_names_in_turns_are_talks_where_somebody_leads_the_session() -> None:
    lines = [
        "Strickwaren von gestern",
        "Socken aus dem Moor",
        "Lena Hagen (Oldenburg)",
        "Farbe, Faden, Flicken: ein Fund",
        "Jens Ohm (Kiel)",
    ]
    found = read_lines([*lines, "Moderation: Britta Kuhl"], titled=True)
    assert (found.title, found.people, found.chairs) == (lines[0], [], ["Britta Kuhl"])
    assert _talks(found) == [(lines[1], lines[2]), (lines[3], lines[4])]
    assert read_lines(lines, titled=True).parts == []  # may as well be one session in two parts


def test_those_who_take_part_are_no_talks() -> None:
    people = ["Ada Orr", "University of Ulm", "Bo Lie", "Kiln Works"]
    assert read_lines(["Who owns the river?", *people, "Chair: Eve Moss"], titled=True).parts == []
    listed = ["• Ada Orr", "Mia Holm (Bergen)", "• Bo Lie", "Sam Poe (Leeds)"]
    assert read_lines(["Who owns the river?", *listed], titled=True).parts == []
