"""Databases that link people to sessions and talks in one table, which says beside each key what it is the key of."""

import json

from support.workbooks import agenda, people, told

DUMP = r"""
CREATE TABLE "raeume" ("id" integer, "bezeichnung" text, "plaetze" integer);
INSERT INTO "raeume" ("id", "bezeichnung", "plaetze") VALUES (1, 'Webstube', 40), (2, 'Färberhof', 90);
INSERT INTO "sitzungen" ("id", "raum_id", "beginn", "ende", "titel") VALUES
(1, 2, '2027-03-05 09:00:00', '2027-03-05 10:30:00', 'Wolle und Wasser'),
(2, 1, '2027-03-05 11:00:00', '2027-03-05 12:00:00', 'Podium: Wer spinnt denn da?');
INSERT INTO "vortraege" ("id", "sitzung_id", "beginn", "dauer_min", "titel") VALUES
(1, 1, '2027-03-05 09:00:00', 30, 'Indigo in kaltem Wasser'),
(2, 1, '2027-03-05 09:30:00', 30, 'Das Schaf als Nachbar');
INSERT INTO "personen" ("id", "vorname", "nachname") VALUES
(1, 'Hedda', 'Wirth'), (2, 'Jonas', 'Egli'), (3, 'Mara', 'Koch'), (4, 'Till', 'Brand');
INSERT INTO "mitwirkungen" ("id", "mitwirkbar_type", "mitwirkbar_id", "person_id", "rolle") VALUES
(1, 'App\\Models\\Vortrag', 1, 1, 'Referent'),
(2, 'App\\Models\\Vortrag', 2, 2, 'Referent'),
(3, 'App\\Models\\Vortrag', 2, 3, 'Referent'),
(4, 'App\\Models\\Sitzung', 1, 4, 'Moderation'),
(5, 'App\\Models\\Sitzung', 2, 1, 'Referent'),
(6, 'App\\Models\\Sitzung', 2, 2, 'Moderation');
"""


def test_a_class_beside_each_key_says_what_people_take_part_in() -> None:
    found = {one.title: one for one in agenda(("wolle.sql", DUMP)).sessions}
    assert {title: (told(one), *people(one)) for title, one in found.items()} == {
        "Wolle und Wasser": (("05 09:00", "10:30", "Färberhof"), [], ["Till Brand"]),
        "Indigo in kaltem Wasser": (("05 09:00", "09:30", "Färberhof"), ["Hedda Wirth"], []),
        "Das Schaf als Nachbar": (("05 09:30", "10:00", "Färberhof"), ["Jonas Egli", "Mara Koch"], []),
        "Podium: Wer spinnt denn da?": (("05 11:00", "12:00", "Webstube"), ["Hedda Wirth"], ["Jonas Egli"]),
    }


def test_talks_with_times_of_their_own_are_parts_of_what_they_name() -> None:
    tree = {
        "rooms": [{"id": 4, "name": "Orchard"}, {"id": 5, "name": "Press House"}],
        "sessions": [
            {
                "id": 11,
                "room_id": 4,
                "starts": "2027-03-05T09:00",
                "ends": "2027-03-05T10:30",
                "title": "Cider and time",
            },
            {"id": 12, "room_id": 5, "starts": "2027-03-05T09:00", "ends": "2027-03-05T10:30", "title": "Wasps"},
        ],
        "papers": [
            {"id": 31, "session_id": 11, "starts": "2027-03-05T09:00", "minutes": 20, "title": "Yeast of the barrel"},
            {"id": 32, "session_id": 11, "starts": "2027-03-05T09:20", "minutes": 20, "title": "Old graftings"},
            {"id": 33, "session_id": 12, "starts": "2027-03-05T09:10", "minutes": 30, "title": "Why they like pears"},
        ],
        "people": [
            {"id": 7, "full_name": "Ada Orr"},
            {"id": 8, "full_name": "Bo Lie"},
            {"id": 9, "full_name": "Eve Moss"},
        ],
        "links": [
            {"target": "paper", "target_id": 31, "person_id": 7, "role": "speaker"},
            {"target": "paper", "target_id": 33, "person_id": 8, "role": "speaker"},
            {"target": "session", "target_id": 11, "person_id": 9, "role": "chair"},
            {"target": "session", "target_id": 12, "person_id": 7, "role": "chair"},
        ],
    }
    found = {one.title: one for one in agenda(("cider.json", json.dumps(tree))).sessions}
    assert {title: (told(one), *people(one)) for title, one in found.items()} == {
        "Cider and time": (("05 09:00", "10:30", "Orchard"), [], ["Eve Moss"]),
        "Wasps": (("05 09:00", "10:30", "Press House"), [], ["Ada Orr"]),
        "Yeast of the barrel": (("05 09:00", "09:20", "Orchard"), ["Ada Orr"], []),
        "Old graftings": (("05 09:20", "09:40", "Orchard"), [], []),
        "Why they like pears": (("05 09:10", "09:40", "Press House"), ["Bo Lie"], []),
    }
    del tree["links"], tree["people"]
    plain = {one.title: told(one) for one in agenda(("cider.json", json.dumps(tree))).sessions}
    assert plain == {title: told(one) for title, one in found.items()}


def test_kinds_that_are_numbers_of_a_table_of_kinds() -> None:
    rows = [
        """INSERT INTO "app_content_type" ("id", "app", "model") VALUES (7, 'days', 'session'), (8, 'days', 'talk');""",
        """INSERT INTO "days_room" ("id", "name") VALUES (1, 'Barn Hall'), (2, 'Attic');""",
        """INSERT INTO "days_session" ("id", "title", "start", "end", "room_id") VALUES""",
        """(1, 'Soils', '2027-03-05 09:00:00', '2027-03-05 10:00:00', 1),""",
        """(2, 'Waters', '2027-03-05 10:30:00', '2027-03-05 11:30:00', 2);""",
        """INSERT INTO "days_talk" ("id", "session_id", "title", "start", "duration") VALUES""",
        """(1, 1, 'Worms at night', '2027-03-05 09:00:00', 20), (2, 2, 'Eels', '2027-03-05 10:30:00', 30),""",
        """(3, 1, 'Peat', '2027-03-05 09:20:00', 20);""",
        """INSERT INTO "days_person" ("id", "full_name") VALUES (1, 'Ada Orr'), (2, 'Bo Lie'), (3, 'Eve Moss');""",
        """INSERT INTO "days_role" ("id", "content_type_id", "object_id", "person_id", "role") VALUES""",
        """(1, 8, 1, 1, 'speaker'), (2, 8, 2, 2, 'speaker'), (3, 7, 1, 3, 'chair'), (4, 7, 2, 1, 'chair'),""",
        """(5, 8, 3, 3, 'speaker');""",
    ]
    found = {one.title: people(one) for one in agenda(("days.sql", "\n".join(rows))).sessions}
    assert found == {
        "Soils": ([], ["Eve Moss"]),
        "Waters": ([], ["Ada Orr"]),
        "Worms at night": (["Ada Orr"], []),
        "Eels": (["Bo Lie"], []),
        "Peat": (["Eve Moss"], []),
    }
