"""Running orders of a stage: a sheet for each day and room, what the crew does between the talks, the sum below."""

from datetime import time

import pytest

from charlotte.congress.importers.shapes.grids.room_above import without_day
from support.workbooks import agenda, people, told, workbook

HEADERS = {
    "en": ["#", "In", "Dur", "Out", "Item", "Who", "Type"],
    "de": ["Nr.", "Beginn", "Dauer", "Ende", "Was", "Wer", "Typ"],
    "fr": ["N°", "Début", "Durée", "Fin", "Quoi", "Qui", "Type"],
    "es": ["#", "Inicio", "Duración", "Fin", "Qué", "Quién", "Tipo"],
}
LEGENDS = {
    "en": "cue, not shown to the audience",
    "de": "Technik, sieht das Publikum nicht",
    "fr": "technique, le public ne le voit pas",
    "es": "técnica, el público no lo ve",
}
TITLES = ("Towers {}", "Lamps of whale oil {}", "Who climbs {} at night?")
SUMS = {"en": "Total minutes", "de": "Summe Minuten", "fr": "Total", "es": "Total minutos"}


def sheet(language: str, above: list[list[object]], mark: str, host: str) -> list[list[object]]:
    return [
        *above,
        [],
        list(HEADERS[language]),
        [1, time(9), None, time(9, 50), f"Towers {mark}", f"Mod. {host}", "S"],
        [2, time(9), 25, time(9, 25), f"Lamps of whale oil {mark}", "Ada Orr", "I"],
        [3, time(9, 25), 25, time(9, 50), f"Who climbs {mark} at night?", "Bo Lie / Eve Moss", "I"],
        [4, time(9, 50), 5, time(9, 55), f"Blackout, lectern off {mark}", "", "T"],
        [],
        [None, None, None, None, SUMS[language], 55],
    ]


def book(language: str, sheets: dict[str, list[list[object]]]) -> bytes:
    legend = [["T", LEGENDS[language]], ["S", "block"], ["I", "talk"]]
    return workbook({**sheets, "Key": legend})


@pytest.mark.parametrize(
    ("language", "above", "names"),
    [
        ("en", [["Run of show"], ["5 March 2027", None, "Room:", "Harbour Stage"]], ("Day 1 main", "Day 1 side")),
        ("de", [["Regieplan"], ["5.3.2027", None, None, None, "Saal Leuchte"]], ("Fr gross", "Fr klein")),
        ("fr", [["Conducteur"], ["vendredi 5 mars 2027"], ["Salle : Phare bleu"]], ("Un", "Deux")),
    ],
)
def test_what_stands_above_a_running_order_is_where_it_is_held(
    language: str, above: list[list[object]], names: tuple[str, str]
) -> None:
    room = {"en": "Harbour Stage", "de": "Saal Leuchte", "fr": "Phare bleu"}[language]
    other = [[cell.replace(room, "Saal Boje") if isinstance(cell, str) else cell for cell in row] for row in above]
    sheets = {names[0]: sheet(language, above, "A", "Rita Salis"), names[1]: sheet(language, other, "B", "Ivo Marin")}
    read = {one.title: one for one in agenda(("show.xlsx", book(language, sheets))).sessions}
    assert {*read} == {f"{title.format(m)}" for m in "AB" for title in TITLES}
    assert told(read["Lamps of whale oil A"]) == ("05 09:00", "09:25", room)
    assert told(read["Towers B"]) == ("05 09:00", "09:50", "Saal Boje")
    assert people(read["Who climbs A at night?"]) == (["Bo Lie", "Eve Moss"], [])


def test_sheets_called_after_a_day_and_a_room_are_held_there() -> None:
    sheets = {
        "VIE 5 SALA FARO": sheet("es", [["Escaleta"]], "A", "Rita Salis"),
        "SÁB 6 SALA BOYA": sheet("es", [["Escaleta"]], "B", "Ivo Marin"),
    }
    read = {one.title: one for one in agenda(("escaleta.xlsx", book("es", sheets))).sessions}
    assert told(read["Towers A"])[0::2] == ("05 09:00", "Sala Faro")
    assert told(read["Towers B"])[0::2] == ("06 09:00", "Sala Boya")
    assert len(read) == 2 * len(TITLES)


def test_the_day_is_cut_from_the_name_of_a_sheet_and_a_room_s_number_is_not() -> None:
    assert without_day("Fri 8 Oct – Blue Hall") == "Blue Hall"
    assert without_day("Blue Hall (Sat)") == "Blue Hall"
    assert without_day("8.10. Saal 2") == "Saal 2"
    assert without_day("Saal 2") == "Saal 2"


def test_a_sum_before_its_word_is_no_session_and_a_hall_called_aula_is_a_room() -> None:
    header = ["Nr", "Von", "Bis", "Programm", "Wer"]
    rows: list[list[object]] = [
        ["Regieplan 5.3.2027"],
        ["Raum: Aula"],
        header,
        [1, time(9), time(9, 30), "Lampen", "Ada Orr"],
        [2, time(9, 30), time(10), "Gesamtwerk: die Lampen", "Bo Lie"],
        [],
        ["Raum: Kapelle"],
        header,
        [1, time(9, 30), time(10), "Tran", "Eva Moss"],
        [None, 90, None, "Gesamt", None],
    ]
    read = {one.title: one for one in agenda(("regie.xlsx", workbook({"Regie": rows}))).sessions}
    assert {title: one.room for title, one in read.items()} == {
        "Lampen": "Aula",
        "Gesamtwerk: die Lampen": "Aula",
        "Tran": "Kapelle",
    }
