"""Whose turn it is, frame by frame."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.call.turn import (
    FRAME_MS,
    MAX_TURN_MS,
    TAIL_MS,
    Effect,
    EndAsked,
    EndJudged,
    FrameHeard,
    QuietHeard,
    Rules,
    SilenceBegan,
    SpeechBegan,
    SpeechEnded,
    SpeechWentOn,
    Turn,
    rules_of,
    step,
)

SERVER = {
    "type": "server_vad",
    "threshold": 0.5,
    "prefix_padding_ms": 300,
    "silence_duration_ms": 480,
    "idle_timeout_ms": None,
    "create_response": True,
    "interrupt_response": True,
}
SEMANTIC = {"type": "semantic_vad", "eagerness": "high", "create_response": True, "interrupt_response": True}


def rules(config: dict[str, object] = SERVER, *, has_end_of_turn: bool = True) -> Rules:
    found = rules_of(config, has_end_of_turn=has_end_of_turn)
    assert found is not None
    return found


def hear(
    turn: Turn, ms: int, probability: float, *, sounds: bool = False, by: Rules | None = None
) -> tuple[Turn, list[Effect]]:
    told: list[Effect] = []
    for _ in range(ms // FRAME_MS):
        turn, effects = step(turn, by or rules(), FrameHeard(probability, sounds))
        told += effects
    return turn, told


def test_a_turn_begins_at_its_first_voiced_frame_less_the_padding() -> None:
    turn, _ = hear(Turn(), 960, 0.0)
    turn, told = hear(turn, 320, 0.9)
    assert told == [SpeechBegan(660)]


def test_a_turn_ends_after_the_silence_asked_for() -> None:
    turn, _ = hear(Turn(), 640, 0.9)
    turn, told = hear(turn, 640, 0.0)
    assert told == [SilenceBegan(), SpeechEnded(1152)]
    assert not turn.speaking


def test_silence_counts_from_the_last_sound_not_from_the_last_frame_taken_for_voice() -> None:
    turn, _ = hear(Turn(), 640, 0.9)
    last_sound_ms = turn.now_ms + 16
    turn, _ = step(turn, rules(), FrameHeard(0.9, False, 16))
    for _ in range(3):  # voice detection lets go late
        turn, told = step(turn, rules(), FrameHeard(0.6, False, 0))
        assert told == []
    turn, told = hear(turn, 384, 0.0)
    assert told == [SilenceBegan()]
    needed_ms = last_sound_ms + TAIL_MS + 480 - turn.now_ms
    assert 0 < needed_ms < FRAME_MS
    assert step(turn, rules(), QuietHeard(needed_ms - 1)) == (turn, [])
    turn, told = step(turn, rules(), QuietHeard(needed_ms))
    assert told == [SpeechEnded(last_sound_ms + TAIL_MS + 480)]
    assert not turn.speaking


def test_a_short_pause_voids_what_was_recognised() -> None:
    turn, _ = hear(Turn(), 640, 0.9)
    turn, told = hear(turn, 256, 0.0)
    assert told == [SilenceBegan()]
    turn, told = hear(turn, 128, 0.9)
    assert told == [SpeechWentOn()]


def test_a_click_is_no_turn() -> None:
    turn, told = hear(Turn(), 64, 0.9)
    turn, more = hear(turn, 640, 0.0)
    assert told + more == []


@pytest.mark.parametrize(("ms", "begins"), [(160, False), (224, False), (256, True), (640, True)])
def test_while_she_speaks_only_sustained_speech_counts(ms: int, begins: bool) -> None:
    turn, _ = hear(Turn(), 640, 0.0, sounds=True)
    turn, told = hear(turn, ms, 0.9, sounds=True)
    turn, more = hear(turn, 320, 0.0, sounds=True)
    assert any(isinstance(effect, SpeechBegan) for effect in told + more) is begins


def test_words_are_heard_within_450_ms_while_she_speaks() -> None:
    turn, _ = hear(Turn(), 640, 0.0, sounds=True)
    for frame in range(1, 20):
        turn, told = hear(turn, FRAME_MS, 0.9, sounds=True)
        if told:
            assert frame * FRAME_MS <= 256
            return
    raise AssertionError("never heard")


def test_speech_goes_on_at_a_little_less_than_the_threshold() -> None:
    turn, _ = hear(Turn(), 640, 0.9)
    _, told = hear(turn, 1600, 0.4)
    assert told == []


def test_semantic_turns_end_when_the_model_is_sure() -> None:
    by = rules(SEMANTIC)
    turn, _ = hear(Turn(), 640, 0.9, by=by)
    turn, told = hear(turn, 256, 0.0, by=by)
    assert told == [SilenceBegan(), EndAsked(turn.voiced_ms)]
    unsure, told = step(turn, by, EndJudged(0.2, turn.voiced_ms))
    assert (unsure, told) == (turn, [])
    _, told = step(turn, by, EndJudged(0.9, turn.voiced_ms))
    assert told == [SpeechEnded(turn.now_ms)]
    stale = replace(turn, voiced_ms=turn.voiced_ms + 96)
    assert step(stale, by, EndJudged(0.9, turn.voiced_ms)) == (stale, [])


@pytest.mark.parametrize(("eagerness", "longest_ms"), [("low", 8000), ("medium", 4000), ("auto", 4000), ("high", 2000)])
def test_semantic_turns_end_at_the_longest_wait(eagerness: str, longest_ms: int) -> None:
    by = rules(SEMANTIC | {"eagerness": eagerness})
    turn, _ = hear(Turn(), 640, 0.9, by=by)
    turn, told = hear(turn, longest_ms - FRAME_MS, 0.0, by=by)
    assert not any(isinstance(effect, SpeechEnded) for effect in told)
    _, told = hear(turn, 3 * FRAME_MS, 0.0, by=by)
    assert isinstance(told[0], SpeechEnded)


def test_without_the_model_semantic_turns_end_by_silence() -> None:
    by = rules(SEMANTIC, has_end_of_turn=False)
    turn, _ = hear(Turn(), 640, 0.9, by=by)
    _, told = hear(turn, 640, 0.0, by=by)
    assert [type(effect) for effect in told] == [SilenceBegan, SpeechEnded]


def test_a_monologue_is_cut_into_items() -> None:
    turn, told = hear(Turn(), MAX_TURN_MS + 1000, 0.9)
    assert [type(effect) for effect in told] == [SpeechBegan, SpeechEnded, SpeechBegan]
    assert turn.speaking


def test_push_to_talk_has_no_rules() -> None:
    assert rules_of(None, has_end_of_turn=True) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=400))
def test_turns_begin_and_end_in_pairs_on_a_clock_that_only_grows(frames: list[tuple[float, bool]]) -> None:
    turn, open_, last_ms = Turn(), False, 0
    for probability, sounds in frames:
        turn, told = step(turn, rules(), FrameHeard(probability, sounds))
        for effect in told:
            if isinstance(effect, SpeechBegan):
                assert not open_
                open_ = True
            if isinstance(effect, SpeechEnded):
                assert open_
                assert effect.end_ms >= last_ms
                open_, last_ms = False, effect.end_ms
        assert turn.speaking is open_
    assert turn.frames == len(frames)
