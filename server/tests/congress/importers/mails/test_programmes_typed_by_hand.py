"""Programmes as people type them: bullets, times ahead, rooms behind the line or below it, one told once. Invented."""

import json
from pathlib import Path

from charlotte.congress.importers.folder import read_path
from charlotte.congress.model import Session
from support.harbour import agenda
from support.papers import docx, odt, paragraph

EVENT = {"id": "fen", "name": "Fen", "timezone": "Europe/Berlin", "start_date": "2027-05-06", "end_date": "2027-05-07"}
FRENCH = """# Journées des digues

Toutes les séances ont lieu dans l'auditorium Vauban, sauf indication contraire.

## Jeudi 6 mai 2027

- **9h00** Accueil café (hall)
- **9h30 – 10h15** Les digues de demain — *Anne Peyron (INRAE)*
- **11h00** Pause
- **11h30 – 12h30** Atelier : lire une crue (salle des Cartes, 12 places) — *Odile Marnier*

### Session 2 — Usages (14h – 15h30), présidée par Paul Riquet

- 14h00 Pêcher sur la digue — *Inès Barthe*
- 14h30 Marcher sur la digue — *Yann Le Goff*
- 15h00 ~~Dormir sur la digue — *Marc Lelong*~~ annulé

## Vendredi 7 mai 2027

- **9h00 – 10h00** Table ronde : qui entretient ? — *Anne Peyron, Paul Riquet ; modération : Lise Aubry*
"""
SPANISH = """VI JORNADAS DE HUERTOS

Jueves 6 de mayo

09:30  Suelos que respiran
       Ponente: Marta Olmo (CSIC)
       Sala: Invernadero

10:15  Semillas sin dueño
       Ponente: Íñigo Salas
       Sala: Invernadero

11:30  Taller de injertos
       Imparten: Rosa Vidal y Joan Puig
       Sala: Patio sur
       Plazas: 15

Viernes 7 de mayo

10:00  Mesa redonda: ¿de quién es el agua?
       Intervienen: Marta Olmo, Íñigo Salas, Petra Lang
       Modera: Rosa Vidal
       Sala: Aula magna
"""
SPANISH_NEWS = """Correcciones al programa

- El taller de injertos pasa al Invernadero.
- "Semillas sin dueño" empieza a las 10:30.
- La mesa redonda del viernes a las 10:00 se adelanta a las 9:30.
"""
ENGLISH = (
    "9.00am – Registration and coffee (Foyer)",
    "9.30am – Peat and people, Ann Lee (Fen Trust) [Room 2]",
    "10.15am – A short history of ditches, Bo Ray [Room 2]",
    "10.15am – Mapping workshop, led by Cy Orr and Di Kay [Room 5]",
    "11.30am – Panel: who drains the fen? Ann Lee, Bo Ray, Eve Moss. Chair: Flo Hart [Main Hall]",
    "2.00pm to 3.30pm – Site visit [meet at the main gate]",
)
GERMAN = (
    "9:00 Uhr: Begrüßung (Uta Brand)",
    "9:15 Uhr: Torf im Topf (Eva Lohse und Kurt Wild)",
    "14:00–15:30 Uhr: Workshop Wiedervernässung (Pia Quell) – Seminarraum 1",
    "14:00–15:30 Uhr: Workshop Moose bestimmen (Ivo Marin) – Gartenhaus",
    "16:00 Uhr: Podium: Wem gehört das Moor? (Uta Brand, Jan Ott, Ida Kern; Moderation: Kurt Wild)",
    "17:00 Uhr: Exkursion ins Hohe Moor – Treffpunkt Parkplatz",
)
Told = dict[str, tuple[str, str | None, list[str]]]


def read(folder: Path, **files: str | bytes) -> dict[str, Session]:
    (folder / "event.json").write_text(json.dumps(EVENT))
    for name, raw in files.items():
        (folder / name.replace("__", ".")).write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return {one.title: one for one in read_path(folder).agenda.sessions}


def told(found: dict[str, Session]) -> Told:
    return {
        title: (f"{one.start:%d %H:%M}" if one.start else "", one.room, [person.name for person in one.speakers])
        for title, one in found.items()
    }


def test_bullets_with_a_usual_room_and_a_session_as_heading(tmp_path: Path) -> None:
    found = read(tmp_path, programme__md=FRENCH)
    room = "auditorium Vauban"
    assert told(found) == {
        "Accueil café": ("06 09:00", "hall", []),
        "Les digues de demain": ("06 09:30", room, ["Anne Peyron"]),
        "Pause": ("06 11:00", None, []),
        "Atelier : lire une crue": ("06 11:30", "salle des Cartes", ["Odile Marnier"]),
        "Session 2 — Usages": ("06 14:00", room, []),
        "Pêcher sur la digue": ("06 14:00", room, ["Inès Barthe"]),
        "Marcher sur la digue": ("06 14:30", room, ["Yann Le Goff"]),
        "Dormir sur la digue": ("06 15:00", room, ["Marc Lelong"]),
        "Table ronde : qui entretient ?": ("07 09:00", room, ["Anne Peyron", "Paul Riquet"]),
    }
    assert found["Dormir sur la digue"].status == "cancelled"
    assert "12 places" in (found["Atelier : lire une crue"].abstract or "")
    assert [one.name for one in found["Session 2 — Usages"].chairs] == ["Paul Riquet"]


def test_labels_below_titles_and_a_text_that_corrects_them(tmp_path: Path) -> None:
    found = read(tmp_path, programa__txt=SPANISH, correcciones__txt=SPANISH_NEWS)
    assert told(found) == {
        "Suelos que respiran": ("06 09:30", "Invernadero", ["Marta Olmo"]),
        "Semillas sin dueño": ("06 10:30", "Invernadero", ["Íñigo Salas"]),
        "Taller de injertos": ("06 11:30", "Invernadero", ["Rosa Vidal", "Joan Puig"]),
        "Mesa redonda: ¿de quién es el agua?": ("07 09:30", "Aula magna", ["Marta Olmo", "Íñigo Salas", "Petra Lang"]),
    }
    assert found["Taller de injertos"].previous_room == "Patio sur"


def test_rooms_in_brackets_behind_names_and_chairs(tmp_path: Path) -> None:
    paper = docx(paragraph("Thursday 6 May 2027", "Heading1") + "".join(map(paragraph, ENGLISH)))
    found = read(tmp_path, programme__docx=paper)
    assert told(found) == {
        "Registration and coffee": ("06 09:00", "Foyer", []),
        "Peat and people": ("06 09:30", "Room 2", ["Ann Lee"]),
        "A short history of ditches": ("06 10:15", "Room 2", ["Bo Ray"]),
        "Mapping workshop": ("06 10:15", "Room 5", ["Cy Orr", "Di Kay"]),
        "Panel: who drains the fen?": ("06 11:30", "Main Hall", ["Ann Lee", "Bo Ray", "Eve Moss"]),
        "Site visit": ("06 14:00", "meet at the main gate", []),
    }
    assert [one.name for one in found["Panel: who drains the fen?"].chairs] == ["Flo Hart"]


def test_rooms_behind_a_dash_and_people_in_brackets(tmp_path: Path) -> None:
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in GERMAN)
    body = (
        "<text:p>Alle Vorträge finden, sofern nicht anders vermerkt, im Großen Saal statt.</text:p>"
        '<text:h text:outline-level="2">Donnerstag, 6. Mai 2027</text:h>'
        f"<text:list>{items}</text:list>"
    )
    found = read(tmp_path, programm__odt=odt(body))
    assert told(found) == {
        "Begrüßung": ("06 09:00", "Großer Saal", ["Uta Brand"]),
        "Torf im Topf": ("06 09:15", "Großer Saal", ["Eva Lohse", "Kurt Wild"]),
        "Workshop Wiedervernässung": ("06 14:00", "Seminarraum 1", ["Pia Quell"]),
        "Workshop Moose bestimmen": ("06 14:00", "Gartenhaus", ["Ivo Marin"]),
        "Podium: Wem gehört das Moor?": ("06 16:00", "Großer Saal", ["Uta Brand", "Jan Ott", "Ida Kern"]),
        "Exkursion ins Hohe Moor": ("06 17:00", "Treffpunkt Parkplatz", []),
    }
    assert [one.name for one in found["Podium: Wem gehört das Moor?"].chairs] == ["Kurt Wild"]


BARS = (
    "9:00–9:30 | Sala Blu | Apertura dei lavori",
    "9:30–10:15 | Sala Blu | Api e alveari d’alta quota | Ada Lodi (Università di Trento)",
    "9:30–10:15 | Sala Verde | Il miele amaro | Ugo Remi",
    "10:15–10:45 | Atrio | Pausa",
    "11:00–12:00 | Corte Nuova | Smielatura dal vivo | Lia Onda",
)
BLOCKS = """FISCHTAGE

DONNERSTAG, 6. MAI

Blauer Saal
09.00-09.45  Anna Kern: Heringe im Haff
09.45-10.30  Bo Lind, Eva Ott: Netze flicken heute

Räucherkammer
09.00-10.30  Workshop: Aale räuchern (Ida Mann)
11.00-12.00  Verkostung

FREITAG, 7. MAI

Blauer Saal
09.30-10.15  Rita Hahn: Quoten und Quallen

Hafen
14.00        Ausfahrt mit der "Möwe"
"""


def test_rooms_between_bars(tmp_path: Path) -> None:
    paper = docx(paragraph("Giovedì 6 maggio 2027", "Heading1") + "".join(map(paragraph, BARS)))
    assert told(read(tmp_path, programma__docx=paper)) == {
        "Apertura dei lavori": ("06 09:00", "Sala Blu", []),
        "Api e alveari d’alta quota": ("06 09:30", "Sala Blu", ["Ada Lodi"]),
        "Il miele amaro": ("06 09:30", "Sala Verde", ["Ugo Remi"]),
        "Pausa": ("06 10:15", "Atrio", []),
        "Smielatura dal vivo": ("06 11:00", "Corte Nuova", ["Lia Onda"]),
    }


def test_rooms_above_their_lines_and_names_before_colons(tmp_path: Path) -> None:
    assert told(read(tmp_path, programm__txt=BLOCKS)) == {
        "Heringe im Haff": ("06 09:00", "Blauer Saal", ["Anna Kern"]),
        "Netze flicken heute": ("06 09:45", "Blauer Saal", ["Bo Lind", "Eva Ott"]),
        "Workshop: Aale räuchern": ("06 09:00", "Räucherkammer", ["Ida Mann"]),
        "Verkostung": ("06 11:00", "Räucherkammer", []),
        "Quoten und Quallen": ("07 09:30", "Blauer Saal", ["Rita Hahn"]),
        'Ausfahrt mit der "Möwe"': ("07 14:00", "Hafen", []),
    }


PLACES_AHEAD = """FRIDAY 7 MAY 2027

9.30 a.m., Undercroft
    Ebb and Flow in Small Harbours
    with Ada Verne (Cork)

9.30 a.m., Long Barn
    Knots: a first lesson
    with Jan Holm (Oslo)

11 a.m., Undercroft
    Who Pays For The Pier?
    with Rosa Ebner (Bonn) and Bo Ek (Lund)

11 a.m., Long Barn
    Ropes Through The Ages
    with Ana Petit (Brest)

2 p.m., Long Barn
    Annual General Meeting

3.15 p.m., Undercroft
    Lamps
    with Kurt Wild (Graz)
"""


def test_places_of_any_name_behind_the_time_are_rooms_where_they_come_again() -> None:
    found = agenda(("programme.txt", PLACES_AHEAD))
    told = {one.title: (f"{one.start:%H:%M}", one.room, [who.name for who in one.speakers]) for one in found.sessions}
    assert told == {
        "Ebb and Flow in Small Harbours": ("09:30", "Undercroft", ["Ada Verne"]),
        "Knots: a first lesson": ("09:30", "Long Barn", ["Jan Holm"]),
        "Who Pays For The Pier?": ("11:00", "Undercroft", ["Rosa Ebner", "Bo Ek"]),
        "Ropes Through The Ages": ("11:00", "Long Barn", ["Ana Petit"]),
        "Annual General Meeting": ("14:00", "Long Barn", []),
        "Lamps": ("15:15", "Undercroft", ["Kurt Wild"]),
    }


def test_a_title_on_rights_is_no_notice_of_rights() -> None:
    text = (
        "Friday 7 May 2027\n\n9.00 Welcome\nIda Quint (Sligo)\n\n9.30\nCopyright for choirs, explained\n"
        "Bo Lie (Cork)\n\n10.30 Powered descent\nEve Moss (Galway)\n\nCopyright 2027 Harbour Forum\n"
    )
    found = {one.title: one for one in agenda(("plan.txt", text)).sessions}
    assert [*found] == ["Welcome", "Copyright for choirs, explained", "Powered descent"]
    assert "Harbour Forum" not in (found["Powered descent"].abstract or "")


ITALIAN = """Care tutte,

ecco il testo definitivo.


VENERDI 7 MAGGIO
Vecchia pescheria, sala alta

ore 15.00   Saluti
            Aldo Conca
ore 15.30   Che cosa si pesca quando si scalda il
            mare
            Dr.ssa Lidia Moro
ore 21.00   Proiezione: Reti vuote
            (cinema Aurora, ingresso gratuito)


SABATO 8 MAGGIO
Vecchia pescheria. Mattina in due sale.

Sala alta, ore 9.00-10.30
Sessione I: Reti e nasse
(coordina Lidia Moro)
   9.00  Nasse di giunco
         Ugo Baldi
   9.45  Il filo che non si spezza
         Rita Coen

Sala del molo, ore 9.00-10.30
Sessione II: Barche
(coordina Aldo Conca)
   9.00  Fasciame
         Pia Renzi
   9.45  Vele al terzo
         Ivo Serra

ore 11.00-12.00   Laboratorio di nodi (Sala 2. Posti limitati)
                  Docente: Rag. Gino Valli
"""


def test_days_with_a_room_in_its_house_and_sessions_headed_by_where_and_when(tmp_path: Path) -> None:
    found = read(tmp_path, programma__txt=ITALIAN)
    assert told(found) == {
        "Saluti": ("07 15:00", "Vecchia pescheria, sala alta", ["Aldo Conca"]),
        "Che cosa si pesca quando si scalda il mare": ("07 15:30", "Vecchia pescheria, sala alta", ["Lidia Moro"]),
        "Proiezione: Reti vuote": ("07 21:00", "cinema Aurora", []),
        "Sessione I: Reti e nasse": ("08 09:00", "Sala alta", []),
        "Nasse di giunco": ("08 09:00", "Sala alta", ["Ugo Baldi"]),
        "Il filo che non si spezza": ("08 09:45", "Sala alta", ["Rita Coen"]),
        "Sessione II: Barche": ("08 09:00", "Sala del molo", []),
        "Fasciame": ("08 09:00", "Sala del molo", ["Pia Renzi"]),
        "Vele al terzo": ("08 09:45", "Sala del molo", ["Ivo Serra"]),
        "Laboratorio di nodi": ("08 11:00", "Sala 2", ["Rag. Gino Valli"]),
    }
    assert [one.name for one in found["Sessione II: Barche"].chairs] == ["Aldo Conca"]
