"""Layouts whose paragraphs tell a talk in one line, and pages that set names apart by their looks alone. Invented."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session

EVENT = {"id": "sale", "name": "Sale", "timezone": "Europe/Rome", "start_date": "2027-06-11", "end_date": "2027-06-11"}
LAYOUT = """<?xml version="1.0" encoding="UTF-8"?>
<Root><Story>
<g pstyle="Giorno">Venerdì 11 giugno</g>
<o pstyle="Orario">9.00\t–\t9.30</o><t pstyle="Titolo">Apertura delle saline</t><l pstyle="Luogo">Magazzino del Sale</l>
<o pstyle="Orario">10.00\t–\t11.30</o><t pstyle="Titolo">Sale <i>e cucina</i></t><l pstyle="Luogo">Torre San Michele</l>
<r pstyle="Riga">10.00\t<i>Conservare le acciughe</i>\tElio Zanni (Comacchio)</r>
<r pstyle="Riga">10.45\t<i>Il pane, con o senza</i>\tMaura Tosi, Ivo Gatti</r>
<o pstyle="Orario">12.00\t–\t13.00</o><t pstyle="Titolo">Laboratorio di tintura</t>
<e pstyle="Evidenza">Attenzione: trasferito al Magazzino del Sale</e><l pstyle="Luogo">Torre San Michele</l>
<o pstyle="Orario">14.00\t–\t15.00</o><t pstyle="Titolo">Gita in barca</t>
<e pstyle="Evidenza">ANNULLATA, onde troppo alte</e><l pstyle="Luogo">Molo 3</l>
<o pstyle="Orario">15.30\t–\t16.00</o><t pstyle="Titolo">Saluti</t><l pstyle="Luogo">Magazzino del Sale</l>
</Story></Root>
"""
CARD = (
    '<div class="entry"><div class="entry__time">{time}</div><div class="entry__body">{notice}'
    '<h4 class="entry__title">{title}</h4><div class="speakers">{people}</div>'
    '<div class="ort">{room}</div></div></div>'
)
PERSON = '<a class="speaker" href="#"><span class="wer">{0}</span><em>{1}</em></a>'


def _sessions(tmp_path: Path, name: str, text: str) -> dict[str, Session]:
    (tmp_path / name).write_text(text)
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    return {one.title: one for one in read_path(tmp_path).agenda.sessions}


def _people(session: Session) -> list[tuple[str, str | None]]:
    return [(person.name, person.affiliation) for person in session.speakers]


def test_a_paragraph_of_time_title_and_name_is_a_talk_of_the_session_above(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "libretto.xml", LAYOUT)
    talk = found["Conservare le acciughe"]
    assert talk.start is not None and f"{talk.start:%H:%M}" == "10:00" and talk.room == "Torre San Michele"
    assert _people(talk) == [("Elio Zanni", "Comacchio")]
    assert [name for name, _ in _people(found["Il pane, con o senza"])] == ["Maura Tosi", "Ivo Gatti"]


def test_a_style_in_which_changes_are_told_holds_remarks(tmp_path: Path) -> None:
    found = _sessions(tmp_path, "libretto.xml", LAYOUT)
    assert found["Gita in barca"].status == "cancelled"
    assert (found["Laboratorio di tintura"].status, found["Laboratorio di tintura"].room) == (
        "moved",
        "Magazzino del Sale",
    )


def test_what_somebody_is_behind_a_name_that_only_looks_set_apart(tmp_path: Path) -> None:
    two = PERSON.format("Ute Kamm", "Imkerin") + PERSON.format("Jan Mei-Chu", "aus Husum")
    cards = [
        CARD.format(
            time="9.00 – 9.30 Uhr",
            title="Grußwort",
            people=PERSON.format("Ida Brand", "vom Deichamt"),
            room="Saal 1",
            notice="",
        ),
        CARD.format(time="9.30 – 10.30 Uhr", title="Salz und Watt", people=two, room="Saal 1", notice=""),
        CARD.format(
            time="11.00 – 12.00 Uhr",
            title="Deiche von morgen",
            people=PERSON.format("Onno Feddersen", "der Landrat"),
            room="Saal 1",
            notice="<p>Hinweis: verlegt in Saal 2 und vorgezogen auf 10.45 Uhr.</p>",
        ),
        CARD.format(
            time="13.00 – 14.00 Uhr",
            title="Abschied",
            people=PERSON.format("Ida Brand", "vom Deichamt"),
            room="Saal 2",
            notice="",
        ),
    ]
    page = f"<html><body><h2>Freitag, 11. Juni 2027</h2>{''.join(cards)}</body></html>"
    found = _sessions(tmp_path, "programm.html", page)
    assert [name for name, _ in _people(found["Grußwort"])] == ["Ida Brand"]
    assert [name for name, _ in _people(found["Salz und Watt"])] == ["Ute Kamm", "Jan Mei-Chu"]
    moved = found["Deiche von morgen"]
    assert moved.start is not None and (f"{moved.start:%H:%M}", moved.room) == ("10:45", "Saal 2")
