"""Exports of apps and content systems: records that name each other by ids, however wrapped and wherever they lie."""

import json
from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.importers.times import day
from charlotte.congress.model import Session

FACTS = Facts(
    id="carte",
    name="Carte",
    timezone="Europe/Rome",
    start_date=day("2027-03-04"),
    end_date=day("2027-03-05"),
    languages=("it", "en"),
)
GLUE = ("Colle animali", "04 09:30-10:15", "Sala Bianca", ("Marta Del Vecchio",), "Restauro")
FLOOD = ("Piena del fiume", "04 11:00-11:40", "Kleiner Saal", ("Tom Whitlock", "Nadia Kessler"), "Archivi")


def read(tree: Any) -> dict[str, Session]:
    """Return the sessions of an export by their titles."""
    agenda = read_tables([Document("export.json", json.dumps(tree).encode())], FACTS).agenda
    assert len({session.title for session in agenda.sessions}) == len(agenda.sessions)
    return {session.title: session for session in agenda.sessions}


def told(session: Session) -> tuple[str, str, str | None, tuple[str, ...], str | None]:
    """Return what a visitor would be told of a session."""
    assert session.start is not None and session.end is not None
    when = f"{session.start:%d %H:%M}-{session.end:%H:%M}"
    return session.title, when, session.room, tuple(person.name for person in session.speakers), session.track


def test_dictionaries_beside_days_of_blocks() -> None:
    tree = {
        "place": {"id": "ven-1", "name": "Palazzo", "spaces": [
            {"id": "sp-b", "name": "Sala Bianca", "seats": 90}, {"id": "sp-k", "name": "Kleiner Saal", "seats": 30}]},
        "dictionaries": {
            "themes": [
                {"id": "th-r", "label": {"it": "Restauro", "en": "Repair"}},
                {"id": "th-a", "label": {"it": "Archivi"}}],
            "levels": [{"id": "lv1", "label": {"it": "Base"}}, {"id": "lv2", "label": {"it": "Esperto"}}],
            "firms": [{"id": "or1", "name": "Paper Lab"}, {"id": "or2", "name": "Museo Civico"}]},
        "people": [
            {"id": "p1", "firstName": "Marta", "lastName": "Del Vecchio", "firmId": "or2"},
            {"id": "p2", "firstName": "Tom", "lastName": "Whitlock", "firmId": "or1"},
            {"id": "p3", "firstName": "Nadia", "lastName": "Kessler", "firmId": None}],
        "contributions": [
            {"id": "c1", "state": "confirmed", "title": "Colle animali", "themeId": "th-r", "levelId": "lv1",
             "language": "it", "contributors": [{"personId": "p1", "role": "speaker"}]},
            {"id": "c2", "state": "cancelled", "title": "Piena del fiume", "themeId": "th-a", "levelId": "lv2",
             "language": "en",
             "contributors": [{"personId": "p2", "role": "speaker"}, {"personId": "p3", "role": "speaker"}]}],
        "timetable": [{"date": "2027-03-04", "label": {"it": "Giovedì"}, "blocks": [
            {"id": "b0", "from": "09:00", "to": "09:30", "spaceId": "sp-k",
             "label": {"it": "Accoglienza", "en": "Welcome"}},
            {"id": "b1", "from": "09:30", "to": "10:15", "spaceId": "sp-b", "contributionId": "c1"},
            {"id": "b2", "from": "11:00", "to": "11:40", "spaceId": "sp-k", "contributionId": "c2"}]}],
    }  # fmt: skip
    sessions = read(tree)
    assert told(sessions["Colle animali"]) == GLUE
    assert told(sessions["Piena del fiume"]) == FLOOD
    assert sessions["Piena del fiume"].status == "cancelled"
    assert sessions["Colle animali"].speakers[0].affiliation == "Museo Civico"
    assert sessions["Colle animali"].abstract == "Level: Base."
    assert sessions["Accoglienza"].room == "Kleiner Saal"
    assert len(sessions) == 3


def test_entries_with_days_slots_and_halls_by_id() -> None:
    tree = {
        "days": [{"id": "d1", "on": "2027-03-04"}, {"id": "d2", "on": "2027-03-05"}],
        "timeslots": [
            {"id": "t1", "dayId": "d1", "start": "09:30", "finish": "10:15"},
            {"id": "t2", "dayId": "d1", "start": "11:00", "finish": "11:40"}],
        "halls": [{"id": "h1", "name": "Sala Bianca"}, {"id": "h2", "name": "Kleiner Saal"}],
        "subjects": [
            {"id": "s1", "text": [{"lang": "it", "text": "Restauro"}]},
            {"id": "s2", "text": [{"lang": "it", "text": "Archivi"}]}],
        "presenters": [
            {"id": "r1", "name": "Del Vecchio", "firstName": "Marta"},
            {"id": "r2", "name": "Whitlock", "firstName": "Tom"},
            {"id": "r3", "name": "Kessler", "firstName": "Nadia"}],
        "presentations": [
            {"id": "n1", "titles": [{"lang": "it", "text": "Colle animali"}, {"lang": "en", "text": "Animal glues"}],
             "presenterIds": ["r1"], "subjectId": "s1", "synopsis": "Di ossa e di pazienza."},
            {"id": "n2", "titles": [{"lang": "it", "text": "Piena del fiume"}, {"lang": "en", "text": "The flood"}],
             "presenterIds": ["r2", "r3"], "subjectId": "s2", "synopsis": "Che cosa resta."}],
        "entries": [
            {"id": "e1", "slot": "t1", "hall": "h1", "presentation": "n1"},
            {"id": "e2", "slot": "t2", "hall": "h2", "presentation": "n2"}],
    }  # fmt: skip
    sessions = read(tree)
    assert [told(one) for one in sessions.values()] == [GLUE, FLOOD]


def test_a_database_keyed_by_ids() -> None:
    tree = {
        "rooms": {"-Ra": {"title": "Sala Bianca", "floor": 0}, "-Rb": {"title": "Kleiner Saal", "floor": 1}},
        "tracks": {"-Ta": {"title": "Restauro"}, "-Tb": {"title": "Archivi"}},
        "users": {
            "-Ua": {"firstName": "Marta", "lastName": "Del Vecchio"},
            "-Ub": {"firstName": "Tom", "lastName": "Whitlock"},
            "-Uc": {"firstName": "Nadia", "lastName": "Kessler"}},
        "sessions": {
            "-Sa": {"name": "Colle animali", "roomKey": "-Ra", "trackKey": "-Ta", "startsAt": 1804149000000,
                    "lengthMin": 45, "speakers": {"-Ua": True}},
            "-Sb": {"name": "Piena del fiume", "roomKey": "-Rb", "trackKey": "-Tb", "startsAt": 1804154400000,
                    "lengthMin": 40, "speakers": {"-Ub": True, "-Uc": True}},
            "-Sc": {"name": "Chi paga il fango", "parentKey": "-Sb", "roomKey": "-Rb", "startsAt": 1804155600000,
                    "lengthMin": 20, "speakers": {"-Ub": True}}},
        "favourites": {"u1": {"-Sa": True}, "u2": {"-Sb": True}},
    }  # fmt: skip
    sessions = read(tree)
    assert told(sessions["Colle animali"]) == GLUE
    assert told(sessions["Piena del fiume"]) == FLOOD
    assert sessions["Chi paga il fango"].subtitle == "Piena del fiume"


def test_attributes_and_pages_of_edges_are_taken_off() -> None:
    def entry(number: int, **own: Any) -> dict[str, Any]:
        return {"id": number, "attributes": {**own, "createdAt": "2026-11-02T09:12:44Z"}}

    def edges(*nodes: Any) -> dict[str, Any]:
        return {"edges": [{"cursor": "x", "node": node} for node in nodes], "pageInfo": {"hasNextPage": False}}

    rooms = {"b": {"data": entry(1, name="Sala Bianca")}, "k": {"data": entry(2, name="Kleiner Saal")}}
    people = [entry(3, firstname="Marta", lastname="Del Vecchio"), entry(4, firstname="Tom", lastname="Whitlock")]
    people.append(entry(5, firstname="Nadia", lastname="Kessler"))
    strapi = {"data": [
        entry(11, heading="Colle animali", startsAt="2027-03-04T08:30:00.000Z", endsAt="2027-03-04T09:15:00.000Z",
              space=rooms["b"], theme={"data": entry(8, name="Restauro")}, lecturers={"data": people[:1]}),
        entry(12, heading="Piena del fiume", startsAt="2027-03-04T10:00:00.000Z", endsAt="2027-03-04T10:40:00.000Z",
              space=rooms["k"], theme={"data": entry(9, name="Archivi")}, lecturers={"data": people[1:]}),
    ]}  # fmt: skip
    assert [told(one) for one in read(strapi).values()] == [GLUE, FLOOD]
    graph = {"data": {"event": {"days": edges({"date": "2027-03-04", "slots": edges(
        {"hour": "09:30", "items": edges({"durationMinutes": 45, "hall": {"name": "Sala Bianca"}, "proposal": {
            "title": "Colle animali", "summary": "Di ossa.", "topic": {"name": "Restauro"},
            "presenters": edges({"fullName": "Marta Del Vecchio"})}})},
        {"hour": "11:00", "items": edges({"durationMinutes": 40, "hall": {"name": "Kleiner Saal"}, "proposal": {
            "title": "Piena del fiume", "summary": "Che cosa resta.", "topic": {"name": "Archivi"},
            "presenters": edges({"fullName": "Tom Whitlock"}, {"fullName": "Nadia Kessler"})}})})})}}}  # fmt: skip
    assert [told(one) for one in read(graph).values()] == [GLUE, FLOOD]


def test_entries_that_link_to_others_in_a_bag_beside_them() -> None:
    def link(key: str) -> dict[str, Any]:
        return {"sys": {"type": "Link", "linkType": "Entry", "id": key}}

    def entry(key: str, kind: str, **fields: Any) -> dict[str, Any]:
        about = {"id": key, "type": "Entry", "createdAt": "2026-11-01T08:14:22.114Z", "contentType": {
            "sys": {"type": "Link", "linkType": "ContentType", "id": kind}}}  # fmt: skip
        return {"metadata": {"tags": []}, "sys": about, "fields": fields}

    items = [
        entry("s1", "session", adminName="[27] talk / Colle", headline="Colle animali", beginsAt="2027-03-04T08:30Z",
              minutes=45, format="talk", hall=link("r1"), presenters=[link("p1")]),
        entry("s2", "session", adminName="[27] lightning / Brevi", headline="Brevi dal laboratorio",
              beginsAt="2027-03-04T10:00Z", minutes=60, format="lightning", hall=link("r2"),
              parts=[link("t1"), link("t2")]),
        entry("s3", "session", adminName="[27] talk / Piena", headline="Piena del fiume", format="talk",
              beginsAt="2027-03-05T09:00Z", minutes=45, hall=link("r1"), presenters=[link("p2"), link("p3")]),
    ]  # fmt: skip
    linked = [
        entry("r1", "space", label="Sala Bianca", seats=90), entry("r2", "space", label="Torre", seats=40),
        entry("p1", "human", fullName="Marta Del Vecchio"), entry("p2", "human", fullName="Tom Whitlock"),
        entry("p3", "human", fullName="Nadia Kessler", about=link("s3")),
        entry("t1", "short", headline="Un microscopio da tasca", presenters=[link("p2")]),
        entry("t2", "short", headline="Pennelli rifatti in casa", presenters=[link("p3"), link("p1")]),
    ]  # fmt: skip
    read_in = read({"sys": {"type": "Array"}, "total": 3, "items": items, "includes": {"Entry": linked}})
    assert told(read_in["Colle animali"]) == (
        "Colle animali", "04 09:30-10:15", "Sala Bianca", ("Marta Del Vecchio",), None)  # fmt: skip
    assert told(read_in["Piena del fiume"])[2:4] == ("Sala Bianca", ("Tom Whitlock", "Nadia Kessler"))
    part = read_in["Pennelli rifatti in casa"]
    assert (part.room, [one.name for one in part.speakers]) == ("Torre", ["Nadia Kessler", "Marta Del Vecchio"])
    assert part.start is not None and f"{part.start:%d %H:%M}" == "04 11:00"
