"""Programmes whose rooms, tracks and titles are told in several languages, as people in each of them ask for them."""

import json
from typing import Any

from charlotte.congress.importers.document import Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.formats import importer_of
from charlotte.congress.importers.known.event_file import facts_of_event
from charlotte.congress.importers.reading import read_programme, read_tables
from charlotte.congress.model import Agenda
from charlotte.congress.programme import Programme
from charlotte.congress.search.search import Search

EVENT = {"id": "ponte", "name": "Ponte", "timezone": "Europe/Rome", "start_date": "2027-06-03",
         "end_date": "2027-06-04", "languages": ["it", "de"]}  # fmt: skip


def facts(**more: Any) -> Facts:
    return facts_of_event(Document("event.json", json.dumps(EVENT | more).encode()))


def found(agenda: Agenda, room: str, track: str) -> tuple[str, str]:
    """Return the room and the track that somebody finds who asks for them by these names."""
    search = Search(Programme(agenda.congress, agenda.sessions, agenda.rooms, called=agenda.tracks))
    return search.rooms(room)[0].value.name, search.tracks(track)[0].value


WIDGET = {
    "tracks": [{"id": 1, "name": {"de": "Wasser", "it": "Acqua"}}, {"id": 2, "name": {"de": "Wald", "it": "Bosco"}}],
    "rooms": [
        {"id": 1, "name": {"de": "Ratssaal", "it": "Sala del Consiglio"}},
        {"id": 2, "name": {"de": "Turmzimmer", "it": "Stanza della Torre"}},
        {"id": 3, "name": "Loggia"}],
    "speakers": [{"code": "AAA", "name": "Greta Unterholzner"}, {"code": "BBB", "name": "Luca Ferrandi"}],
    "talks": [
        {"code": "T1", "id": 11, "title": "Sorgenti di montagna", "speakers": ["AAA"], "track": 1, "room": 1,
         "start": "2027-06-03T07:00:00Z", "end": "2027-06-03T08:00:00Z", "content_locale": "it",
         "moved_from": {"room": "Turmzimmer", "start": "2027-06-03T11:00:00+02:00"}},
        {"code": "T2", "id": 12, "title": {"de": "Der Borkenkäfer", "it": "Il bostrico"}, "speakers": ["BBB"],
         "track": 2, "room": 2, "start": "2027-06-03T07:00:00Z", "end": "2027-06-03T08:00:00Z",
         "submission_type": {"de": "Workshop", "it": "Laboratorio"}, "content_locale": "de"},
        {"code": "T3", "id": 13, "title": "Torrenti", "speakers": ["BBB"], "track": 1, "room": None, "start": None,
         "end": None, "content_locale": "it"},
        {"id": 14, "title": {"de": "Kaffeepause", "it": "Pausa caffè"}, "room": 3, "start": "2027-06-03T08:00:00Z",
         "end": "2027-06-03T08:30:00Z"}],
}  # fmt: skip


def test_rooms_and_tracks_are_found_in_every_language_of_an_export() -> None:
    for rooms in ([], ["Sala del Consiglio", "Stanza della Torre", "Loggia"], ["Ratssaal", "Turmzimmer", "Loggia"]):
        agenda = read_tables([Document("widget.json", json.dumps(WIDGET).encode())], facts(rooms=rooms)).agenda
        assert found(agenda, "Ratssaal", "Wasser") == found(agenda, "sala del consiglio", "Acqua")
        assert found(agenda, "Turmzimmer", "Bosco") == found(agenda, "stanza della torre", "Wald")
        assert len(agenda.rooms) == 3 and all(warning.code == "unscheduled" for warning in agenda.warnings)


def test_texts_are_read_in_the_events_language_and_a_title_keeps_its_other_wording() -> None:
    agenda = read_tables([Document("widget.json", json.dumps(WIDGET).encode())], facts()).agenda
    springs, beetle, streams, coffee = agenda.sessions
    assert (springs.room, springs.track) == ("Sala del Consiglio", "Acqua")
    assert (beetle.title, beetle.subtitle, beetle.kind) == ("Il bostrico", "Der Borkenkäfer", "workshop")
    assert (coffee.title, coffee.room) == ("Pausa caffè", "Loggia")
    assert springs.status == "moved" and springs.previous_room == "Stanza della Torre"
    assert springs.previous_start is not None and f"{springs.previous_start:%H:%M}" == "11:00"
    assert (streams.status, streams.room, streams.subtitle) == ("unscheduled", None, None)


def test_columns_of_one_field_in_several_languages() -> None:
    rows = [
        "Datum;Beginn;Ende;Titel;Titel (italienisch);Raum_de;Raum_it;Reihe DE;Reihe IT;Referenten",
        "03.06.2027;09:00;10:00;Bergquellen;Sorgenti di montagna;Ratssaal;Sala del Consiglio;Wasser;Acqua;Greta Ober",
        "03.06.2027;09:00;10:00;Der Borkenkäfer;Il bostrico;Turmzimmer;Stanza della Torre;Wald;Bosco;Luca Ferrandi",
        "03.06.2027;10:30;11:00;Wildbäche;;Ratssaal;;Wasser;Acqua;Ines Platter",
    ]
    agenda = read_tables([Document("programm.csv", "\n".join(rows).encode())], facts(languages=["de", "it"])).agenda
    assert [(one.title, one.subtitle, one.room, one.track) for one in agenda.sessions] == [
        ("Bergquellen", "Sorgenti di montagna", "Ratssaal", "Wasser"),
        ("Der Borkenkäfer", "Il bostrico", "Turmzimmer", "Wald"),
        ("Wildbäche", None, "Ratssaal", "Wasser"),
    ]
    assert found(agenda, "Sala del Consiglio", "Bosco") == ("Ratssaal", "Wald")


def test_a_known_format_with_texts_by_language() -> None:
    event = {
        "code": "Q1", "title": {"de": "Bergquellen", "it": "Sorgenti di montagna"}, "start": "09:00",
        "date": "2027-06-03T09:00:00+02:00", "duration": "01:00", "room": "Ratssaal", "language": "it",
        "track": {"de-DE": "Wasser", "it-IT": "Acqua"}, "persons": [{"id": 4, "public_name": "Greta Ober"}],
    }  # fmt: skip
    tree = {"schedule": {"conference": {
        "acronym": "ponte", "title": {"de": "Brücke", "it": "Ponte"}, "time_zone_name": "Europe/Rome",
        "rooms": [{"name": {"de": "Ratssaal", "it": "Sala del Consiglio"}, "capacity": 80}],
        "days": [{"date": "2027-06-03", "rooms": {"Ratssaal": [event]}}]}}}  # fmt: skip
    document = Document("schedule.json", json.dumps(tree).encode())
    importer = importer_of(document)
    assert importer is not None
    agenda = read_programme(document, importer, facts(), (), None).agenda
    (session,) = agenda.sessions
    assert (session.title, session.subtitle, session.track) == ("Sorgenti di montagna", "Bergquellen", "Acqua")
    assert [(room.name, room.aliases, room.capacity) for room in agenda.rooms] == [
        ("Sala del Consiglio", ("Ratssaal",), 80)
    ]
    assert found(agenda, "Ratssaal", "Wasser") == ("Sala del Consiglio", "Acqua")
