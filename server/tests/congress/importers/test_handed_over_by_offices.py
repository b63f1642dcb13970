"""Programmes as offices hand them over: exports whose files name each other, mail merges, two languages, footnotes.

All of them are invented.
"""

import io
import json
from zoneinfo import ZoneInfo

import openpyxl
import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session
from support.papers import docx, paragraph, table

ZONE = ZoneInfo("Europe/Rome")
Told = tuple[str, str, str | None, list[str], list[str]]


def agenda(*files: tuple[str, str | bytes], languages: tuple[str, ...] = ("it",)) -> Agenda:
    facts = Facts(
        id="office",
        name="Office",
        timezone=ZONE.key,
        start_date=day("2027-05-06"),
        end_date=day("2027-05-07"),
        languages=languages,
    )
    return read_tables(
        [Document(name, raw.encode() if isinstance(raw, str) else raw) for name, raw in files], facts
    ).agenda


def told(session: Session) -> Told:
    """Return when, where, who speaks and who chairs."""
    start, end = (f"{at.astimezone(ZONE):%d %H:%M}" if at else "" for at in (session.start, session.end))
    names = ([one.name for one in people] for people in (session.speakers, session.chairs))
    return (start, end[3:], session.room, *names)


def by_title(found: Agenda) -> dict[str, Told]:
    return {session.title: told(session) for session in found.sessions}


def sheets(**rows: list[list[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, lines in rows.items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def test_talks_that_name_their_session_by_its_code_are_its_parts_one_after_the_other() -> None:
    found = agenda(
        ("communications.csv", "num;code_session;titre;orateur;ordre;duree_min\n1;S1;Le tapis coupable;P2;1;30\n"
         "2;S1;Marcher sur un fil;P3;2;30\n3;S2;Peser sans balance;P2;1;45\n"),
        ("personnes.csv", "id;civilite;nom;prenom\nP1;Dr;AUBRAC;Jeanne\nP2;M.;MOREAU;Luc\nP3;Mme;SANTOS;Inès\n"),
        ("salles.csv", "id_salle;libelle;capacite\n1;Salle Mistral;80\n2;Amphi Cézanne;250\n"),
        ("sessions.csv", "code_session;intitule;jour;debut;fin;id_salle;moderateurs\n"
         "S1;Prévenir les chutes;06/05/2027;9h00;10h30;2;P1\nS2;Dénutrition : agir;06/05/2027;11h00;12h00;1;P1,P3\n"),
        languages=("fr",),
    )  # fmt: skip
    assert by_title(found) == {
        "Prévenir les chutes": ("06 09:00", "10:30", "Amphi Cézanne", [], ["Jeanne Aubrac"]),
        "Le tapis coupable": ("06 09:00", "09:30", "Amphi Cézanne", ["Luc Moreau"], []),
        "Marcher sur un fil": ("06 09:30", "10:00", "Amphi Cézanne", ["Inès Santos"], []),
        "Dénutrition : agir": ("06 11:00", "12:00", "Salle Mistral", [], ["Jeanne Aubrac", "Inès Santos"]),
        "Peser sans balance": ("06 11:00", "11:45", "Salle Mistral", ["Luc Moreau"], []),
    }
    assert {one.title: one.subtitle for one in found.sessions}["Marcher sur un fil"] == "Prévenir les chutes"


def test_a_workbook_of_ids_with_moments_of_utc_and_rooms_of_one_letter() -> None:
    found = agenda(
        (
            "export.xlsx",
            sheets(
                Sesiones=[
                    ["ID sesión", "Nombre", "Inicio (UTC)", "Fin (UTC)", "ID sala", "ID presidencia"],
                    ["SE1", "Arcillas del sur", "2027-05-06T07:30:00Z", "2027-05-06T09:00:00Z", "A", "12"],
                    ["SE2", "Hornos y fuego", "2027-05-06T09:30:00Z", "2027-05-06T10:30:00Z", "B", "10"],
                ],
                Ponencias=[
                    ["Nº", "ID sesión", "Título de la ponencia", "ID autor", "Minutos"],
                    [1, "SE1", "El barro que canta", "10", 45],
                    [2, "SE1", "Esmaltes sin plomo", "11", 45],
                    [3, "SE2", "Leña o gas", "12", 30],
                ],
                Personas=[["ID", "Apellidos", "Nombre"], ["10", "Luna Vega", "Carmen"], ["11", "Rey", "Mateo"],
                          ["12", "Otero", "Sabela"]],
                Salas=[["ID", "Sala", "Plazas"], ["A", "Patio Grande", 90], ["B", "Taller 4", 25]],
            ),
        ),
        languages=("es",),
    )  # fmt: skip
    assert by_title(found) == {
        "Arcillas del sur": ("06 09:30", "11:00", "Patio Grande", [], ["Sabela Otero"]),
        "Hornos y fuego": ("06 11:30", "12:30", "Taller 4", [], ["Carmen Luna Vega"]),
        "El barro que canta": ("06 09:30", "10:15", "Patio Grande", ["Carmen Luna Vega"], []),
        "Esmaltes sin plomo": ("06 10:15", "11:00", "Patio Grande", ["Mateo Rey"], []),
        "Leña o gas": ("06 11:30", "12:00", "Taller 4", ["Sabela Otero"], []),
    }


def test_taxonomies_of_a_site_are_lists_by_their_names() -> None:
    def post(title: str, start: str, room: int, speakers: list[int]) -> dict[str, object]:
        acf = {"starts_at": f"2027-05-06T{start}:00Z", "speakers": speakers}
        return {"title": {"rendered": title}, "session_room": [room], "session_format": [7], "acf": acf}

    posts = [
        post("Maps &amp; tides", "08:30", 3, [21]),
        post("Lost at scale", "09:30", 4, [22]),
        post("Street", "11:00", 3, [21]),
    ]
    terms = {
        "session_room": [{"id": 3, "name": "Mercator Room"}, {"id": 4, "name": "Globe Studio"}],
        "session_format": [{"id": 7, "name": "Talk"}, {"id": 8, "name": "Workshop"}],
    }
    people = [{"id": 21, "title": {"rendered": "Nora Fell"}}, {"id": 22, "title": {"rendered": "Priya Rao"}}]
    found = agenda(
        ("posts.json", json.dumps(posts)), ("terms.json", json.dumps(terms)), ("people.json", json.dumps(people))
    )
    assert by_title(found)["Maps & tides"] == ("06 10:30", "", "Mercator Room", ["Nora Fell"], [])
    assert by_title(found)["Lost at scale"] == ("06 11:30", "", "Globe Studio", ["Priya Rao"], [])


def test_people_by_key_beside_days_and_rooms_as_keys() -> None:
    plan = """dias:
  jueves 6:
    Sala Romero:
      - {hora: 9:30, dur: 45, que: "Colmenas en la ciudad", quien: [lola]}
      - {hora: 10:30, dur: 60, que: "Varroa: lo que funciona", quien: [tomas, lola]}
    Sala Tomillo:
      - {hora: 9:30, dur: 90, que: "Cata de mieles", quien: [tomas]}
"""
    people = "lola: {nombre: Lola Sanz, de: Apiurbana}\ntomas: {nombre: Tomás Ferrer, de: Universidad de Lleida}\n"
    people += "nuria: {nombre: Núria Puig, de: INIA}\n"
    found = agenda(("agenda.yml", plan), ("gente.yml", people), languages=("es",))
    assert by_title(found) == {
        "Colmenas en la ciudad": ("06 09:30", "10:15", "Sala Romero", ["Lola Sanz"], []),
        "Varroa: lo que funciona": ("06 10:30", "11:30", "Sala Romero", ["Tomás Ferrer", "Lola Sanz"], []),
        "Cata de mieles": ("06 09:30", "11:00", "Sala Tomillo", ["Tomás Ferrer"], []),
    }


@pytest.mark.parametrize("ending", [".txt", ".docx"])
def test_forms_of_a_mail_merge_are_sessions(ending: str) -> None:
    forms = [
        ("Peat and memory", "Thursday 6 May 2027, 9.30am to 10.15am", "Harbour Room", "Dr Orla Quinn, Bog Trust", ""),
        ("Weaving", "Thursday 6 May 2027, 10.30am to 12 noon", "Loft", "Sean Duffy and Mary Tuohy", "Bring scissors."),
        ("The last keeper", "Friday 7 May 2027, 2pm to 2.45pm", "Harbour Room", "Pat Lynch", "MOVED from the Loft."),
        ("Knots", "Friday 7 May 2027, 3pm to 4pm", "Loft", "Una Breen", "CANCELLED"),
    ]  # fmt: skip
    labels = ("Session title", "When", "Where", "Presenter(s)", "Note")
    if ending == ".txt":
        raw: str | bytes = "\n".join(
            "\n".join(f"{label}: {said}" for label, said in zip(labels, form, strict=True) if said) + "\n-----"
            for form in forms
        )
    else:
        raw = docx(
            paragraph("Your sessions", "Heading1")
            + paragraph("").join(table([*zip(labels, form, strict=True)]) for form in forms)
        )
    found = agenda((f"letters{ending}", raw), languages=("en",))
    assert by_title(found) == {
        "Peat and memory": ("06 09:30", "10:15", "Harbour Room", ["Dr Orla Quinn"], []),
        "Weaving": ("06 10:30", "12:00", "Loft", ["Sean Duffy", "Mary Tuohy"], []),
        "The last keeper": ("07 14:00", "14:45", "Harbour Room", ["Pat Lynch"], []),
        "Knots": ("07 15:00", "16:00", "Loft", ["Una Breen"], []),
    }
    assert [one.status for one in found.sessions] == ["scheduled", "scheduled", "moved", "cancelled"]


def test_letters_with_labels_that_tell_no_programme_are_none() -> None:
    letters = "\n".join(
        f"To: Guest {n}\nSubject: Thanks\nDate: 6 May 2027\nBest wishes from us all\n" for n in range(5)
    )
    with pytest.raises(Exception, match="holds no sessions"):
        agenda(("letters.txt", letters))


def test_two_languages_in_one_cell_are_one_programme_in_the_first() -> None:
    rows: list[list[object]] = [
        ["Bergwald – Programm / Programma", None, None, None],
        ["Uhrzeit / Orario", "Titel / Titolo", "Vortragende / Relatori", "Raum / Sala"],
        ["9.00 – 9.15", "Begrüßung / Saluti", "Maria Thaler", "Saal A / Sala A"],
        ["9.15 – 10.00", "Der Borkenkäfer\nIl bostrico", "Hans Gruber", "Saal A / Sala A"],
        ["10.00 – 10.30", "Kaffeepause / Pausa caffè", None, "Foyer"],
        ["10.30 – 12.00", "Abgesagt / Annullato: Wölfe am Waldrand", "Eva Pichler", "Saal B / Sala B"],
    ]
    facts = Facts(id="x", timezone=ZONE.key, start_date=day("2027-05-06"), languages=("de", "it"))
    found = read_tables([Document("p.xlsx", sheets(Donnerstag=rows))], facts).agenda
    by = {one.title: one for one in found.sessions}
    assert [*by] == ["Begrüßung", "Der Borkenkäfer", "Kaffeepause", "Wölfe am Waldrand"]
    assert (by["Der Borkenkäfer"].subtitle, by["Der Borkenkäfer"].room) == ("Il bostrico", "Saal A")
    assert by["Wölfe am Waldrand"].status == "cancelled"
    assert [(room.name, room.aliases) for room in found.rooms] == [
        ("Saal A", ("Sala A",)),
        ("Foyer", ()),
        ("Saal B", ("Sala B",)),
    ]


def test_footnotes_tell_what_changed() -> None:
    rows = [
        ["ORA", "ATTIVITÀ", "RELATORE", "AULA"],
        ["ore 9.30", "Il suolo che respira", "Ugo Ferro", "Aula Magna"],
        ["ore 10.15", "Potare in un clima che cambia*", "Marta Siri", "Aula 2"],
        ["ore 11.00", "Droni in vigna**", "Carlo Testa", "Aula 2"],
        ["ore 12.00", "Il vigneto domani***", "Luca Bo", "Aula 2"],
    ]
    notes = "* spostato dall'Aula Magna", "** annullato", "*** in lingua inglese"
    body = paragraph("Giovedì 6 maggio 2027", "Heading1") + table(rows) + "".join(map(paragraph, notes))
    found = {one.title: one for one in agenda(("programma.docx", docx(body))).sessions}
    assert found["Potare in un clima che cambia"].status == "moved"
    assert found["Potare in un clima che cambia"].previous_room == "Aula Magna"
    assert found["Droni in vigna"].status == "cancelled"
    assert (found["Il vigneto domani"].status, found["Il vigneto domani"].abstract) == (
        "scheduled",
        "in lingua inglese",
    )


@pytest.mark.parametrize(
    ("language", "header", "moved", "cancelled"),
    [
        ("it", "Giorno;Ora;Titolo;Sala", "* spostato dalla Sala Due", "** annullato"),
        ("de", "Tag;Zeit;Titel;Raum", "¹ verlegt aus Sala Due", "² entfällt"),
        ("fr", "Jour;Heure;Titre;Salle", "* déplacé de la Sala Due", "*** annulé"),
        ("en", "Day;Time;Title;Room", "† moved from Sala Due", "‡ cancelled"),
        ("es", "Día;Hora;Título;Sala", "(1) trasladado desde Sala Due", "(2) cancelado"),
    ],
)
@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".md"])
def test_footnotes_below_any_list(ending: str, language: str, header: str, moved: str, cancelled: str) -> None:
    first, second = (
        f"({sign[0]})" if sign[0].isdecimal() else sign for sign in (moved.split()[0], cancelled.split()[0])
    )
    cells = [
        header.split(";"),
        ["6.5.2027", "9:00", f"Vele e venti{first}", "Sala Uno"],
        ["6.5.2027", "10:00", f"Cime e nodi {second}", "Sala Uno"],
        ["6.5.2027", "11:00", "La bussola", "Sala Uno"],
        ["6.5.2027", "12:00", "Il sestante", "Sala Uno"],
    ]
    notes = [[moved], [cancelled]]
    raw: str | bytes = "\n".join(";".join(row) for row in [*cells, *notes])
    if ending == ".xlsx":
        raw = sheets(Plan=[*cells, *notes])
    elif ending == ".md":
        lines = [f"| {' | '.join(row)} |" for row in cells]
        below = [note.replace("*", "\\*") for note in (moved, cancelled)]
        raw = "\n".join([lines[0], "|---|---|---|---|", *lines[1:], "", below[0], "", below[1]])
    found = agenda((f"p{ending}", raw), languages=(language,))
    by = {one.title: one for one in found.sessions}
    assert [*by] == ["Vele e venti", "Cime e nodi", "La bussola", "Il sestante"]
    assert [one.status for one in by.values()] == ["moved", "cancelled", "scheduled", "scheduled"]
    assert by["Vele e venti"].previous_room == "Sala Due"


def test_papers_inside_of_a_session_take_their_minutes_and_follow_each_other() -> None:
    papers = [
        {"titolo": "Traccianti colorati", "autori": ["Ivo Sartor", "Lea Zini"], "durata": 30},
        {"titolo": "Una piena improvvisa", "autori": ["Dino Marz"], "durata": 45},
    ]
    session = {"titolo": "Acque sotterranee", "data": "2027-05-06", "inizio": "09:00", "fine": "10:30"}
    other = {"titolo": "Discesa guidata", "data": "2027-05-07", "inizio": "15:00", "fine": "17:00"}
    told_in = {"sessioni": [session | {"interventi": papers}, other | {"interventi": []}]}
    found = by_title(agenda(("export.json", json.dumps(told_in))))
    assert found["Traccianti colorati"][:2] == ("06 09:00", "09:30")
    assert found["Una piena improvvisa"][:2] == ("06 09:30", "10:15")


def test_what_mostly_stands_last_in_lines_is_where_they_are_held() -> None:
    lines = """# Viñas viejas

## Jueves 6 de mayo

- **9:30–10:15** Cepas de cien años — *Rosa Ferrán* (Bodega El Alto) · Sala Noble
- **10:30–11:30** Mesa redonda: ¿conservar? — modera *Blas Mena*; con *Rosa Ferrán* y *Aitor Lasa* · Sala Noble
- **12:00–13:00** Poda en vaso — *Aitor Lasa* · Viñedo
- **15:00–15:45** Suelos de pizarra — *Lía Prats* · Sala Noble
"""
    found = by_title(agenda(("programa.md", lines), languages=("es",)))
    assert found["Poda en vaso"] == ("06 12:00", "13:00", "Viñedo", ["Aitor Lasa"], [])
    table = found["Mesa redonda: ¿conservar?"]
    assert table == ("06 10:30", "11:30", "Sala Noble", ["Rosa Ferrán", "Aitor Lasa"], ["Blas Mena"])
