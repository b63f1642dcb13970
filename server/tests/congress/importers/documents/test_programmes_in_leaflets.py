"""Programmes set as a leaflet: times beside blocks of lines, sessions side by side under their rooms, talks inside."""

from collections.abc import Sequence

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Session
from support.papers import docx, paragraph, pdf_of_places, table

FACTS = Facts(
    id="reeds", name="Reeds", timezone="Europe/Rome", start_date=day("2027-05-14"), end_date=day("2027-05-15")
)
Placed = tuple[int, int, int, str]
LEFT, BESIDE, MIDDLE = 45, 125, 305
TOP = 800


def below(top: int, left: int, *lines: str) -> list[Placed]:
    """Return lines one below another; what stands before a tab is the time, to the left of what follows."""
    found: list[Placed] = []
    for number, line in enumerate(lines):
        time, tab, text = line.rpartition("\t")
        at = top - 11 * number
        found += [(9, left, at, time)] if time else []
        found.append((9, left + 34 if tab else left, at, text))
    return found


def block(top: int, time: str, *lines: str) -> list[Placed]:
    return [(9, LEFT, top, time), *below(top, BESIDE, *lines)]


def agenda(*pages: Sequence[Placed]) -> Agenda:
    return read_tables([Document("programma.pdf", pdf_of_places(pages))], FACTS).agenda


def by_title(found: Agenda) -> dict[str, Session]:
    return {session.title: session for session in found.sessions}


def when(session: Session) -> tuple[str, str]:
    assert session.start is not None
    return f"{session.start:%d %H:%M}", f"{session.end:%H:%M}" if session.end else ""


def who(session: Session) -> tuple[list[str], list[str]]:
    return [one.name for one in session.speakers], [one.name for one in session.chairs]


FRIDAY = [
    (12, LEFT, TOP, "VENERDÌ 14 MAGGIO 2027"),
    *block(780, "08.45", "Apertura della segreteria (Foyer)"),
    *block(
        760,
        "09.15-10.00",
        "LETTURA MAGISTRALE – SALA DELLE VASCHE",
        "Le canne e il vento",
        "Introduce: Ilda Franchi (Jesi)",
        "Relatrice: Berit Solheim (Molde)",
        "In lingua inglese con traduzione simultanea",
    ),
    *block(
        700,
        "10.00-11.00",
        "I SESSIONE – SALA DELLE VASCHE",
        "Ance doppie",
        "Moderatori: Ezio Bassi (Cremona), Lia Corradi (Fermo)",
        "10.00\tPerché l'ancia si apre",
        "\tGuido Mari (Pesaro)",
        "10.30\tUmidità e temperatura nei magazzini delle scuole di musica: che cosa",
        "\tdicono dieci anni di misure",
        "\tVera Poli (Lucca)",
        "10.50\tDiscussione",
    ),
    *block(590, "11.00", "Pausa caffè (Chiostro)"),
    *block(570, "14.30-16.00", "SESSIONI PARALLELE"),
    *below(
        550,
        LEFT,
        "SALA DELLE VASCHE",
        "II SESSIONE",
        "Oboi",
        "Moderatore: Aldo Nardi (Terni)",
        "14.30\tIl taglio",
        "\tRemo Vitali (Parma)",
        "15.15\tLa legatura e",
        "\til filo",
        "\tPia Morelli (Todi)",
    ),
    *below(
        550,
        MIDDLE,
        "SALA DEL TORCHIO",
        "III SESSIONE",
        "Fagotti di legno e di metallo",
        "Modera: Nora Celli (Arezzo)",
        "14.30\tCento casi di fagotti",
        "\tFabio Ricci (Rieti)",
    ),
    *block(
        430,
        "14.30-16.00",
        "WORKSHOP A – AULA VERDE",
        "Fare un'ancia",
        "Conduce: Elisa Bianconi (Narni)",
        "Tutor: Sara Fiori, Luca Meniconi – massimo 20 partecipanti",
    ),
    *block(380, "16.30-18.00", "WORKSHOP A (replica) – AULA VERDE", "Fare un'ancia", "Conduce: Elisa Bianconi (Narni)"),
    *block(340, "18.10", "Passeggiata tra i canneti (Porta Marina)"),
    *block(320, "20.30", "Cena sociale (Trattoria Del Fiume, Via Lunga 33)"),
]


def test_blocks_beside_their_time_tell_kind_room_title_and_people_by_what_they_do() -> None:
    found = by_title(agenda(FRIDAY))
    lecture = found["Le canne e il vento"]
    assert when(lecture) == ("14 09:15", "10:00")
    assert (lecture.room, lecture.kind) == ("Sala delle Vasche", "keynote")
    assert who(lecture) == (["Berit Solheim"], ["Ilda Franchi"])
    assert lecture.language == "en"
    workshop = found["Workshop A: Fare un'ancia"]
    assert (workshop.room, workshop.kind) == ("Aula Verde", "workshop")
    assert who(workshop)[0] == ["Elisa Bianconi", "Sara Fiori", "Luca Meniconi"]
    assert workshop.abstract == "massimo 20 partecipanti"
    assert when(found["Workshop A (replica): Fare un'ancia"]) == ("14 16:30", "18:00")


def test_talks_inside_of_a_session_have_its_room_and_their_own_people() -> None:
    found = by_title(agenda(FRIDAY))
    session = found["I Sessione: Ance doppie"]
    assert who(session) == ([], ["Ezio Bassi", "Lia Corradi"])
    long = found["Umidità e temperatura nei magazzini delle scuole di musica: che cosa dicono dieci anni di misure"]
    assert when(long) == ("14 10:30", "10:50")
    assert (long.room, long.subtitle, who(long)[0]) == (session.room, session.title, ["Vera Poli"])
    assert found["Discussione"].subtitle == session.title


def test_sessions_side_by_side_are_read_column_by_column() -> None:
    read = agenda(FRIDAY)
    found = by_title(read)
    assert "SESSIONI PARALLELE" not in found
    first, second = found["II Sessione: Oboi"], found["III Sessione: Fagotti di legno e di metallo"]
    assert (first.room, second.room) == ("Sala delle Vasche", "Sala del Torchio")
    assert when(first) == when(second) == ("14 14:30", "16:00")
    assert (found["La legatura e il filo"].subtitle, found["Cento casi di fagotti"].subtitle) == (
        first.title,
        second.title,
    )
    assert who(found["Cento casi di fagotti"])[0] == ["Fabio Ricci"]
    assert when(found["Il taglio"]) == ("14 14:30", "15:15")
    assert not [warning for warning in read.warnings if warning.code in ("not_read", "overlap")]


def test_the_first_column_goes_on_with_its_talks_where_the_other_one_is_over() -> None:
    page = [
        (12, LEFT, TOP, "SABATO 15 MAGGIO 2027"),
        (9, LEFT, 780, "09.00 Accoglienza (Atrio)"),
        (9, LEFT, 765, "10.45-12.15 SESSIONI PARALLELE"),
        *below(745, LEFT, "SALA DELLE VASCHE", "VI SESSIONE", "Corni e bocchini", "Moderatore: Ezio Bassi (Como)"),
        *below(745, MIDDLE, "SALA DEL TORCHIO", "CORSO", "Leggere un metodo", "Docente: Leo Titta (Urbino)"),
        *below(698, LEFT, "10.45 Il bocchino d'osso"),
        *below(687, LEFT + 30, "Dora Falchi (Terni)"),
        *below(676, LEFT, "11.10 La pompa e il cilindro"),
        *below(665, LEFT + 30, "Orio Mattei (Bologna)"),
        *block(620, "12.30", "Pranzo (Chiostro)"),
    ]
    found = by_title(agenda(page))
    session, course = found["VI Sessione: Corni e bocchini"], found["Corso: Leggere un metodo"]
    assert who(course) == (["Leo Titta"], [])
    first, second = found["Il bocchino d'osso"], found["La pompa e il cilindro"]
    assert {(one.room, one.subtitle) for one in (first, second)} == {(session.room, session.title)}
    assert (who(first)[0], who(second)[0]) == (["Dora Falchi"], ["Orio Mattei"])


def test_a_line_alone_has_its_room_in_brackets_and_the_address_beside() -> None:
    found = by_title(agenda(FRIDAY))
    dinner = found["Cena sociale"]
    assert (dinner.room, dinner.abstract) == ("Trattoria Del Fiume", "Via Lunga 33")
    assert found["Pausa caffè"].room == "Chiostro"
    assert found["Passeggiata tra i canneti"].room == "Porta Marina"
    assert len(found) == 16


def test_what_stands_in_brackets_behind_an_item_is_no_room_unless_it_is_written_as_a_place() -> None:
    page = [
        *FRIDAY,
        *block(290, "22.00", "Visita notturna (Su prenotazione)"),
        *block(270, "23.00", "Brindisi (Replica)"),
    ]
    found = by_title(agenda(page))
    assert found["Visita notturna (Su prenotazione)"].room is None


def test_a_time_in_the_midst_of_its_block_belongs_to_the_whole_of_it() -> None:
    page = [
        (12, LEFT, TOP, "SAMSTAG, 15. MAI 2027"),
        (9, LEFT, 769, "9.00-10.00 Uhr"),
        *below(780, BESIDE, "PODIUM · Großer Saal", "Wer stimmt das Rohr?", "Moderation: Anke Wulff (Berlin)"),
        (9, LEFT, 719, "10.00-11.00 Uhr"),
        *below(730, BESIDE, "WERKSTATT 1 · Turmzimmer", "Schaben und Binden", "Leitung: Ralf Jacobsen (Jena)"),
        *block(680, "12.00 Uhr", "Ausklang (Hof)"),
    ]
    found = by_title(agenda(page))
    assert when(found["Wer stimmt das Rohr?"]) == ("15 09:00", "10:00")
    assert found["Wer stimmt das Rohr?"].room == "Großer Saal"
    assert when(found["Werkstatt 1: Schaben und Binden"]) == ("15 10:00", "11:00")
    assert found["Werkstatt 1: Schaben und Binden"].room == "Turmzimmer"


def test_a_leaflet_of_word_with_a_table_of_the_columns() -> None:
    def cell(*lines: str) -> str:
        return "</w:t><w:br/><w:t>".join(lines)

    left = cell(
        "SALLE DU LAC", "SÉANCE 1", "Roseaux", "Modérateur : Luc Perrin (Beaune)", "14h00 La coupe", "Zoé Fabre"
    )
    right = cell("GRENIER", "SÉANCE 2", "Bambous", "14h00 Le séchage", "Rémi Noël (Dole)")
    body = paragraph("SAMEDI 15 MAI 2027") + table([["9h00", "Accueil (Hall)"]])
    body += paragraph("14h00-15h30 SESSIONS PARALLÈLES") + table([[left, right]])
    body += table([["16h00-17h00", cell("ATELIER – Salle du Lac", "Souffler", "Animateur : Marc Leroy (Dijon)")]])
    found = by_title(read_tables([Document("programme.docx", docx(body))], FACTS).agenda)
    assert (found["Séance 1: Roseaux"].room, found["Séance 2: Bambous"].room) == ("Salle du Lac", "Grenier")
    assert found["Le séchage"].subtitle == "Séance 2: Bambous" and found["Le séchage"].room == "Grenier"
    assert who(found["La coupe"])[0] == ["Zoé Fabre"]
    assert who(found["Souffler"])[0] == ["Marc Leroy"], "who leads a workshop teaches it"


def test_what_stands_beside_a_time_and_is_no_session_is_told_with_its_words() -> None:
    parts = "<span class=when>{0}.00 – {0}.45</span> <span class=title>Lezione {0}</span> "
    parts += "<span class=speaker>Una Daly</span> <span class=room>Sala Verde</span>"
    page = "<h2>Venerdì 14 maggio 2027</h2>"
    page += "".join(f"<div class=session>{parts.format(hour)}</div>" for hour in range(9, 14))
    page += "<p>18.30 Salita al campanile con il custode</p>"
    read = read_tables([Document("programma.html", page.encode())], FACTS).agenda
    assert len(read.sessions) == 5
    (lost,) = [warning for warning in read.warnings if warning.code == "not_read"]
    assert lost.row.startswith("programma.html, ")
    assert lost.values == {"time": "18.30", "text": "Salita al campanile con il custode"}


def test_what_stands_once_behind_the_name_of_a_session_is_its_subject_and_no_room() -> None:
    lines = [
        *block(TOP, "Venerdì 14 maggio 2027"),
        *block(
            TOP - 20, "9.00 – 10.00", "SESSIONE A – Ventilazione", "Moderatore: Ada Lodi", "9.00\tFiltri (Olga Serra)"
        ),
        *block(TOP - 80, "10.30 – 11.30", "SESSIONE B – Muffe", "Moderatore: Pia Renzi", "10.30\tIntonaci (Ugo Baldi)"),
    ]
    held = agenda(lines).sessions
    assert {one.title for one in held} >= {"SESSIONE A – Ventilazione", "SESSIONE B – Muffe"}
    assert not [one.room for one in held if one.room in ("Ventilazione", "Muffe")]
