"""The ruler of the spoken tests is itself measured: it must find what is there and nothing else."""

import pytest

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
