"""The congress tools at a stopped clock, on stored congresses."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from charlotte.clock import StoppedClock
from charlotte.congress.ceremonies import CEREMONIES
from charlotte.congress.congresses import Congresses
from charlotte.congress.model import Kind
from charlotte.errors import BadInput, NotFound
from charlotte.tools.congress_tools import CONGRESS_TOOLS
from charlotte.tools.results import (
    PlaceResult,
    Result,
    SessionResult,
    SessionsResult,
    SpeakerResult,
    WhatsOnResult,
)
from charlotte.tools.tool import ToolContext
from support.agendas import DEMO, FOSDEM, congresses, read

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def shelf(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Congresses]:
    async with congresses(tmp_path_factory.mktemp("data")) as opened:
        for path in (DEMO, FOSDEM):
            await opened.save(read(path))
        yield opened


DEVFEST = "devfest-pisa-2026"
MORNING = "2026-04-18T10:30+02:00"


class Desk:
    """Asks the tools at a moment of an event."""

    def __init__(self, programmes: Congresses, event: str = DEVFEST, now: str = MORNING) -> None:
        clock = StoppedClock(datetime.fromisoformat(now))
        self.context = ToolContext(event, clock, language="it", session_id="s", programmes=programmes)

    async def ask(self, tool: str, **arguments: Any) -> Result:
        return await CONGRESS_TOOLS[tool].run(self.context, arguments)

    async def find(self, **arguments: Any) -> SessionsResult:
        result = await self.ask("find_sessions", **arguments)
        assert isinstance(result, SessionsResult)
        return result

    async def on(self, **arguments: Any) -> WhatsOnResult:
        result = await self.ask("whats_on", **arguments)
        assert isinstance(result, WhatsOnResult)
        return result


def titles(result: SessionsResult | WhatsOnResult) -> list[str]:
    return [session.title for session in result.sessions]


def codes(result: Result) -> list[str]:
    return [note.code for note in result.notes]


async def test_a_title_gives_its_time_room_and_speaker(shelf: Congresses) -> None:
    result = await Desk(shelf).find(query="claude code internals")
    (card,) = result.sessions
    assert result.match == "exact" and result.matched_by == "title"
    assert (card.start, card.room) == (datetime.fromisoformat("2026-04-18T12:00+02:00"), "Sala Ricci")
    assert (card.speakers, card.phase, card.minutes_until_start) == (["Cristian Burrini"], "future", 90)
    assert '"start":"2026-04-18T12:00:00+02:00"' in result.model_dump_json()


async def test_a_session_without_a_slot_says_so(shelf: Congresses) -> None:
    result = await Desk(shelf).find(query="Inferenza locale o remota")
    assert result.sessions[0].start is None and codes(result) == ["not_scheduled"]


async def test_a_topic_gives_all_that_speak_of_it(shelf: Congresses) -> None:
    result = await Desk(shelf, "fosdem-2025", "2025-02-01T09:00+01:00").find(query="talks about PostgreSQL", limit=3)
    assert result.matched_by == "topic" and len(result.sessions) == 3 and result.total > 10
    assert "more_results" in codes(result)


async def test_nothing_is_nothing(shelf: Congresses) -> None:
    result = await Desk(shelf).find(query="glass blowing")
    assert (result.match, result.sessions, result.alternatives) == ("none", [], [])


async def test_filters_narrow_and_are_told_as_understood(shelf: Congresses) -> None:
    result = await Desk(shelf).find(room="gentili", part_of_day="afternoon", language="Italian")
    assert result.understood.room == "Sala Gentili Build with AI" and result.understood.language == "it"
    assert [session.start.strftime("%H:%M") for session in result.sessions if session.start] == [
        "14:20",
        "16:00",
        "17:20",
    ]
    assert (await Desk(shelf).find(kind="workshop", room="Sala Ricci")).match == "none"


async def test_a_query_that_fits_only_outside_the_filters_is_an_alternative(shelf: Congresses) -> None:
    result = await Desk(shelf).find(query="Claude Code Internals", room="Sala Fibonacci")
    assert result.match == "none" and [card.room for card in result.alternatives] == ["Sala Ricci"]


async def test_an_unknown_room_is_named(shelf: Congresses) -> None:
    for tool in ("whats_on", "find_sessions"):
        result = await Desk(shelf).ask(tool, room="sala Cassiopea")
        assert (result.match, codes(result), result.notes[0].value) == ("none", ["room_unknown"], "sala Cassiopea")


async def test_a_room_without_sessions_is_known_and_empty(shelf: Congresses) -> None:
    desk = Desk(shelf, "fosdem-2025", "2025-02-01T09:00+01:00")
    result = await desk.on(room="Janson", day="saturday", when="11")
    assert result.match == "none" and codes(result)[0] == "room_has_no_sessions"
    place = await desk.ask("find_place", name="janson")
    assert isinstance(place, PlaceResult) and place.place is not None and "room_has_no_sessions" in codes(place)


@pytest.mark.parametrize(
    ("now", "arguments", "expected"),
    [
        ("10:30", {"room": "ricci"}, ["One Feature, Many Apps: Building Without Repeating"]),
        ("10:30", {"room": "ricci", "when": "next"}, ["DevBox: Nix made easy"]),
        ("10:30", {"room": "ricci", "when": "9:50"}, ["Build your own executive assistant with ADK and Gemini"]),
        ("10:30", {"room": "ricci", "when": "2:30 pm"}, ["What’s New in Web? 2026 Edition"]),
        ("10:30", {"room": "ricci", "when": "in 100 minutes"}, ["Claude Code Internals"]),
        ("23:00", {"room": "ricci", "when": "2026-04-18T12:10"}, ["Claude Code Internals"]),
        ("10:30", {"room": "ricci", "when": "last"}, ["Gotta Build 'Em All: Android Pokedex 10 Years Later"]),
        ("10:30", {"room": "fibonacci", "when": "first"}, ["Strategie incrementali per l'adozione di OpenTelemetry"]),
        ("10:30", {"after_session_id": "1200474"}, ["What’s New in Web? 2026 Edition"]),
    ],
)
async def test_whats_on(shelf: Congresses, now: str, arguments: dict[str, Any], expected: list[str]) -> None:
    result = await Desk(shelf, now=f"2026-04-18T{now}+02:00").on(**arguments)
    assert [title[: len(one)] for title, one in zip(titles(result), expected, strict=True)] == expected


async def test_the_clock_counts_in_the_events_zone(shelf: Congresses) -> None:
    result = await Desk(shelf, now="2026-04-18T04:30:00-04:00").on(room="ricci")
    assert result.now.isoformat() == "2026-04-18T10:30:00+02:00" and result.timezone == "Europe/Rome"
    assert titles(result)


async def test_tomorrow_morning(shelf: Congresses) -> None:
    desk = Desk(shelf, "fosdem-2025", "2025-02-01T16:10+01:00")
    result = await desk.on(room="K.3.401", day="domani", when="morning")
    starts = [session.start.strftime("%d %H:%M") for session in result.sessions if session.start]
    assert starts == ["02 09:00", "02 09:40", "02 10:20", "02 11:00", "02 11:40"]


@pytest.mark.parametrize("when", ["tomorrow morning", "Sunday morning"])
async def test_a_day_and_a_part_of_it_in_one_argument(shelf: Congresses, when: str) -> None:
    desk = Desk(shelf, "fosdem-2025", "2025-02-01T16:10+01:00")
    assert titles(await desk.on(room="K.3.401", when=when)) == titles(
        await desk.on(room="K.3.401", day="tomorrow", when="morning")
    )


async def test_between_sessions_the_next_is_offered(shelf: Congresses) -> None:
    result = await Desk(shelf, now="2026-04-18T13:00+02:00").on(room="ricci")
    assert codes(result) == ["nothing_then"]
    assert [card.title for card in result.next_sessions] == ["What’s New in Web? 2026 Edition"]


async def test_before_and_after_the_event(shelf: Congresses) -> None:
    early = await Desk(shelf, now="2026-04-01T10:00+02:00").on()
    late = await Desk(shelf, now="2026-04-18T20:00+02:00").on(when="next")
    assert (codes(early), codes(late)) == (["event_not_started"], ["event_over"])
    assert early.next_sessions and not late.next_sessions


async def test_a_day_outside_the_event_and_times_that_are_none(shelf: Congresses) -> None:
    assert codes(await Desk(shelf).on(day="tomorrow", when="morning"))[0] == "day_outside_event"
    assert codes(await Desk(shelf).on(day="someday")) == ["day_not_understood"]
    assert codes(await Desk(shelf).on(when="25:99")) == ["time_not_understood"]
    assert codes(await Desk(shelf).on(after_session_id="x")) == ["session_unknown"]


async def test_a_misheard_speaker_is_found_with_their_sessions(shelf: Congresses) -> None:
    result = await Desk(shelf).ask("find_speaker", name="dottor Paolineli")
    assert isinstance(result, SpeakerResult) and result.speaker is not None and result.match == "close"
    assert result.speaker.name == "Federico Paolinelli"
    assert [session.room for session in result.speaker.sessions] == ["Sala Fibonacci"]


async def test_a_first_name_that_several_share_is_asked_back(shelf: Congresses) -> None:
    result = await Desk(shelf, "fosdem-2025", "2025-02-01T09:00+01:00").ask("find_speaker", name="Adrian")
    assert isinstance(result, SpeakerResult)
    # One is called just that; the others stay in sight.
    assert result.speaker is not None and result.speaker.name == "Adrian"
    assert {"Adrian Egli", "Adrian Reber", "Adrian Vladu"} <= {speaker.name for speaker in result.alternatives}
    shared = await Desk(shelf).ask("find_speaker", name="Luca")
    assert isinstance(shared, SpeakerResult) and (shared.match, shared.speaker) == ("weak", None)
    assert {speaker.name for speaker in shared.alternatives} == {"Luca Del Puppo", "Luca Di Vita"}


async def test_nobody_of_that_name(shelf: Congresses) -> None:
    result = await Desk(shelf).ask("find_speaker", name="Elon Musk")
    assert isinstance(result, SpeakerResult) and (result.speaker, result.alternatives) == (None, [])
    assert codes(result) == ["speaker_unknown"]


async def test_details_of_a_session(shelf: Congresses) -> None:
    result = await Desk(shelf).ask("session_details", session_id="1200474")
    assert isinstance(result, SessionResult) and result.session is not None
    assert result.abstract and result.next_in_room is not None and result.next_in_room.room == "Sala Ricci"
    missing = await Desk(shelf).ask("session_details", session_id="1")
    assert (missing.match, codes(missing)) == ("none", ["session_unknown"])


async def test_contradictory_rows_are_both_shown(tmp_path: Path) -> None:
    original = read(DEMO)
    agenda = original.agenda
    twin = next(session for session in agenda.sessions if session.id == "1200474")
    assert twin.start is not None and twin.end is not None
    shift = timedelta(hours=3)
    later = replace(
        twin, id="1200474#2", start=twin.start + shift, end=twin.end + shift, status="duplicate", same_as=twin.id
    )
    async with congresses(tmp_path) as opened:
        await opened.save(replace(original, agenda=replace(agenda, sessions=(*agenda.sessions, later))))
        result = await Desk(opened).find(query="Claude Code Internals")
        details = await Desk(opened).ask("session_details", session_id="1200474")
    assert [card.id for card in result.sessions] == ["1200474", "1200474#2"]
    assert "12:00" in result.notes[0].text and "15:00" in result.notes[0].text
    assert codes(result) == ["listed_more_than_once"]
    assert isinstance(details, SessionResult) and [card.id for card in details.also_listed] == ["1200474#2"]


async def test_cancelled_moved_and_removed_are_said(tmp_path: Path) -> None:
    original = read(DEMO)
    agenda = original.agenda

    def second(session_id: str) -> Any:
        session = next(session for session in agenda.sessions if session.id == session_id)
        assert session.start is not None
        return {
            "1200474": replace(session, status="cancelled"),
            "1149301": replace(session, start=session.start + timedelta(minutes=10)),
        }.get(session_id, session)

    changed = tuple(second(s.id) if s.start else s for s in agenda.sessions if s.id != "1129276")
    async with congresses(tmp_path) as opened:
        await opened.save(original)
        await opened.save(replace(original, agenda=replace(agenda, sessions=changed)))
        desk = Desk(opened)
        for query, code in (
            ("Claude Code Internals", "cancelled"),
            ("Il miglior Copilot è umano", "moved"),
            ("Shift left with performance testing", "removed"),
        ):
            result = await desk.find(query=query)
            assert (result.sessions[0].status, codes(result)) == (code, [code])
        assert titles(await desk.on(room="ricci", when="12:10")) == []


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("find_sessions", {"limit": 0}),
        ("find_sessions", {"part_of_day": "teatime"}),
        ("find_sessions", {"subject": "someone else"}),
        ("session_details", {}),
        ("find_speaker", {"name": ""}),
        ("find_place", {"name": 7}),
    ],
)
async def test_arguments_that_do_not_fit_are_refused(shelf: Congresses, tool: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        await Desk(shelf).ask(tool, **arguments)


async def test_an_unknown_event(shelf: Congresses) -> None:
    with pytest.raises(NotFound):
        await Desk(shelf, event="nowhere").on()


async def test_definitions_are_plain_json_schema() -> None:
    for tool in CONGRESS_TOOLS.values():
        definition = tool.definition()
        assert definition.name == tool.name and definition.description
        Draft202012Validator.check_schema(tool.parameters)
        assert tool.parameters["additionalProperties"] is False


def test_every_kind_of_session_may_be_asked_for() -> None:
    kinds = CONGRESS_TOOLS["find_sessions"].parameters["properties"]["kind"]["enum"]
    assert {*get_args(Kind), *CEREMONIES, None} == set(kinds)
