"""Exports whose talks name or stand in their session: by its id, in its description, in rows that repeat it."""

import json

from charlotte.congress.model import Session
from support.workbooks import agenda, people, told, workbook


def held(name: str, content: object) -> dict[str, Session]:
    raw = content if isinstance(content, str | bytes) else json.dumps(content)
    return {one.title: one for one in agenda((name, raw)).sessions}


def test_talks_name_their_session_by_its_id_in_any_order_and_are_held_where_it_is() -> None:
    rows = [
        ("SES19", "SES10", "Broadband on wheels", "", "", "", "Tom Lind"),
        ("SES10", "", "Small and rural", "3/5/2027 10:00 AM", "3/5/2027 11:00 AM", "Juneau", ""),
        ("SES18", "SES10", "One librarian for nine towns", "", "", "", "Abby Kern"),
        ("SES11", "", "Coffee break", "3/5/2027 11:00 AM", "3/5/2027 11:30 AM", "Atrium", ""),
        ("SES12", "", "Cataloguing", "3/5/2027 11:30 AM", "3/5/2027 12:30 PM", "Gilman", ""),
        ("SES21", "SES12", "Subject headings in practice", "", "", "", "Mona Bapt"),
        ("SES22", "SES12", "Moving records", "", "", "", "Erik Sand"),
    ]
    lines = ["Code,Goes into,Session Name,Starts,Ends,Location,Speakers", *map(",".join, rows)]
    found = held("export.csv", "\n".join(lines))
    assert told(found["Broadband on wheels"]) == ("05 10:00", "11:00", "Juneau")
    assert found["One librarian for nine towns"].subtitle == "Small and rural"


def test_a_calendar_lists_talks_and_who_chairs_in_its_descriptions() -> None:
    def event(title: str, start: str, end: str, text: str | None = None) -> dict[str, object]:
        day = "2027-03-05T{}:00+01:00"
        return {
            "kind": "calendar#event", "id": title[:4], "created": "2027-01-22T09:14:22.000Z", "summary": title,
            "updated": "2027-02-22T09:14:22.000Z", "description": text, "location": "Sala Depero",
            "start": {"dateTime": day.format(start)}, "end": {"dateTime": day.format(end)},
        }  # fmt: skip

    clocked = "<b>Modera:</b> Ada Lodi<br>09.30 – La mappa (Carlo Merlo)<br>10.00 – Il negozio in valle (Ester Valli)"
    listed = "<b>Modera:</b> Pia Renzi<ul><li>Case in quota – Silvia Manni</li><li>Il cammino – Tullio Bonaz</li></ul>"
    items = [
        event("Comunità", "09:30", "11:00", clocked),
        event("Abitare", "11:00", "12:30", listed),
        event("Saluti", "09:00", "09:30", "Con: Giulia Zanel"),
    ]
    found = held("events.json", {"kind": "calendar#events", "items": items})
    assert told(found["Comunità"]) == ("05 09:30", "11:00", "Sala Depero")
    assert people(found["Comunità"]) == ([], ["Ada Lodi"])
    assert told(found["Il negozio in valle"]) == ("05 10:00", "11:00", "Sala Depero")
    assert people(found["Case in quota"]) == (["Silvia Manni"], [])
    assert people(found["Saluti"])[0] == ["Giulia Zanel"]


def test_posts_of_a_site_are_held_on_their_own_day_and_not_when_they_were_published() -> None:
    def post(number: int, title: str, start: str, **more: object) -> dict[str, object]:
        own = {"fecha": "20270305", "hora_inicio": start, "hora_fin": "12:30", "ponentes": False, "sesion_padre": False}
        return {
            "id": number, "date": f"2027-01-1{number}T11:24:11", "modified": "2027-02-02T10:00:00",
            "slug": f"s{number}", "status": "publish", "type": "sesion", "link": f"https://dolor.example/{number}/",
            "title": {"rendered": title}, "acf": own | more,
        }  # fmt: skip

    posts = [
        post(1, "Mesa: dolor crónico", "11:00"),
        post(2, "Opioides", "11:00", sesion_padre=1, ponentes="Hugo Valer"),
        post(3, "Fibromialgia", "11:30", sesion_padre=1, ponentes="Carmen Solar"),
    ]
    found = held("wp-json-sesiones.json", posts)
    assert told(found["Fibromialgia"])[0] == "05 11:30"
    assert found["Opioides"].subtitle == "Mesa: dolor crónico"
    assert people(found["Mesa: dolor crónico"]) == ([], [])


def test_one_speaker_of_a_talk_is_a_list_of_one_where_others_have_two() -> None:
    def named(tag: str, first: str, last: str) -> str:
        return f"<{tag}><vorname>{first}</vorname><nachname>{last}</nachname></{tag}>"

    xml = f"""<kongress><tag datum="05.03.2027"><sitzung beginn="09:00" ende="10:00"><titel>Atmung</titel>
        <saal>Saal Rhein</saal>{named("vorsitz", "Anna", "Kirch")}{named("vorsitz", "Stefan", "Rad")}<vortraege>
        <vortrag beginn="09:00"><titel>Surfactant ohne Rohr</titel>{named("referent", "Milena", "Horv")}</vortrag>
        <vortrag beginn="09:30"><titel>Koffein im Alltag</titel>{named("referent", "Jan", "Ohl")}</vortrag></vortraege>
        </sitzung><sitzung beginn="10:00" ende="11:00"><titel>Podium</titel><saal>Saal Rhein</saal>
        {named("referent", "Ute", "Faber")}{named("referent", "Wim", "Beck")}</sitzung></tag></kongress>"""
    found = held("programm.xml", xml)
    assert people(found["Surfactant ohne Rohr"]) == (["Milena Horv"], [])
    assert people(found["Podium"]) == (["Ute Faber", "Wim Beck"], [])


def test_rows_repeat_their_session_and_have_their_own_hours() -> None:
    head = "Séance;Date;Début séance;Fin séance;Salle;Président(s) de séance;Heure;Titre de la communication;Orateur"
    lines = [
        ";".join(cells)
        for cells in (
            ("Pause", "05/03/27", "10h15", "10h45", "Hall", "", "", "", ""),
            ("S1 – Terre", "05/03/27", "10h45", "11h25", "Amphi", "Marc Tessier", "10h45", "Le chanvre", "Julie Marc"),
            ("S1 – Terre", "05/03/27", "10h45", "11h25", "Amphi", "Marc Tessier", "11h05", "Le mycélium", "Léa Riche"),
            ("Pause", "05/03/27", "15h15", "15h45", "Hall", "", "", "", ""),
        )
    ]
    found = held("prog.csv", "\n".join([head, *lines]))
    assert told(found["S1 – Terre"]) == ("05 10:45", "11:25", "Amphi")
    assert people(found["S1 – Terre"]) == ([], ["Marc Tessier"])
    assert told(found["Le mycélium"]) == ("05 11:05", "11:25", "Amphi")
    assert people(found["Le chanvre"]) == (["Julie Marc"], [])


def test_a_remark_that_is_younger_than_the_hours_moves_a_session() -> None:
    lines = [
        "Data,Inizio,Fine,Titolo,Sala,Relatore,Note",
        "2027-03-05,15:30,16:30,Git oltre il commit,Aula 1,Noemi Barb,Posticipato: dalle 16.30 alle 17.30",
        "2027-03-05,14:00,15:00,Tastiere,Aula 1,Ivan Tosi,",
    ]
    git = held("programma.csv", "\n".join(lines))["Git oltre il commit"]
    assert (told(git), git.status) == (("05 16:30", "17:30", "Aula 1"), "moved")


def test_talks_are_items_in_the_cell_of_their_session() -> None:
    talks = "- Gefahrenkarten lesen (Malte Siev)\n- Objektschutz (Karin Ober)"
    block = f"Block A: Starkregen\nModeration: Dr. Ute Kess\n{talks}"
    rows = [
        ["Zeit", "Großer Saal", "Raum Elbe"],
        ["11:00–12:30", block, "Workshop Modelle\nSven Matt"],
        ["13:00–14:00", "Schluss"],
    ]
    sheet = workbook({"Fr 05.03.": [["Freitag, 5. März 2027"], *rows]})
    found = {one.title: one for one in agenda(("plan.xlsx", sheet)).sessions}
    assert people(found["Block A: Starkregen"]) == ([], ["Dr. Ute Kess"])
    assert people(found["Objektschutz"]) == (["Karin Ober"], [])
    assert told(found["Gefahrenkarten lesen"])[2] == "Großer Saal"


def test_the_line_above_each_sheet_names_its_room() -> None:
    def sheet(room: str, title: str) -> list[list[str]]:
        return [
            [f"Colloque « Archives » – Aix – {room}"],
            ["Jour", "Horaire", "Titre"],
            ["5 mars 2027", "9h–10h", title],
        ]

    sheets = {"S2": sheet("Salle 2", "Numériser"), "PAF": sheet("Salle Paul Février", "Écouter")}
    found = {one.title: one.room for one in agenda(("planning.xlsx", workbook(sheets))).sessions}
    assert found == {"Numériser": "Salle 2", "Écouter": "Salle Paul Février"}


NESTED_PEOPLE = """<?xml version="1.0" encoding="windows-1252"?>
<Convegno id="7"><Titolo>Giornate del sale 2027</Titolo>
  <Giorno data="16.09.2027">
    <Blocco dalle="0900" alle="0930" sala="Darsena"><Titolo>Benvenuto</Titolo>
      <Persona ruolo="Relatore"><Titolo>Dott.ssa</Titolo><Nome>Livia</Nome><Cognome>Orsenigo</Cognome></Persona>
      <Persona ruolo="Relatore"><Titolo/><Nome>Nicolò</Nome><Cognome>Trani</Cognome></Persona></Blocco>
    <Blocco dalle="0930" alle="1030" sala="Darsena"><Titolo>Saline vive</Titolo>
      <Interventi>
        <Intervento nr="1" dalle="0930" alle="1000"><Titolo>Fenicotteri e argini</Titolo>
          <Persona ruolo="Relatore"><Titolo/><Nome>Piera</Nome><Cognome>Manca</Cognome></Persona></Intervento>
        <Intervento nr="2" dalle="1000" alle="1030"><Titolo>Il vento nelle vasche</Titolo>
          <Persona ruolo="Relatore"><Titolo/><Nome>Nicolò</Nome><Cognome>Trani</Cognome></Persona></Intervento>
      </Interventi></Blocco>
    <Blocco dalle="1030" alle="1100" sala="Banchina"><Titolo>Pausa caffè</Titolo></Blocco>
  </Giorno>
  <Giorno data="17.09.2027">
    <Blocco dalle="0900" alle="1000" sala="Darsena"><Titolo>Cucinare col sale</Titolo>
      <Persona ruolo="Relatore"><Titolo/><Nome>Livia</Nome><Cognome>Orsenigo</Cognome></Persona></Blocco>
  </Giorno>
</Convegno>"""


def test_people_of_talks_below_the_title_of_the_whole_event_speak_only_where_they_stand() -> None:
    found = agenda(("esporta.xml", NESTED_PEOPLE.encode("windows-1252")))
    assert {one.title: [person.name for person in one.speakers] for one in found.sessions} == {
        "Benvenuto": ["Livia Orsenigo", "Nicolò Trani"],
        "Saline vive": [],
        "Fenicotteri e argini": ["Piera Manca"],
        "Il vento nelle vasche": ["Nicolò Trani"],
        "Pausa caffè": [],
        "Cucinare col sale": ["Livia Orsenigo"],
    }
