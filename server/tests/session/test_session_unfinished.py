"""What a call leaves unfinished when it breaks, and how the next one is told."""

import base64

from charlotte.protocol.client import InputAudioAppend, InputAudioCommit, ResponseCreate
from charlotte.protocol.codec import read_client_event, read_server_event
from charlotte.protocol.config import FunctionTool
from charlotte.session.configuration.config import CallConfig
from charlotte.session.handover.closing import closing
from charlotte.session.handover.last_sound import MOST_CHARACTERS, QUIET_CHARACTERS, LastSound
from charlotte.session.handover.resuming import resume
from charlotte.session.handover.unfinished import Going, Unfinished, whole_sentences
from charlotte.session.handover.visitors_side import VisitorsSide, merged

WHERE = {"response_id": "resp_1", "item_id": "item_2", "output_index": 0, "content_index": 0}
USER = {"id": "item_1", "type": "message", "role": "user", "content": []}
ANSWER = {"id": "item_2", "type": "message", "role": "assistant", "content": []}
TEXT = "The keynote is at nine. It is in Sala Fermi. Enjoy"


NOTHING = Going()


def after(*events: dict[str, object], going: Going = NOTHING, now: float = 0.0) -> Going:
    for event in events:
        going = going.observe(read_server_event({"event_id": "e", **event}), "upstream", now)
    return going


def created() -> dict[str, object]:
    return {"type": "response.created", "response": {"id": "resp_1", "status": "in_progress"}}


def done(status: str, *output: dict[str, object]) -> dict[str, object]:
    return {"type": "response.done", "response": {"id": "resp_1", "status": status, "output": list(output)}}


def words(text: str, kind: str = "output_text") -> dict[str, object]:
    return {"type": f"response.{kind}.delta", "delta": text, **WHERE}


def sound(ms: int) -> dict[str, object]:
    return {"type": "response.output_audio.delta", "delta": base64.b64encode(bytes(48 * ms)).decode(), **WHERE}


def test_only_whole_sentences_count_as_heard() -> None:
    assert whole_sentences(TEXT, 10) == ""
    assert whole_sentences(TEXT, 24) == "The keynote is at nine."
    assert whole_sentences(TEXT, len(TEXT)) == "The keynote is at nine. It is in Sala Fermi."
    assert whole_sentences("All. Said.", 10) == "All. Said."


def test_a_typed_answer_is_heard_as_far_as_it_is_written() -> None:
    going = after(created(), words(TEXT))
    assert going.unfinished(0.0) == Unfinished(
        "item_2", "The keynote is at nine. It is in Sala Fermi.", answer_owed=True
    )
    assert not going.quiet
    over = after(done("completed", ANSWER), going=going)
    assert over.quiet and over.unfinished(0.0) == Unfinished()


def test_relayed_sound_is_heard_as_far_as_it_was_handed_over() -> None:
    going = after(created(), words(TEXT, "output_audio_transcript"), sound(1000), sound(700))
    assert going.unfinished(0.0).said == "The keynote is at nine."


def test_sound_that_the_upstream_plays_is_heard_as_time_goes() -> None:
    going = after(created(), words(TEXT, "output_audio_transcript"))
    going = after({"type": "output_audio_buffer.started", "response_id": "resp_1"}, going=going, now=10.0)
    assert going.unfinished(12.4).said == "", "it may have been heard by now, and that is not enough"
    assert going.unfinished(12.5).said == "The keynote is at nine."
    going = after(done("completed", ANSWER), going=going, now=12.0)
    assert going.unfinished(12.0).answer_owed, "made, and not heard yet"
    stopped = {"type": "output_audio_buffer.stopped", "response_id": "resp_1"}
    assert after(stopped, going=going, now=14.0).unfinished(14.0) == Unfinished()


def test_an_answer_made_before_its_sound_begins_is_owed_until_it_was_heard() -> None:
    spoken = words(TEXT, "output_audio_transcript")
    going = after(created(), spoken, done("completed", ANSWER))
    assert not going.quiet
    left = going.unfinished(5.0)
    assert (left.answer_owed, left.item_id, left.said) == (True, "item_2", "")
    assert left.as_heard("resp_1", 2.5).said == "The keynote is at nine.", "the page heard it begin"
    going = after({"type": "output_audio_buffer.started", "response_id": "resp_1"}, going=going, now=10.0)
    assert going.unfinished(12.5).said == "The keynote is at nine."
    for end in ("stopped", "cleared"):
        event = {"type": f"output_audio_buffer.{end}", "response_id": "resp_1"}
        assert after(event, going=going, now=14.0).quiet
    assert after(created(), spoken, sound(700), done("completed", ANSWER)).quiet, "what was handed over is played"


def test_an_answer_that_follows_another_at_once_is_reckoned_by_its_own_sound() -> None:
    spoken = words("Let me look.", "output_audio_transcript")
    next_ = {"type": "response.created", "response": {"id": "resp_2", "status": "in_progress"}}
    rest = {**words(TEXT, "output_audio_transcript"), "response_id": "resp_2", "item_id": "item_4"}

    def told(kind: str, response_id: str) -> dict[str, object]:
        return {"type": f"output_audio_buffer.{kind}", "response_id": response_id}

    for before in ((), (told("started", "resp_1"),)):
        going = after(created(), spoken, *before, done("completed", ANSWER), next_, rest, now=1.0)
        going = after(told("started", "resp_1"), told("stopped", "resp_1"), going=going, now=2.0)
        going = after(told("started", "resp_2"), going=going, now=10.0)
        left = going.unfinished(12.5)
        assert (left.item_id, left.said) == ("item_4", "Let me look. The keynote is at nine.")
        assert left.as_heard("resp_2", 0.1).said == "Let me look."
        whole = {"type": "response.done", "response": {"id": "resp_2", "status": "completed", "output": [ANSWER]}}
        over = after(whole, told("stopped", "resp_2"), going=going, now=10.0 + len(TEXT) / 10)
        assert over.quiet and over.characters_per_s == 10.0, "by this answer's words alone"


def test_how_fast_a_voice_is_is_learned_from_an_answer_that_was_heard_whole() -> None:
    started = {"type": "output_audio_buffer.started", "response_id": "resp_1"}
    stopped = {"type": "output_audio_buffer.stopped", "response_id": "resp_1"}
    whole = after(created(), words(TEXT, "output_audio_transcript"), started, done("completed", ANSWER))
    slow = after(stopped, going=whole, now=len(TEXT) / 10)
    assert slow.unfinished(0.0) == Unfinished() and slow.quiet
    again = after(created(), words(TEXT, "output_audio_transcript"), started, going=slow, now=20.0)
    assert again.unfinished(23.3).said == "", "twenty-two characters were heard for sure, and the sentence has 23"
    assert again.unfinished(23.5).said == "The keynote is at nine."
    cleared = {"type": "output_audio_buffer.cleared", "response_id": "resp_1"}
    cut = after(cleared, created(), words(TEXT, "output_audio_transcript"), started, going=again, now=30.0)
    assert cut.unfinished(33.3).said == "", "an answer cut short teaches nothing"


def test_the_page_knows_better_how_much_sounded() -> None:
    started = {"type": "output_audio_buffer.started", "response_id": "resp_1"}
    going = after(created(), words(TEXT, "output_audio_transcript"), started, going=Going(before="First."))
    left = going.unfinished(9.0)
    assert left.said == "First. The keynote is at nine. It is in Sala Fermi."
    assert left.as_heard("resp_1", 0.6).said == "First."
    assert left.as_heard("resp_1", 2.0).said == "First. The keynote is at nine."
    assert left.as_heard("resp_0", 0.6) == left, "another answer's"
    written = after(created(), words(TEXT)).unfinished(9.0)
    assert written.as_heard("resp_1", 0.0) == written


def test_digits_take_the_time_of_the_words_they_are_said_as() -> None:
    assert whole_sentences("Today at 10:45. Then", 16) == ""
    assert whole_sentences("Today at 10:45. Then", 40) == "Today at 10:45."


def test_an_answer_is_owed_from_the_question_on_and_over_its_tool_calls() -> None:
    asked = Going().observe(ResponseCreate(), "visitor", 0.0)
    assert asked.unfinished(0.0) == Unfinished(answer_owed=True)
    call = {"type": "function_call", "id": "item_3", "call_id": "call_1", "name": "f", "arguments": "{}"}
    assert after(created(), done("completed", call), going=asked).unfinished(0.0).answer_owed
    assert after(created(), done("failed"), going=asked).unfinished(0.0).answer_owed
    assert after(created(), done("cancelled"), going=asked).unfinished(0.0) == Unfinished()


def test_words_of_the_visitor_that_nobody_understood_are_lost() -> None:
    speaking = after({"type": "input_audio_buffer.speech_started", "item_id": "item_1", "audio_start_ms": 0})
    assert speaking.unfinished(0.0) == Unfinished(words_lost=True)
    committed = after({"type": "input_audio_buffer.committed", "item_id": "item_1"}, going=speaking)
    assert committed.unfinished(0.0).words_lost
    understood = {
        "type": "conversation.item.input_audio_transcription.completed",
        "item_id": "item_1",
        "content_index": 0,
        "transcript": "when",
        "usage": {"type": "duration", "seconds": 1},
    }
    assert not after(understood, going=committed).unfinished(0.0).words_lost


def test_a_resumed_answer_adds_to_what_was_heard_before() -> None:
    going = after(created(), words("And lunch is at one. Th"), going=Going(before="First."))
    assert going.unfinished(0.0).said == "First. And lunch is at one."
    again = after({"type": "conversation.item.added", "item": USER}, going=going)
    assert again.unfinished(0.0).said == ""


def test_what_is_open_is_closed_and_the_heard_part_kept() -> None:
    going = after(created(), words(TEXT, "output_audio_transcript"), sound(1700))
    events = closing(going, going.unfinished(0.0))
    assert [event.type for event in events] == [
        "response.output_audio.done",
        "conversation.item.done",
        "response.done",
    ]
    item = events[1].wire()["item"]
    assert (item["status"], item["content"][0]["transcript"]) == ("incomplete", "The keynote is at nine.")
    assert closing(after(done("completed", ANSWER), going=going), Unfinished()) == []


def config(*, embedded: bool) -> CallConfig:
    tool = FunctionTool(name="find", parameters={"type": "object"})
    return CallConfig((tool,), {"event": "e"}, language="it", mode="voice", embedded=embedded)


def test_the_next_call_is_asked_for_the_rest() -> None:
    assert resume(config(embedded=False), Unfinished(words_lost=True)) is None
    begin = resume(config(embedded=False), Unfinished(answer_owed=True))
    rest = resume(config(embedded=False), Unfinished("item_2", "It is at nine.", answer_owed=True))
    assert begin is not None and rest is not None and begin.response is not None and rest.response is not None
    assert "<heard>" not in (begin.response.instructions or "")
    assert "<heard>It is at nine.</heard>" in (rest.response.instructions or "")
    assert "# Role" in (rest.response.instructions or ""), "all other instructions stay"
    local = resume(config(embedded=True), Unfinished("item_2", "It is at nine.", answer_owed=True))
    assert local is not None
    assert local.wire()["response"]["prompt"]["variables"] == {"event": "e", "heard": "It is at nine."}


def test_settings_and_untaken_words_are_told_again() -> None:
    side = VisitorsSide()
    for text in (
        '{"type":"session.update","session":{"type":"realtime","audio":{"input":{"turn_detection":null}}}}',
        '{"type":"session.update","session":{"type":"realtime","output_modalities":["text"]}}',
        '{"type":"conversation.item.create","item":{"id":"a","type":"message","role":"user","content":[]}}',
        '{"type":"conversation.item.create","item":{"id":"b","type":"message","role":"user","content":[]}}',
    ):
        side = side.observe(read_client_event(text), "visitor")
    side = side.observe(read_server_event({"type": "conversation.item.added", "item": {**USER, "id": "a"}}), "upstream")
    update, item = (event.wire() for event in side.again())
    assert update["session"]["output_modalities"] == ["text"]
    assert update["session"]["audio"]["input"] == {"turn_detection": None}
    assert item["item"]["id"] == "b"
    assert merged({"a": {"b": 1, "c": 2}}, {"a": {"b": None}}) == {"a": {"b": None, "c": 2}}


def test_the_last_sound_is_kept_until_it_is_understood() -> None:
    sound_ = LastSound()
    for _ in range(4):
        sound_ = sound_.observe(InputAudioAppend(audio="x" * QUIET_CHARACTERS))
    assert len(sound_.pieces) == 4, "who holds the key speaks"
    detects = {"type": "session.updated", "session": {"audio": {"input": {"turn_detection": {"type": "server_vad"}}}}}
    quiet = sound_.observe(read_server_event(detects)).observe(InputAudioAppend(audio="x" * QUIET_CHARACTERS))
    assert len(quiet.pieces) == 1
    committed = sound_.observe(read_server_event({"type": "input_audio_buffer.committed", "item_id": "i"}))
    told = VisitorsSide(sound=committed).again()
    assert [type(event) for event in told] == [InputAudioAppend] * 4 + [InputAudioCommit]
    cleared = sound_.observe(read_server_event({"type": "input_audio_buffer.cleared"}))
    assert cleared.pieces == () and VisitorsSide(sound=cleared).again() == ()
    for _ in range(60):
        sound_ = sound_.observe(InputAudioAppend(audio="x" * QUIET_CHARACTERS))
    assert sum(map(len, sound_.pieces)) <= MOST_CHARACTERS + QUIET_CHARACTERS
