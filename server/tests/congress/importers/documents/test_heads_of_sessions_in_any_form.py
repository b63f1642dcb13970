"""Heads of sessions above their talks, in several languages and orders, also in texts without blank lines. Invented."""

import pytest

from support.harbour import agenda, told
from support.papers import docx

Language = tuple[str, str, str, str, str, str, list[str]]
LANGUAGES: dict[str, Language] = {
    "en": ("Friday 7 May 2027", "Session", "Chair", "Room 1", "Great Hall", "{}", ["Mills and Mud", "Winds", "Worms"]),
    "fr": (
        "Vendredi 7 mai 2027",
        "Séance",
        "Modération",
        "Salle 1",
        "Grand amphi",
        "{}",
        ["Eaux", "Vents et marées", "Vers"],
    ),
    "it": (
        "Venerdì 7 maggio 2027",
        "Sessione",
        "Modera",
        "Sala 1",
        "Aula magna",
        "ore {}",
        ["Acque", "Venti", "Vermi"],
    ),
    "de": (
        "Freitag, 7. Mai 2027",
        "Sektion",
        "Leitung",
        "Raum 1",
        "Großer Saal",
        "{} Uhr",
        ["Flüsse", "Wind", "Würmer"],
    ),
}
HEADS = {
    "when and where below": ["{kind} {number}: {title}", "{start} – {end}, {room} · {chair}: {who}"],
    "where and when above": ["{room}, {start}–{end}", "{kind} {number}: {title}", "({chair}: {who})"],
    "where beside the title": ["{kind} {number}: {title} ({room})", "{chair}: {who}"],
    "all in one line": ["{kind} {number}: {title}, {start}–{end}, {room} ({chair}: {who})"],
}
TALKS = {"in brackets": "{at} {talk} ({who})", "below": "{at} {talk}\n{who}", "ahead": "{at} {who}: {talk}"}
SESSIONS = [("9.00", "10.30", "Lola Pons", "9.45"), ("11.00", "12.30", "Blas Ibarra", "11.45")]


def _paragraphs(language: str, head: str, talk: str) -> list[list[str]]:
    day, kind, chair, first, second, clock, titles = LANGUAGES[language]
    found = [[day]]
    for number, (start, end, who, then) in enumerate(SESSIONS):
        told_so = {"kind": kind, "number": number + 1, "title": titles[number], "chair": chair, "who": who}
        told_so |= {"start": clock.format(start), "end": end, "room": (first, second)[number]}
        found.append([line.format(**told_so) for line in HEADS[head]])
        last = "Penumbra crescit" if number else titles[2]
        for at, title, speaker in ((start, f"Umbra {number} crescit", "Ines Gall"), (then, last, "Omar Sadik")):
            found.append(TALKS[talk].format(at=clock.format(at), talk=title, who=speaker).split("\n"))
    return found


@pytest.mark.parametrize("form", ["docx", "txt", "without blank lines"])
@pytest.mark.parametrize("talk", TALKS)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_talks_are_held_in_the_session_of_the_head_above_them(language: str, head: str, talk: str, form: str) -> None:
    paragraphs = _paragraphs(language, head, talk)
    made: str | bytes = ("\n\n" if form == "txt" else "\n").join("\n".join(lines) for lines in paragraphs)
    if form == "docx":
        broken = ("<w:r><w:br/></w:r>".join(f"<w:r><w:t>{line}</w:t></w:r>" for line in one) for one in paragraphs)
        made = docx("".join(f"<w:p>{runs}</w:p>" for runs in broken))
    found = agenda((f"programme.{'docx' if form == 'docx' else 'txt'}", made)).sessions
    _, kind, _, first, second, _, titles = LANGUAGES[language]
    told_so = [(title, start, room, who) for title, start, _, room, who in map(told, found)]
    assert sorted(told_so, key=str) == sorted(
        [
            (f"{kind} 1: {titles[0]}", "07 09:00", first, []),
            ("Umbra 0 crescit", "07 09:00", first, ["Ines Gall"]),
            (titles[2], "07 09:45", first, ["Omar Sadik"]),
            (f"{kind} 2: {titles[1]}", "07 11:00", second, []),
            ("Umbra 1 crescit", "07 11:00", second, ["Ines Gall"]),
            ("Penumbra crescit", "07 11:45", second, ["Omar Sadik"]),
        ],
        key=str,
    )
    chairs = {one.title: [who.name for who in one.chairs] for one in found if one.chairs}
    assert chairs == {f"{kind} 1: {titles[0]}": ["Lola Pons"], f"{kind} 2: {titles[1]}": ["Blas Ibarra"]}


def test_titles_in_capitals_throughout_are_nobody_and_a_hall_is_no_label() -> None:
    lines = [
        "Friday 7 May 2027",
        "9:00 am, Great Hall: Opening Remarks. With Ann Orr (Ely)",
        "10:00 am, Room 2: Mud as Mortar. With Bo Lie (Lund)",
        "11:00 am, Room 2: Closing Round. With Eve Moss (Wells)",
    ]
    found = agenda(("programme.txt", "\n".join(lines))).sessions
    assert sorted((title, room, who) for title, _, _, room, who in map(told, found)) == [
        ("Closing Round", "Room 2", ["Eve Moss"]),
        ("Mud as Mortar", "Room 2", ["Bo Lie"]),
        ("Opening Remarks", "Great Hall", ["Ann Orr"]),
    ]
