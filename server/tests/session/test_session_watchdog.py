"""When an upstream is left in the middle of a call."""

import pytest

from charlotte.protocol.client import ResponseCancel, ResponseCreate
from charlotte.protocol.codec import read_server_event
from charlotte.session.guards.watchdog import LOOK_S, Patience, Watch

PATIENCE = Patience(first_s=8.0, between_s=2.5, silent_s=1.5, errors=3)
CREATED = {"type": "response.created", "response": {"id": "resp_1", "status": "in_progress"}}
PLACE = {"response_id": "resp_1", "item_id": "item_1", "output_index": 0, "content_index": 0}
WORDS = {"type": "response.output_audio_transcript.delta", "delta": "x" * 50, **PLACE}
WRITTEN = {"type": "response.output_text.delta", "delta": "x" * 50, **PLACE}
SOUND = {"type": "response.output_audio.delta", "delta": "A" * 128_000, **PLACE}
STARTED = {"type": "output_audio_buffer.started", "response_id": "resp_1"}
USAGE = {"type": "duration", "seconds": 1}
ITEM = {"id": "item_1", "type": "message", "role": "assistant", "content": []}
ITEM_DONE = {"type": "response.output_item.done", "response_id": "resp_1", "output_index": 0, "item": ITEM}


def watch(*events: tuple[float, dict[str, object]], patience: Patience | None = PATIENCE) -> Watch:
    state = Watch(patience)
    for now, event in events:
        state = state.observe(read_server_event({"event_id": "e", **event}), now)
    return state


def done(**response: object) -> dict[str, object]:
    return {"type": "response.done", "response": {"id": "resp_1", "output": [], **response}}


def speaks(ms: int) -> dict[str, object]:
    return {"type": "input_audio_buffer.speech_started", "item_id": "item_0", "audio_start_ms": ms}


def stops(ms: int) -> dict[str, object]:
    return {"type": "input_audio_buffer.speech_stopped", "item_id": "item_0", "audio_end_ms": ms}


def understood(words: str) -> dict[str, object]:
    place = {"item_id": "item_0", "content_index": 0}
    return {
        "type": "conversation.item.input_audio_transcription.completed",
        "transcript": words,
        "usage": USAGE,
        **place,
    }


def failed(code: str) -> dict[str, object]:
    return done(status="failed", status_details={"type": "failed", "error": {"code": code}})


def error(kind: str = "server_error", code: str = "oops") -> dict[str, object]:
    return {"type": "error", "error": {"type": kind, "code": code, "message": "no"}}


def test_an_answer_that_stops_in_the_middle_is_noticed() -> None:
    state = watch((0.0, CREATED), (1.0, WRITTEN))
    assert state.verdict(3.4) is None
    assert state.verdict(3.5) == "stalled"
    assert watch((0.0, CREATED), (1.0, WRITTEN), (2.0, done(status="completed"))).verdict(99.0) is None
    spoken = watch((0.0, CREATED), (1.0, WORDS), (1.0, SOUND))
    assert (spoken.verdict(4.4), spoken.verdict(4.5)) == (None, "stalled"), "two seconds of sound, and its end is known"


def test_one_that_has_not_begun_has_more_time() -> None:
    assert watch((0.0, CREATED)).verdict(7.9) is None
    assert watch((0.0, CREATED)).verdict(8.0) == "slow"
    asked = Watch(PATIENCE).observe(ResponseCreate(), 5.0)
    assert (asked.verdict(12.9), asked.verdict(13.0)) == (None, "slow")
    stopped = asked.observe(ResponseCancel(), 6.0)
    assert stopped.verdict(99.0) is None, "nobody waits for what they stopped"


def test_an_answer_to_speech_is_awaited_from_its_end() -> None:
    spoke = ((1.0, speaks(1_000)), (3.0, stops(3_000)))
    assert watch((1.0, speaks(1_000))).verdict(99.0) is None, "as long as they speak, nobody waits"
    assert (watch(*spoke).verdict(10.9), watch(*spoke).verdict(11.0)) == (None, "slow")
    assert watch((1.0, speaks(1_000)), (1.5, stops(1_500))).verdict(99.0) is None, "a cough need not be answered"
    assert watch(*spoke, (3.1, understood(" "))).verdict(99.0) is None, "nor what were no words"
    assert watch(*spoke, (3.1, CREATED), (3.2, understood(""))).verdict(11.3) == "slow"
    again = watch((0.0, CREATED), (1.0, WORDS), (1.0, STARTED), *spoke)
    assert (again.verdict(10.9), again.verdict(11.0)) == (None, "slow"), "what was cut is not awaited any more"


def test_where_the_request_is_not_seen_the_words_that_were_taken_stand_for_it() -> None:
    words = {"id": "item_7", "type": "message", "role": "user", "content": []}
    taken = read_server_event({"event_id": "e", "type": "conversation.item.added", "item": words})
    assert Watch(PATIENCE).observe(taken, 1.0).verdict(99.0) is None, "who only tells something asks nothing"
    hidden = Watch(PATIENCE, unseen=True).observe(taken, 1.0)
    assert (hidden.verdict(8.9), hidden.verdict(9.0)) == (None, "slow")
    noise = Watch(PATIENCE, unseen=True)
    for now, event in ((0.5, speaks(500) | {"item_id": "item_7"}), (0.9, stops(900) | {"item_id": "item_7"})):
        noise = noise.observe(read_server_event({"event_id": "e", **event}), now)
    assert noise.observe(taken, 1.0).verdict(99.0) is None


def test_what_the_page_does_not_hear_any_more_is_known_sooner() -> None:
    sounds = watch((0.0, CREATED), (0.1, WORDS), (0.2, STARTED))
    quiet = sounds.silent("resp_1", 0.9, 2.0)
    assert (sounds.verdict(2.6), quiet.verdict(2.5), quiet.verdict(2.6)) == (None, None, "stalled")
    assert sounds.silent("resp_0", 0.9, 2.0) == sounds, "it speaks of another answer"
    assert quiet.silent("resp_1", 0.0, 2.5) == sounds, "it sounds again"
    goes_on = quiet.observe(read_server_event({"event_id": "e", **WORDS}), 2.4)
    assert goes_on.verdict(4.0) is None, "a pause, and more came"
    assert quiet.observe(read_server_event({"event_id": "e", **ITEM_DONE}), 2.4).verdict(8.0) is None
    paused = quiet.look(2.1).look(6.1)
    assert paused.verdict(6.1) is None, "it was we who stood still"


def test_words_whose_sound_has_not_begun_are_waited_for() -> None:
    assert watch((0.0, CREATED), (1.0, WORDS)).verdict(8.9) is None
    assert watch((0.0, CREATED), (1.0, WORDS)).verdict(9.0) == "slow"


def test_between_what_she_says_and_what_follows_a_model_may_think() -> None:
    for heard in ((1.0, WRITTEN), (1.0, WORDS), (1.0, SOUND)):
        state = watch((0.0, CREATED), heard, (1.0, ITEM_DONE))
        assert state.verdict(8.9) is None
        assert state.verdict(11.0) == "slow"


def test_the_sound_of_the_answer_before_is_not_taken_for_this_ones() -> None:
    next_ = {"type": "response.created", "response": {"id": "resp_2", "status": "in_progress"}}
    words = {**WORDS, "response_id": "resp_2"}
    started = {**STARTED, "response_id": "resp_2"}
    late = watch((0.0, CREATED), (1.0, WORDS), (1.1, done(status="completed")), (1.2, next_), (1.3, words))
    for event in (STARTED, {**STARTED, "type": "output_audio_buffer.stopped"}):
        assert late.observe(read_server_event({"event_id": "e", **event}), 4.0).playing_since is None
    sounds = late.observe(read_server_event({"event_id": "e", **started}), 5.0)
    assert (sounds.verdict(10.8), sounds.verdict(10.9)) == (None, "stalled")
    relayed = watch((0.0, CREATED), (0.0, SOUND), (0.0, SOUND), (0.1, done(status="completed")), (0.2, next_))
    relayed = relayed.observe(read_server_event({"event_id": "e", **SOUND, "response_id": "resp_2"}), 0.3)
    assert (relayed.verdict(7.4), relayed.verdict(7.5)) == (None, "stalled"), "one is heard after the other"
    cut = watch((0.0, CREATED), (0.0, SOUND), (0.1, done(status="cancelled")), (0.2, next_))
    cut = cut.observe(read_server_event({"event_id": "e", **SOUND, "response_id": "resp_2"}), 0.3)
    assert (cut.verdict(3.7), cut.verdict(3.8)) == (None, "stalled"), "what was cut is not heard any more"


def test_what_is_still_being_heard_is_no_stall() -> None:
    state = watch((0.0, CREATED), (1.0, WORDS), (1.0, STARTED))
    assert state.verdict(6.8) is None
    assert state.verdict(6.9) == "stalled", "at fifteen characters a second"
    assert (state.verdict(8.4, 10.0), state.verdict(8.5, 10.0)) == (None, "stalled")
    relayed = watch((0.0, CREATED), (1.0, WORDS), (1.0, SOUND), (1.1, SOUND))
    assert (relayed.verdict(6.4), relayed.verdict(6.5)) == (None, "stalled"), "four seconds of sound"


def test_a_pause_of_our_own_is_no_silence_of_theirs() -> None:
    state = watch((0.0, CREATED), (1.0, WRITTEN)).look(1.25).look(5.25)
    assert state.verdict(5.25) is None, "what came meanwhile is not read yet"
    for quarter in range(22, 30):
        state = state.look(quarter / 4)
    assert (state.verdict(7.2), state.verdict(7.26)) == (None, "stalled")
    frozen = watch((0.0, CREATED), (1.0, WORDS), (1.0, STARTED)).look(1.25).look(9.25)
    assert frozen.verdict(9.25) is None
    frozen = watch((0.0, CREATED), (1.0, SOUND)).look(1.25).look(9.25)
    assert (frozen.verdict(12.2), frozen.verdict(12.5)) == (None, "stalled")


def test_failures_and_bursts_of_errors() -> None:
    assert watch((0.0, CREATED), (1.0, failed("server_error"))).verdict(1.0) == "response_failed"
    assert watch((0.0, CREATED), (1.0, failed("rate_limit_exceeded"))).verdict(1.0) == "rate_limited"
    assert watch((0.0, error()), (1.0, error()), (2.0, error())).verdict(2.0) == "error_burst"
    assert watch((0.0, error()), (11.0, error()), (22.0, error())).verdict(22.0) is None
    assert watch(*[(0.0, error("invalid_request_error"))] * 9).verdict(0.0) is None
    assert watch((0.0, error("invalid_request_error", "session_expired"))).verdict(0.0) == "session_expired"


def test_the_clock_is_looked_at_when_a_verdict_is_due() -> None:
    state = watch((0.0, CREATED), (1.0, WRITTEN))
    assert (state.wait_seconds(1.0), state.wait_seconds(3.4)) == (LOOK_S, pytest.approx(0.1))
    assert 0 < state.wait_seconds(9.0) < LOOK_S
    over = watch((0.0, CREATED), (1.0, done(status="completed")))
    assert over.wait_seconds(99.0) == Watch(None).wait_seconds(99.0) == LOOK_S


def test_the_last_rung_is_not_left() -> None:
    assert watch((0.0, CREATED), (1.0, WORDS), patience=None).verdict(99.0) is None
    assert watch((0.0, failed("server_error")), patience=None).verdict(99.0) is None
