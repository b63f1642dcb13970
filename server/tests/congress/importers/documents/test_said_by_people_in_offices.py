"""What offices write and systems do not: gaps, who leads a round table, halls by number, and who will not come."""

import json

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda

EVENT = {"id": "rame", "name": "Giornate del rame", "timezone": "Europe/Rome", "start_date": "2027-05-14"}
EVENT_FILE = Document("event.json", json.dumps(EVENT).encode())
DAY = "Friday, 14 May 2027\n\n"


def read(name: str, text: str, *others: Document) -> Agenda:
    return read_material(material_of([EVENT_FILE, Document(name, text.encode()), *others])).agenda


def told(agenda: Agenda) -> list[tuple[str, str | None, list[str], list[str]]]:
    return [
        (one.title, one.room, [person.name for person in one.speakers], [person.name for person in one.chairs])
        for one in agenda.sessions
    ]


@pytest.mark.parametrize("gap", ["(free)", "[frei]", "(libero)", "(créneau libre)", "(hueco libre)"])
def test_a_gap_in_brackets_is_no_session_and_a_break_is_one(gap: str) -> None:
    agenda = read(
        "p.txt",
        f"{DAY}9.00 Copper in old roofs\nIvo Bell\n10.00 {gap}\n11.00 (Coffee)\n"
        "11.30 Bells and their makers\nAda Crane\n",
    )
    assert [one.title for one in agenda.sessions] == ["Copper in old roofs", "(Coffee)", "Bells and their makers"]
    assert [one.values["text"] for one in agenda.warnings if one.code == "not_read"] == [gap]


def test_who_conducts_those_who_take_part_is_their_chair() -> None:
    agenda = read(
        "p.txt",
        "Venerdì 14 maggio 2027 – Sala Fucina\n\n9.00 Tavola rotonda: chi batte ancora il rame?\n"
        "Conduce: Nora Fabbri\nPartecipano: Ivo Bello, Ada Grua\n10.30 Laboratorio di sbalzo\nConduce: Leo Martelli\n"
        "12.00 Campane\nIvo Bello\n",
    )
    assert told(agenda) == [
        ("Tavola rotonda: chi batte ancora il rame?", "Sala Fucina", ["Ivo Bello", "Ada Grua"], ["Nora Fabbri"]),
        ("Laboratorio di sbalzo", "Sala Fucina", ["Leo Martelli"], []),
        ("Campane", "Sala Fucina", ["Ivo Bello"], []),
    ]


def test_a_label_in_the_middle_of_a_joined_line_is_no_employer() -> None:
    agenda = read(
        "p.md",
        "# Venerdì 14 maggio 2027\n\n**9.00 – Tavola rotonda: chi batte il rame?**\n"
        "Conduce: Nora Fabbri, Museo di Trento\nIntervengono: Ivo Bello, Ada Grua\n\n"
        "**10.30 – Campane**\nIvo Bello\n\n**11.30 – Tetti**\nAda Grua\n",
    )
    people = {person.name: person.affiliation for one in agenda.sessions for person in one.people}
    assert people == {"Nora Fabbri": "Museo di Trento", "Ivo Bello": None, "Ada Grua": None}


def test_a_hall_that_has_only_a_number_is_a_place_and_nobody() -> None:
    agenda = read(
        "p.txt",
        "Freitag, 14. Mai 2027\n\n9.00 Kupfer auf alten Dächern\nIvo Glock\nSpeicher II\n\n"
        "10.00 Glocken und wer sie gießt\nAda Kran\nSpeicher IV\n\n"
        "11.00 Kesselflicker\nLeo Hammer\nSpeicher II\n",
    )
    assert [(room, people) for _, room, people, _ in told(agenda)] == [
        ("Speicher II", ["Ivo Glock"]),
        ("Speicher IV", ["Ada Kran"]),
        ("Speicher II", ["Leo Hammer"]),
    ]


def test_a_title_that_begins_with_the_word_for_a_room_is_a_title() -> None:
    agenda = read(
        "p.txt",
        "Venerdì 14 maggio 2027\n\n9.00 Nora Fabbri (Trento)\nSala e salotto: storie di stufe in rame\n\n"
        "10.00 Ivo Bello (Lecco)\nLe campane di bronzo\n\n11.00 Ada Grua (Pavia)\n"
        "Aula e officina: imparare a battere\n\n12.00 Leo Martelli (Como)\nIl tetto che canta\n",
    )
    assert [(title, people) for title, _, people, _ in told(agenda)] == [
        ("Sala e salotto: storie di stufe in rame", ["Nora Fabbri"]),
        ("Le campane di bronzo", ["Ivo Bello"]),
        ("Aula e officina: imparare a battere", ["Ada Grua"]),
        ("Il tetto che canta", ["Leo Martelli"]),
    ]


ROWS = (
    "Date;Start;Title;Speaker;Room\n14.05.2027;9:00;Copper in old roofs;Ivo Bell;Hall A\n"
    "14.05.2027;10:00;Bells and their makers;Ada Crane;Hall A\n14.05.2027;11:00;A kettle's life;Leo Hammer;Hall B\n"
)
LETTERS = {
    "en": "I am afraid that Ada Crane has had to pull out.",
    "it": "Purtroppo Ada Crane ha dovuto rinunciare, ci scusiamo.",
    "de": "Leider musste Frau Crane gestern absagen, wir suchen Ersatz.",
    "fr": "Ada Crane s'est désistée hier soir.",
    "es": "Ada Crane no podrá venir este año.",
}


@pytest.mark.parametrize("language", LETTERS)
def test_who_will_not_come_cancels_nothing_and_is_told_to_staff(language: str) -> None:
    note = Document("note.md", f"# News\n\nHello all,\n\n{LETTERS[language]}\n\nSee you soon\n".encode())
    agenda = read("p.csv", ROWS, note)
    assert {one.status for one in agenda.sessions} == {"scheduled"}
    (warning,) = [one for one in agenda.warnings if one.code == "told_beside"]
    assert warning.values["title"] == "Bells and their makers" and warning.row.startswith("note.md")


def test_a_talk_that_does_not_take_place_with_words_in_between_is_cancelled() -> None:
    note = Document("note.md", b"# Neues\n\nDer Vortrag von Ada Crane findet leider auch heute nicht statt.\n")
    assert [one.status for one in read("p.csv", ROWS, note).sessions] == ["scheduled", "cancelled", "scheduled"]


def test_a_note_with_commas_in_its_lines_is_no_table_that_was_cut() -> None:
    note = Document("note.txt", b"Dear all,\n\nplease bring boots, and a hat.\n\nBest, Ida\n\nPS: and lamps")
    assert len(read("p.csv", ROWS, note).sessions) == 3
