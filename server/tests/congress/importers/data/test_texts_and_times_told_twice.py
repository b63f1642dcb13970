"""Records that keep texts in an object for each language, and times in two zones. All data is invented."""

import json
from typing import Any

import pytest

from support.harbour import agenda, told

TALKS = (
    ("Il faro dei ragni", "The spiders' lighthouse", "Galerie", "09:00", "09:45", ("Ada", "Moro")),
    ("Nodi e gru", "Knots and cranes", "Speicher 3", "09:00", "10:00", ("Bo", "Lind")),
    ("Vele di canapa", "Sails of hemp", "Galerie", "10:15", "11:00", ("Eva", "Rota")),
)
EXPECTED = [(title, f"07 {start}", end, room, [" ".join(who)]) for title, _, room, start, end, who in TALKS]


@pytest.mark.parametrize("code", ["languages_code", "locale", "language"])
@pytest.mark.parametrize("key", ["translations", "traduzioni", "i18n"])
@pytest.mark.parametrize("languages", [("it-IT",), ("it", "en")])
def test_texts_in_an_object_for_each_language(code: str, key: str, languages: tuple[str, ...]) -> None:
    records = [
        {"id": at, "status": "published", "date_start": f"2027-05-07T{start}:00", "date_end": f"2027-05-07T{end}:00",
         key: [{"id": 9, code: one, "title": text, "description": f"{text}."}
               for one, text in zip(languages, (title, other), strict=False)],
         "room": {"id": 1, key: [{code: one, "name": room} for one in languages]},
         "speakers": [{"speakers_id": {"id": "u", "first_name": who[0], "last_name": who[1]}}]}
        for at, (title, other, room, start, end, who) in enumerate(TALKS)
    ]  # fmt: skip
    found = agenda(("sessions.json", json.dumps({"data": records}))).sessions
    assert sorted(map(told, found)) == EXPECTED
    assert sum("Nodi e gru." in (one.abstract or "") for one in found) == 1


def test_sessions_of_a_slot_in_different_languages_stay_sessions() -> None:
    slots = [
        {"start": f"2027-05-07T{start}", "end": f"2027-05-07T{end}", "talks": [
            {"title": f"{title} {number}", "language": code, "room": room, "speaker": who}
            for number, (code, room, who) in enumerate((("it", "Galerie", "Ada Moro"), ("en", "Speicher 3", "Bo Lind")))
        ]}
        for title, start, end in (("Nodi", "09:00", "09:45"), ("Vele", "10:00", "10:45"))
    ]  # fmt: skip
    found = agenda(("export.json", json.dumps({"slots": slots}))).sessions
    assert sorted(one.title for one in found) == ["Nodi 0", "Nodi 1", "Vele 0", "Vele 1"]


@pytest.mark.parametrize("order", [("local", "utc"), ("utc", "local")])
def test_times_told_in_two_zones(order: tuple[str, str]) -> None:
    def moment(clock: str) -> dict[str, str]:
        hour, minute = clock.split(":")
        told_as = {"local": f"2027-05-07T{clock}:00", "utc": f"2027-05-07T{int(hour) - 2:02}:{minute}:00Z"}
        return {"timezone": "Europe/Berlin"} | {kind: told_as[kind] for kind in order}

    events: list[dict[str, Any]] = [
        {"name": {"text": title, "html": title}, "start": moment(start), "end": moment(end), "id": f"7{at}",
         "created": "2027-01-01T10:00:00Z", "status": "live", "venue": {"name": room, "id": "1"}, "host": " ".join(who)}
        for at, (title, _, room, start, end, who) in enumerate(TALKS)
    ]  # fmt: skip
    assert sorted(map(told, agenda(("events.json", json.dumps({"events": events}))).sessions)) == EXPECTED
