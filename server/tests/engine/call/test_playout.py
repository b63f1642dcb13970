"""The server's playback clock, and the words heard when it is cut."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.call.playback import BYTES_PER_MS, Clause, Cut, heard_words
from charlotte.engine.call.playout import ServerPlayback

FRAME = 20 * BYTES_PER_MS


def playback() -> tuple[ServerPlayback, list[str]]:
    made, told = ServerPlayback(), []
    made.publish = lambda *events: told.extend(f"{e.type.rpartition('.')[2]} {e.response_id}" for e in events)
    return made, told


def sound(ms: int) -> bytes:
    return b"\1\2" * (ms * BYTES_PER_MS // 2)


def pull_all(made: ServerPlayback) -> int:
    count = 0
    while made.pull(FRAME) is not None:
        count += 1
    return count


async def test_started_and_stopped_frame_what_is_heard() -> None:
    made, told = playback()
    assert made.pull(FRAME) is None
    await made.play("r1", "i1", sound(50))
    assert made.is_playing()
    assert made.pull(FRAME) == sound(20)
    assert told == ["started r1"]
    made.finish("r1")
    assert told == ["started r1"]
    assert made.pull(FRAME) == sound(20)
    assert made.pull(FRAME) == sound(10) + bytes(10 * BYTES_PER_MS)
    assert told == ["started r1", "stopped r1"]
    assert not made.is_playing()


async def test_a_pause_in_the_making_is_no_end() -> None:
    made, told = playback()
    await made.play("r1", "i1", sound(20))
    pull_all(made)
    await made.play("r1", "i1", sound(20))
    pull_all(made)
    made.finish("r1")
    assert told == ["started r1", "stopped r1"]


async def test_clearing_tells_how_much_was_heard() -> None:
    made, told = playback()
    await made.play("r1", "i1", sound(100))
    await made.play("r2", "i2", sound(100))
    made.finish("r1")
    for _ in range(3):
        made.pull(FRAME)
    assert made.clear() == (Cut("r1", "i1", 60.0), Cut("r2", "i2", 0.0))
    assert not made.is_playing()
    assert made.pull(FRAME) is None
    assert told == ["started r1"]


async def test_one_answer_follows_the_other() -> None:
    made, told = playback()
    await made.play("r1", "i1", sound(40))
    made.finish("r1")
    await made.play("r2", "i2", sound(40))
    made.finish("r2")
    pull_all(made)
    assert told == ["started r1", "stopped r1", "started r2", "stopped r2"]


async def test_silence_has_no_events() -> None:
    made, told = playback()
    made.finish("r1")
    assert made.clear() == ()
    assert told == []


def test_a_cut_may_fall_at_any_white_space() -> None:
    assert heard_words([Clause("one\rtwo", 1000)], 700) == "one"


def test_words_heard_end_at_a_word() -> None:
    clauses = [Clause("In hall B, ", 1000), Clause("at half past ten.", 3000)]
    assert heard_words(clauses, 0) == ""
    assert heard_words(clauses, 1000) == "In hall B,"
    assert heard_words(clauses, 2000) == "In hall B, at half"
    assert heard_words(clauses, 9000) == "In hall B, at half past ten."


@given(st.lists(st.tuples(st.text(max_size=20), st.integers(1, 3000)), max_size=5), st.integers(0, 20_000))
def test_words_heard_are_a_beginning_and_grow(spoken: list[tuple[str, int]], at_ms: int) -> None:
    clauses: list[Clause] = []
    end: Any = 0
    for text, length in spoken:
        end += length
        clauses.append(Clause(text, end))
    whole = "".join(clause.text for clause in clauses)
    heard = heard_words(clauses, at_ms)
    assert whole.startswith(heard)
    assert len(heard_words(clauses, at_ms + 500).rstrip()) >= len(heard.rstrip())


def test_a_clause_of_which_nothing_sounded_was_not_heard() -> None:
    assert heard_words([Clause("At nine", 0)], 0) == ""
    assert heard_words([Clause("At nine", 1000), Clause(" in Hall B", 1000)], 1000) == "At nine"
    clauses = [Clause("At nine", 1000), Clause(" -", 1000), Clause(" in Hall B", 2000)]
    assert heard_words(clauses, 1700) == "At nine - in"
