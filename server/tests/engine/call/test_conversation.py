"""Items in order: added, found, cut, removed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charlotte.engine.call.conversation import Conversation, accepted
from charlotte.engine.call.refusal import Refused
from charlotte.protocol.items import InputAudio, InputText, Message, OutputAudio, OutputText


def said(item_id: str, text: str = "hi") -> Message:
    return Message(id=item_id, role="user", content=(InputText(text=text),))


def ids(conversation: Conversation) -> list[str | None]:
    return [item.id for item in conversation.items]


def test_items_go_where_they_are_put() -> None:
    conversation = Conversation().add(said("b")).add(said("d")).add(said("a"), "root").add(said("c"), "b")
    assert ids(conversation) == ["a", "b", "c", "d"]
    assert conversation.previous_id("a") is None
    assert conversation.previous_id("c") == "b"
    assert conversation.last_id == "d"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda c: c.add(said("x"), "gone"), "item_create_invalid_previous_item_id"),
        (lambda c: c.add(said("a")), "item_create_duplicate_item_id"),
        (lambda c: c.item("gone"), "item_retrieve_invalid_item_id"),
        (lambda c: c.delete("gone"), "item_delete_invalid_item_id"),
        (lambda c: c.truncate("gone", 0, ""), "item_truncate_invalid_item_id"),
        (lambda c: c.truncate("a", 0, ""), None),
    ],
)
def test_what_is_not_there_is_refused(act: object, code: str | None) -> None:
    with pytest.raises(Refused) as refused:
        act(Conversation().add(said("a")))  # type: ignore[operator]
    assert refused.value.wire_code == code


def test_an_answer_is_cut_to_what_was_heard() -> None:
    answer = Message(
        id="a", role="assistant", status="completed", content=(OutputAudio(transcript="In hall B at ten."),)
    )
    cut = Conversation().add(answer).truncate("a", 0, "In hall B")
    assert cut.item("a").wire()["content"] == [{"type": "output_audio", "transcript": "In hall B"}]


def test_a_client_may_not_make_the_assistants_sound() -> None:
    with pytest.raises(Refused) as refused:
        accepted(Message(role="assistant", content=(OutputAudio(transcript="mine"),)))
    assert refused.value.param == "item.content[0].type"


def test_accepted_items_have_id_status_and_transcript() -> None:
    user = accepted(Message(role="user", content=(InputAudio(audio="AAAA"),))).wire()
    assert user["id"].startswith("item_")
    assert user["status"] == "completed"
    assert user["content"] == [{"type": "input_audio", "transcript": None}]
    own = accepted(Message(id="mine", role="assistant", content=(OutputText(text="yes"),))).wire()
    assert own["id"] == "mine"
    assert "phase" not in own


@given(st.lists(st.tuples(st.sampled_from("+-"), st.integers(0, 9), st.integers(-1, 9)), max_size=40))
def test_ids_stay_unique_and_neighbours_true(steps: list[tuple[str, int, int]]) -> None:
    conversation = Conversation()
    model: list[str] = []
    for act, number, after in steps:
        name = f"i{number}"
        if act == "-" and name in model:
            conversation = conversation.delete(name)
            model.remove(name)
        elif act == "+" and name not in model:
            previous = f"i{after}" if f"i{after}" in model else ("root" if after < 0 else None)
            conversation = conversation.add(said(name), previous)
            place = (
                {"root": 0, None: len(model)}.get(previous) if previous in ("root", None) else model.index(previous) + 1
            )
            model.insert(place or 0, name)
        assert ids(conversation) == model
        for before, item_id in zip([None, *model], model, strict=False):
            assert conversation.previous_id(item_id) == before
