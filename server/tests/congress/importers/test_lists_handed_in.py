"""Who speaks, told by a list of what was handed in beside a programme that tells when and where. All invented."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda
from support.papers import docx, odt, paragraph

EVENT = {"id": "schilf", "name": "Schilf", "timezone": "Europe/Rome", "start_date": "2027-05-07"}
FORM = """Informazioni cronologiche,Codice,Titolo del contributo,Autore 1,Autore 2,E-mail,Accettato
12/01/2027 9:12:31,P-01,Canne e argini,Ada Lodi,,ada@canne.example,Sì
13/01/2027 10:40:07,P-02,Cento nidi di tarabuso,Ugo Remi,Pia Renzi,ugo@canne.example,Sì
14/01/2027 22:03:55,P-03,Il tetto di paglia,Ivo Serra,,ivo@canne.example,No
15/01/2027 8:31:12,P-04,Chi taglia il canneto?,Lia Onda,,lia@canne.example,Sì
"""
SHEET = """Title;Presenter;Affiliation
Reeds and dykes;Ann Lee;Fen Trust
A hundred bittern nests;Bo Ray;University of Hull
Who cuts the reed bed?;Cy Orr;
"""


def read(folder: Path, **files: str | bytes) -> Agenda:
    (folder / "event.json").write_text(json.dumps(EVENT | {"end_date": "2027-05-07"}))
    for name, raw in files.items():
        (folder / name.replace("__", ".")).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_path(folder).agenda


def told(agenda: Agenda) -> list[tuple[str, str, str | None, list[str]]]:
    return [
        (one.title, f"{one.start:%H:%M}" if one.start else "", one.room, [person.name for person in one.speakers])
        for one in agenda.sessions
    ]


def test_talks_named_by_their_codes(tmp_path: Path) -> None:
    def line(time: str, title: str, more: str) -> str:
        return f"<text:p>{time}<text:tab/>{title}<text:line-break/>{more}</text:p>"

    talks = [
        "9.30 (20 min) [P-02] Cento nidi di tarabuso",
        "9.50 (20 min) [P-01] Canne e argini",
        "10.10 (20 min) [P-04] Chi taglia il canneto? Un confronto",
    ]
    listed = "".join(f"<text:list-item><text:p>{talk}</text:p></text:list-item>" for talk in talks)
    body = (
        '<text:h text:outline-level="2">Venerdì 7 maggio</text:h>'
        + line("9.00", "Saluti", "Sindaca Ines Moro · Luogo: Sala Airone")
        + '<text:h text:outline-level="3">Canneti e nidi</text:h>'
        + "<text:p>Dalle 9.30 alle 10.30. Luogo: Sala Airone. Modera: Rita Porto</text:p>"
        + f"<text:list>{listed}</text:list>"
        + line("11.00", "Pranzo", "Luogo: Cortile")
    )
    found = read(tmp_path, programma__odt=odt(body), risposte__csv=FORM)
    assert told(found) == [
        ("Saluti", "09:00", "Sala Airone", ["Ines Moro"]),
        ("Canneti e nidi", "09:30", "Sala Airone", []),
        ("Cento nidi di tarabuso", "09:30", "Sala Airone", ["Ugo Remi", "Pia Renzi"]),
        ("Canne e argini", "09:50", "Sala Airone", ["Ada Lodi"]),
        ("Chi taglia il canneto? Un confronto", "10:10", "Sala Airone", ["Lia Onda"]),
        ("Pranzo", "11:00", "Cortile", []),
    ]
    assert [one.name for one in found.sessions[1].chairs] == ["Rita Porto"]
    assert not any("@" in (one.abstract or "") for one in found.sessions)
    assert found.sessions[0].speakers[0].affiliation == "Sindaca"


def test_talks_named_by_their_titles(tmp_path: Path) -> None:
    lines = (
        "9.00–9.30 Reeds and dykes (Heron Room)",
        "9.30–10.00 A hundred bittern nests (Heron Room)",
        "10.00–10.30 Coffee",
        "10.30–11.00 Who cuts the reed bed? (Heron Room)",
    )
    paper = docx(paragraph("Friday 7 May 2027", "Heading1") + "".join(map(paragraph, lines)))
    found = read(tmp_path, programme__docx=paper, talks__csv=SHEET)
    assert told(found) == [
        ("Reeds and dykes", "09:00", "Heron Room", ["Ann Lee"]),
        ("A hundred bittern nests", "09:30", "Heron Room", ["Bo Ray"]),
        ("Coffee", "10:00", None, []),
        ("Who cuts the reed bed?", "10:30", "Heron Room", ["Cy Orr"]),
    ]
    assert found.sessions[0].speakers[0].affiliation == "Fen Trust"


def test_a_list_of_something_else_adds_nothing(tmp_path: Path) -> None:
    lines = ("9.00–9.30 Reeds (Ann Lee)", "9.30–10.00 Nests (Bo Ray)", "10.00–10.30 Fens (Cy Orr)")
    paper = docx(paragraph("Friday 7 May 2027", "Heading1") + "".join(map(paragraph, lines)))
    shops = (
        "Name;Address;Sells\nBakery Wright;Mill Lane 2;Bread\nDole & Son;High Street 4;Salve\nBike Hub;Quay 1;Bikes\n"
    )
    assert [one[0] for one in told(read(tmp_path, programme__docx=paper, near__csv=shops))] == [
        "Reeds",
        "Nests",
        "Fens",
    ]
