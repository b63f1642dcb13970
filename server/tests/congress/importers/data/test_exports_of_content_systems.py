"""Exports of content systems and databases: what each wraps around its records, and how these name each other."""

import json
from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.material import material_of
from charlotte.congress.importers.reading import read_material
from charlotte.congress.importers.shapes.sheets.csv_text import unlinked
from charlotte.congress.importers.shapes.times.when import read_when
from support.clay import EXPECTED, PEOPLE, ROOMS, TALKS, at, read, seen
from support.workbooks import agenda, people, told

EVENT = b'{"id": "clay", "name": "Clay", "timezone": "Europe/Vienna", "start_date": "2027-03-05"}'


def test_records_that_stand_one_a_line() -> None:
    records: list[dict[str, Any]] = [{"_id": key, "_type": "venue", "name": name} for key, name in ROOMS.items()]
    records += [{"_id": key, "_type": "person", "name": name} for key, name in PEOPLE.items()]
    for key, title, start, end, room, who in TALKS:
        links = [{"_type": "reference", "_ref": one, "_key": one[:5]} for one in who]
        records.append({"_id": key, "_type": "talk", "title": title, "startsAt": at(start), "endsAt": at(end),
                        "venue": {"_type": "reference", "_ref": room}, "people": links})  # fmt: skip
    text = "\n".join(map(json.dumps, records))
    for name in ("dump.ndjson", "dump.jsonl", "dump.json"):
        files = [Document(name, text.encode()), Document("event.json", EVENT)]
        assert seen(read_material(material_of(files)).agenda.sessions) == EXPECTED


def test_stories_that_name_others_by_their_ids_in_a_bag() -> None:
    def story(key: str, **content: Any) -> dict[str, Any]:
        return {"name": key, "created_at": "2026-10-01T10:00:00.000Z", "id": len(key), "uuid": key, "slug": key[:4],
                "full_slug": f"x/{key}", "content": {"_uid": f"u-{key}", **content}}  # fmt: skip

    stories = [
        story(key, component="session", headline=title, starts_at=f"2027-03-05 {start}", ends_at=f"2027-03-05 {end}",
              room=room, speakers=who)
        for key, title, start, end, room, who in TALKS
    ]  # fmt: skip
    bag = [story(key, component="room", name=name) for key, name in ROOMS.items()]
    bag += [story(key, component="person", full_name=name) for key, name in PEOPLE.items()]
    assert read({"stories": stories, "rels": bag, "links": [], "cv": 1700000}) == EXPECTED


def test_elements_with_their_types_and_a_bag_by_short_names() -> None:
    def element(kind: str, value: Any) -> dict[str, Any]:
        return {"type": kind, "name": "Whatever", "value": value}

    def item(key: str, kind: str, **elements: Any) -> dict[str, Any]:
        about = {"id": f"i-{key}", "name": key[:6], "codename": key, "type": kind, "language": "en"}
        return {"system": about, "elements": elements}

    items = [
        item(key, "session", title=element("text", title), start=element("date_time", at(start)),
             end=element("date_time", at(end)), room=element("modular_content", [room]),
             speakers=element("modular_content", who))
        for key, title, start, end, room, who in TALKS
    ]  # fmt: skip
    bag = {key: item(key, "room", name=element("text", name)) for key, name in ROOMS.items()}
    bag |= {key: item(key, "speaker", full_name=element("text", name)) for key, name in PEOPLE.items()}
    assert read({"items": items, "modular_content": bag, "pagination": {"skip": 0, "count": 4}}) == EXPECTED


def test_links_to_who_made_a_record_say_nothing_and_a_prefix_of_all_fields_neither() -> None:
    def link(kind: str, key: str) -> dict[str, Any]:
        return {"data": {"type": kind, "id": key}}

    rows = [
        {"type": "node--session", "id": key,
         "attributes": {"status": True, "title": title, "created": "2026-10-01T10:00:00+00:00",
                        "field_date": {"value": at(start), "end_value": at(end)}},
         "relationships": {
             "node_type": link("node_type--node_type", "nt-1"), "uid": link("user--user", "u-1"),
             "field_room": link("taxonomy_term--rooms", room),
             "field_speakers": {"data": [{"type": "node--person", "id": one} for one in who]}}}
        for key, title, start, end, room, who in TALKS
    ]  # fmt: skip
    bag = [{"type": "taxonomy_term--rooms", "id": key, "attributes": {"name": name}} for key, name in ROOMS.items()]
    bag += [{"type": "node--person", "id": key, "attributes": {"title": name}} for key, name in PEOPLE.items()]
    assert read({"jsonapi": {"version": "1.0"}, "data": rows, "included": bag}) == EXPECTED


def test_the_stage_of_a_record_is_no_room() -> None:
    sessions = [
        {"id": key, "title": title, "slot": {"startTime": at(start), "endTime": at(end)}, "stage": "PUBLISHED",
         "room": {"id": room, "name": ROOMS[room]}, "speakers": [{"id": one, "name": PEOPLE[one]} for one in who]}
        for key, title, start, end, room, who in TALKS
    ]  # fmt: skip
    assert read({"data": {"sessions": sessions}}) == EXPECTED


def test_a_database_that_links_every_name_to_its_page() -> None:
    def linked(name: str) -> str:
        return f"{name} (https://www.notion.so/{name.replace(' ', '-')}-0123456789abcdef0123456789abcdef?pvs=21)"

    lines = ["Name,When,Room,Speakers"]
    for _, title, start, end, room, who in TALKS:
        hours = [int(clock[:2]) for clock in (start, end)]
        first, last = (
            f"{(hour - 1) % 12 + 1}{clock[2:]} {'AM' if hour < 12 else 'PM'}"
            for hour, clock in zip(hours, (start, end), strict=True)
        )
        named = ", ".join(linked(PEOPLE[one]) for one in who)
        lines.append(f'{title},"March 5, 2027 {first} (GMT+1) → {last}",{linked(ROOMS[room])},"{named}"')
    assert seen(agenda(("Programme all.csv", "\n".join(lines))).sessions) == EXPECTED
    assert unlinked("See the slides (https://x.example/a.pdf), they help.") != "See the slides, they help."
    when = read_when("March 5, 2027 11:00 AM (GMT+1) → 12:30 PM")
    assert (str(when.start), str(when.end), when.rest) == ("11:00:00", "12:30:00", "")


def test_people_of_a_text_in_elements_of_their_own() -> None:
    def person(name: str) -> str:
        first, _, last = name.partition(" ")
        return f'<persName role="speaker"><forename>{first}</forename> <surname>{last}</surname></persName>'

    text = "".join(
        f'<div type="session"><head>{title}</head><time from="{start}" to="{end}"/>'
        f"<placeName>{ROOMS[room]}</placeName>{''.join(person(PEOPLE[one]) for one in who)}</div>"
        for _, title, start, end, room, who in TALKS
    )
    day = f'<div type="day"><head>5 March 2027</head>{text}</div>'
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{day}</body></text></TEI>'
    assert seen(agenda(("programme.xml", xml)).sessions) == EXPECTED


def hour(clock: str) -> str:
    return f"2027-03-05 {clock}"


def test_a_list_of_named_tables_of_a_database() -> None:
    talks = [
        {"id": str(at), "title": title, "starts_at": hour(start), "ends_at": hour(end),
         "room_id": str([*ROOMS].index(room))}
        for at, (_, title, start, end, room, _) in enumerate(TALKS)
    ]  # fmt: skip
    links = [
        {"talk_id": str(at), "person_id": str([*PEOPLE].index(one))} for at, row in enumerate(TALKS) for one in row[5]
    ]
    persons = [
        {"id": str(at), "first_name": name.split(" ", 1)[0], "last_name": name.split(" ", 1)[1]}
        for at, name in enumerate(PEOPLE.values())
    ]  # fmt: skip
    tables = {"rooms": [{"id": str(at), "name": name} for at, name in enumerate(ROOMS.values())], "persons": persons,
              "talks": talks, "talk_person": links}  # fmt: skip
    listed = [{"type": "table", "name": name, "database": "clay", "data": rows} for name, rows in tables.items()]
    assert read([{"type": "header", "version": "5.2"}, {"type": "database", "name": "clay"}, *listed]) == EXPECTED


def test_fields_of_xml_whose_names_are_data() -> None:
    def row(**fields: str) -> str:
        return "<row>" + "".join(f'<field name="{name}">{said}</field>' for name, said in fields.items()) + "</row>"

    rooms = "".join(row(id=str(at), name=name) for at, name in enumerate(ROOMS.values()))
    talks = "".join(
        row(id=str(at), title=title, starts=hour(start), ends=hour(end), room_id=str([*ROOMS].index(room)),
            speakers=", ".join(PEOPLE[one] for one in who))
        for at, (_, title, start, end, room, who) in enumerate(TALKS)
    )  # fmt: skip
    xml = (
        f'<dump><base name="clay"><table name="rooms">{rooms}</table><table name="talks">{talks}</table></base></dump>'
    )
    assert seen(agenda(("dump.xml", xml)).sessions) == EXPECTED


def test_the_export_of_a_site_keeps_its_own_fields_as_keys_and_values() -> None:
    def meta(key: str, said: str) -> str:
        return f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value>{said}</wp:meta_value></wp:postmeta>"

    items = "".join(
        f"<item><title>{title}</title><pubDate>Mon, 02 Nov 2026 10:00:00 +0000</pubDate>"
        f"<wp:post_date>2026-11-02 10:00:00</wp:post_date><wp:post_type>session</wp:post_type>"
        + meta("_edit_last", "1") + meta("session_date", "2027-03-05") + meta("start_time", start)
        + meta("end_time", end) + meta("room", ROOMS[room]) + meta("speakers", ", ".join(PEOPLE[one] for one in who))
        + "</item>"
        for _, title, start, end, room, who in TALKS
    )  # fmt: skip
    xml = f'<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Clay</title>{items}</channel></rss>'
    assert seen(agenda(("site.xml", xml)).sessions) == EXPECTED


def test_ids_in_attributes_with_blanks_between_them() -> None:
    rooms = "".join(f'<room ref="{key}" label="{name}"/>' for key, name in ROOMS.items())
    persons = "".join(
        f'<person ref="{key}" given="{name.split(" ", 1)[0]}" family="{name.split(" ", 1)[1]}"/>'
        for key, name in PEOPLE.items()
    )
    slots = "".join(
        f'<slot from="{start}" to="{end}" room="{room}" title="{title}" who="{" ".join(who)}"/>'
        for _, title, start, end, room, who in TALKS
    )
    xml = (
        f"<schedule><rooms>{rooms}</rooms><people>{persons}</people>"
        f'<day date="2027-03-05">{slots}</day><day date="2027-03-06"/></schedule>'
    )
    files = [Document("p.xml", xml.encode()), Document("event.json", EVENT)]
    assert seen(read_material(material_of(files)).agenda.sessions) == EXPECTED


def test_a_table_that_a_page_loads_as_a_script() -> None:
    labels = ("Day", "From", "To", "Room", "What", "Who")
    columns = [{"id": chr(65 + at), "label": label, "type": "string"} for at, label in enumerate(labels)]
    rows = [
        {"c": [{"v": said} for said in
               ("Date(2027,2,5)", start, end, ROOMS[room], title, ", ".join(PEOPLE[one] for one in who))]}
        for _, title, start, end, room, who in TALKS
    ]  # fmt: skip
    table = json.dumps({"version": "0.6", "status": "ok", "table": {"cols": columns, "rows": rows}})
    plain = json.dumps([dict(zip(labels, [one["v"] for one in row["c"]], strict=True)) for row in rows])
    plain = plain.replace("Date(2027,2,5)", "2027-03-05")
    for text in (f"/*O_o*/\nx.setResponse({table});", f"window.programme = {plain};", f"export default {plain}\n"):
        assert seen(agenda(("data.json", text)).sessions) == EXPECTED


def test_an_end_that_only_its_values_tell_and_a_start_of_the_row_itself() -> None:
    day = 1804204800  # 2027-03-05, midnight in Vienna less an hour

    def moment(clock: str) -> int:
        return day + (int(clock[:2]) - 1) * 3600 + int(clock[3:]) * 60

    flat = [
        {"sid": at, "name": title, "ts_from": moment(start), "ts_to": moment(end), "room": {"name": ROOMS[room]},
         "persons": [{"display_name": PEOPLE[one]} for one in who]}
        for at, (_, title, start, end, room, who) in enumerate(TALKS)
    ]  # fmt: skip
    assert read({"sessions": flat}) == EXPECTED
    inner = [
        {"@type": "Event", "name": title, "startDate": at(start), "endDate": at(end),
         "location": {"@type": "Place", "name": ROOMS[room]},
         "performer": [{"@type": "Person", "name": PEOPLE[one]} for one in who]}
        for _, title, start, end, room, who in TALKS
    ]  # fmt: skip
    outer = [
        {"@type": "Event", "name": "Kilns", "startDate": at("09:00"), "endDate": at("12:00"), "subEvent": inner[:3]},
        {"@type": "Event", "name": "Wheels", "startDate": at("14:00"), "endDate": at("15:00"), "subEvent": inner[3:]},
    ]
    found = agenda(("event.json.txt.json", json.dumps({"@type": "Event", "name": "Clay", "subEvent": outer}))).sessions
    assert [one for one in seen(found) if one[0] not in ("Kilns", "Wheels")] == EXPECTED


def test_papers_of_no_session_stand_by_themselves() -> None:
    head = "Title,Date,Start time,Duration,Session,Room,Presenters\n"
    rows = (
        "Welcome,2027-03-05,09:00,0:30,,Kiln Yard,Ada Holm\n"
        "Ash glazes,2027-03-05,09:30,0:30,Glazes,Clay Loft,Leo Batista\n"
        "Salt glazes,2027-03-05,10:00,0:30,Glazes,Clay Loft,Wim de Groot\n"
        "Shards,2027-03-05,11:00,0:20,Finds,Clay Loft,Ada Holm\n"
        "Kilns,2027-03-05,11:20,0:20,Finds,Clay Loft,Leo Batista\nFarewell,2027-03-05,12:00,0:15,,Kiln Yard,Ada Holm\n"
    )
    found = {one.title: one for one in agenda(("contributions.csv", head + rows)).sessions}
    assert told(found["Welcome"]) == ("05 09:00", "09:30", "Kiln Yard")
    assert (told(found["Farewell"]), people(found["Farewell"])[0]) == (("05 12:00", "12:15", "Kiln Yard"), ["Ada Holm"])
    assert told(found["Salt glazes"]) == ("05 10:00", "10:30", "Clay Loft")


def test_columns_that_stand_one_below_the_other() -> None:
    columns = {
        "title": [row[1] for row in TALKS],
        "start": [hour(row[2]) for row in TALKS],
        "end": [hour(row[3]) for row in TALKS],
        "room": [ROOMS[row[4]] for row in TALKS],
        "speakers": [", ".join(PEOPLE[one] for one in row[5]) for row in TALKS],
    }
    assert read(columns) == EXPECTED
    assert read({name: {str(at): one for at, one in enumerate(cells)} for name, cells in columns.items()}) == EXPECTED
    rows = [list(cells) for cells in zip(*columns.values(), strict=True)]
    assert read({"columns": [*columns], "data": rows}) == EXPECTED
    assert read({"fields": [{"name": name, "type": "text"} for name in columns], "rows": rows}) == EXPECTED


def test_blocks_of_an_editor_are_a_text() -> None:
    blocks: list[dict[str, Any]] = [{"id": "a", "type": "header", "data": {"text": "Friday, 5 March 2027", "level": 2}}]
    for _, title, start, end, room, who in TALKS:
        named = ", ".join(PEOPLE[one] for one in who)
        blocks.append({"id": "b", "type": "header", "data": {"text": f"{start}–{end} {title}", "level": 3}})
        blocks.append({"id": "c", "type": "paragraph", "data": {"text": f"<b>Room:</b> {ROOMS[room]}"}})
        blocks.append({"id": "d", "type": "paragraph", "data": {"text": f"<b>Speakers:</b> {named}"}})
    assert read({"time": 1790000000000, "blocks": blocks, "version": "2.28.0"}) == EXPECTED


def test_papers_with_the_hours_of_their_session_and_their_own_beside_papers_without_one() -> None:
    head = "paperID;title;author_1_name;author_2_name;session_title;session_start;presentation_start;"
    head += "presentation_end;room\n"
    rows = (
        "1;Welcome;Ada Holm;;;2027-03-05 09:00;2027-03-05 09:00;2027-03-05 09:30;Kiln Yard\n"
        "2;Ash glazes;Leo Batista;Ada Holm;Glazes;2027-03-05 10:00;2027-03-05 10:00;2027-03-05 10:20;Clay Loft\n"
        "3;Salt glazes;Wim de Groot;;Glazes;2027-03-05 10:00;2027-03-05 10:20;2027-03-05 10:40;Clay Loft\n"
        "4;Slips;Ada Holm;;Glazes;2027-03-05 10:00;2027-03-05 10:40;2027-03-05 11:00;Clay Loft\n"
        "5;Farewell;Ada Holm;;;2027-03-05 12:00;2027-03-05 12:00;2027-03-05 12:15;Kiln Yard\n"
    )
    found = {one.title: one for one in agenda(("papers.csv", head + rows)).sessions}
    assert told(found["Salt glazes"]) == ("05 10:20", "10:40", "Clay Loft")
    assert people(found["Ash glazes"])[0] == ["Leo Batista", "Ada Holm"]
    assert told(found["Farewell"]) == ("05 12:00", "12:15", "Kiln Yard")
    assert found["Glazes"].start is not None and f"{found['Glazes'].start:%H:%M}" == "10:00"


def test_rich_titles_and_links_in_objects_of_their_own() -> None:
    def document(key: str, kind: str, **data: Any) -> dict[str, Any]:
        return {"id": key, "uid": key[:6], "type": kind, "tags": [], "slugs": [key], "lang": "en-us", "data": data}

    def link(key: str, kind: str) -> dict[str, Any]:
        return {"id": key, "type": kind, "tags": [], "slug": "x", "lang": "en-us", "link_type": "Document"}

    def rich(text: str) -> list[dict[str, Any]]:
        return [{"type": "heading1", "text": text, "spans": []}]

    results = [
        document(key, "talk", title=rich(title), starts=at(start), ends=at(end), room=link(room, "room"),
                 people=[{"person": link(one, "person")} for one in who])
        for key, title, start, end, room, who in TALKS
    ]  # fmt: skip
    results += [document(key, "room", name=rich(name)) for key, name in ROOMS.items()]
    results += [document(key, "person", full_name=rich(name)) for key, name in PEOPLE.items()]
    assert read({"page": 1, "results_per_page": 100, "results": results}) == EXPECTED


def test_rows_between_two_tables_are_who_they_hold() -> None:
    rows = [
        {"id": number, "status": "published", "title": title, "starts_at": f"2027-03-05T{start}:00",
         "ends_at": f"2027-03-05T{end}:00", "room_id": {"id": [*ROOMS].index(room), "name": ROOMS[room]},
         "speakers": [{"id": 90, "sessions_id": number, "people_id": {"id": 7, "name": PEOPLE[one]}} for one in who]}
        for number, (_, title, start, end, room, who) in enumerate(TALKS)
    ]  # fmt: skip
    assert read({"data": rows}) == EXPECTED


def test_lists_that_a_cell_holds_as_json() -> None:
    def rows(cell: Any) -> str:
        lines = ["Title,Start,End,Room,Speakers"]
        for _, title, start, end, room, who in TALKS:
            said = json.dumps([cell(one) for one in who]).replace('"', '""')
            lines.append(f'{title},{hour(start)},{hour(end)},{ROOMS[room]},"{said}"')
        return "\n".join(lines)

    assert seen(agenda(("talks.csv", rows(PEOPLE.get))).sessions) == EXPECTED
    told_in = agenda(("talks.csv", rows(lambda one: {"name": PEOPLE[one], "org": "Kiln Club"}))).sessions
    assert seen(told_in) == EXPECTED
    assert told_in[0].speakers[0].affiliation == "Kiln Club"
    ids = rows(lambda one: one)
    listed = "Name,ID\n" + "".join(f"{name},{key}\n" for key, name in PEOPLE.items())
    assert seen(agenda(("talks.csv", ids), ("people.csv", listed)).sessions) == EXPECTED


def test_moments_as_scripts_write_them() -> None:
    when = read_when("Fri Mar 05 2027 09:00:00 GMT+0100 (Central European Standard Time)")
    assert when.moment is not None and when.moment.isoformat() == "2027-03-05T09:00:00+01:00"
    when = read_when("Fri, 05 Mar 2027 09:00:00 GMT")
    assert when.moment is not None and when.moment.isoformat() == "2027-03-05T09:00:00+00:00"


def test_tables_of_a_layout_program_below_their_days() -> None:
    def table(day: str, rows: list[list[str]]) -> str:
        cells = "".join(
            f'<Cell aid:table="cell" aid:crows="1" aid:ccols="1">{one}</Cell>'
            for row in [["Time", "Session", "Room", "Speakers"], *rows]
            for one in row
        )
        return f'<Day>{day}</Day><Table aid:table="table" aid:trows="{len(rows) + 1}" aid:tcols="4">{cells}</Table>'

    rows = [[f"{start}–{end}", title, ROOMS[room], ", ".join(PEOPLE[one] for one in who)]
            for _, title, start, end, room, who in TALKS]  # fmt: skip
    tables = table("Friday, 5 March 2027", rows) + table(
        "Saturday, 6 March 2027", [["9:00–9:30", "Farewell", "Yard", ""]]
    )
    xml = f'<Root xmlns:aid="http://ns.adobe.com/AdobeInDesign/4.0/"><Story>{tables}</Story></Root>'
    *friday, last = agenda(("booklet.xml", xml)).sessions
    assert seen(tuple(friday)) == EXPECTED
    assert (last.title, told(last)) == ("Farewell", ("06 09:00", "09:30", "Yard"))
