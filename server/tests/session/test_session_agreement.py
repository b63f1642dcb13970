"""A yes is the attendee's own, to the very question, once it was put."""

from typing import Any

import pytest

from charlotte.protocol.codec import read_server_event
from charlotte.session.turns.agreement import Agreement, Verdict, answer_of

QUESTION = "Shall I tell the information desk: “I lost my bag”?"


@pytest.mark.parametrize(
    "said",
    ["Sì", "sì, grazie!", "Certo.", "va bene", "Yes please.", "OK, do it", "of course", "Oui, bien sûr", "d'accord",
     "s'il vous plaît", "Ja, gerne!", "Natürlich", "bitte", "Sí, por favor", "vale", "claro", "de acuerdo"],
)  # fmt: skip
def test_a_plain_yes_in_five_languages(said: str) -> None:
    assert answer_of(said) is True


@pytest.mark.parametrize("said", ["No", "no grazie", "No, thank you.", "non merci", "Nein danke", "Nee", "no, gracias"])
def test_a_plain_no_in_five_languages(said: str) -> None:
    assert answer_of(said) is False


@pytest.mark.parametrize(
    "said",
    ["", "…", "yes but tell them tomorrow", "yes or no?", "sì e no", "where is room B?", "thanks", "the bag is red",
     "no problem, yes", "I said yes to the other one", "ja nein", "go", "right"],
)  # fmt: skip
def test_anything_else_is_neither(said: str) -> None:
    assert answer_of(said) is None


def says(text: str) -> Any:
    content = [{"type": "output_audio", "transcript": text}]
    item = {"type": "message", "id": "item_a", "role": "assistant", "status": "completed", "content": content}
    return read_server_event(
        {"type": "response.output_item.done", "event_id": "e", "response_id": "r", "output_index": 0, "item": item}
    )


def writes(text: str) -> Any:
    item = {"type": "message", "id": "item_u", "role": "user", "content": [{"type": "input_text", "text": text}]}
    return read_server_event({"type": "conversation.item.added", "event_id": "e", "item": item})


def speaks(item_id: str) -> Any:
    content = [{"type": "input_audio", "transcript": None}]
    item = {"type": "message", "id": item_id, "role": "user", "content": content}
    return read_server_event({"type": "conversation.item.added", "event_id": "e", "item": item})


def heard(item_id: str, transcript: str) -> Any:
    return read_server_event(
        {
            "type": "conversation.item.input_audio_transcription.completed",
            "event_id": "e", "item_id": item_id, "content_index": 0, "transcript": transcript,
        }
    )  # fmt: skip


def follow(*events: Any) -> tuple[Agreement, list[Verdict]]:
    agreement, verdicts = Agreement().proposed("conf_1", QUESTION), []
    for event in events:
        agreement, verdict = agreement.observe(event)
        if verdict is not None:
            verdicts.append(verdict)
    return agreement, verdicts


def test_a_written_yes_to_the_question_counts_once() -> None:
    _, verdicts = follow(says(QUESTION), writes("yes"), writes("yes"))
    assert verdicts == [Verdict("conf_1", yes=True)]


def test_a_spoken_yes_counts_when_its_words_are_known() -> None:
    agreement, verdicts = follow(says(f"One moment. {QUESTION}"), speaks("item_1"))
    assert agreement.awaited == "item_1" and not verdicts
    _, verdict = agreement.observe(heard("item_1", "Yes."))
    assert verdict == Verdict("conf_1", yes=True)


def test_words_of_an_earlier_turn_that_come_late_are_no_answer() -> None:
    _, verdicts = follow(says(QUESTION), speaks("item_2"), heard("item_1", "yes"))
    assert verdicts == []


def test_a_yes_before_the_question_or_to_another_question_is_no_answer() -> None:
    assert follow(writes("yes"))[1] == []
    assert follow(says("Do you like the congress?"), writes("yes"))[1] == []
    assert follow(says("Yes?"), writes("yes"))[1] == []


def test_what_the_assistant_says_is_no_answer() -> None:
    assert follow(says(QUESTION), says("Yes."), says("yes"))[1] == []


def test_after_something_else_a_later_yes_is_no_answer() -> None:
    assert follow(says(QUESTION), writes("Where is room B?"), writes("yes"))[1] == []


def test_a_no_is_an_answer() -> None:
    assert follow(says(QUESTION), writes("no thanks"))[1] == [Verdict("conf_1", yes=False)]


def test_a_new_question_takes_the_place_of_the_old() -> None:
    agreement, _ = follow(says(QUESTION))
    agreement, verdict = agreement.proposed("conf_2", "Shall I tell the information desk: “Come”?").observe(
        writes("yes")
    )
    assert verdict is None
