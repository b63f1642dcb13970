"""Programmes in mails, laid out with blanks: ends below starts, rooms far behind, a day's own room, changes ahead."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session
from support.papers import docx, paragraph

EVENT = {
    "id": "mills",
    "name": "Mills",
    "timezone": "Europe/Paris",
    "start_date": "2027-04-08",
    "end_date": "2027-04-09",
}
MAIL = """From: Zoé Lambin <bureau@moulins.example>
To: regie@salles.example
Subject: Programme
Date: Mon, 02 Nov 2026 09:12:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour,

voici le programme de septembre, avec ces changements depuis :

 1) L'exposé de M. Quéméneur ("Les roues à augets") aura lieu finalement le
    vendredi à 11h15 en Salle du Bief, et non plus le jeudi comme prévu.
 2) Mme Ostrowska ne viendra pas, sa conférence est annulée.
 3) La table ronde commence à 15h30.
 4) L'exposé "Meules et farines" ne sera pas présenté par Luc Barral, mais par
    sa collègue Inès Tournon.

Cordialement
Zoé Lambin

JEUDI 8 AVRIL                     (tout en Salle du Bief, sauf
                                  mention contraire)

9h00        Mot du meunier
            Aloïs Perrin

9h30-       Conférence : L'eau qui travaille
10h30       Maud Kessler, Université de Pau

10h30-      Atelier 1 : Bois et fer
12h00       Animation : Jo Blanc

   10h30    Meules et farines
            Luc Barral, Moulins de France
   11h00    Les roues à augets
            Yann Quéméneur, Brest
   11h30    Le canal et ses droits
            Ewa Ostrowska, Lyon

15h45-      Table ronde : qui paie les vannes ?
17h00       Maud Kessler, Jo Blanc et Aloïs Perrin

VENDREDI 9 AVRIL                  (Salle Haute, ou comme indiqué)

9h00-       Atelier 2 : Turbines           Salle du Bief
10h30       Animation : Aloïs Perrin

   9h00     Une turbine au grenier
            Ida Roux, Nantes

10h45       Clôture
            Maud Kessler, Université de Pau
"""
ENGLISH = """Thursday 8 April

09:00 -  Opening of the weir          Oak Room
09:30    Tom Fenn

09:45    Eels by night                Elm Room
- 10:30  Ada Orr

10:45    Coffee
"""


PAGE = """<html><body><h2>Giovedì 8 aprile 2027 (tutto nella Sala Mulino, salvo diversa indicazione)</h2>
<p>9.00–10.00 Ruote e canali<br>Ivo Serra</p><p>10.00–11.00 Farine antiche (Aula 2)<br>Rita Moro</p>
<h2>Venerdì 9 aprile 2027 (Sala Chiuse, o come indicato)</h2>
<p>9.00–10.00 Macine in mostra<br>Ugo Pace</p><p>10.00–11.00 Saluti<br>Ivo Serra</p></body></html>
"""
TAB = "</w:t><w:tab/><w:t>"
WORD = [
    "Jeudi 8 avril 2027",
    f"9h00 –{TAB}Roues et biefs",
    f"9h45{TAB}Maud Kessler",
    f"10h00 –{TAB}Atelier 1 : Farines",
    f"11h00{TAB}Animation : Jo Blanc",
    f"11h15{TAB}Clôture",
    f"{TAB}Aloïs Perrin",
]


def _sessions(tmp_path: Path, name: str, text: str | bytes) -> dict[str, Session]:
    (tmp_path / name).write_bytes(text.encode() if isinstance(text, str) else text)
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    return {one.title: one for one in read_path(tmp_path).agenda.sessions}


def _when(session: Session) -> tuple[str, str]:
    start, end = (f"{at:%d %H:%M}" if at is not None else "" for at in (session.start, session.end))
    return start, end[3:]


def _who(session: Session) -> list[str]:
    return [person.name for person in session.speakers]


def test_an_end_below_its_start_ends_the_session_and_what_stands_beside_it_speaks(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "mail.eml", MAIL)
    talk = found["Conférence : L'eau qui travaille"]
    assert (_when(talk), _who(talk)) == (("08 09:30", "10:30"), ["Maud Kessler"])
    assert not any("Bonjour" in title or "vendredi" in title for title in found)


def test_a_dash_may_stand_before_the_lower_time_too(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "plan.txt", ENGLISH)
    assert (_when(found["Opening of the weir"]), found["Opening of the weir"].room) == (
        ("08 09:00", "09:30"),
        "Oak Room",
    )
    assert (_when(found["Eels by night"]), found["Eels by night"].room) == (("08 09:45", "10:30"), "Elm Room")


def test_each_day_has_its_own_usual_room_and_a_room_far_behind_a_title_comes_first(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "mail.eml", MAIL)
    assert found["Mot du meunier"].room == "Salle du Bief"
    assert found["Clôture"].room == "Salle Haute"
    assert found["Atelier 2 : Turbines"].room == found["Une turbine au grenier"].room == "Salle du Bief"


def test_changes_told_before_the_programme_name_sessions_in_any_way(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "mail.eml", MAIL)
    assert _when(found["Les roues à augets"])[0] == "09 11:15"
    assert found["Le canal et ses droits"].status == "cancelled"
    assert _when(found["Table ronde : qui paie les vannes ?"]) == ("08 15:30", "17:00")
    assert _who(found["Meules et farines"]) == ["Inès Tournon"]


def test_an_end_below_its_start_is_one_in_a_word_document_too(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "programme.docx", docx("".join(map(paragraph, WORD))))
    assert (_when(found["Roues et biefs"]), _who(found["Roues et biefs"])) == (("08 09:00", "09:45"), ["Maud Kessler"])
    assert _when(found["Atelier 1 : Farines"]) == ("08 10:00", "11:00")
    assert len(found) == 3


def test_a_usual_room_beside_a_day_holds_for_that_day(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "programma.html", PAGE)
    rooms = [found[title].room for title in ("Ruote e canali", "Farine antiche", "Macine in mostra", "Saluti")]
    assert rooms == ["Sala Mulino", "Aula 2", "Sala Chiuse", "Sala Chiuse"]
