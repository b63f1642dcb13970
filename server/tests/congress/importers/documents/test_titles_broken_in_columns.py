"""Narrow columns of a PDF: titles that go on below their time, and who speaks set in another size; posters by codes."""

from support.harbour import agenda, by_title, told
from support.papers import pdf_of_places

LEFT = [
    (13, "VENERDÌ 7 MAGGIO 2027", "", ""),
    (11, "Apertura", "8.45–9.00 | Sala Ancora", ""),
    (11, "Sessione 1. Fondali", "9.00–10.30 | Sala Ancora | Modera: Ada Lodi", ""),
    (9, "9.00–9.30", "Che cosa resta sul fondo quando la", "draga se ne va"),
    (8, "", "Carlo Merlo, Rieti", ""),
    (9, "9.30–10.00", "Posidonia: dieci anni di trapianti e", "di pazienza"),
    (8, "", "Olga Serra, Cagliari", ""),
    (9, "10.00–10.30", "Sabbia", ""),
    (8, "", "Gino Valli, Bari", ""),
]
RIGHT = [
    (11, "Laboratorio di nodi", "10.45–12.00 | Officina 2", ""),
    (8, "", "Pia Renzi, Camogli", ""),
    (11, "Sessione poster", "12.00–13.00 | Sala Bussola", ""),
    (9, "P-1 Plastica nei porti piccoli", "", ""),
    (8, "", "Ugo Baldi", ""),
    (9, "P-2 Luci che non abbagliano", "", ""),
    (8, "", "Rita Coen", ""),
    (11, "Sessione 2. Moli", "14.30–15.30 | Sala Ancora | Modera: Pia Renzi", ""),
    (9, "14.30–15.00", "Il cemento che si ripara da solo", "RINVIATA"),
    (8, "", "Lia Bruni, Prato", ""),
    (9, "15.00–15.30", "Pali di legno, trecento anni dopo", ""),
    (8, "", "Ivo Marin, Venezia", ""),
]


def _placed(lines: list[tuple[int, str, str, str]], left: int) -> list[tuple[int, int, int, str]]:
    at, found = 800, []
    for size, first, second, third in lines:
        is_talk = size < 10
        at -= 26 if size > 10 else 12
        hang = left + 60 if is_talk else left
        if first:
            found.append((size, left, at, first))
        if second:
            at -= 0 if is_talk else 12
            found.append((size if is_talk else 8, hang, at, second))
        if third:
            at -= 11
            found.append((size, hang, at, third))
    return found


def test_titles_are_whole_and_people_stay_apart() -> None:
    page = [*_placed(LEFT, 40), *_placed(RIGHT, 310)]
    found = by_title(agenda(("programma.pdf", pdf_of_places([page]))))
    assert {title: (told(one)[1:4], told(one)[4]) for title, one in found.items()} == {
        "Apertura": (("07 08:45", "09:00", "Sala Ancora"), []),
        "Sessione 1. Fondali": (("07 09:00", "10:30", "Sala Ancora"), []),
        "Che cosa resta sul fondo quando la draga se ne va": (("07 09:00", "09:30", "Sala Ancora"), ["Carlo Merlo"]),
        "Posidonia: dieci anni di trapianti e di pazienza": (("07 09:30", "10:00", "Sala Ancora"), ["Olga Serra"]),
        "Sabbia": (("07 10:00", "10:30", "Sala Ancora"), ["Gino Valli"]),
        "Laboratorio di nodi": (("07 10:45", "12:00", "Officina 2"), ["Pia Renzi"]),
        "Sessione poster": (("07 12:00", "13:00", "Sala Bussola"), []),
        "Plastica nei porti piccoli": (("07 12:00", "13:00", "Sala Bussola"), ["Ugo Baldi"]),
        "Luci che non abbagliano": (("07 12:00", "13:00", "Sala Bussola"), ["Rita Coen"]),
        "Sessione 2. Moli": (("07 14:30", "15:30", "Sala Ancora"), []),
        "Il cemento che si ripara da solo": (("07 14:30", "15:00", "Sala Ancora"), ["Lia Bruni"]),
        "Pali di legno, trecento anni dopo": (("07 15:00", "15:30", "Sala Ancora"), ["Ivo Marin"]),
    }
    assert found["Plastica nei porti piccoli"].id == "P-1"


def _grid(step: int) -> list[tuple[int, int, int, str]]:
    heads = ["", "Blauer Saal", "Galerie", "Speicher 3"]
    rows = [
        ["09:00–09:45", ["Moor und Meer: was", "Watt noch trägt", "Karin Albers"], ["Schlick", "Torben Klee"], []],
        [
            "10:00–10:45",
            ["Deiche", "Ina Groth"],
            ["Sand ohne Ende", "Nur mit Karte", "Paul Rehm"],
            ["Taue", "Eva Boll"],
        ],
        [
            "11:00–11:45",
            ["Krabben", "Olaf Riek"],
            ["Wellen", "Nele Friedrich"],
            ["Seil und Segel im", "Bus", "Ute Jansen"],
        ],
    ]
    at, found = 780, [(13, 40, 800, "FREITAG, 7. MAI 2027")]
    lefts = [40, *(110 + step * column for column in range(3))]
    found += [(9, left, at, head) for left, head in zip(lefts, heads, strict=True) if head]
    at -= 20
    for time, *cells in rows:
        found.append((8, 40, at, time))
        for left, lines in zip(lefts[1:], cells, strict=True):
            found += [(8, left, at - 10 * number, line) for number, line in enumerate(lines)]
        at -= 48
    return found


def test_lines_of_a_grid_that_were_full_go_on_in_the_next() -> None:
    found = by_title(agenda(("plan.pdf", pdf_of_places([_grid(step=85)]))))
    assert told(found["Moor und Meer: was Watt noch trägt"])[1:] == (
        "07 09:00",
        "09:45",
        "Blauer Saal",
        ["Karin Albers"],
    )
    assert found["Sand ohne Ende"].abstract == "Nur mit Karte"  # there was room for "Nur" above
    assert "Moor und Meer: was" in by_title(agenda(("plan.pdf", pdf_of_places([_grid(step=150)]))))


BROKEN = [
    (13, ["Friday, May 7, 2027"]),
    (9, ["All talks in the Oak Hall unless stated otherwise."]),
    (10, ["9:00 a.m. – 9:15 a.m."]),
    (11, ["Welcome from the Chair"]),
    (9, ["Petra Quill"]),
    (12, ["Hands and Wrists"]),
    (9, ["9:30 a.m. – 11:00 a.m., Oak Hall", "Chair: Dr. Petra Quill"]),
    (9, ["9:30 a.m. Grip strength done right: measuring it", "without a machine", "Ulla Brandt (Malmö), Dr. Kim Soo"]),
    (9, ["(Seoul)"]),
    (9, ["10:15 a.m. Splints for spinners", "Ivo Marin (Zadar)"]),
    (12, ["Feet"]),
    (9, ["12:00 noon – 1:00 p.m., Ash Room", "Chair: Rhoda Finch"]),
    (9, ["12:00 noon Walking before breakfast and what it", "does", "Mina Rey (Lyon)"]),
    (9, ["12:30 p.m. Shoes, an inventory", "Ben Orr (Leeds)"]),
    (12, ["Hands-on: Taping"]),
    (9, ["2:00 p.m. – 3:30 p.m., Ash Room", "Led by Greta Holm (max. 16 places)"]),
    (10, ["4:00 p.m. – 5:00 p.m."]),
    (11, ["Annual Meeting of Members"]),
    (9, ["7:30 p.m. Supper, Swan Hotel"]),
]


def _column() -> list[tuple[int, int, int, str]]:
    at, found = 800, []
    for size, lines in BROKEN:
        at -= 10 if size == 12 else 4
        for line in lines:
            at -= size + 3
            found.append((size, 40, at, line))
    return found


def test_lines_that_their_column_broke_go_on_and_bare_times_have_their_title_below() -> None:
    found = by_title(agenda(("flyer.pdf", pdf_of_places([_column()]))))
    assert {title: (*told(one)[1:], [who.name for who in one.chairs]) for title, one in found.items()} == {
        "Welcome from the Chair": ("07 09:00", "09:15", "Oak Hall", ["Petra Quill"], []),
        "Hands and Wrists": ("07 09:30", "11:00", "Oak Hall", [], ["Petra Quill"]),
        "Grip strength done right: measuring it without a machine": (
            "07 09:30",
            "10:15",
            "Oak Hall",
            ["Ulla Brandt", "Dr. Kim Soo"],
            [],
        ),
        "Splints for spinners": ("07 10:15", "11:00", "Oak Hall", ["Ivo Marin"], []),
        "Feet": ("07 12:00", "13:00", "Ash Room", [], ["Rhoda Finch"]),
        "Walking before breakfast and what it does": ("07 12:00", "12:30", "Ash Room", ["Mina Rey"], []),
        "Shoes, an inventory": ("07 12:30", "13:00", "Ash Room", ["Ben Orr"], []),
        "Hands-on: Taping": ("07 14:00", "15:30", "Ash Room", ["Greta Holm"], []),
        "Annual Meeting of Members": ("07 16:00", "17:00", "Oak Hall", [], []),
        "Supper": ("07 19:30", "", "Swan Hotel", [], []),
    }


NAMES = [
    "Freitag, 7. Mai 2027",
    "9:30 Der weiche Deich und was er kann",
    "Jan Petersen (Kiel), Dr. Ute",
    "Kahl (Emden)",
    "10:15 Netze, Reusen und Geduld",
    "Moderation: Prof. Dr. Marie",
    "Lindenthal",
    "Eva Boll, Hans Peter",
    "Groth, Ina Groth",
    "11:00 Ebbe und Flut",
    "Wiebke von der",
    "Heydt (Husum)",
    "11:45 Krabben",
    "Olga Riek, Jever",
    "Foyer",
    "12:30 Schlick",
    "Torben Klee (Husum)",
    "Nordseesaal",
]


def test_names_that_a_column_broke_are_whole_and_a_word_alone_is_none_of_them() -> None:
    lines = [(13 if not at else 9, 40, 800 - 14 * at, line) for at, line in enumerate(NAMES)]
    found = by_title(agenda(("ablauf.pdf", pdf_of_places([lines]))))
    assert {title: ([who.name for who in one.speakers], one.room) for title, one in found.items()} == {
        "Der weiche Deich und was er kann": (["Jan Petersen", "Dr. Ute Kahl"], None),
        "Netze, Reusen und Geduld": (["Eva Boll", "Hans Peter Groth", "Ina Groth"], None),
        "Ebbe und Flut": (["Wiebke von der Heydt"], None),
        "Krabben": (["Olga Riek"], "Foyer"),
        "Schlick": (["Torben Klee"], "Nordseesaal"),
    }
    assert [who.name for who in found["Netze, Reusen und Geduld"].chairs] == ["Prof. Dr. Marie Lindenthal"]


def test_names_that_a_cell_broke_are_whole() -> None:
    rows = [
        ("9:00", "Deich", ["Jan Petersen, Hans", "Peter Groth"]),
        ("9:45", "Netze", ["Prof. Dr. Marie", "Lindenthal"]),
    ]
    rows += [("10:30", "Ebbe", ["Bo Ruiz, Olga", "Riek"]), ("11:15", "Flut", ["Wiebke von der", "Heydt (Husum)"])]
    at, drawn = 760, [(13, 40, 790, "Freitag, 7. Mai 2027")]
    for left, head in ((40, "Zeit"), (100, "Titel"), (300, "Referent")):
        drawn.append((9, left, at, head))
    for time, title, who in rows:
        at -= 24
        drawn += [(9, 40, at, time), (9, 100, at, title), (9, 300, at, who[0]), (9, 300, at - 11, who[1])]
        at -= 11
    found = by_title(agenda(("tabelle.pdf", pdf_of_places([drawn]))))
    assert {title: [who.name for who in one.speakers] for title, one in found.items()} == {
        "Deich": ["Jan Petersen", "Hans Peter Groth"],
        "Netze": ["Prof. Dr. Marie Lindenthal"],
        "Ebbe": ["Bo Ruiz", "Olga Riek"],
        "Flut": ["Wiebke von der Heydt"],
    }
