"""What people tell before or after they ask: "we have just arrived and had a coffee. Is the talk on … still on?"."""

import re

_SENTENCE_ENDS = re.compile(r"(?<=[.!…])\s+")
_COMMAS = re.compile(r",\s+")
_COLONS = re.compile(r"(?<=[.!…:])\s+")


def question_after(said: str) -> str | None:
    """Return the question that follows sentences which ask nothing; None where nothing precedes it."""
    return _last_of(_SENTENCE_ENDS.split(said.strip()))


def question_after_colon(said: str) -> str | None:
    """Return the question that follows what a colon ends: "I am up early: is anything on before nine?"."""
    return _last_of(_COLONS.split(said.strip()))


def question_after_comma(said: str) -> str | None:
    """Return what follows the last comma of a question: "just off the train, have I missed the talk on tides?"."""
    return _last_of(_COMMAS.split(said.strip()))


def question_before(said: str) -> str | None:
    """Return the question that a remark follows: "when is she on? I think it was today"; None where none does."""
    asked, mark, told = said.strip().rpartition("?")
    is_remark = len(told.split()) > 1 and len(asked.split()) > 1 and "?" not in asked
    return asked + mark if mark and is_remark else None


def _last_of(pieces: list[str]) -> str | None:
    *told, asked = pieces
    is_question = asked.rstrip(" \"'»”").endswith("?") and not any("?" in one for one in told)
    return asked if told and is_question and len(asked.split()) > 1 else None
