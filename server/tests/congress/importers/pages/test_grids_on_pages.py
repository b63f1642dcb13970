"""Grids of rooms by hours in documents: breaks across all columns, talks inside of cells, cells that a page draws."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session
from support.papers import pdf_of_cells

FACTS = Facts(id="moulins", timezone="Europe/Paris", start_date=day("2027-04-15"), end_date=day("2027-04-16"))
Told = tuple[str, str, str | None, list[str]]
Lefts, Heights = Sequence[int], Sequence[int]


def agenda(name: str, raw: bytes) -> Agenda:
    return read_tables([Document(name, raw)], FACTS).agenda


def told(one: Session) -> Told:
    start = f"{one.start:%d %H:%M}" if one.start else ""
    end = f"-{one.end:%H:%M}" if one.end else ""
    return one.title, f"{start}{end}", one.room, [person.name for person in one.speakers]


def test_breaks_across_all_columns_leave_a_table_a_timetable_and_take_the_time_between_its_slots() -> None:
    page = """<h1>Journées des moulins</h1>
<p>Les séances plénières ont lieu dans la Salle Meunier (sauf le banquet).</p><h2>Jeudi 15 avril 2027</h2><table>
<tr><th>Heure</th><th>Salle Meunier</th><th>Salle Blutoir</th></tr>
<tr><td>9h00 – 9h30</td><td colspan="2"><b>Ouverture</b><br><i>Maud Keller, IRSTEA Dijon</i></td></tr>
<tr><td>9h30 – 11h00</td><td><b>Atlas de la Meule</b><br>9h30 Silex ou grès ?<br><i>Yann Prigent</i><br>10h15 Rhabiller
une pierre<br><i>Zoé Fabre, Ana Lima</i></td><td><b>Roues et biefs</b><br><i>Paul Hémon</i></td></tr>
<tr><td colspan="3">Pause café</td></tr>
<tr><td>11h30 – 12h00</td><td colspan="2"><b>Un barrage de moins</b><br><i>Inès Caron</i></td></tr>
<tr><td colspan="3">Déjeuner</td></tr>
<tr><td>14h00 – 15h00</td><td><b>Farines</b><br><i>Zoé Fabre</i></td><td><b>Engrenages</b><br><i>Ana Lima</i></td></tr>
<tr><td>19h30 – 22h00</td><td colspan="2"><b>Banquet à la ferme</b></td></tr></table>"""
    found = agenda("programme.html", page.encode())
    assert [told(one) for one in found.sessions] == [
        ("Ouverture", "15 09:00-09:30", "Salle Meunier", ["Maud Keller"]),
        ("Atlas de la Meule", "15 09:30-11:00", "Salle Meunier", []),
        ("Silex ou grès ?", "15 09:30-10:15", "Salle Meunier", ["Yann Prigent"]),
        ("Rhabiller une pierre", "15 10:15-11:00", "Salle Meunier", ["Zoé Fabre", "Ana Lima"]),
        ("Roues et biefs", "15 09:30-11:00", "Salle Blutoir", ["Paul Hémon"]),
        ("Pause café", "15 11:00-11:30", None, []),
        ("Un barrage de moins", "15 11:30-12:00", "Salle Meunier", ["Inès Caron"]),
        ("Déjeuner", "15 12:00-14:00", None, []),
        ("Farines", "15 14:00-15:00", "Salle Meunier", ["Zoé Fabre"]),
        ("Engrenages", "15 14:00-15:00", "Salle Blutoir", ["Ana Lima"]),
        ("Banquet à la ferme", "15 19:30-22:00", None, []),
    ]


def test_lines_across_a_sheet_head_the_slots_below_them() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "15 April 2027"
    for row in (
        ["Time", "Oak Room", "Ash Room"],
        ["Morning: wood", None, None],
        ["9:00-10:00", "Seasoned and Green\n9:00 Drying sheds\nRuth Ode\n9:30 Kilns\nIan Moss", "Spoons\nLena Voss"],
        ["10:00-10:30", "Joinery\nIan Moss", "Bowls\nRuth Ode"],
        ["Tea", None, None],
        ["11:00-11:30", "Shingles\nLena Voss", "Staves\nKofi Mensah"],
        ["Bring gloves for everything in the Ash Room.", None, None],
    ):
        sheet.append(row)
    for at in (2, 5, 7):
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=3)
    held = BytesIO()
    book.save(held)
    assert [told(one) for one in agenda("plan.xlsx", held.getvalue()).sessions] == [
        ("Seasoned and Green", "15 09:00-10:00", "Oak Room", []),
        ("Drying sheds", "15 09:00-09:30", "Oak Room", ["Ruth Ode"]),
        ("Kilns", "15 09:30-10:00", "Oak Room", ["Ian Moss"]),
        ("Spoons", "15 09:00-10:00", "Ash Room", ["Lena Voss"]),
        ("Joinery", "15 10:00-10:30", "Oak Room", ["Ian Moss"]),
        ("Bowls", "15 10:00-10:30", "Ash Room", ["Ruth Ode"]),
        ("Tea", "15 10:30-11:00", None, []),
        ("Shingles", "15 11:00-11:30", "Oak Room", ["Lena Voss"]),
        ("Staves", "15 11:00-11:30", "Ash Room", ["Kofi Mensah"]),
    ]


def test_figures_around_a_plan_and_a_key_below_it_are_no_rooms_and_initials_are_whom_another_sheet_names() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "gio 15.4."
    for row in (
        ["Piano delle sale"],
        ["2027-04-15"],
        ["N.", "Ore", "Sala Tiglio", "Sala Gelso", "Terrazza", "", "usate"],
        [1, "9:00", "Apertura (AB)", None, None, None, 1],
        [2, "9:30", "Seta e acqua\nCD + AB", "Filare a mano (EF)", None, None, 2],
        [3, "10:00", None, "Telai\nEF", "Bachi\nCD", None, 2],
        [4, "10:30", "Coffee break", None, None, None, 1],
        [5, "11:00", None, None, None, None, 0],
        [],
        ["", "Colori:", "relazione", "laboratorio"],
    ):
        sheet.append(row)
    for area in ("A1:G1", "C4:E4", "C5:C6", "C7:E7"):
        sheet.merge_cells(area)
    people = book.create_sheet("Chi parla")
    for row in (["Sigla", "Chi"], ["AB", "Ada Bini"], ["CD", "Ciro De Luca"], ["EF", "Prof.ssa Eva Fabbri"]):
        people.append(row)
    held = BytesIO()
    book.save(held)
    assert [told(one) for one in agenda("piano.xlsx", held.getvalue()).sessions] == [
        ("Apertura", "15 09:00-09:30", None, ["Ada Bini"]),
        ("Seta e acqua", "15 09:30-10:30", "Sala Tiglio", ["Ciro De Luca", "Ada Bini"]),
        ("Filare a mano", "15 09:30-10:00", "Sala Gelso", ["Prof.ssa Eva Fabbri"]),
        ("Telai", "15 10:00-10:30", "Sala Gelso", ["Prof.ssa Eva Fabbri"]),
        ("Bachi", "15 10:00-10:30", "Terrazza", ["Ciro De Luca"]),
        ("Coffee break", "15 10:30-11:00", None, []),
    ]


def test_cells_that_a_page_draws_say_what_they_cover_though_their_texts_stand_anywhere_in_them() -> None:
    lefts, tops = (30, 110, 270, 430), (760, 740, 700, 660, 620, 580)

    def box(row: int, column: int, high: int = 1, wide: int = 1) -> tuple[int, int, int, int]:
        return lefts[column], tops[row + high], (*lefts, 590)[column + wide], tops[row]

    cells = [
        (box(0, 0), ["Hora"]), (box(0, 1), ["Sala Encina"]), (box(0, 2), ["Sala Olmo"]), (box(0, 3), ["Corral"]),
        (box(1, 0), ["", "9.00 - 9.45"]), (box(1, 1), ["El queso que vuelve a las aldeas y a", "sus ferias",
        "Nuria Pons"]), (box(1, 2, 2), ["", "", "Cuajos", "Iago Freire"]),
        (box(1, 3), ["Ordeño", "Eva Sanz"]), (box(2, 0), ["9.45 - 10.30"]), (box(2, 1), ["Bodegas", "Luis Otero"]),
        (box(2, 3, 3), ["", "", "", "", "Taller de cestas", "Marta Gil"]),
        (box(3, 0), ["10.30 - 11.00"]), (box(3, 1, 1, 2), ["Pausa café"]),
        (box(4, 0), ["11.00 - 11.45"]), (box(4, 1, 1, 2), ["Mesa redonda: precios justos", "(Sala Encina)"]),
    ]  # fmt: skip
    raw = pdf_of_cells(cells, [(14, 30, 790, "Viernes 16 de abril de 2027")])
    assert [told(one) for one in agenda("rejilla.pdf", raw).sessions] == [
        ("El queso que vuelve a las aldeas y a sus ferias", "16 09:00-09:45", "Sala Encina", ["Nuria Pons"]),
        ("Cuajos", "16 09:00-10:30", "Sala Olmo", ["Iago Freire"]),
        ("Ordeño", "16 09:00-09:45", "Corral", ["Eva Sanz"]),
        ("Bodegas", "16 09:45-10:30", "Sala Encina", ["Luis Otero"]),
        ("Taller de cestas", "16 09:45-11:45", "Corral", ["Marta Gil"]),
        ("Pausa café", "16 10:30-11:00", None, []),
        ("Mesa redonda: precios justos", "16 11:00-11:45", "Sala Encina", []),
    ]


def test_two_tables_drawn_side_by_side_are_two_days() -> None:
    days = (
        (
            "Vendredi 16 avril",
            ["9h30", "10h30", "11h30"],
            ["Meules", "Yann Prigent"],
            ["Biefs", "Zoé Fabre"],
            ["Roues"],
        ),
        ("Samedi 17 avril", ["10h00", "11h00", "12h00"], ["Farines", "Ana Lima"], ["Levain", "Paul Hémon"], ["Adieux"]),
    )
    cells = []
    for left, (on, times, *held) in zip((30, 310), days, strict=True):
        cells.append(((left, 720, left + 250, 740), [on]))
        for at, (time, lines) in enumerate(zip(times, held, strict=True)):
            top, foot = 720 - 40 * at, 680 - 40 * at
            cells += [((left, foot, left + 60, top), [time]), ((left + 60, foot, left + 250, top), lines)]
    assert [
        told(one) for one in agenda("affiche.pdf", pdf_of_cells(cells, [(14, 30, 780, "Moulins 2027")])).sessions
    ] == [
        ("Meules", "16 09:30-10:30", None, ["Yann Prigent"]),
        ("Biefs", "16 10:30-11:30", None, ["Zoé Fabre"]),
        ("Roues", "16 11:30", None, []),
        ("Farines", "17 10:00-11:00", None, ["Ana Lima"]),
        ("Levain", "17 11:00-12:00", None, ["Paul Hémon"]),
        ("Adieux", "17 12:00", None, []),
    ]


def test_a_room_may_be_called_as_a_kind_of_session_where_all_cells_hold_sessions() -> None:
    page = """<h1>Feria del barro</h1><h2>Viernes 16 de abril de 2027</h2><table>
<tr><th></th><th>Claustro</th><th>Aula 3</th><th>Taller</th></tr>
<tr><td>9:30</td><td rowspan="2">Barro y fuego<br>Luis Cano</td><td>Vidriados<br>Eva Mora</td>
<td rowspan="2">Torno libre<br>Julia Paz</td></tr><tr><td>10:00</td><td>Museos<br>Raúl Gil</td></tr>
<tr><td>10:30</td><td>Hornos<br>Luis Cano</td><td></td><td>Moldes<br>Eva Mora</td></tr>
<tr><td>11:00</td><td colspan="3">Café</td></tr><tr><td>13:00</td><td colspan="3">Comida (patio)</td></tr>
<tr><td>16:00</td><td colspan="3">Merienda</td></tr></table>"""
    held = [one for one in agenda("feria.html", page.encode()).sessions if one.kind != "break"]
    assert [told(one) for one in held] == [
        ("Barro y fuego", "16 09:30-10:30", "Claustro", ["Luis Cano"]),
        ("Vidriados", "16 09:30-10:00", "Aula 3", ["Eva Mora"]),
        ("Torno libre", "16 09:30-10:30", "Taller", ["Julia Paz"]),
        ("Museos", "16 10:00-10:30", "Aula 3", ["Raúl Gil"]),
        ("Hornos", "16 10:30-11:00", "Claustro", ["Luis Cano"]),
        ("Moldes", "16 10:30-11:00", "Taller", ["Eva Mora"]),
    ]


def test_talks_behind_at_what_is_struck_through_inside_of_a_cell_and_visits_that_no_hall_is_the_place_of() -> None:
    page = """<h1>Journées des moulins</h1>
<p>Les séances plénières ont lieu dans la Salle Meunier, sauf indication contraire.</p><h2>Jeudi 15 avril 2027</h2>
<table><tr><th>Heure</th><th>Salle Meunier</th><th>Salle Blutoir</th></tr>
<tr><td>à 9h00 – 9h30</td><td colspan="2"><b>Ouverture</b><br><i>Maud Keller</i></td></tr>
<tr><td>à 9h30 – 11h00</td><td><b>Atlas de la Meule</b><br>à 9h30 Silex ou grès ?<br><i>Yann Prigent</i><br>à 10h15
<del>Rhabiller une pierre</del> → déplacée au vendredi 16, 10h00, Salle Meunier</td><td><b>Roues et biefs</b><br>
à 9h30 Le bief vidé<br><i>Paul Hémon</i><br>à 10h15 <del>Vannes en bois</del><br><del>à 10h40 Seuils</del></td></tr>
<tr><td>à 11h30 – 12h00</td><td colspan="2"><b>Un barrage de moins</b><br>
Attention : en Salle Blutoir – peu de bancs<br>
<i>Inès Caron</i></td></tr></table><h2>Vendredi 16 avril 2027</h2>
<table><tr><th>Heure</th><th>Salle Meunier</th><th>Salle Blutoir</th></tr>
<tr><td>à 9h00 – 11h00</td><td><b>Pierres</b><br>à 9h00 Une carrière noyée<br><i>Léo Sorel</i><br>à 10h00 Rhabiller une
pierre (du jeudi)<br><i>Zoé Fabre</i></td><td><b>Farines</b><br>à 9h00 Petit épeautre<br><i>Ana Lima</i></td></tr>
<tr><td>à 11h15 – 12h00</td><td colspan="2"><b>Le four banal</b><br><i>Maud Keller</i></td></tr>
<tr><td>à 14h00 – 17h00</td><td colspan="2"><b>Visite du moulin à marée</b><br>Prévoir des bottes.<br></td></tr>
</table>"""
    found = [one for one in agenda("page.html", page.encode()).sessions if one.status != "removed"]
    assert sorted(
        (f"{one.start:%d %H:%M}", one.title, one.room, one.status) for one in found if one.start is not None
    ) == [
        ("15 09:00", "Ouverture", "Salle Meunier", "scheduled"),
        ("15 09:30", "Atlas de la Meule", "Salle Meunier", "scheduled"),
        ("15 09:30", "Le bief vidé", "Salle Blutoir", "scheduled"),
        ("15 09:30", "Roues et biefs", "Salle Blutoir", "scheduled"),
        ("15 09:30", "Silex ou grès ?", "Salle Meunier", "scheduled"),
        ("15 10:15", "Vannes en bois", "Salle Blutoir", "cancelled"),
        ("15 10:40", "Seuils", "Salle Blutoir", "cancelled"),
        ("15 11:30", "Un barrage de moins", "Salle Blutoir", "scheduled"),
        ("16 09:00", "Farines", "Salle Blutoir", "scheduled"),
        ("16 09:00", "Petit épeautre", "Salle Blutoir", "scheduled"),
        ("16 09:00", "Pierres", "Salle Meunier", "scheduled"),
        ("16 09:00", "Une carrière noyée", "Salle Meunier", "scheduled"),
        ("16 10:00", "Rhabiller une pierre", "Salle Meunier", "moved"),
        ("16 11:15", "Le four banal", "Salle Meunier", "scheduled"),
        ("16 14:00", "Visite du moulin à marée", None, "scheduled"),
    ]
