"""Paragraphs of a session whose second line says where, when and who leads, and places between title and people."""

import pytest

from support.harbour import agenda, by_title, told
from support.papers import docx, paragraph, table

PARAGRAPHS = [
    ["VENDREDI 7 MAI 2027"],
    ["9h00 Mot d’accueil", "Chapelle du Port"],
    ["Séance 1 – Bois et résines", "Chapelle du Port, de 9h20 à 10h40. Modératrice : Sylvie Garnier"],
    ["9h20 Le frêne qui plie", "Paul Mercier (Brest)"],
    ["10h00 Colles d’hier", "Aude Lemaire (Lorient)"],
    ["11h00 Visite du chantier", "Église Saint-Goustan", "Jean Arnaud"],
    ["14h00 Atelier : calfater", "Cale Vauban", "Nadia Roux"],
    ["Table des anciens", "Cale Vauban | 15h30–17h00"],
    ["15h30 Un thonier en 1950", "Yves Le Goff (Groix)"],
    ["16h15 Partir à Terre-Neuve", "Anne Kermadec (Paimpol)"],
    ["17h00 Clôture", "Cale Vauban"],
]


def _word() -> bytes:
    made = ""
    for number, lines in enumerate(PARAGRAPHS):
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if not number else ""
        runs = "<w:r><w:br/></w:r>".join(
            f"<w:r>{'<w:rPr><w:b/></w:rPr>' if not at else ''}<w:t>{line}</w:t></w:r>" for at, line in enumerate(lines)
        )
        made += f"<w:p>{style}{runs}</w:p>"
    return docx(made)


def _text() -> str:
    return "\n\n".join("\n".join(lines) for lines in PARAGRAPHS)


def _page() -> str:
    made = "".join(
        f"<p><b>{lines[0]}</b>{''.join(f'<br>{line}' for line in lines[1:])}</p>" for lines in PARAGRAPHS[1:]
    )
    return f"<html><body><h2>{PARAGRAPHS[0][0]}</h2>{made}</body></html>"


@pytest.mark.parametrize("form", ["docx", "txt", "html"])
def test_what_stands_below_a_title_says_where_and_when_its_talks_are_held(form: str) -> None:
    made: str | bytes = {"docx": _word, "txt": _text, "html": _page}[form]()
    found = by_title(agenda((f"programme.{form}", made)))
    session = found["Séance 1 – Bois et résines"]
    assert told(session)[1:] == ("07 09:20", "10:40", "Chapelle du Port", [])
    assert [who.name for who in session.chairs] == ["Sylvie Garnier"]
    assert told(found["Table des anciens"])[1:] == ("07 15:30", "17:00", "Cale Vauban", [])
    assert {title: (told(found[title])[1], *told(found[title])[3:]) for title in found if found[title].speakers} == {
        "Le frêne qui plie": ("07 09:20", "Chapelle du Port", ["Paul Mercier"]),
        "Colles d’hier": ("07 10:00", "Chapelle du Port", ["Aude Lemaire"]),
        "Visite du chantier": ("07 11:00", "Église Saint-Goustan", ["Jean Arnaud"]),
        "Atelier : calfater": ("07 14:00", "Cale Vauban", ["Nadia Roux"]),
        "Un thonier en 1950": ("07 15:30", "Cale Vauban", ["Yves Le Goff"]),
        "Partir à Terre-Neuve": ("07 16:15", "Cale Vauban", ["Anne Kermadec"]),
    }
    assert found["Mot d’accueil"].room == "Chapelle du Port"
    assert found["Clôture"].room == "Cale Vauban"


BELOW = [
    ("Deiche im Wandel", "Raum 101, 9:00 Uhr – Leitung: Eva Boll", ["9:00", "Der weiche Deich", "Jan Petersen (Kiel)"]),
    ("Krabben und Kutter", "Raum 102, 10:30 Uhr – Leitung: Ina Groth", ["10:30", "Netze", "Torben Klee (Husum)"]),
]
SECOND = [["9:40", "Wo das Schaf steht", "Ute Kahl (Emden)"], ["11:10", "Beifang", "Olga Riek (Jever)"]]


def _in_tables() -> bytes:
    made = ""
    for (title, where, first), second in zip(BELOW, SECOND, strict=True):
        bold = "<w:rPr><w:b/></w:rPr>"
        head = f"<w:r>{bold}<w:t>{title}</w:t></w:r><w:r><w:br/></w:r><w:r>{bold}<w:t>{where}</w:t></w:r>"
        made += f"<w:p>{head}</w:p>{table([first, second])}"
    return docx(paragraph("Freitag, 7. Mai 2027", "Heading1") + made)


def _in_one_paragraph() -> str:
    made = ["Freitag, 7. Mai 2027"]
    for (title, where, first), second in zip(BELOW, SECOND, strict=True):
        talks = [f"{time} {talk} – {who}" for time, talk, who in (first, second)]
        made.append("\n".join([title, where, *talks]))
    return "\n\n".join(made)


def _in_markdown() -> str:
    made = "# Deichtag\n\n## Freitag, 7. Mai 2027\n\n"
    for (title, where, first), second in zip(BELOW, SECOND, strict=True):
        made += f"**{title}**\n{where}\n\n"
        made += "".join(f"- {time} {talk} – {who}\n" for time, talk, who in (first, second)) + "\n"
    return made


@pytest.mark.parametrize("form", ["docx", "txt", "md"])
def test_talks_follow_in_a_table_in_the_paragraph_itself_or_in_a_list(form: str) -> None:
    made: str | bytes = {"docx": _in_tables, "txt": _in_one_paragraph, "md": _in_markdown}[form]()
    found = by_title(agenda((f"ablauf.{form}", made)))
    assert {title: (told(one)[1], one.room, told(one)[4]) for title, one in found.items()} == {
        "Deiche im Wandel": ("07 09:00", "Raum 101", []),
        "Der weiche Deich": ("07 09:00", "Raum 101", ["Jan Petersen"]),
        "Wo das Schaf steht": ("07 09:40", "Raum 101", ["Ute Kahl"]),
        "Krabben und Kutter": ("07 10:30", "Raum 102", []),
        "Netze": ("07 10:30", "Raum 102", ["Torben Klee"]),
        "Beifang": ("07 11:10", "Raum 102", ["Olga Riek"]),
    }
    assert [one.name for one in found["Krabben und Kutter"].chairs] == ["Ina Groth"]


HEADS = {
    "the time ahead of where and who": ("{title}", "{time} h, {room} · Presidenta: {chair}"),
    "where and when above the title": ("{room}, de {time} h", "{title}", "(Modera: {chair})"),
    "when and where above the title": ("{time} h | {room}", "{title}", "Moderación: {chair}"),
}
LED = [
    ("Bloque I: Norias y acequias", "9.15–10.45", "Sala Júcar", "Dra. Lola Pons"),
    ("Bloque II: Cántaros (arcilla, cañas, ŒIL)", "11.00–12.30", "Sala Turia", "Blas Ibarra"),
]
TALKS = [
    [("9.15", "El rumor de la noria", "Inés Gallart (Cuenca)"), ("10.00", "Acequias con nombre", "Omar Sadik (Fez)")],
    [("11.00", "Barro que respira", "Petra Vidal (Agost)"), ("11.45", "Medir sin prisa", "Hugo Lanza (Teruel)")],
]


@pytest.mark.parametrize("apart", [True, False])
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("form", ["docx", "txt"])
def test_a_head_tells_when_where_and_who_leads_below_the_title_or_around_it(form: str, head: str, apart: bool) -> None:
    paragraphs = [["Viernes, 7 de mayo de 2027"]]
    for (title, time, room, chair), talks in zip(LED, TALKS, strict=True):
        paragraphs.append([line.format(title=title, time=time, room=room, chair=chair) for line in HEADS[head]])
        lines = [[f"{at} h {talk}", who] for at, talk, who in talks]
        paragraphs += lines if apart else []
        paragraphs[-1] += [line for told in lines for line in told] if not apart else []
    made: str | bytes = "\n\n".join("\n".join(lines) for lines in paragraphs)
    if form == "docx":
        broken = ("<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in lines) for lines in paragraphs)
        made = docx("".join(f"<w:p>{runs}</w:p>" for runs in broken))
    found = by_title(agenda((f"programa.{form}", made)))
    assert {title: (*told(one)[1:4], [who.name for who in one.chairs]) for title, one in found.items()} == {
        "Bloque I: Norias y acequias": ("07 09:15", "10:45", "Sala Júcar", ["Dra. Lola Pons"]),
        "El rumor de la noria": ("07 09:15", "10:00", "Sala Júcar", []),
        "Acequias con nombre": ("07 10:00", "10:45", "Sala Júcar", []),
        "Bloque II: Cántaros (arcilla, cañas, ŒIL)": ("07 11:00", "12:30", "Sala Turia", ["Blas Ibarra"]),
        "Barro que respira": ("07 11:00", "11:45", "Sala Turia", []),
        "Medir sin prisa": ("07 11:45", "12:30", "Sala Turia", []),
    }


PIECES = {
    "when, where and who below": [["{title}"], ["{time} Uhr, {room} · Leitung: {chair}"]],
    "when, then where and who": [["{title}"], ["{time} Uhr"], ["{room} · Leitung: {chair}"]],
    "where and when above": [["{room}, {time} Uhr"], ["{title}"], ["Leitung: {chair}"]],
    "all in one line": [["{title} ({time} Uhr, {room}; Leitung: {chair})"]],
    "in brackets below": [["{title}", "({room}, {time} Uhr, Leitung {chair})"]],
}
SECTIONS = [
    ("Sektion Wasser", "9.15–10.45", "Großer Saal", "Dr. Lola Pons", "9.15", "Das Rad am Fluss", "10.00", "Wehre"),
    ("Sektion Luft", "11.00–12.30", "Speicher", "Blas Ibarra", "11.00", "Wind im Rohr", "11.45", "Messen ohne Eile"),
]


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("pieces", PIECES)
def test_a_head_may_stand_in_paragraphs_of_their_own_that_nothing_sets_apart(pieces: str, form: str) -> None:
    said = [["Freitag, 7. Mai 2027"]]
    for title, time, room, chair, *talks in SECTIONS:
        told_so = {"title": title, "time": time, "room": f"Raum {room}" if room == "Speicher" else room, "chair": chair}
        said += [[line.format(**told_so) for line in lines] for lines in PIECES[pieces]]
        said += [[f"{at} Uhr {talk}", "Ute Kahl (Ulm)"] for at, talk in zip(talks[::2], talks[1::2], strict=True)]
    made: str | bytes = "\n\n".join("\n".join(lines) for lines in said)
    if form == "docx":
        broken = ("<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in lines) for lines in said)
        made = docx("".join(f"<w:p>{runs}</w:p>" for runs in broken))
    found = by_title(agenda((f"ablauf.{form}", made)))
    assert {title: (*told(one)[1:4], [who.name for who in one.chairs]) for title, one in found.items()} == {
        "Sektion Wasser": ("07 09:15", "10:45", "Großer Saal", ["Dr. Lola Pons"]),
        "Das Rad am Fluss": ("07 09:15", "10:00", "Großer Saal", []),
        "Wehre": ("07 10:00", "10:45", "Großer Saal", []),
        "Sektion Luft": ("07 11:00", "12:30", "Raum Speicher", ["Blas Ibarra"]),
        "Wind im Rohr": ("07 11:00", "11:45", "Raum Speicher", []),
        "Messen ohne Eile": ("07 11:45", "12:30", "Raum Speicher", []),
    }
