"""Grids of a PDF without lines, whose cells stand in the middle of their rows and columns."""

import pytest

from support.harbour import agenda, told
from support.papers import pdf_of_places

HEADS = ["", "Sala Ancora", "Sala Bussola", "Officina"]
ROWS = [
    ["9.00", ["Che cosa resta sul fondo", "quando la draga va via", "Carlo Merlo"], ["Sabbia", "Gino Valli"], []],
    [
        "9.45",
        ["Posidonia", "Olga Serra"],
        ["Pali di legno, trecento", "anni dopo la posa", "Ivo Marin"],
        ["Nodi per tutti", "Pia Renzi"],
    ],
    ["10.30", ["Pausa caffè"], [], []],
    ["11.00", ["Luci", "Rita Coen"], ["Plastica nei porti", "e nelle darsene", "Ugo Baldi"], ["Reti", "Lia Bruni"]],
    ["11.45", ["Saluti"], [], []],
]
ENDS = {"9.00": "9.45", "9.45": "10.30", "10.30": "11.00", "11.00": "11.45", "11.45": "12.00"}
EXPECTED = [
    ("Che cosa resta sul fondo quando la draga va via", "07 09:00", "Sala Ancora", ["Carlo Merlo"]),
    ("Luci", "07 11:00", "Sala Ancora", ["Rita Coen"]),
    ("Nodi per tutti", "07 09:45", "Officina", ["Pia Renzi"]),
    ("Pali di legno, trecento anni dopo la posa", "07 09:45", "Sala Bussola", ["Ivo Marin"]),
    ("Plastica nei porti e nelle darsene", "07 11:00", "Sala Bussola", ["Ugo Baldi"]),
    ("Posidonia", "07 09:45", "Sala Ancora", ["Olga Serra"]),
    ("Reti", "07 11:00", "Officina", ["Lia Bruni"]),
    ("Sabbia", "07 09:00", "Sala Bussola", ["Gino Valli"]),
]


def _page(*, centred: bool = False, in_middle: bool = True, ends: bool = False) -> list[tuple[int, int, int, str]]:
    at = 790
    found = [(13, 40, at, "VENERDÌ 7 MAGGIO 2027")]
    lefts = [40, 110, 250, 390]

    def put(size: int, column: int, height: int, text: str) -> None:
        shift = round((120 - 0.48 * size * len(text)) / 2) if centred and column else 0
        found.append((size, lefts[column] + shift, height, text))

    at -= 30
    for column, head in enumerate(HEADS):
        if head:
            put(9, column, at, head)
    at -= 22
    for time, *cells in ROWS:
        told_times = [f"{time}–", ENDS[time]] if ends else [time]
        deepest = max(len(told_times), *map(len, cells))
        for column, lines in enumerate((told_times, *cells)):
            down = 5 * (deepest - len(lines)) if in_middle else 0
            for number, line in enumerate(lines):
                put(8, column, at - down - 10 * number, line)
        at -= 10 * deepest + 12
    return found


@pytest.mark.parametrize(
    "page",
    [
        _page(),
        _page(centred=True),
        _page(centred=True, in_middle=False),
        _page(ends=True),
        _page(centred=True, ends=True),
    ],
)
def test_cells_in_the_middle_of_their_rows_are_of_these(page: list[tuple[int, int, int, str]]) -> None:
    found = agenda(("griglia.pdf", pdf_of_places([page])))
    held = [(told(one)[0], told(one)[1], one.room, told(one)[4]) for one in found.sessions if one.speakers]
    assert sorted(held) == EXPECTED
    assert {told(one)[0]: told(one)[1] for one in found.sessions if not one.speakers} == {
        "Pausa caffè": "07 10:30",
        "Saluti": "07 11:45",
    }
