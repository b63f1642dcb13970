"""Documents of an office in sentences: the usual room told once, others in brackets, changes in words. All invented."""

import json
from pathlib import Path

import pytest

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session
from support.papers import docx

EVENT = {"id": "torf", "name": "Torf", "timezone": "Europe/Rome", "start_date": "2027-05-07", "end_date": "2027-05-07"}
ITALIAN = (
    "Venerdì 7 maggio",
    "Salvo diversa indicazione, gli incontri si tengono nell’Aula Vespucci. I pasti sono serviti in mensa.",
    ["9.00–9.30: Apertura. Di Ada Lodi (sindaca, Comune di Argine) e Ugo Remi."],
    ["9.30–11.00: ", "sessione ", "Torba e memoria. Presiede: Rita Porto."],
    "- 9.30 – Che cosa resta di una torbiera? di Pia Renzi (Museo Nord).",
    "- 10.15 – Carte d’acqua, di Ivo Serra (Lodi).",
    ["14.00–15.00: Laboratorio D – Scavare adagio", " (Sala Pioppi). Con Lia Onda."],
    ["14.00–15.00: Filare la torba", " (Corte Vecchia). Con Eva Mori. Nota: questo laboratorio è spostato alle 16.00."],
    ["15.30–16.00: Passi leggeri", " (Sala Ontano). Guida: Leo Conti."],
)
GERMAN = (
    "Freitag, 7. Mai",
    "Sofern nicht anders angegeben, finden alle Vorträge in der Aula Vespucci statt. Gegessen wird in der Mensa.",
    ["9.00–9.30 Uhr: Eröffnung. Von Ada Lodi (Bürgermeisterin, Gemeinde Argen) und Ugo Remi."],
    ["9.30–11.00 Uhr: Torf und Erinnerung. Moderation: Rita Porto."],
    "- 9.30 – Was bleibt von einem Moor? von Pia Renzi (Museum Nord).",
    "- 10.15 – Karten aus Wasser, von Ivo Serra (Lohne).",
    ["14.00–15.00 Uhr: Werkstatt D – Leise graben", " (Saal Pappel). Mit Lia Onda."],
    [
        "14.00–15.00 Uhr: Torf spinnen",
        " (Alter Hof). Mit Eva Mori. Achtung: dieser Kurs wurde auf 16.00 Uhr verschoben.",
    ],
    ["15.30–16.00 Uhr: Leichte Schritte", " (Saal Erle). Mit Leo Conti."],
)


def written(lines: tuple[str | list[str], ...]) -> bytes:
    """Return a document: a heading, plain paragraphs and items, and of a list its first and third runs in bold."""
    body = f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>{lines[0]}</w:t></w:r></w:p>'
    for line in lines[1:]:
        runs = [line] if isinstance(line, str) else line
        said = ""
        for at, run in enumerate(runs):
            bold = "<w:rPr><w:b/></w:rPr>" if len(runs) > 1 and at % 2 == 0 else ""
            said += f'<w:r>{bold}<w:t xml:space="preserve">{run}</w:t></w:r>'
        body += f"<w:p>{said}</w:p>"
    return docx(body)


def told(one: Session) -> tuple[str, str, str | None, list[str]]:
    start, end = (f"{at:%H:%M}" if at else "" for at in (one.start, one.end))
    return start, end, one.room, [person.name for person in one.speakers]


@pytest.mark.parametrize(
    ("lines", "titles", "rooms"),
    [
        (
            ITALIAN,
            [
                "Apertura",
                "Torba e memoria",
                "Che cosa resta di una torbiera?",
                "Carte d’acqua",
                "Laboratorio D – Scavare adagio",
                "Filare la torba",
                "Passi leggeri",
            ],
            ["Sala Pioppi", "Corte Vecchia", "Sala Ontano"],
        ),
        (
            GERMAN,
            [
                "Eröffnung",
                "Torf und Erinnerung",
                "Was bleibt von einem Moor?",
                "Karten aus Wasser",
                "Werkstatt D – Leise graben",
                "Torf spinnen",
                "Leichte Schritte",
            ],
            ["Saal Pappel", "Alter Hof", "Saal Erle"],
        ),
    ],
)
def test_a_programme_in_sentences(
    tmp_path: Path, lines: tuple[str | list[str]], titles: list[str], rooms: list[str]
) -> None:
    (tmp_path / "event.json").write_text(json.dumps(EVENT))
    (tmp_path / "programma.docx").write_bytes(written(lines))
    found = {one.title: one for one in read_path(tmp_path).agenda.sessions}
    assert {title: told(one) for title, one in found.items()} == {
        titles[0]: ("09:00", "09:30", "Aula Vespucci", ["Ada Lodi", "Ugo Remi"]),
        titles[1]: ("09:30", "11:00", "Aula Vespucci", []),
        titles[2]: ("09:30", "10:15", "Aula Vespucci", ["Pia Renzi"]),
        titles[3]: ("10:15", "11:00", "Aula Vespucci", ["Ivo Serra"]),
        titles[4]: ("14:00", "15:00", rooms[0], ["Lia Onda"]),
        titles[5]: ("16:00", "17:00", rooms[1], ["Eva Mori"]),
        titles[6]: ("15:30", "16:00", rooms[2], ["Leo Conti"]),
    }
    assert [one.name for one in found[titles[1]].chairs] == ["Rita Porto"]
