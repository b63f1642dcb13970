"""An answer that broke off goes on where it was heard last."""

from charlotte.engine.dialogue.answer.unsaid import unsaid
from support.agendas import DEMO
from support.conversation import conversation

CLAUSES = [
    "There are 4 sessions on now.",
    " At 10:20, in Sala Ricci: “A”, with Anna; At 10:20, in Sala Fermi: “B”.",
    " 1 more.",
]


def test_what_was_heard_is_left_out_sentence_by_sentence() -> None:
    assert unsaid(CLAUSES, "") == [
        "There are 4 sessions on now.",
        " At 10:20, in Sala Ricci: “A”, with Anna;",
        " At 10:20, in Sala Fermi: “B”.",
        " 1 more.",
    ]
    heard = "There are 4 sessions on now. At 10:20, in Sala Ricci: “A”, with Anna;"
    assert unsaid(CLAUSES, heard) == [" At 10:20, in Sala Fermi: “B”.", " 1 more."]


def test_other_words_for_the_same_facts_count_as_heard() -> None:
    assert unsaid(["At 10:45, in Sala Ricci.", " With Lorenzo."], "It is in Sala Ricci at 10:45, I think.") == [
        " With Lorenzo."
    ]


async def test_the_dialogue_goes_on_after_what_was_heard() -> None:
    visitor = conversation(DEMO, "2026-04-18T10:30+02:00", language="en")
    whole = await visitor.asks("what is on now?")
    first = visitor.clauses[0].text
    del visitor.items[-1]
    rest = await visitor.goes_on(heard=first)
    assert first not in rest and first + rest == whole
    assert await visitor.goes_on(heard=whole) == ""
