"""A fair of one day in a mill, whose export and own list of rooms tell how many people some of its rooms hold."""

import json

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.known.event_file import facts_of_event
from charlotte.congress.importers.reading import read_tables
from charlotte.congress.model import Agenda

EVENT = {"id": "fair", "name": "Fair", "timezone": "Europe/Rome", "start_date": "2027-03-04", "end_date": "2027-03-04",
         "rooms": ["Sala Betulla", "Sala Ontano", "Loggia", {"name": "Cantina", "seats": 35}, "Soffitta"]}  # fmt: skip
EXPORT = {
    "venue": {"id": "v1", "name": "Mulino", "spaces": [
        {"id": "s1", "name": "Sala Betulla", "seats": 240}, {"id": "s2", "name": "Sala Ontano", "seats": 90},
        {"id": "s3", "name": "Loggia", "seats": None}, {"id": "s4", "name": "Cantina"},
        {"id": "s5", "name": "Soffitta"}]},
    "people": [{"id": "p1", "firstName": "Marta", "lastName": "Del Vecchio"},
               {"id": "p2", "firstName": "Tom", "lastName": "Whitlock"}],
    "talks": [
        {"id": "t1", "title": "Colle animali", "speakerIds": ["p1"], "start": "2027-03-04T09:30:00",
         "end": "2027-03-04T10:15:00", "spaceId": "s1"},
        {"id": "t2", "title": "Piena del fiume", "speakerIds": ["p2"], "start": "2027-03-04T11:00:00",
         "end": "2027-03-04T11:40:00", "spaceId": "s3"}],
}  # fmt: skip


def mill() -> Agenda:
    """Return the programme as the importers read it from the two files."""
    facts = facts_of_event(Document("event.json", json.dumps(EVENT).encode()))
    return read_tables([Document("export.json", json.dumps(EXPORT).encode())], facts).agenda
