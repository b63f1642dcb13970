"""Which of several readings of columns is taken: the one whose programme is likelier, and none against a clear name."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session

FACTS = Facts(id="cuore", timezone="Europe/Rome", start_date=day("2026-04-18"), end_date=day("2026-04-18"))
POSTERS = "Ora;Titolo;Relatori;Aula;Tema\n" + "".join(
    f"{9 + n // 60}.{n % 60:02};Poster {n} sul cuore;Anna Rossi;;{'Aritmie' if n % 2 else 'Valvole'}\n"
    for n in range(12)
)
HALLS = "Start;End;Title;Speaker;Track\n" + "".join(
    f"{9 + n // 2}:00;{9 + n // 2}:45;How {word} grows;Ada Verne;{'Hall 1' if n % 2 else 'Hall 2'}\n"
    for n, word in enumerate(("moss", "fern", "oak", "kelp", "wheat", "heather"))
)


def sessions(rows: str) -> tuple[Session, ...]:
    return read_tables([Document("rows.csv", rows.encode())], FACTS).agenda.sessions


def test_a_programme_without_rooms_keeps_its_tracks_as_tracks() -> None:
    found = sessions(POSTERS)
    assert {session.room for session in found} == {None}
    assert {session.track for session in found} == {"Aritmie", "Valvole"}


def test_tracks_that_are_called_as_rooms_are_rooms() -> None:
    assert {session.room for session in sessions(HALLS)} == {"Hall 1", "Hall 2"}
