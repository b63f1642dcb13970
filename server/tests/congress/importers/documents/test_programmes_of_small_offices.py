"""Programmes as offices write them: talks inside of sessions, remarks beside them, several facts in one cell."""

import io

import openpyxl

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.shapes.cells.cell_text import read_lines
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session
from support.papers import pdf_of_rows

FACTS = Facts(id="invented", timezone="Europe/Paris", start_date=day("2026-05-07"), end_date=day("2026-05-08"))


def agenda(**files: bytes) -> Agenda:
    return read_tables([Document(name.replace("__", "."), raw) for name, raw in files.items()], FACTS).agenda


def by_title(found: Agenda) -> dict[str, Session]:
    return {session.title: session for session in found.sessions}


def times(session: Session) -> tuple[str, str]:
    assert session.start is not None and session.end is not None
    return f"{session.start:%d %H:%M}", f"{session.end:%H:%M}"


def sheet() -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Jueves 7"
    rows = [
        ["Hora", "Sala", "Actividad", "Ponente(s)", "Observaciones"],
        ["9:00 - 10:00 h", "Sala Norte", "Mesa 1. Los faros", None, None],
        [None, None, "   9:00  L-1. La lámpara de Fresnel", "Dra. Ana Soto (Museo Naval)", None],
        [None, None, "   9:25  L-2. Guardianas del faro", "Dr. Luis Peña (Puerto Viejo)", None],
        ["10:00 - 10:30 h", "PAUSA CAFÉ (Terraza Sur)", None, None, None],
        ["10:30 - 11:00 h", "Sala Norte", "Visita a las maquetas", None, None],
        [None, None, "M-1. Un faro de cartón", "Dra. Eva Gil", None],
        ["11:00 - 12:00 h", "Sala Sur", "Nudos marineros", "Dr. Luis Peña", "CANCELADO por la dirección"],
        ["12:00 - 13:00 h", "Sala Sur", "Cartas náuticas", "Dra. Eva Gil", "CAMBIO DE SALA: antes en Sala Norte"],
        ["Programa actualizado a 2/5/2026. Los cambios se anunciarán en secretaría.", None, None, None, None],
    ]
    for row in rows:
        page.append(row)
    for area in ("A2:A4", "B2:B4", "B5:E5", "A6:A7", "B6:B7"):
        page.merge_cells(area)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_talks_below_a_session_in_merged_cells_have_times_of_their_own() -> None:
    found = agenda(faros__xlsx=sheet())
    read = by_title(found)
    assert times(read["L-1. La lámpara de Fresnel"]) == ("07 09:00", "09:25")
    assert times(read["L-2. Guardianas del faro"]) == ("07 09:25", "10:00")
    assert read["L-2. Guardianas del faro"].room == "Sala Norte"
    assert read["L-2. Guardianas del faro"].subtitle == "Mesa 1. Los faros"
    assert times(read["M-1. Un faro de cartón"]) == ("07 10:30", "11:00")
    assert (read["Pausa café"].room, read["Pausa café"].kind) == ("Terraza Sur", "break")
    # What is inside of something does not overlap with it, and a footnote is no session.
    assert [warning.code for warning in found.warnings] == []


def test_remarks_beside_a_session_say_that_it_is_cancelled_or_was_moved() -> None:
    read = by_title(agenda(faros__xlsx=sheet()))
    assert read["Nudos marineros"].status == "cancelled"
    assert read["Cartas náuticas"].status == "moved"
    assert read["Cartas náuticas"].abstract == "CAMBIO DE SALA: antes en Sala Norte"


def test_a_table_with_remarks_and_companies_side_by_side() -> None:
    text = (
        "N°;Jour;Début;Fin;Espace;Format;Intitulé;Intervenant(s);Société;Filière;Statut;Remarque\n"
        "1;jeudi 07/05/2026;9h;9h30;Kiosque;Atelier;Souder le cuivre;Zoé Lebrun / Hugo Marin;Cuivrerie Est / Lycée Sud;"
        "Métal;confirmé;12 places\n"
        "2;jeudi 07/05/2026;10h;11h;Kiosque;Conférence;Le verre soufflé;Nina Roche;Verrerie Ouest;Verre;ANNULÉ;\n"
        "3;vendredi 08/05/2026;14h;15h;Préau;Démonstration;Le four solaire;Paul Vidal;;Énergie;confirmé;"
        "Horaire modifié : 14h au lieu de 13h\n"
    )
    read = by_title(agenda(export__csv=text.encode("latin-1")))
    assert set(read) == {"Souder le cuivre", "Le verre soufflé", "Le four solaire"}
    people = read["Souder le cuivre"].speakers
    expected = [("Zoé Lebrun", "Cuivrerie Est"), ("Hugo Marin", "Lycée Sud")]
    assert [(one.name, one.affiliation) for one in people] == expected
    assert read["Souder le cuivre"].track == "Métal"
    assert read["Le verre soufflé"].status == "cancelled"
    assert read["Le four solaire"].status == "moved"


def test_papers_in_a_session_follow_one_another_in_its_room() -> None:
    names = (("p1", "Ida", "Holm"), ("p2", "Per", "Dahl"), ("p3", "Siv", "Bo"))
    people = "people:\n" + "".join(f"- {{id: {key}, first: {first}, last: {last}}}\n" for key, first, last in names)
    rooms = "rooms:\n- {id: oak, name: Oak Hall}\n- {id: elm, name: Elm Room}\n"
    talks = """
talks:
- {id: t-1, title: 'Opening', day: 2026-05-07, at: '09:00', mins: 30, room: oak, who: [p1]}
- id: t-2
  title: 'Session A: Rivers'
  day: 2026-05-07
  at: '10:00'
  mins: 60
  room: elm
  papers:
  - {title: Meanders, authors: [p2], mins: 20}
  - {title: Deltas, authors: [p3], mins: 40}
- {id: t-3, title: Evening walk, day: 2026-05-07, at: '19:00', mins: 60, place: North Gate}
"""
    read = by_title(agenda(people__yaml=people.encode(), rooms__yaml=rooms.encode(), talks__yaml=talks.encode()))
    assert [one.name for one in read["Meanders"].speakers] == ["Per Dahl"]
    assert times(read["Meanders"]) == ("07 10:00", "10:20")
    assert times(read["Deltas"]) == ("07 10:20", "11:00")
    assert {read["Meanders"].room, read["Session A: Rivers"].room} == {"Elm Room"}
    assert read["Evening walk"].room == "North Gate"
    assert read["Meanders"].language is None


def test_a_cell_of_a_timetable_tells_kind_title_people_and_the_talks_inside() -> None:
    page = """<h1>Programm</h1><h2>7. Mai 2026</h2><table>
<tr><th>Uhrzeit</th><th>Hörsaal A</th><th>Hörsaal B</th><th>Foyer</th></tr>
<tr><th>9.00–9.30 Uhr</th><td><span>Vortrag</span><br><b>Moose der Alpen</b><br><i>Prof. Dr. Lena Huber (Botanik),
Jan Roth, M.Sc. (Stadt Bern)</i><br><p>Was auf Steinen wächst.</p></td><td></td><td></td></tr>
<tr><th>9.30–10.30 Uhr</th><td></td><td><span>Forum</span><br><b>Forum Pilze</b><br>Moderation: Dr. Uwe Lang<ul>
<li>9.30 Uhr: Röhrlinge im Tal (Mia Frei)</li><li>10.00 Uhr: Trüffel mit Hund (Tim Wolf)</li></ul></td><td></td></tr>
<tr><th>10.30–11.00 Uhr</th><td><span>Führung</span><br><b>Gewächshaus</b><br>Dr. Uwe Lang<br>entfällt wegen Hagel</td>
<td></td>
<td></td></tr>
<tr><th>11.00–11.30 Uhr</th><td colspan="3">Kaffee und Tee (Foyer) <em>gestiftet vom Verein</em></td></tr></table>"""
    read = by_title(agenda(programm__html=page.encode()))
    moss = read["Moose der Alpen"]
    assert [(one.name, one.affiliation) for one in moss.speakers] == [
        ("Prof. Dr. Lena Huber", "Botanik"),
        ("Jan Roth", "Stadt Bern"),
    ]
    assert moss.abstract == "Was auf Steinen wächst."
    assert times(read["Röhrlinge im Tal"]) == ("07 09:30", "10:00")
    assert times(read["Trüffel mit Hund"]) == ("07 10:00", "10:30")
    assert [one.name for one in read["Trüffel mit Hund"].speakers] == ["Tim Wolf"]
    assert read["Gewächshaus"].status == "cancelled"
    assert read["Kaffee und Tee"].room == "Foyer"


def test_a_page_with_rooms_as_headings_and_people_below_the_titles() -> None:
    rows = [
        (16, ["GIOVEDÌ 7 MAGGIO"]),
        (12, ["SALA TINTORI – plenarie"]),
        (10, ["09.00 - 10.00", "I SESSIONE – I colori"]),
        (10, ["", "Moderatori: Rita Neri, Aldo Riva"]),
        (10, ["09.00", "Il blu di guado"]),
        (10, ["", "Carla Fusi"]),
        (10, ["09.30", "Il rosso di robbia"]),
        (10, ["", "Prof.ssa Lea Moro"]),
        (10, ["", "RELAZIONE ANNULLATA"]),
        (10, ["10.00 - 10.30", "Coffee break (Chiostro)"]),
        (10, ["SALA LANAIOLI"]),
        (10, ["10.30 - 11.00", "CORSO C1 – La lana"]),
        (10, ["", "Docente: Ugo Sala"]),
    ]
    read = by_title(agenda(programma__pdf=pdf_of_rows(rows, (60, 140), leading=1.4)))
    assert times(read["Il blu di guado"]) == ("07 09:00", "09:30")
    assert (read["Il blu di guado"].room, read["CORSO C1 – La lana"].room) == ("Sala Tintori", "Sala Lanaioli")
    assert [one.name for one in read["Il blu di guado"].speakers] == ["Carla Fusi"]
    assert read["Il rosso di robbia"].status == "cancelled"
    assert read["Coffee break"].room == "Chiostro"


def test_the_first_line_is_the_title_even_where_it_might_be_a_name() -> None:
    told = read_lines(["Slam", "Goldener Webstuhl", "Anna Kern, Olaf Beck"])
    assert (told.kind, told.title, told.people) == ("Slam", "Goldener Webstuhl", ["Anna Kern, Olaf Beck"])
    assert read_lines(["Leinen", "Vom Feld zum Faden", "Anna Kern"]).title == "Leinen: Vom Feld zum Faden"
    wrapped = read_lines(["Wie Seide aus dem Osten", "nach Lyon kam", "Anna Kern"])
    assert (wrapped.title, wrapped.people) == ("Wie Seide aus dem Osten nach Lyon kam", ["Anna Kern"])
