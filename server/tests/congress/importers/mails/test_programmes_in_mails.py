"""A programme that somebody typed into a mail, or sent with one; and one that is a folder's README. All invented."""

from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Agenda, Session
from support.papers import docx, paragraph

EVENT = '{"id": "lehm-2027", "name": "Lehm 2027", "timezone": "Europe/Rome"}'
TYPED = """Dear Ada,

this is the last one. Please print it.


FRIDAY 7 MAY
============

0845        Registration (Foyer)
0915-1000   Keynote: "Walls that breathe, walls that do not"
            Dr Rosa Ebner (Hall 1)
1000-1030   Coffee break

1030-1200   SESSION A: STRAW AND CLAY (Hall 1)
            Chair: Bo Ekdahl
   1030     Nine ways to mix a plaster in the rain - Ida Quint and
            Per Moen
   1100     What the moisture meter does not tell anybody - Giulia
            Ferri
   1130     Lime, in short - Ann Orr

1030-1200   SESSION B: OLD ROOFS (Hall 2)
            Chair: Kurt Wild
   1030     Reed from the lake - Ivo Marin
   1115     Who still splits shingles? - Rita Salis

1930        Party (meet in the car park behind the main building at
            1915 sharp)

See you,
Bo

--\x20
Bo Ekdahl
0900 Clay Society

On 2/5/2027 at 09:12, Ada Lind wrote:
> 0800   Old welcome (Hall 2)
> 0830   Old keynote (Hall 2)
> any news?
"""
TYPED_IN_GERMAN = """Liebe Ada, hier das Programm:

Freitag, 7. Mai

0900-0930 Uhr   Begrüßung (Saal 1)
0930-1015 Uhr   Wie Mauern atmen - Rosa Ebner (Saal 1)
1015-1045 Uhr   Kaffeepause
1045-1130 Uhr   Kalk, kurz gesagt - Ann Orr (Saal 2)

Am 02.05.2027 schrieb Ada Lind:
> 0800   Alte Begrüßung (Saal 2)
"""


def mail(text: str, html: str = "") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "bo@clay.example", "ada@clay.example", "Re: programme?"
    made["Date"] = datetime(2027, 5, 2, 9, tzinfo=UTC)
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def agenda(folder: Path, message: EmailMessage) -> Agenda:
    (folder / "event.json").write_text(EVENT)
    (folder / "final programme.eml").write_bytes(bytes(message))
    return read_path(folder).agenda


def told(session: Session) -> tuple[str, str, str | None, list[str]]:
    start, end = (f"{at:%d %H:%M}" if at else "" for at in (session.start, session.end))
    return start, end[3:], session.room, [one.name for one in session.speakers]


def test_what_was_typed_in_columns_is_read_and_what_is_quoted_is_not(tmp_path: Path) -> None:
    found = {one.title: one for one in agenda(tmp_path, mail(TYPED)).sessions}
    party = next(title for title in found if title.startswith("Party"))
    assert told(found.pop(party))[:2] == ("07 19:30", "")
    assert {title: told(one) for title, one in found.items()} == {
        "Registration": ("07 08:45", "09:15", "Foyer", []),
        'Keynote: "Walls that breathe, walls that do not"': ("07 09:15", "10:00", "Hall 1", ["Dr Rosa Ebner"]),
        "Coffee break": ("07 10:00", "10:30", None, []),
        "Session A: straw and clay": ("07 10:30", "12:00", "Hall 1", []),
        "Nine ways to mix a plaster in the rain": ("07 10:30", "11:00", "Hall 1", ["Ida Quint", "Per Moen"]),
        "What the moisture meter does not tell anybody": ("07 11:00", "11:30", "Hall 1", ["Giulia Ferri"]),
        "Lime, in short": ("07 11:30", "12:00", "Hall 1", ["Ann Orr"]),
        "Session B: old roofs": ("07 10:30", "12:00", "Hall 2", []),
        "Reed from the lake": ("07 10:30", "11:15", "Hall 2", ["Ivo Marin"]),
        "Who still splits shingles?": ("07 11:15", "12:00", "Hall 2", ["Rita Salis"]),
    }
    assert [one.name for one in found["Session A: straw and clay"].chairs] == ["Bo Ekdahl"]


def test_a_mail_in_another_language_and_alone(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(EVENT)
    path = tmp_path / "Lehm 2027.eml"
    path.write_bytes(bytes(mail(TYPED_IN_GERMAN)))
    assert [told(one) for one in read_path(path).agenda.sessions] == [
        ("07 09:00", "09:30", "Saal 1", []),
        ("07 09:30", "10:15", "Saal 1", ["Rosa Ebner"]),
        ("07 10:15", "10:45", None, []),
        ("07 10:45", "11:30", "Saal 2", ["Ann Orr"]),
    ]


def test_years_at_the_beginning_of_lines_are_no_clocks(tmp_path: Path) -> None:
    text = "Freitag, 7. Mai\n\n9:00 Lehm - Ann Orr\n9:30 Kalk - Ida Quint\n10:00 Stroh - Bo Lie\n\n"
    text += "1998 begann alles\n2003 in Ulm\n2011 in Graz\n2015 wieder in Ulm\n"
    assert len(agenda(tmp_path, mail(text)).sessions) == 3


def test_a_table_in_a_mail_is_read_as_a_page_without_what_it_quotes(tmp_path: Path) -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"
    table = "<table><tr><th>Ora</th><th>Titolo</th><th>Relatore</th></tr>{}</table>"
    now = table.format(row.format("9:00-9:45", "La calce", "Ann Orr") + row.format("9:45-10:30", "La paglia", "Bo Lie"))
    old = table.format(row.format("8:00-8:45", "La malta", "Ida Quint") + row.format("8:45-9:00", "Il tetto", "Al Ro"))
    page = f"<p>Venerdì 7 maggio 2027</p>{now}<blockquote type='cite'><p>Venerdì 7 maggio</p>{old}</blockquote>"
    found = agenda(tmp_path, mail("Venerdì 7 maggio 2027: vedi sotto", page))
    assert {one.title: told(one) for one in found.sessions} == {
        "La calce": ("07 09:00", "09:45", None, ["Ann Orr"]),
        "La paglia": ("07 09:45", "10:30", None, ["Bo Lie"]),
    }


def test_what_a_mail_quotes_is_read_where_only_that_is_a_programme(tmp_path: Path) -> None:
    old = ["Venerdì 7 maggio", "", "9:00 La malta - Ida Quint", "9:45 La calce - Ann Orr", "10:30 Il tetto - Bo Lie"]
    quoted = "\n".join(f"> {line}".rstrip() for line in old)
    ahead = "Ecco, come promesso. La relazione di Bo Lie è annullata.\n\nAda\n\nIl 3 marzo Al Ro ha scritto:\n"
    shown = "".join(f"<p>{line}</p>" for line in old if line)
    page = f"<p>Ecco, come promesso.</p><blockquote type='cite'>{shown}</blockquote>"
    for at, message in enumerate((mail(f"{ahead}{quoted}"), mail("", page))):
        folder = tmp_path / str(at)
        folder.mkdir()
        found = agenda(folder, message)
        assert [one.title for one in found.sessions] == ["La malta", "La calce", "Il tetto"]
        assert found.sessions[-1].status == ("scheduled" if at else "cancelled")


def test_what_is_attached_to_a_mail_is_read(tmp_path: Path) -> None:
    message = mail("Bonjour Ada, voici le programme, bien à toi")
    lines = ("9h00 – 9h45 La chaux (Ann Orr)", "9h45 – 10h30 La paille (Bo Lie)", "10h30 – 11h Pause")
    paper = docx(paragraph("Vendredi 7 mai 2027", "Heading1") + "".join(map(paragraph, lines)))
    message.add_attachment(paper, maintype="application", subtype="octet-stream", filename="programme.docx")
    assert [one.title for one in agenda(tmp_path, message).sessions] == ["La chaux", "La paille", "Pause"]


README = """# Lehm 2027

[![Licence](https://img.example/by.svg)](LICENSE)

- [Venerdì 7 maggio](#venerdì-7-maggio-2027)

## Venerdì 7 maggio 2027

### Per tutti

| Ora | Cosa | Dove |
|:---:|------|------|
| 09:00–09:30 | Registrazione | Atrio |

### Aula A

- **09:30–10:15** La calce — *Ann Orr*
- **10:30–12:00** Traccia **Intonaci** (coordina *Bo Lie*)
  - 10:30 La paglia — *Ida Quint*
  - 11:15 La malta — *Ivo Marin, Rita Salis*

## Licenza

I testi sono liberi.
"""


def test_a_readme_holds_the_programme_where_no_other_page_does(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(EVENT)
    (tmp_path / "README.md").write_text(README)
    found = {one.title: told(one) for one in read_path(tmp_path).agenda.sessions}
    assert found["Registrazione"] == ("07 09:00", "09:30", "Atrio", [])
    assert found["La calce"] == ("07 09:30", "10:15", "Aula A", ["Ann Orr"])
    assert found["La malta"] == ("07 11:15", "12:00", "Aula A", ["Ivo Marin", "Rita Salis"])


@pytest.mark.parametrize("other", ["programma.md", "programma.csv"])
def test_a_readme_beside_a_programme_is_not_read(tmp_path: Path, other: str) -> None:
    (tmp_path / "event.json").write_text(EVENT)
    (tmp_path / "README.md").write_text(README)
    lines = {
        "programma.md": "# 8 maggio 2027\n\n- 9:00 Uno — *Ann Orr*\n- 9:30 Due — *Bo Lie*\n- 10:00 Tre — *Al Ro*\n",
        "programma.csv": "inizio,titolo\n2027-05-08 9:00,Uno\n2027-05-08 9:30,Due\n2027-05-08 10:00,Tre\n",
    }
    (tmp_path / other).write_text(lines[other])
    assert [one.title for one in read_path(tmp_path).agenda.sessions] == ["Uno", "Due", "Tre"]


def nested(depth: int) -> str:
    inside = "".join(f'Content-Type: multipart/mixed; boundary="b{at}"\n\n--b{at}\n' for at in range(depth))
    return f"From: ada@example.org\n{inside}Content-Type: text/plain\n\n0900 Opening\n"


def of_parts(count: int) -> str:
    parts = "".join(f"--b\nContent-Type: text/plain\n\n0900 Talk {at}\n" for at in range(count))
    return f'From: ada@example.org\nContent-Type: multipart/mixed; boundary="b"\n\n{parts}--b--\n'


@pytest.mark.parametrize("mail", [nested(3_000), of_parts(100_000)], ids=["parts in parts", "parts without end"])
def test_a_mail_that_nobody_wrote_is_refused_at_once(tmp_path: Path, mail: str) -> None:
    (tmp_path / "event.json").write_text(EVENT)
    (tmp_path / "programme.eml").write_text(mail)
    with pytest.raises(UnreadableFile, match="too many parts"):
        read_path(tmp_path)


def test_a_plain_text_that_only_points_to_the_page_is_not_read(tmp_path: Path) -> None:
    lines = (
        "9:00 – 9:30 <b>Lime</b> (Ann Orr), Hall 1",
        "9:30 – 10:15 <b>Straw</b> (Bo Lie), Hall 2",
        "10:15 – 11:00 Tea",
    )
    page = f"<p>Dear all,</p><p><b>Friday 7 May</b></p><p>{'<br>'.join(lines)}</p><p>Best, Ida</p>"
    found = agenda(tmp_path, mail("See the HTML part.", page))
    assert [(one.title, *told(one)) for one in found.sessions] == [
        ("Lime", "07 09:00", "09:30", "Hall 1", ["Ann Orr"]),
        ("Straw", "07 09:30", "10:15", "Hall 2", ["Bo Lie"]),
        ("Tea", "07 10:15", "11:00", None, []),
    ]


CLOSINGS = (
    ("A presto a Carrara,", "Loredana Baldi", "Segreteria - tel. 0585 55 01 (lun-ven 9.00-13.00)"),
    ("Bis bald in Jena,", "Karin Vogt", "Vorstand"),
    ("À très vite à Dinan,", "Anne Petit", "06 01 02 03 04"),
    ("See you all in Ripon,", "Ann Orr", "Secretary"),
    ("Nos vemos en Lugo,", "Ana Ruiz", "Secretaría técnica"),
    ("Bien à vous et à bientôt,", "", "Anne Petit"),
)


@pytest.mark.parametrize("closing", CLOSINGS)
def test_who_signs_a_mail_speaks_nowhere(tmp_path: Path, closing: tuple[str, str, str]) -> None:
    programme = (
        "Dear all,\n\nFriday 7 May 2027\n\n9.00 Slate\nBo Lie\n\n9.45 Marble\nEve Moss\n\n10.30 Closing words\n\n"
    )
    found = {one.title: one for one in agenda(tmp_path, mail(programme + "\n".join(closing) + "\n")).sessions}
    assert [one.name for one in found["Marble"].speakers] == ["Eve Moss"]
    assert found["Closing words"].speakers == ()


def test_where_a_visit_meets_is_nobody(tmp_path: Path) -> None:
    text = (
        "Friday 7 May 2027\n\n9.00 Slate\nBo Lie\n\n10.00 Führung durch den Bruch\nTreffpunkt Haupteingang\n\n"
        "11.00 Visita alla cava\nRitrovo Porta Nord\n\n12.00 Marble\nEve Moss\n"
    )
    found = {one.title: [person.name for person in one.speakers] for one in agenda(tmp_path, mail(text)).sessions}
    assert found == {"Slate": ["Bo Lie"], "Führung durch den Bruch": [], "Visita alla cava": [], "Marble": ["Eve Moss"]}
