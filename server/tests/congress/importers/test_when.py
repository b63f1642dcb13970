"""Dates, times and lengths as people write them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.congress.importers.shapes.people.names import looks_like_person, people_in
from charlotte.congress.importers.shapes.people.surnames_first import writes_last_name_first
from charlotte.congress.importers.shapes.times.lengths import read_length
from charlotte.congress.importers.shapes.times.when import When, read_when

OCTOBER = date(2026, 10, 24)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("14.30", time(14, 30), None),
        ("14h30", time(14, 30), None),
        ("14h", time(14), None),
        ("2:30 pm", time(14, 30), None),
        ("12:15 am", time(0, 15), None),
        ("ore 9", time(9), None),
        ("9 Uhr", time(9), None),
        ("8:00 a 9:00", time(8), time(9)),
        ("11-12 hs", time(11), time(12)),
        ("11-12", time(11), time(12)),
        ("9–10 Uhr", time(9), time(10)),
        ("dalle 9.00 alle 10.30", time(9), time(10, 30)),
        ("von 9:00 bis 10:00", time(9), time(10)),
        ("de 9h à 10h30", time(9), time(10, 30)),
        ("de 9:00 a 10:00", time(9), time(10)),
        ("9:00am - 5:30pm", time(9), time(17, 30)),
        ("1-2pm", time(13), time(14)),
        ("10:00 to 11:00 CEST", time(10), time(11)),
        ("<DAY>T16:30:00", time(16, 30), None),
    ],
)
def test_times_and_ranges(text: str, start: time, end: time | None) -> None:
    when = read_when(text)
    assert (when.start, when.end, when.has_day) == (start, end, False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-10-24", When(on=OCTOBER)),
        ("20261024", When(on=OCTOBER)),
        ("24/10/2026", When(on=OCTOBER)),
        ("24.10.26", When(on=OCTOBER)),
        ("10/24/2026", When(on=OCTOBER)),
        ("24 ottobre 2026", When(on=OCTOBER)),
        ("24. Oktober 2026", When(on=OCTOBER)),
        ("October 24th, 2026", When(on=OCTOBER)),
        ("24 de octubre de 2026", When(on=OCTOBER)),
        ("Samedi 24 octobre 2026", When(on=OCTOBER, weekday=5)),
        ("24 oct", When(month_day=(10, 24))),
        ("24/10", When(month_day=(10, 24))),
        ("24.10.", When(month_day=(10, 24))),
        ("Sa, 24.10.", When(month_day=(10, 24), weekday=5)),
        ("mar 24/10", When(month_day=(10, 24), weekday=1)),
        ("sábado", When(weekday=5)),
        ("Sonnabend", When(weekday=5)),
        ("Giorno 2", When(day_number=2)),
        ("2. Tag", When(day_number=2)),
        ("1st day", When(day_number=1)),
        ("2026-10-24 14:30", When(on=OCTOBER, start=time(14, 30))),
        ("2026-10-24 14.30", When(on=OCTOBER, start=time(14, 30))),
        ("24/10/2026 14:30:00", When(on=OCTOBER, start=time(14, 30))),
        ("Sat 24 Oct 2026, 14:30-15:15", When(on=OCTOBER, weekday=5, start=time(14, 30), end=time(15, 15))),
        ("2026-10-24T12:30:00Z", When(moment=datetime(2026, 10, 24, 12, 30, tzinfo=UTC))),
    ],
)
def test_days(text: str, wanted: When) -> None:
    assert read_when(text) == wanted


@pytest.mark.parametrize(
    "text", ["Sala 2.1", "Kubernetes 1.30 and you", "Room 104", "3D printing", "", "TBA", "v2", "12"]
)
def test_what_is_no_time(text: str) -> None:
    assert not read_when(text).has_clock or read_when(text).rest


def test_the_order_of_day_and_month_is_the_column_s() -> None:
    assert read_when("03/04/2026", "dmy").on == date(2026, 4, 3)
    assert read_when("03/04/2026", "mdy").on == date(2026, 3, 4)
    assert read_when("03/04/2026").both_orders and not read_when("13/04/2026").both_orders


@given(st.text(max_size=90))
def test_no_text_is_too_strange(text: str) -> None:
    read_when(text)
    read_when(text, "mdy", "date")
    read_when(text, "dmy", "clock")
    read_length(text)
    people_in(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("45 min", 45),
        ("45'", 45),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("1:30", 90),
        ("01:30:00", 90),
        ("90 minuti", 90),
        ("1 ora e 30 minuti", 90),
        ("1,5 Stunden", 90),
        ("2 hours", 120),
        ("PT1H30M", 90),
        ("1 heure", 60),
        ("30 Minuten", 30),
    ],
)
def test_lengths(text: str, minutes: int) -> None:
    assert read_length(text) == timedelta(minutes=minutes)


def test_what_is_no_length() -> None:
    assert [read_length(text) for text in ("", "0", "soon", "99999999", "12 angry men")] == [None] * 5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Rossi, Luca Bianchi", ["Anna Rossi", "Luca Bianchi"]),
        ("Anna Rossi e Luca Bianchi", ["Anna Rossi", "Luca Bianchi"]),
        ("Prof. Anna Rossi; Dr. Luca Bianchi", ["Prof. Anna Rossi", "Dr. Luca Bianchi"]),
        ("Anna Rossi - Università di Pisa, Luca Bianchi - CNR", ["Anna Rossi", "Luca Bianchi"]),
        ("Anna Rossi (Università di Pisa)\nLuca Bianchi", ["Anna Rossi", "Luca Bianchi"]),
        ("Relatore: Anna Rossi", ["Anna Rossi"]),
        ("Ingrid van der Berg & Chloé Lefèvre", ["Ingrid van der Berg", "Chloé Lefèvre"]),
        ('Fabio "Fale" Verdi', ['Fabio "Fale" Verdi']),
        ("Anna Rossi (annina)", ["Anna Rossi (annina)"]),
    ],
)
def test_people_in_a_cell(text: str, names: list[str]) -> None:
    assert [person.name for person in people_in(text)] == names


def test_affiliations_are_not_people() -> None:
    person, other = people_in("Anna Rossi - Università di Pisa, Luca Bianchi (ACME GmbH)")
    assert (person.affiliation, other.affiliation) == ("Università di Pisa", "ACME GmbH")


def test_last_names_first() -> None:
    cells = ["Rossi, Anna; Bianchi, Luca", "Müller, Jürgen", "Conti, Elena"]
    assert writes_last_name_first(cells)
    assert [person.name for person in people_in(cells[0], last_name_first=True)] == ["Anna Rossi", "Luca Bianchi"]
    assert not writes_last_name_first(["Anna Rossi, Luca Bianchi", "Elena Conti"])


def test_what_is_a_name() -> None:
    assert all(map(looks_like_person, ("Anna Rossi", "Jean-Michel D'Arc", "Dr. Li Wei", "María José Núñez")))
    assert not any(map(looks_like_person, ("Sala Verdi 2", "a talk about it", "ACME GmbH", "https://a.example", "")))


def test_only_words_beside_a_number_are_dates_with_a_slip() -> None:
    assert not read_when("Session 2 – Vents et marées").has_day  # no "mardi"
    assert not read_when("Séance 3 – Mar et terre, sabatos").has_clock
    assert read_when("sabato 9 otobre").month_day == (10, 9)


@pytest.mark.parametrize("text", ["sab 15/5 ore 10", "ven 5 ore 10", "venerdì 5 maggio ore 10", "dom 16/5, ore 10"])
def test_an_hour_behind_ore_is_none_of_the_day_before_it(text: str) -> None:
    assert read_when(text).start == time(10)


def test_minutes_follow_their_hour_in_words() -> None:
    assert read_when("9 Uhr 30").start == read_when("9 heures 30").start == time(9, 30)
