"""Pages as small associations make them by hand: titles in bold, pieces struck through, boxes of late changes, tables
of workshops beside the programme."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Room, Session
from support.papers import docx

ROOMS = ("Grande salle", "Salle Vauban", "Salle Colette", "Sala Rossa", "Sala Blu", "Barn", "Library", "Gemeindesaal")
FACTS = Facts(
    id="by-hand",
    timezone="Europe/Paris",
    start_date=day("2026-11-13"),
    end_date=day("2026-11-14"),
    rooms=tuple(Room(name) for name in ROOMS),
)


def agenda(name: str, raw: bytes | str) -> Agenda:
    return read_tables([Document(name, raw if isinstance(raw, bytes) else raw.encode())], FACTS).agenda


def told(session: Session) -> tuple[str, str, str | None, list[str]]:
    start, end = (f"{at:%H:%M}" if at else "" for at in (session.start, session.end))
    return session.title, f"{start}-{end}", session.room, [one.name for one in (*session.speakers, *session.chairs)]


def named(read: Agenda, title: str) -> Session:
    return next(one for one in read.sessions if one.title == title)


PAGE = """<html><head><meta charset="windows-1252"><style>.old{text-decoration:line-through}</style></head><body>
<div class="box"><b>DERNIÈRE MINUTE</b><br>
&bull; L’atelier « Fondre la cire » a lieu en salle Colette (au lieu de la salle Vauban).<br>
&bull; <s>Visite du rucher</s> : annulée (météo).<br>
&bull; La conférence « Le frelon asiatique » commence à 10 h 15 au lieu de 10 h.</div>
<h2>Vendredi 13 novembre 2026</h2>
<table><tr><th>&nbsp;<th>Grande salle<th>Salle Vauban<th>Salle Colette
<tr><td>9 h 30 – 10 h<td colspan=3><b>Ouverture</b> – Mireille Tournois (présidente)
<tr><td>10 h – 11 h<td><b>Le frelon asiatique</b><br>Alain Petitjean <i>(INRAE)</i>
<td rowspan=2><b>Fondre la cire</b><br><i>apporter un tablier</i><br>Josette Roblin
<td>Étiqueter son miel<br>Karine Vasselon
<tr><td>11 h – 12 h<td><span class=old>Le miel</span> <b>annulé</b><td>Café des débutants (11 h 15 – 11 h 45)
<tr><td>14 h – 15 h<td colspan=3>Visite du rucher – départ du parking
</table>
<h2>Samedi 14 novembre 2026</h2>
<ul><li><b>9 h 30 – 10 h 15 : Lire un cadre</b>, Alain Petitjean, Grande salle
<li><b>10 h 30 – 11 h 30 : Élever ses reines</b>, Sophie Nectoux (GDSA 58), salle Vauban. <i>12 places.</i>
<li>11 h 45 : <b>Assemblée générale</b>, Grande salle (jusqu’à 12 h 30)
<li>jusqu’à 14 h : repas</ul></body></html>""".encode("cp1252")


def test_a_grid_on_one_day_and_an_open_list_on_the_other() -> None:
    read = agenda("programme.html", PAGE)
    assert [told(one) for one in read.sessions] == [
        ("Ouverture", "09:30-10:00", None, ["Mireille Tournois"]),
        ("Le frelon asiatique", "10:15-11:00", "Grande salle", ["Alain Petitjean"]),
        ("Fondre la cire", "10:00-12:00", "Salle Colette", ["Josette Roblin"]),
        ("Étiqueter son miel", "10:00-11:00", "Salle Colette", ["Karine Vasselon"]),
        ("Le miel", "11:00-12:00", "Grande salle", []),
        ("Café des débutants", "11:15-11:45", "Salle Colette", []),
        ("Visite du rucher – départ du parking", "14:00-15:00", None, []),
        ("Lire un cadre", "09:30-10:15", "Grande salle", ["Alain Petitjean"]),
        ("Élever ses reines", "10:30-11:30", "Salle Vauban", ["Sophie Nectoux"]),
        ("Assemblée générale", "11:45-12:30", "Grande salle", []),
        ("repas", "12:30-14:00", None, []),
    ]
    assert "Apporter un tablier" in (named(read, "Fondre la cire").abstract or "")
    assert "12 places" in (named(read, "Élever ses reines").abstract or "")


def test_a_box_of_late_changes_changes_what_it_names_and_staff_are_told() -> None:
    read = agenda("programme.html", PAGE)
    wax, hornet = named(read, "Fondre la cire"), named(read, "Le frelon asiatique")
    assert (wax.status, wax.previous_room) == ("moved", "Salle Vauban")
    assert hornet.status == "moved" and hornet.previous_start and f"{hornet.previous_start:%H:%M}" == "10:00"
    assert named(read, "Visite du rucher – départ du parking").status == "cancelled"
    assert named(read, "Le miel").status == "cancelled"
    assert {one.status for one in read.sessions} == {"scheduled", "moved", "cancelled"}
    assert sum(warning.code == "changed_by_remark" for warning in read.warnings) == 3


@pytest.mark.parametrize(
    ("remark", "room", "at", "status"),
    [
        ("“Night cameras” has moved to the Library (from the Barn).", "Library", "14:00", "moved"),
        ("Night cameras now starts at 14:30.", "Barn", "14:30", "moved"),
        ("<del>Night cameras</del> is cancelled.", "Barn", "14:00", "cancelled"),
        ("„Night cameras“ findet in der Library statt (statt Barn).", "Library", "14:00", "moved"),
        ("„Night cameras“ fällt leider aus.", "Barn", "14:00", "cancelled"),
        ("Night cameras si tiene in Library anziché in Barn.", "Library", "14:00", "moved"),
        ("«Night cameras» non avrà luogo.", "Barn", "14:00", "cancelled"),
        ("«Night cameras» empieza a las 15:00 en lugar de las 14:00.", "Barn", "15:00", "moved"),
        ("« Night cameras » est déplacé en Library.", "Library", "14:00", "moved"),
        ("Night cameras is for everybody, also from the Library.", "Barn", "14:00", "scheduled"),
        ("The bar is closed: cancelled by the Library.", "Barn", "14:00", "scheduled"),
    ],
)
def test_what_a_remark_says(remark: str, room: str, at: str, status: str) -> None:
    page = f"<p>{remark}</p><h2>Friday 13 November 2026</h2><table><tr><th>Time<th>Title<th>Room"
    page += "<tr><td>13:00-14:00<td>Feeding hedgehogs<td>Library<tr><td>14:00-15:00<td>Night cameras<td>Barn</table>"
    session = named(agenda("p.html", page), "Night cameras")
    assert (session.room, f"{session.start:%H:%M}", session.status) == (room, at, status)


LIST = """<h3>Venerdì 13 novembre</h3>
<dl><dt>ore 9.30-10.15<dd><b>Leggere ad alta voce</b><br>Paola Ferrero (Torino)<br>Sala Blu
<dt>10.15-11.00<dd><b>La biblioteca digitale</b> <del>Sala Rossa</del> <ins>Sala Blu</ins><br>Gianni Bo
<dt>11.20-12.30<dd><b>Laboratori paralleli</b> (vedi sotto)
<dt>14.00-15.00<dd><b><s>Il silent book</s></b> ANNULLATO<br>Carla Meneghini<br>Sala Rossa
<dt>15.00 fino alle 16.30<dd><b>Tavola rotonda</b><br>Modera Gianni Bo. Intervengono: Rita Salis (AIB), Paola Ferrero
<dt>16.30-17.00<dd><b>Catalogare</b><br>Elsa Brandi<br>Sala Rossa, anziché Sala Blu</dl>
<h3>I laboratori di venerdì 13 novembre, ore 11.20-12.30</h3>
<table><tr><th>Cod.<th>Laboratorio<th>Conduce<th>Sala<th>Posti<th>Cosa portare
<tr><td>L1<td>Rilegare un libro<td>Nadia Perotti<td>Sala Rossa<td>15<td>forbici
<tr><td>L2<td>Kamishibai<td>Elsa Brandi<td>Sala Blu<td>20<td>—</table>"""


def test_a_list_of_definitions_and_workshops_whose_heading_says_when() -> None:
    read = agenda("programma.html", LIST)
    assert [told(one) for one in read.sessions if one.title != "Laboratori paralleli"] == [
        ("Rilegare un libro", "11:20-12:30", "Sala Rossa", ["Nadia Perotti"]),
        ("Kamishibai", "11:20-12:30", "Sala Blu", ["Elsa Brandi"]),
        ("Leggere ad alta voce", "09:30-10:15", "Sala Blu", ["Paola Ferrero"]),
        ("La biblioteca digitale", "10:15-11:00", "Sala Blu", ["Gianni Bo"]),
        ("Il silent book", "14:00-15:00", "Sala Rossa", ["Carla Meneghini"]),
        ("Tavola rotonda", "15:00-16:30", None, ["Rita Salis", "Paola Ferrero", "Gianni Bo"]),
        ("Catalogare", "16:30-17:00", "Sala Rossa", ["Elsa Brandi"]),
    ]
    moved = {one.title: one.previous_room for one in read.sessions if one.status == "moved"}
    assert moved == {"La biblioteca digitale": "Sala Rossa", "Catalogare": "Sala Blu"}
    assert named(read, "Il silent book").status == "cancelled"
    assert named(read, "Rilegare un libro").abstract == "Posti: 15. Cosa portare: forbici."


JOINED = """<h1>Tagung am Freitag, 13. November 2026</h1><table>
<tr><th>Zeit<th>Was<th>Wer<th>Wo
<tr><td>9:15–10:00<td>Läden mit Zukunft<br><small>mit Diskussion</small><td>Prof. Uwe Stamm<td>Gemeindesaal
<tr><td>11:15–12:30<td>W1 Lieferanten finden<td>Petra Kunz<td>
<tr><td>11:15–12:30<td>W2 Ehrenamt gewinnen<td>Jonas Felder<td></table>
<table><tr><th>Nr.<th>Thema<th>Raum<th>Plätze<th>Kosten
<tr><td>W1<td>Lieferanten finden<td>Barn<td>16<td>-
<tr><td>W2<td>Ehrenamt gewinnen<td>Library<td>20<td>8 €</table>"""


def test_a_table_of_workshops_completes_the_programme() -> None:
    read = agenda("programm.html", JOINED)
    assert [told(one) for one in read.sessions] == [
        ("Läden mit Zukunft", "09:15-10:00", "Gemeindesaal", ["Prof. Uwe Stamm"]),
        ("W1 Lieferanten finden", "11:15-12:30", "Barn", ["Petra Kunz"]),
        ("W2 Ehrenamt gewinnen", "11:15-12:30", "Library", ["Jonas Felder"]),
    ]
    assert [one.abstract for one in read.sessions] == [
        "Mit Diskussion",
        "Plätze: 16.",
        "Plätze: 20. Kosten: 8 €.",
    ]


def test_rooms_down_the_side_and_times_along_the_top() -> None:
    page = "<h2>Friday 13 November 2026</h2><table><tr><td><td>16:00 - 17:00<td>17:00 - 18:00"
    page += (
        "<tr><th>Barn<td><b>Welcome</b><br>Ann Lee<td><b>Owls</b><tr><th>Library<td><td><b>Bats</b><br>Tom Hart</table>"
    )
    assert [told(one) for one in agenda("p.html", page).sessions] == [
        ("Welcome", "16:00-17:00", "Barn", ["Ann Lee"]),
        ("Owls", "17:00-18:00", "Barn", []),
        ("Bats", "17:00-18:00", "Library", ["Tom Hart"]),
    ]


def test_lines_with_tabs_in_a_letter() -> None:
    def line(*pieces: tuple[str, str]) -> str:
        runs = "<w:r><w:tab/></w:r>".join(f"<w:r><w:rPr>{how}</w:rPr><w:t>{text}</w:t></w:r>" for text, how in pieces)
        return f"<w:p>{runs}</w:p>"

    body = line(("Freitag, 13. November 2026", "<w:b/>"))
    body += line(
        ("14:00 – 14:30", ""), ("Hofnamen", "<w:b/>"), ("Dr. Johanna Ober, Universität Wien", ""), ("Barn", "")
    )
    body += line(("14:30 – 15:00", ""), ("Fotos richtig scannen", "<w:b/>"), ("Markus Tauber", ""), ("Library", ""))
    body += line(("15:00 – 15:30", ""), ("Feldpost lesen", "<w:b/><w:strike/>"), ("Heidi Steger", ""), ("Barn", ""))
    read = agenda("programm.docx", docx(body))
    assert [told(one) for one in read.sessions] == [
        ("Hofnamen", "14:00-14:30", "Barn", ["Dr. Johanna Ober"]),
        ("Fotos richtig scannen", "14:30-15:00", "Library", ["Markus Tauber"]),
        ("Feldpost lesen", "15:00-15:30", "Barn", ["Heidi Steger"]),
    ]
    assert named(read, "Feldpost lesen").status == "cancelled"
