"""`charlotte ask` and `charlotte answer`, on the demo congress that every installation has."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from charlotte.cli.answer import command as answer
from charlotte.cli.ask import command as ask
from charlotte.errors import BadInput, Unavailable

NOW = "2026-04-18T09:00+02:00"
EVENT = "devfest-pisa-2026"


def _answers(folder: Path, *rows: dict[str, Any] | str) -> list[dict[str, Any]]:
    questions, out = folder / "questions.jsonl", folder / "out" / "answers.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    questions.write_text("\n".join(lines) + "\n", "utf-8")
    done = CliRunner().invoke(answer, [str(questions), "--out", str(out), "--data", str(folder / "data")])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_one_question_as_json(tmp_path: Path) -> None:
    options = ["--event", EVENT, "--lang", "it", "--now", NOW, "--json", "--data", str(tmp_path / "data")]
    done = CliRunner().invoke(ask, [*options, "a che ora e dove parla Juna Salviati?"])
    found = json.loads(done.stdout)
    assert set(found) == {"answer", "language", "tool_calls", "sources", "session_ids", "latency_ms"}
    assert "16:25" in found["answer"] and "Sala Fibonacci" in found["answer"]
    assert found["language"] == "it"
    assert found["tool_calls"] == [{"name": "find_speaker", "arguments": {"name": "Juna Salviati"}}]
    assert [source["id"] for source in found["sources"]] == found["session_ids"]
    assert found["sources"][0]["kind"] == "session"


def test_a_question_that_cannot_be_asked_is_told_as_it_is(tmp_path: Path) -> None:
    done = CliRunner().invoke(ask, ["--event", "nowhere", "--data", str(tmp_path / "data"), "when is lunch?"])
    assert isinstance(done.exception, BadInput)
    assert "nowhere" in done.exception.message and done.exception.hint


def test_a_batch_has_a_clock_and_a_history_for_each_row(tmp_path: Path) -> None:
    row = {"event": EVENT, "lang": "en", "kind": "ignored"}
    history = [
        {"role": "user", "content": "Who presents DevBox?"},
        {"role": "assistant", "content": "“DevBox: Nix made easy” is presented by Lorenzo Spiridioni."},
    ]
    early, late, followed = _answers(
        tmp_path,
        {"id": "a", "now": "2026-04-18T10:20+02:00", "question": "how long until DevBox?", **row},
        {"id": "b", "now": "2026-04-18T12:00+02:00", "question": "did I miss DevBox?", **row},
        {"id": "c", "now": NOW, "question": "and where is it?", "history": history, **row},
    )
    assert "25 minutes" in early["answer"]
    assert "over" in late["answer"]
    assert "Sala Ricci" in followed["answer"]
    assert set(early) == {"id", "answer", "language", "tool_calls", "sources", "session_ids"}


def test_a_bad_row_gets_an_error_and_the_rest_go_on(tmp_path: Path) -> None:
    rows = _answers(
        tmp_path,
        "this is not JSON",
        {"id": "x", "event": "nowhere", "question": "when is lunch?"},
        {"id": "y", "event": EVENT},
        {"id": "z", "event": EVENT, "now": "yesterday-ish", "question": "what is on now?"},
        {"id": "ok", "event": EVENT, "now": NOW, "lang": "it", "question": "dove è DevBox?"},
    )
    assert [row["id"] for row in rows] == [None, "x", "y", "z", "ok"]
    assert all(row["error"] for row in rows[:4])
    assert all(set(row) == {*rows[4], "error"} for row in rows[:4])
    assert "nowhere" in rows[1]["error"]
    assert "error" not in rows[4] and "Sala Ricci" in rows[4]["answer"]


def test_a_batch_without_a_single_answer_has_failed(tmp_path: Path) -> None:
    questions, out = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    questions.write_text(json.dumps({"id": "x", "event": "nowhere", "question": "when is lunch?"}), "utf-8")
    done = CliRunner().invoke(answer, [str(questions), "--out", str(out), "--data", str(tmp_path / "data")])
    assert isinstance(done.exception, Unavailable)
    assert "nowhere" in json.loads(out.read_text("utf-8"))["error"]


def test_a_question_of_two_tool_calls_is_answered_in_one_turn(tmp_path: Path) -> None:
    question = "can I attend both Claude Code Internals and Design patterns 101 with Kotlin?"
    (row,) = _answers(tmp_path, {"id": 1, "event": EVENT, "now": NOW, "lang": "en", "question": question})
    assert row["id"] == 1 and row["answer"].startswith("Yes")
    assert [call["name"] for call in row["tool_calls"]] == ["session_details", "session_details"]
