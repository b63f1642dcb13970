"""What systems wrap: ids in objects, paragraphs inside of sessions, clocks since midnight, links to a parent's page."""

import json
from typing import Any

from support.clay import EXPECTED, PEOPLE, ROOMS, TALKS, at, read
from support.workbooks import agenda, people, told


def test_people_whose_whole_id_stands_in_an_object_of_the_system() -> None:
    rooms = {key: {"sys": {"id": key}, "label": name} for key, name in ROOMS.items()}
    slots = [
        {"sys": {"id": f"s{number}", "publishedAt": "2026-11-20T10:10:00.000Z"}, "title": title, "begins": at(start),
         "ends": at(end), "room": rooms[room], "guestsCollection": {"items": [{"sys": {"id": one}} for one in who]}}
        for number, (_, title, start, end, room, who) in enumerate(TALKS)
    ]  # fmt: skip
    known = [
        {"sys": {"id": key}, "givenName": name.partition(" ")[0], "familyName": name.partition(" ")[2]}
        for key, name in PEOPLE.items()
    ]
    for key in ("sys", "handle"):
        tree = {"data": {"slotCollection": {"items": slots}, "guestCollection": {"items": known}}}
        told_so = json.loads(json.dumps(tree).replace('"sys": {"id"', f'"{key}": {{"id"'))
        assert read(told_so) == EXPECTED


def drupal(kind: str, key: str, relations: dict[str, Any] | None = None, **said: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"type": kind, "id": key, "attributes": said}
    if relations:
        found["relationships"] = {name: {"data": link} for name, link in relations.items()}
    return found


def test_paragraphs_that_stand_in_a_session_tell_their_talks_and_unpublished_sessions_nothing() -> None:
    def links(kind: str, *keys: str) -> list[dict[str, str]]:
        return [{"type": kind, "id": key} for key in keys]

    def session(key: str, title: str, begins: str, ends: str, talks: list[str], shown: bool = True) -> dict[str, Any]:
        relations = {"field_raum": links("taxonomy_term--raum", "r-1")[0],
                     "field_beitraege": links("paragraph--beitrag", *talks)}  # fmt: skip
        return drupal("node--sitzung", key, relations, status=shown, title=title,
                      field_zeit={"value": at(begins), "end_value": at(ends)})  # fmt: skip

    def talk(key: str, title: str, begins: int, *who: str) -> dict[str, Any]:
        return drupal("paragraph--beitrag", key, {"field_referenten": links("node--person", *who)}, status=True,
                      parent_field_name="field_beitraege", field_titel=title, field_beginn=begins)  # fmt: skip

    rows = [
        session("s-1", "Moor und Klima", "09:00", "10:00", ["t-1", "t-2"]),
        session("s-2", "Torf im Gartenbau", "13:30", "14:30", ["t-3"]),
        session("s-3", "Noch nicht öffentlich", "15:00", "16:00", ["t-4"], False),
    ]
    bag = [
        drupal("taxonomy_term--raum", "r-1", status=True, name="Kesselhaus"),
        talk("t-1", "Wiedervernässung messen", 32400, "p-1"),
        talk("t-2", "Was Torfmoose trinken", 34200, "p-2", "p-1"),
        talk("t-3", "Rindenkultursubstrate", 48600, "p-2"),
        talk("t-4", "Ein Geheimnis", 54000, "p-2"),
        drupal("node--person", "p-1", status=True, title="Rasch, Ebba", field_vorname="Ebba", field_nachname="Rasch",
               field_institution="Präsidentin der Moorgesellschaft"),
        drupal("node--person", "p-2", status=True, title="Ngo, Minh", field_vorname="Minh", field_nachname="Ngo"),
    ]  # fmt: skip
    assert sorted(read({"jsonapi": {"version": "1.0"}, "data": rows, "included": bag})) == [
        ("Moor und Klima", ("05 09:00", "10:00", "Kesselhaus"), []),
        ("Rindenkultursubstrate", ("05 13:30", "14:30", "Kesselhaus"), ["Minh Ngo"]),
        ("Torf im Gartenbau", ("05 13:30", "14:30", "Kesselhaus"), []),
        ("Was Torfmoose trinken", ("05 09:30", "10:00", "Kesselhaus"), ["Minh Ngo", "Ebba Rasch"]),
        ("Wiedervernässung messen", ("05 09:00", "09:30", "Kesselhaus"), ["Ebba Rasch"]),
    ]


def test_clocks_that_count_from_midnight() -> None:
    for clock in (lambda hour: hour, lambda hour: hour * 60, lambda hour: round(hour * 3600)):
        rows = [
            {"id": f"t{at}", "title": title, "day": "2027-03-05", "begins": clock(at), "ends": clock(at + 0.75),
             "room": "Kiln Yard"}
            for title, at in (("Ash glazes", 9.0), ("Reading shards", 9.75), ("Wood or gas?", 14))
        ]  # fmt: skip
        assert [one[:2] for one in read({"talks": rows})] == [
            ("Ash glazes", ("05 09:00", "09:45", "Kiln Yard")),
            ("Reading shards", ("05 09:45", "10:30", "Kiln Yard")),
            ("Wood or gas?", ("05 14:00", "14:45", "Kiln Yard")),
        ]


def test_rows_name_the_row_that_holds_them_by_its_title_in_any_order() -> None:
    def link(*titles: str) -> str:
        return ", ".join(f"{one} (Forum%202027/{one.replace(' ', '%20')}%20ab12cd34.md)" for one in titles)

    rows = [
        ("A press of oak", "Talk", "March 5, 2027 9:00 AM", "", link("Jo Lind"), link("Cider, old and new")),
        ("Cider, old and new", "Session", "March 5, 2027 9:00 AM → 10:30 AM", "Barn", "", ""),
        ("Closing", "Plenary", "March 5, 2027 11:00 AM → 11:30 AM", "Yard", link("Ann Fell"), ""),
        ("Grafting", "Session", "March 5, 2027 9:00 AM → 10:30 AM", "Loft", "", ""),
        ("Scions by post", "Talk", "March 5, 2027 9:00 AM → 9:45 AM", "", link("Ida Moss", "Tom Ry"), link("Grafting")),
        ("Wild yeast", "Talk", "March 5, 2027 9:45 AM", "", link("Sue Hall"), link("Cider, old and new")),
    ]
    lines = ["Name,Type,When,Room,Speakers,Inside of"]
    lines += [",".join(f'"{cell}"' for cell in row) for row in rows]
    found = agenda(("Programme 8a47a61e26cf_all.csv", "\n".join(lines)))
    assert sorted((one.title, *told(one), *people(one)[0]) for one in found.sessions) == [
        ("A press of oak", "05 09:00", "09:45", "Barn", "Jo Lind"),
        ("Cider, old and new", "05 09:00", "10:30", "Barn"),
        ("Closing", "05 11:00", "11:30", "Yard", "Ann Fell"),
        ("Grafting", "05 09:00", "10:30", "Loft"),
        ("Scions by post", "05 09:00", "09:45", "Loft", "Ida Moss", "Tom Ry"),
        ("Wild yeast", "05 09:45", "10:30", "Barn", "Sue Hall"),
    ]
    assert {one.title: one.subtitle for one in found.sessions}["Wild yeast"] == "Cider, old and new"
