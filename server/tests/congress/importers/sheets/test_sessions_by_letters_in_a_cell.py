"""Tables of offices whose cells list sessions held at once by letters, and whose wide rows head blocks of talks."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from support.papers import docx, paragraph

FACTS = Facts(id="invented", timezone="Europe/Vienna", start_date=day("2027-05-20"), end_date=day("2027-05-21"))


def cell(text: str, wide: int = 1) -> str:
    spans = f'<w:tcPr><w:gridSpan w:val="{wide}"/></w:tcPr>' if wide > 1 else ""
    return f"<w:tc>{spans}{''.join(map(paragraph, text.split('~')))}</w:tc>"


def office(day_told: str, rows: list[list[str]]) -> bytes:
    width = max(map(len, rows))
    made = ""
    for row in rows:
        made += f"<w:tr>{''.join(cell(text, width if len(row) == 1 else 1) for text in row)}</w:tr>"
    return docx(f"{paragraph(day_told, 'Heading2')}<w:tbl>{made}</w:tbl>")


def read(raw: bytes) -> dict[str, Session]:
    return {one.title: one for one in read_tables([Document("programm.docx", raw)], FACTS).agenda.sessions}


def test_a_wide_row_with_who_chairs_and_where_heads_the_block_below_it() -> None:
    rows = [
        ["Zeit", "Programm", "Ort"],
        ["Teil I: Straßen der Römer~Vorsitz: Dr. Uta Brandl – Kleiner Saal"],
        ["09.00–09.40 Uhr", "Meilensteine im Lavanttal~Mag.a Eva Kern, Museum Wolfsberg", "Kleiner Saal"],
        ["09.40–10.20 Uhr", "Brücken und Furten~HR Dr. Jan Pichler, Landesmuseum", "Kleiner Saal"],
        ["10.20 Uhr", "Kaffeepause", "Foyer"],
        ["10.45–11.15 Uhr", "Wer zahlte den Zoll?~Jan Pichler, Landesmuseum", "Kleiner Saal"],
    ]
    found = read(office("Donnerstag, 20. Mai 2027", rows))
    block = found["Teil I: Straßen der Römer"]
    assert (f"{block.start:%H:%M}", block.room) == ("09:00", "Kleiner Saal")
    assert [one.name for one in block.chairs] == ["Dr. Uta Brandl"]
    assert found["Meilensteine im Lavanttal"].speakers[0].affiliation == "Museum Wolfsberg"
    assert found["Brücken und Furten"].speakers[0].id == found["Wer zahlte den Zoll?"].speakers[0].id


def test_workshops_by_letters_with_their_rooms_by_letters() -> None:
    rows = [
        ["Heure", "Programme", "Lieu"],
        ["9h00 – 9h45", "Le pain au Moyen Âge~Zoé Lebrun", "Grange"],
        ["10h00 – 11h30", "Ateliers en parallèle~Atelier A : Pétrir~Animation : Hugo Marin~Atelier B : Moudre~"
         "Animation : Inès Colin", "A : Salle 4, B : Moulin"],
        ["14h00 – 15h00", "1) Four à bois : une visite~Léa Petit~2) Levains du monde~Marc Roux", "Cour~Salle 4"],
        ["15h30 – 16h00", "Clôture~Zoé Lebrun", "Grange"],
    ]  # fmt: skip
    found = read(office("Jeudi 20 mai 2027", rows))
    told = [(one.title, one.room, [person.name for person in one.speakers]) for one in found.values()]
    assert told[1:5] == [
        ("Atelier A : Pétrir", "Salle 4", ["Hugo Marin"]),
        ("Atelier B : Moudre", "Moulin", ["Inès Colin"]),
        ("1) Four à bois : une visite", "Cour", ["Léa Petit"]),
        ("2) Levains du monde", "Salle 4", ["Marc Roux"]),
    ]
    assert {f"{found[title].start:%H:%M}" for title, _, _ in told[1:3]} == {"10:00"}


def test_talks_by_number_in_one_room_stay_in_their_session() -> None:
    rows = [
        ["Time", "Programme", "Place"],
        ["9:00 – 9:30", "Welcome~Ada Orr", "Blue Room"],
        ["9:30 – 11:00", "Peat and people~Talk 1: Cutting turf~Talk 2: Draining fens", "Blue Room"],
        ["11:00 – 12:00", "Walk to the bog~Bo Lie", "Gate"],
    ]
    found = read(office("Thursday 20 May 2027", rows))
    assert "Talk 1: Cutting turf" not in {title for title, one in found.items() if f"{one.end:%H:%M}" == "11:00"}
    assert any(title.startswith("Peat and people") for title in found)
