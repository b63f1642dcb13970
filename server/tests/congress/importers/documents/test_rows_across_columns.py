"""Breaks that a table writes across its columns, and symposia that are held at lunch."""

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.folder import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.importers.wording import kind_of

FACTS = Facts(id="invented", timezone="Europe/Madrid", start_date=day("2026-05-07"), end_date=day("2026-05-07"))
ROWS = [
    ("Hora", "Lugar", "Encuentro", "A cargo de"),
    ("9.00 – 9.45", "Sala Olmo", "Injertos que perduran", "Rosa Vidal, viverista"),
    ("9.00 – 9.45", "Sala Haya", "Suelos vivos", "Iker Sanz, agrónomo"),
    ("10.00 – 10.30", "Pausa café", None, None),
    ("10.30 – 11.15", "Sala Olmo", "Podar sin herir", "Blanca Ferrer"),
    ("10.30 – 11.15", "Sala Haya", "El riego del mañana", "Tomás Rey"),
    ("13.00 – 14.30", "Comida en el claustro", None, None),
    ("14.30 – 15.00", "Sala Olmo", "Semillas viajeras", "Rosa Vidal"),
]


def programme() -> bytes:
    rows = [
        f"<tr><td>{time}</td><td colspan=3>{first}</td></tr>"
        if title is None
        else f"<tr><td>{time}</td><td>{first}</td><td>{title}</td><td>{people}</td></tr>"
        for time, first, title, people in ROWS
    ]
    return f"<h1>Jueves 7 de mayo</h1><table>{''.join(rows)}</table>".encode()


def test_a_break_across_the_columns_is_no_room() -> None:
    found = read_tables([Document("programa.html", programme())], FACTS).agenda
    breaks = {
        session.title: (f"{session.start:%H:%M}", session.room) for session in found.sessions if session.kind == "break"
    }
    assert breaks == {"Pausa café": ("10:00", None), "Comida en el claustro": ("13:00", None)}
    assert len(found.sessions) == 7
    assert {session.room for session in found.sessions} == {"Sala Olmo", "Sala Haya", None}


def test_a_symposium_at_lunch_is_a_talk_and_lunch_is_a_break() -> None:
    assert kind_of("Symposium déjeuner", "Pansements : que choisir ?", True) != "break"
    assert kind_of("Pause", "Déjeuner", False) == "break"
    assert kind_of("Pause", "Déjeuner offert par la ville", True) == "break"
