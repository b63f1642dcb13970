"""What an organiser wrote that fits no session: told to staff, or kept beside whom it is about. All invented."""

import json

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.model import Agenda
from support.harbour import agenda, book

TALKS = ("Rosin and patience", "Cats in the attic", "A map of smells", "Late trains")
HOURS = ("09:00", "10:00", "11:00", "12:00")


def untold(found: Agenda) -> list[str]:
    return [str(one.values["text"]) for one in found.warnings if one.code == "in_no_session"]


def plan(*below: str) -> Agenda:
    rows: list[list[object]] = [["7 May 2027", "", ""], ["", "Blue Room", "Red Room"]]
    rows += [[hour, f"{talk}\nIda Moor", f"{talk}, again\nBo Lind"] for hour, talk in zip(HOURS, TALKS, strict=True)]
    return agenda(("plan.xlsx", book([*rows, ["", "", ""], *([line, "", ""] for line in below)])))


def test_a_line_below_a_plan_is_told_to_staff_unless_it_is_about_the_plan() -> None:
    assert untold(plan("Puppets in the foyer, open all day", "Stand: 3. Mai 2027", "R = Red Room")) == [
        "Puppets in the foyer, open all day"
    ]
    assert not untold(plan("“Late trains” moves to the Blue Room"))


def test_who_is_named_for_a_talk_that_is_not_there_is_told_to_staff() -> None:
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{hour}\r\nDTSTART:20270507T{hour.replace(':', '')}00Z\r\nDURATION:PT45M\r\n"
        f"SUMMARY:{talk}\r\nEND:VEVENT\r\n"
        for hour, talk in zip(HOURS, TALKS, strict=True)
    )
    calendar = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
    names = ("Ida Moor", "Bo Lind", "Jon Ek", "Eve Moss", "Pia Lodi", "Ugo Serra", "Lea Brand", "Tom Ahrens")
    people = "Name;Talk\n" + "".join(f"{name};{talk}\n" for name, talk in zip(names, TALKS * 2, strict=True))
    people += "Ute Falk;Sunken bells\n"
    event = {"id": "attic", "name": "Attic", "timezone": "Europe/Berlin", "start_date": "2027-05-07"}
    files = (("plan.ics", calendar), ("people.csv", people), ("event.json", json.dumps(event)))
    found = read_material(material_of([Document(name, text.encode()) for name, text in files])).agenda
    assert [one.name for session in found.sessions for one in session.speakers][::2] == list(names[:4])
    assert untold(found) == ["Ute Falk"]


def test_somebody_in_a_list_of_records_in_a_cell_leads_where_it_says_so() -> None:
    people = json.dumps([{"name": "Ida Moor", "role": "Moderator"}, {"name": "Bo Lind", "role": "Speaker"}])
    quoted = people.replace('"', '""')
    rows = "".join(f'{talk};2027-05-07;{hour};"{quoted}"\n' for hour, talk in zip(HOURS, TALKS, strict=True))
    for one in agenda(("plan.csv", f"Title;Date;Start;Speakers\n{rows}")).sessions:
        assert ([who.name for who in one.speakers], [who.name for who in one.chairs]) == (["Bo Lind"], ["Ida Moor"])


def test_of_several_who_handed_in_one_talk_each_keeps_the_own_employer() -> None:
    handed = "Title;Speaker;Organisation\n" + "".join(f"{talk};Ida Moor;Attic Trust\n" for talk in TALKS[1:])
    handed += f"{TALKS[0]};Jon Ek;\n{TALKS[0]};Bo Lind;Rosin Works\n"
    programme = "Title;Date;Start;End\n" + "".join(
        f"{talk};2027-05-07;{hour};{hour[:2]}:45\n" for hour, talk in zip(HOURS, TALKS, strict=True)
    )
    found = {one.title: one for one in agenda(("plan.csv", programme), ("handed.csv", handed)).sessions}
    assert [(one.name, one.affiliation) for one in found[TALKS[0]].speakers] == [
        ("Jon Ek", None),
        ("Bo Lind", "Rosin Works"),
    ]


def test_a_field_of_a_plugin_that_is_told_twice_counts_twice() -> None:
    def meta(key: str, said: str) -> str:
        return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{said}</wp:meta_value></wp:postmeta>"

    items = "".join(
        f"<item><title>{talk}</title><wp:post_type>session</wp:post_type>"
        + meta("session_date", "2027-05-07") + meta("start_time", hour) + meta("speaker", "Ida Moor")
        + meta("speaker", "Bo Lind") + "</item>"
        for hour, talk in zip(HOURS, TALKS, strict=True)
    )  # fmt: skip
    xml = f'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>{items}</channel></rss>'
    assert {tuple(who.name for who in one.speakers) for one in agenda(("site.xml", xml)).sessions} == {
        ("Ida Moor", "Bo Lind")
    }


def test_the_second_room_that_a_session_names_is_told_with_it() -> None:
    text = "Freitag, 7. Mai 2027\n\n" + "".join(
        f"{hour} {talk} (Saal Weide)\n{'Ida Moor | Raum Erle' if at == 1 else 'Bo Lind'}\n\n"
        for at, (hour, talk) in enumerate(zip(HOURS, TALKS, strict=True))
    )
    found = {one.title: one for one in agenda(("programm.txt", text)).sessions}[TALKS[1]]
    assert (found.room, [one.name for one in found.speakers]) == ("Saal Weide", ["Ida Moor"])
    assert found.abstract == "Raum Erle"
