"""Programmes of a line or a few for each session, as people type them: every order and sign that tells its facts."""

from collections.abc import Callable

import pytest

from support.harbour import agenda, told
from support.papers import docx

DAYS = ("Venerdì 7 maggio 2027", "Sabato 8 maggio 2027")
SESSIONS = [
    (0, "9.00", "10.00", "Nodi che tengono", "Eva Bollani", "Lodi", "Sala 1"),
    (0, "10.00", "10.30", "Granchi e nasse: un bilancio", "Ines Grotti", "Bari", "Sala 2"),
    (0, "10.45", "11.30", "Di chi è la laguna?", "Gino Otti", "Chioggia", "Sala 1"),
    (1, "9.30", "10.00", "Flusso, riflusso e noi", "Ute Calli", "Rieti", "Sala 1"),
    (1, "10.00", "11.00", "Il fango come mattone", "Bo Lietti", "Lecce", "Sala 2"),
    (1, "11.00", "11.30", "Conclusioni", "Eva Bollani", "Lodi", "Sala 1"),
]
Line = Callable[[str, str, str, str, str, str], str]
LINES: dict[str, Line] = {
    "strokes": lambda start, end, title, who, of, room: f"{start}-{end} | {title} | {who} ({of}) | {room}",
    "slashes": lambda start, end, title, who, of, room: f"{start} - {end} / {room} / {title} / {who}",
    "brackets and a comma": lambda start, end, title, who, of, room: f"ore {start} {title} ({who}, {of}), {room}",
    "the room before a colon": lambda start, end, title, who, of, room: f"ore {start}, {room}: {who}, “{title}”",
    "people ahead": lambda start, end, title, who, of, room: f"{start} {who} ({of}): {title} [{room}]",
    "people and their town below": lambda start, end, title, who, of, room: f"ore {start} {title}\n{who}, {of}\n{room}",
}
WITH_DAYS: dict[str, Line] = {
    "the day in words": lambda day, time, title, who, of, room: f"{day}, ore {time}, {room}: {title}. Con {who} ({of})",
    "the day in figures": lambda day, time, title, who, of, room: f"{day}, {time}: {title}, {who} ({of}), {room}",
}


def _made(form: str, paragraphs: list[str]) -> str | bytes:
    if form != "docx":
        return ("\n\n" if form == "txt" else "\n").join(paragraphs)
    broken = (
        "<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in one.split("\n")) for one in paragraphs
    )
    return docx("".join(f"<w:p>{runs}</w:p>" for runs in broken))


def _read(form: str, paragraphs: list[str]) -> set[tuple[str, str, str | None, str]]:
    found = agenda((f"programma.{form.split()[0]}", _made(form, paragraphs))).sessions
    return {(title, start, room, ", ".join(who)) for title, start, _, room, who in map(told, found)}


EXPECTED = {
    (title, f"0{7 + day} {int(start.split('.')[0]):02}:{start.split('.')[1]}", room, who)
    for day, start, _, title, who, _, room in SESSIONS
}


@pytest.mark.parametrize("form", ["docx", "txt", "txt without blank lines"])
@pytest.mark.parametrize("line", LINES)
def test_lines_below_their_day(line: str, form: str) -> None:
    paragraphs: list[str] = []
    for number, day in enumerate(DAYS):
        paragraphs += [day, *(LINES[line](*session[1:]) for session in SESSIONS if session[0] == number)]
    assert _read(form, paragraphs) == EXPECTED


@pytest.mark.parametrize("form", ["docx", "txt"])
@pytest.mark.parametrize("line", WITH_DAYS)
def test_lines_that_tell_their_day(line: str, form: str) -> None:
    days = {
        "the day in words": ("Venerdì 7 maggio", "Sabato 8 maggio"),
        "the day in figures": ("07.05.2027", "08.05.2027"),
    }
    told_so = [
        WITH_DAYS[line](days[line][day], f"{start}-{end}", title, who, of, room)
        for day, start, end, title, who, of, room in SESSIONS
    ]
    assert _read(form, told_so) == EXPECTED


@pytest.mark.parametrize("form", ["docx", "txt", "txt without blank lines"])
@pytest.mark.parametrize(
    "days",
    [
        ("venerdì 7.5.2027", "sabato 8.5.2027"),
        ("Freitag, 07.05.2027", "Sonnabend, 08.05.2027"),
        ("Fri 7-05-2027", "Sat 8-05-2027"),
        ("Vendredi 7.5.", "Samedi 8.5."),
    ],
)
def test_the_date_in_figures_behind_a_weekday_is_no_time(days: tuple[str, str], form: str) -> None:
    paragraphs: list[str] = []
    for number, day in enumerate(days):
        paragraphs += [day, *(LINES["strokes"](*session[1:]) for session in SESSIONS if session[0] == number)]
    assert _read(form, paragraphs) == EXPECTED


@pytest.mark.parametrize("sign", ["", ":"])
@pytest.mark.parametrize("form", ["docx", "txt", "txt without blank lines"])
def test_rooms_alone_head_what_is_below_them_whatever_they_are_called(form: str, sign: str) -> None:
    def called(room: str, day: int) -> str:
        return "Squero" if room == "Sala 2" and day else room

    paragraphs: list[str] = []
    for number, day in enumerate(DAYS):
        paragraphs.append(day)
        for place in dict.fromkeys(session[6] for session in SESSIONS if session[0] == number):
            own = [one for one in SESSIONS if one[0] == number and one[6] == place]
            paragraphs += [f"{called(place, number)}{sign}", *(f"{one[1]}-{one[2]} {one[3]} ({one[4]})" for one in own)]
    expected = {(title, start, called(str(room), int(start[:2]) - 7), who) for title, start, room, who in EXPECTED}
    assert _read(form, paragraphs) == expected
