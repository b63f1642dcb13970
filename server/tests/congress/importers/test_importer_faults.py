"""Whatever lies in a file: an agenda or a clear error, never a crash, and the store untouched by an error."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from charlotte.congress.importers.document import MAX_BYTES, Document
from charlotte.congress.importers.draft import Facts
from charlotte.congress.importers.errors import UnreadableFile
from charlotte.congress.importers.folder import read_path, read_programme
from charlotte.congress.importers.formats import IMPORTERS, importer_of
from charlotte.errors import BadInput
from support.agendas import DEMO, FOSDEM, congresses

FACTS = Facts(id="e", name="Event", timezone="Europe/Rome")

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><schedule><day><room name='&j;'/></day></schedule>"
)
XXE = '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule><conference>&x;</conference></schedule>'

SAMPLES = (
    (FOSDEM / "schedule.xml").read_bytes()[:20_000] + b"</room></day></schedule>",
    (DEMO / "sessionize-export.json").read_bytes(),
    json.dumps(
        {"schedule": {"conference": {"days": [{"date": "2026-05-01", "rooms": {"A": [{"title": "T"}]}}]}}}
    ).encode(),
    json.dumps({"sessions": [{"id": "1", "title": "T", "startsAt": "2026-05-01T10:00:00", "roomId": 1}]}).encode(),
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:T\r\nDTSTART:20260501T080000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n",
)


def survives(raw: bytes) -> None:
    """Read bytes as an agenda; only our own errors may come out."""
    document = Document("file", raw)
    importer = importer_of(document)
    if importer is None:
        return
    try:
        reading = read_programme(document, importer, FACTS, (), None)
    except BadInput as error:
        assert error.message and error.hint
        return
    assert reading.agenda.sessions
    assert len({session.id for session in reading.agenda.sessions}) == len(reading.agenda.sessions)


@given(st.sampled_from(SAMPLES), st.integers(0, 100_000))
@settings(deadline=None, max_examples=150)
def test_files_cut_anywhere(sample: bytes, length: int) -> None:
    survives(sample[: length % (len(sample) + 1)])


@given(st.sampled_from(SAMPLES), st.lists(st.tuples(st.integers(0, 100_000), st.binary(max_size=8)), max_size=6))
@settings(deadline=None, max_examples=250)
def test_files_with_bytes_overwritten(sample: bytes, patches: list[tuple[int, bytes]]) -> None:
    for at, patch in patches:
        at %= len(sample)
        sample = sample[:at] + patch + sample[at + len(patch) :]
    survives(sample)


@given(st.binary(max_size=400))
@example(b"\x00" * 100)
@example(b"\xff\xfe")
@example(b"<schedule")
@settings(deadline=None)
def test_random_bytes(raw: bytes) -> None:
    survives(raw)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                "schedule conference days rooms sessions speakers categories items title date start duration persons "
                "id startsAt endsAt roomId room name categoryItems Title Speakers".split()
            )
            | st.just("Session Id")
            | st.just("Scheduled At"),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@given(JSON)
@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
def test_json_of_any_shape(value: object) -> None:
    document = Document("file.json", json.dumps(value).encode())
    for importer in IMPORTERS:
        try:
            read_programme(document, importer, FACTS, (), None)
        except BadInput as error:
            assert error.hint


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=10), st.text(max_size=10))
@settings(deadline=None, max_examples=200)
def test_rows_with_any_text_in_their_fields(title: str, date: str, at: str, length: str) -> None:
    row = {"Session Id": at, "Title": title, "Scheduled At": date, "Scheduled Duration": length, "Speakers": title}
    survives(json.dumps([row, row | {"Scheduled At": f"2026-05-01T{at}"}]).encode())
    event = {"title": title, "start": at, "duration": length, "date": date, "persons": [{"name": title}]}
    day = {"date": date, "rooms": {title: [event, event | {"start": "9:30"}]}}
    survives(json.dumps({"schedule": {"conference": {"days": [day]}}}).encode())


@pytest.mark.parametrize("hostile", [BOMB, XXE])
def test_entities_are_refused(tmp_path: Path, hostile: str) -> None:
    path = tmp_path / "s.xml"
    path.write_text(hostile)
    with pytest.raises(UnreadableFile, match="not safe"):
        read_path(path)


def test_deep_nesting_is_refused_or_harmless() -> None:
    survives(b"<schedule>" + b"<day>" * 20_000 + b"</day>" * 20_000 + b"</schedule>")
    survives(b'{"schedule": {"conference": ' + b"[" * 50_000 + b"]" * 50_000 + b"}}")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.xml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableFile, match="MB"):
        read_path(path)


async def test_an_error_leaves_the_stored_programme_as_it_was(tmp_path: Path) -> None:
    half = tmp_path / "half.xml"
    half.write_bytes((FOSDEM / "schedule.xml").read_bytes()[:1_000_000])
    async with congresses(tmp_path / "data") as opened:
        await opened.save(read_path(DEMO))
        before = await opened.programme("devfest-pisa-2026")
        with pytest.raises(UnreadableFile):
            read_path(half, "devfest-pisa-2026")
        assert await opened.programme("devfest-pisa-2026") is before
