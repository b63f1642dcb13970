"""Questions asked in many ways, answered through the real tools from real agendas."""

import json
from pathlib import Path
from typing import Any

import pytest

from support.agendas import DEMO, FOSDEM
from support.conversation import conversation

QUESTIONS = Path(__file__).parents[2] / "data" / "questions" / "own.jsonl"
FOLDERS = {"devfest-pisa-2026": DEMO, "fosdem-2025": FOSDEM}
ROWS = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']}: {row['question']}" for row in ROWS])
async def test_a_question_gets_its_fact(row: dict[str, Any]) -> None:
    visitor = conversation(FOLDERS[row["event"]], row["now"], language=row["language"])
    answer = await visitor.asks(row["question"])
    for fact in row["says"]:
        assert any(one.casefold() in answer.casefold() for one in fact.split("|")), answer


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']}: {row['question']}" for row in ROWS])
async def test_the_language_is_found_out(row: dict[str, Any]) -> None:
    visitor = conversation(FOLDERS[row["event"]], row["now"])
    await visitor.asks(row["question"])
    assert {clause.language for clause in visitor.clauses} == {row["language"]}
