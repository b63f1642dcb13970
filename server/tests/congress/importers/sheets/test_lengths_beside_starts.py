"""Programmes that tell when something begins and how many minutes it takes, and strike out what is not held."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.importers.wording import is_cancelled
from charlotte.congress.model import Session

EVENT = {"id": "api", "name": "Api", "timezone": "Europe/Rome", "start_date": "2027-05-14", "end_date": "2027-05-15"}
RICH = (
    r"{\rtf1\ansi\ansicpg1252\b Convegno degli apicoltori\b0\par\b VENERD\'cc 14 MAGGIO\b0\par "
    r"9.15\tab (20')\tab{\b Saluti del sindaco} \'96 Sala Acacia\line\tab\tab Bruna Celli\par "
    r"9.35\tab (50')\tab{\b Laboratorio: il miele al microscopio} \'96 Aula 3\line\tab\tab Ida Monti, Ugo Sarti\par "
    r"10.30\tab (90')\tab{\b Sessione 1: Arnie in citt\'e0} \'96 Sala Acacia\line\tab\tab{\i Modera: Ezio Prati}\par "
    r"10.30\tab (30')\tab Tetti che ronzano. Nora Belli (Asti)\par "
    r"11.00\tab (30')\tab Chi paga i danni? Dott.ssa Rita Ferri\par "
    r"11.30\tab (30')\tab {\strike Sciami sul tram}. Aldo Conti (Lodi) [NON SI TIENE]\par}"
)
TYPED = """Jeudi 14 mai

9h00 (30 min)  Ouverture — Salle Verte
               Luc Morel
9h30 (45 min)  Les haies qui reviennent — Salle Verte
               Ana Petit
10h30 | 60 min | Atelier : greffer un pommier — Serre
               Jo Blanc
"""


def _sessions(tmp_path: Path, name: str, text: str) -> dict[str, Session]:
    (tmp_path / name).write_text(text)
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    return {one.title: one for one in read_path(tmp_path).agenda.sessions}


def _told(session: Session) -> tuple[str, str, str | None, list[str]]:
    assert session.start is not None and session.end is not None
    people = [person.name for person in session.speakers]
    return f"{session.start:%H:%M}", f"{session.end:%H:%M}", session.room, people


def test_a_length_at_a_tab_behind_the_start_gives_the_end_and_is_no_title(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "programma.rtf", RICH)
    assert _told(found["Saluti del sindaco"]) == ("09:15", "09:35", "Sala Acacia", ["Bruna Celli"])
    assert _told(found["Laboratorio: il miele al microscopio"])[1:] == ("10:25", "Aula 3", ["Ida Monti", "Ugo Sarti"])
    assert _told(found["Tetti che ronzano"])[1:] == ("11:00", "Sala Acacia", ["Nora Belli"])
    assert _told(found["Chi paga i danni?"])[3] == ["Dott.ssa Rita Ferri"]


def test_a_struck_title_with_its_speaker_behind_a_stop_is_cancelled(tmp_path: Path) -> None:
    assert _sessions(tmp_path, "programma.rtf", RICH)["Sciami sul tram"].status == "cancelled"


def test_a_length_in_the_line_of_a_plain_text_gives_the_end(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "programme.txt", TYPED)
    assert _told(found["Ouverture"]) == ("09:00", "09:30", "Salle Verte", ["Luc Morel"])
    assert _told(found["Les haies qui reviennent"])[:2] == ("09:30", "10:15")
    assert _told(next(one for title, one in found.items() if "greffer" in title))[:2] == ("10:30", "11:30")


def test_words_that_a_title_may_end_with_cancel_in_brackets_only() -> None:
    assert is_cancelled("Moules et marées [n’aura pas lieu]")
    assert not is_cancelled("La guerre du sel n’aura pas lieu")
