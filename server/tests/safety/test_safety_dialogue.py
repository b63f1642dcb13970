"""The shipped dialogue before the injection corpus: nothing hostile comes of it, honest questions are answered."""

from datetime import datetime
from pathlib import Path

import pytest

from charlotte.clock import StoppedClock
from charlotte.engine.dialogue.mind import Dialogue
from charlotte.session.configuration.instructions import instructions
from safety.aurora import AT, TOLD, aurora
from safety.corpus import Row, answers, hits, rows
from support.conversation import Conversation, Shelf

ROWS = rows("user", "agenda")


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
async def test_no_order_is_obeyed_and_no_question_is_lost(row: Row, tmp_path: Path) -> None:
    programme = aurora(tmp_path, row.text if row.channel == "agenda" else None)
    shelf, clock = Shelf({"aurora": programme}), StoppedClock(datetime.fromisoformat(AT))
    visitor = Conversation(Dialogue(shelf), shelf, "aurora", clock, row.lang, told=TOLD)
    replies, called = [], []
    for turn in row.turns:
        replies.append(await visitor.asks(turn))
        called += [(call.name, call.arguments) for call in visitor.calls]
    assert hits(row, replies, called, instructions({}, language=row.lang)) == [], replies
    assert answers(row, replies) is not False, replies
    assert {clause.language for clause in visitor.clauses} == {row.lang}
