"""Sentences that say where the mornings, the afternoons or the workshops of a programme are held."""

import pytest

from charlotte.congress.importers.shapes.texts.rooms_of_halves import rooms_of_halves
from support.workbooks import agenda, told

DAYS = {
    "en": ("Friday 5 March 2027", "All morning sessions are in the Oak Room, all afternoon sessions in the Elm Room."),
    "fr": (
        "Vendredi 5 mars 2027",
        "Toutes les séances de l'après-midi se tiennent en salle Elm, celles du matin en salle Oak.",
    ),
    "de": ("Freitag, 5. März 2027", "Vormittags im Saal Oak, nachmittags im Saal Elm."),
    "it": ("Venerdì 5 marzo 2027", "La mattina in Sala Oak, il pomeriggio in Sala Elm."),
    "es": (
        "Viernes 5 de marzo de 2027",
        "Todas las sesiones de la tarde en la Sala Elm; por la mañana, en la Sala Oak.",
    ),
}
TEXT = """{}
{}

9.00-10.00 Ropes
Ann Orr (Hull)

11.00-12.00 Sails
Bo Lie (York)

14.00-15.00 Oars
Eve Moss (Ripon)

16.00-17.00 Tar, Room 3
Eve Moss (Ripon)
"""
WORKSHOPS = """Tutte le sessioni si tengono in Sala Blu.
I laboratori sono tutti in Aula 3.

Venerdì 5 marzo 2027

9.00-10.00 Cordami
Marta Ricci (Prato)

11.00-12.00 Laboratorio: nodi
Luca Ferri (Bari)

14.00-15.00 Vele
Anna Sarti (Lodi)
"""


@pytest.mark.parametrize("language", DAYS)
def test_halves_of_a_day_have_their_rooms(language: str) -> None:
    found = agenda((f"{language}.txt", TEXT.format(*DAYS[language]))).sessions
    rooms = [told(one)[2] or "" for one in found]
    assert ["Oak" in room for room in rooms] == [True, True, False, False]
    assert ["Elm" in room for room in rooms] == [False, False, True, False]


def test_workshops_are_held_where_they_are_said_to_be() -> None:
    found = {one.title: told(one)[2] for one in agenda(("p.txt", WORKSHOPS)).sessions}
    assert found == {"Cordami": "Sala Blu", "Laboratorio: nodi": "Aula 3", "Vele": "Sala Blu"}


@pytest.mark.parametrize(
    "line",
    [
        "In the afternoon Ann Orr leads a walk in the Old Town.",
        "Am Nachmittag fahren wir mit dem Schiff im Hafen.",
        "Nachmittags im Seminarraum 2.",
        "Le matin au Havre.",
    ],
)
def test_what_is_done_in_one_half_says_nothing_of_all(line: str) -> None:
    assert rooms_of_halves(line, frozenset()) == []


@pytest.mark.parametrize("name", ["jour.md", "jour.txt"])
def test_a_sentence_behind_the_day_leaves_it_a_day(name: str) -> None:
    said = "Toutes les séances du matin en salle Oak, celles de l'après-midi en salle Elm."
    text = (
        f"**Vendredi 5 mars 2027** – {said}\n\n- 9h30 Coudre, par Anne Rey (Lyon)\n- 11h Coller, avec Luc Gay\n"
        "- 14h Marbrer – Paul Roc\n\n**Samedi 6 mars 2027** – Apportez vos tabliers et vos ciseaux !\n\n"
        "- 10h Dorer – Ida Vial\n- 11h Ranger – Ida Vial\n"
    )
    found = {one.title: (f"{one.start:%d %H:%M}", one.room) for one in agenda((name, text)).sessions if one.start}
    assert found == {
        "Coudre": ("05 09:30", "salle Oak"),
        "Coller": ("05 11:00", "salle Oak"),
        "Marbrer": ("05 14:00", "salle Elm"),
        "Dorer": ("06 10:00", None),
        "Ranger": ("06 11:00", None),
    }
