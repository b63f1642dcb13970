"""A page's remarks beside its programme: from when to when, from where to where, and who stands in for whom."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.files.packing import unpacked
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.times import day
from charlotte.congress.importers.wording import says_changed
from charlotte.congress.model import Room, Session
from support.harbour import agenda, book, by_title

PAGE = """<html><body><h2>Friday 8 May 2026</h2><table><tr><th>Time<th>Title<th>Speaker<th>Chair<th>Room</tr>
<tr><td>09:00-10:00<td>The lamp that learned<td>Ada Lind<td>Bo Ek<td>Sala Nord</tr>
<tr><td>14:30-16:00<td>Taller E. Cestos y tapas (14 plazas)<td>Giulia Ferri<td>Ann Orr<td>Sala Nord</tr>
<tr><td>11:00-12:00<td>Weinbau am Hang<td>Rosa Ebner<td>Kurt Wild<td>Sala Sud</tr>
</table><p>{remark}</p></body></html>"""
LAMP, VINES, BASKETS = "The lamp that learned", "Weinbau am Hang", "Taller E. Cestos y tapas (14 plazas)"


def sessions(remark: str) -> dict[str, Session]:
    facts = Facts(
        id="remarks",
        timezone="Europe/Rome",
        start_date=day("2026-05-08"),
        end_date=day("2026-05-09"),
        rooms=(Room("Sala Nord"), Room("Sala Sud")),
    )
    read = read_tables([Document("page.html", PAGE.replace("{remark}", remark).encode())], facts)
    return {one.title: one for one in read.agenda.sessions}


@pytest.mark.parametrize(
    ("remark", "title", "times"),
    [
        ("«Weinbau am Hang» wird von 11:00 auf 12:30 Uhr verschoben.", VINES, "12:30-13:30"),
        ("“The lamp that learned” moves from 9:00 to 10:30.", LAMP, "10:30-11:30"),
        ("« The lamp that learned » passe de 9h00 à 10h30.", LAMP, "10:30-11:30"),
        ("«The lamp that learned» è spostato dalle 9.00 alle 10.30.", LAMP, "10:30-11:30"),
        ("El Taller E, «Cestos y tapas», pasa del viernes a las 14:30 al viernes a las 16:30.", BASKETS, "16:30-18:00"),
    ],
)
def test_a_session_goes_from_one_time_to_another(remark: str, title: str, times: str) -> None:
    found = sessions(remark)
    assert f"{found[title].start:%H:%M}-{found[title].end:%H:%M}" == times
    assert [one.title for one in found.values() if one.status == "moved"] == [title]


@pytest.mark.parametrize(
    "remark",
    [
        "«Weinbau am Hang» passa da Sala Sud a Sala Nord.",
        "„Weinbau am Hang“ zieht von der Sala Sud in die Sala Nord um.",
        "„Weinbau am Hang“ ist jetzt in der Sala Nord (nicht mehr in der Sala Sud).",
        "«Weinbau am Hang» è ora in Sala Nord, non più in Sala Sud.",
        "“Weinbau am Hang” is now in Sala Nord (no longer in Sala Sud).",
        "«Weinbau am Hang» ahora es en la Sala Nord (ya no en la Sala Sud).",
    ],
)
def test_a_session_goes_from_one_room_to_another(remark: str) -> None:
    vines = sessions(remark)[VINES]
    assert (vines.room, f"{vines.start:%H:%M}", vines.status) == ("Sala Nord", "11:00", "moved")


@pytest.mark.parametrize(
    ("remark", "title", "speakers", "chairs"),
    [
        ("La sesión «The lamp that learned» la modera Iris Vega en lugar de Bo Ek.", LAMP, "Ada Lind", "Iris Vega"),
        ("„Weinbau am Hang“: Rosa Ebner wird durch Eva Stein ersetzt.", VINES, "Eva Stein", "Kurt Wild"),
        ("Marie Duval remplace Ada Lind pour « The lamp that learned ».", LAMP, "Marie Duval", "Bo Ek"),
        ("“The lamp that learned” will be given by Tom Hall in place of Ada Lind.", LAMP, "Tom Hall", "Bo Ek"),
        ("«Weinbau am Hang»: modera Luca Neri al posto di Kurt Wild.", VINES, "Rosa Ebner", "Luca Neri"),
    ],
)
def test_somebody_stands_in_for_somebody(remark: str, title: str, speakers: str, chairs: str) -> None:
    one = sessions(remark)[title]
    assert (", ".join(p.name for p in one.speakers), ", ".join(p.name for p in one.chairs)) == (speakers, chairs)
    assert one.status == "scheduled"


def test_a_remark_that_replaces_nobody_who_is_there_changes_nothing() -> None:
    assert sessions("«Weinbau am Hang»: Luca Neri invece di Tom Hall.")[VINES].speakers[0].name == "Rosa Ebner"


def test_places_behind_a_meal_and_in_brackets_and_who_guides() -> None:
    rows = """Hora\tSala Sur\tSala Norte\tPatio
9:00-10:00\tApertura (Sala Sur)\tApertura (Sala Sur)\tApertura (Sala Sur)
10:00-11:00\tBarnices – Ana Ruiz Sanz (Escuela de Arte)\tHornos de leña – Luis Mora (Faenza)\tPaseo\\nGuía: Inés Gil
11:00-11:30\tPAUSA CAFÉ – Claustro Viejo\tPAUSA CAFÉ – Claustro Viejo\tPAUSA CAFÉ – Claustro Viejo
21:00-23:00\tCena de gala – Bodega La Tinaja\tCena de gala – Bodega La Tinaja\tCena de gala – Bodega La Tinaja
"""
    lines = [line.split("\t") for line in rows.splitlines()]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in line)}</tr>".replace("\\n", "<br>") for line in lines)
    facts = Facts(id="remarks", timezone="Europe/Madrid", start_date=day("2026-05-08"), end_date=day("2026-05-08"))
    page = f"<html><body><h2>Viernes 8 de mayo de 2026</h2><table>{cells}</table></body></html>"
    found = read_tables([Document("programa.html", page.encode())], facts).agenda.sessions
    assert [(one.title, one.room, [person.name for person in one.speakers]) for one in found] == [
        ("Apertura", "Sala Sur", []),
        ("Barnices", "Sala Sur", ["Ana Ruiz Sanz"]),
        ("Hornos de leña", "Sala Norte", ["Luis Mora"]),
        ("Paseo", "Patio", ["Inés Gil"]),
        ("Pausa café", "Claustro Viejo", []),
        ("Cena de gala", "Bodega La Tinaja", []),
    ]


@pytest.mark.parametrize(
    ("remark", "who"),
    [
        ("Vortrag Seidel entfällt leider; anschließend längere Diskussion.", "Ina Seidel"),
        ("La relazione di Seidel è annullata.", "Ina Seidel"),
        ("The talk by Seidel is cancelled.", "Ina Seidel"),
        ("La communication de Seidel est annulée.", "Ina Seidel"),
        ("La ponencia de Seidel queda cancelada.", "Ina Seidel"),
    ],
)
def test_a_remark_on_one_talk_of_a_session_cancels_that_one_alone(remark: str, who: str) -> None:
    rows = "Datum;Beginn;Ende;Titel;Raum;Referent;Teil von;Bemerkung\n"
    rows += f"7.5.2027;9:00;10:00;Deiche und Siele;Galerie;;;{remark.replace(';', ',')}\n"
    rows += "7.5.2027;9:00;9:30;Nieten;Galerie;Uwe Kahl;Deiche und Siele;\n"
    rows += f"7.5.2027;9:30;10:00;Spanten;Galerie;{who};Deiche und Siele;\n"
    rows += "7.5.2027;10:00;10:30;Möwen;Galerie;Oda Riek;;\n"
    found = by_title(agenda(("plan.csv", rows)))
    assert {title: one.status for title, one in found.items()} == {
        "Deiche und Siele": "scheduled",
        "Nieten": "scheduled",
        "Spanten": "cancelled",
        "Möwen": "scheduled",
    }


@pytest.mark.parametrize(
    "told",
    [
        "UPDATE 4/9: this session has been moved to Upper Deck.",
        "Cambio de sala: esta mesa pasa al Salón Upper Deck.",
        "Raumänderung: diese Sitzung findet nun in Saal Upper Deck statt.",
    ],
)
def test_a_description_that_says_where_a_session_moved_takes_its_talks_along(told: str) -> None:
    rows = "Datum;Beginn;Ende;Titel;Raum;Referent;Teil von;Beschreibung\n"
    rows += f"7.5.2027;9:00;10:00;Deiche und Siele;Galerie;;;{told}\n"
    rows += "7.5.2027;9:00;9:30;Nieten;Galerie;Uwe Kahl;Deiche und Siele;\n"
    rows += "7.5.2027;9:30;10:00;Spanten;Galerie;Ina Groth;Deiche und Siele;\n"
    rows += "7.5.2027;10:00;10:30;Möwen;Galerie;Oda Riek;;\n"
    found = by_title(agenda(("plan.csv", rows)))
    assert [(one.room or "").removeprefix("Salón ").removeprefix("Saal ") for one in found.values()] == [
        "Upper Deck",
        "Upper Deck",
        "Upper Deck",
        "Galerie",
    ]
    assert found["Deiche und Siele"].previous_room == "Galerie"


@pytest.mark.parametrize("title", ["Was 3 Dörfer können", "War da was? 30 Jahre danach", "Era digitale: 10 regole"])
def test_a_title_that_begins_like_a_remark_is_none(title: str) -> None:
    assert says_changed(title) is None


@pytest.mark.parametrize(
    "remark",
    ["was Room 3", "was: Thursday 10:00, Hall 2", "era in Sala 2", "war Saal 4", "était à 14h30", "bisher Raum 3"],
)
def test_what_was_before_is_told_in_a_remark(remark: str) -> None:
    assert says_changed(remark) == "moved"


TWO_DAYS = """<html><body><h2>{day}</h2><table><tr><th>Time<th>Room<th>Title<th>Speaker</tr>
<tr><td>9.00–9.30<td>Sala Rossa<td>Apertura dei lavori del convegno<td>Anna Rossi</tr>
<tr><td>9.30–10.00<td>Sala Rossa<td>{title}<br><em>{left}</em><td>Bruno Verdi</tr></table>
<h2>{later}</h2><table><tr><th>Time<th>Room<th>Title<th>Speaker</tr>
<tr><td>10.00–10.30<td>Sala Blu<td>Ecografia del torace<td>Dario Bianchi</tr>
{there}</table></body></html>"""
LISTED_THERE = (
    "<tr><td>10.30–11.00<td>Sala Blu<td>Suffusioni pleuriche nel gatto<br><em>{came}</em><td>Bruno Verdi</tr>"
)


@pytest.mark.parametrize("title", ["Suffusioni pleuriche nel gatto", "<s>Suffusioni pleuriche nel gatto</s>"])
@pytest.mark.parametrize(
    ("left", "came"),
    [
        ("Spostato a sabato 8 maggio, ore 10.30, Sala Blu", "Spostato da venerdì 7 maggio"),
        ("Spostato a sabato", "Spostata qui da venerdì"),
        ("Déplacé au samedi 8 mai, 10 h 30, Sala Blu", "Déplacé ici de vendredi 7 mai"),
        ("Trasladado al sábado 8 de mayo, 10:30, Sala Blu", "Trasladado aquí desde el viernes 7 de mayo"),
        ("Verlegt auf Samstag, 8. Mai, 10:30 Uhr, Sala Blu", "Verlegt vom Freitag, 7. Mai"),
        ("Moved to Saturday", "Moved here from Friday 7 May"),
        ("Moved to Saturday 8 May, 10:30, Sala Blu", None),
    ],
)
def test_what_moved_is_held_once_where_it_went(title: str, left: str, came: str | None) -> None:
    there = LISTED_THERE.format(came=came) if came else ""
    page = TWO_DAYS.format(
        day="venerdì 7 maggio 2027", later="sabato 8 maggio 2027", title=title, left=left, there=there
    )
    found = by_title(agenda(("p.html", page)))
    moved = found["Suffusioni pleuriche nel gatto"]
    assert len(found) == 3 and [one.name for one in moved.speakers] == ["Bruno Verdi"]
    assert (f"{moved.start:%d %H:%M}", moved.room, moved.status) == ("08 10:30", "Sala Blu", "moved")
    assert moved.previous_start is not None
    assert (f"{moved.previous_start:%d %H:%M}", moved.previous_room) == ("07 09:30", "Sala Rossa")


@pytest.mark.parametrize(
    "remark",
    [
        "CAMBIO DE HORARIO: estaba prevista el viernes a las 18:15 en la Sala Rossa.",
        "CAMBIO ORARIO: era prevista venerdì alle 18:15 in Sala Rossa.",
        "Nouvel horaire : était prévue vendredi à 18 h 15 en Sala Rossa",
        "Neue Zeit: war für Freitag um 18:15 Uhr in der Sala Rossa geplant",
        "Time change: was scheduled for Friday at 18:15 in Sala Rossa",
    ],
)
def test_a_remark_that_only_says_when_it_was_moves_nothing(remark: str) -> None:
    page = TWO_DAYS.format(
        day="venerdì 7 maggio 2027",
        later="sabato 8 maggio 2027",
        title="Emogas per tutti i giorni",
        left="",
        there=LISTED_THERE.format(came=remark),
    )
    moved = by_title(agenda(("p.html", page)))["Suffusioni pleuriche nel gatto"]
    assert (f"{moved.start:%d %H:%M}", moved.room, moved.status) == ("08 10:30", "Sala Blu", "moved")
    assert moved.previous_start is not None
    assert (f"{moved.previous_start:%d %H:%M}", moved.previous_room) == ("07 18:15", "Sala Rossa")


@pytest.mark.parametrize(
    ("said", "chair"),
    [
        ("Chaired by Gráinne Foy.", ["Gráinne Foy"]),
        ("Moderato da Gráinne Foy", ["Gráinne Foy"]),
        ("Moderation: Gráinne Foy", ["Gráinne Foy"]),
        ("Chair lifts by the sea: three towns compared.", []),
    ],
)
def test_who_chairs_stands_in_a_line_of_a_description(said: str, chair: list[str]) -> None:
    rows = f"Title,Date,Start,Room,Speakers,Blurb\nWho owns it?,2027-05-07,10:00,Galerie,Ada Verne; Jan Holm,{said}\n"
    rows += "Ropes and knots,2027-05-07,11:00,Galerie,Rosa Ebner,For beginners.\n"
    panel = by_title(agenda(("plan.csv", rows)))["Who owns it?"]
    assert [one.name for one in panel.chairs] == chair
    assert [one.name for one in panel.speakers] == ["Ada Verne", "Jan Holm"]


@pytest.mark.parametrize(
    "remark",
    [
        "Raumtausch: «Weinbau am Hang» zieht in die Sala Nord um, dafür «The lamp that learned» in die Sala Sud.",
        "We swap rooms: “Weinbau am Hang” goes to Sala Nord and “The lamp that learned” to Sala Sud.",
        "«Weinbau am Hang» va in Sala Nord, di conseguenza «The lamp that learned» in Sala Sud.",
    ],
)
def test_a_sentence_tells_what_becomes_of_each_of_several_sessions(remark: str) -> None:
    found = sessions(remark)
    rooms = {title: (one.room, one.status) for title, one in found.items()}
    assert rooms[VINES] == ("Sala Nord", "moved") and rooms[LAMP] == ("Sala Sud", "moved")
    assert rooms[BASKETS] == ("Sala Nord", "scheduled")


def test_late_changes_on_a_page_beside_a_table_that_holds_the_whole_programme() -> None:
    plan = (
        "Date,Start,End,Title,Room,Speaker\n2026-05-08,09:00,09:45,The lamp that learned,Sala Nord,Ada Lind\n"
        "2026-05-08,10:00,11:00,Wicks and wax,Sala Sud,Rosa Ebner\n2026-05-08,11:30,12:00,A dark house,Sala Sud,Bo Ek\n"
    )
    page = (
        "# Lamps 2026\n\n> The table counts, **but** see below.\n\n## Changed at the meeting of 2 May\n\n"
        "- [x] “A dark house” is cancelled\n"
        "- [ ] “Wicks and wax” moves to **10:15–11:15**, and so “The lamp that learned” to **9:15–10:00**\n"
    )
    event = b'{"id": "lamps", "timezone": "Europe/Rome", "start_date": "2026-05-08"}'
    files = [Document("plan.csv", plan.encode()), Document("Lamps 2026.md", page.encode())]
    read = read_material(material_of([*files, Document("event.json", event)]))
    told = {one.title: (f"{one.start:%H:%M}-{one.end:%H:%M}", one.status) for one in read.agenda.sessions}
    assert told == {
        "The lamp that learned": ("09:15-10:00", "moved"),
        "Wicks and wax": ("10:15-11:15", "moved"),
        "A dark house": ("11:30-12:00", "cancelled"),
    }
    again = read_material(material_of([*unpacked(read.document), Document("event.json", event)]))
    assert again.agenda.sessions == read.agenda.sessions  # what is kept tells the changes too


@pytest.mark.parametrize(
    ("told", "title", "room"),
    [
        ("Dîner des Rencontres (Auberge du Pont, sur inscription)", "Dîner des Rencontres", "Auberge du Pont"),
        ("Abendessen (Gasthof zum Anker, mit Anmeldung)", "Abendessen", "Gasthof zum Anker"),
        ("Cena sociale (Locanda del Faro, su prenotazione)", "Cena sociale", "Locanda del Faro"),
        ("Cena (Mesón del Puerto)", "Cena", "Mesón del Puerto"),
    ],
)
def test_the_inn_behind_a_dinner_is_its_place_and_nobody(told: str, title: str, room: str) -> None:
    page = (
        "<html><body><h2>Freitag, 7. Mai 2027</h2><table><tr><th>Zeit<th>Blauer Saal<th>Galerie</tr>"
        "<tr><td>9–10 Uhr<td><b>Ebbe und Flut</b><br><i>Ada Verne</i><td><b>Knoten</b><br><i>Jan Holm</i></tr>"
        f"<tr><td>19 Uhr<td colspan=2>{told}</tr></table></body></html>"
    )
    dinner = by_title(agenda(("p.html", page)))[title]
    assert (dinner.room, dinner.speakers) == (room, ())


def test_the_date_of_an_export_contradicts_no_row() -> None:
    rows = [["Spring forum – export of 02/04/2027"], [], ["Code", "Date", "Start", "Title", "Room"]]
    rows += [
        ["A1", "07/05/2027", "10:00", "Ebb and flow", "Galerie"],
        ["A2", "08/05/2027", "11:00", "Knots", "Galerie"],
    ]
    found = agenda(("plan.xlsx", book([[*row] for row in rows])))
    assert [f"{one.start:%m-%d %H:%M}" for one in found.sessions] == ["05-07 10:00", "05-08 11:00"]
    assert [one.code for one in found.warnings] == []


def test_a_sentence_that_moves_one_session_to_an_unknown_room_and_another_in_time() -> None:
    found = sessions("«Weinbau am Hang» passa nella Sala Verde e «The lamp that learned» alle 10:30.")
    assert (found[VINES].room, f"{found[VINES].start:%H:%M}") == ("Sala Verde", "11:00")
    assert (found[LAMP].room, f"{found[LAMP].start:%H:%M}") == ("Sala Nord", "10:30")


BRACKETED = """Title;Date;Start;End;Room;Speakers
The lamp that learned;2026-05-08;09:00;10:00;Sala Nord;Bo Ek
{title};2026-05-09;11:45;12:30;Sala Sud;Ada Lind
Weinbau am Hang;2026-05-09;14:00;15:00;Sala Sud;Rosa Ebner
"""


@pytest.mark.parametrize(
    ("title", "bare", "was"),
    [
        (
            "Cardi di lana (Cambio: antes viernes 8, 16:50, Sala Nord)",
            "Cardi di lana",
            ("2026-05-08 16:50", "Sala Nord"),
        ),
        ("Wool cards (Change: before Friday 8, 16:50, Sala Nord)", "Wool cards", ("2026-05-08 16:50", "Sala Nord")),
        ("Cardi di lana (prima sabato alle 9:00)", "Cardi di lana", ("2026-05-09 09:00", None)),
        ("Wollkarden [bisher Sala Nord, 10 Uhr]", "Wollkarden", ("2026-05-09 10:00", "Sala Nord")),
        ("Cardes à laine (avant vendredi 16:50)", "Cardes à laine", ("2026-05-08 16:50", None)),
        ("Assembly (members only)", "Assembly (members only)", None),
        ("Cata (antes de las 10:00 se reparten copas)", "Cata (antes de las 10:00 se reparten copas)", None),
        ("Life before Friday (Part 2)", "Life before Friday (Part 2)", None),
    ],
)
def test_a_remark_behind_a_title_tells_where_it_was(title: str, bare: str, was: tuple[str, str | None] | None) -> None:
    facts = Facts(id="remarks", timezone="Europe/Rome", start_date=day("2026-05-08"), end_date=day("2026-05-09"))
    read = read_tables([Document("programme.csv", BRACKETED.replace("{title}", title).encode())], facts)
    session = next(one for one in read.agenda.sessions if one.title not in (LAMP, VINES))
    assert session.title == bare
    assert session.status == ("scheduled" if was is None else "moved")
    if was is not None:
        assert (f"{session.previous_start:%Y-%m-%d %H:%M}", session.previous_room) == was
