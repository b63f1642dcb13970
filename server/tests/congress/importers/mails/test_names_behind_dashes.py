"""Plain mails in columns: who speaks behind a dash below the title, the usual room in a sentence that lines break."""

import json
from pathlib import Path

import pytest

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session

EVENT = {
    "id": "salz",
    "name": "Salz",
    "timezone": "Europe/Madrid",
    "start_date": "2027-05-06",
    "end_date": "2027-05-06",
}
SPANISH = """\
Estimados todos:

les enviamos el programa. El taller de lejías está ahora en el Patio Chico
(ya no en la Sala Duero). Salvo que se indique lo contrario, estamos en el
{place}.

JUEVES 6 DE MAYO DE 2027
========================

h 9.00         Bienvenida y café

h 9.30         La sal de los reyes
               - Dra. Inés Vela, Universidad de Soria

h 10.15-11.30  Caminos blancos
               modera Mons. Blas Conde

   10.15       Mulas y arrieros: una cuenta pendiente con las
               aldeas
               - Ramón Ibarra (Burgos)

   10.45       Salinas que nadie mide
               - Petra Lang y Hugo Saz (Soria)

h 12.00-13.00  Taller de lejías
               - a cargo de Olga Prim
               (Patio Chico)
"""


def _read(folder: Path, text: str, **event: str) -> dict[str, Session]:
    (folder / "event.json").write_text(json.dumps({**EVENT, **event}))
    (folder / "programa.txt").write_text(text)
    return {one.title: one for one in read_path(folder).agenda.sessions}


def test_names_behind_a_dash_below_a_title_speak(tmp_path: Path) -> None:
    found = _read(tmp_path, SPANISH.format(place="Salón del Consejo provincial"))
    assert {title: [person.name for person in one.speakers] for title, one in found.items()} == {
        "Bienvenida y café": [],
        "La sal de los reyes": ["Dra. Inés Vela"],
        "Caminos blancos": [],
        "Mulas y arrieros: una cuenta pendiente con las aldeas": ["Ramón Ibarra"],
        "Salinas que nadie mide": ["Petra Lang", "Hugo Saz"],
        "Taller de lejías": ["Olga Prim"],
    }
    assert [person.name for person in found["Caminos blancos"].chairs] == ["Mons. Blas Conde"]
    assert found["Taller de lejías"].room == "Patio Chico"


@pytest.mark.parametrize(
    ("place", "venue", "room"),
    [
        ("Salón del Consejo provincial", "Palacio Mayor", "Salón del Consejo provincial"),
        ("Claustro del Palacio Mayor", "Palacio Mayor", "Claustro"),
        ("Salón del Palacio Mayor", "Palacio Mayor", "Salón del Palacio Mayor"),
    ],
)
def test_the_usual_room_is_called_as_it_is_in_the_house(tmp_path: Path, place: str, venue: str, room: str) -> None:
    found = _read(tmp_path, SPANISH.format(place=place), venue=venue)
    assert {found[title].room for title in ("La sal de los reyes", "Salinas que nadie mide")} == {room}


@pytest.mark.parametrize("dash", ["-", "–", "•"])
def test_what_stands_behind_a_dash_and_names_nobody_is_told_as_it_is(tmp_path: Path, dash: str) -> None:
    text = SPANISH.format(place="Claustro").replace("- Ramón Ibarra (Burgos)", f"{dash} traigan botas y una gorra.")
    one = _read(tmp_path, text)["Mulas y arrieros: una cuenta pendiente con las aldeas"]
    assert one.speakers == ()
    assert "traigan botas" in (one.abstract or "")


@pytest.mark.parametrize(
    "told",
    [
        "El taller 1 está ahora en la Biblioteca Vieja\n(ya no en la Sala Duero).",
        "El taller 1 es ahora en la Biblioteca Vieja, ya no en la Sala Duero.",
        "Workshop 1 is now in the Biblioteca Vieja (no longer in the Sala Duero).",
        "Il laboratorio 1 è ora in Biblioteca Vieja (non più in Sala Duero).",
    ],
)
def test_where_something_is_no_longer_held_is_no_room_of_it(tmp_path: Path, told: str) -> None:
    text = SPANISH.format(place="Claustro")
    text = text.replace("Taller de lejías", "Taller 1: lejías de la abuela y otras\n               (Sala Duero)")
    text = text.replace("               (Patio Chico)\n", "")
    old = "El taller de lejías está ahora en el Patio Chico\n(ya no en la Sala Duero)."
    label = next(word for word in ("Workshop", "Laboratorio", "Taller") if word.casefold() in told.casefold())
    text = text.replace(old, told).replace("Taller 1:", f"{label} 1:")
    assert _read(tmp_path, text)[f"{label} 1: lejías de la abuela y otras"].room == "Biblioteca Vieja"
