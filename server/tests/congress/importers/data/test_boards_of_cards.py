"""Boards of cards that teams plan with: lists, fields of their own making, checklists with talks, what was put away."""

import json
from typing import Any

from support.workbooks import agenda, people, told


def card(number: int, name: str, column: str, start: str = "", due: str = "", **more: Any) -> dict[str, Any]:
    """Return a card as such boards export it."""
    return {
        "_id": f"c{number}a7f3e9d1", "title": name, "listId": column, "archived": False, "labelIds": [],
        "startAt": f"2027-03-05T{start}:00.000Z" if start else None,
        "dueAt": f"2027-03-05T{due}:00.000Z" if due else None,
        "modifiedAt": f"2027-01-1{number}T17:21:0{number}.000Z", "customFields": [], **more,
    }  # fmt: skip


def test_lists_fields_and_checklists_are_put_into_the_cards() -> None:
    def field(which: str, value: str) -> dict[str, str]:
        return {"_id": f"f{which}b2c4d6e8", "value": value}

    board = {
        "title": "Journée des herbiers",
        "lists": [
            {"_id": "l1aa55cc77", "title": "Grande serre", "archived": False, "sort": 0},
            {"_id": "l2aa55cc77", "title": "Orangerie", "archived": False, "sort": 1},
            {"_id": "l3aa55cc77", "title": "Idées en vrac", "archived": False, "sort": 2},
        ],
        "customFields": [
            {"_id": "f1b2c4d6e8", "name": "Intervenant·e·s", "type": "text"},
            {"_id": "f2b2c4d6e8", "name": "Présidence", "type": "text"},
        ],
        "cards": [
            card(1, "Ouverture", "l1aa55cc77", "08:00", "08:30", customFields=[field("1", "Lise Aubert")]),
            card(2, "Sécher sans noircir", "l2aa55cc77", "09:00", "10:00", customFields=[field("2", "Jean Maury")]),
            card(3, "Atelier étiquettes", "l1aa55cc77", "10:00", "11:00", customFields=[field("1", "Rosa Vidal")]),
            card(4, "Un goûter botanique ?", "l3aa55cc77"),
            card(5, "Visite annulée du jardin", "l2aa55cc77", "12:00", "13:00", archived=True),
        ],
        "checklists": [{"_id": "k1", "cardId": "c2a7f3e9d1", "title": "Exposés", "sort": 0}],
        "checklistItems": [],
    }
    board["checklists"][0]["items"] = [  # type: ignore[index]
        {"_id": "i2", "title": "10h30 Les algues aussi (Paul Roy)", "isFinished": False, "position": 2},
        {"_id": "i1", "title": "10h00 Presser une orchidée (Ana Petit et Luc Noir)", "isFinished": True, "position": 1},
    ]
    read = agenda(("tableau.json", json.dumps(board)))
    found = {one.title: (told(one), *people(one)) for one in read.sessions if one.start is not None}
    assert found == {
        "Ouverture": (("05 09:00", "09:30", "Grande serre"), ["Lise Aubert"], []),
        "Sécher sans noircir": (("05 10:00", "11:00", "Orangerie"), [], ["Jean Maury"]),
        "Presser une orchidée": (("05 10:00", "10:30", "Orangerie"), ["Ana Petit", "Luc Noir"], []),
        "Les algues aussi": (("05 10:30", "11:00", "Orangerie"), ["Paul Roy"], []),
        "Atelier étiquettes": (("05 11:00", "12:00", "Grande serre"), ["Rosa Vidal"], []),
    }
    assert [one.title for one in read.sessions if one.start is None] == []
    assert {one.code for one in read.warnings} == {"not_shown"}


def test_tasks_that_name_their_own_fields_beside_each_value() -> None:
    def task(number: int, name: str, start: str, due: str, hall: str, who: str, *talks: str) -> dict[str, Any]:
        fields = [
            {
                "gid": f"77{number}1",
                "name": "Hall",
                "type": "enum",
                "display_value": hall,
                "enum_value": {"name": hall},
            },
            {"gid": f"77{number}2", "name": "Speaker(s)", "type": "text", "display_value": who, "text_value": who},
        ]
        below = [{"gid": f"99{number}{at}", "name": one, "completed": False} for at, one in enumerate(talks)]
        return {"gid": str(9900 + number), "name": name, "start_at": start, "due_at": due, "custom_fields": fields,
                "completed": False, "created_at": "2026-12-01T10:11:12.345Z", "subtasks": below}  # fmt: skip

    tasks = {"data": [
        task(1, "Salt and smoke", "2027-03-05T09:00:00+01:00", "2027-03-05T10:00:00+01:00", "Net Loft", "",
             "9:00 a.m. Why herring floats – Ada Orr", "9:30 a.m. Alder or oak? – Bo Lie & Eve Moss"),
        task(2, "Closing", "2027-03-05T14:00:00+01:00", "2027-03-05T14:30:00+01:00", "Quay", "Ian Rhys"),
    ]}  # fmt: skip
    found = {one.title: (told(one), *people(one)) for one in agenda(("tasks.json", json.dumps(tasks))).sessions}
    assert found == {
        "Salt and smoke": (("05 09:00", "10:00", "Net Loft"), [], []),
        "Why herring floats": (("05 09:00", "09:30", "Net Loft"), ["Ada Orr"], []),
        "Alder or oak?": (("05 09:30", "10:00", "Net Loft"), ["Bo Lie", "Eve Moss"], []),
        "Closing": (("05 14:00", "14:30", "Quay"), ["Ian Rhys"], []),
    }


def test_lists_that_are_days_and_cards_called_by_their_times() -> None:
    halls = {
        "r": {"id": "77b0", "name": "Net Loft Room", "color": "red"},
        "q": {"id": "77b1", "name": "Quay Hall", "color": "sky"},
    }

    def short(number: int, name: str, column: int, hall: str = "") -> dict[str, Any]:
        labels = [halls[hall]] if hall else []
        return {"id": f"6e1{number}", "name": name, "idList": f"5f0{column}", "closed": False, "desc": "",
                "start": None, "due": None, "labels": labels, "dateLastActivity": "2027-01-05T10:11:12Z"}  # fmt: skip

    board = {
        "name": "Smoke days",
        "lists": [{"id": f"5f0{at}", "name": name, "closed": False, "pos": at}
                  for at, name in enumerate(("Friday 5 March", "Saturday 6 March", "Wish list"))],
        "labels": [*halls.values()],
        "cards": [
            short(1, "9:30-10:15 Why herring floats (Ada Orr)", 0, "r"), short(2, "10:30-11:15 Salt – Bo Lie", 0, "r"),
            short(3, "10:30-11:15 Alder or oak? – Eve Moss", 0, "q"), short(4, "9:00-10:00 Walk to the kiln", 1, "q"),
            short(5, "Get a bigger tent?", 2),
        ],
    }  # fmt: skip
    found = {one.title: (told(one), people(one)[0]) for one in agenda(("board.json", json.dumps(board))).sessions}
    assert found == {
        "Why herring floats": (("05 09:30", "10:15", "Net Loft Room"), ["Ada Orr"]),
        "Salt": (("05 10:30", "11:15", "Net Loft Room"), ["Bo Lie"]),
        "Alder or oak?": (("05 10:30", "11:15", "Quay Hall"), ["Eve Moss"]),
        "Walk to the kiln": (("06 09:00", "10:00", "Quay Hall"), []),
    }


def test_a_sheet_of_cards() -> None:
    sheet = (
        "Card ID,Card Name,Card URL,Card Description,Labels,Due Date,Start Date,List Name,Archived,Speaker(s)\n"
        "a1,Why herring floats,b.example/a1,,Talk,2027-03-05T09:15Z,2027-03-05T08:30Z,Loft,false,Ada Orr\n"
        'a2,Salt,b.example/a2,,Talk,2027-03-05T10:15Z,2027-03-05T09:30Z,Loft,false,"Bo Lie, Eve Moss"\n'
        "a3,Tar,b.example/a3,Old shoes.,Walk,2027-03-05T10:15Z,2027-03-05T09:30Z,Quay,false,Ian Rhys\n"
        "a4,Old idea,b.example/a4,,Talk,2027-03-06T10:15Z,2027-03-06T09:30Z,Quay,true,Tom Ness\n"
    )
    found = {one.title: (told(one), people(one)[0]) for one in agenda(("cards.csv", sheet)).sessions}
    assert found == {
        "Why herring floats": (("05 09:30", "10:15", "Loft"), ["Ada Orr"]),
        "Salt": (("05 10:30", "11:15", "Loft"), ["Bo Lie", "Eve Moss"]),
        "Tar": (("05 10:30", "11:15", "Quay"), ["Ian Rhys"]),
    }
