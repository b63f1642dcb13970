"""What sentences name, on the two real agendas."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from charlotte.congress.days import parse_day
from charlotte.congress.lexicon import FIRST_NAME_ALONE, Lexicon
from charlotte.congress.model import Room
from charlotte.congress.search.folding import words
from charlotte.congress.search.search import Search
from charlotte.congress.vocabulary import TOKENS, recognition_vocabulary
from support.agendas import DEMO, FOSDEM, programme, search

TODAY = {DEMO: date(2026, 4, 18), FOSDEM: date(2025, 2, 1)}


def lexicon(path: Path) -> Lexicon:
    return Lexicon(search(path))


@pytest.mark.parametrize(
    ("path", "sentence", "name", "written", "whole"),
    [
        (DEMO, "scusi, quando parla la dottoressa Burressi?", "Irene Burresi", "Burressi", False),
        (DEMO, "is Luigi de Bianchi speaking today", "Luigi De Bianchi", "Luigi de Bianchi", True),
        (DEMO, "when is irene buresi on", "Irene Burresi", "irene buresi", True),
        (FOSDEM, "où parle Daniel Stenberg ?", "Daniel Stenberg", "Daniel Stenberg", True),
    ],
)
def test_a_person_is_spotted_where_they_are_named(
    path: Path, sentence: str, name: str, written: str, whole: bool
) -> None:
    said = words(sentence)
    best = lexicon(path).people(said)[0]
    assert (best.person.name, said.written(best.first, best.last), best.whole) == (name, written, whole)


def test_a_first_name_alone_is_no_sure_sign_of_somebody() -> None:
    spotted = lexicon(DEMO).people(words("when does Irene speak"))
    assert [(one.person.name, one.likeness) for one in spotted] == [("Irene Burresi", FIRST_NAME_ALONE)]


@pytest.mark.parametrize(
    ("path", "sentence", "name", "written"),
    [
        (DEMO, "cosa c'è adesso in sala fibonaci?", "Sala Fibonacci", "sala fibonaci"),
        (DEMO, "who's in Ricci now", "Sala Ricci", "Ricci"),
        (FOSDEM, "was läuft gerade in u b 4 136", "UB4.136", "u b 4 136"),
        (FOSDEM, "où est la salle Guillissen ?", "UA2.220 (Guillissen)", "salle Guillissen"),
        (FOSDEM, "¿qué hay el domingo en K.3.201?", "K.3.201", "K.3.201"),
    ],
)
def test_a_room_is_spotted_where_it_is_named(path: Path, sentence: str, name: str, written: str) -> None:
    said = words(sentence)
    room = lexicon(path).room(said)
    assert room is not None
    assert (room.name, said.written(room.first, room.last)) == (name, written)


@pytest.mark.parametrize(
    "sentence", ["chi parla?", "and where is it?", "wann fängt das an", "dove si mangia", "grazie", ""]
)
@pytest.mark.parametrize("path", [DEMO, FOSDEM])
def test_sentences_that_name_nothing(path: Path, sentence: str) -> None:
    names, said = lexicon(path), words(sentence)
    assert not names.people(said) and names.room(said) is None and not names.mentioned(said)


def test_a_room_that_does_not_exist_is_not_spotted() -> None:
    assert lexicon(DEMO).room(words("che c'è nella sala Cassiopea?")) is None


@pytest.mark.parametrize(
    ("rooms", "sentence", "name"),
    [
        (("Amphi D", "Amphi E"), "c'est quoi la prochaine session en amphidée ?", "Amphi D"),
        (("Amphi D", "Amphi E"), "qu'y a-t-il dans la salle d'Andromède ?", None),
        (("Amphi D", "Amphi E"), "qu'y a-t-il dans la salle D ?", "Amphi D"),
        (("UB4.136", "UB4.228"), "which talk is running in up 4,136 now?", "UB4.136"),
        (("UB4.136", "UB4.228"), "is it at 4:30 or in 136 days?", None),
        (("Amphi D", "Amphi E"), "c'est quoi la prochaine session en enfidée ?", "Amphi D"),
        (("Seminar 3", "Seminar 4"), "cosa viene dopo inseminare tre?", "Seminar 3"),
        (("Seminar 3", "Seminar 4"), "cosa viene dopo inseminare cinque?", None),
        (("Amphi C", "Amphi D"), "cosa c'è in Amdici alle 18?", "Amphi C"),
        (("Amphi C", "Amphi D"), "programme de cet après-midi en Angphi C", "Amphi C"),
        (("Amphi C", "Amphi D"), "quando parla Amdici?", None),
        (("Amphi A", "Amphi E"), "what is happening in amphi at the moment?", None),
        (("H.2213", "H.2214"), "qual è il prossimo intervento in arca, 22, 13?", "H.2213"),
        (("K.3.401", "K.4.401"), "che cosa c'è in capa? 3, 4001", "K.3.401"),
        (("K.3.201", "K.4.201"), "¿qué viene después en que 3.2001?", "K.3.201"),
        (("UD6.205", "UD6.215"), "la dernière session en vue de 62005", "UD6.205"),
        (("AW1.120", "AW1.126"), "the first session in all 1,120", "AW1.120"),
        (("U6-39", "U6-41"), "che cosa stanno facendo i NU6-41?", "U6-41"),
        (("U6-39", "U6-41"), "programma del pomeriggio Inu, 6i, 39", "U6-39"),
        (("K.1.105", "K.1.106"), "cosa c'è alle 11 05?", None),
        (("UB4.136", "UB4.228"), "what is on in K.4.136?", None),
        (("B2.024", "B2.025"), "what was new in 2024?", None),
    ],
)
def test_rooms_with_letters_are_spotted_as_they_are_said(
    rooms: tuple[str, ...], sentence: str, name: str | None
) -> None:
    demo = programme(DEMO)
    one, *_ = demo.sessions
    sessions = tuple(replace(one, id=room, room=room) for room in rooms)
    spotted = Lexicon(Search(replace(demo, sessions=sessions, rooms=tuple(map(Room, rooms))))).room(words(sentence))
    assert (spotted.name if spotted else None) == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("¿a qué hora hablas ya cómo sergio?", "Giacomo Sergio"),
        ("quando parla lui gide bian chi?", "Luigi De Bianchi"),
        ("quando parla gianluca esposito?", None),
        ("quando parla i rene buressi?", "Irene Burresi"),
        ("where can I leave my coat and the umbrella?", None),
    ],
)
def test_a_person_is_spotted_by_the_sound_of_words_cut_elsewhere(sentence: str, name: str | None) -> None:
    spotted = lexicon(DEMO).people(words(sentence))
    assert (spotted[0].person.name if spotted else None) == name


def test_titles_that_stand_in_a_sentence() -> None:
    said = words("Posso vedere sia Claude Code Internals sia Design patterns 101 with Kotlin?")
    titles = [session.title for session in lexicon(DEMO).mentioned(said)]
    assert titles == ["Claude Code Internals", "Design patterns 101 with Kotlin"]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("ehm dove vedo strate giincre mentali per la do", "Strategie incrementali"),
        ("ehm a che ora il bag none ra nelco dice?", "Il bug non era nel codice"),
        ("Where can I leave my coat and my umbrella, and when does it close?", None),
    ],
)
def test_a_title_is_found_by_its_sound_in_a_whole_question(question: str, title: str | None) -> None:
    hits = lexicon(DEMO).titled_by_sound(question)
    assert hits[0].session.title.startswith(title) if title else not hits


def test_a_title_counts_the_words_that_are_not_its_own() -> None:
    wide, narrow = (lexicon(DEMO).titled(said)[0] for said in ("how is claude cod internals", "claude cod internals"))
    assert wide.session.title == narrow.session.title == "Claude Code Internals"
    assert (wide.foreign, narrow.foreign) == (2, 0)


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


@pytest.mark.parametrize("said", ["Robin Hartmann", "Robin Hardman", "robin hart man"])
def test_a_whole_name_that_was_misheard_comes_before_somebody_called_by_one_word_of_it(
    said: str, tmp_path: Path
) -> None:
    rows = "Title,Date,Start,End,Room,Speakers\nOwls,2026-05-08,10:00,10:30,A,Robin\n"
    rows += "Elks,2026-05-08,11:00,11:30,A,Robin Hartman\n"
    (tmp_path / "programme.csv").write_text(rows)
    (tmp_path / "event.json").write_text('{"id": "x", "name": "X", "timezone": "Europe/Rome"}')
    spotted = lexicon(tmp_path).people(words(f"when is {said} on"))
    assert spotted[0].person.name == "Robin Hartman"
    assert lexicon(tmp_path).people(words("when is Robin on"))[0].person.name == "Robin"
