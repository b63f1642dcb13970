"""Programmes that do not exist, written down the way different offices and systems would write them."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import openpyxl
import yaml
from babel.dates import format_date
from hypothesis import strategies as st

FIRST = date(2026, 10, 22)  # a Thursday; until Saturday
DAYS = [FIRST + timedelta(days=n) for n in range(3)]
EVENT = {
    "id": "invented",
    "name": "Invented",
    "timezone": "Europe/Rome",
    "start_date": FIRST.isoformat(),
    "end_date": DAYS[-1].isoformat(),
}
ROOMS = ("Sala Verdi", "Aula Magna", "Room 2.1", "Großer Saal", "Salle B", "Auditorium", "Teatro Nuovo", "B-104")
PEOPLE = (
    "Anna Rossi",
    "Jürgen Müller",
    "Chloé Lefèvre",
    "María José Núñez",
    "Sean O'Neill",
    "Giulia De Santis",
    "Pavel Novák",
    "Ingrid van der Berg",
    "Luca Bianchi",
    "Aïcha Benali",
    "Thomas Schäfer",
    "Elena Conti",
)
SUBJECTS = (
    "Kidney stones in children",
    "Nuove linee guida sul diabete",
    "Der Wald im Klimawandel",
    "L'eau et la ville",
    "Energía solar en los pueblos",
    "Robots that fold laundry",
    "Il ponte romano: restauro e rilievi",
    "Sepsis: first hour",
    "Bread without gluten",
    "Zahnersatz aus dem Drucker",
    "Pourquoi les abeilles dansent",
    "Redes para hospitales rurales",
    "Digital twins, explained",
    "La voce dopo l'intervento",
    "Wie Kinder rechnen lernen",
    "Open data in small towns",
)
TRACKS = ("Medicina", "Umwelt", "Education", "Technologie")


@dataclass(frozen=True)
class Talk:
    """One session of an invented programme."""

    title: str
    start: datetime
    minutes: int
    room: str
    speakers: tuple[str, ...]
    track: str
    abstract: str

    @property
    def end(self) -> datetime:
        """When it ends."""
        return self.start + timedelta(minutes=self.minutes)


@st.composite
def programmes(draw: st.DrawFn) -> list[Talk]:
    """Draw sessions in order of time, at most one at a time in each room."""
    rooms = draw(st.lists(st.sampled_from(ROOMS), min_size=2, max_size=4, unique=True))
    titles = draw(st.permutations(SUBJECTS))
    talks: list[Talk] = []
    length = draw(st.sampled_from((20, 30, 45, 90)))
    for day in DAYS[: draw(st.integers(2, 3))]:
        for hour in draw(st.lists(st.integers(8, 17), min_size=2, max_size=3, unique=True)):
            for room in draw(st.lists(st.sampled_from(rooms), min_size=1, max_size=2, unique=True)):
                if len(talks) == len(titles):
                    break
                start = datetime(day.year, day.month, day.day, hour, draw(st.sampled_from((0, 15, 30))))
                speakers = tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True)))
                title = titles[len(talks)]
                abstract = f"{title}. " + "What it is about, in more words than a title has. " * 5
                talks.append(
                    Talk(title, start, length, room, speakers, draw(st.sampled_from(TRACKS)), abstract.strip())
                )
    return sorted(talks, key=lambda talk: (talk.start, talk.room))


HEADERS: dict[str, dict[str, tuple[str, ...]]] = {
    "title": {
        "en": ("Title", "Session", "Talk title", "Name"),
        "it": ("Titolo", "Titolo intervento", "Sessione"),
        "de": ("Titel", "Vortrag", "Thema"),
        "fr": ("Titre", "Intitulé de la conférence", "Séance"),
        "es": ("Título", "Ponencia"),
    },
    "date": {
        "en": ("Date", "Day"),
        "it": ("Data", "Giorno"),
        "de": ("Datum", "Tag"),
        "fr": ("Date", "Jour"),
        "es": ("Fecha", "Día"),
    },
    "start": {
        "en": ("Start", "Start time", "Begins", "From"),
        "it": ("Inizio", "Ora inizio", "Dalle"),
        "de": ("Beginn", "Von", "Startzeit"),
        "fr": ("Début", "Heure de début"),
        "es": ("Inicio", "Hora inicio"),
    },
    "end": {
        "en": ("End", "End time", "Until"),
        "it": ("Fine", "Ora fine", "Alle"),
        "de": ("Ende", "Bis"),
        "fr": ("Fin",),
        "es": ("Fin", "Hasta"),
    },
    "when": {
        "en": ("Time", "When"),
        "it": ("Orario", "Ora"),
        "de": ("Uhrzeit", "Zeit"),
        "fr": ("Horaire", "Heure"),
        "es": ("Horario", "Hora"),
    },
    "minutes": {
        "en": ("Duration", "Length (min)"),
        "it": ("Durata",),
        "de": ("Dauer",),
        "fr": ("Durée",),
        "es": ("Duración",),
    },
    "room": {
        "en": ("Room", "Location", "Venue"),
        "it": ("Sala", "Aula", "Luogo"),
        "de": ("Raum", "Saal", "Ort"),
        "fr": ("Salle", "Lieu"),
        "es": ("Sala", "Lugar"),
    },
    "speakers": {
        "en": ("Speaker(s)", "Speakers", "Presenter"),
        "it": ("Relatori", "Relatore/i"),
        "de": ("Referenten", "Referent/in"),
        "fr": ("Intervenants", "Orateur"),
        "es": ("Ponentes", "Ponente(s)"),
    },
    "track": {
        "en": ("Track", "Category"),
        "it": ("Area", "Categoria"),
        "de": ("Kategorie", "Bereich"),
        "fr": ("Catégorie",),
        "es": ("Categoría",),
    },
    "abstract": {
        "en": ("Abstract", "Description"),
        "it": ("Descrizione", "Abstract"),
        "de": ("Beschreibung",),
        "fr": ("Résumé", "Descriptif"),
        "es": ("Descripción", "Resumen"),
    },
}

DATES: tuple[Callable[[date, str], str], ...] = (
    lambda day, _: day.isoformat(),
    lambda day, _: f"{day:%d/%m/%Y}",
    lambda day, _: f"{day:%m/%d/%Y}",
    lambda day, _: f"{day.day}.{day.month}.{day.year}",
    lambda day, _: f"{day:%d-%m-%y}",
    lambda day, language: format_date(day, "d MMMM yyyy", locale=language),
    lambda day, language: format_date(day, "EEEE d MMMM", locale=language),
    lambda day, language: format_date(day, "EEEE", locale=language),
    lambda day, language: format_date(day, "EEE d/M", locale=language),
    lambda day, language: f"{WORD_FOR_DAY[language]} {(day - FIRST).days + 1}",
)
WORD_FOR_DAY = {"en": "Day", "it": "Giorno", "de": "Tag", "fr": "Jour", "es": "Día"}
CLOCKS: tuple[Callable[[datetime], str], ...] = (
    lambda at: f"{at:%H:%M}",
    lambda at: f"{at.hour}.{at:%M}",
    lambda at: f"{at.hour}h{at:%M}",
    lambda at: f"{at:%H:%M:%S}",
    lambda at: f"{at:%I:%M %p}",
    lambda at: f"{at.hour}:{at:%M} Uhr",
)
RANGES = ("{} - {}", "{}–{}", "{} a {}", "{} to {}", "{} alle {}", "{} bis {}")
LENGTHS: tuple[Callable[[int], str], ...] = (
    str,
    lambda minutes: f"{minutes} min",
    lambda minutes: f"{minutes}'",
    lambda minutes: f"{minutes // 60}:{minutes % 60:02}",
    lambda minutes: f"{minutes // 60}h{minutes % 60:02}",
)
BETWEEN_NAMES = (", ", "; ", " / ", "\n", " & ")
EXTRA = ("E-mail", "Notes", "Level", "#")


@st.composite
def written(draw: st.DrawFn, talks: Sequence[Talk]) -> tuple[list[str], list[list[str]]]:
    """Draw how an office would write a programme as a table: a header and rows of texts."""
    language = draw(st.sampled_from(sorted(WORD_FOR_DAY)))
    on, clock = draw(st.sampled_from(DATES)), draw(st.sampled_from(CLOCKS))
    length, between = draw(st.sampled_from(LENGTHS)), draw(st.sampled_from(BETWEEN_NAMES))
    timing = draw(st.sampled_from(("start+end", "start+minutes", "range")))
    between_times = draw(st.sampled_from(RANGES))
    columns: dict[str, Callable[[Talk], str]] = {"date": lambda talk: on(talk.start.date(), language)}
    if timing == "range":
        columns["when"] = lambda talk: between_times.format(clock(talk.start), clock(talk.end))
    else:
        columns["start"] = lambda talk: clock(talk.start)
        if timing == "start+end":
            columns["end"] = lambda talk: clock(talk.end)
        else:
            columns["minutes"] = lambda talk: length(talk.minutes)
    columns["title"] = lambda talk: talk.title
    columns["room"] = lambda talk: talk.room
    columns["speakers"] = lambda talk: between.join(talk.speakers)
    if draw(st.booleans()):
        columns["track"] = lambda talk: talk.track
    if draw(st.booleans()):
        columns["abstract"] = lambda talk: talk.abstract
    order = draw(st.permutations(sorted(columns)))
    header = [draw(st.sampled_from(HEADERS[name][language])) for name in order]
    rows = [[columns[name](talk) for name in order] for talk in talks]
    for extra in draw(st.lists(st.sampled_from(EXTRA), max_size=2, unique=True)):
        header.append(extra)
        for at, row in enumerate(rows):
            row.append({"E-mail": f"someone{at}@example.org", "Notes": "", "Level": "base", "#": str(at + 1)}[extra])
    return header, rows


def as_csv(header: list[str], rows: list[list[str]], delimiter: str, encoding: str) -> bytes:
    """Return a table as a CSV file."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([header, *rows])
    return text.getvalue().encode(encoding, "replace")


def as_xlsx(
    header: list[str], rows: list[list[str]], title_above: str | None = None, merged: Sequence[str] = ()
) -> bytes:
    """Return a table as a sheet, with a title above it that is merged over all columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if title_above:
        sheet.append([title_above])
        sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(header))
        sheet.append([])
    for row in [header, *rows]:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def as_ods() -> bytes:
    """Return the beginning of an OpenDocument sheet."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return raw.getvalue()


def by_slots(talks: Sequence[Talk], words: dict[str, str], clock: Callable[[datetime], str]) -> Any:
    """Return the programme as days of slots of talks, as people write YAML by hand."""
    days: list[Any] = []
    for day in dict.fromkeys(talk.start.date() for talk in talks):
        slots: list[Any] = []
        for start in dict.fromkeys(talk.start for talk in talks if talk.start.date() == day):
            held = [
                {
                    words["title"]: talk.title,
                    words["room"]: talk.room,
                    words["speakers"]: list(talk.speakers),
                    words["minutes"]: talk.minutes,
                }
                for talk in talks
                if talk.start == start
            ]
            slots.append({words["when"]: clock(start), words["list"]: held})
        days.append({words["date"]: day.isoformat(), words["slots"]: slots})
    return {words["days"]: days}


def by_keys(talks: Sequence[Talk]) -> Any:
    """Return the programme under keys that are data: the day, and in it the room."""
    tree: dict[str, dict[str, list[Any]]] = {}
    for talk in talks:
        rooms = tree.setdefault(talk.start.date().isoformat(), {})
        rooms.setdefault(talk.room, []).append(
            {
                "from": f"{talk.start:%H:%M}",
                "to": f"{talk.end:%H:%M}",
                "title": talk.title,
                "who": [{"fullName": name, "company": "Org"} for name in talk.speakers],
            }
        )
    return {"version": 3, "programme": tree}


def by_numbers(talks: Sequence[Talk]) -> dict[str, Any]:
    """Return the programme as four lists that refer to each other, as a database would be dumped."""
    rooms = list(dict.fromkeys(talk.room for talk in talks))
    people = list(dict.fromkeys(name for talk in talks for name in talk.speakers))
    return {
        "rooms": [{"id": at + 11, "name": name, "floor": "1"} for at, name in enumerate(rooms)],
        "speakers": [
            {
                "id": at + 101,
                "first_name": name.split()[0],
                "last_name": name.split(maxsplit=1)[1],
                "bio": "Knows a lot.",
            }
            for at, name in enumerate(people)
        ],
        "talks": [
            {"id": at + 1001, "title": talk.title, "speaker_ids": [people.index(name) + 101 for name in talk.speakers]}
            for at, talk in enumerate(talks)
        ],
        "slots": [
            {
                "talk_id": at + 1001,
                "room_id": rooms.index(talk.room) + 11,
                "starts_at": f"{talk.start:%Y-%m-%dT%H:%M:%S}",
                "ends_at": f"{talk.end:%Y-%m-%dT%H:%M:%S}",
            }
            for at, talk in enumerate(talks)
        ],
    }


def as_json(tree: Any) -> bytes:
    """Return a tree as JSON."""
    return json.dumps(tree, ensure_ascii=False).encode()


def as_yaml(tree: Any) -> bytes:
    """Return a tree as YAML."""
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode()
