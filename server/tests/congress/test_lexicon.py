"""What sentences mention, on the two real agendas."""

from datetime import date
from pathlib import Path

import pytest

from charlotte.congress.days import parse_day
from charlotte.congress.lexicon import Lexicon, Mention
from charlotte.congress.vocabulary import TOKENS, recognition_vocabulary
from support.agendas import DEMO, FOSDEM, programme, search

TODAY = {DEMO: date(2026, 4, 18), FOSDEM: date(2025, 2, 1)}


def spotted(path: Path, sentence: str) -> list[Mention]:
    return list(Lexicon(search(path)).spot(sentence, TODAY[path]))


def named(mentions: list[Mention], kind: str) -> list[tuple[str | None, str]]:
    return [(mention.id, mention.strength) for mention in mentions if mention.kind == kind]


@pytest.mark.parametrize(
    ("path", "sentence", "kind", "name", "words"),
    [
        (DEMO, "scusi, quando parla la dottoressa Burressi?", "person", "Irene Burresi", "Burressi"),
        (DEMO, "is Luigi de Bianchi speaking today", "person", "Luigi De Bianchi", "Luigi de Bianchi"),
        (
            DEMO,
            "dove si tiene claude cod internals per favore",
            "session",
            "Claude Code Internals",
            "claude cod internals",
        ),
        (DEMO, "cosa c'è adesso in sala fibonaci?", "room", "Sala Fibonacci", "sala fibonaci"),
        (DEMO, "who's in Ricci now", "room", "Sala Ricci", "Ricci"),
        (FOSDEM, "was läuft gerade in u b 4 136", "room", "UB4.136", "u b 4 136"),
        (FOSDEM, "où est la salle Guillissen ?", "room", "UA2.220 (Guillissen)", "salle Guillissen"),
        (FOSDEM, "what is in the Web Performance track", "track", "Web Performance", "Web Performance"),
        (FOSDEM, "¿qué hay el domingo en K.3.201?", "day", "2025-02-02", "domingo"),
    ],
)
def test_a_mention_is_spotted_where_it_stands(path: Path, sentence: str, kind: str, name: str, words: str) -> None:
    found = [mention for mention in spotted(path, sentence) if mention.kind == kind]
    assert [mention.name for mention in found] == [name]
    assert words in sentence[found[0].start : found[0].end] or sentence[found[0].start : found[0].end] in words
    assert found[0].strength in ("exact", "close")


@pytest.mark.parametrize(
    "sentence", ["chi parla?", "and where is it?", "wann fängt das an", "dove si mangia", "grazie", ""]
)
@pytest.mark.parametrize("path", [DEMO, FOSDEM])
def test_sentences_that_name_nothing(path: Path, sentence: str) -> None:
    assert not spotted(path, sentence)


def test_a_room_that_does_not_exist_is_mentioned_without_id() -> None:
    assert named(spotted(DEMO, "che c'è nella sala Cassiopea?"), "room") == [(None, "none")]


def test_two_sessions_of_one_sentence() -> None:
    sentence = "Posso vedere sia Claude Code Internals sia Design patterns 101 with Kotlin?"
    titles = [mention.name for mention in spotted(DEMO, sentence) if mention.kind == "session"]
    assert titles == ["Claude Code Internals", "Design patterns 101 with Kotlin"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("domani", date(2025, 2, 2)),
        ("Sonntag", date(2025, 2, 2)),
        ("samedi matin", date(2025, 2, 1)),
        ("le 2 février", date(2025, 2, 2)),
        ("il 2 febbraio", date(2025, 2, 2)),
        ("February 2nd", date(2025, 2, 2)),
        ("el 2 de febrero", date(2025, 2, 2)),
        ("2.2.", date(2025, 2, 2)),
        ("second day", date(2025, 2, 2)),
        ("primo giorno", date(2025, 2, 1)),
        ("last", date(2025, 2, 2)),
        ("aujourd'hui", date(2025, 2, 1)),
        ("2025-02-02", date(2025, 2, 2)),
        ("friday", date(2025, 2, 7)),
        ("alle 9.30", None),
        ("por la mañana", None),
        ("qualche volta", None),
    ],
)
def test_days_as_people_name_them(text: str, day: date | None) -> None:
    assert parse_day(text, TODAY[FOSDEM], programme(FOSDEM).days) == day


def test_the_recognition_vocabulary_holds_what_is_near_and_no_more_than_fits() -> None:
    held = programme(FOSDEM)
    session = held.by_id["5356"]
    assert session.start is not None and session.room is not None
    text = recognition_vocabulary(held, session.start)
    assert session.room in text and text.startswith("FOSDEM 2025, ")
    near = {
        person.name
        for other in held.starting(session.start, session.start.replace(minute=1))
        for person in other.speakers
    }
    assert sum(1 for name in near if name in text) >= min(len(near), 15)
    assert len(text) <= 3 * TOKENS
