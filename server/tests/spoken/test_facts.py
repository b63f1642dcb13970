"""The ruler of the spoken tests is itself measured: it must find what is there and nothing else."""

import pytest

from spoken.answers import is_sound_of, last_answer, sessions_of
from spoken.facts import says_room, says_time


@pytest.mark.parametrize(
    ("text", "hour", "minute", "language"),
    [
        ("Alle 15.35, in sala Fibonacci.", 15, 35, "it"),
        ("alle quindici e trentacinque in sala Fibonacci", 15, 35, "it"),
        ("Comincia alle 9 e mezza", 9, 30, "it"),
        ("Oggi alle 14 eventi in sala", 14, 20, "it"),
        ("It starts at 3:35 pm", 15, 35, "en"),
        ("It starts at 3.35pm", 15, 35, "en"),
        ("At twelve o'clock in Sala Ricci", 12, 0, "en"),
        ("at 10 oh 5", 10, 5, "en"),
        ("At 1640 in H 2213", 16, 40, "en"),
        ("Today at 4pm, in Room 7", 16, 0, "en"),
        ("Oggi alle 18 ed 10", 18, 10, "it"),
    ],
)
def test_a_time_is_found_however_it_is_written(text: str, hour: int, minute: int, language: str) -> None:
    assert says_time(text, hour, minute, language)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [("Alle 15.40, in sala Fibonacci.", 15, 35), ("It starts at 3:30 pm", 15, 0), ("Mi dispiace, non lo so.", 9, 30)],
)
def test_another_time_is_not_taken_for_it(text: str, hour: int, minute: int) -> None:
    assert not says_time(text, hour, minute, "it")
    assert not says_time(text, hour, minute, "en")


def test_rooms_are_known_by_name_and_code() -> None:
    assert says_room("Alle 12 in sala ricci.", "Sala Ricci")
    assert says_room("at 11:20 in UB 5 132", "UB5.132")
    assert not says_room("Alle 12 in sala Pacinotti.", "Sala Ricci")
    assert not says_room("at 11:20 in K 4 401", "UB5.132")


WORDS = "Today at 10:45, in Sala Ricci. That's “DevBox: Nix made easy”, with Lorenzo Spiridioni."


@pytest.mark.parametrize(
    ("readings", "is_of_it"),
    [
        ("to date and for live AM in salary. That's death box. Next easy, Lorenzo Spirini. / today ten four", True),
        ("Play at 10.45. game, gallery key, that's death pass, next crazy, with Lorenzo Spirini.", True),
        ("Today at 15.35, in Sala Pacinotti. That's From RAG to agents, with Francesca Rossi.", False),
        ("I do not know that. Please ask at the desk on the ground floor.", False),
        ("", False),
    ],
)
def test_a_misheard_recording_is_known_among_all_that_could_be_said(readings: str, is_of_it: bool) -> None:
    sessions = sessions_of("devfest-pisa-2026")
    session = next(row for row in sessions if row["title"] == "DevBox: Nix made easy")
    assert is_sound_of(readings, WORDS, session, sessions) == is_of_it


def test_the_last_answer_is_what_she_said_last() -> None:
    said = {"role": "assistant", "content": [{"transcript": "At noon."}]}
    call = {"type": "function_call", "name": "find_speaker"}
    events = [{"type": "conversation.item.done", "words": {"item": item}} for item in (call, said)]
    assert last_answer(events) == "At noon."
