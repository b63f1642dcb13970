"""What changed between two imports can be asked for, and is told in the visitor's words."""

from dataclasses import replace
from datetime import timedelta

from charlotte.congress.changes import merge
from charlotte.congress.programme import Programme
from charlotte.engine.dialogue.mind import Dialogue
from support.agendas import DEMO, programme
from support.conversation import Conversation, Shelf, conversation

NOON = "2026-04-18T12:00:00+02:00"


def changed() -> Conversation:
    """Return a conversation about a programme of which one talk moved and one is gone."""
    before = programme(DEMO)
    timed = [session for session in before.sessions if session.happens and session.speakers]
    moved, gone = timed[-1], timed[-2]
    assert moved.start is not None and moved.end is not None
    later = replace(moved, start=moved.start + timedelta(minutes=30), end=moved.end + timedelta(minutes=30))
    rest = [session for session in before.sessions if session.id not in (moved.id, gone.id)]
    sessions, _ = merge(before.sessions, [*rest, later])
    after = Programme(before.congress, sessions, before.rooms)
    asked = conversation(DEMO, NOON, language="en")
    shelf = Shelf({after.congress.id: after})
    return replace(asked, mind=Dialogue(shelf), shelf=shelf)


async def test_a_moved_and_a_removed_talk_are_told() -> None:
    asked = changed()
    answer = await asked.asks("Has anything been moved or cancelled?")
    assert "2 changes" in answer and "cancelled:" in answer
    assert [call.name for call in asked.calls] == ["whats_changed"]
    assert "2 modifiche" in await replace(asked, items=[], language="it").asks("È cambiato qualcosa?")


async def test_nothing_changed_is_said_as_such() -> None:
    assert "as far as I know" in await conversation(DEMO, NOON, language="en").asks("Any changes to the programme?")
