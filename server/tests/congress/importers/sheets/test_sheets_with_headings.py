"""Sheets whose lines across head what stands below: halls, sessions with who leads them, and where a talk went."""

from dataclasses import replace

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session
from support.workbooks import agenda, people, told, workbook

FRIDAY = [
    ["VENERDÌ 5 MARZO 2027"],
    ["SALA GRANDE"],
    ["Orario", "Titolo", "Relatore"],
    ["8.30-9.00", "Registrazione"],
    ["SESSIONE 1 – SEMI ANTICHI"],
    ["Moderatori: Ada Lodi, C. Merlo"],
    ["9.00 – 9.20", "Il farro che torna", "Carlo Merlo (Rieti)"],
    ["9.20 – 9.40", "Ceci neri", "Olga Serra (L'Aquila)"],
    ["10.00-10.30", "Coffee break"],
    ["LETTURA MAGISTRALE"],
    ["Moderatori: Ada Lodi"],
    ["10.30 – 11.00", "Perché mangiamo pane", "Gino Valli (Bari)"],
    ["SALA PICCOLA"],
    ["Orario", "Titolo", "Relatore"],
    ["SESSIONE 2 – ORTI"],
    ["Moderatori: Pia Renzi"],
    ["9.00 – 9.15", "SPOSTATA A SABATO ORE 9.30, SALA GRANDE – Compost in città", "Ugo Baldi (Pisa)"],
    ["9.15 – 9.30", "ANNULLATA – Lombrichi", "Rita Coen (Lodi)"],
    ["9.30 – 9.45", "Orti sui tetti", "Lia Bruni (Prato)"],
]
SATURDAY = [
    ["SABATO 6 MARZO 2027"],
    ["SALA GRANDE"],
    ["Orario", "Titolo", "Relatore"],
    ["SESSIONE 3 – TERRA"],
    ["Moderatori: Ada Lodi"],
    ["9.00 – 9.30", "Argille", "Olga Serra (L'Aquila)"],
    ["9.30 – 9.45", "Compost in città", "Ugo Baldi (Pisa)"],
]


def _merged(rows: list[list[str]]) -> list[str]:
    return [f"A{at}:C{at}" for at, row in enumerate(rows, 1) if len(row) == 1]


def _held() -> dict[str, Session]:
    sheets = {"VENERDI 5": FRIDAY, "SABATO 6": SATURDAY}
    found = agenda(("programma.xlsx", workbook(sheets, {name: _merged(rows) for name, rows in sheets.items()})))
    return {one.title: one for one in found.sessions}


def test_a_line_across_names_the_hall_of_what_follows() -> None:
    held = _held()
    assert told(held["Il farro che torna"]) == ("05 09:00", "09:20", "Sala Grande")
    assert told(held["Orti sui tetti"]) == ("05 09:30", "09:45", "Sala Piccola")
    assert not [title for title in held if "sala" in title.casefold()]


def test_a_line_with_who_leads_below_it_is_a_session_that_lasts_as_long_as_its_talks() -> None:
    held = _held()
    first = held["Sessione 1 – semi antichi"]
    assert told(first) == ("05 09:00", "09:40", "Sala Grande")
    assert people(first) == ([], ["Ada Lodi", "C. Merlo"])
    assert held["Ceci neri"].subtitle == first.title
    assert held["Lettura magistrale"].kind == "keynote"
    assert told(held["Lettura magistrale"]) == ("05 10:30", "11:00", "Sala Grande")


def test_a_break_among_the_talks_is_nobodys_and_still_a_break() -> None:
    pause = _held()["Coffee break"]
    assert (pause.kind, pause.chairs, pause.subtitle) == ("break", (), None)


def test_a_talk_whose_title_says_where_it_went_is_told_once_and_there() -> None:
    held = _held()
    compost = held["Compost in città"]
    assert told(compost) == ("06 09:30", "09:45", "Sala Grande")
    assert (compost.status, held["Lombrichi"].status) == ("moved", "cancelled")
    assert compost.previous_room == "Sala Piccola"
    assert compost.subtitle == "Sessione 3 – terra"
    assert not [title for title in held if "SPOSTATA" in title]


def test_days_without_a_year_are_of_the_year_in_the_congress_name() -> None:
    rows = [
        ["Raumplan Donnerstag, 20. Mai"],
        ["Zeit", "Großer Saal", "Raum Elbe"],
        ["09:00", "Eröffnung", None],
        ["09:30", "Wasser in der Stadt", "Kanäle von innen"],
    ]
    facts = Facts(id="kanaltage", name="Kanaltage 2027", timezone="Europe/Berlin")
    held = read_tables([Document("plan.xlsx", workbook({"Do 20.05.": rows}))], facts).agenda.sessions
    assert {(one.title, str(one.start)[:16]) for one in held} == {
        ("Eröffnung", "2027-05-20 09:00"),
        ("Wasser in der Stadt", "2027-05-20 09:30"),
        ("Kanäle von innen", "2027-05-20 09:30"),
    }
    another = read_tables([Document("plan.xlsx", workbook({"Do 20.05.": rows}))], replace(facts, name="Kanaltage 2026"))
    assert not [one for one in another.agenda.sessions if one.start]  # the 20th of May 2026 is no Thursday


def test_a_wrong_weekday_above_many_rows_is_one_warning() -> None:
    rows = [["GIOVEDÌ 5 MARZO 2027"], *FRIDAY[1:]]
    found = agenda(("programma.xlsx", workbook({"VENERDI 5": rows}, {"VENERDI 5": _merged(rows)})))
    assert len([one for one in found.warnings if one.code == "weekday_contradiction"]) == 1


def test_sponsors_and_notes_are_no_sessions_and_a_note_moves_one() -> None:
    rows = [
        ["VENERDÌ 5 MARZO 2027"],
        ["SALETTA ADDA"],
        ["Orario", "Titolo", "Relatore"],
        ["SESSIONE 1 – SEMI"],
        ["Moderatori: Prof. Ada Lodi (Bari) – Dott.ssa Pia Renzi (Lodi)"],
        ["9.00 – 9.30", "Sequenza e cambio", "Carlo Merlo (Rieti)"],
        ["9.30 – 10.00", "Ceci neri", "Olga Serra (Lodi)"],
        ["10.00-10.30", "Coffee break"],
        ["con il contributo non condizionante di Semina S.p.A."],
        ["10.30 – 11.00", "Il pane di ieri", "Gino Valli (Bari)"],
        ["N.B. «Il pane di ieri» si tiene alle 11.30"],
    ]
    found = agenda(("programma.xlsx", workbook({"VENERDI 5": rows}, {"VENERDI 5": _merged(rows)})))
    held = {one.title: one for one in found.sessions}
    assert people(held["Sessione 1 – semi"])[1] == ["Prof. Ada Lodi", "Dott.ssa Pia Renzi"]
    assert not [title for title in held if "contributo" in title or "N.B." in title]
    assert told(held["Il pane di ieri"]) == ("05 11:30", "12:00", "Saletta Adda")
    assert held["Sequenza e cambio"].status == "scheduled"


def test_a_room_beside_the_day_holds_for_that_day_breaks_left_out() -> None:
    page = """<table><tr><th>Zeit</th><th>Thema</th><th>Referent</th></tr>
<tr><td colspan="3">Donnerstag, 15. April 2027 – Großer Saal</td></tr>
<tr><td>9:00</td><td>Moore wieder vernässen</td><td>Eva Lohse</td></tr>
<tr><td>10:00</td><td>Kaffeepause</td><td></td></tr>
<tr><td>10:30</td><td>Torf im Gartenbau</td><td>Jan Moor</td></tr>
<tr><td colspan="3">FREITAG, 16. APRIL 2027 – RAUM HUNTE</td></tr>
<tr><td>9:00</td><td>Schilf als Baustoff</td><td>Ina Reet</td></tr>
<tr><td colspan="3">Samstag, 17. April 2027 – Exkursion</td></tr>
<tr><td>9:00</td><td>Torfmoos vom Acker</td><td>Ina Reet</td></tr></table>"""
    facts = Facts(id="moor", timezone="Europe/Berlin", start_date=day("2027-04-15"), end_date=day("2027-04-17"))
    found = read_tables([Document("moor.html", page.encode())], facts).agenda
    assert [(one.title, one.room) for one in found.sessions] == [
        ("Moore wieder vernässen", "Großer Saal"),
        ("Kaffeepause", None),
        ("Torf im Gartenbau", "Großer Saal"),
        ("Schilf als Baustoff", "Raum Hunte"),
        ("Torfmoos vom Acker", None),
    ]


def test_a_room_beside_the_day_is_known_by_what_the_other_days_have_there() -> None:
    page = """<h2>Jeudi 15 avril 2027 (Amphithéâtre Curie)</h2><table>
<tr><th>Heure</th><th>Titre</th><th>Intervenant</th></tr><tr><td>9h00</td><td>Eaux usées</td><td>Luc Brun</td></tr>
<tr><td>10h00</td><td>Eaux claires</td><td>Ana Lima</td></tr></table><h2>Vendredi 16 avril 2027 (Salle Rhône)</h2>
<table><tr><th>Heure</th><th>Titre</th><th>Intervenant</th></tr><tr><td>9h00</td><td>Eaux grises</td><td>Luc Brun</td>
</tr><tr><td>10h00</td><td>Eaux de pluie</td><td>Zoé Fabre</td></tr></table>"""
    facts = Facts(id="eaux", timezone="Europe/Paris", start_date=day("2027-04-15"), end_date=day("2027-04-16"))
    found = read_tables([Document("eaux.html", page.encode())], facts).agenda
    assert [one.room for one in found.sessions] == ["Amphithéâtre Curie"] * 2 + ["Salle Rhône"] * 2
    rows = "\n".join(
        f"{when},{title},{who}"
        for when, title, who in [
            ("Ora", "Titolo", "Relatore"),
            ("Giovedì 15 aprile 2027 - Sala Blu", "", ""),
            ("9.00", "Argille espanse", "Ugo Neri"),
            ("Venerdì 16 aprile 2027 - Aula Magna", "", ""),
            ("9.00", "Argille crude", "Ada Orsi"),
            ("Sabato 17 aprile 2027 - Ex Fornace", "", ""),
            ("9.00", "Argille cotte", "Leo Pini"),
        ]
    )
    facts = Facts(id="argille", timezone="Europe/Rome", start_date=day("2027-04-15"), end_date=day("2027-04-17"))
    found = read_tables([Document("argille.csv", rows.encode())], facts).agenda
    assert [one.room for one in found.sessions] == ["Sala Blu", "Aula Magna", "Ex Fornace"]
