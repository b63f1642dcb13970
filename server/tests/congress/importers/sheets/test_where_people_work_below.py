"""Cells that name people each with where they work in the line below, typed or broken by a narrow column of a page."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from support.papers import pdf_of_cells

FACTS = Facts(id="moor", timezone="Europe/Berlin", start_date=day("2027-04-15"), end_date=day("2027-04-15"))
People = list[tuple[str, str | None]]


def told(name: str, raw: bytes) -> dict[str, People]:
    agenda = read_tables([Document(name, raw)], FACTS).agenda
    return {one.title: [(person.name, person.affiliation) for person in one.speakers] for one in agenda.sessions}


def page_of(rows: list[tuple[str, str, list[str]]]) -> bytes:
    cells = "".join(f"<tr><td>{at}</td><td>{title}</td><td>{'<br>'.join(who)}</td></tr>" for at, title, who in rows)
    return f"<h2>15. April 2027</h2><table>{cells}</table>".encode()


def test_what_stands_below_a_name_is_where_somebody_works_also_if_it_could_be_a_name() -> None:
    rows = [
        ("Zeit", "Vortrag", ["Referierende"]),
        ("9:00", "Moore wieder vernässen", ["Eva Lohse", "Universität Vechta"]),
        ("10:00", "Torf im Gartenbau", ["Jan Moor", "Torfwerk Ems", "Dr. Ina Reet", "Hochschule Emden"]),
        ("10:30", "Schilf als Baustoff", ["Uwe Rohr", "Reetdach Nord"]),
        ("11:00", "Podium", ["Eva Lohse", "Paul Kolk", "NABU"]),
        ("11:30", "Was bleibt", ["Uwe Rohr", "Eva Lohse"]),
    ]
    assert told("moor.html", page_of(rows)) == {
        "Moore wieder vernässen": [("Eva Lohse", "Universität Vechta")],
        "Torf im Gartenbau": [("Jan Moor", "Torfwerk Ems"), ("Dr. Ina Reet", "Hochschule Emden")],
        "Schilf als Baustoff": [("Uwe Rohr", "Reetdach Nord")],
        "Podium": [("Eva Lohse", "Universität Vechta"), ("Paul Kolk", "NABU")],
        "Was bleibt": [("Uwe Rohr", "Reetdach Nord"), ("Eva Lohse", "Universität Vechta")],
    }


def test_names_alone_one_a_line_all_speak() -> None:
    rows = [
        ("Time", "Talk", ["Speakers"]),
        ("9:00", "Wet peat", ["Eva Lohse", "Jan Moor"]),
        ("10:00", "Dry peat", ["Ina Reet", "Uwe Rohr", "Tim Erle"]),
        ("11:00", "No peat", ["Ada Orr", "Fen Trust"]),
    ]
    found = told("peat.html", page_of(rows))
    assert [name for name, _ in found["Wet peat"] + found["Dry peat"]] == [
        *("Eva Lohse", "Jan Moor", "Ina Reet", "Uwe Rohr", "Tim Erle")
    ]


def test_a_narrow_column_breaks_between_name_and_employer_and_dona_tells_that_d_is_no_initial() -> None:
    rows = [
        ("Hora", ["Título"], ["Ponente"]),
        ("9:00", ["La encina y el corcho"], ["D. Elías Roble Amado", "Universidad de Évora"]),
        ("9:30", ["Setas de otoño"], ["Dª. Rosa Níscalo Prieto", "Micología Serrana"]),
        ("10:00", ["Dehesas sin pastor"], ["Dra. Pía Vaquero", "Ayto. de Zalamea de", "la Sierra"]),
        ("10:30", ["Miel de brezo"], ["D. Blas Colmena Ruiz", "Instituto Apícola"]),
        ("11:00", ["Los caminos de la lana"], ["Dª. Inés Merino", "UEX", "D. Gil Cañada", "CSIC"]),
    ]
    cells = []
    for at, (time, title, who) in enumerate(rows):
        foot, top = 700 - 50 * at - 50, 700 - 50 * at
        sides = zip((40, 100, 300), (100, 300, 392), ([time], title, who), strict=True)
        cells += [((left, foot, right, top), lines) for left, right, lines in sides]
    raw = pdf_of_cells(cells, [(14, 40, 760, "Jornadas del monte"), (12, 40, 730, "15 de abril de 2027")])
    assert told("monte.pdf", raw) == {
        "La encina y el corcho": [("Elías Roble Amado", "Universidad de Évora")],
        "Setas de otoño": [("Rosa Níscalo Prieto", "Micología Serrana")],
        "Dehesas sin pastor": [("Dra. Pía Vaquero", "Ayto. de Zalamea de la Sierra")],
        "Miel de brezo": [("Blas Colmena Ruiz", "Instituto Apícola")],
        "Los caminos de la lana": [("Inés Merino", "UEX"), ("Gil Cañada", "CSIC")],
    }


def test_who_works_where_stands_behind_a_stop_in_a_column() -> None:
    sheet = "Hora;Título;Ponentes\n" + "".join(
        f"{hour};{title};{who}\n"
        for hour, title, who in (
            (
                "9:00",
                "Encinas viejas",
                "Dra. Pía Vaquero. Hospital del Valle, Jaén / Blas Colmena. Instituto Apícola, Lugo",
            ),
            ("9:30", "Corcho y fuego", "Inés Merino. Universidad de Évora, Portugal"),
            ("10:00", "Setas de otoño", "Rosa Níscalo"),
            ("10:30", "Miel de brezo", "Gil Cañada. Instituto Apícola, Lugo / Elías Roble"),
        )
    )
    assert told("monte.csv", sheet.encode()) == {
        "Encinas viejas": [
            ("Dra. Pía Vaquero", "Hospital del Valle, Jaén"),
            ("Blas Colmena", "Instituto Apícola, Lugo"),
        ],
        "Corcho y fuego": [("Inés Merino", "Universidad de Évora, Portugal")],
        "Setas de otoño": [("Rosa Níscalo", None)],
        "Miel de brezo": [("Gil Cañada", "Instituto Apícola, Lugo"), ("Elías Roble", None)],
    }


def test_dona_tells_that_d_is_no_initial_wherever_people_are_named() -> None:
    boxes = [("10:00", "La lana", "D.ª Inés Merino, UEX"), ("11:00", "El esparto", "D. Gil Cañada, CSIC")]
    rows = "".join(f"<tr><td>{at}</td><td>{title}<br>{who}</td><td>Sala Norte</td></tr>" for at, title, who in boxes)
    found = told("oficios.html", f"<h2>15 de abril de 2027</h2><table>{rows}</table>".encode())
    assert found == {"La lana": [("Inés Merino", "UEX")], "El esparto": [("Gil Cañada", "CSIC")]}


def test_a_town_stands_behind_a_stop_below_a_title() -> None:
    boxes = [
        ("9:00", "Esquilar sin prisa", "Dra. Pía Vaquero. Zafra"),
        ("9:30", "Lana y agua", "Prof. Blas Colmena. Universidad de Évora, Portugal"),
        ("10:00", "Fieltro en invierno", "D.ª Inés Merino, Dr. Gil Cañada. Plazas limitadas"),
        ("11:00", "Tintes del monte", "Dr. Elías Roble. Las Navas – traer guantes"),
        ("12:00", "Husos y ruecas", "D. Juan Soto. Béjar"),
    ]
    rows = "".join(f"<tr><td>{at}</td><td>{title}<br>{who}</td><td>Sala Norte</td></tr>" for at, title, who in boxes)
    table = f"<tr><th>Hora</th><th>Actividad</th><th>Sala</th></tr>{rows}"
    assert told("lana.html", f"<h2>15 de abril de 2027</h2><table>{table}</table>".encode()) == {
        "Esquilar sin prisa": [("Dra. Pía Vaquero", "Zafra")],
        "Lana y agua": [("Prof. Blas Colmena", "Universidad de Évora, Portugal")],
        "Fieltro en invierno": [("Inés Merino", None), ("Dr. Gil Cañada", None)],
        "Tintes del monte": [("Dr. Elías Roble", "Las Navas")],
        "Husos y ruecas": [("Juan Soto", "Béjar")],
    }
