"""Times in a left column and all the rest beside them: days between the rows, labels of sessions above their titles."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda
from support.papers import pdf_of_rows

Told = tuple[str, str, str | None, list[str]]


def told(agenda: Agenda) -> list[Told]:
    return [
        (one.title, f"{one.start:%d %H:%M}" if one.start else "", one.room, [person.name for person in one.speakers])
        for one in agenda.sessions
    ]


def test_a_day_alone_between_rows_of_a_page_heads_those_below_it() -> None:
    facts = Facts(id="sel", timezone="Europe/Paris", start_date=day("2027-04-15"), end_date=day("2027-04-16"))
    lines = [
        (14, ["JEUDI 15 AVRIL 2027"]),
        (9, ["9h00", "Le sel et la glace"]),
        (9, ["", "Mme Zoé Fabre (Brest)"]),
        (9, ["10h00 – 11h00", "II SÉANCE"]),
        (9, ["", "Marais et salines d'hier"]),
        (9, ["", "Modératrice : Ana Lima"]),
        (9, ["10h00", "Paludiers, une enquête"]),
        (9, ["", "M. Luc Brun (Nantes)"]),
        (14, ["VENDREDI 16 AVRIL 2027"]),
        (9, ["9h00", "La fleur et le gris"]),
        (9, ["", "M. Paul Hémon (Vannes)"]),
        (9, ["10h00", "Sel de mine"]),
        (9, ["", "Mme Inès Caron (Nancy)"]),
    ]
    raw = pdf_of_rows(lines, (60, 160), leading=1.3)
    assert told(read_tables([Document("sel.pdf", raw)], facts).agenda) == [
        ("Le sel et la glace", "15 09:00", None, ["Mme Zoé Fabre"]),
        ("Marais et salines d'hier", "15 10:00", None, []),
        ("Paludiers, une enquête", "15 10:00", None, ["M. Luc Brun"]),
        ("La fleur et le gris", "16 09:00", None, ["M. Paul Hémon"]),
        ("Sel de mine", "16 10:00", None, ["Mme Inès Caron"]),
    ]


def test_a_label_with_its_room_stands_above_the_title_and_is_kept() -> None:
    facts = Facts(id="pane", timezone="Europe/Rome", start_date=day("2027-04-15"), end_date=day("2027-04-15"))
    page = """<h2>15 aprile 2027</h2><table>
<tr><td>9.00 – 10.00</td><td>III SESSIONE<br>Farine povere di montagna<br>Moderatore: Ugo Neri</td></tr>
<tr><td>10.00 – 11.00</td><td>LABORATORIO – Aula Forni (max 12 persone)<br>Impastare al buio<br>Ada Orsi</td></tr>
<tr><td>11.00 – 12.00</td><td>Il lievito in viaggio<br>Leo Pini</td></tr></table>"""
    found = read_tables([Document("pane.html", page.encode())], facts).agenda
    assert told(found) == [
        ("Farine povere di montagna", "15 09:00", None, []),
        ("Impastare al buio", "15 10:00", "Aula Forni", ["Ada Orsi"]),
        ("Il lievito in viaggio", "15 11:00", None, ["Leo Pini"]),
    ]
    assert [one.abstract for one in found.sessions[:2]] == ["III SESSIONE", "LABORATORIO – Aula Forni (max 12 persone)"]
