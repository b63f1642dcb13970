"""Lines and cells that say more than who and where: in which language, until when, how long, remarks in brackets."""

import pytest

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Agenda, Room, Session

Told = tuple[str, str, str | None, str | None, list[str]]


def agenda(page: str, rooms: tuple[str, ...]) -> Agenda:
    facts = Facts(
        id="badges",
        timezone="Europe/Rome",
        start_date=day("2026-05-08"),
        end_date=day("2026-05-09"),
        rooms=tuple(Room(name) for name in rooms),
    )
    return read_tables([Document("page.html", f"<html><body>{page}</body></html>".encode())], facts).agenda


def told(one: Session) -> Told:
    times = "-".join(f"{at:%H:%M}" if at else "" for at in (one.start, one.end))
    return one.title, times, one.room, one.language, [person.name for person in one.speakers]


GERMAN = """<h2>Freitag, 8. Mai 2026</h2><h3>9 bis 10 Uhr</h3><ul>
<li><b>Trockenmauern im Weinberg</b> – Ulrike Stadler (Weinbauschule Krems) – Kelterhalle <small>(mit Kostprobe)</small>
<li><b>Restoring dry stone</b> [EN] – Tom Braithwaite (Dales Trust) – Rittersaal (auf Englisch, mit Übersetzung)
<li><b>Gang durch die Lagen</b> – Franz Pichler, Winzer – im Lehrgarten, <u>bis 12 Uhr</u> (Treffpunkt Kasse)
</ul><h3>10 bis 11 Uhr</h3><ul>
<li><b>Kalkmörtel mischen</b> – Rosa Ebner, Obfrau der Maurer; Kurt Wild, Stadtrat – Kelterhalle, bis 11:30 Uhr
<li><b>Muretti a secco</b> (auf Italienisch) – Bruno Salis – Rittersaal</ul>"""
ITALIAN = """<h2>Venerdì 8 maggio 2026</h2><h3>ore 9.00 - 10.00</h3><ul>
<li><b>Potare l'olivo</b> – Marta Ferri (Agraria Pisa) – Sala Torchio (portare le forbici)
<li><b>Olive oil chemistry</b> <font color=blue>[EN]</font> – Jane Holt e Luca Boni – Frantoio (in inglese)
<li><b>Visita agli uliveti</b> – Pino Greco – al Frantoio, fino alle 11.30 (20 posti)
</ul><h3>ore 10.00 - 11.00</h3><ul>
<li><b>La mosca</b> – Marta Ferri, presidente del Consorzio ; Ugo Landi, assessore – Sala Torchio
<li><b>Huile et terroir</b> – in francese – Claire Morel – Frantoio</ul>"""
ENGLISH = """<h2>Friday 8 May 2026</h2><h3>9:00 to 10:00</h3><ul>
<li><b>Splicing rope by hand</b> - Ann Perry (Harbour Museum) - The Loft (bring gloves)
<li><b>Segeln mit Kindern</b> (in German) - Jörg Petersen - Boathouse
<li><b>Tour of the slipway</b> - Bob Tanner - at the Boathouse, until 11:00 (12 people)
</ul><h3>10:00 to 11:00</h3><ul>
<li><b>Tar and oakum</b> - Boathouse - Ann Perry
<li><b>Voiles latines</b> [FR/EN] - Marc Oriol - The Loft</ul>"""
FRENCH = """<h2>Vendredi 8 mai 2026</h2>
<p>9h - 10h : Le pain au levain – Paul Girod (boulanger) – Fournil (apporter un bocal)</p>
<p>10h - 11h : Bread and microbes [EN] – Kate Lowell – Grange, traduction assurée</p>
<p>11h - 12h : Brot und Zeit (en allemand) – Hans Gruber – Grange</p>
<p>12h - 13h : Moudre soi-même – au Moulin – Paul Girod</p>
<p>14h - 15h : Farines IT : les logiciels – Kate Lowell – Fournil</p>"""


@pytest.mark.parametrize(
    ("page", "rooms", "sessions"),
    [
        pytest.param(
            GERMAN,
            ("Kelterhalle", "Rittersaal", "Lehrgarten"),
            [
                ("Trockenmauern im Weinberg", "09:00-10:00", "Kelterhalle", None, ["Ulrike Stadler"]),
                ("Restoring dry stone", "09:00-10:00", "Rittersaal", "en", ["Tom Braithwaite"]),
                ("Gang durch die Lagen", "09:00-12:00", "Lehrgarten", None, ["Franz Pichler"]),
                ("Kalkmörtel mischen", "10:00-11:30", "Kelterhalle", None, ["Rosa Ebner", "Kurt Wild"]),
                ("Muretti a secco", "10:00-11:00", "Rittersaal", "it", ["Bruno Salis"]),
            ],
            id="de",
        ),
        pytest.param(
            ITALIAN,
            ("Sala Torchio", "Frantoio"),
            [
                ("Potare l'olivo", "09:00-10:00", "Sala Torchio", None, ["Marta Ferri"]),
                ("Olive oil chemistry", "09:00-10:00", "Frantoio", "en", ["Jane Holt", "Luca Boni"]),
                ("Visita agli uliveti", "09:00-11:30", "Frantoio", None, ["Pino Greco"]),
                ("La mosca", "10:00-11:00", "Sala Torchio", None, ["Marta Ferri", "Ugo Landi"]),
                ("Huile et terroir", "10:00-11:00", "Frantoio", "fr", ["Claire Morel"]),
            ],
            id="it",
        ),
        pytest.param(
            ENGLISH,
            ("The Loft", "Boathouse"),
            [
                ("Splicing rope by hand", "09:00-10:00", "The Loft", None, ["Ann Perry"]),
                ("Segeln mit Kindern", "09:00-10:00", "Boathouse", "de", ["Jörg Petersen"]),
                ("Tour of the slipway", "09:00-11:00", "Boathouse", None, ["Bob Tanner"]),
                ("Tar and oakum", "10:00-11:00", "Boathouse", None, ["Ann Perry"]),
                ("Voiles latines", "10:00-11:00", "The Loft", "fr", ["Marc Oriol"]),
            ],
            id="en",
        ),
        pytest.param(
            FRENCH,
            ("Fournil", "Grange"),
            [
                ("Le pain au levain", "09:00-10:00", "Fournil", None, ["Paul Girod"]),
                ("Bread and microbes", "10:00-11:00", "Grange", "en", ["Kate Lowell"]),
                ("Brot und Zeit", "11:00-12:00", "Grange", "de", ["Hans Gruber"]),
                ("Moudre soi-même", "12:00-13:00", "Moulin", None, ["Paul Girod"]),
                ("Farines IT : les logiciels", "14:00-15:00", "Fournil", None, ["Kate Lowell"]),
            ],
            id="fr",
        ),
    ],
)
def test_a_line_says_language_room_end_and_remarks_in_any_order(
    page: str, rooms: tuple[str, ...], sessions: list[Told]
) -> None:
    assert [told(one) for one in agenda(page, rooms).sessions] == sessions


def test_remarks_and_what_somebody_is_are_kept() -> None:
    read = {one.title: one for one in agenda(GERMAN, ("Kelterhalle", "Rittersaal", "Lehrgarten")).sessions}
    assert "mit Kostprobe" in (read["Trockenmauern im Weinberg"].abstract or "")
    assert "auf Englisch, mit Übersetzung" in (read["Restoring dry stone"].abstract or "")
    assert "Treffpunkt Kasse" in (read["Gang durch die Lagen"].abstract or "")
    told_of = [(one.name, one.affiliation) for one in read["Kalkmörtel mischen"].speakers]
    assert told_of == [("Rosa Ebner", "Obfrau der Maurer"), ("Kurt Wild", "Stadtrat")]


SPANISH = """<h2>Viernes 8 de mayo de 2026</h2><table>
<tr><td>Hora<td>SALA GOYA<td>SALA LORCA<td>CLAUSTRO</tr>
<tr><td>9:00 - 10:00<td colspan=3>Desayuno (en el Claustro)</tr>
<tr><td>10:00 - 11:00<td><b>Wood joints</b> [EN] (10:00-10:30)<br><i>Peter Ashby, carpenter, Leeds College</i>
<td><b>Barnices</b> (10:00-10:45)<br><i>Lola Prieto, restauradora</i>
<td><b>Encolar</b><br><i>Juan Rubio, ebanista</i></tr>
<tr><td>11:00 - 12:00<td><b>Película: El taller</b> (48 min, con coloquio)<td>&nbsp;<td>&nbsp;</tr>
<tr><td>12:00 - 13:00<td><b>Bois tourné</b><br>Yves Lemoine<br>en francés, con traducción
<td><b>Tallar en familia</b><br><i>Ana Gil (Gremio), Luis Mora (Tornería Sur), Eva Sanz (moderación)</i><td>&nbsp;</tr>
<tr><td>13:00<td colspan=3>COMIDA - Claustro (con reserva)</tr></table>"""


def test_the_cells_of_a_grid_say_languages_times_and_places_of_their_own() -> None:
    read = agenda(SPANISH, ("Sala Goya", "Sala Lorca", "Claustro")).sessions
    assert [told(one) for one in read] == [
        ("Desayuno", "09:00-10:00", "Claustro", None, []),
        ("Wood joints", "10:00-10:30", "Sala Goya", "en", ["Peter Ashby"]),
        ("Barnices", "10:00-10:45", "Sala Lorca", None, ["Lola Prieto"]),
        ("Encolar", "10:00-11:00", "Claustro", None, ["Juan Rubio"]),
        ("Película: El taller", "11:00-12:00", "Sala Goya", None, []),
        ("Bois tourné", "12:00-13:00", "Sala Goya", "fr", ["Yves Lemoine"]),
        ("Tallar en familia", "12:00-13:00", "Sala Lorca", None, ["Ana Gil", "Luis Mora"]),
        ("Comida", "13:00-", "Claustro", None, []),
    ]
    assert [one.name for one in read[6].chairs] == ["Eva Sanz"]
    assert "48 min, con coloquio" in (read[4].abstract or "")
    assert "con reserva" in (read[7].abstract or "")


def test_cells_of_one_line_say_their_language_and_how_long_they_take() -> None:
    page = """<h2>Friday 8 May 2026</h2><table><tr><th>Time<th>Main Barn<th>Orchard Room
    <tr><td>9:00<td>Grafting apples [DE]<br>Heidi Vogt (Obstbauverein)<td>Insurance for orchards (IT)<br>Ed Poole
    <tr><td>10:00<td>Cider (45 min)<br>Ed Poole<td>Sidra natural (in Spanish)<br>Iker Arana
    <tr><td>11:00<td colspan=2>Coffee – Main Barn (with cake)</table>"""
    assert [told(one) for one in agenda(page, ("Main Barn", "Orchard Room")).sessions] == [
        ("Grafting apples", "09:00-10:00", "Main Barn", "de", ["Heidi Vogt"]),
        ("Insurance for orchards (IT)", "09:00-10:00", "Orchard Room", None, ["Ed Poole"]),
        ("Cider", "10:00-10:45", "Main Barn", None, ["Ed Poole"]),
        ("Sidra natural", "10:00-11:00", "Orchard Room", "es", ["Iker Arana"]),
        ("Coffee", "11:00-", "Main Barn", None, []),
    ]
