"""Rooms that are called like people ("Villa Marta"), under a heading that says rooms, or under none."""

import json
from collections.abc import Callable, Sequence

import pytest

from support.harbour import agenda, book
from support.papers import docx, paragraph, table

Rows = Sequence[Sequence[str]]

TITLES = (
    "Sails sewn by hand",
    "Tar, hemp and patience",
    "The lighthouse keepers",
    "Salt on old letters",
    "A pilot remembers",
    "Songs of the crane",
)
HOUSES = ("Villa Konrad", "Galerie Süd", "Palais Corvin", "Villa Konrad", "Galerie Süd", "Palais Corvin")
TITLED = ("Sala Bianchi", "Salle Clara Haber", "Sala Bianchi", "Villa Konrad", "Salle Clara Haber", "Sala Bianchi")
PEOPLE = ("Hanna Krug", "Otto Reimers", "Lia Fontana", "Jonas Beck", "Mara Voss", "Piet Jansen")
HOURS = tuple(f"{9 + at:02}:30" for at in range(len(TITLES)))


def as_csv(rows: Rows) -> tuple[str, str]:
    return "plan.csv", "\n".join(";".join(row) for row in rows)


def as_book(rows: Rows) -> tuple[str, bytes]:
    return "plan.xlsx", book([list(row) for row in rows])


def as_docx(rows: Rows) -> tuple[str, bytes]:
    return "plan.docx", docx(paragraph("Forum", "Heading1") + table(rows))


def as_markdown(rows: Rows) -> tuple[str, str]:
    lines = ["# Forum", "", f"| {' | '.join(rows[0])} |", "|---" * len(rows[0]) + "|"]
    return "plan.md", "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows[1:])]) + "\n"


def held(file: tuple[str, str | bytes]) -> list[tuple[str, str | None, list[str]]]:
    return [(one.title, one.room, [who.name for who in one.speakers]) for one in agenda(file).sessions]


def rows_with(*columns: Sequence[str]) -> list[list[str]]:
    return [[title, "2027-05-07", hour, *told] for title, hour, *told in zip(TITLES, HOURS, *columns, strict=True)]


@pytest.mark.parametrize("write", [as_csv, as_book, as_docx, as_markdown])
@pytest.mark.parametrize(
    "headings",
    [
        ("Title", "Date", "Start", "Room"),
        ("Title", "Date", "Start", "Where"),
        ("Titolo", "Data", "Inizio", "Sala"),
        ("Titel", "Datum", "Beginn", "Raum"),
        ("Titel", "Datum", "Beginn", "Ort"),
        ("Titre", "Date", "Début", "Lieu"),
        ("Titre", "Date", "Début", "Salle"),
        ("Título", "Fecha", "Inicio", "Lugar"),
    ],
)
@pytest.mark.parametrize("rooms", [HOUSES, PEOPLE])
def test_a_heading_of_rooms_outweighs_that_they_look_like_people(
    write: Callable[[Rows], tuple[str, str | bytes]], headings: tuple[str, ...], rooms: tuple[str, ...]
) -> None:
    assert held(write([headings, *rows_with(rooms)])) == [
        (title, room, []) for title, room in zip(TITLES, rooms, strict=True)
    ]


@pytest.mark.parametrize(
    "heading", ["Lieu de la séance", "Veranstaltungsort", "Treffpunkt", "Vortragsraum", "Luogo dell'evento", "Endroit"]
)
def test_a_heading_says_rooms_in_other_words_too(heading: str) -> None:
    rows = [("Titel", "Datum", "Uhrzeit", heading), *rows_with(HOUSES)]
    assert {(room, len(people)) for _, room, people in held(as_csv(rows))} == {(room, 0) for room in HOUSES}


def test_the_house_beside_the_room_is_nobody_either() -> None:
    rows = [("Titel", "Datum", "Uhrzeit", "Ort", "Raum"), *rows_with(HOUSES, ("Speicher 3",) * len(TITLES))]
    assert {(room, len(people)) for _, room, people in held(as_csv(rows))} == {("Speicher 3", 0)}


@pytest.mark.parametrize("write", [as_csv, as_book, as_docx])
@pytest.mark.parametrize("rooms", [HOUSES, TITLED])
def test_without_headings_a_few_names_that_come_again_are_rooms(
    write: Callable[[Rows], tuple[str, str | bytes]], rooms: tuple[str, ...]
) -> None:
    assert held(write(rows_with(rooms))) == [(title, room, []) for title, room in zip(TITLES, rooms, strict=True)]


@pytest.mark.parametrize("columns", [(PEOPLE, HOUSES), (HOUSES, PEOPLE)])
def test_without_headings_who_speaks_is_told_from_where_by_who_comes_again(columns: tuple[Sequence[str], ...]) -> None:
    assert held(as_csv(rows_with(*columns))) == [
        (title, room, [who]) for title, room, who in zip(TITLES, HOUSES, PEOPLE, strict=True)
    ]


@pytest.mark.parametrize(
    "people",
    [
        PEOPLE,
        ("Dr. Hanna Krug", "Prof. Otto Reimers") * 3,
        ("Hanna Krug, Otto Reimers", "Lia Fontana and Jonas Beck") * 3,
    ],
)
def test_without_headings_people_are_those_who_come_once_have_titles_or_are_several(people: Sequence[str]) -> None:
    assert all(room is None and who for _, room, who in held(as_csv(rows_with(people))))


@pytest.mark.parametrize("heading", ["Trainer", "Mit", "Formateur"])
def test_two_who_teach_all_day_under_a_heading_are_no_rooms(heading: str) -> None:
    rows = [("Titel", "Datum", "Beginn", heading), *rows_with(("Hanna Krug", "Otto Reimers") * 3)]
    assert all(room is None and who for _, room, who in held(as_csv(rows)))


def test_records_tell_their_places_by_name() -> None:
    records = [
        {"title": title, "date": "2027-05-07", "start": hour, "location": {"name": room}}
        for title, hour, room in zip(TITLES, HOURS, HOUSES, strict=True)
    ]
    assert [(room, people) for _, room, people in held(("plan.json", json.dumps(records)))] == [
        (room, []) for room in HOUSES
    ]
