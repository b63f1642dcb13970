"""Lists that write a day, a room or a session once, where it begins, and leave the cells below it empty."""

from support.workbooks import agenda, people, told, workbook

LINES = """Tag;Raum;Von;Bis;Thema;Wer;Hotel
Fr 5.3.;Scheune;9:00;9:30;Warum Hecken?;Ruth Amann;Post
;;9:30;10:00;Knicks im Norden;Ole Brix;
;;10:00;10:30;Kaffee;;
;;10:30;11:00;Schnitt und Schutz;Ilse Kolb, Tim Rau;Post
;Werkhalle;9:30;10:30;Sensen dengeln;Ole Brix;Krone
;;10:30;11:30;Messer schleifen;Jana Pohl;
Sa 6.3.;Scheune;9:00;9:45;Igel zählen;Ruth Amann;Post
;;9:45;10:30;Nachts im Garten;Ulf Mertz;Krone
;Werkhalle;9:15;10:15;Nistkästen bauen;Jana Pohl;
"""


def test_a_room_holds_until_the_next_one() -> None:
    found = {one.title: told(one) for one in agenda(("ablauf.csv", LINES)).sessions}
    assert found == {
        "Warum Hecken?": ("05 09:00", "09:30", "Scheune"),
        "Knicks im Norden": ("05 09:30", "10:00", "Scheune"),
        "Kaffee": ("05 10:00", "10:30", None),
        "Schnitt und Schutz": ("05 10:30", "11:00", "Scheune"),
        "Sensen dengeln": ("05 09:30", "10:30", "Werkhalle"),
        "Messer schleifen": ("05 10:30", "11:30", "Werkhalle"),
        "Igel zählen": ("06 09:00", "09:45", "Scheune"),
        "Nachts im Garten": ("06 09:45", "10:30", "Scheune"),
        "Nistkästen bauen": ("06 09:15", "10:15", "Werkhalle"),
    }


def test_ditto_marks_say_the_same_as_above() -> None:
    rows = [
        ["Giorno", "Ora", "Intervento", "Relatore", "Sala"],
        ["5 marzo 2027", "9.00", "Il lupo torna", "Carla Fontana", "Sala Ovest"],
        ['"', "9.30", "Recinti mobili", "Aldo Neri", '"'],
        ["idem", "10.00", "Cani da guardia", "idem", "Sala Est"],
        ['"', "10.30", "Idem sentire", "Carla Fontana", "idem"],
        ["6 marzo 2027", "9.00", "Pascoli alti", "Ivo Zanella", "Sala Est"],
        ["″", "9.30", "Chi paga?", "Aldo Neri", "″"],
    ]
    found = agenda(("lista.xlsx", workbook({"Lista": rows}))).sessions
    when = [f"{one.start:%d %H:%M}" for one in found if one.start is not None]
    assert [(one.title, at, one.room, people(one)[0]) for one, at in zip(found, when, strict=True)] == [
        ("Il lupo torna", "05 09:00", "Sala Ovest", ["Carla Fontana"]),
        ("Recinti mobili", "05 09:30", "Sala Ovest", ["Aldo Neri"]),
        ("Cani da guardia", "05 10:00", "Sala Est", ["Aldo Neri"]),
        ("Idem sentire", "05 10:30", "Sala Est", ["Carla Fontana"]),
        ("Pascoli alti", "06 09:00", "Sala Est", ["Ivo Zanella"]),
        ("Chi paga?", "06 09:30", "Sala Est", ["Aldo Neri"]),
    ]


def test_talks_are_held_where_their_session_is() -> None:
    rows = [
        ["Room", "Session", "Start", "Minutes", "Title", "Speaker", "Arrives by"],
        ["Attic", "Salt", "09:00", "20", "Pans of the coast", "Ann Lowe", "train"],
        [None, None, "09:20", "20", "Brine and brass", "Bo Karlsen", "car"],
        [None, "Smoke", "10:00", "20", "Alder or oak", "Cy Moss", "car"],
        [None, None, "10:20", "20", "Cold kilns", "Di Reeve", "train"],
        ["Cellar", "Rind", "09:00", "20", "Washed rinds", "Eve Hart", "train"],
        [None, None, "09:20", "20", "Moulds we like", "Flo Penn", "car"],
    ]
    found = {one.title: one for one in agenda(("list.xlsx", workbook({"5 March 2027": rows}))).sessions}
    assert {title: one.room for title, one in found.items() if one.speakers} == {
        "Pans of the coast": "Attic",
        "Brine and brass": "Attic",
        "Alder or oak": "Attic",
        "Cold kilns": "Attic",
        "Washed rinds": "Cellar",
        "Moulds we like": "Cellar",
    }


def test_a_room_that_only_workshops_have_is_not_that_of_what_follows() -> None:
    rows = [
        ["Heure", "Titre", "Intervenant", "Salle"],
        ["9h00", "Ouverture", "Léa Morel", "Grande salle"],
        ["9h30", "Le miel sans frontières", "Paul Giraud", None],
        ["10h30", "Atelier cire", "Inès Roy", "Salle 2"],
        ["10h30", "Atelier ruches", "Jean Bost", "Salle 3"],
        ["12h00", "Débat", "Léa Morel", None],
        ["13h00", "Clôture", "Paul Giraud", None],
    ]
    found = agenda(("liste.xlsx", workbook({"5 mars 2027": rows}))).sessions
    assert [one.room for one in found][2:] == ["Salle 2", "Salle 3", None, None]
